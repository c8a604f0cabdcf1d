public import VerbatimCore
public import VerbatimIngest

/// Scores texts under two lexicons side by side and finds those whose label flips.
public struct FlipRun: Sendable {
  /// What was counted.
  public struct Counts: Hashable, Sendable {
    /// Texts scored.
    public var texts = 0
    /// Records that cannot be used.
    public var rejected = 0
    /// Texts by what the old lexicon says of them.
    public var before: [String: Int] = [:]
    /// Texts by what the new lexicon says of them.
    public var after: [String: Int] = [:]
    /// Texts of which they say different things.
    public var flips = 0

    /// Nothing counted yet.
    public init() {}
  }

  private let old: SignalEngine
  private let new: SignalEngine
  private let batches: OrderedBatches

  /// A run over two engines.
  public init(from old: SignalEngine, to new: SignalEngine, jobs: Int) {
    self.old = old
    self.new = new
    batches = OrderedBatches(jobs: jobs)
  }

  private struct Found: Sendable {
    var flips: [LabelFlip] = []
    var before: [Verdict] = []
    var after: [Verdict] = []
    var diagnostics: [Diagnostic] = []
    var rejected = 0
  }

  /// Runs to the end of an input.
  ///
  /// - Parameters:
  ///   - input: The input, whose reader is used up.
  ///   - counts: What is added to.
  ///   - tell: Takes rejects and warnings, in order.
  ///   - flip: Takes the flips, in order.
  /// - Throws: A diagnostic that makes the rest of the input unusable, and what `flip` throws.
  public func run(
    _ input: inout OpenedInput,
    counts: inout Counts,
    tell: (Diagnostic) -> Void,
    flip: (LabelFlip) throws -> Void
  ) async throws {
    var identity = RecordIdentity()
    var reader = input.reader
    var result = counts
    let (old, new) = (old, new)
    try await batches.run(
      &reader,
      prepare: { item -> (ReadItem, String) in
        guard case .record(let record) = item else { return (item, "") }
        return (item, identity.id(of: record))
      },
      work: { Self.work($0, old, new) },
      consume: { found in
        for diagnostic in found.diagnostics { tell(diagnostic) }
        result.rejected += found.rejected
        result.texts += found.before.count
        result.flips += found.flips.count
        for verdict in found.before { result.before[verdict.name, default: 0] += 1 }
        for verdict in found.after { result.after[verdict.name, default: 0] += 1 }
        for item in found.flips { try flip(item) }
      }
    )
    counts = result
    if let damage = input.encodingDamage { tell(damage) }
  }

  private static func work(
    _ items: [(ReadItem, String)],
    _ old: SignalEngine,
    _ new: SignalEngine
  ) -> Found {
    var scratch = SignalEngine.Scratch()
    var found = Found()
    for (item, id) in items {
      switch item {
      case .record(var record):
        record.id = id
        let pair = Self.verdicts(of: &record, old, new, &scratch)
        found.before.append(pair.before)
        found.after.append(pair.after)
        if let flip = pair.flip { found.flips.append(flip) }
      case .reject(let diagnostic):
        found.diagnostics.append(diagnostic)
        found.rejected += 1
      case .warning(let diagnostic): found.diagnostics.append(diagnostic)
      }
    }
    return found
  }

  /// What two engines say of a record, and how it flips, if it does.
  ///
  /// Explanations are made only for texts that flip.
  static func verdicts(
    of record: inout FeedbackRecord,
    _ old: SignalEngine,
    _ new: SignalEngine,
    _ scratch: inout SignalEngine.Scratch
  ) -> (before: Verdict, after: Verdict, flip: LabelFlip?) {
    let unscored = old.mask(&record)
    func sentiment(_ engine: SignalEngine, explains: Bool) -> Sentiment {
      engine.sentiment(
        ofMasked: record,
        without: unscored,
        explains: explains,
        scratch: &scratch
      )
    }
    let before = Verdict(sentiment(old, explains: false))
    let after = Verdict(sentiment(new, explains: false))
    guard !before.agrees(with: after) else { return (before, after, nil) }
    let flip = LabelFlip(
      record,
      before: sentiment(old, explains: true),
      after: sentiment(new, explains: true)
    )
    return (before, after, flip)
  }
}

extension Verdict {
  /// The label, or why there is none.
  public var name: String { label?.rawValue ?? status.rawValue }
}
