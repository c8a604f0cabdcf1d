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

  /// What is usual, with what it rests on: others alike, or all where those do not differ.
  static func usual(_ audited: AuditedConversation) -> String {
    let within = audited.expectedWithin.map { $0 == .shop ? "in \($0.name)" : "by \($0.name)" }
    let ground = [
      within, audited.expectedWithinCount.map { "n = \(EvaluationPrinter.grouped($0))" },
    ]
    return "usual \(mood(audited.expected)) " + ground.compactMap(\.self).joined(separator: ", ")
  }

  /// The queues of a person: the two most frequent with their counts, and how many more.
  static func queues(_ queues: [ResidualComparison.QueueCount]) -> String {
    guard !queues.isEmpty else { return "–" }
    let shown = queues.prefix(2).map { "\(Console.shown($0.queue)) \($0.count)" }
    let more = queues.count > 2 ? ["\(queues.count - 2) more"] : []
    return (shown + more).joined(separator: ", ")
  }

  /// Among whom recovery is usual: `queue, issue and channel 91 %; channel 9 %`.
  static func within(_ shares: [RecoveryShare]) -> String {
    guard !shares.isEmpty else { return "–" }
    return shares.map { "\($0.grain.name) \(percent($0.share)) %" }.joined(separator: "; ")
  }

  /// A count with its word, which gets an s for any number but one.
  static func count(_ number: Int, _ word: String) -> String {
    "\(EvaluationPrinter.grouped(number)) \(word)\(number == 1 ? "" : "s")"
  }

  /// A day and a minute of an instant, as far as it is known.
  static func time(_ instant: Instant?) -> String { instant?.description ?? "no time" }
}
