internal import VerbatimCore
internal import VerbatimText

/// Finds articles that a text names, by code, name or alias.
///
/// Names are found by one walk over the words; codes by what words with a digit and their neighbours
/// spell, in the catalog's own index.
public struct MentionFinder: Sendable {
  /// The most articles that a mention keeps.
  static let articleLimit = 64
  /// The most mentions that a text gives.
  static let mentionLimit = 256

  /// An article's name.
  struct Name: Sendable {
    var product: Int32
    var form: UInt8
    var isCommon: Bool
  }

  let catalog: Catalog
  private let trie: NameTrie
  private let names: [Name]
  private let cues: MentionCues
  let lotCue: LotCue
  private let lexicon: MentionWords
  /// Whether each word is common.
  private let commonWords: [UInt64]
  /// Whether each word of a name has a digit.
  private let digitWords: [UInt64]

  init(
    catalog: Catalog,
    trie: NameTrie,
    names: [Name],
    cues: MentionCues,
    lotCue: LotCue,
    lexicon: MentionWords,
    commonWords: [UInt64],
    digitWords: [UInt64]
  ) {
    self.catalog = catalog
    self.trie = trie
    self.names = names
    self.cues = cues
    self.lotCue = lotCue
    self.lexicon = lexicon
    self.commonWords = commonWords
    self.digitWords = digitWords
  }

  /// The articles that a text names, in its order; what a common word names is marked, and roles
  /// are set.
  ///
  /// - Complexity: O(*n*) in the words; allocates only when something is found.
  func mentions(in text: borrowing TokenizedText) -> [Mention] {
    guard !catalog.isEmpty else { return [] }
    var found: [Mention] = []
    let count = text.words.count
    var index = 0
    while found.count < Self.mentionLimit {
      index = nextCandidate(in: text.words.span, of: text.bytes.span, from: index)
      guard index < count else { break }
      let word = text.words[index]
      if trie.mayBegin(with: word.id),
        let (end, ends) = trie.longest(in: text.words.span, from: index)
      {
        // A code that begins here may be longer than a name.
        if let code = code(in: text, at: index), code.words.upperBound >= end {
          index = append(code, to: &found)
        } else {
          index = append(mention(ends, index..<end), to: &found)
        }
      } else if let code = code(in: text, at: index) {
        index = append(code, to: &found)
      } else {
        index += 1
      }
    }
    if !found.isEmpty { cues.setRoles(of: &found, in: text) }
    return found
  }

  /// The first word from `start` on that may begin a name or be a part of a code; the number of words
  /// when there is none.
  func nextCandidate(in words: Span<Word>, of bytes: Span<UInt8>, from start: Int) -> Int {
    let firsts = trie.firstWords.span
    let digits = digitWords.span
    var index = start
    while index < words.count {
      let word = words[index]
      if word.id == 0 {
        // A word that no lexicon and no name has: only a code is left.
        var at = Int(word.start)
        let end = min(Int(word.end), at &+ 40)
        while at < end {
          let byte = bytes[at]
          // Digits of full width begin with EF.
          if byte &- 0x30 < 10 || byte == 0xEF { return index }
          at &+= 1
        }
      } else {
        let place = Int(word.id) &>> 6
        let bit = UInt64(word.id & 63)
        if place < firsts.count, firsts[place] &>> bit & 1 != 0 { return index }
        if word.kind == .number { return index }
        if place < digits.count, digits[place] &>> bit & 1 != 0 { return index }
      }
      index &+= 1
    }
    return index
  }

  /// Takes in a mention; one of a code may begin before the name that was found last.
  private func append(_ mention: Mention, to found: inout [Mention]) -> Int {
    while let last = found.last, last.words.upperBound > mention.words.lowerBound {
      found.removeLast()
    }
    found.append(mention)
    return mention.words.upperBound
  }

  private func mention(_ ends: NameTrie.End, _ words: Range<Int>) -> Mention {
    var products: [Int] = []
    var form = Mention.Form.shortName
    var isCommon = true
    let numbers = trie.names(ends, limit: Self.articleLimit)
    for number in numbers {
      let name = names[number]
      form = min(form, Mention.Form(rawValue: Int(name.form)) ?? .shortName)
      if !name.isCommon { isCommon = false }
    }
    // A name that is one article's own says less of those that it is only short for.
    let hasOwn = form != .shortName
    for number in numbers {
      let name = names[number]
      if hasOwn, name.form == UInt8(Mention.Form.shortName.rawValue) { continue }
      let product = Int(name.product)
      if !products.contains(product) { products.append(product) }
    }
    products.sort()
    let more = Int(ends.count) - numbers.count
    return Mention(
      products: products,
      total: products.count + max(0, more),
      form: form,
      words: words,
      isCommon: isCommon
    )
  }

  /// Whether a word is one that names nothing by itself.
  func isCommon(_ word: WordID) -> Bool { has(word, commonWords) }

  /// Whether a word, folded, is one that names nothing by itself.
  func isFunctionWord(_ word: String) -> Bool { lexicon.isEmpty(word) }

  @inline(__always)
  private func has(_ word: WordID, _ bits: [UInt64]) -> Bool {
    let place = Int(word) >> 6
    return place < bits.count && bits[place] >> UInt64(word & 63) & 1 != 0
  }
}
