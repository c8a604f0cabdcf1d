/// The charset that a text names in itself: an XML declaration or an HTML meta element.
///
/// The prescan is that of the HTML standard, over the whole block and not only its first 1,024
/// bytes: a browser that meets a later declaration reads the page again, we need not. Only a text
/// that begins with `<` is searched; a table whose cells hold mark-up declares nothing.
///
/// - SeeAlso: <https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding>
struct EncodingDeclaration {
  private let bytes: [UInt8]
  private var at = 0

  /// The name of the declared encoding; nil without one that is known.
  static func name(in block: [UInt8]) -> String? {
    guard let first = block.firstIndex(where: { $0 > 0x20 }), block[first] == UInt8(ascii: "<")
    else { return nil }
    var scan = EncodingDeclaration(bytes: block, at: first)
    return scan.xmlName() ?? scan.metaName()
  }

  /// The charset in the value of a content type: `text/html; charset=utf-8`.
  static func charset(inContentType value: String) -> String? {
    let scan = EncodingDeclaration(bytes: Array(value.utf8), at: 0)
    return scan.charset()
  }

  /// The encoding behind a label; nil when the text cannot be in it.
  ///
  /// What was read byte by byte is no UTF-16, whatever it says: the standard reads it as UTF-8,
  /// and `x-user-defined` as windows-1252. ICU's own charsets count when they leave ASCII as it
  /// is, by which the declaration was read.
  private static func encoding(_ label: String) -> String? {
    let lower = label.lowercased()
    if lower.hasPrefix("utf-16") || lower.hasPrefix("utf-32") { return "UTF-8" }
    switch EncodingLabel.name(for: label) {
    case "UTF-16LE", "UTF-16BE": return "UTF-8"
    case "x-user-defined": return "windows-1252"
    case let name?: return name
    case nil: break
    }
    guard let name = EncodingLabel.anyName(for: label) else { return nil }
    let ascii = Array(UInt8(0x20)..<0x7F)
    return ICUConverter.utf8(of: ascii, in: name, isWhole: true) == ascii ? name : nil
  }

  // MARK: XML

  private mutating func xmlName() -> String? {
    let start = at
    defer { at = start }
    guard skip("<?xml"), let blank = byte, Self.isBlank(blank) else { return nil }
    guard let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    while at < end {
      guard Self.isBlank(bytes[at - 1]), skip("encoding") else {
        at += 1
        continue
      }
      skipBlanks()
      guard skip("=") else { continue }
      skipBlanks()
      guard let quote = byte, quote == 0x22 || quote == 0x27,
        let close = bytes[(at + 1)..<end].firstIndex(of: quote)
      else { return nil }
      return Self.encoding(String(decoding: bytes[(at + 1)..<close], as: UTF8.self))
    }
    return nil
  }

  // MARK: HTML

  private mutating func metaName() -> String? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      let start = at
      if skip("<!--") {
        // The two dashes of the start may be those of the end.
        at -= 2
        guard let end = endOfComment() else { return nil }
        at = end
      } else if skip("<meta"), let next = byte, Self.isBlank(next) || next == UInt8(ascii: "/") {
        if let found = meta() { return found }
      } else {
        at = start + 1
        let opener = byte
        if opener == UInt8(ascii: "/") { at += 1 }
        if let next = byte, Self.isLetter(next) {
          skipTag()
        } else if let opener, "!/?".utf8.contains(opener) {
          at = bytes[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        }
      }
    }
    return nil
  }

  /// Reads the attributes of a meta element and judges them.
  private mutating func meta() -> String? {
    var seen: Set<String> = []
    var isContentType = false
    var needsContentType: Bool?
    var label: String?
    while let attribute = nextAttribute() {
      guard seen.insert(attribute.name).inserted else { continue }
      switch attribute.name {
      case "http-equiv": isContentType = attribute.value == "content-type"
      case "content":
        let scan = EncodingDeclaration(bytes: Array(attribute.value.utf8), at: 0)
        if label == nil, let charset = scan.charset() {
          label = charset
          needsContentType = true
        }
      case "charset":
        label = attribute.value
        needsContentType = false
      default: break
      }
    }
    // An attribute that the block cuts off ends the search.
    guard at < bytes.count, let needsContentType, isContentType || !needsContentType else {
      return nil
    }
    return label.flatMap(Self.encoding)
  }

  private mutating func skipTag() {
    while let next = byte, !Self.isBlank(next), next != UInt8(ascii: ">") { at += 1 }
    while nextAttribute() != nil {}
  }

  /// The next attribute of a tag, in lower case; nil at the tag's end, which stays ahead.
  private mutating func nextAttribute() -> (name: String, value: String)? {
    while let next = byte, Self.isBlank(next) || next == UInt8(ascii: "/") { at += 1 }
    guard let first = byte, first != UInt8(ascii: ">") else { return nil }
    let start = at
    at += 1
    while let next = byte, !Self.isBlank(next), !"=/>".utf8.contains(next) { at += 1 }
    let name = lower(start..<at)
    skipBlanks()
    guard byte == UInt8(ascii: "=") else { return byte == nil ? nil : (name, "") }
    at += 1
    skipBlanks()
    guard let quote = byte else { return nil }
    if quote == 0x22 || quote == 0x27 {
      guard let close = bytes[(at + 1)...].firstIndex(of: quote) else {
        at = bytes.count
        return nil
      }
      defer { at = close + 1 }
      return (name, lower((at + 1)..<close))
    }
    let value = at
    while let next = byte, !Self.isBlank(next), next != UInt8(ascii: ">") { at += 1 }
    return byte == nil ? nil : (name, lower(value..<at))
  }

  /// The charset in the content of a meta element, or in a header's value; nil when its quote is
  /// never closed.
  private func charset() -> String? {
    var scan = self
    while scan.at < scan.bytes.count {
      guard scan.skip("charset") else {
        scan.at += 1
        continue
      }
      scan.skipBlanks()
      guard scan.skip("=") else { continue }
      scan.skipBlanks()
      guard let quote = scan.byte else { return nil }
      guard quote == 0x22 || quote == 0x27 else {
        let end = scan.bytes[scan.at...].firstIndex { Self.isBlank($0) || $0 == UInt8(ascii: ";") }
        return String(decoding: scan.bytes[scan.at..<(end ?? scan.bytes.count)], as: UTF8.self)
      }
      let close = scan.bytes[(scan.at + 1)...].firstIndex(of: quote)
      return close.map { String(decoding: scan.bytes[(scan.at + 1)..<$0], as: UTF8.self) }
    }
    return nil
  }

  // MARK: The cursor

  private var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// Steps over a word, in lower case, that may stand there in any; false when it does not.
  private mutating func skip(_ word: String) -> Bool {
    var place = at
    for letter in word.utf8 {
      guard place < bytes.count, Self.lowered(bytes[place]) == letter else { return false }
      place += 1
    }
    at = place
    return true
  }

  private mutating func skipBlanks() {
    while let next = byte, Self.isBlank(next) { at += 1 }
  }

  private func endOfComment() -> Int? {
    var place = at
    while place + 2 < bytes.count {
      if bytes[place] == 0x2D, bytes[place + 1] == 0x2D, bytes[place + 2] == 0x3E {
        return place + 3
      }
      place += 1
    }
    return nil
  }

  private func lower(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map(Self.lowered), as: UTF8.self)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
}
