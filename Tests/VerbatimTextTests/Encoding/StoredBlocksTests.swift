import Testing
import VerbatimCore

@testable import VerbatimText

@Suite("Blocks as stored")
struct StoredBlocksTests {
  /// More than the head, in windows-1252, so that reading would convert it.
  private static let bytes = [UInt8](repeating: 0xE9, count: 100_000) + [0x0A]

  @Test("begin at the start of the file, peeked at or not", arguments: [1_000, 70_000, 200_000])
  func peeked(size: Int) throws {
    for peeks in [true, false] {
      var at = 0
      let source = try TextSource(path: "t") {
        let end = min(Self.bytes.count, at + size)
        defer { at = end }
        return Array(Self.bytes[at..<end])
      }
      if peeks { _ = try source.peek() }
      var found: [UInt8] = []
      while true {
        let block = try source.readStored()
        if block.isEmpty { break }
        found += block
      }
      #expect(found == Self.bytes)
    }
  }

  @Test("leave out the byte order mark")
  func mark() throws {
    let source = try TextSource(path: "t", bytes: [0xEF, 0xBB, 0xBF, 0x61])
    _ = try source.peek()
    #expect(try source.readStored() == [0x61])
    #expect(try source.readStored() == [])
  }
}
