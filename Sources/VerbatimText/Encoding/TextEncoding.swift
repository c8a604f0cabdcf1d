/// The encoding of a file, with how it was decided.
public struct TextEncoding: Hashable, Sendable {
  /// The evidence that decided.
  public enum Evidence: String, Hashable, Sendable {
    /// A byte order mark.
    case mark
    /// A declaration inside the file.
    case declared
    /// Every byte is valid UTF-8.
    case valid
    /// NUL in every other place.
    case pattern
    /// ICU's statistics, above the threshold.
    case statistics
    /// Nothing else fits: windows-1252, in which every byte has a meaning.
    case fallback
  }

  /// The IANA name.
  public let name: String
  /// What decided.
  public let evidence: Evidence
  /// The bytes of the mark at the start of the file.
  public let markLength: Int

  /// Names an encoding.
  public init(name: String, evidence: Evidence, markLength: Int = 0) {
    self.name = name
    self.evidence = evidence
    self.markLength = markLength
  }

  /// UTF-8 by its own validity.
  public static let utf8 = TextEncoding(name: "UTF-8", evidence: .valid)

  /// Whether the bytes are used as they are.
  public var isUTF8: Bool { name == "UTF-8" }

  /// ICU's confidence from which its guess among legacy charsets is believed; its documentation
  /// calls anything below 50 a coin's toss on short texts.
  static let threshold = 50

  /// Decides from the first block of a file.
  ///
  /// The order of evidence is that of the WHATWG encoding standard and of practice: mark,
  /// declaration, validity as UTF-8, then windows-1252, unless ICU is sure of one of the East
  /// Asian or Cyrillic charsets.
  ///
  /// - Parameters:
  ///   - block: The first bytes, at least 64 KiB when the file has them.
  ///   - isWhole: Whether the block is the whole file; else a character cut at its end is no fault.
  /// - Returns: The encoding with its evidence; windows-1252 when nothing else fits.
  public static func detect(_ block: [UInt8], isWhole: Bool) -> TextEncoding {
    if block.starts(with: [0xEF, 0xBB, 0xBF]) {
      return TextEncoding(name: "UTF-8", evidence: .mark, markLength: 3)
    }
    if block.starts(with: [0xFF, 0xFE, 0, 0]) {
      return TextEncoding(name: "UTF-32LE", evidence: .mark, markLength: 4)
    }
    if block.starts(with: [0, 0, 0xFE, 0xFF]) {
      return TextEncoding(name: "UTF-32BE", evidence: .mark, markLength: 4)
    }
    if block.starts(with: [0xFF, 0xFE]) {
      return TextEncoding(name: "UTF-16LE", evidence: .mark, markLength: 2)
    }
    if block.starts(with: [0xFE, 0xFF]) {
      return TextEncoding(name: "UTF-16BE", evidence: .mark, markLength: 2)
    }
    if let wide = wide(block) { return wide }
    let isValid = UTF8Check.isValid(block, allowsCutEnd: !isWhole)
    if let declared = declared(block) {
      if declared == "UTF-8" {
        if isValid { return TextEncoding(name: "UTF-8", evidence: .declared) }
      } else if !isValid || block.allSatisfy({ $0 < 0x80 }) || declared != "windows-1252" {
        return TextEncoding(name: declared, evidence: .declared)
      }
    }
    if isValid { return .utf8 }
    let legacy: Set<String> = [
      "Shift_JIS", "GB18030", "EUC-KR", "EUC-JP", "Big5", "windows-1251", "KOI8-R", "ISO-2022-JP",
    ]
    if let guess = ICUCharsetDetector.guess(block), guess.confidence >= threshold,
      legacy.contains(guess.name)
    {
      return TextEncoding(name: guess.name, evidence: .statistics)
    }
    return TextEncoding(name: "windows-1252", evidence: .fallback)
  }

  /// UTF-16 without a mark: NUL in most odd or most even places.
  private static func wide(_ block: [UInt8]) -> TextEncoding? {
    let sample = block.prefix(4096)
    guard sample.count >= 8 else { return nil }
    var even = 0
    var odd = 0
    for (place, byte) in sample.enumerated() where byte == 0 {
      if place.isMultiple(of: 2) { even += 1 } else { odd += 1 }
    }
    let half = sample.count / 2
    if odd * 10 > half * 7, even * 10 < half * 2 {
      return TextEncoding(name: "UTF-16LE", evidence: .pattern)
    }
    if even * 10 > half * 7, odd * 10 < half * 2 {
      return TextEncoding(name: "UTF-16BE", evidence: .pattern)
    }
    return nil
  }

  /// The charset that an XML declaration or an HTML meta element names.
  private static func declared(_ block: [UInt8]) -> String? {
    let head = String(decoding: block.prefix(2048), as: UTF8.self).lowercased()
    guard head.contains("<"),
      let range = head.firstRange(of: "charset=") ?? head.firstRange(of: "encoding=")
    else { return nil }
    guard head.contains("<meta") || head.hasPrefix("<?xml") else { return nil }
    let label = head[range.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
      .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return canonical(String(label))
  }

  /// The charset behind a label, as the WHATWG table maps it: ISO-8859-1 and ASCII are
  /// windows-1252.
  static func canonical(_ label: String) -> String? {
    switch label {
    case "": nil
    case "utf-8", "utf8": "UTF-8"
    // What could be read byte by byte is no UTF-16, whatever it says; WHATWG reads it as UTF-8.
    case _ where label.hasPrefix("utf-16") || label.hasPrefix("utf-32") || label == "unicode":
      "UTF-8"
    case "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252":
      "windows-1252"
    case "gb2312", "gbk", "gb18030": "GB18030"
    case "shift_jis", "shift-jis", "x-sjis", "sjis": "Shift_JIS"
    case "ks_c_5601-1987", "euc-kr": "EUC-KR"
    default: ICUConverter(charset: label) == nil ? nil : label
    }
  }
}
