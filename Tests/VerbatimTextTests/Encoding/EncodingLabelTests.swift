import Testing

@testable import VerbatimText

@Suite("Encoding labels")
struct EncodingLabelTests {
  @Test(
    "name their encodings, in any case and with blanks around them",
    arguments: [
      ("utf8", "UTF-8"), ("Unicode-1-1-UTF-8", "UTF-8"), (" ISO-8859-1\t", "windows-1252"),
      ("us-ascii", "windows-1252"), ("Latin1", "windows-1252"),
      ("ANSI_X3.4-1968", "windows-1252"), ("l5", "windows-1254"), ("iso-8859-9", "windows-1254"),
      ("latin2", "ISO-8859-2"), ("x-sjis", "Shift_JIS"), ("MS_Kanji", "Shift_JIS"),
      ("gb2312", "GB18030"), ("GBK", "GB18030"), ("chinese", "GB18030"), ("x-x-big5", "Big5"),
      ("ks_c_5601-1987", "EUC-KR"), ("korean", "EUC-KR"), ("koi8-ru", "KOI8-U"),
      ("visual", "ISO-8859-8"), ("logical", "ISO-8859-8-I"), ("tis-620", "windows-874"),
      ("unicodeFFFE", "UTF-16BE"), ("ucs-2", "UTF-16LE"), ("hz-gb-2312", "HZ-GB-2312"),
      ("x-user-defined", "x-user-defined"), ("sun_eu_greek", "ISO-8859-7"), ("866", "IBM866"),
    ]
  )
  func names(label: String, name: String) {
    #expect(EncodingLabel.name(for: label) == name)
    #expect(EncodingLabel.anyName(for: label) == name)
    #expect(EncodingLabel.name(for: "\(label)\"") == nil)
  }

  @Test(
    "from headers may be in quotes",
    arguments: ["'us-ascii'", "\"Latin1\"", " 'l1 ", "cp1252", "text/xml;charset= 'l1'"]
  )
  func quoted(label: String) {
    #expect(TextEncoding(label: label)?.name == "windows-1252")
  }

  @Test("of no standard are ICU's, or none")
  func others() {
    for label in [
      "", "''", "bogus", "utf-99", "schön", "utf-8 utf-8", String(repeating: "x", count: 99),
    ] {
      #expect(EncodingLabel.name(for: label) == nil)
      #expect(EncodingLabel.anyName(for: label) == nil)
      #expect(TextEncoding(label: label) == nil)
    }
    #expect(EncodingLabel.name(for: "cp850") == nil)
    #expect(EncodingLabel.anyName(for: "CP850") == "cp850")
    #expect(TextEncoding(label: "x-user-defined")?.name == "windows-1252")
    #expect(TextEncoding(label: "utf-7")?.name == "utf-7")
  }

  @Test(
    "have a converter each",
    arguments: [
      "UTF-8", "IBM866", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6",
      "ISO-8859-7", "ISO-8859-8", "ISO-8859-8-I", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14",
      "ISO-8859-15", "ISO-8859-16", "KOI8-R", "KOI8-U", "macintosh", "windows-874", "windows-1250",
      "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
      "windows-1256", "windows-1257", "windows-1258", "x-mac-cyrillic", "GB18030", "Big5", "EUC-JP",
      "ISO-2022-JP", "Shift_JIS", "EUC-KR", "HZ-GB-2312", "ISO-2022-CN", "ISO-2022-CN-EXT",
      "ISO-2022-KR", "UTF-16BE", "UTF-16LE",
    ]
  )
  func converters(name: String) {
    let converter = EncodingLabel.converter(for: name)
    #expect(ICUConverter(charset: converter) != nil)
    #expect(EncodingLabel.name(for: name) == name)
    let ascii = Array(UInt8(0x20)..<0x7E)
    if !name.hasPrefix("UTF-16"), name != "HZ-GB-2312", name != "ISO-2022-KR" {
      #expect(ICUConverter.utf8(of: ascii, in: converter, isWhole: true) == ascii)
    }
  }

  @Test("Korean and Chinese labels read what browsers read under them")
  func supersets() {
    #expect(
      ICUConverter.utf8(of: [0x8C, 0x63], in: "windows-949", isWhole: true) == Array("똠".utf8)
    )
    #expect(ICUConverter.utf8(of: [0x81, 0x40], in: "GB18030", isWhole: true) == Array("丂".utf8))
    #expect(
      ICUConverter.utf8(of: [0x87, 0x40], in: "Big5-HKSCS", isWhole: true) == Array("䏰".utf8)
    )
  }
}
