internal import VerbatimCore
internal import VerbatimIssues
internal import VerbatimSentiment
internal import VerbatimText

/// What the words of a record say of it as a whole.
extension SignalEngine {
  /// Lays the tone of a record's texts over what the rules say of them.
  ///
  /// Conversations and long texts are left to the rules: no such text was learnt from.
  func addTone(
    of record: FeedbackRecord,
    to sentiment: inout Sentiment,
    explains: Bool,
    _ scratch: inout Scratch
  ) {
    guard let toneReader, record.turns.isEmpty, scratch.foreignWords == 0,
      let verdict = Tone.Verdict(sentiment),
      let number = Tone.Verdict.allCases.firstIndex(of: verdict),
      let first = scratch.texts.firstIndex(where: { !$0.words.isEmpty }),
      scratch.texts.reduce(0, { $0 + $1.words.count }) <= ScoringRules.longestTone
    else { return }
    let text = scratch.texts[first]
    var tone = Tone(
      scores: toneReader.scores(of: scratch.texts, verdict: number, &scratch.tone),
      part: scratch.names[first],
      range: text.range(of: text.words.startIndex..<text.words.endIndex)
    )
    if explains { explain(&tone, toneReader, verdict, number, scratch) }
    tone.settle(&sentiment, explains: explains)
  }

  /// Says by which words a tone is what it is: what it adds up from, and every term with its share.
  ///
  /// A term whose share rounds to nothing is not named; what such terms add is told together.
  private func explain(
    _ tone: inout Tone,
    _ reader: ToneReader,
    _ verdict: Tone.Verdict,
    _ number: Int,
    _ scratch: Scratch
  ) {
    let marks = Tone.Mark.allCases
    let mark = tone.mark(over: verdict)
    func signs(_ plus: Tone.Mark, minus: Tone.Mark? = nil) -> [Int] {
      marks.map { $0 == plus ? 1 : $0 == minus ? -1 : 0 }
    }
    let against: Tone.Mark? =
      switch mark {
      case .praise: .criticism
      case .criticism: .praise
      default: nil
      }
    let sum = signs(mark, minus: against)
    let terms = reader.terms(sum, scratch.tone)
    let named = terms.filter { abs($0.share) >= 0.005 }
    if let top = named.first, top.share > 0 {
      tone.part = scratch.names[top.part]
      tone.range = scratch.texts[top.part].range(of: top.words)
    }
    let beside = reader.beside(sum, verdict: number)
    let whole = terms.reduce(0) { $0 + $1.share }
    let rest = whole - named.reduce(0) { $0 + $1.share }
    let name = mark.rawValue.lowercased()
    let score = against.map { tone.score(mark) - tone.score($0) } ?? tone.score(mark)
    tone.reasons = [
      (against == nil ? name : "\(name) over \(against?.rawValue.lowercased() ?? "")")
        + " \(Self.signed(score)) = terms \(Self.signed(whole)), any text \(Self.signed(beside.any)), "
        + "rules say \(verdict.rawValue) \(Self.signed(beside.verdict))"
    ]
    guard !named.isEmpty else { return }
    var shares = named.map { "“\($0.source)” \(Self.signed($0.share))" }
    if abs(rest) >= 0.005 { shares.append("smaller ones \(Self.signed(rest))") }
    tone.reasons.append("terms: " + shares.joined(separator: ", "))
  }

  private static func signed(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    return (value < 0 && hundredths > 0 ? "−" : "+") + digits
  }
}
