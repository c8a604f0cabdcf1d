/// How often the letters of central Europe stand in a text of one byte a character.
struct LatinLetters {
  /// Bytes beyond ASCII that are letters in any Latin charset, or š and ž in windows-1250.
  private var all = 0
  /// The bytes of š and ž in windows-1250, which has them where windows-1252 does.
  private var sibilants = 0
  /// Bytes between two letters that are signs in windows-1252.
  private var signs = 0
  /// The bytes of ę ł ń ć ż.
  private var polish = 0
  /// The bytes of ě ř ů č ý.
  private var czech = 0
  /// The bytes that are š and ž in ISO-8859-2, ą and ľ in windows-1250.
  private var disputed = 0

  /// Counts.
  init(_ bytes: [UInt8]) {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte >= 0xC0 { all += 1 }
      switch byte {
      case 0x8A, 0x8E, 0x9A, 0x9E: sibilants += 1
      // ¡ ¦ © « ¬ ® ± ³ ¶ ¹ » ¼ ¾
      case 0xA1, 0xA6, 0xA9, 0xAB, 0xAC, 0xAE, 0xB1, 0xB3, 0xB6, 0xB9, 0xBB, 0xBC, 0xBE:
        if place > 0, place + 1 < bytes.count, Self.isLetter(bytes[place - 1]),
          Self.isLetter(bytes[place + 1])
        {
          signs += 1
        }
        if byte == 0xB3 { polish += 1 }
        if byte == 0xB9 || byte == 0xBE { disputed += 1 }
      case 0xEA, 0xF1, 0xE6, 0xBF: polish += 1
      case 0xEC, 0xF8, 0xF9, 0xE8, 0xFD: czech += 1
      default: break
      }
      place += 1
    }
  }

  /// Whether š and ž are a sixth of the letters beyond ASCII: in no western language are they.
  var areSlavic: Bool { sibilants >= 3 && sibilants * 6 >= all + sibilants }

  /// Whether signs cut words as they do in no western text.
  var areCut: Bool { signs >= 3 && signs * 10 >= all + signs }

  /// Whether the letters are those of ISO-8859-2, of two readings without a fault: š and ž rather
  /// than ą, which only Polish has.
  var areISO: Bool { disputed > 0 && polish <= czech }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 || byte >= 0xC0 }
}
