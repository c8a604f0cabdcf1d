/// The rules by which English makes words from words: "charger" from "charge", "unworn" from
/// "worn".
///
/// They tell a form that no lexicon lists from a misspelling. A form must be spelt by the rules:
/// "useing" is none of "use", "stoped" none of "stop".
struct WordFormation: Sendable {
  /// How a word may be a form of another.
  enum Verdict: Sendable {
    /// No form of any known word.
    case none
    /// A form, rightly spelt.
    case form
    /// A form if the base does not double its last consonant ("offer"), a misspelling if it does
    /// ("prefer").
    case undoubled
  }

  /// Endings that begin with a vowel: before them a silent e goes and a consonant may double.
  private static let vowelEndings = grouped(
    by: \.last,
    of:
      """
      ed er ers ing ings est y ies ier iers ish able ably ability or ors ist ists ism age en ens \
      ened ation ations ical ic al ity ive ous ary ery ee ees
      """
  )
  /// Endings that begin with a consonant.
  private static let plainEndings = grouped(
    by: \.last,
    of:
      """
      s ly ness less lessly ful fully fulness ment ments like ship some wise ward wards proof free
      """
  )
  private static let prefixes = grouped(
    by: \.first,
    of:
      """
      un re non over under out up pre mis dis in anti super semi multi micro mini inter self down \
      off on sub ultra back
      """
  )

  /// Words by the number of one of their letters.
  private static func grouped(
    by letter: (PackedWord) -> UInt8,
    of list: String
  ) -> [[PackedWord]] {
    var groups = [[PackedWord]](repeating: [], count: 32)
    for word in list.split(separator: " ").compactMap({ PackedWord(String($0)) }) {
      groups[Int(letter(word))].append(word)
    }
    return groups
  }

  private let index: SpellingIndex

  /// The rules over the words of an index.
  init(_ index: SpellingIndex) { self.index = index }

  /// Whether a word is a form of a known one, or a form of such a form.
  func verdict(on word: PackedWord) -> Verdict { verdict(on: word, depth: 2) }

  /// Whether a word is right as it stands.
  func isKnown(_ word: PackedWord) -> Bool { isKnown(word, depth: 0) }

  private func isKnown(_ word: PackedWord, depth: Int) -> Bool {
    guard word.count >= 3 else { return false }
    if let entry = index.entry(of: word) { return entry.role != .misspelling }
    return depth > 0 && verdict(on: word, depth: depth - 1) == .form
  }

  private func verdict(on word: PackedWord, depth: Int) -> Verdict {
    let last = Int(word.last)
    for prefix in Self.prefixes[Int(word.first)] where word.hasPrefix(prefix) {
      let rest = word.suffix(from: prefix.count)
      if rest.count >= 4, isKnown(rest, depth: depth - 1) { return .form }
    }
    for ending in Self.plainEndings[last] where word.hasSuffix(ending) {
      if isPlainForm(word.prefix(word.count - ending.count), ending, depth - 1) { return .form }
    }
    var verdict = Verdict.none
    for ending in Self.vowelEndings[last] where word.hasSuffix(ending) {
      switch vowelForm(word.prefix(word.count - ending.count), ending, depth - 1) {
      case .form: return .form
      case .undoubled: verdict = .undoubled
      case .none: break
      }
    }
    return verdict
  }

  private func isPlainForm(_ base: PackedWord, _ ending: PackedWord, _ depth: Int) -> Bool {
    guard base.count >= 3 else { return false }
    // "happiness" from "happy"
    if let changed = base.replacingLast(Letter.i, with: Letter.y), ending.count > 1,
      isKnown(changed, depth: depth)
    {
      return true
    }
    let isFinalY = base.last == Letter.y && !Letter.isVowel(base[base.count - 2])
    guard !isFinalY else { return false }
    guard ending.count == 1 else { return isKnown(base, depth: depth) }
    // "boxes" from "box", "potatoes" from "potato"
    if base.last == Letter.e {
      let short = base.prefix(base.count - 1)
      if hisses(short) || short.last == Letter.o, isKnown(short, depth: depth) { return true }
    }
    return !hisses(base) && isKnown(base, depth: depth)
  }

  /// How a base and an ending that begins with a vowel stand to the known words.
  private func vowelForm(_ base: PackedWord, _ ending: PackedWord, _ depth: Int) -> Verdict {
    let count = base.count
    guard count >= 2 else { return .none }
    let (last, before) = (base[count - 1], base[count - 2])
    let (first, second) = (ending[0], ending[1])
    // "noticeable" keeps the e.
    let keepsE = (last == Letter.c || last == Letter.g) && (first == Letter.a || first == Letter.o)
    if !keepsE, last != Letter.e, isKnown(base.appending(Letter.e), depth: depth) { return .form }
    // "stopped" from "stop"
    let single = base.prefix(count - 1)
    if last == before, endsInOneConsonant(single) || endsInVowelAndL(single),
      isKnown(single, depth: depth)
    {
      return .form
    }
    // "batteries" from "battery", "reliable" from "rely"
    if first == Letter.i, second == Letter.e, isKnown(base.appending(Letter.y), depth: depth) {
      return .form
    }
    if let changed = base.replacingLast(Letter.i, with: Letter.y),
      first == Letter.e || (first == Letter.a && second == Letter.b),
      isKnown(changed, depth: depth)
    {
      return .form
    }
    // No silent e stands before the ending but in "dyeing", "seeing" and "noticeable"; no y but in
    // "flying".
    let isSilentE =
      last == Letter.e && before != Letter.e && before != Letter.o && before != Letter.y
      && !(first == Letter.a && (before == Letter.c || before == Letter.g))
    let isFinalY = last == Letter.y && !Letter.isVowel(before) && first != Letter.i
    guard !isSilentE, !isFinalY, isKnown(base, depth: depth) else { return .none }
    guard endsInOneConsonant(base) else { return .form }
    return syllables(base) > 1 ? .undoubled : .none
  }

  /// Whether the plural takes -es.
  private func hisses(_ base: PackedWord) -> Bool {
    switch base.last {
    case Letter.s, Letter.x, Letter.z: true
    case Letter.h: base[base.count - 2] == Letter.c || base[base.count - 2] == Letter.s
    default: false
    }
  }

  /// Whether it ends consonant, vowel, consonant, the last not w, x or y.
  private func endsInOneConsonant(_ base: PackedWord) -> Bool {
    let count = base.count
    guard count >= 3 else { return false }
    return !Letter.isVowel(base.last) && base.last != Letter.w && base.last != Letter.x
      && Letter.isVowel(base[count - 2]) && !Letter.isVowel(base[count - 3])
  }

  /// Whether British spelling doubles its l ("dialling", "fuelled").
  private func endsInVowelAndL(_ base: PackedWord) -> Bool {
    base.count >= 3 && base.last == Letter.l && Letter.isVowel(base[base.count - 2])
  }

  private func syllables(_ word: PackedWord) -> Int {
    var syllables = 0
    for place in 0..<word.count
    where Letter.isVowel(word[place]) && (place == 0 || !Letter.isVowel(word[place - 1])) {
      syllables += 1
    }
    return syllables
  }
}
