extension TextEncoding {
  /// Decides from the first block of a file.
  ///
  /// The evidence in its order:
  ///
  /// 1. a byte order mark, also a damaged one;
  /// 2. the pattern of UTF-16 or UTF-32, which nothing else has;
  /// 3. what the outside declares, then what the file declares in itself. A declaration of another
  ///    charset than UTF-8 does not stand against a text that is UTF-8 (four sequences of it, or
  ///    one that the charset cannot read; one is enough against western Latin), nor one of UTF-8
  ///    against a text that is none, nor any in which a quarter of the text has no meaning;
  /// 4. validity as UTF-8, or the escapes of ISO-2022 in ASCII;
  /// 5. ICU's statistics, see ``LegacyEncoding``;
  /// 6. windows-1252.
  ///
  /// - Parameters:
  ///   - block: The first bytes, at least 64 KiB when the file has them.
  ///   - isWhole: Whether the block is the whole file; else a character cut at its end is no fault.
  ///   - declared: The charset that came with the file, or the content type with it.
  /// - Returns: The encoding with its evidence; windows-1252 when nothing else fits.
  /// - Complexity: O(*n*); a text that is ASCII is read a few times and never converted.
  public static func detect(
    _ block: [UInt8],
    isWhole: Bool,
    declared: String? = nil
  ) -> TextEncoding {
    if let mark = ByteOrderMark.encoding(of: block, isWhole: isWhole) { return mark }
    if let wide = WideText.encoding(of: block, isWhole: isWhole) { return wide }
    let evidence = ByteEvidence(block, isWhole: isWhole)
    let outside = declared.flatMap { TextEncoding(label: $0)?.name }
    for name in [outside, EncodingDeclaration.name(in: block)] {
      if let name, evidence.allows(name) { return TextEncoding(name: name, evidence: .declared) }
    }
    return evidence.encoding
  }

  /// What becomes of a guess at UTF-8 that rested on ASCII alone: the guess itself when `block`,
  /// the bytes from the first one of 0x80 or more on, is UTF-8, else what they are without any
  /// declaration.
  static func confirmed(
    _ guess: TextEncoding,
    by block: [UInt8],
    isWhole: Bool
  ) -> TextEncoding {
    let evidence = ByteEvidence(block, isWhole: isWhole)
    return evidence.allows("UTF-8") ? guess : evidence.encoding
  }
}

/// What the bytes of a block say about their encoding.
private struct ByteEvidence {
  private let block: [UInt8]
  private let isWhole: Bool
  private let isASCII: Bool
  private let utf8: UTF8Census

  init(_ block: [UInt8], isWhole: Bool) {
    self.block = block
    self.isWhole = isWhole
    isASCII = UTF8Check.firstNonASCII(in: block.span) == block.count
    utf8 = UTF8Census(isASCII ? [] : block, isWhole: isWhole)
  }

  /// The encoding without any declaration.
  var encoding: TextEncoding {
    if isASCII { return EscapedText.encoding(of: block) ?? .utf8 }
    return utf8.isUTF8 ? .utf8 : legacy
  }

  /// The encoding of bytes that are no UTF-8.
  private var legacy: TextEncoding {
    if let name = LegacyEncoding.name(of: block) {
      return TextEncoding(name: name, evidence: .statistics)
    }
    return TextEncoding(name: "windows-1252", evidence: .fallback)
  }

  /// Whether the text may be in the encoding that a declaration names.
  func allows(_ name: String) -> Bool {
    if name == "UTF-8" { return utf8.isUTF8 }
    // UTF-16 that shows no pattern is ideographs, of whose bytes four in ten look like ASCII; what
    // mainframes write has even fewer.
    if !EncodingLabel.keepsASCII(name) {
      return !isASCII && !utf8.isUTF8 && asciiBytes * 10 < block.count * 7
    }
    if isASCII { return true }
    if utf8.isUTF8 {
      guard utf8.sequences < 4, !Self.westernLatin.contains(name) else { return false }
      return faults(in: name).faults == 0
    }
    // One or two bad bytes say nothing.
    let (faults, foreign) = faults(in: name)
    return faults < 4 || faults * 4 < foreign
  }

  private var asciiBytes: Int {
    var found = 0
    for byte in block where byte < 0x80 { found += 1 }
    return found
  }

  private func faults(in name: String) -> (faults: Int, foreign: Int) {
    let converter = EncodingLabel.converter(for: name)
    guard let text = ICUConverter.utf8(of: block, in: converter, isWhole: isWhole) else {
      return (.max / 8, 0)
    }
    var foreign = 0
    for byte in text where byte >= 0xC0 { foreign += 1 }
    return (TextSource.countReplacements(in: text), foreign)
  }

  /// Charsets in which two bytes that happen to be UTF-8 read as nonsense: "Ã¼".
  private static let westernLatin: Set<String> = [
    "windows-1252", "windows-1250", "windows-1254", "windows-1257", "windows-1258", "macintosh",
    "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14",
    "ISO-8859-15", "ISO-8859-16",
  ]
}
