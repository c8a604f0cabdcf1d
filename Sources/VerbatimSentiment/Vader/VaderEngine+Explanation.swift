internal import VerbatimCore
internal import VerbatimText

/// What made a score, word by word.
extension VaderEngine {
  /// The four numbers of a text and what each of its words did for the compound.
  ///
  /// A word's valence, changed by its rules, is divided by √(s² + α), as the sum s of all is. What
  /// punctuation adds to the sum is shared out among the words of the sum's own sign, by their
  /// valence. Shares are rounded as they add up, so that they add up to the compound.
  ///
  /// - Parameters:
  ///   - text: The text; bytes that are no UTF-8 read as U+FFFD.
  ///   - scratch: Memory to reuse.
  /// - Returns: The numbers that ``score(_:scratch:)-(Span<UInt8>,_)`` has, and a contribution for
  ///   each word whose valence is not 0, in the order of the text.
  public func explain(
    _ text: Span<UInt8>,
    scratch: inout Scratch
  ) -> (scores: VaderScores, contributions: [VaderContribution]) {
    var copy = VaderText()
    swap(&copy, &scratch.text)
    defer { swap(&copy, &scratch.text) }
    copy.fill(text, emoji)
    _ = scratch.words.divide(copy.bytes.span, isASCII: false, by: table)
    let words = scratch.words
    var polar: [PolarWord] = []
    var changes: [[Change]] = []
    for index in words.terms {
      var noted: [Change] = []
      let valence = valence(of: index, in: words, copy.bytes.span) { noted.append($0) }
      guard valence != 0 else { continue }
      polar.append(PolarWord(word: index, valence: valence))
      changes.append(noted)
    }
    let bare = polar
    if let but = words.but { VaderContrast.apply(at: but, to: &polar) }
    let sum = summed(polar, words)
    let shares = shares(of: polar, in: sum)
    func place(_ range: ClosedRange<Int>) -> ByteRange {
      copy.original(
        of: ByteRange(words.words[range.lowerBound].start, words.words[range.upperBound].end)
      )
    }
    let contributions = polar.indices.map { index in
      let word = polar[index]
      var rules = changes[index].map { Self.rule($0, place) }
      if let but = words.but, bare[index].valence != word.valence {
        rules.append(
          VaderRule(
            name: word.word < but ? "before" : "after",
            words: place(but...but),
            change: .times(word.valence / bare[index].valence)
          )
        )
      }
      if shares[index].emphasis != 0 {
        rules.append(
          VaderRule(name: "punctuation", words: nil, change: .plus(shares[index].emphasis))
        )
      }
      let entry = words.words[word.word].entry
      return VaderContribution(
        range: place(word.word...word.word),
        term: table.spelling(of: entry),
        valence: table.entries[entry].valence,
        rules: rules,
        contribution: shares[index].contribution
      )
    }
    return (sum.scores, contributions)
  }

  /// What each word has of the emphasis and of the compound.
  private func shares(
    of polar: [PolarWord],
    in sum: Sum
  ) -> [(emphasis: Double, contribution: Double)] {
    let isPositive = sum.valence > 0
    let mass = polar.reduce(0) { mass, word in
      (word.valence > 0) == isPositive ? mass + word.valence : mass
    }
    let added = sum.emphasized - sum.valence
    let length = (sum.emphasized * sum.emphasized + VaderRules.normalisation).squareRoot()
    let compound = Int((sum.scores.compound * 10_000).rounded())
    var exact = 0.0
    var given = 0
    return polar.enumerated().map { index, word in
      // The mass of the sum's own sign is at least as large as the sum, so no share outgrows it.
      let isShared = added != 0 && (word.valence > 0) == isPositive
      let emphasis = isShared ? added * (word.valence / mass) : 0
      exact += (word.valence + emphasis) / length
      let isLast = index == polar.count - 1
      let reached = isLast ? compound : Int((exact * 10_000).rounded())
      defer { given = reached }
      return (emphasis, Double(reached - given) / 10_000)
    }
  }

  private static func rule(_ change: Change, _ place: (ClosedRange<Int>) -> ByteRange) -> VaderRule
  {
    switch change {
    case .capitals(let added):
      VaderRule(name: "capitals", words: nil, change: .plus(added))
    case .boost(let word, let added):
      VaderRule(name: "booster", words: place(word...word), change: .plus(added))
    case .negation(let word):
      VaderRule(name: "negation", words: place(word...word), change: .times(VaderRules.negation))
    case .never(let word):
      VaderRule(name: "never", words: place(word...word), change: .times(VaderRules.never))
    case .idiom(let words, let worth):
      VaderRule(name: "idiom", words: place(words), change: .equals(worth))
    case .dampenerPair(let word):
      VaderRule(
        name: "booster",
        words: place(word...word + 1),
        change: .plus(-VaderRules.boost)
      )
    case .setAside:
      VaderRule(name: "negator of the next word", words: nil, change: .times(0))
    }
  }
}
