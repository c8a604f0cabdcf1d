/// The seven-bit charsets that switch between sets by escape sequences: old East Asian mail.
enum EscapedText {
  /// The charset whose escapes stand in a text of ASCII; nil without any.
  static func encoding(of block: [UInt8]) -> TextEncoding? {
    var at = 0
    while let escape = block[at...].firstIndex(of: 0x1B) {
      let rest = block[(escape + 1)...].prefix(3)
      for (sequence, name) in sequences where rest.starts(with: sequence.utf8) {
        return TextEncoding(name: name, evidence: .pattern)
      }
      at = escape + 1
    }
    return nil
  }

  /// What follows ESC: the designations of ISO-2022-JP, -KR and -CN (RFC 1468, 1557, 1922).
  private static let sequences = [
    ("$@", "ISO-2022-JP"), ("$B", "ISO-2022-JP"), ("$(D", "ISO-2022-JP"), ("(J", "ISO-2022-JP"),
    ("(I", "ISO-2022-JP"), ("$)C", "ISO-2022-KR"), ("$)A", "ISO-2022-CN"), ("$)G", "ISO-2022-CN"),
  ]
}
