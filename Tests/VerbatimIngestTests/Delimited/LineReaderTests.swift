import Testing
import VerbatimCore
import VerbatimText
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("Lines")
struct LineReaderTests {
  private func lines(_ bytes: [UInt8], blocksOf size: Int? = nil) throws -> [Line] {
    var at = 0
    let source = try TextSource(path: "t.txt") {
      let end = min(bytes.count, at + (size ?? bytes.count))
      defer { at = end }
      return Array(bytes[at..<end])
    }
    var reader = LineReader(source)
    var lines: [Line] = []
    while let line = try reader.next() { lines.append(line) }
    return lines
  }

  @Test("end at LF, CRLF or CR; an empty rest is no line")
  func ends() throws {
    let found = try lines(Array("a\r\nb\n\rc\r\r\n\nd".utf8))
    #expect(found.map(\.text) == ["a", "b", "", "c", "", "", "d"])
    #expect(found.map(\.number) == Array(1...7))
    #expect(found.map(\.byte) == [0, 3, 5, 6, 8, 10, 11])
    #expect(found.map(\.isClosed) == [true, true, true, true, true, true, false])
    #expect(try lines([]).isEmpty)
    #expect(try lines(Array("a\n".utf8)).map(\.text) == ["a"])
  }

  /// Behind the head of a file the blocks reach the reader as they come.
  @Test("are the same however the file is cut", arguments: [1, 2, 3, 5])
  func cuts(size: Int) throws {
    let filler = [UInt8](repeating: 0x61, count: TextSource.headSize)
    try everyRow(of: Array("a\n\r".utf8), upTo: 4) { tail in
      let bytes = filler + tail
      let whole = try lines(bytes)
      var at = 0
      let source = try TextSource(path: "t.txt") {
        let end = min(bytes.count, at + (at == 0 ? filler.count : size))
        defer { at = end }
        return Array(bytes[at..<end])
      }
      var reader = LineReader(source)
      var cut: [Line] = []
      while let line = try reader.next() { cut.append(line) }
      if cut != whole { Issue.record("\(tail) in blocks of \(size)") }
    }
  }

  @Test("stand where they say", arguments: SeededGenerator.seeds(2))
  func places(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let bytes = generator.bytes(of: Array("abé\n\r".utf8), longest: 40)
      guard String(validating: bytes, as: UTF8.self) != nil else { continue }
      for line in try lines(bytes) {
        #expect(Array(bytes[line.byte..<(line.byte + line.bytes.count)]) == line.bytes)
      }
    }
  }

  @Test("of text are records, empty ones too")
  func records() throws {
    let source = try TextSource(
      path: "t.txt",
      bytes: [0xEF, 0xBB, 0xBF] + Array("good\r\n\nbad".utf8)
    )
    var reader = TextLineReader(source)
    var found: [FeedbackRecord] = []
    while case .record(let record)? = try reader.next() { found.append(record) }
    #expect(found.map(\.text) == ["good", "", "bad"])
    #expect(found.map(\.source.line) == [1, 2, 3])
    #expect(found.map(\.source.row) == [1, 2, 3])
    #expect(found.map(\.source.byte) == [3, 9, 10])
    #expect(found.allSatisfy { $0.source.format == "text" && $0.source.kind == .survey })
  }

  @Test("of a converted file have no byte")
  func converted() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x62, 0x00]
    var reader = TextLineReader(try TextSource(path: "t.txt", bytes: bytes))
    var found: [FeedbackRecord] = []
    while case .record(let record)? = try reader.next() { found.append(record) }
    #expect(found.map(\.text) == ["a", "b"])
    #expect(found.map(\.source.byte) == [nil, nil])
  }
}
