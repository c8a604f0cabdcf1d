/// What a cell's number is by its format code.
enum NumberFormat: Hashable {
  case number
  /// A number with leading zeros, as `00000` writes postcodes and article numbers.
  case padded(Int)
  case date
  /// A time of day.
  case time
  case moment
  /// A duration, as `[h]:mm` writes it.
  case elapsed

  /// From a format code such as `yyyy\-mm\-dd;@`.
  ///
  /// Only the first section counts, the one for positive numbers. What stands in quotes, after a
  /// backslash or in brackets is no token, but for durations.
  init(code: String) {
    var section = code.utf8[...]
    var letters: [UInt8] = []
    var isElapsed = false
    var isPlain = true
    scan: while let byte = section.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): break scan
      case UInt8(ascii: "\""):
        section = section.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
        isPlain = false
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        _ = section.popFirst()
        isPlain = false
      case UInt8(ascii: "["):
        let inside = section.prefix { $0 != UInt8(ascii: "]") }.map { $0 | 0x20 }
        section = section.dropFirst(inside.count + 1)
        isPlain = false
        if let first = inside.first, "hms".utf8.contains(first), Set(inside).count == 1 {
          isElapsed = true
        }
      default: letters.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    let text = String(decoding: letters, as: UTF8.self)
    // The name of the standard format is no token, in whatever language a program wrote it.
    guard !text.contains("general"), !text.contains("standard") else {
      self = .number
      return
    }
    let hasDay = text.contains("y") || text.contains("d")
    let hasClock = text.contains("h") || text.contains("s") || text.contains("am/pm")
    switch (hasDay || (!hasClock && text.contains("m")), hasClock) {
    case _ where isElapsed: self = .elapsed
    case (true, true): self = .moment
    case (true, false): self = .date
    case (false, true): self = .time
    case (false, false):
      let isZeros = isPlain && letters.count > 1 && letters.allSatisfy { $0 == 0x30 }
      self = isZeros ? .padded(min(letters.count, 20)) : .number
    }
  }

  /// One of the formats that have a number and no code; the languages of East Asia have their own.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .moment
    case 46: self = .elapsed
    default: self = .number
    }
  }
}

/// The formats of a workbook's cells, by the style that each names.
final class CellStyles: XMLPartHandler {
  private var codes: [Int: NumberFormat] = [:]
  private var formats: [NumberFormat] = []
  private var isInCells = false

  /// The format of a style; an unknown style is a plain number.
  func format(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case .numFmt:
      guard let id = attributes.number(.numFmtId), let code = attributes[.formatCode] else {
        return
      }
      codes[id] = NumberFormat(code: code)
    case .cellXfs: isInCells = true
    case .xf where isInCells:
      let id = attributes.number(.numFmtId) ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ name: XMLName) {
    if name == .cellXfs { isInCells = false }
  }

  func text(_ bytes: MarkupBytes) {}
}
