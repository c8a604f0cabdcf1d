/// The likely language of a text, from its script and its commonest words.
///
/// Script decides for writing systems with one main language; for Latin script the function words
/// of each language are counted. Short or unclear texts get no guess.
public final class LanguageGuesser: Sendable {
  /// A language with how sure the guess is.
  public struct Guess: Hashable, Sendable {
    /// The BCP 47 tag.
    public var tag: String
    /// 0 to 1.
    public var confidence: Double

    /// A language with a confidence.
    public init(tag: String, confidence: Double) {
      self.tag = tag
      self.confidence = confidence
    }
  }

  private let tags: [String]
  private let masks: [UInt32]

  /// A guesser from the function words of each language, all in the vocabulary.
  public init(functionWords: [(tag: String, words: [String])], vocabulary: Vocabulary) {
    tags = functionWords.map(\.tag)
    var masks = [UInt32](repeating: 0, count: vocabulary.count)
    for (index, language) in functionWords.enumerated() {
      for word in language.words {
        masks[Int(vocabulary.id(of: ICUNormalizer.matchingForm(word)))] |= 1 << UInt32(index)
      }
    }
    masks[0] = 0
    self.masks = masks
  }

  /// What one thread reuses from text to text.
  public struct Scratch {
    fileprivate var counts: [Double] = []

    /// An empty scratch.
    public init() {}
  }

  /// The guess for a tokenised text; nil when nothing speaks clearly.
  ///
  /// - Complexity: O(*n*) in the words; the script is looked at only when bytes beyond ASCII
  ///   abound.
  public func guess(_ text: TokenizedText, scratch: inout Scratch) -> Guess? {
    if let tag = scriptTag(text.bytes) { return Guess(tag: tag, confidence: 0.95) }
    scratch.counts.removeAll(keepingCapacity: true)
    scratch.counts.append(contentsOf: repeatElement(0, count: tags.count))
    var isAny = false
    for word in text.words {
      let mask = masks[Int(word.id)]
      guard mask != 0 else { continue }
      isAny = true
      // A word that several languages share says less for each.
      let share = 1 / Double(mask.nonzeroBitCount)
      var left = mask
      while left != 0 {
        scratch.counts[left.trailingZeroBitCount] += share
        left &= left - 1
      }
    }
    guard isAny else { return nil }
    let counts = scratch.counts
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    var rest = 0.0
    for index in counts.indices where index != best { rest = max(rest, counts[index]) }
    // One word that only one language has may be a name, or a slip.
    guard counts[best] >= 1.5, counts[best] > rest else { return nil }
    let clarity = (counts[best] - rest) / (counts[best] + rest)
    let mass = counts[best] / (counts[best] + 1)
    return Guess(tag: tags[best], confidence: (clarity * mass * 100).rounded() / 100)
  }

  /// The language that a script other than Latin stands for, when most letters are in it.
  private func scriptTag(_ bytes: [UInt8]) -> String? {
    var wide = 0
    for byte in bytes where byte >= 0x80 { wide += 1 }
    guard wide * 2 > bytes.count else { return nil }
    var counts: [String: Int] = [:]
    for scalar in String(decoding: bytes.prefix(2048), as: UTF8.self).unicodeScalars
    where ICUCharacter.isLetter(scalar) {
      counts[ICUCharacter.script(scalar), default: 0] += 1
    }
    let total = counts.values.reduce(0, +)
    func share(_ scripts: [String]) -> Bool {
      scripts.reduce(0) { $0 + (counts[$1] ?? 0) } * 2 > total
    }
    guard total > 0 else { return nil }
    if counts["Hira"] != nil || counts["Kana"] != nil, share(["Hira", "Kana", "Hani"]) {
      return "ja"
    }
    let single = [
      ("Hani", "zh"), ("Hang", "ko"), ("Thai", "th"), ("Arab", "ar"), ("Cyrl", "ru"),
      ("Grek", "el"), ("Hebr", "he"), ("Deva", "hi"),
    ]
    return single.first { share([$0.0]) }?.1
  }
}
