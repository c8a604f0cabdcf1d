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
