import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Table files")
struct TableFileTests {
  private func read(_ text: String) throws(Diagnostic) -> TableFile {
    try TableFile(path: "t.tsv", bytes: Array(text.utf8), columns: ["term", "note"])
  }

  @Test(
    "give rows that know their line; empty lines and comments before the header are passed over"
  )
  func rows() throws {
    let table = try read("# about\nterm\tnote\r\n\ngood\tx\n# more\nbad\n#1\tkept\n")
    #expect(table.header == ["term", "note"])
    #expect(
      table.rows.map(\.fields) == [["good", "x"], ["# more", ""], ["bad", ""], ["#1", "kept"]]
    )
    #expect(table.rows.map(\.location.line) == [4, 5, 6, 7])
    #expect(table.rows.first?[1] == "x")
  }

  @Test("keep fields beyond the header, and give empty ones where a row ends early")
  func width() throws {
    let table = try read("term\tnote\na\tb\tc\t\nd\n\te")
    #expect(table.rows.map(\.fields) == [["a", "b", "c", ""], ["d", ""], ["", "e"]])
    #expect(table.rows[0][2] == "c")
    #expect(table.rows[1][1].isEmpty)
    #expect(table.rows[2][5].isEmpty)
  }

  @Test("read any bytes as their lines and fields", arguments: SeededGenerator.seeds(3))
  func anyBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [0x09, 0x0A, 0x0D, 0x20, 0x23, 0x61, 0xC3, 0xA9, 0xFF]
    for _ in 0..<300 {
      let count = Int.random(in: 0...30, using: &generator)
      let body = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let header = Array("term\tnote\n".utf8)
      let table = try TableFile(path: "t", bytes: header + body, columns: ["term", "note"])
      var rows: [[String]] = []
      for line in body.split(separator: 0x0A) {
        let line = line.last == 0x0D ? line.dropLast() : line
        if line.isEmpty { continue }
        var fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
        while fields.count < 2 { fields.append("") }
        rows.append(fields)
      }
      #expect(table.rows.map(\.fields) == rows)
    }
  }

  @Test("say when the header is another")
  func header() throws {
    do {
      _ = try read("word\tnote\n")
      Issue.record("the header was taken")
    } catch {
      #expect(
        error.description
          == "t.tsv:1: error: the header reads [\"word\", \"note\"], expected "
          + "[\"term\", \"note\"] [V3001]"
      )
    }
  }
}
