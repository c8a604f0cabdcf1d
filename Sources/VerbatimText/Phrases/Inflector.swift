/// The forms of an English word: `break` gives breaks, broke, broken, breaking.
///
/// Regular forms follow the spelling rules; irregular ones come from a file. A form too many does
/// no harm: nobody writes it.
public struct Inflector: Sendable {
  private let irregular: [String: [String]]

  /// An inflector.
  ///
  /// - Parameter irregular: The forms of irregular words by their base form, the base left out.
  public init(irregular: [String: [String]]) { self.irregular = irregular }

  /// All forms of a word, the base first, none twice.
  public func forms(of base: String) -> [String] {
    var forms = [base]
    func add(_ form: String) { if !forms.contains(form) { forms.append(form) } }
    for form in irregular[base] ?? [] { add(form) }
    let isIrregular = irregular[base] != nil
    add(thirdPerson(base))
    add(gerund(base))
    if !isIrregular { add(past(base)) }
    return forms
  }

  private func isVowel(_ character: Character?) -> Bool {
    guard let character else { return false }
    return "aeiou".contains(character)
  }

  private func thirdPerson(_ base: String) -> String {
    if base.hasSuffix("y"), !isVowel(base.dropLast().last) { return base.dropLast() + "ies" }
    let endings = ["s", "x", "z", "ch", "sh", "o"]
    return endings.contains { base.hasSuffix($0) } ? base + "es" : base + "s"
  }

  private func gerund(_ base: String) -> String {
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("e"), base.count > 2, !base.hasSuffix("ee"), !base.hasSuffix("oe"),
      !base.hasSuffix("ye")
    {
      return base.dropLast() + "ing"
    }
    return doubled(base) + "ing"
  }

  private func past(_ base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if base.hasSuffix("y"), !isVowel(base.dropLast().last) { return base.dropLast() + "ied" }
    return doubled(base) + "ed"
  }

  /// The base with its last consonant doubled where English doubles it: one syllable that ends
  /// consonant, vowel, consonant, the last not w, x or y.
  private func doubled(_ base: String) -> String {
    let characters = Array(base)
    guard characters.count >= 3, let last = characters.last else { return base }
    let vowels = characters.filter { isVowel($0) }.count
    let isPattern =
      !isVowel(last) && !"wxy".contains(last) && isVowel(characters[characters.count - 2])
      && !isVowel(characters[characters.count - 3])
    guard isPattern, vowels == 1 else { return base }
    return base + String(last)
  }
}
