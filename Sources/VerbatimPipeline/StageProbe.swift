internal import VerbatimIssues
internal import VerbatimSentiment
internal import VerbatimText

/// Runs single stages of an engine over many texts, for benchmarks.
///
/// Each answer is a number that depends on every text.
public struct StageProbe {
  private let engine: SignalEngine

  /// A probe of an engine.
  public init(_ engine: SignalEngine) { self.engine = engine }

  /// The number of words.
  public func tokenise(_ texts: [String]) -> Int {
    var scratch = SignalEngine.Scratch()
    return each(texts, &scratch) { $0.texts[0].words.count }
  }

  /// The number of texts with a score.
  public func sentiment(_ texts: [String]) -> Int {
    var scratch = SignalEngine.Scratch()
    return each(texts, &scratch) { scratch in
      let sentiment = engine.sentiment.score(
        scratch.texts,
        named: scratch.names,
        explains: false,
        scratch: &scratch.sentiment
      )
      return sentiment.compound == nil ? 0 : 1
    }
  }

  /// The number of issues.
  public func issues(_ texts: [String]) -> Int {
    var scratch = SignalEngine.Scratch()
    return each(texts, &scratch) { scratch in
      engine.issueMatcher.issues(
        in: scratch.texts[0],
        part: .text,
        scratch: &scratch.issues
      ).count
    }
  }

  private func each(
    _ texts: [String],
    _ scratch: inout SignalEngine.Scratch,
    _ body: (inout SignalEngine.Scratch) -> Int
  ) -> Int {
    var sum = 0
    for text in texts {
      scratch.clear()
      scratch.add(.text, text)
      engine.tokenizer.tokenize(&scratch.texts[0], scratch: &scratch.words)
      sum += body(&scratch)
    }
    return sum
  }
}
