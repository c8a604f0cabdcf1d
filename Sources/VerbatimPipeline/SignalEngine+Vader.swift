internal import VerbatimCore
internal import VerbatimSentiment
internal import VerbatimText

/// The VADER mode: sentiment as vaderSentiment gives it, everything else as always.
extension SignalEngine {
  /// The customer's words as one text, its parts on lines of their own.
  ///
  /// They are taken before anything is masked: a mask is one word where a name may be two, and
  /// the numbers would not be those of the published program. Quotes, signatures and what machines
  /// add are left out, as always.
  struct Spoken {
    fileprivate(set) var bytes: [UInt8] = []
    fileprivate var parts: [(name: TextPart, range: ByteRange)] = []
    fileprivate var vader = VaderEngine.Scratch()

    fileprivate mutating func clear() {
      bytes.removeAll(keepingCapacity: true)
      parts.removeAll(keepingCapacity: true)
    }

    fileprivate mutating func add(_ name: TextPart, _ text: String) {
      if !parts.isEmpty { bytes.append(UInt8(ascii: "\n")) }
      let start = bytes.count
      bytes.append(contentsOf: text.utf8)
      parts.append((name, ByteRange(start, bytes.count)))
    }

    fileprivate mutating func addParts(of record: FeedbackRecord) {
      if let title = record.title, !title.isEmpty { add(.title, title) }
      if let text = record.text, !text.isEmpty { add(.text, text) }
      for (index, turn) in record.turns.enumerated() where turn.role == .customer {
        add(.turn(index), turn.text)
      }
    }

    /// The part in which a place lies.
    fileprivate func part(at place: Int) -> (name: TextPart, range: ByteRange) {
      var low = 0
      var high = parts.count - 1
      while low < high {
        let middle = (low + high + 1) / 2
        if parts[middle].range.start <= place { low = middle } else { high = middle - 1 }
      }
      return parts[low]
    }
  }

  /// Takes the customer's words for VADER, before they are masked; nothing in the other mode.
  func takeSpoken(
    of record: FeedbackRecord,
    without unscored: [UnscoredPart],
    _ spoken: inout Spoken
  ) {
    guard vader != nil else { return }
    spoken.clear()
    spoken.addParts(of: record)
    for item in unscored {
      guard let part = spoken.parts.first(where: { $0.name == item.part }) else { continue }
      for at in item.range.start..<item.range.end {
        spoken.bytes[part.range.start + at] = UInt8(ascii: "\n")
      }
    }
  }

  /// The sentiment by VADER: its four numbers, whatever the language; `no_text` without words.
  ///
  /// - Parameters:
  ///   - engine: The VADER engine.
  ///   - record: The record with its texts masked, of which alone an explanation quotes.
  ///   - explains: Whether to list every contribution.
  ///   - spoken: The customer's words, not masked.
  /// - Returns: The sentiment, without clauses: VADER has none.
  func sentiment(
    by engine: VaderEngine,
    of record: FeedbackRecord,
    explains: Bool,
    _ spoken: inout Spoken
  ) -> Sentiment {
    var sentiment = Sentiment(status: .noText)
    let bytes = spoken.bytes
    let scores: VaderScores
    if explains {
      let explanation = engine.explain(bytes.span, scratch: &spoken.vader)
      scores = explanation.scores
      sentiment.contributions = contributions(explanation.contributions, record, spoken)
    } else {
      scores = engine.score(bytes.span, scratch: &spoken.vader)
    }
    guard scores != .none else { return sentiment }
    sentiment.status = .scored
    sentiment.compound = scores.compound
    sentiment.positive = scores.positive
    sentiment.negative = scores.negative
    sentiment.neutral = scores.neutral
    sentiment.label = scores.label
    return sentiment
  }

  /// The compound of one part by itself; nil when it has no word.
  func compound(by engine: VaderEngine, ofPart index: Int, _ spoken: inout Spoken) -> Double? {
    let range = spoken.parts[index].range
    let bytes = spoken.bytes
    let scores = engine.score(
      bytes.span.extracting(range.start..<range.end),
      scratch: &spoken.vader
    )
    return scores == .none ? nil : scores.compound
  }

  private func contributions(
    _ contributions: [VaderContribution],
    _ record: FeedbackRecord,
    _ spoken: Spoken
  ) -> [Sentiment.Contribution] {
    // Masks are as long as what they cover: a range of one text is a range of the other.
    var masked = Spoken()
    masked.addParts(of: record)
    func cut(_ range: ByteRange) -> String {
      let end = min(range.end, masked.bytes.count)
      return String(decoding: masked.bytes[min(range.start, end)..<end], as: UTF8.self)
        .replacing("\n", with: " ")
    }
    return contributions.map { item in
      let part = spoken.part(at: item.range.start)
      let isMasked =
        item.range.end > masked.bytes.count
        || masked.bytes[item.range.start..<item.range.end]
          != spoken.bytes[item.range.start..<item.range.end]
      return Sentiment.Contribution(
        part: part.name,
        range: ByteRange(
          item.range.start - part.range.start,
          item.range.end - part.range.start
        ),
        term: isMasked ? cut(item.range) : item.term,
        valence: item.valence,
        rules: item.rules.map { $0.text(cut) },
        contribution: item.contribution
      )
    }
  }
}
