/// The name of a tag or an attribute, where it stands in a page, as libxml2's tokenizer ends it.
///
/// A page has thousands of them, each of which is one of a hundred: as numbers they are told apart
/// in a few steps.
struct TagName {
  /// Where it stands.
  let range: Range<Int>
  /// The first sixteen letters, made small, as one number: all of the name where it has no more.
  let letters: UInt128

  /// Reads the name that begins at `start`, at most so many letters of it, which are eight or more.
  @inline(__always)
  init(_ page: Span<UInt8>, from start: Int, most: Int = Int.max) {
    // Most names are of a few small letters, and read in one go.
    let word = PageTag.word(page, start, 8)
    var count = Self.smallLetters(word)
    var low = count < 8 ? word & (1 << UInt64(8 * count) - 1) : word
    var high: UInt64 = 0
    while start + count < page.count, count < most {
      let byte = page[start + count]
      guard PageTag.isName(byte) else { break }
      let letter = UInt64(PageTag.small(byte))
      if count < 8 {
        low |= letter << UInt64(8 * count)
      } else if count < 16 {
        high |= letter << UInt64(8 * count - 64)
      }
      count += 1
    }
    range = start..<start + count
    letters = UInt128(high) << 64 | UInt128(low)
  }

  /// How many of eight bytes are small letters before the first that is none.
  @inline(__always)
  private static func smallLetters(_ word: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = word & (0x7F * ones)
    // The high bit of a byte says that it is at least "a", or above "z".
    let notBelow = low &+ (0x80 - UInt64(UInt8(ascii: "a"))) &* ones
    let above = low &+ (0x7F - UInt64(UInt8(ascii: "z"))) &* ones
    let others = ~(notBelow & ~above & ~word) & (0x80 * ones)
    return others.trailingZeroBitCount >> 3
  }

  /// Whether the name is `text`, of at most fifteen small letters.
  @inline(__always)
  func `is`(_ text: StaticString) -> Bool {
    var wanted: UInt128 = 0
    // Of a literal the compiler makes a number.
    for index in 0..<text.utf8CodeUnitCount {
      // Safety: the index is below the count.
      wanted |= unsafe UInt128(text.utf8Start[index]) << UInt128(8 * index)
    }
    return letters == wanted
  }

  /// Whether another name is the same, whatever the case of its letters.
  func isSame(as other: TagName, in page: Span<UInt8>) -> Bool {
    guard letters == other.letters, range.count == other.range.count else { return false }
    for offset in 16..<max(range.count, 16)
    where PageTag.small(page[range.lowerBound + offset])
      != PageTag.small(page[other.range.lowerBound + offset])
    {
      return false
    }
    return true
  }

  /// What libxml2 makes of elements of the name.
  var rule: ElementRule { ElementRule.table[self] }
}
