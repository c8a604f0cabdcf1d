/// Phrases of many languages in one trie over folded characters, found whatever the case, accents
/// and number of blanks.
struct CueIndex: Sendable {
  /// A phrase at a place.
  struct Match {
    /// One past its last byte.
    var end: Int
    /// What it is for.
    var uses: RedactionUses
  }

  /// What each node's phrase is for; empty where none ends.
  private var uses: [RedactionUses] = [[]]
  /// The edges of node *n* are those from `firstEdge[n]` up to `firstEdge[n + 1]`, by character.
  private var firstEdge: [Int32] = [0, 0]
  private var characters: [UInt32] = []
  private var targets: [Int32] = []
  /// The root's edges over ASCII; -1 for none.
  private var rootEdges = [Int32](repeating: -1, count: 128)

  /// An index of phrases; a phrase that stands twice is for all its uses.
  init(_ phrases: [(text: String, uses: RedactionUses)]) {
    var children: [[(character: UInt32, node: Int)]] = [[]]
    for phrase in phrases {
      var node = 0
      for scalar in phrase.text.unicodeScalars {
        let character = Scalars.fold(scalar.value)
        if character == 0 { continue }
        if let child = children[node].first(where: { $0.character == character }) {
          node = child.node
        } else {
          children.append([])
          uses.append([])
          children[node].append((character, children.count - 1))
          node = children.count - 1
        }
      }
      if node != 0 { uses[node].formUnion(phrase.uses) }
    }
    firstEdge = []
    for edges in children {
      firstEdge.append(Int32(characters.count))
      for edge in edges.sorted(by: { $0.character < $1.character }) {
        characters.append(edge.character)
        targets.append(Int32(edge.node))
      }
    }
    firstEdge.append(Int32(characters.count))
    for edge in children[0] where edge.character < 128 {
      rootEdges[Int(edge.character)] = Int32(edge.node)
    }
  }

  /// The longest phrase at `at` that has one of the wanted uses and ends where a word does.
  ///
  /// Digits may follow a phrase ("tel0171"). Scripts without blanks have no word ends to keep.
  func match(_ bytes: Span<UInt8>, _ at: Int, _ wanted: RedactionUses) -> Match? {
    var node = 0
    var end = at
    var best: Match?
    while end < bytes.count {
      let byte = bytes[end]
      let (value, length) = byte < 0x80 ? (UInt32(byte), 1) : Scalars.decode(bytes, end)
      // Most bytes are small ASCII letters already.
      let character = byte &- 0x61 < 26 ? value : Scalars.fold(value)
      if character == 0 {
        // An accent on the letter before, or nothing at all.
        if end == at { break }
        end += length
        continue
      }
      guard let next = child(of: node, character) else { break }
      node = next
      end = character == 0x20 ? Scalars.skipBlanks(bytes, end) : end + length
      let found = uses[node].intersection(wanted)
      if !found.isEmpty, Self.endsWord(bytes, end, after: value) {
        best = Match(end: end, uses: found)
      }
    }
    return best
  }

  private func child(of node: Int, _ character: UInt32) -> Int? {
    if node == 0, character < 128 {
      let target = rootEdges[Int(character)]
      return target < 0 ? nil : Int(target)
    }
    var low = Int(firstEdge[node])
    var high = Int(firstEdge[node + 1])
    // Most nodes have few edges.
    while high - low > 8 {
      let middle = (low + high) / 2
      if characters[middle] < character {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < Int(firstEdge[node + 1]), characters[low] < character { low += 1 }
    guard low < Int(firstEdge[node + 1]), characters[low] == character else { return nil }
    return Int(targets[low])
  }

  /// Whether a word that ends with `last` may end at `end`.
  private static func endsWord(_ bytes: Span<UInt8>, _ end: Int, after last: UInt32) -> Bool {
    guard end < bytes.count, Scalars.isLetter(last), !Scalars.isUnspaced(last) else { return true }
    let next = Scalars.decode(bytes, end).value
    return !Scalars.isLetter(next) || Scalars.isUnspaced(next)
  }
}
