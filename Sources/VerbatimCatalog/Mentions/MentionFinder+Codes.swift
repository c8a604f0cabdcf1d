internal import VerbatimCore
internal import VerbatimText

/// Codes in texts: what a word with a digit and the words joined to it spell.
extension MentionFinder {
  /// How many words a code may have before and behind its first word with a digit.
  private static let reach = 3

  /// The longest code of the catalog whose first word with a digit stands at `index`; nil when there
  /// is none.
  func code(in text: borrowing TokenizedText, at index: Int) -> Mention? {
    guard hasDigit(text, index) else { return nil }
    var start = index
    while start > 0, index - start < Self.reach, joint(text, before: start) != nil,
      !hasDigit(text, start - 1)
    {
      start -= 1
    }
    var best: Mention?
    for first in start...index {
      guard let found = longest(in: text, from: first, with: index) else { continue }
      if best.map({ found.words.count > $0.words.count }) ?? true { best = found }
    }
    return best
  }

  /// What stands between a word and the one before it; nil when no code reaches across.
  private enum Joint { case none, dash, blank }

  private func joint(_ text: borrowing TokenizedText, before index: Int) -> Joint? {
    guard index > 0, index < text.words.count else { return nil }
    let from = Int(text.words[index - 1].end)
    let to = Int(text.words[index].start)
    switch to - from {
    case 0: return Joint.none
    case 1:
      switch text.bytes[from] {
      case 0x20: return .blank
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
        UInt8(ascii: "+"):
        return .dash
      default: return nil
      }
    // Typographic hyphens and dashes, U+2010 to U+2015, and the soft hyphen.
    case 2 where text.bytes[from] == 0xC2: return .dash
    case 3 where text.bytes[from] == 0xE2 && text.bytes[from + 1] == 0x80: return .dash
    default: return nil
    }
  }

  private func hasDigit(_ text: borrowing TokenizedText, _ index: Int) -> Bool {
    let word = text.words[index]
    if word.kind == .number { return true }
    guard word.kind == .word else { return false }
    for at in Int(word.start)..<Int(word.end) {
      let byte = text.bytes[at]
      // Digits of full width begin with EF.
      if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == 0xEF { return true }
    }
    return false
  }

  /// The longest code from one word on that has the word with the digit in it.
  private func longest(
    in text: borrowing TokenizedText,
    from first: Int,
    with pivot: Int
  ) -> Mention? {
    var key: [UInt8] = []
    var last = first
    var blanks: [Int] = []
    var best: Mention?
    while last < text.words.count, last - first <= Self.reach + 1 {
      if last > first {
        guard let joint = joint(text, before: last) else { break }
        if joint == .blank { blanks.append(key.count) }
      }
      guard spell(text, last, into: &key), key.count <= 40 else { break }
      last += 1
      guard last > pivot else { continue }
      if let places = code(key, blanks, text, first..<last) {
        best = Mention(
          products: places,
          total: places.count,
          form: .code,
          words: first..<last
        )
      }
    }
    return best
  }

  /// Appends the letters and digits of a word as they are compared; false for a word that is no part
  /// of a code.
  private func spell(
    _ text: borrowing TokenizedText,
    _ index: Int,
    into key: inout [UInt8]
  ) -> Bool {
    let range = text.words[index].range
    guard range.count <= 40 else { return false }
    var isWide = false
    for at in range.start..<range.end {
      let byte = text.bytes[at]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): key.append(byte & ~0x20)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        key.append(byte)
      case 0x80...: isWide = true
      default: break
      }
      if isWide { break }
    }
    guard isWide else { return true }
    // Letters that only look like others: the words around tell, so the code is read as a whole.
    let run = wholeRun(text, index)
    let normal = NormalizedText.form(of: text.cut(run))
    guard let exact = CodeKey.exact(normal) else { return false }
    // One word with such letters makes the whole run the code.
    key.append(contentsOf: wideWord(exact, text, index, run))
    return true
  }

  /// The bytes between the blanks around a word.
  private func wholeRun(_ text: borrowing TokenizedText, _ index: Int) -> ByteRange {
    var start = Int(text.words[index].start)
    var end = Int(text.words[index].end)
    while start > 0, text.bytes[start - 1] > 0x20, end - start < 80 { start -= 1 }
    while end < text.bytes.count, text.bytes[end] > 0x20, end - start < 80 { end += 1 }
    while end < text.bytes.count, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    while start > 0, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return ByteRange(start, end)
  }

  /// The part of a normalised run that one of its words became: the words of the run are counted.
  private func wideWord(
    _ exact: [UInt8],
    _ text: borrowing TokenizedText,
    _ index: Int,
    _ run: ByteRange
  ) -> [UInt8] {
    var place = 0
    var at = index
    while at > 0, Int(text.words[at - 1].start) >= run.start {
      at -= 1
      place += 1
    }
    let parts = exact.split { byte in
      byte < UInt8(ascii: "0") || byte > UInt8(ascii: "9") && byte < UInt8(ascii: "A")
        || byte > UInt8(ascii: "Z") && byte < 0x80
    }
    return place < parts.count ? Array(parts[place]) : []
  }

  /// The articles of a spelling, as far as the text bears it out.
  private func code(
    _ key: [UInt8],
    _ blanks: [Int],
    _ text: borrowing TokenizedText,
    _ words: Range<Int>
  ) -> [Int]? {
    guard key.count >= 3 else { return nil }
    let isDigits = key.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if isDigits, key.count >= 8 {
      let number = UInt64(String(decoding: key, as: UTF8.self)) ?? 0
      let found = key.count <= 14 ? catalog.places(gtin: number) : []
      if !found.isEmpty { return found }
    }
    if key.count == 10, key[0] == UInt8(ascii: "B"), words.count == 1 {
      let found = catalog.places(asin: text.cut(text.words[words.lowerBound].range))
      if !found.isEmpty { return found }
    }
    if isDigits, !isCued(text, words.lowerBound) { return nil }
    let loose = isDigits ? CodeKey.loose(key) : key
    let hash = KeyIndex.hash(loose)
    guard
      catalog.bySKU.first(hash) != nil || catalog.byLooseSKU.first(hash) != nil
        || catalog.byMPN.first(hash) != nil
    else { return nil }
    let found = catalog.places(loose: loose).filter {
      isWritten(catalog.sku($0), key, blanks, text, words)
    }
    if !found.isEmpty { return found }
    // A part number is told from a word by a letter and two digits at least.
    guard !isDigits, key.count >= 5, blanks.isEmpty else { return nil }
    let parts = catalog.places(mpn: String(decoding: key, as: UTF8.self))
    return parts.isEmpty ? nil : Array(parts.prefix(Self.articleLimit))
  }

  /// Whether a text writes a code: its blanks stand where the code is divided, and neither part of
  /// it is a word of the language.
  private func isWritten(
    _ sku: String,
    _ key: [UInt8],
    _ blanks: [Int],
    _ text: borrowing TokenizedText,
    _ words: Range<Int>
  ) -> Bool {
    if key.count < 4 || !blanks.isEmpty {
      var divisions: [Int] = []
      var count = 0
      for byte in CodeKey.exact(NormalizedText.form(of: sku)) ?? [] {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
          count += 1
        default: divisions.append(count)
        }
      }
      if sku.utf8.contains(0x20) { divisions += self.divisions(atBlanksOf: sku) }
      guard blanks.allSatisfy(divisions.contains) else { return false }
      // "A-10" as it is written, but not "a 10".
      if key.count < 4, words.count == 1 || !blanks.isEmpty || divisions.isEmpty { return false }
    }
    guard !blanks.isEmpty else { return true }
    return words.allSatisfy { !isCommon(text.words[$0].id) }
  }

  private func divisions(atBlanksOf sku: String) -> [Int] {
    var divisions: [Int] = []
    var count = 0
    for byte in sku.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        count += 1
      case 0x20: divisions.append(count)
      default: break
      }
    }
    return divisions
  }

  /// Whether a word before a number says that it is a code.
  private func isCued(_ text: borrowing TokenizedText, _ index: Int) -> Bool {
    let start = Int(text.words[index].start)
    if start > 0, text.bytes[start - 1] == UInt8(ascii: "#") { return true }
    for back in 1...2 where index - back >= 0 {
      let word = text.words[index - back]
      switch text.cut(word.range).lowercased() {
      case "sku", "item", "article", "artikel", "model", "product", "ref", "art", "artnr":
        return true
      default: continue
      }
    }
    return false
  }
}
