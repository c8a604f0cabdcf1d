/// A line or two of a message in the form in which phrases are compared: the matching form, blanks
/// as one, typographic apostrophes and the digits of other scripts as those of ASCII.
struct FoldedText {
  /// The longest text that is looked at, in bytes; no quote header or device line is longer.
  static let longest = 640

  private(set) var bytes: [UInt8] = []

  /// Forgets everything, and keeps the storage.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a stretch of a message, with a blank between it and what stands before it.
  ///
  /// - Complexity: O(*n*); allocates only when a byte beyond ASCII is met.
  mutating func append(_ raw: Span<UInt8>, _ range: Range<Int>) {
    if !bytes.isEmpty { addBlank() }
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = raw[at]
      if byte >= 0x80 { return appendWide(raw, at..<range.upperBound) }
      add(byte)
      at += 1
    }
    dropLastBlank()
  }

  /// The same for a phrase of a lexicon.
  static func fold(_ phrase: String) -> [UInt8] {
    let raw = Array(phrase.utf8)
    var text = FoldedText()
    text.append(raw.span, 0..<raw.count)
    return text.bytes
  }

  private mutating func appendWide(_ raw: Span<UInt8>, _ range: Range<Int>) {
    var rest: [UInt8] = []
    rest.reserveCapacity(range.count)
    for at in range { rest.append(raw[at]) }
    let form = ICUNormalizer.matchingForm(rest)
    var at = 0
    while at < form.count {
      switch form[at] {
      case 0xE2 where at + 2 < form.count && form[at + 1] == 0x80 && form[at + 2] & 0xFE == 0x98:
        bytes.append(UInt8(ascii: "'"))
        at += 3
      // The dot that folding leaves of the Turkish capital İ.
      case 0xCC where at + 1 < form.count && form[at + 1] == 0x87 && bytes.last == 0x69: at += 2
      // Arabic-Indic and Persian digits.
      case 0xD9 where at + 1 < form.count && (0xA0...0xA9).contains(form[at + 1]),
        0xDB where at + 1 < form.count && (0xB0...0xB9).contains(form[at + 1]):
        bytes.append(UInt8(ascii: "0") + (form[at + 1] & 0x0F))
        at += 2
      default:
        add(form[at])
        at += 1
      }
    }
    dropLastBlank()
  }

  private mutating func add(_ byte: UInt8) {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D: addBlank()
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
    // French sets a blank before a colon.
    case UInt8(ascii: ":"):
      dropLastBlank()
      bytes.append(byte)
    default: bytes.append(byte)
    }
  }

  private mutating func addBlank() {
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
  }

  private mutating func dropLastBlank() {
    if bytes.last == 0x20 { bytes.removeLast() }
  }
}

extension FoldedText {
  /// What is left without the dashes, stars, brackets and blanks around it.
  func undecorated() -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end, Self.isDecoration(bytes[start]) || bytes[start] == UInt8(ascii: "<") {
      start += 1
    }
    while start < end, Self.isDecoration(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: ".") {
      end -= 1
    }
    return start..<end
  }

  /// Whether a byte is one that lines are adorned with.
  static func isDecoration(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "*"),
      UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ">"), 0x20:
      true
    default: false
    }
  }

  /// Takes out web addresses and the brackets around them, as apps put them into their lines.
  mutating func dropLinks() {
    var kept: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "<"), let close = bytes[at...].firstIndex(of: UInt8(ascii: ">")),
        close > at + 1
      {
        let inside = bytes[(at + 1)..<close]
        if inside.starts(with: Self.scheme) || inside.starts(with: Self.host) {
          at = close + 1
          continue
        }
      }
      if bytes[at...].starts(with: Self.scheme) {
        while at < bytes.count, bytes[at] != 0x20, bytes[at] != UInt8(ascii: ")") { at += 1 }
        continue
      }
      if byte != UInt8(ascii: "["), byte != UInt8(ascii: "]"), byte != UInt8(ascii: "("),
        byte != UInt8(ascii: ")")
      {
        kept.append(byte)
      }
      at += 1
    }
    while kept.last == 0x20 { kept.removeLast() }
    bytes = kept
  }

  private static let scheme = Array("http".utf8)
  private static let host = Array("www.".utf8)
}
