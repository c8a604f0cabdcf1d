/// How a word came to be written wrong, the likeliest first.
///
/// Of two words that a misspelling may stand for, the one behind the likelier slip is meant. The
/// order follows how seldom the slip makes another English word: swapping or doubling letters
/// hardly ever does, changing a letter for any other mostly.
enum SpellingSlip: Sendable {
  /// Two neighbours in each other's place: "chraging", "recieve".
  case swapped
  /// A doubled letter written once, or a single one twice: "batery", "untill".
  case doubled
  /// A vowel for another: "definately".
  case vowel
  /// A letter left out: "returnd".
  case missing
  /// A letter too many: "useing".
  case extra
  /// A consonant for another that sounds like it: "responce".
  case sound
  /// Any other letter for another.
  case other

  /// The heavier, the less likely; between two of the same weight nothing is decided.
  var weight: Int {
    switch self {
    case .swapped: 1
    case .doubled: 2
    case .vowel, .missing: 4
    case .extra: 6
    case .sound: 7
    case .other: 8
    }
  }

  /// The one slip between what was written and what was meant, and its place in what was written;
  /// nil when it is none or more.
  ///
  /// The two words must not be equal.
  static func between(
    _ written: PackedWord,
    _ meant: PackedWord
  ) -> (slip: SpellingSlip, place: Int)? {
    let place = written.sharedPrefix(meant)
    let (left, right) = (written[place], meant[place])
    switch meant.count - written.count {
    case 0:
      if written.suffix(from: place + 1) == meant.suffix(from: place + 1) {
        if Letter.isVowel(left), Letter.isVowel(right) { return (.vowel, place) }
        return (soundsAlike(left, right) ? .sound : .other, place)
      }
      guard left == meant[place + 1], right == written[place + 1],
        written.suffix(from: place + 2) == meant.suffix(from: place + 2)
      else { return nil }
      return (.swapped, place)
    case 1:
      guard written.suffix(from: place) == meant.suffix(from: place + 1) else { return nil }
      return (place > 0 && right == meant[place - 1] ? .doubled : .missing, place)
    case -1:
      guard written.suffix(from: place + 1) == meant.suffix(from: place) else { return nil }
      return (place > 0 && left == written[place - 1] ? .doubled : .extra, place)
    default: return nil
    }
  }

  /// The weight of the lightest way from one word to the other by at most `limit` slips of the
  /// common kinds (swapped, doubled, vowel); nil when there is none.
  static func weight(_ written: PackedWord, _ meant: PackedWord, limit: Int) -> Int? {
    weight(written, meant, limit: limit, 0, 0)
  }

  private static func weight(
    _ written: PackedWord,
    _ meant: PackedWord,
    limit: Int,
    _ left: Int,
    _ right: Int
  ) -> Int? {
    let shared = written.suffix(from: left).sharedPrefix(meant.suffix(from: right))
    let (left, right) = (left + shared, right + shared)
    let (a, b) = (written[left], meant[right])
    if a == 0, b == 0 { return 0 }
    guard limit > 0 else { return nil }
    var best: Int?
    func take(_ slip: SpellingSlip, _ left: Int, _ right: Int) {
      guard let rest = weight(written, meant, limit: limit - 1, left, right) else { return }
      best = min(best ?? .max, slip.weight + rest)
    }
    if a != 0, b != 0 {
      if a == meant[right + 1], b == written[left + 1] { take(.swapped, left + 2, right + 2) }
      // At the end, vowels tell forms apart.
      if Letter.isVowel(a), Letter.isVowel(b), written[left + 1] != 0 {
        take(.vowel, left + 1, right + 1)
      }
    }
    if right > 0, b != 0, b == meant[right - 1] { take(.doubled, left, right + 1) }
    if left > 0, a != 0, a == written[left - 1] { take(.doubled, left + 1, right) }
    return best
  }

  /// Whether two consonants are often taken for each other.
  private static func soundsAlike(_ left: UInt8, _ right: UInt8) -> Bool {
    switch (min(left, right), max(left, right)) {
    case (Letter.c, Letter.s), (Letter.c, Letter.k), (Letter.g, Letter.j), (Letter.d, Letter.t),
      (Letter.f, Letter.v), (Letter.m, Letter.n):
      true
    default: false
    }
  }
}
