import VerbatimPipeline

/// Numbers of an audit as people read them.
enum AuditWords {
  /// A mood or a difference of moods: two decimals and always a sign.
  static func mood(_ value: Double?) -> String {
    guard let value else { return "–" }
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    return (hundredths == 0 ? "" : value < 0 ? "−" : "+") + digits
  }

  /// An interval of moods.
  static func moods(_ interval: Bootstrap.Interval?) -> String {
    interval.map { "\(mood($0.lower)) to \(mood($0.upper))" } ?? "–"
  }

  /// A share in percent, to a tenth.
  static func percent(_ share: Double?) -> String {
    guard let share else { return "–" }
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// A number of seconds in its two greatest units: `45 s`, `14 min`, `3 h 05`, `1 d 6 h`.
  static func duration(_ seconds: Double?) -> String {
    guard let seconds else { return "–" }
    let whole = Int(min(seconds.rounded(), 1e12))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\((whole + 30) / 60) min" }
    if whole < 86_400 {
      let minutes = (whole + 30) / 60 % 60
      return "\((whole + 30) / 3600) h \(minutes < 10 ? "0" : "")\(minutes)"
    }
    return "\(whole / 86_400) d \(whole % 86_400 / 3600) h"
  }

  /// What is usual, with what it rests on: conversations alike, or all when there are none.
  static func usual(_ audited: AuditedConversation) -> String {
    let ground =
      audited.expectedCount == 0 ? "of all issues" : "n = \(audited.expectedCount ?? 0) alike"
    return "usual \(mood(audited.expected)), \(ground)"
  }

  /// A count with its word, which gets an s for any number but one.
  static func count(_ number: Int, _ word: String) -> String {
    "\(EvaluationPrinter.grouped(number)) \(word)\(number == 1 ? "" : "s")"
  }

  /// A day and a minute of an instant, as far as it is known.
  static func time(_ instant: Instant?) -> String { instant?.description ?? "no time" }
}
