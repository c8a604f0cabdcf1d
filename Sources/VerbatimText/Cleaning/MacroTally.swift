/// Finds paragraphs that repeat across conversations: an agent's ready-made texts, the frame of a
/// contact form, a bot's greeting.
///
/// A first pass gives it the keys of every conversation; then it says of any paragraph whether it
/// is a macro, that is, said in five or more different conversations by the same role.
///
/// It counts in a count-min sketch of four rows, 4 MB however much it is given. Counts are never
/// too low. They may be too high where cells are shared, so above 600,000 paragraphs the bar rises
/// with the load: with five million a macro must be in 19 conversations. A paragraph said once
/// passes for a macro in less than one case of a million.
///
/// Counts only add up, so neither the order of conversations nor how they were divided among
/// tallies changes an answer.
///
/// - SeeAlso: Cormode and Muthukrishnan (2005), "An improved data stream summary: the count-min
///   sketch and its applications".
public struct MacroTally: Sendable {
  /// In how many conversations a paragraph must stand.
  public static let leastConversations = 5

  private static let rows = 4
  private static let width = 1 << 19

  private var cells: [UInt16]
  /// How many paragraphs were counted, each once a conversation.
  public private(set) var count = 0

  /// An empty tally.
  public init() { cells = [UInt16](repeating: 0, count: Self.rows * Self.width) }

  /// Counts the paragraphs of a whole conversation, each once.
  ///
  /// - Parameter keys: The keys of all its turns, in any order.
  /// - Complexity: O(*k* log *k*) in the keys.
  public mutating func add(conversation keys: [ParagraphKey]) {
    let hashes = keys.map(\.hash).sorted()
    for (index, hash) in hashes.enumerated() where index == 0 || hashes[index - 1] != hash {
      count += 1
      let bits = Self.mixed(hash)
      for row in 0..<Self.rows {
        let cell = Self.cell(bits, row)
        if cells[cell] < UInt16.max { cells[cell] += 1 }
      }
    }
  }

  /// Adds what another tally counted in other conversations.
  public mutating func merge(_ other: MacroTally) {
    count += other.count
    for cell in cells.indices {
      let (sum, isFull) = cells[cell].addingReportingOverflow(other.cells[cell])
      cells[cell] = isFull ? UInt16.max : sum
    }
  }

  /// Whether a paragraph is a macro by what was counted.
  public func isMacro(_ key: ParagraphKey) -> Bool {
    let bits = Self.mixed(key.hash)
    let least = threshold
    return (0..<Self.rows).allSatisfy { Int(cells[Self.cell(bits, $0)]) >= least }
  }

  /// The count that makes a macro: five, or more than chance puts into a cell.
  ///
  /// A cell gets λ = count / width on average; λ + 2.5 √λ is passed by chance in at most a
  /// thirty-second of the cells, so in all four rows in one case of a million.
  var threshold: Int {
    let load = Double(count) / Double(Self.width)
    let chance = (load + 2.5 * load.squareRoot()).rounded(.up)
    return max(Self.leastConversations, 1 + Int(chance))
  }

  private static func mixed(_ hash: UInt64) -> UInt64 {
    var bits = hash
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// The cell of a row: the two halves of the mixed bits, combined anew for each.
  ///
  /// - SeeAlso: Kirsch and Mitzenmacher (2008), "Less hashing, same performance".
  private static func cell(_ bits: UInt64, _ row: Int) -> Int {
    let first = UInt32(truncatingIfNeeded: bits)
    let second = UInt32(truncatingIfNeeded: bits >> 32) | 1
    return row * width + Int((first &+ UInt32(row) &* second) & UInt32(width - 1))
  }
}
