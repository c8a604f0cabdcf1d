internal import VerbatimText

/// The words of a header field: folds undone, encoded words read (RFC 2047), raw bytes decoded.
enum HeaderText {
  /// The text of a field.
  ///
  /// Encoded words of one charset that follow each other are joined as bytes before they are
  /// converted: programs cut in the middle of a character. Bytes outside encoded words are UTF-8
  /// (RFC 6532), or else in the charset that the mail's text declares, or windows-1252.
  ///
  /// - Parameters:
  ///   - bytes: The field's value as it stands.
  ///   - charset: The charset that the text of the mail declares.
  /// - Returns: The text without white space around it.
  static func decoded(_ bytes: [UInt8], charset: String? = nil) -> String {
    let line = unfolded(bytes)
    var output = ""
    var words: [UInt8] = []
    var label = ""
    var plain = 0
    var at = 0
    func flush() {
      guard !words.isEmpty else { return }
      output += TextEncoding.detect(words, declaredAs: label).text(of: words).text
      words = []
    }
    while at < line.count {
      guard line[at] == UInt8(ascii: "="), let word = EncodedWord(line, at: at) else {
        at += 1
        continue
      }
      let between = line[plain..<at]
      // Blanks between two encoded words are only there to fold the line.
      if words.isEmpty || !between.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        flush()
        output += raw(between, charset)
      } else if word.charset != label {
        flush()
      }
      label = word.charset
      words += word.bytes
      at = word.end
      plain = at
    }
    flush()
    output += raw(line[plain...], charset)
    return Conversation.trimmed(output)
  }

  private static func raw(_ bytes: ArraySlice<UInt8>, _ charset: String?) -> String {
    guard !bytes.isEmpty else { return "" }
    let bytes = Array(bytes)
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    let utf8 = TextEncoding.detect(bytes, declaredAs: "utf-8")
    if utf8.isUTF8 { return utf8.text(of: bytes).text }
    if let charset, TextEncoding.named(charset) != "UTF-8" {
      let (text, lost) = TextEncoding.detect(bytes, declaredAs: charset).text(of: bytes)
      if lost == 0 { return text }
    }
    // A line cut inside a character is still UTF-8.
    let repaired = String(decoding: bytes, as: UTF8.self)
    let lost = repaired.unicodeScalars.count { $0 == "\u{FFFD}" }
    let wide = repaired.unicodeScalars.count { $0.value > 0x7F } - lost
    if wide >= 4 * lost { return repaired }
    // Statistics need more than a line.
    return TextEncoding(name: "windows-1252", evidence: .fallback).text(of: bytes).text
  }

  /// The field on one line: line ends go, the blank after them stays.
  static func unfolded(_ bytes: [UInt8]) -> [UInt8] {
    bytes.filter { $0 != 0x0A && $0 != 0x0D && $0 != 0 }
  }
}

/// One encoded word, as `=?utf-8?Q?gr=C3=BCn?=`.
struct EncodedWord {
  /// The charset's label in lower case, without a language.
  let charset: String
  /// The bytes in that charset.
  let bytes: [UInt8]
  /// The place behind the word.
  let end: Int

  /// The word that begins at a place; nil when none does.
  ///
  /// Blanks inside are read though the standard has none; longer words than it allows as well.
  init?(_ line: [UInt8], at start: Int) {
    guard start + 8 <= line.count, line[start + 1] == UInt8(ascii: "?") else { return nil }
    let mark = UInt8(ascii: "?")
    // Labels are short: a search for the next mark must not cross the line for each "=?".
    guard let first = line[(start + 2)...].prefix(64).firstIndex(of: mark), first > start + 2,
      first + 2 < line.count, line[first + 2] == mark
    else { return nil }
    var end = first + 3
    while end + 1 < line.count, line[end] != mark || line[end + 1] != UInt8(ascii: "=") {
      // Another word begins where this one never ended; "=?=" is padding and the end.
      if line[end] == UInt8(ascii: "="), line[end + 1] == mark, end + 2 < line.count,
        line[end + 2] != UInt8(ascii: "=")
      {
        return nil
      }
      end += 1
    }
    guard end + 1 < line.count else { return nil }
    let text = line[(first + 3)..<end]
    switch line[first + 1] | 0x20 {
    case UInt8(ascii: "q"): bytes = Self.quoted(text)
    case UInt8(ascii: "b"): bytes = Self.base64(text)
    default: return nil
    }
    let label = String(decoding: line[(start + 2)..<first], as: UTF8.self).lowercased()
    charset = String(label.prefix { $0 != "*" })
    self.end = end + 2
  }

  private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      if byte == UInt8(ascii: "="), at + 2 < text.endIndex, let high = digit(text[at + 1]),
        let low = digit(text[at + 2])
      {
        output.append(high << 4 | low)
        at += 3
      } else {
        output.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
        at += 1
      }
    }
    return output
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return output
  }
}
