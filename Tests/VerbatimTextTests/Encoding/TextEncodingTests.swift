import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Text encodings")
struct TextEncodingTests {
  private func detect(_ bytes: [UInt8], isWhole: Bool = true) -> TextEncoding {
    TextEncoding.detect(bytes, isWhole: isWhole)
  }

  @Test(
    "a mark decides",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x61], "UTF-8", 3),
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16LE", 2),
      ([0xFE, 0xFF, 0x00, 0x61], "UTF-16BE", 2),
      ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00], "UTF-32LE", 4),
      ([0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x61], "UTF-32BE", 4),
      ([0xEF, 0xBB, 0xBF], "UTF-8", 3),
      ([0xEF, 0xBB, 0xBF, 0xE4], "UTF-8", 3),
    ] as [([UInt8], String, Int)]
  )
  func marks(bytes: [UInt8], name: String, length: Int) {
    #expect(detect(bytes) == TextEncoding(name: name, evidence: .mark, markLength: length))
  }

  @Test("NUL in every other place is UTF-16", arguments: ["rating;text\n5;gut\n", "a,b,c,d\n\n"])
  func wide(text: String) {
    #expect(detect(text.littleEndian) == TextEncoding(name: "UTF-16LE", evidence: .pattern))
    #expect(detect(text.bigEndian) == TextEncoding(name: "UTF-16BE", evidence: .pattern))
  }

  @Test("valid UTF-8 is UTF-8, also cut inside a character")
  func valid() {
    let bytes = Array("schön 電 👍".utf8)
    #expect(detect([]) == .utf8)
    #expect(detect(Array("plain".utf8)) == .utf8)
    #expect(detect(bytes) == .utf8)
    for end in bytes.indices { #expect(detect(Array(bytes[..<end]), isWhole: false) == .utf8) }
    #expect(detect(Array(bytes.dropLast())).name == "windows-1252")
  }

  @Test("what else it may be, is windows-1252")
  func fallback() {
    let bytes: [UInt8] = Array("Sch".utf8) + [0xF6] + Array("n, 20 ".utf8) + [0x80]
    #expect(detect(bytes) == TextEncoding(name: "windows-1252", evidence: .fallback))
  }

  @Test(
    "statistics find the East Asian charsets",
    arguments: [
      (
        "Shift_JIS",
        [
          0x82, 0xB1, 0x82, 0xCC, 0x8F, 0xA4, 0x95, 0x69, 0x82, 0xCD, 0x82, 0xC6, 0x82, 0xC4,
          0x82, 0xE0, 0x97, 0xC7, 0x82, 0xA2, 0x82, 0xC5, 0x82, 0xB7, 0x81, 0x42,
        ], "この商品はとても良いです。"
      ),
      (
        "GB18030",
        [
          0xD5, 0xE2, 0xB8, 0xF6, 0xB2, 0xFA, 0xC6, 0xB7, 0xB7, 0xC7, 0xB3, 0xA3, 0xBA, 0xC3,
          0xA3, 0xAC, 0xCE, 0xD2, 0xBA, 0xDC, 0xCF, 0xB2, 0xBB, 0xB6, 0xA1, 0xA3,
        ], "这个产品非常好，我很喜欢。"
      ),
    ] as [(String, [UInt8], String)]
  )
  func statistics(name: String, sentence: [UInt8], text: String) throws {
    let bytes = Array(repeatElement(sentence + [0x0A], count: 20).joined())
    #expect(detect(bytes) == TextEncoding(name: name, evidence: .statistics))
    let source = try TextSource(path: "t", bytes: bytes)
    let decoded = String(decoding: try source.readAll(limit: 10_000), as: UTF8.self)
    #expect(decoded == String(repeating: text + "\n", count: 20))
    #expect(source.replacements == 0)
    #expect(!source.keepsOffsets)
  }

  @Test(
    "a declaration decides for what is no UTF-8",
    arguments: [
      ("<meta charset=\"iso-8859-1\">", "windows-1252"),
      ("<META CHARSET='Latin1'>", "windows-1252"),
      ("<meta http-equiv=Content-Type content=\"text/html; charset=Shift_JIS\">", "Shift_JIS"),
      ("<?xml version=\"1.0\" encoding=\"GB2312\"?><r>", "GB18030"),
      ("<?xml version='1.0' encoding='iso-8859-2'?><r>", "ISO-8859-2"),
    ]
  )
  func declared(head: String, name: String) {
    let bytes = Array(head.utf8) + [0xE4, 0x20]
    #expect(detect(bytes) == TextEncoding(name: name, evidence: .declared))
  }

  @Test("UTF-8 that is declared so is declared; a wrong declaration of it is not believed")
  func declaredUTF8() {
    let head = Array("<meta charset=utf-8>".utf8)
    #expect(detect(head).evidence == .declared)
    #expect(detect(head + [0xE4]).name == "windows-1252")
    #expect(detect(head + [0xE4]).evidence == .fallback)
  }

  @Test("valid UTF-8 is not read as the windows-1252 it declares")
  func declaredLatin() {
    #expect(detect(Array("<meta charset=iso-8859-1>schön".utf8)) == .utf8)
  }

  @Test(
    "a declaration of UTF-16 that reads as ASCII is wrong",
    arguments: ["utf-16", "UTF-16LE", "utf-32", "unicode"]
  )
  func declaredWide(label: String) {
    let bytes = Array("<?xml version=\"1.0\" encoding=\"\(label)\"?><r>schön</r>".utf8)
    #expect(detect(bytes).isUTF8)
  }

  @Test(
    "a declaration without mark-up, or of nothing known, is no declaration",
    arguments: [
      "charset=shift_jis", "<b>charset=shift_jis", "<meta charset=none-such>", "<meta charset=",
    ]
  )
  func undeclared(head: String) {
    #expect(detect(Array(head.utf8) + [0xE4, 0x20]).evidence == .fallback)
  }

  @Test("any bytes get an encoding that reads them", arguments: SeededGenerator.seeds(2))
  func anyBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let source = try TextSource(path: "t", bytes: bytes)
      #expect(UTF8Check.isValid(try source.readAll(limit: 10_000), allowsCutEnd: false))
    }
  }
}
