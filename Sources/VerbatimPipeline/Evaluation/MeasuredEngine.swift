internal import VerbatimCore

/// An engine as evaluation sees it: a name, and a function from feedback to verdicts.
///
/// Any engine can stand beside ours that way; see ``Evaluation``.
public struct MeasuredEngine: Sendable {
  /// What it is called in the report.
  public let name: String
  private let judge: @Sendable ([RatedText]) -> [EngineVerdict]

  /// An engine by its name and function.
  ///
  /// - Parameters:
  ///   - name: What it is called in the report.
  ///   - judge: A verdict for each text, in their order; called on any task.
  public init(name: String, judge: @escaping @Sendable ([RatedText]) -> [EngineVerdict]) {
    self.name = name
    self.judge = judge
  }

  /// Our engine, as `verbatim score` runs it: texts masked, quotes and signatures left out.
  public init(_ engine: SignalEngine, name: String = "verbatim") {
    self.init(name: name) { texts in
      var scratch = SignalEngine.Scratch()
      return texts.map { text in
        var record = text.record
        return EngineVerdict(engine.signal(for: &record, explains: false, scratch: &scratch))
      }
    }
  }

  /// The verdicts on texts, in their order, found side by side; the same for any number of jobs.
  public func verdicts(on texts: [RatedText], jobs: Int) async -> [EngineVerdict] {
    let size = 256
    return await withTaskGroup(of: (Int, [EngineVerdict]).self) { group in
      var parts: [Int: [EngineVerdict]] = [:]
      var start = 0
      func add() {
        guard start < texts.count else { return }
        let from = start
        let batch = Array(texts[from..<min(from + size, texts.count)])
        start += size
        group.addTask { (from, judge(batch)) }
      }
      for _ in 0..<max(1, jobs) { add() }
      while let (from, verdicts) = await group.next() {
        parts[from] = verdicts
        add()
      }
      return parts.keys.sorted().flatMap { parts[$0] ?? [] }
    }
  }
}
