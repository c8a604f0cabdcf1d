import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Table of reports")
struct ReportTableTests {
  private static func table(_ text: String) throws -> ReportTable {
    try ReportTable(TextSource(path: "r.csv", bytes: Array(text.utf8)))
  }

  private static func rows(_ table: inout ReportTable) throws -> [[String]] {
    var rows: [[String]] = []
    while try table.next() { rows.append(table.columns.indices.map { table[$0] }) }
    return rows
  }

  @Test(
    "reads any dialect, blanks around names and values taken off",
    arguments: [
      "sku,issue\nK-1,leaks\nK-2,\"smells, badly\"\n",
      " SKU ; Issue\r\nK-1 ;leaks\r\nK-2;smells, badly",
      "\u{FEFF}sku\tissue\n\nK-1\t leaks\nK-2\tsmells, badly\n\n",
      "sku|issue|\nK-1|leaks|\nK-2|smells, badly|\n",
    ]
  )
  func dialects(text: String) throws {
    var table = try Self.table(text)
    let (sku, issue) = (try table.column("sku"), try table.column(" ISSUE "))
    var rows: [String] = []
    while try table.next() { rows.append("\(table[sku])/\(table[issue])") }
    #expect(rows == ["K-1/leaks", "K-2/smells, badly"])
    #expect(table.accepted == 2 && table.rejected == 0 && table.diagnostics == [])
  }

  @Test("rejects rows of another width, each with its place, and reads on")
  func ragged() throws {
    var table = try Self.table(
      "sku,issue,date\nK-1,leaks,2026-01-02\nK-2,leaks\nK-3,a,b,c\nK-4,x,y\n"
    )
    #expect(try Self.rows(&table).map(\.first) == ["K-1", "K-4"])
    #expect(table.accepted == 2 && table.rejected == 2)
    #expect(
      table.diagnostics.map(\.description) == [
        """
        r.csv:3:10: error: the row has 2 fields, the header 3 [V1103]
          hint: write a delimiter for each empty field, too
        """,
        """
        r.csv:4:9: error: the row has 4 fields, the header 3 [V1103]
          hint: put a field that holds the delimiter in quotes
        """,
      ]
    )
  }

  @Test("takes empty fields behind the last for none")
  func trailing() throws {
    var table = try Self.table("sku,issue\nK-1,leaks,\nK-2,leaks, ,\n")
    #expect(try Self.rows(&table).count == 2)
  }

  @Test("rejects a row whose quote is never closed")
  func openQuote() throws {
    var table = try Self.table("sku,issue\n\"K-0\",\"x\"\n\"K-1,leaks\nK-2,leaks\n")
    #expect(try Self.rows(&table) == [["K-0", "x"], ["K-2", "leaks"]])
    #expect(table.rejected == 1 && table.diagnostics.first?.code == .quoteNeverClosed)
  }

  @Test(
    "is a table of nothing without rows",
    arguments: ["", "\n\n", " \n", "sku,issue\n", "sku,issue"]
  )
  func empty(text: String) throws {
    var table = try Self.table(text)
    _ = try table.column("sku")
    #expect(try !table.next())
    #expect(table.accepted == 0 && table.rejected == 0 && table.diagnostics == [])
  }

  @Test("names the columns that are there when one is not")
  func missing() throws {
    let table = try Self.table("sku,issue,Issue\nK-1,leaks,x\n")
    func refusal(_ name: String) -> String? {
      do {
        _ = try table.column(name)
        return nil
      } catch { return error.description }
    }
    #expect(
      refusal("lot") == """
        r.csv:1: error: the table has no column `lot` [V1105]
          hint: its columns are sku, issue, Issue
        """
    )
    #expect(
      refusal("issue") == """
        r.csv:1: error: the table has 2 columns `issue` [V1105]
          hint: give each column a name of its own
        """
    )
    #expect(try table.optionalColumn("lot") == nil)
    #expect(try table.optionalColumn("sku") == 0)
  }

  @Test("counts a row that its reader rejects as rejected")
  func rejection() throws {
    var table = try Self.table("sku,count\nK-1,3\nK-2,-1\n")
    let count = try table.column("count")
    while try table.next() {
      if table[count].hasPrefix("-") {
        table.reject(Diagnostic(.reportIncomplete, at: table.location(count), "negative"))
      }
    }
    #expect(table.accepted == 1 && table.rejected == 1)
    #expect(table.diagnostics.map(\.location.description) == ["r.csv:3:5"])
  }

  @Test("gives the same fields as bytes and as text, whatever the bytes")
  func anyBytes() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let bytes = Array("a,b\n".utf8) + random.bytes(longest: 60)
      var table = try ReportTable(TextSource(path: "r.csv", bytes: bytes))
      while try table.next() {
        for column in table.columns.indices {
          let copied = table.withBytes(of: column) { span in span.indices.map { span[$0] } }
          #expect(String(decoding: copied, as: UTF8.self) == table[column], "\(bytes)")
        }
      }
      #expect(table.diagnostics.count >= min(1, table.rejected))
    }
  }
}
