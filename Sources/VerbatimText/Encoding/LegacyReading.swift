/// What a text looks like when it is read in a charset.
struct LegacyReading {
  /// The scripts that a charset of one byte a character may have besides Latin.
  enum Script {
    case cyrillic, greek, hebrew, arabic

    /// Whether the scalar is a letter, or a mark on one, of the everyday alphabets of the script.
    func contains(_ scalar: Unicode.Scalar) -> Bool {
      switch (self, scalar.value) {
      case (.cyrillic, 0x0401...0x045F), (.cyrillic, 0x0490...0x0491): true
      case (.greek, 0x0386...0x03CE): scalar.value != 0x0387
      case (.hebrew, 0x05D0...0x05EA): true
      case (.arabic, 0x0621...0x0652): true
      case (.arabic, 0x067E), (.arabic, 0x0686), (.arabic, 0x0698), (.arabic, 0x06A9),
        (.arabic, 0x06AF), (.arabic, 0x06CC):
        true
      default: false
      }
    }

    /// Whether it is a letter of Serbian and Macedonian only: a tenth of theirs, and nearly half of
    /// what Russian looks like in a charset that it is not in.
    func isRare(_ scalar: Unicode.Scalar) -> Bool {
      guard self == .cyrillic else { return false }
      switch scalar.value {
      case 0x0402...0x0403, 0x0405, 0x0408...0x040C, 0x040F: return true
      case 0x0452...0x0453, 0x0455, 0x0458...0x045C, 0x045F: return true
      default: return false
      }
    }
  }

  private let scalars: [Unicode.Scalar]

  /// Reads bytes; nil when ICU does not know the charset.
  init?(_ bytes: [UInt8], as name: String) {
    let converter = EncodingLabel.converter(for: name)
    guard let utf8 = ICUConverter.utf8(of: bytes, in: converter, isWhole: false) else {
      return nil
    }
    scalars = Array(String(decoding: utf8, as: UTF8.self).unicodeScalars)
  }

  /// Whether nearly all of it has a meaning: at most one fault in fifty characters beyond ASCII.
  var isSound: Bool {
    let foreign = scalars.lazy.filter { !$0.isASCII }.count
    return faults * 50 <= foreign
  }

  /// How many sequences have no meaning, or only that of a control character.
  private var faults: Int {
    scalars.lazy.filter { $0.value == 0xFFFD || 0x80..<0xA0 ~= $0.value }.count
  }

  /// How many characters beyond ASCII are neither everyday letters of the script nor punctuation;
  /// set by ``isIn(_:)``.
  private(set) var strangers = 0

  /// Whether it reads as a text in the script: eight of its letters at least, of all characters
  /// beyond ASCII nineteen in twenty, hardly one beside a Latin letter, and no capitals inside
  /// words that begin small.
  mutating func isIn(_ script: Script) -> Bool {
    var letters = 0
    var joints = 0
    var capitals = 0
    var rare = 0
    strangers = 0
    var before: Unicode.Scalar = " "
    for scalar in scalars {
      if script.contains(scalar) {
        letters += 1
        if script.isRare(scalar) { rare += 1 }
        if before.isASCIILetter { joints += 1 }
        if script.contains(before), before.properties.isLowercase, scalar.properties.isUppercase {
          capitals += 1
        }
      } else if scalar.isASCIILetter {
        if script.contains(before) { joints += 1 }
      } else if !scalar.isASCII, !scalar.isCommonSign {
        strangers += 1
      }
      before = scalar
    }
    defer { strangers += rare }
    return letters >= 8 && strangers * 20 <= letters && rare * 5 <= letters
      && joints * 10 <= letters && capitals * 10 <= letters
  }

  /// How many signs stand between two letters, or are rare and stand beside one: there a letter of
  /// another charset may be meant.
  var signsInWords: Int {
    var found = 0
    for (place, scalar) in scalars.enumerated() where !scalar.isASCII {
      guard !scalar.properties.isAlphabetic else { continue }
      let isAfter = place > 0 && scalars[place - 1].properties.isAlphabetic
      let isBefore = place + 1 < scalars.count && scalars[place + 1].properties.isAlphabetic
      if (isAfter && isBefore) || ((isAfter || isBefore) && !scalar.isCommonSign) { found += 1 }
    }
    return found + faults
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { isASCII && 0x61...0x7A ~= value | 0x20 }

  /// A quote, a dash, an ellipsis, a blank or a sign that stands in texts of any script.
  fileprivate var isCommonSign: Bool {
    switch value {
    case 0xA0, 0xA7, 0xA9, 0xAB, 0xAD, 0xAE, 0xB0, 0xB1, 0xB7, 0xBB: true
    case 0x060C, 0x061B, 0x061F, 0x0640: true
    case 0x2010...0x2026, 0x2030, 0x2039, 0x203A, 0x20AA, 0x20AC, 0x2116, 0x2122: true
    default: false
    }
  }
}
