import Testing
import VerbatimCore

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
