/// Rows of letters that mark languages, as a trie over bytes.
struct LetterMarks: Sendable {
  private struct Node: Sendable {
    let byte: UInt8
    var firstChild: Int32 = 0
    var nextSibling: Int32 = 0
    var weights: [LanguageWeight] = []
  }

  private var nodes: [Node] = [Node(byte: 0)]
  /// The child of the root for each byte, because most searches end there.
  private var roots = [Int32](repeating: 0, count: 256)

  /// Adds letters, a blank standing for the edge of a word.
  mutating func add(_ letters: String, _ weight: LanguageWeight) {
    var at: Int32 = 0
    for byte in letters.utf8 { at = child(of: at, byte) ?? grow(at, byte) }
    if at != 0 { nodes[Int(at)].weights.append(weight) }
  }

  /// Calls `body` with what each mark in a word adds; a blank stands before and after the word.
  ///
  /// - Complexity: O(*n*) in the bytes, times the length of the longest mark.
  func forEachWeight(in word: [UInt8], _ body: (LanguageWeight) -> Void) {
    for start in word.indices {
      var at = roots[Int(word[start])]
      var next = start + 1
      while at != 0 {
        for weight in nodes[Int(at)].weights { body(weight) }
        guard next < word.count, let child = child(of: at, word[next]) else { break }
        at = child
        next += 1
      }
    }
  }

  private func child(of node: Int32, _ byte: UInt8) -> Int32? {
    if node == 0 {
      let root = roots[Int(byte)]
      return root == 0 ? nil : root
    }
    var at = nodes[Int(node)].firstChild
    while at != 0 {
      if nodes[Int(at)].byte == byte { return at }
      at = nodes[Int(at)].nextSibling
    }
    return nil
  }

  private mutating func grow(_ parent: Int32, _ byte: UInt8) -> Int32 {
    let index = Int32(nodes.count)
    var node = Node(byte: byte)
    if parent == 0 {
      roots[Int(byte)] = index
    } else {
      node.nextSibling = nodes[Int(parent)].firstChild
      nodes[Int(parent)].firstChild = index
    }
    nodes.append(node)
    return index
  }
}
