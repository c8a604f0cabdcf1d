public import VerbatimCore
public import VerbatimIssues

/// Everything that bears on the issues of one text.
public struct IssueExplanation: Sendable {
  /// The text, masked, as it was read.
  public let text: String
  /// What was found.
  public let issues: [Issue]
  /// What the customer wants besides.
  public let remarks: [Remark]
  /// Every pattern that fits, with what became of it.
  public let traces: [IssueTrace]
  /// The patterns that nearly fit, the nearest first.
  public let nearMisses: [IssueNearMiss]
  /// Why nothing was looked for; nil when it was.
  public let language: String?

  /// How many near misses there are at most.
  public static let mostNearMisses = 5

  /// Explains a text.
  public init(_ text: String, by engine: SignalEngine) {
    var scratch = SignalEngine.Scratch()
    var record = FeedbackRecord(source: .init(kind: .survey, format: "text", file: "-"))
    record.text = text
    record.id = Fingerprint.hex32("explain", text)
    let signal = engine.signal(for: &record, explains: false, scratch: &scratch)
    self.text = record.text ?? ""
    issues = signal.issues
    remarks = signal.remarks
    language = engine.readsAsEnglish(signal) ? nil : signal.language ?? "unknown"
    var traces: [IssueTrace] = []
    var nearMisses: [IssueNearMiss] = []
    var own = IssueMatcher.Scratch()
    for (name, text) in zip(scratch.names, scratch.texts) {
      traces += engine.issueMatcher.trace(text, part: name, scratch: &own)
      nearMisses += engine.issueMatcher.nearMisses(in: text, count: Self.mostNearMisses)
    }
    self.traces = traces
    self.nearMisses = Array(nearMisses.prefix(Self.mostNearMisses))
  }
}
