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
      Array("schön 電 👍\r\n".utf8), Array("ééééé".utf8) + [0xE9, 0x61, 0xC3],
      [0x61, 0xE2, 0x82, 0x62, 0xF0, 0x9F, 0x91, 0xE9, 0x80, 0x80, 0xC3, 0xED, 0xA0, 0x80, 0xF0],
      [0xFF, 0xC0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xEF, 0xBF, 0xBD, 0xE0, 0x80, 0x41],
    ] as [[UInt8]]
  )
  func cutUTF8(tail: [UInt8]) throws {
    // With a mark it is UTF-8, however damaged the rest.
    let bytes = [0xEF, 0xBB, 0xBF] + Self.filler + tail
    let whole = try read(bytes, blocksOf: bytes.count)
    #expect(whole.text == Array(String(decoding: bytes.dropFirst(3), as: UTF8.self).utf8))
    for size in 1...tail.count {
      var at = 0
      // The first block is the filler, the rest comes in pieces.
      let source = try TextSource(path: "t") {
        let end = min(bytes.count, at + (at == 0 ? Self.filler.count + 3 : size))
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
    #expect(whole.encoding == .utf8)
    let text = try whole.readAll(limit: 1_000_000)
    #expect(whole.encoding == TextEncoding(name: "windows-1252", evidence: .fallback))
    #expect(String(decoding: text.suffix(9), as: UTF8.self) == "abcschön")
    for size in [1, 1000, TextSource.headSize] {
      let cut = try blocks(bytes, of: size)
      #expect(try cut.readAll(limit: 1_000_000) == text)
      #expect(cut.encoding == whole.encoding)
    }
  }

  @Test("once a sequence of UTF-8 was seen, a damaged one does not change the encoding")
  func confirmed() throws {
    let sound = Array(String(repeating: "schön ", count: 20).utf8)
    let source = try TextSource(
      path: "t",
      bytes: Self.filler + sound + [0xF6] + Self.filler + [0xE4]
    )
    #expect(try source.readAll(limit: 1_000_000).count == 2 * Self.filler.count + sound.count + 6)
    #expect(source.encoding == .utf8)
    #expect(source.replacements == 2)
  }

  @Test("a few damaged sequences among many sound ones leave a file UTF-8")
  func mostlyValid() throws {
    let sound = Array(String(repeating: "grün ", count: 12).utf8)
    let source = try TextSource(path: "t", bytes: sound + [0xC3] + sound + [0xE2, 0x82])
    #expect(source.encoding == .utf8)
    _ = try source.readAll(limit: 1000)
    #expect(source.replacements == 2)
  }

  @Test("a charset from outside is heard")
  func declared() throws {
    let bytes = LegacyBytes("ISO-8859-15").encode("5 €")
    let source = try TextSource(path: "t", bytes: bytes, declared: "ISO-8859-15")
    #expect(try source.readAll(limit: 100) == Array("5 €".utf8))
    #expect(source.encoding == TextEncoding(name: "ISO-8859-15", evidence: .declared))
  }

  @Test(
    "four megabytes without a blank are no trouble",
    arguments: [0x61, 0xE9, 0xC3, 0x00, 0x82, 0x1B]
  )
  func linear(byte: UInt8) throws {
    let bytes = [UInt8](repeating: byte, count: 4 << 20)
    #expect(try !TextSource(path: "t", bytes: bytes).readAll(limit: 1 << 24).isEmpty)
    #expect(try !TextSource(path: "t", bytes: Self.filler + bytes).readAll(limit: 1 << 24).isEmpty)
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
    #expect(source.encoding.isUTF8)
    // What took one byte in the file takes three in the stream.
    #expect(!source.keepsOffsets)
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

  @Test("characters that were lost before the file was written are counted apart")
  func lostBefore() throws {
    let source = try TextSource(
      path: "a.txt",
      bytes: Array("caf\u{FFFD} \u{FFFD}, sch\u{F6}n".utf8)
    )
    while try !source.read().isEmpty {}
    #expect(source.lostBefore == 2)
    #expect(source.replacements == 0)
  }
}
