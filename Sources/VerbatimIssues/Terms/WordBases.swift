public import VerbatimText

/// Which word each word form belongs to: `snapped` to `snap`.
///
/// A form that is itself a base is its own; any other belongs to the first base that it is a form of,
/// the shorter base before the longer, then by bytes.
public struct WordBases: Sendable {
  /// The bases, in the order in which they claim forms.
  public let bases: [String]
  /// Every form in UTF-8 with the number of its base; forms that are bases stand first.
  public let forms: [(form: [UInt8], base: Int)]

  /// The bases among some words, each with its forms.
  ///
  /// - Parameters:
  ///   - bases: Words no one of which is to belong to another.
  ///   - inflector: The forms of a word.
  public init(_ bases: some Sequence<String>, inflector: Inflector) {
    let sorted = Self.sorted(bases)
    var forms = sorted.enumerated().map { (form: Array($1.utf8), base: $0) }
    for (number, base) in sorted.enumerated() where Self.hasForms(base) {
      for form in inflector.forms(of: forms[number].form).dropFirst() {
        forms.append((form, number))
      }
    }
    self.bases = sorted
    self.forms = forms
  }

  /// The words that are no form of another among them.
  public static func bases(among words: Set<String>, inflector: Inflector) -> [String] {
    var forms: Set<String> = []
    var bases: [String] = []
    for word in sorted(words) where !forms.contains(word) {
      bases.append(word)
      if hasForms(word) { forms.formUnion(inflector.forms(of: word).dropFirst()) }
    }
    return bases
  }

  private static func sorted(_ words: some Sequence<String>) -> [String] {
    words.sorted { left, right in
      let counts = (left.utf8.count, right.utf8.count)
      return counts.0 != counts.1
        ? counts.0 < counts.1 : left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }

  /// Whether a word is inflected: one of letters, three or more.
  private static func hasForms(_ word: String) -> Bool {
    word.utf8.count >= 3 && word.utf8.allSatisfy { (0x61...0x7A).contains($0) }
  }
}
