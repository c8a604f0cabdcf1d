internal import Foundation
internal import VerbatimCore

/// The zone that an export states for a column of times without offsets.
struct StatedZone {
  /// The IANA name.
  let name: String
  private let zone: TimeZone

  /// The zone of a name; nil for one that nobody knows.
  init?(_ name: String) {
    if let offset = ClockZone.offset(name) {
      guard let zone = TimeZone(secondsFromGMT: offset) else { return nil }
      self.name = offset == 0 ? "UTC" : name
      self.zone = zone
      return
    }
    guard let zone = TimeZone(identifier: name) else { return nil }
    self.name = name
    self.zone = zone
  }

  /// Whether a text in parentheses names a zone: an abbreviation, an offset or a place.
  static func isName(_ text: String) -> Bool {
    if ClockZone.offset(text) != nil { return true }
    return text.contains("/") && TimeZone(identifier: text) != nil
  }

  /// The moment at which clocks in the zone showed what `shown` says in UTC.
  ///
  /// A day stays a day.
  func instant(_ shown: Instant) -> Instant {
    guard shown.precision == .second else { return shown }
    func offset(at seconds: Int64) -> Int64 {
      Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
    // Twice, because the offset depends on the moment, and the moment on the offset.
    let guess = shown.seconds - offset(at: shown.seconds)
    return Instant(seconds: shown.seconds - offset(at: guess))
  }
}
