/// The character references that captions hold.
enum CharacterReference {
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "lrm": "\u{200E}", "rlm": "\u{200F}", "copy": "©", "reg": "®", "trade": "™", "deg": "°",
    "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "euro": "€", "pound": "£",
  ]

  /// Takes one reference off the front of a text that begins with `&`, and gives what it stands
  /// for; an unknown one stays as it is.
  static func take(from rest: inout Substring) -> String {
    let body = rest.dropFirst()
    // The longest name above has six letters, the longest number seven digits.
    if let end = body.prefix(9).firstIndex(of: ";"),
      let value = named[String(body[..<end])] ?? numbered(body[..<end])
    {
      rest = body[body.index(after: end)...]
      return value
    }
    rest = body
    return "&"
  }

  private static func numbered(_ text: Substring) -> String? {
    guard text.first == "#" else { return nil }
    let digits = text.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = isHexadecimal ? digits.dropFirst() : digits
    guard let value = UInt32(number, radix: isHexadecimal ? 16 : 10), value > 0,
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return String(Character(scalar))
  }
}
