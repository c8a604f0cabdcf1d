internal import Foundation

/// Reads the header `Retry-After`.
enum RetryAfter {
  /// The three forms of a date in HTTP; RFC 9110, 5.6.7.
  private static let forms = [
    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM d HH:mm:ss yyyy",
  ]

  /// How many seconds to wait; nil for what is neither a number of seconds nor a date.
  ///
  /// A date that has passed is 0.
  static func seconds(_ header: String, now: Int64) -> Int? {
    let text = header.trimmingCharacters(in: .whitespaces)
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return Int(text) }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    for form in forms {
      formatter.dateFormat = form
      if let date = formatter.date(from: text) {
        return max(0, Int(date.timeIntervalSince1970.rounded(.up)) - Int(now))
      }
    }
    return nil
  }
}
