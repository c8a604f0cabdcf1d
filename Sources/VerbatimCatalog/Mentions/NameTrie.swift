internal import VerbatimText

/// Names as paths of words: one walk finds the longest name at a place of a text, whatever their
/// number.
///
/// An edge is a node and a word's number in one table with open addressing. Punctuation may stand
/// before a word of a text only where some name has it there.
struct NameTrie: Sendable {
  /// The names that end at a node.
  struct End: Sendable {
    var first: Int32 = -1
    var last: Int32 = -1
    var count: Int32 = 0
  }

  /// The longest name in words.
  static let longest = 24

  private var keys: [UInt64]
  /// The node behind an edge; the lowest bit says whether punctuation may stand before its word.
  private var targets: [Int32]
  private var used = 0
  private var ends: [End] = [End()]
  /// For each name the next with the same words; −1 at the end.
  private var nextName: [Int32] = []
  /// A bit for each word that begins a name.
  private(set) var firstWords: [UInt64] = []

  /// A trie without names.
  init(minimumNames: Int = 0) {
    var size = 64
    while size < minimumNames * 4 { size *= 2 }
    keys = [UInt64](repeating: .max, count: size)
    targets = [Int32](repeating: 0, count: size)
  }

  /// Whether no name is in it.
  var isEmpty: Bool { nextName.isEmpty }

  // MARK: Building

  /// Adds the next name, one word or more.
  ///
  /// - Parameters:
  ///   - words: Its words, none 0.
  ///   - breaks: Whether punctuation stands before each.
  mutating func add(_ words: [WordID], breaks: [Bool]) {
    var node: Int32 = 0
    for (place, word) in words.enumerated() {
      node = step(from: node, word, mayBreak: breaks[place])
    }
    let name = Int32(nextName.count)
    nextName.append(-1)
    guard node > 0 else { return }
    if ends[Int(node)].count == 0 {
      ends[Int(node)].first = name
    } else {
      nextName[Int(ends[Int(node)].last)] = name
    }
    ends[Int(node)].last = name
    ends[Int(node)].count += 1
    let first = Int(words[0])
    if first >> 6 >= firstWords.count {
      firstWords.append(
        contentsOf: repeatElement(0, count: first >> 6 + 1 - firstWords.count)
      )
    }
    firstWords[first >> 6] |= 1 << UInt64(first & 63)
  }

  private mutating func step(from node: Int32, _ word: WordID, mayBreak: Bool) -> Int32 {
    if used * 3 >= keys.count * 2 { grow() }
    let key = Self.key(node, word)
    let slot = slot(of: key)
    if keys[slot] == key {
      if mayBreak { targets[slot] |= 1 }
      return targets[slot] >> 1
    }
    let target = Int32(ends.count)
    ends.append(End())
    keys[slot] = key
    targets[slot] = target << 1 | (mayBreak ? 1 : 0)
    used += 1
    return target
  }

  private mutating func grow() {
    let (oldKeys, oldTargets) = (keys, targets)
    keys = [UInt64](repeating: .max, count: oldKeys.count * 2)
    targets = [Int32](repeating: 0, count: oldKeys.count * 2)
    for index in oldKeys.indices where oldKeys[index] != .max {
      let slot = slot(of: oldKeys[index])
      keys[slot] = oldKeys[index]
      targets[slot] = oldTargets[index]
    }
  }

  @inline(__always)
  private static func key(_ node: Int32, _ word: WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  @inline(__always)
  private static func home(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 24)
  }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = keys.count &- 1
    var at = Self.home(of: key) & mask
    while keys[at] != key, keys[at] != .max { at = (at &+ 1) & mask }
    return at
  }

  // MARK: Finding

  /// Whether a name may begin with a word.
  @inline(__always)
  func mayBegin(with word: WordID) -> Bool {
    let place = Int(word) &>> 6
    return place < firstWords.count && firstWords[place] &>> UInt64(word & 63) & 1 != 0
  }

  /// The longest name that begins at a word of a text.
  ///
  /// - Returns: One past its last word, and where its names are; nil when none begins there.
  func longest(in words: Span<Word>, from start: Int) -> (end: Int, names: End)? {
    let keys = keys.span
    let mask = keys.count &- 1
    var node: Int32 = 0
    var at = start
    var best: (end: Int, names: End)?
    while at < words.count, at - start < Self.longest {
      let word = words[at]
      guard word.id != 0 else { break }
      let key = Self.key(node, word.id)
      var slot = Self.home(of: key) & mask
      while keys[slot] != key, keys[slot] != .max { slot = (slot &+ 1) & mask }
      guard keys[slot] == key else { break }
      if at > start, word.style.contains(.afterBreak), targets[slot] & 1 == 0 { break }
      node = targets[slot] >> 1
      at += 1
      let end = ends[Int(node)]
      if end.count > 0 { best = (at, end) }
    }
    return best
  }

  /// The numbers of the names of an end, at most `limit`.
  func names(_ end: End, limit: Int) -> [Int] {
    var names: [Int] = []
    var at = end.first
    while at >= 0, names.count < limit {
      names.append(Int(at))
      at = nextName[Int(at)]
    }
    return names
  }
}
