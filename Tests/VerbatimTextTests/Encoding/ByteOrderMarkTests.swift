import Testing

@testable import VerbatimText

@Suite("Byte order marks")
struct ByteOrderMarkTests {
  private static let text = Array("rating,text\n5,schön\n".utf8)
  private static let ascii = Array("rating,text\n5,good\n".utf8)

  @Test(
    "that are damaged are known",
    arguments: [
      [0x20, 0x0A, 0xEF, 0xBB, 0xBF], [0x00, 0xEF, 0xBB, 0xBF],
      [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF],
      [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF], [0xEF, 0xBB], [0xEF, 0xBF], [0xBB, 0xBF],
    ] as [[UInt8]]
  )
  func damaged(mark: [UInt8]) throws {
    for rest in [Self.text, Self.ascii] {
      let expected = TextEncoding(name: "UTF-8", evidence: .mark, markLength: mark.count)
      #expect(TextEncoding.detect(mark + rest, isWhole: true) == expected)
      let source = try TextSource(path: "t", bytes: mark + rest)
      #expect(try source.readAll(limit: 1000) == rest)
      #expect(source.replacements == 0)
    }
  }

  @Test("a lone last byte is one when the text is UTF-8, else an inverted question mark")
  func lastByte() throws {
    #expect(TextEncoding.detect([0xBF] + Self.text, isWhole: true).markLength == 1)
    let question = try TextSource(path: "t", bytes: [0xBF] + Array("Que pasa?".utf8))
    #expect(try question.readAll(limit: 100) == Array("¿Que pasa?".utf8))
  }

  @Test("what only begins like a mark is text", arguments: ["ﺀ", "ﾃ", "»", "ï", "\u{FEC0}x"])
  func text(start: String) throws {
    let bytes = Array((start + " text").utf8)
    let source = try TextSource(path: "t", bytes: bytes)
    #expect(source.encoding.markLength == 0)
    #expect(try source.readAll(limit: 100) == bytes)
  }

  @Test("one of UTF-16 before plain ASCII is a mistake")
  func mistaken() throws {
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF]] {
      let source = try TextSource(path: "t", bytes: mark + Self.ascii)
      #expect(source.encoding == TextEncoding(name: "UTF-8", evidence: .mark, markLength: 2))
      #expect(try source.readAll(limit: 100) == Self.ascii)
    }
    #expect(
      TextEncoding.detect([0xFF, 0xFE] + "短い商品".littleEndian, isWhole: true).name == "UTF-16LE"
    )
  }

  @Test("one of GB18030 is known")
  func chinese() throws {
    let source = try TextSource(path: "t", bytes: [0x84, 0x31, 0x95, 0x33, 0xBA, 0xC3])
    #expect(try source.readAll(limit: 100) == Array("好".utf8))
  }

  @Test("a text that has one stays UTF-8 whatever follows")
  func believed() throws {
    let source = try TextSource(path: "t", bytes: [0xEF, 0xBB, 0xBF, 0x61, 0xE4, 0x62])
    #expect(try source.readAll(limit: 100) == Array("a\u{FFFD}b".utf8))
    #expect(source.encoding.name == "UTF-8")
  }
}
