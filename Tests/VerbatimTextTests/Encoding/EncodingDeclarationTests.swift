import Testing

@testable import VerbatimText

@Suite("Encoding declarations")
struct EncodingDeclarationTests {
  private func name(_ text: String) -> String? { EncodingDeclaration.name(in: Array(text.utf8)) }

  @Test(
    "in XML",
    arguments: [
      ("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><r/>", "ISO-8859-2"),
      ("<?xml version='1.0' encoding = 'koi8-r' standalone='yes'?><r/>", "KOI8-R"),
      ("\r\n <?XML encoding='big5'?>", "Big5"), ("<?xml\tencoding=\"utf-16\"?>", "UTF-8"),
      ("<?xml version='1.0'?><r encoding='big5'/>", nil), ("<?xml encoding='big5", nil),
      ("<?xml encoding=big5?>", nil), ("<?xmlencoding='big5'?>", nil),
      ("<?xml xencoding='big5'?>", nil), ("<?xml encoding='utf-7'?>", nil),
      ("<?xml encoding='ibm-37'?>", nil), ("<?xml encoding='cp850'?>", "cp850"),
    ] as [(String, String?)]
  )
  func xml(text: String, expected: String?) {
    #expect(name(text) == expected)
  }

  @Test(
    "in HTML",
    arguments: [
      ("<html><META CharSet=euc-kr>", "EUC-KR"), ("<meta/charset='big5'/>", "Big5"),
      ("<!-- <meta charset=big5> --><meta charset=koi8-r>", "KOI8-R"),
      ("<!--><meta charset=big5>", "Big5"), ("<!-- <meta charset=big5>", nil),
      ("<a title=\"<meta charset=big5>\"><meta charset=koi8-r>", "KOI8-R"),
      ("</p title='><meta charset=big5>", nil), ("<!doctype x><meta charset=big5>", "Big5"),
      ("<? x ><meta charset=big5>", "Big5"), ("<1><meta charset=big5>", "Big5"),
      ("<meta charset=x-user-defined>", "windows-1252"), ("<meta charset=nosuch>", nil),
      ("<meta charset=nosuch><meta charset=big5>", "Big5"),
      ("<meta http-equiv=content-type content='text/html;charset=\"big5\"'>", "Big5"),
      ("<meta content='x; CHARSET = big5 ; y' http-equiv=Content-Type>", "Big5"),
      ("<meta http-equiv=refresh content='0; charset=big5'>", nil),
      ("<meta name=a name=b charset=big5 charset=koi8-r>", "Big5"),
      ("<meta charset=big5", nil), ("<meta charset", nil), ("<", nil), ("<a", nil), ("<a b='", nil),
      ("text <meta charset=big5>", nil), ("", nil), ("   ", nil), ("<meta =charset=big5>", nil),
    ] as [(String, String?)]
  )
  func html(text: String, expected: String?) {
    #expect(name(text) == expected)
  }

  @Test(
    "in the value of a content type",
    arguments: [
      ("text/html; charset=utf-8", "utf-8"), ("text/xml;charset= 'us-ascii'", "us-ascii"),
      ("text/xml;charset = gb2312; x=y", "gb2312"), ("text/html", nil), ("charset", nil),
      ("charset='utf-8", nil), ("text/html; charset x; charset=big5", "big5"),
    ] as [(String, String?)]
  )
  func contentType(value: String, expected: String?) {
    #expect(EncodingDeclaration.charset(inContentType: value) == expected)
  }

  @Test("from outside goes before one inside, but not before a mark or what the bytes are")
  func precedence() {
    func detect(_ bytes: [UInt8], _ declared: String?) -> String {
      TextEncoding.detect(bytes, isWhole: true, declared: declared).name
    }
    let head = Array("<?xml version='1.0' encoding='koi8-r'?><r>".utf8)
    #expect(detect(head + [0xE4, 0x20], "big5") == "Big5")
    #expect(detect(head + [0xE4, 0x20], "bogus") == "KOI8-R")
    #expect(detect(head + [0xE4, 0x20], nil) == "KOI8-R")
    #expect(detect(head, "gb2312") == "GB18030")
    #expect(detect([0xEF, 0xBB, 0xBF] + head, "gb2312") == "UTF-8")
    #expect(detect(Array("schön".utf8), "us-ascii") == "UTF-8")
    #expect(detect([0x73, 0xF6], "utf-8") == "windows-1252")
    #expect(detect([0x73, 0xF6], "us-ascii") == "windows-1252")
    #expect(detect("rating;text\n".littleEndian, "iso-8859-1") == "UTF-16LE")
    #expect(detect("短评很好".littleEndian, "utf-16") == "UTF-16LE")
    #expect(detect(Array("plain text".utf8), "utf-16") == "UTF-8")
    #expect(detect([0x73, 0xF6, 0x20, 0x74], "utf-16") == "windows-1252")
    #expect(detect(Array("plain text".utf8), "utf-32") == "UTF-8")
    #expect(detect(Array("plain text".utf8), "ibm-37") == "UTF-8")
    #expect(detect([0xC7, 0x85, 0x93, 0x93, 0x96], "ibm-37") == "ibm-37")
    #expect(detect(Array("plain text".utf8), "utf-7") == "utf-7")
    #expect(detect(Array("~{30~}".utf8), "hz-gb-2312") == "HZ-GB-2312")
  }

  @Test("does not stand against a text that it cannot be")
  func contradicted() {
    func detect(_ bytes: [UInt8], _ declared: String) -> String {
      TextEncoding.detect(bytes, isWhole: true, declared: declared).name
    }
    // One short sequence may be an accident in Korean, several are not.
    #expect(detect(Array("ũ".utf8), "euc-kr") == "EUC-KR")
    #expect(detect(Array("ũ ũ ũ ũ".utf8), "euc-kr") == "UTF-8")
    #expect(detect(Array("日本".utf8), "euc-kr") == "UTF-8")
    // Shift_JIS in which a quarter has no meaning.
    let russian = LegacyBytes("KOI8-R").encode("Не закрывается крышка, очень жаль, верните деньги.")
    #expect(detect(russian, "iso-2022-jp") == "KOI8-R")
  }

  @Test("in mark-up that never ends, there is none")
  func endless() {
    for piece in [
      "<", "<a ", "<!-- ", "<meta ", "<a b=", "<?xml ", "charset=", "<meta content='charset ",
    ] {
      #expect(name("<" + String(repeating: piece, count: 20_000)) == nil, "\(piece)")
    }
  }
}
