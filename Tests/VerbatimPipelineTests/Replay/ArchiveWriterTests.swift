import Foundation
import Testing
import VerbatimCore
import VerbatimPipeline

@Suite("Archives that are written")
struct ArchiveWriterTests {
  private static let entries: [ArchiveWriter.Entry] = [
    ArchiveWriter.Entry(name: "a.txt", bytes: Array("hello, hello, hello".utf8)),
    ArchiveWriter.Entry(name: "empty.csv", bytes: []),
    ArchiveWriter.Entry(
      name: "größe.bin",
      bytes: (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    ),
  ]

  @Test("are read back as they were, and are the same bytes every time")
  func roundTrip() throws {
    let bytes = try ArchiveWriter.archive(Self.entries, for: "x.zip")
    #expect(try bytes == ArchiveWriter.archive(Self.entries, for: "y.zip"))
    let path = NSTemporaryDirectory() + "archive-\(UUID().uuidString).zip"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let reader = try ArchiveReader(path: path)
    #expect(reader.names == Self.entries.map(\.name))
    for entry in Self.entries {
      #expect(try reader.bytes(of: entry.name) == entry.bytes)
    }
  }

  @Test("state no time but the first that a zip archive can say")
  func times() throws {
    let bytes = try ArchiveWriter.archive(Self.entries, for: "x.zip")
    // A local header: signature at 0, MS-DOS time at 10, date at 12; the first of January 1980.
    #expect(Array(bytes.prefix(4)) == [0x50, 0x4B, 0x03, 0x04])
    #expect(Array(bytes[10..<14]) == [0, 0, 0x21, 0])
  }

  @Test("refuse two entries of one name")
  func twice() {
    #expect(throws: Diagnostic.self) {
      try ArchiveWriter.archive([Self.entries[0], Self.entries[0]], for: "x.zip")
    }
  }
}
