internal import VerbatimCore
internal import VerbatimText

/// The runs of words of a text, each once: what terms for issues are looked for among.
struct TermRuns: Sendable {
  /// Words that say nothing by themselves, in their matching forms.
  let empty: Set<String>
  private let vocabulary: Vocabulary

  /// The longest run, in words.
  static let longest = 5

  /// The runs that an engine's language tables allow.
  init(_ engine: SignalEngine) {
    empty = Set(engine.functionWords.map { ICUNormalizer.matchingForm($0) })
    vocabulary = engine.tokenizer.vocabulary
  }

  /// Calls `take` with every run of a text, some maybe more than once.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - lengths: How many words a run has.
  ///   - isIn: Whether a sentence is looked at.
  ///   - take: What to do with a run.
  func forEach(
    in text: TokenizedText,
    lengths: ClosedRange<Int>,
    where isIn: (Int) -> Bool = { _ in true },
    _ take: (String) -> Void
  ) {
    var run: [Member] = []
    for word in text.words {
      if word.style.contains(.afterBreak) { run.removeAll(keepingCapacity: true) }
      guard word.kind == .word, isIn(text.clauses[Int(word.clause)].sentence),
        let form = form(of: word, in: text)
      else {
        run.removeAll(keepingCapacity: true)
        continue
      }
      if run.count == lengths.upperBound { run.removeFirst() }
      run.append(Member(form: form, isEmpty: empty.contains(form)))
      // A run says something when not all its words are empty, and it ends in none.
      guard run.count >= lengths.lowerBound, run.last?.isEmpty == false else { continue }
      var words = ""
      var saysSomething = false
      for (length, member) in zip(1..., run.reversed()) {
        words = length == 1 ? member.form : "\(member.form) \(words)"
        saysSomething = saysSomething || !member.isEmpty && member.form.utf8.count >= 3
        if length >= lengths.lowerBound, saysSomething { take(words) }
      }
    }
  }

  /// A word of a run.
  private struct Member {
    let form: String
    let isEmpty: Bool
  }

  /// The form of a word as a pattern writes it; nil for what no pattern may hold, and for masks.
  private func form(of word: Word, in text: TokenizedText) -> String? {
    let end = Int(word.end)
    if end < text.bytes.count, text.bytes[end] == UInt8(ascii: "*") { return nil }
    let form =
      word.id != 0
      ? vocabulary.form(of: word.id) : ICUNormalizer.matchingForm(text.cut(word.range))
    guard form.utf8.count <= 40, !form.utf8.contains(where: Self.isMark),
      !form.unicodeScalars.contains(where: { $0 == "\u{2018}" || $0 == "\u{2019}" })
    else { return nil }
    return form
  }

  /// Whether an ASCII byte is a digit or a mark that means something in a pattern.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    case UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "/"): true
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): true
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""): true
    case UInt8(ascii: "~"), UInt8(ascii: "@"), UInt8(ascii: "#"): true
    default: false
    }
  }

  /// Leaves out runs that hold a surer one, or are held by one in nearly all their texts.
  ///
  /// - Parameters:
  ///   - terms: Terms, the surest first.
  ///   - count: How many are kept at most.
  ///   - term: The words of a term.
  ///   - hits: How many texts hold it.
  /// - Returns: Those that are left, in their order.
  static func withoutEchoes<Term>(
    _ terms: [Term],
    _ count: Int,
    term: (Term) -> String,
    hits: (Term) -> Int
  ) -> [Term] {
    var kept: [Term] = []
    for candidate in terms where kept.count < count {
      let padded = " \(term(candidate)) "
      let isEcho = kept.contains { other in
        padded.contains(" \(term(other)) ")
          || (" \(term(other)) ".contains(padded) && hits(other) * 10 >= hits(candidate) * 7)
      }
      if !isEcho { kept.append(candidate) }
    }
    return kept
  }
}
