internal import VerbatimCore
internal import VerbatimText

/// Finds a lot that a customer names after a word such as "lot" or "batch".
struct LotCue: Sendable {
  /// What a word does before a lot.
  enum Kind: String, Hashable, Sendable {
    /// A code behind it is a lot.
    case plain
    /// Only with a capital, a colon or "no." behind it: the word has another meaning ("charge").
    case strict
    /// May stand between the word and the code ("number").
    case filler
  }

  /// What is known without a file.
  static let standard: [String: Kind] = [
    "lot": .plain, "batch": .plain, "lote": .plain, "no": .filler, "nr": .filler,
    "number": .filler, "code": .filler, "is": .filler, "was": .filler, "says": .filler,
  ]

  private let kinds: [WordID: Kind]

  init(_ words: [String: Kind], _ vocabulary: Vocabulary) {
    var kinds: [WordID: Kind] = [:]
    for (word, kind) in words {
      let id = vocabulary.id(of: word)
      if id != 0 { kinds[id] = kind }
    }
    self.kinds = kinds
    var bits: UInt64 = 0
    for (id, kind) in kinds where kind != .filler { bits |= 1 << UInt64(id & 63) }
    self.bits = bits
  }

  /// A bit for each cue by its number: most words are turned away by it.
  private let bits: UInt64

  /// Whether a text may name a lot: it has a cue, or a word that begins like one run into its code.
  func mayBe(in words: Span<Word>, of bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < words.count {
      let word = words[index]
      if word.id != 0 {
        if bits &>> UInt64(word.id & 63) & 1 != 0, let kind = kinds[word.id], kind != .filler {
          return true
        }
      } else if bytes[Int(word.start)] == UInt8(ascii: "L") {
        return true
      }
      index &+= 1
    }
    return false
  }

  /// A code of at least four characters, two of them digits, within three words after the cue.
  func lot(in text: borrowing TokenizedText) -> String? {
    let words = text.words.span
    let bytes = text.bytes.span
    var index = 0
    while index < words.count {
      let word = words[index]
      if word.id != 0, bits >> UInt64(word.id & 63) & 1 != 0, let kind = kinds[word.id],
        kind != .filler
      {
        if let lot = lot(in: text, after: index, kind) { return lot }
      } else if word.id == 0, bytes[Int(word.start)] == UInt8(ascii: "L"),
        let lot = joined(text, word)
      {
        return lot
      }
      index += 1
    }
    return nil
  }

  private func lot(in text: borrowing TokenizedText, after index: Int, _ kind: Kind) -> String? {
    // "A lot" is much, and no lot.
    if index > 0, text.cut(text.words[index - 1].range).lowercased() == "a" { return nil }
    var isSure = kind == .plain
    if !isSure { isSure = isMarked(text, index) }
    for next in (index + 1)..<min(index + 4, text.words.count) {
      let word = text.words[next]
      if isSure, let code = code(text, next) { return code }
      guard kinds[word.id] == .filler else { break }
      isSure = true
    }
    return nil
  }

  /// Whether a word with another meaning is written as a label: in capitals, or with a colon, a sharp
  /// or a hyphen right behind it.
  private func isMarked(_ text: borrowing TokenizedText, _ index: Int) -> Bool {
    let word = text.words[index]
    if word.style.contains(.capitals) { return true }
    var at = Int(word.end)
    while at < text.bytes.count, text.bytes[at] == 0x20 { at += 1 }
    guard at < text.bytes.count else { return false }
    switch text.bytes[at] {
    case UInt8(ascii: ":"), UInt8(ascii: "#"): return true
    default: return false
    }
  }

  /// The code that begins at a word, with what is joined to it by dashes and slashes ("B/77-2").
  private func code(_ text: borrowing TokenizedText, _ index: Int) -> String? {
    let first = text.words[index]
    var end = Int(first.end)
    var next = index + 1
    while next < text.words.count, next < index + 5, Int(text.words[next].start) == end + 1 {
      switch text.bytes[end] {
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"): break
      default:
        return checked(text, ByteRange(Int(first.start), end), first)
      }
      end = Int(text.words[next].end)
      next += 1
    }
    return checked(text, ByteRange(Int(first.start), end), first)
      ?? checked(text, first.range, first)
  }

  private func checked(
    _ text: borrowing TokenizedText,
    _ range: ByteRange,
    _ first: Word
  ) -> String? {
    guard range.count <= 40 else { return nil }
    let code = text.cut(range)
    let digits = code.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    let isPrice =
      first.kind == .number
      && code.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    return digits >= 2 && code.utf8.count >= 4 && !isPrice ? code.uppercased() : nil
  }

  /// A lot that a photo's reading has run into its label: `LOT24091`.
  private func joined(_ text: borrowing TokenizedText, _ word: Word) -> String? {
    let range = word.range
    guard range.count >= 7, range.count <= 40, text.bytes[range.start] == UInt8(ascii: "L"),
      text.bytes[range.start + 1] == UInt8(ascii: "O"),
      text.bytes[range.start + 2] == UInt8(ascii: "T")
    else { return nil }
    let code = text.cut(ByteRange(range.start + 3, range.end))
    let digits = code.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    return digits >= 3 && code.utf8.first.map { $0 < UInt8(ascii: "a") } ?? false
      ? code.uppercased() : nil
  }
}
