internal import VerbatimCore
internal import VerbatimText

/// The spellings in which codes are compared.
///
/// The exact one has no case, white space or leading apostrophe. The loose one is letters and digits
/// alone, without the zeros in front of a code of digits: `sku-00412`, `SKU 00412` and `sku_00412`
/// are one code, and so are `00412` and `412`.
enum CodeKey {
  /// The exact spelling; nil when nothing is left of a code, or it is longer than 128 bytes.
  static func exact(_ text: String) -> [UInt8]? {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): key.append(byte & ~0x20)
      case 0x80...:
        return SKU(text).map { Array($0.key.utf8) }
      case 0...0x20: break
      case UInt8(ascii: "'") where key.isEmpty: break
      default: key.append(byte)
      }
    }
    return key.isEmpty || key.count > 128 ? nil : key
  }

  /// The loose spelling of an exact one.
  static func loose(_ exact: some Sequence<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    for byte in exact {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        key.append(byte)
        // Typographic hyphens and dashes, U+2010 to U+2015.
        if (0x90...0x95).contains(byte), key.suffix(3).prefix(2) == [0xE2, 0x80] {
          key.removeLast(3)
        }
      default: break
      }
    }
    if key.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
      let zeros = key.prefix { $0 == UInt8(ascii: "0") }.count
      if zeros < key.count { key.removeFirst(zeros) }
    }
    return key
  }

  /// The spelling in which names are compared: folded, one blank between words.
  static func name(_ text: String) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(text.utf8.count)
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let folded = isASCII ? text : ICUNormalizer.matchingForm(text)
    var isBlank = false
    for byte in folded.utf8 {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"), 0x09: isBlank = true
      default:
        if isBlank, !key.isEmpty { key.append(0x20) }
        isBlank = false
        key.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
      }
    }
    return key
  }
}
