import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Streams cut anywhere")
struct StreamCutTests {
  /// Texts in every family of encodings, with bytes that have no meaning in it.
  static let families: [(name: String, bytes: [UInt8])] = [
    ("UTF-8", Array("aé電👍".utf8) + [0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xE9]),
    (
      "UTF-8", [0xF0, 0x9F, 0x98, 0x61, 0xE2, 0x82, 0xC3, 0x28, 0x80, 0xBF, 0xFF, 0xF0, 0x9F, 0x98]
    ),
    ("UTF-16LE", "aé電👍".littleEndian + [0x3D, 0xD8, 0x61, 0x00, 0x4D, 0xDC, 0x3D, 0xD8, 0x3D]),
    ("UTF-16BE", "aé電👍".bigEndian + [0xD8, 0x3D, 0x00, 0x61, 0xDC, 0x4D, 0xD8, 0x3D, 0xDC]),
    (
      "UTF-32LE",
      [0x61, 0, 0, 0, 0x4D, 0xF4, 1, 0, 0, 0xD8, 0, 0, 0, 0, 0x11, 0, 0x62, 0, 0, 0, 0x63]
    ),
    (
      "UTF-32BE", [0, 0, 0, 0x61, 0, 1, 0xF4, 0x4D, 0, 0, 0xD8, 0, 0x7F, 0, 0, 0, 0, 0, 0, 0x62, 0]
    ),
    ("windows-1252", [0x61, 0x80, 0x81, 0x8D, 0x9D, 0x93, 0xE4, 0xFF]),
    ("windows-1253", [0xC1, 0xAA, 0xD2, 0xFF, 0x61]), ("KOI8-R", [0xD0, 0xC1, 0x80, 0x62]),
    ("windows-874", [0xA1, 0xDB, 0xFC, 0xFF, 0x61]), ("macintosh", [0x8A, 0x9F, 0xF0, 0xFF]),
    ("Shift_JIS", [0x82, 0xA0, 0xB1, 0x81, 0x20, 0x80, 0xA0, 0xFD, 0xFF, 0x61, 0x85, 0x61, 0x82]),
    (
      "EUC-JP",
      [0xA4, 0xA2, 0x8E, 0xB1, 0x8F, 0xB0, 0xA1, 0x8E, 0x20, 0x8F, 0xA1, 0xFF, 0x61, 0x8F, 0xA1]
    ),
    (
      "ISO-2022-JP",
      [0x61, 0x1B, 0x24, 0x42, 0x24, 0x22, 0x30, 0x21, 0x1B, 0x28, 0x42, 0x62, 0x1B, 0x24, 0x40]
        + [
          0x30, 0x0A, 0x41, 0x1B, 0x28, 0x49, 0x31, 0x1B, 0x5B, 0x33, 0x1B, 0x28, 0x4A, 0x5C, 0xE4,
          0x1B, 0x24,
        ]
    ),
    (
      "ISO-2022-KR",
      [0x1B, 0x24, 0x29, 0x43, 0x61, 0x0E, 0x30, 0x21, 0x0F, 0x0A, 0x0E, 0x20, 0x30, 0x0F, 0x80]
    ),
    (
      "ISO-2022-CN",
      [0x1B, 0x24, 0x29, 0x41, 0x0E, 0x30, 0x21, 0x0F, 0x0A, 0x1B, 0x24, 0x29, 0x47, 0x0E, 0x44]
    ),
    (
      "HZ-GB-2312",
      [0x61, 0x7E, 0x7B, 0x30, 0x21, 0x7E, 0x7D, 0x7E, 0x7E, 0x7E, 0x31, 0x7E, 0x7B, 0x30]
    ),
    (
      "GB18030",
      [0xC4, 0xE3, 0x81, 0x30, 0x81, 0x30, 0x95, 0x32, 0x82, 0x36, 0x80, 0xFF, 0x81, 0x30, 0x61]
        + [0x84, 0x31, 0xA4, 0x37, 0x81, 0x30, 0x81]
    ),
    ("Big5", [0xA4, 0x40, 0x87, 0x40, 0x88, 0x62, 0x80, 0xFF, 0xA4, 0x20, 0xFE, 0xFE, 0x61, 0xA4]),
    (
      "EUC-KR",
      [0xB0, 0xA1, 0x8C, 0x63, 0x80, 0xFF, 0xB0, 0x20, 0xC9, 0xA1, 0xFE, 0xFE, 0x61, 0xB0]
    ),
    ("utf-7", Array("a+AOk-b+2D3cTQ-+2D0-x+".utf8) + [0xE4]),
    ("cp850", [0x61, 0x84, 0x94, 0xE1]),
  ]

  private static func convert(_ pieces: [[UInt8]], _ name: String) throws -> [UInt8] {
    let converter = try #require(ICUConverter(charset: EncodingLabel.converter(for: name)))
    var output: [UInt8] = []
    for piece in pieces { try converter.convert(piece, isLast: false, into: &output) }
    try converter.convert([], isLast: true, into: &output)
    return output
  }

  @Test(
    "the converter gives the same for one piece, two cut at every byte, and single bytes",
    arguments: families
  )
  func cuts(name: String, bytes: [UInt8]) throws {
    let whole = try Self.convert([bytes], name)
    #expect(UTF8Check.isValid(whole, allowsCutEnd: false))
    #expect(
      ICUConverter.utf8(of: bytes, in: EncodingLabel.converter(for: name), isWhole: true) == whole
    )
    for cut in bytes.indices {
      #expect(try Self.convert([Array(bytes[..<cut]), Array(bytes[cut...])], name) == whole)
    }
    #expect(try Self.convert(bytes.map { [$0] }, name) == whole)
  }

  @Test(
    "what has no meaning is U+FFFD in every charset, and no control character",
    arguments: families
  )
  func damage(name: String, bytes: [UInt8]) throws {
    let whole = try Self.convert([bytes], name)
    #expect(!whole.contains(0x1A))
    if !["windows-1252", "KOI8-R", "macintosh", "cp850", "windows-874"].contains(name) {
      #expect(TextSource.countReplacements(in: whole) > 0)
    }
  }

  @Test("random bytes give the same text in any pieces", arguments: SeededGenerator.seeds(2))
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for (name, sample) in Self.families {
      for _ in 0..<20 {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let start = Int.random(in: sample.indices, using: &generator)
          bytes += sample[start...].prefix(Int.random(in: 1...8, using: &generator))
          if generator.chance(0.3) { bytes += generator.bytes(longest: 3) }
        }
        var pieces: [[UInt8]] = []
        var at = 0
        while at < bytes.count {
          let end = min(bytes.count, at + Int.random(in: 1...4, using: &generator))
          pieces.append(Array(bytes[at..<end]))
          at = end
        }
        let whole = try Self.convert([bytes], name)
        if try Self.convert(pieces, name) != whole { Issue.record("\(name): \(bytes)") }
      }
    }
  }

  @Test(
    "a source gives the same text whatever its blocks, behind a head of ASCII",
    arguments: [
      ("windows-1252", "Schön, für 20 € – “gut”"), ("Shift_JIS", "とても良い商品です。蓋が閉まらない。"),
      ("UTF-8", "schön 電 👍"), ("windows-1251", "Отличный товар, но крышка не закрывается"),
    ]
  )
  func late(name: String, text: String) throws {
    let tail = name == "UTF-8" ? Array(text.utf8) : LegacyBytes(name).encode(text)
    for count in [TextSource.headSize - 3, TextSource.headSize, TextSource.headSize + 5] {
      let bytes = [UInt8](repeating: 0x61, count: count) + tail
      let expected = [UInt8](repeating: 0x61, count: count) + Array(text.utf8)
      for size in [1 << 20, 1, 2, 7] where size > 1 || count == TextSource.headSize {
        var at = 0
        let source = try TextSource(path: "t") { () throws(Diagnostic) in
          let end = min(bytes.count, at + (at < count - 10 ? count - 10 : size))
          defer { at = end }
          return Array(bytes[at..<end])
        }
        #expect(try source.readAll(limit: 1 << 20) == expected)
        #expect(source.encoding.name == name)
        #expect(source.replacements == 0)
        #expect(source.bytesRead == bytes.count)
        #expect(source.keepsOffsets == (name == "UTF-8"))
      }
    }
  }
}
