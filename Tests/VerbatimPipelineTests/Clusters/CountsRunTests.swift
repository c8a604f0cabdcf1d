import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Counts of a table of reports")
struct CountsRunTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func run(
    _ table: String,
    by: [String] = ["sku", "issue"],
    id: String? = nil,
    strata: [String] = []
  ) throws -> CountsRun {
    try CountsRun(
      path: try folder.write("reports.csv", table),
      columns: .init(by: by, id: id, strata: strata)
    )
  }

  private func refusal(_ table: String, by: [String], id: String? = nil) -> String? {
    do {
      _ = try run(table, by: by, id: id)
      return nil
    } catch {
      return (error as? Diagnostic)?.description.replacing(folder.path + "/", with: "")
    }
  }

  static let table = """
    Report,SKU,issue,week
    1,K-1,leaks,1
    1,K-1,leaks,1
    1,K-1,smells,1
    2,K-1,leaks,2
    3,K-2,smells,2
    4,K-2,smells,2

    """

  @Test("counts reports by their ids, in the header's names")
  func ids() throws {
    let run = try run(Self.table, id: "report")
    #expect(run.names == ["SKU", "issue"] && run.accepted == 6 && run.rejected == 0)
    let rows = (0..<run.result.count).map { run.result[$0] }
    let leaks = try #require(rows.first { $0.second == "leaks" })
    #expect(rows.count == 3 && leaks.first == "K-1")
    #expect(leaks.count == 2 && leaks.firstTotal == 2 && leaks.secondTotal == 2)
    #expect(leaks.total == 4 && leaks.expected == 1)
    #expect(try self.run(Self.table).result.table.total == 6)
  }

  @Test("stratifies by all the columns together")
  func strata() throws {
    let run = try run(Self.table, id: "report", strata: ["week", "sku"])
    #expect(run.result.table.strataCount == 3)
    // Inside a stratum of one article the article says nothing about the issue.
    #expect((0..<run.result.count).allSatisfy { run.result[$0].relativeRatio == 1 })
  }

  @Test("rejects reports without a value or an id, and counts the rest")
  func incomplete() throws {
    let run = try run("id,sku,issue\n1,K-1,leaks\n2,,leaks\n3,K-1, \n,K-1,leaks\n", id: "id")
    #expect(run.accepted == 1 && run.rejected == 3 && run.rejectShare == 0.75)
    #expect(
      run.diagnostics.map { $0.description.replacing(folder.path + "/", with: "") } == [
        """
        reports.csv:3:3: error: the row has no value in `sku` [V1143]
          hint: fill it in; a value such as `none` counts towards the totals
        """,
        """
        reports.csv:4:7: error: the row has no value in `issue` [V1143]
          hint: fill it in; a value such as `none` counts towards the totals
        """,
        """
        reports.csv:5:1: error: the row has no value in `id` [V1143]
          hint: fill it in; a value such as `none` counts towards the totals
        """,
      ]
    )
  }

  @Test("has no pairs in an empty file or below a header", arguments: ["", "sku,issue\n"])
  func empty(table: String) throws {
    let run = try run(table)
    #expect(run.result.count == 0 && run.accepted == 0 && run.rejectShare == 0)
    #expect(run.result.fit.outcome == .fixed)
  }

  @Test("refuses columns that are not there, the same twice, or called like a measure")
  func refusals() {
    #expect(
      refusal("sku\nK-1\n", by: ["sku", "issue"]) == """
        reports.csv:1: error: the table has no column `issue` [V1105]
          hint: its columns are sku
        """
    )
    #expect(
      refusal("sku,issue\nK-1,x\n", by: ["sku", "SKU"]) == """
        reports.csv:1: error: the pairs of `sku` with itself say nothing [V1105]
          hint: name two different columns
        """
    )
    #expect(
      refusal("sku,issue\nK-1,x\n", by: ["sku", "issue"], id: "report")?.contains("`report`")
        == true
    )
    #expect(
      refusal("n,issue\nK-1,x\n", by: ["n", "issue"])?.hasPrefix(
        "reports.csv:1: error: the column `n` is called like one of the measures [V1105]"
      ) == true
    )
  }

  @Test("gives the same numbers in any order of the rows")
  func order() throws {
    var random = SeededGenerator(seed: 3)
    let rows = (0..<400).map { _ in
      let sku = Int(9 * random.unit() * random.unit())
      let issue = random.chance(0.2) ? sku % 5 : Int(5 * random.unit())
      return "r\(Int(300 * random.unit())),S\(sku),i\(issue),w\(Int(3 * random.unit()))"
    }
    let header = "id,sku,issue,week\n"
    let one = try run(header + rows.joined(separator: "\n"), id: "id", strata: ["week"])
    let shuffled = rows.shuffled(using: &random).joined(separator: "\n")
    let other = try run(header + shuffled, id: "id", strata: ["week"])
    #expect(one.result.fit == other.result.fit)
    #expect(
      (0..<one.result.count).map { one.result[$0] }
        == (0..<other.result.count).map { other.result[$0] }
    )
  }
}
