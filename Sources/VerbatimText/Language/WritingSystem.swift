/// The script of a character beyond Latin, and the languages that write in it.
///
/// Blocks of Unicode 16 tell scripts apart well enough for words; the order of the languages is
/// by how many people shop in them.
struct WritingSystem: Sendable {
  let first: UInt32
  let last: UInt32
  let tags: [String]

  /// The blocks by their first character; none overlap.
  static let all: [WritingSystem] = [
    WritingSystem(first: 0x0370, last: 0x03FF, tags: ["el"]),
    WritingSystem(first: 0x0400, last: 0x052F, tags: ["ru", "uk", "bg", "sr", "mk", "be"]),
    WritingSystem(first: 0x0531, last: 0x058F, tags: ["hy"]),
    WritingSystem(first: 0x0590, last: 0x05FF, tags: ["he", "yi"]),
    WritingSystem(first: 0x0600, last: 0x077F, tags: ["ar", "fa", "ur"]),
    WritingSystem(first: 0x0900, last: 0x097F, tags: ["hi", "mr"]),
    WritingSystem(first: 0x0980, last: 0x09FF, tags: ["bn"]),
    WritingSystem(first: 0x0A00, last: 0x0A7F, tags: ["pa"]),
    WritingSystem(first: 0x0A80, last: 0x0AFF, tags: ["gu"]),
    WritingSystem(first: 0x0B00, last: 0x0B7F, tags: ["or"]),
    WritingSystem(first: 0x0B80, last: 0x0BFF, tags: ["ta"]),
    WritingSystem(first: 0x0C00, last: 0x0C7F, tags: ["te"]),
    WritingSystem(first: 0x0C80, last: 0x0CFF, tags: ["kn"]),
    WritingSystem(first: 0x0D00, last: 0x0D7F, tags: ["ml"]),
    WritingSystem(first: 0x0D80, last: 0x0DFF, tags: ["si"]),
    WritingSystem(first: 0x0E01, last: 0x0E7F, tags: ["th"]),
    WritingSystem(first: 0x0E80, last: 0x0EFF, tags: ["lo"]),
    WritingSystem(first: 0x0F00, last: 0x0FFF, tags: ["bo"]),
    WritingSystem(first: 0x1000, last: 0x109F, tags: ["my"]),
    WritingSystem(first: 0x10A0, last: 0x10FF, tags: ["ka"]),
    WritingSystem(first: 0x1100, last: 0x11FF, tags: ["ko"]),
    WritingSystem(first: 0x1200, last: 0x137F, tags: ["am"]),
    WritingSystem(first: 0x1780, last: 0x17FF, tags: ["km"]),
    WritingSystem(first: 0x1F00, last: 0x1FFF, tags: ["el"]),
    WritingSystem(first: 0x3041, last: 0x30FF, tags: ["ja"]),
    WritingSystem(first: 0x3130, last: 0x318F, tags: ["ko"]),
    WritingSystem(first: 0x31F0, last: 0x31FF, tags: ["ja"]),
    WritingSystem(first: 0x3400, last: 0x4DBF, tags: ["zh", "ja"]),
    WritingSystem(first: 0x4E00, last: 0x9FFF, tags: ["zh", "ja"]),
    WritingSystem(first: 0xAC00, last: 0xD7AF, tags: ["ko"]),
    WritingSystem(first: 0xF900, last: 0xFAFF, tags: ["zh", "ja"]),
    WritingSystem(first: 0xFB1D, last: 0xFB4F, tags: ["he", "yi"]),
    WritingSystem(first: 0xFB50, last: 0xFDFF, tags: ["ar", "fa", "ur"]),
    WritingSystem(first: 0xFE70, last: 0xFEFE, tags: ["ar", "fa", "ur"]),
    WritingSystem(first: 0xFF66, last: 0xFF9F, tags: ["ja"]),
    WritingSystem(first: 0x20000, last: 0x3FFFF, tags: ["zh", "ja"]),
  ]

  /// The blocks' bounds by themselves, so that looking one up touches nothing else.
  private static let bounds: [(first: UInt32, last: UInt32)] = all.map { ($0.first, $0.last) }
  /// Whether each block is kana.
  private static let kana: [Bool] = all.map { $0.tags == ["ja"] }

  /// The place in ``all`` of the block that holds a character; nil for Latin and for scripts that
  /// are not listed.
  ///
  /// - Parameters:
  ///   - scalar: The character.
  ///   - guess: A block to try first: neighbours are mostly of one.
  /// - Returns: An index of ``all``.
  static func index(of scalar: UInt32, guess: Int?) -> Int? {
    if let guess, bounds[guess].first <= scalar, scalar <= bounds[guess].last { return guess }
    guard scalar >= bounds[0].first else { return nil }
    var low = 0
    var high = bounds.count
    while low < high {
      let middle = (low + high) / 2
      if bounds[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    return low < bounds.count && bounds[low].first <= scalar ? low : nil
  }

  /// Whether a block is kana.
  static func isKana(_ index: Int) -> Bool { kana[index] }
}
