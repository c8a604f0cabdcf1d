import Foundation
import Testing
import VerbatimCore

@testable import VerbatimText

@Suite("Text source")
struct TextSourceTests {
  /// The whole text and how many sequences had no meaning, the bytes given in blocks of a size.
  private func read(_ bytes: [UInt8], blocksOf size: Int) throws -> (text: [UInt8], faults: Int) {
    let source = try blocks(bytes, of: size)
    var text: [UInt8] = []
    while true {
      let block = try source.read()
      guard !block.isEmpty else { return (text, source.replacements) }
      // Each block ends at the end of a character.
      #expect(UTF8Check.isValid(block, allowsCutEnd: false))
      text += block
    }
  }

  private func blocks(_ bytes: [UInt8], of size: Int) throws -> TextSource {
    var at = 0
    return try TextSource(path: "t") {
      let end = min(bytes.count, at + size)
      defer { at = end }
      return Array(bytes[at..<end])
    }
  }

  /// Enough ASCII that the head is over and blocks reach the decoder as they come.
  private static let filler = [UInt8](repeating: 0x61, count: TextSource.headSize)

  @Test(
    "blocks of any size give the same text",
    arguments: [
      Array("schön 電 👍\r\n".utf8),
      [0x61, 0xE2, 0x82, 0x62, 0xF0, 0x9F, 0x91, 0xE9, 0x80, 0x80, 0xC3, 0xED, 0xA0, 0x80, 0xF0],
      [0xFF, 0xC0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xEF, 0xBF, 0xBD, 0xE0, 0x80, 0x41],
    ] as [[UInt8]]
  )
  func cutUTF8(tail: [UInt8]) throws {
    let bytes = Self.filler + tail
    let whole = try read(bytes, blocksOf: bytes.count)
    #expect(whole.text == Array(String(decoding: bytes, as: UTF8.self).utf8))
    for size in 1...tail.count {
      var at = 0
      // The first block is the filler, the rest comes in pieces.
      let source = try TextSource(path: "t") {
        let end = min(bytes.count, at + (at == 0 ? Self.filler.count : size))
        defer { at = end }
        return Array(bytes[at..<end])
      }
      var text: [UInt8] = []
      while true {
        let block = try source.read()
        if block.isEmpty { break }
        text += block
      }
      #expect(text == whole.text)
      #expect(source.replacements == whole.faults)
    }
  }

  @Test(
    "a file cut at every byte gives the same text, whatever its encoding",
    arguments: [
      [0xEF, 0xBB, 0xBF] + Array("schön 電 👍".utf8),
      [0xFF, 0xFE] + "schön 電 👍\n".littleEndian,
      "plain text 👍\n".bigEndian,
      [0x53, 0x63, 0x68, 0xF6, 0x6E, 0x20, 0x80, 0x81],
    ] as [[UInt8]]
  )
  func cutAnywhere(bytes: [UInt8]) throws {
    let whole = try read(bytes, blocksOf: bytes.count)
    for size in 1...bytes.count {
      let cut = try read(bytes, blocksOf: size)
      #expect(cut.text == whole.text)
      #expect(cut.faults == whole.faults)
    }
  }

  @Test("a UTF-16 file longer than its head is cut at every kind of place")
  func longWide() throws {
    let text = String(repeating: "plain 👍 schön\n", count: 4000)
    let bytes = [0xFF, 0xFE] + text.littleEndian
    for size in [1, 3, 4096, 65_537, bytes.count] {
      #expect(try read(bytes, blocksOf: size).text == Array(text.utf8))
    }
  }

  @Test("the encoding does not depend on how the file comes in")
  func decisionIsStable() throws {
    // The only byte that is no UTF-8 lies behind the head.
    let bytes = Self.filler + Array("abc".utf8) + Array("sch".utf8) + [0xF6, 0x6E]
    let whole = try TextSource(path: "t", bytes: bytes)
    let text = try whole.readAll(limit: 1_000_000)
    for size in [1, 1000, TextSource.headSize] {
      let cut = try blocks(bytes, of: size)
      #expect(cut.encoding == whole.encoding)
      #expect(try cut.readAll(limit: 1_000_000) == text)
    }
  }

  @Test("bytes without meaning become U+FFFD and are counted")
  func counted() throws {
    let source = try TextSource(
      path: "t",
      bytes: [0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x62, 0xE2, 0x82, 0x63, 0xEF, 0xBF, 0xBD]
    )
    #expect(try String(decoding: source.read(), as: UTF8.self) == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    // The last one stands in the file itself.
    #expect(source.replacements == 2)
    #expect(source.keepsOffsets)
    #expect(try source.read().isEmpty)
  }

  @Test("what was looked at is read again")
  func peek() throws {
    let source = try TextSource(path: "t", bytes: Array("abc".utf8))
    #expect(try source.peek() == Array("abc".utf8))
    #expect(try source.peek() == Array("abc".utf8))
    #expect(try source.read() == Array("abc".utf8))
    #expect(try source.read().isEmpty)
    #expect(try source.read().isEmpty)
  }

  @Test(
    "an empty file has no text",
    arguments: [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]] as [[UInt8]]
  )
  func empty(bytes: [UInt8]) throws {
    let source = try TextSource(path: "t", bytes: bytes)
    #expect(try source.peek().isEmpty)
    #expect(try source.readAll(limit: 10).isEmpty)
  }

  @Test("a document larger than the limit is refused")
  func limit() throws {
    let source = try TextSource(path: "t.html", bytes: Array("abcdef".utf8))
    #expect(
      throws: Diagnostic(
        .fieldTooLarge,
        at: SourceLocation(file: "t.html", byte: 5),
        "the document is larger than 5 bytes",
        hint: "split it into several files"
      )
    ) { try source.readAll(limit: 5) }
  }

  @Test("a file that is missing, or a directory, says so")
  func missing() {
    let nowhere = "/nowhere/at-all.csv"
    #expect(
      throws: Diagnostic(
        .fileMissing,
        at: SourceLocation(file: nowhere),
        "there is no such file",
        hint: "check the path; it is read from the folder in which you are"
      )
    ) { try TextSource(path: nowhere) }
    #expect(
      throws: Diagnostic(
        .fileUnreadable,
        at: SourceLocation(file: "/"),
        "this is a directory, not a file"
      )
    ) { try TextSource(path: "/") }
  }

  @Test("a file is read as its bytes are")
  func file() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "verbatim-\(UUID().uuidString)"
    ).path
    let bytes = Array(String(repeating: "schön\n", count: 100_000).utf8)
    #expect(FileManager.default.createFile(atPath: path, contents: Data(bytes)))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try TextSource(path: path).readAll(limit: 1_000_000) == bytes)
  }
}
