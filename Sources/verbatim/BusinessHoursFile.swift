import VerbatimPipeline
import Yams

/// When people answer, as a person writes it.
///
///     time_zone: Europe/Berlin
///     week:
///       mon-fri: ["09:00-12:30", "13:00-17:30"]
///       sat: ["10:00-14:00"]
///     holidays: [2026-12-25, 2026-12-26]
struct BusinessHoursFile: Decodable {
  var timeZone: String
  var week: [String: [String]]
  var holidays: [String]?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case timeZone = "time_zone"
    case week
    case holidays
  }

  private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Reads hours.
  static func load(_ path: String) throws -> BusinessHours {
    let yaml = try YAMLFile.text(path)
    let known = CodingKeys.allCases.map(\.rawValue)
    if let keys = (try? Yams.load(yaml: yaml) as? [String: Any])?.keys,
      let unknown = keys.filter({ !known.contains($0) }).min()
    {
      throw refused(
        path,
        "`\(unknown)` is no setting",
        "settings are \(known.joined(separator: ", "))"
      )
    }
    let file = try YAMLFile.decode(BusinessHoursFile.self, yaml, path)
    guard let zone = ICUTimeZone(named: file.timeZone) else {
      throw refused(path, "`\(file.timeZone)` is no time zone", "write it as Europe/Berlin or UTC")
    }
    var week = [[BusinessHours.Span]](repeating: [], count: 7)
    // In the order of their names, so that of several faults the same one is told.
    for (name, spans) in file.week.sorted(by: { $0.key < $1.key }) {
      let read = try spans.map { try span($0, path) }
      for day in try days(name, path) { week[day] += read }
    }
    let holidays = try (file.holidays ?? []).map { text in
      guard let day = Instant(iso8601: text), day.precision == .day else {
        throw refused(path, "`\(text)` is no day", "write holidays as 2026-12-25")
      }
      return day.dayNumber
    }
    do throws(BusinessHours.Failure) {
      return try BusinessHours(zone: zone, week: week, holidays: Set(holidays))
    } catch {
      throw refused(path, error.description, "write spans as \"09:00-17:30\", each once a day")
    }
  }

  /// The days of `mon`, `monday` or `mon-fri`, Monday being 0.
  private static func days(_ name: String, _ path: String) throws -> [Int] {
    let ends = name.lowercased().split(separator: "-").map { end in
      days.firstIndex { end.hasPrefix($0) }
    }
    switch ends.count {
    case 1: if let day = ends[0] { return [day] }
    case 2:
      if let first = ends[0], let last = ends[1] {
        // Over the week's end: "sat-mon".
        return first <= last ? Array(first...last) : Array(first..<7) + Array(0...last)
      }
    default: break
    }
    throw refused(path, "`\(name)` is no day of the week", "write mon, tue, …, or mon-fri")
  }

  /// A span as `09:00-17:30`; a day ends at 24:00.
  private static func span(_ text: String, _ path: String) throws -> BusinessHours.Span {
    let ends = text.split(separator: "-").map { end -> Int? in
      let parts = end.split(separator: ":").map { Int($0.filter { !$0.isWhitespace }) }
      guard parts.count == 2, let hour = parts[0], let minute = parts[1],
        (0...24).contains(hour), (0...59).contains(minute)
      else { return nil }
      return hour * 60 + minute
    }
    guard ends.count == 2, let start = ends[0], let end = ends[1] else {
      throw refused(path, "`\(text)` is no span of time", "write spans as \"09:00-17:30\"")
    }
    return BusinessHours.Span(start, end)
  }

  private static func refused(_ path: String, _ message: String, _ hint: String) -> Failure {
    Failure(
      Diagnostic(.businessHours, at: SourceLocation(file: path), message, hint: hint),
      code: .configuration
    )
  }
}
