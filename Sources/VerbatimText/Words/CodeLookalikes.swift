/// Greek and Cyrillic capitals in article codes that cannot be told from Latin ones by sight: "К-204"
/// typed on a Russian keyboard.
///
/// A code is a run between blanks that has an ASCII digit, and no letter beyond ASCII but at most
/// four such capitals. Which letters look alike is Unicode's table of confusables (UTS 39), as ICU
/// has it.
struct CodeLookalikes {
  /// The first bytes of the letters in question, in UTF-8.
  static let leads: ClosedRange<UInt8> = 0xCD...0xD4

  private static let first: UInt32 = 0x370
  private static let table = ICUCharacter.latinLookalikes(first..<0x530)

  /// The first bytes of the letters to be replaced, ascending.
  private var places: [Int] = []

  /// Whether there is nothing to replace.
  var isEmpty: Bool { places.isEmpty }

  /// Looks for such letters.
  ///
  /// - Complexity: O(*n*).
  init(_ text: [UInt8]) {
    guard text.contains(where: Self.leads.contains) else { return }
    var at = 0
    while at < text.count {
      let start = at
      while at < text.count, text[at] > 0x20 { at += 1 }
      if at > start { take(text, start..<at) }
      at += 1
    }
  }

  private mutating func take(_ text: [UInt8], _ run: Range<Int>) {
    var found: [Int] = []
    var hasDigit = false
    var at = run.lowerBound
    while at < run.upperBound {
      let byte = text[at]
      if byte < 0x80 {
        if ByteClass.table[Int(byte)] == .digit { hasDigit = true }
        at += 1
        continue
      }
      guard Self.leads.contains(byte), at + 1 < run.upperBound, text[at + 1] & 0xC0 == 0x80,
        found.count < 4, Self.latin(UInt32(byte & 0x1F) << 6 | UInt32(text[at + 1] & 0x3F)) != nil
      else { return }
      found.append(at)
      at += 2
    }
    if hasDigit { places += found }
  }

  /// The Latin letter that stands for a scalar at a place of the text; nil where none does.
  func latin(_ scalar: Unicode.Scalar, at place: Int) -> UInt8? {
    guard !places.isEmpty, scalar.value >= Self.first else { return nil }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] == place ? Self.latin(scalar.value) : nil
  }

  private static func latin(_ value: UInt32) -> UInt8? {
    guard value >= first, value < first + UInt32(table.count) else { return nil }
    let byte = table[Int(value - first)]
    // The table's skeleton of I is a small l.
    return byte == 0 ? nil : byte == UInt8(ascii: "l") ? UInt8(ascii: "I") : byte
  }
}
