/// The forms of an English word: `break` gives breaks, broke, broken, breaking.
///
/// Regular forms follow the spelling rules; irregular ones come from a file. A form too many does
/// no harm: nobody writes it.
public struct Inflector: Sendable {
  private let irregular: [[UInt8]: [[UInt8]]]

  /// An inflector.
  ///
  /// - Parameter irregular: The forms of irregular words by their base form, the base left out.
  public init(irregular: [String: [String]]) {
    self.irregular = Dictionary(
      irregular.map { (Array($0.key.utf8), $0.value.map { Array($0.utf8) }) },
      uniquingKeysWith: +
    )
  }

  /// All forms of a word, the base first, none twice.
  public func forms(of base: String) -> [String] {
    forms(of: Array(base.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// All forms of a word in UTF-8, the base first, none twice.
  public func forms(of base: [UInt8]) -> [[UInt8]] {
    var forms = [base]
    func add(_ form: [UInt8]) { if !forms.contains(form) { forms.append(form) } }
    let listed = irregular[base]
    for form in listed ?? [] { add(form) }
    add(thirdPerson(base))
    add(gerund(base))
    if listed == nil { add(past(base)) }
    return forms
  }

  private func thirdPerson(_ base: [UInt8]) -> [UInt8] {
    if Self.endsInConsonantAndY(base) { return base.dropLast() + "ies".utf8 }
    let hisses: Bool =
      switch base.last {
      case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"), UInt8(ascii: "o"): true
      case UInt8(ascii: "h"): [UInt8(ascii: "c"), UInt8(ascii: "s")].contains(base.dropLast().last)
      default: false
      }
    return base + (hisses ? "es" : "s").utf8
  }

  private func gerund(_ base: [UInt8]) -> [UInt8] {
    let before = base.dropLast().last
    if base.last == UInt8(ascii: "e") {
      if before == UInt8(ascii: "i") { return base.dropLast(2) + "ying".utf8 }
      let keepsE = [UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "y")].contains(before)
      if base.count > 2, !keepsE { return base.dropLast() + "ing".utf8 }
    }
    return doubled(base) + "ing".utf8
  }

  private func past(_ base: [UInt8]) -> [UInt8] {
    if base.last == UInt8(ascii: "e") { return base + "d".utf8 }
    if Self.endsInConsonantAndY(base) { return base.dropLast() + "ied".utf8 }
    return doubled(base) + "ed".utf8
  }

  /// The base with its last consonant doubled where English doubles it: one syllable that ends
  /// consonant, vowel, consonant, the last not w, x or y, nor a letter beyond ASCII.
  private func doubled(_ base: [UInt8]) -> [UInt8] {
    let count = base.count
    guard count >= 3, base[count - 1] < 0x80 else { return base }
    let last = base[count - 1]
    let isPattern =
      !Self.isVowel(last) && !"wxy".utf8.contains(last) && Self.isVowel(base[count - 2])
      && !Self.isVowel(base[count - 3])
    guard isPattern, base.count(where: Self.isVowel) == 1 else { return base }
    return base + [last]
  }

  private static func endsInConsonantAndY(_ base: [UInt8]) -> Bool {
    base.last == UInt8(ascii: "y") && !(base.dropLast().last.map(isVowel) ?? false)
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      true
    default: false
    }
  }
}
