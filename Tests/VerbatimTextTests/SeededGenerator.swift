/// Random numbers that repeat: SplitMix64 of Steele, Lea and Flood (2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Every string over an alphabet, from the empty one up to a length.
struct EveryString: Sequence, IteratorProtocol {
  private let alphabet: [String]
  private let longest: Int
  private var digits: [Int] = []
  private var isOver = false

  init(of alphabet: [String], upTo longest: Int) {
    self.alphabet = alphabet
    self.longest = longest
  }

  mutating func next() -> String? {
    guard !isOver else { return nil }
    let text = digits.map { alphabet[$0] }.joined()
    var place = 0
    while place < digits.count {
      digits[place] += 1
      if digits[place] < alphabet.count { return text }
      digits[place] = 0
      place += 1
    }
    digits.append(0)
    isOver = digits.count > longest
    return text
  }
}
