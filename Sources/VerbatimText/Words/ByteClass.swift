/// What an ASCII byte is to the word rules of Unicode Annex 29.
enum ByteClass: UInt8 {
  case other
  case letter
  case digit
  /// `_`, which joins words and numbers.
  case underscore
  /// `'`, which joins letters with letters and digits with digits.
  case apostrophe
  /// `.`, which joins digits; between letters it is a full stop without a blank.
  case period
  /// `,` and `;`, which join digits.
  case comma
  case space
  case newline
  /// 0x80 and above: not ASCII.
  case wide

  /// The class of every byte.
  static let table: [ByteClass] = (0...255).map { value in
    switch UInt8(value) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "_"): .underscore
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "."): .period
    case UInt8(ascii: ","), UInt8(ascii: ";"): .comma
    case 0x20, 0x09: .space
    case 0x0A, 0x0B, 0x0C, 0x0D: .newline
    case 0x80...0xFF: .wide
    default: .other
    }
  }
}
