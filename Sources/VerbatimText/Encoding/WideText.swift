/// UTF-16 and UTF-32 without a mark.
///
/// Two things tell: as bytes the text is full of control characters (the high halves of Latin,
/// Cyrillic, Greek, Hebrew, Arabic; the low halves of an eighth of all ideographs; blanks and line
/// ends), and as UTF-16 all of it has a meaning. The order is the one in which everything has a
/// meaning and the high halves repeat: a text keeps to few blocks of Unicode.
struct WideText {
  /// How much is looked at.
  static let sampleSize = 8192

  private let bytes: [UInt8]
  private let units: Int
  /// Control characters at even and at odd places, blanks and line ends left out.
  private var controls = [0, 0]
  /// Tabulators at even and at odd places: the high half of Devanagari.
  private var tabs = [0, 0]
  private var nuls = 0

  /// The encoding of a text in UTF-16 or UTF-32; nil when it is in another.
  static func encoding(of block: [UInt8], isWhole: Bool) -> TextEncoding? {
    let text = WideText(Array(block.prefix(sampleSize)))
    return text.wideName(isWhole: isWhole && block.count <= sampleSize).map {
      TextEncoding(name: $0, evidence: .pattern)
    }
  }

  private init(_ sample: [UInt8]) {
    bytes = sample
    units = sample.count / 2
    for (place, byte) in sample.enumerated() where byte < 0x20 {
      switch byte {
      case 0x09: tabs[place & 1] += 1
      case 0x0A, 0x0C, 0x0D, 0x1B: break
      default:
        controls[place & 1] += 1
        if byte == 0 { nuls += 1 }
      }
    }
  }

  private func wideName(isWhole: Bool) -> String? {
    guard units >= 4 else { return nil }
    for isBig in [false, true] where areScalars(isBig: isBig) {
      return isBig ? "UTF-32BE" : "UTF-32LE"
    }
    guard mayBeUTF16(isWhole: isWhole) else {
      // Ideographs without a blank among them: only kana are sure then.
      guard UTF8Check.firstNonASCII(in: bytes.span) < bytes.count,
        !UTF8Check.isValid(bytes, allowsCutEnd: !isWhole)
      else { return nil }
      if UTF16Reading(bytes, isBig: false).isKana { return "UTF-16LE" }
      return UTF16Reading(bytes, isBig: true).isKana ? "UTF-16BE" : nil
    }
    let little = UTF16Reading(bytes, isBig: false)
    let big = UTF16Reading(bytes, isBig: true)
    let best = little.score >= big.score ? little : big
    guard best.faults * 50 <= best.units else { return nil }
    return little.score >= big.score ? "UTF-16LE" : "UTF-16BE"
  }

  /// Whether the bytes have the control characters of UTF-16.
  private func mayBeUTF16(isWhole: Bool) -> Bool {
    let all = controls[0] + controls[1]
    if UTF8Check.isValid(bytes, allowsCutEnd: !isWhole) {
      // ASCII that NUL divides is no UTF-16: one half of each pair has to be of a kind.
      return max(controls[0], controls[1]) * 10 >= units * 6
        || (max(tabs[0], tabs[1]) * 2 >= units && nuls * 100 >= units)
    }
    // A single NUL may be a damaged text's; not among so many bytes beyond ASCII.
    guard all * 50 >= bytes.count, all > 0 else { return false }
    return all > 1 || bytes.lazy.filter { $0 >= 0x80 }.count * 8 >= bytes.count
  }

  /// Whether every four bytes are a character.
  private func areScalars(isBig: Bool) -> Bool {
    let groups = bytes.count / 4
    var faults = 0
    for group in 0..<groups {
      var value: UInt32 = 0
      for place in 0..<4 {
        value = value << 8 | UInt32(bytes[group * 4 + (isBig ? place : 3 - place)])
      }
      guard let scalar = Unicode.Scalar(value), scalar.isText else {
        faults += 1
        guard faults * 50 <= groups else { return false }
        continue
      }
    }
    return groups >= 2
  }
}

/// Bytes read as UTF-16 in one order of the halves.
private struct UTF16Reading {
  /// How many code units there are.
  let units: Int
  /// How many of them have no meaning.
  private(set) var faults = 0
  private var kana = 0
  private var highHalves = [Int](repeating: 0, count: 256)

  init(_ bytes: [UInt8], isBig: Bool) {
    units = bytes.count / 2
    var lead: UInt32?
    for place in 0..<units {
      let high = bytes[2 * place + (isBig ? 0 : 1)]
      let unit = UInt32(high) << 8 | UInt32(bytes[2 * place + (isBig ? 1 : 0)])
      highHalves[Int(high)] += 1
      if 0x3040..<0x3100 ~= unit { kana += 1 }
      if let first = lead {
        lead = nil
        guard 0xDC00..<0xE000 ~= unit else {
          faults += 1
          lead = 0xD800..<0xDC00 ~= unit ? unit : nil
          if lead == nil { note(unit) }
          continue
        }
        note(0x10000 + (first & 0x3FF) << 10 + (unit & 0x3FF))
      } else if 0xD800..<0xDC00 ~= unit {
        lead = unit
      } else {
        note(unit)
      }
    }
  }

  private mutating func note(_ value: UInt32) {
    guard let scalar = Unicode.Scalar(value), scalar.isText else {
      faults += 1
      return
    }
  }

  /// Whether it can only be Japanese.
  var isKana: Bool { faults == 0 && units >= 4 && kana * 10 >= units * 3 }

  /// How well the order fits: the chance that two units share a high half, less the faults.
  var score: Int { highHalves.reduce(0) { $0 + $1 * $1 } - units * faults }
}

extension Unicode.Scalar {
  /// Whether the scalar may stand in a text: assigned, public, and no control but a blank or a
  /// line end.
  fileprivate var isText: Bool {
    switch value {
    case 0x09, 0x0A, 0x0C, 0x0D: return true
    case 0x20..<0x7F: return true
    default: break
    }
    switch properties.generalCategory {
    case .control, .unassigned, .privateUse, .surrogate: return false
    default: return true
    }
  }
}
