import Testing

@testable import VerbatimText

@Suite("UTF-16 and UTF-32 without a mark")
struct WideTextTests {
  private static func utf32(_ text: String, isBig: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
      return isBig ? bytes : bytes.reversed()
    }
  }

  @Test("are found in every language", arguments: Languages.sentences)
  func languages(text: String) throws {
    let encoded = [
      ("UTF-16LE", text.littleEndian), ("UTF-16BE", text.bigEndian),
      ("UTF-32LE", Self.utf32(text, isBig: false)), ("UTF-32BE", Self.utf32(text, isBig: true)),
    ]
    for (name, bytes) in encoded {
      #expect(
        TextEncoding.detect(bytes, isWhole: true) == TextEncoding(name: name, evidence: .pattern)
      )
      // Longer than what is looked at, and cut inside a unit.
      let long = Array(repeatElement(bytes, count: 200).joined())
      #expect(TextEncoding.detect(Array(long.dropLast()), isWhole: false).name == name)
      let source = try TextSource(path: "t", bytes: bytes)
      #expect(try source.readAll(limit: 100_000) == Array(text.utf8))
    }
  }

  @Test(
    "are found in ideographs with a line end, and in kana without",
    arguments: [
      "商品很好\n", "盖子坏了，退货\r\n", "이 제품 좋아요", "とてもよい", "カバーが壊れた", "好评 差评 中评",
    ]
  )
  func short(text: String) {
    #expect(TextEncoding.detect(text.littleEndian, isWhole: true).name == "UTF-16LE")
    #expect(TextEncoding.detect(text.bigEndian, isWhole: true).name == "UTF-16BE")
  }

  @Test(
    "are not found in other bytes",
    arguments: [
      Array("5\t4\t3\t2\t1\t5\t4\n".utf8), Array("a\0bc\0def\0gh\0ijk\0lmn\0".utf8),
      Array("name\0\0\0\0\0\0\0\0value\0\0\0\0\0\0\0".utf8), [UInt8](repeating: 0, count: 64),
      Array("bush hid the facts".utf8), Array("日本語テキスト日本語テキスト".utf8),
      [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x38, 0x6C, 0x1B, 0x28, 0x42],
      Array("ab".utf8), Array("1\0".utf8),
    ] as [[UInt8]]
  )
  func others(bytes: [UInt8]) {
    let name = TextEncoding.detect(bytes, isWhole: true).name
    #expect(!name.hasPrefix("UTF-16") && !name.hasPrefix("UTF-32"))
  }

  @Test("one damaged unit does not hide the rest")
  func damaged() {
    let text = String(repeating: "Плохой звук. ", count: 40)
    var bytes = text.littleEndian
    bytes[101] = 0xD8
    #expect(TextEncoding.detect(bytes, isWhole: true).name == "UTF-16LE")
  }
}
