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

  /// The number of words, of texts that are bytes already.
  public func tokenise(_ texts: [[UInt8]]) -> Int {
    var scratch = Tokenizer.Scratch()
    var text = TokenizedText()
    return texts.reduce(0) { sum, bytes in
      text.bytes.removeAll(keepingCapacity: true)
      text.bytes.append(contentsOf: bytes)
      engine.tokenizer.tokenize(&text, scratch: &scratch)
      return sum + text.words.count
    }
  }

  /// The number of texts whose language is known.
  public func language(_ texts: [String]) -> Int {
    var scratch = SignalEngine.Scratch()
    return each(texts, &scratch) { scratch in
      engine.languages.detect(scratch.texts[0], scratch: &scratch.languages) == nil ? 0 : 1
    }
  }

  /// How many pieces of personal data are masked.
  public func redact(_ texts: [String]) -> Int {
    texts.reduce(0) { sum, text in
      var counts: [String: Int] = [:]
      _ = engine.redactor.textRedactor.redact(text, counts: &counts)
      return sum + counts.values.reduce(0, +)
    }
  }

  /// The number of parts of texts read as messages.
  public func clean(_ texts: [[UInt8]]) -> Int {
    texts.reduce(0) { $0 + engine.cleaner.parts(of: $1.span).count }
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

  /// The number of texts that VADER finds positive or negative; nil for an engine without it.
  public func vader(_ texts: [[UInt8]]) -> Int? {
    guard let vader = engine.vader else { return nil }
    var scratch = VaderEngine.Scratch()
    return texts.reduce(0) { sum, bytes in
      sum + (vader.score(bytes.span, scratch: &scratch).compound == 0 ? 0 : 1)
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
