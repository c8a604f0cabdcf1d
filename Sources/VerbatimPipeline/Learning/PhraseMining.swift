internal import VerbatimCore
internal import VerbatimSentiment
internal import VerbatimText

/// Words and phrases that the lexicon lacks and that stand on one side of the verdicts.
///
/// Runs of one to three words, no entry of the lexicon among them, counted once a text. Left out:
/// function words and modifiers by themselves, numbers, words of articles' names, and names, which
/// are known by their capital inside a sentence.
struct PhraseMining: Sendable {
  /// A run of words worth a valence of its own.
  struct Candidate: Hashable, Sendable {
    /// The words, with a blank between them.
    var term: String
    /// Standard errors from equal odds: above 0 in positive texts.
    var z: Double
    /// In how many texts it stands.
    var count: Int
  }

  /// The fewest texts that a candidate stands in (authored).
  static let fewest = 6
  /// How many standard errors a candidate is from equal odds, at least (authored: 1 in 20).
  static let smallestZ = 1.96
  /// The most candidates.
  static let most = 1_500
  /// The most runs that are counted at once; beyond it the rarest are let go.
  static let limit = 600_000

  /// What must not be a candidate by itself.
  struct Vocabulary: Sendable {
    /// Words that say nothing by themselves, and modifiers.
    var empty: Set<String>
    /// Terms and phrases that are in the lexicon, those of 0 too.
    var terms: Set<String>
    /// Words of articles' names.
    var names: Set<String>
  }

  // Fold × 3 + side for the first fifteen; the last counts capitals inside a sentence.
  private var tallies: [String: SIMD16<UInt32>] = [:]
  /// Texts by fold × 3 + side.
  private(set) var texts = SIMD16<UInt32>.zero

  /// Nothing counted yet.
  init() {}

  /// Takes the runs of a text.
  ///
  /// - Parameters:
  ///   - texts: The parts as the engine read them.
  ///   - names: Which part each text is.
  ///   - sentiment: What the engine made of them, explained.
  ///   - engine: The engine, for the forms of its words.
  ///   - vocabulary: What must not be a candidate by itself.
  ///   - side: The verdict: below 0, 0, above 0.
  ///   - fold: 0 to 4.
  mutating func take(
    _ texts: [TokenizedText],
    _ names: [TextPart],
    _ sentiment: Sentiment,
    _ engine: SignalEngine,
    _ vocabulary: Vocabulary,
    side: Int,
    fold: Int
  ) {
    let lane = fold * 3 + side + 1
    self.texts[lane] += 1
    var seen: Set<String> = []
    for (index, text) in texts.enumerated() {
      let covered = sentiment.contributions.filter { $0.part == names[index] }.map(\.range)
      var run: [String] = []
      for (at, word) in text.words.enumerated() {
        if word.style.contains(.afterBreak) { run.removeAll() }
        guard word.kind == .word, !covered.contains(where: { $0.overlaps(word.range) }),
          let form = form(of: word, in: text, engine)
        else {
          run.removeAll()
          continue
        }
        if run.count == 3 { run.removeFirst() }
        run.append(form)
        for length in 1...run.count {
          let words = run.suffix(length)
          guard Self.isWorthCounting(words, vocabulary) else { continue }
          let term = words.joined(separator: " ")
          if seen.insert(term).inserted { tallies[term, default: .zero][lane] += 1 }
        }
        if isCapitalInside(word, at, text) { tallies[form, default: .zero][15] += 1 }
      }
    }
    prune()
  }

  /// Adds the counts of another batch, in the order of the terms.
  mutating func add(_ other: PhraseMining) {
    texts &+= other.texts
    for (term, tally) in other.tallies.sorted(by: { $0.key < $1.key }) {
      tallies[term, default: .zero] &+= tally
    }
    prune()
  }

  private mutating func prune() {
    var floor: UInt32 = 1
    while tallies.count > Self.limit {
      tallies = tallies.filter { $0.value.wrappedSum() > floor }
      floor += 1
    }
  }

  /// The candidates, the surest first.
  ///
  /// - Parameters:
  ///   - fold: A fold whose texts do not count; nil for all.
  ///   - vocabulary: What must not be a candidate by itself.
  /// - Returns: At most ``most``.
  func candidates(without fold: Int? = nil, _ vocabulary: Vocabulary) -> [Candidate] {
    var mask = SIMD16<UInt32>(repeating: 1)
    mask[15] = 0
    if let fold { for lane in fold * 3..<fold * 3 + 3 { mask[lane] = 0 } }
    func sides(_ tally: SIMD16<UInt32>) -> (negative: Int, neutral: Int, positive: Int) {
      let kept = tally &* mask
      var sums = (0, 0, 0)
      for fold in 0..<5 {
        sums.0 += Int(kept[fold * 3])
        sums.1 += Int(kept[fold * 3 + 1])
        sums.2 += Int(kept[fold * 3 + 2])
      }
      return (sums.0, sums.1, sums.2)
    }
    var totals = (negative: 0, positive: 0)
    for tally in tallies.values {
      let here = sides(tally)
      totals.negative += here.negative
      totals.positive += here.positive
    }
    let odds = LogOdds(negatives: totals.negative, positives: totals.positive)
    var found: [Candidate] = []
    for (term, tally) in tallies {
      let here = sides(tally)
      let count = here.negative + here.neutral + here.positive
      guard count >= Self.fewest, !vocabulary.terms.contains(term), !isName(term, tally)
      else { continue }
      let z = odds.z(negative: here.negative, positive: here.positive)
      guard abs(z) >= Self.smallestZ else { continue }
      found.append(Candidate(term: term, z: z, count: count))
    }
    found.sort { left, right in
      if abs(left.z) != abs(right.z) { return abs(left.z) > abs(right.z) }
      return left.term < right.term
    }
    return Self.withoutEchoes(found)
  }

  /// Whether every content word of a run is mostly written with a capital inside sentences.
  private func isName(_ term: String, _ tally: SIMD16<UInt32>) -> Bool {
    term.split(separator: " ").contains { word in
      let tally = tallies[String(word)] ?? .zero
      let all = Int(tally.wrappedSum()) - Int(tally[15])
      return Int(tally[15]) * 2 > all && tally[15] >= 3
    }
  }

  /// Leaves out runs that hold a surer run of the same side, and those that stand nearly everywhere
  /// where a surer run stands that holds them.
  private static func withoutEchoes(_ candidates: [Candidate]) -> [Candidate] {
    var kept: [Candidate] = []
    for candidate in candidates where kept.count < most {
      let padded = " \(candidate.term) "
      let isEcho = kept.contains { other in
        if padded.contains(" \(other.term) ") { return (other.z > 0) == (candidate.z > 0) }
        return other.count * 10 >= candidate.count * 7 && " \(other.term) ".contains(padded)
      }
      if !isEcho { kept.append(candidate) }
    }
    return kept
  }

  /// Whether a run may be a candidate.
  private static func isWorthCounting(
    _ words: ArraySlice<String>,
    _ vocabulary: Vocabulary
  ) -> Bool {
    guard
      words.contains(where: { !vocabulary.empty.contains($0) && !vocabulary.names.contains($0) })
    else { return false }
    guard words.count == 1 else { return true }
    return words.allSatisfy { word in
      word.utf8.count >= 3 && !vocabulary.terms.contains(word)
        && !word.utf8.contains { (0x30...0x39).contains($0) }
    }
  }

  /// The form of a word as a pattern writes it; nil for what no pattern may hold, and for masks.
  private func form(
    of word: Word,
    in text: TokenizedText,
    _ engine: SignalEngine
  ) -> String? {
    let end = Int(word.end)
    if end < text.bytes.count, text.bytes[end] == UInt8(ascii: "*") { return nil }
    let form =
      word.id != 0
      ? engine.tokenizer.vocabulary.form(of: word.id)
      : Self.straightened(ICUNormalizer.matchingForm(text.cut(word.range)))
    guard form.utf8.count <= 40, !form.contains(where: { "()[]|*.,;:!?\"-/~@#".contains($0) })
    else { return nil }
    return form
  }

  private func isCapitalInside(_ word: Word, _ at: Int, _ text: TokenizedText) -> Bool {
    guard at > 0, !word.style.contains(.afterBreak), !word.style.contains(.capitals) else {
      return false
    }
    return (0x41...0x5A).contains(text.bytes[Int(word.start)])
  }

  /// The words of a name, in their matching forms.
  static func words(of name: String) -> [String] { PhrasePattern.words(of: name) }

  private static func straightened(_ text: String) -> String {
    guard text.utf8.contains(0xE2) else { return text }
    return String(text.map { $0 == "\u{2018}" || $0 == "\u{2019}" ? "'" : $0 })
  }
}
