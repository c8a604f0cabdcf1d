import Foundation
import Testing
import VerbatimCore

@Suite("Command: clusters --series")
struct SeriesCommandTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    // Montgomery (2009), table 7.1: cans that leak, of 50 a sample.
    let cans = [
      12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12,
      7, 13, 9, 6,
    ]
    let rows = cans.enumerated().map { index, count in
      let day = Instant(seconds: Int64(20_458 + 7 * index) * 86_400, precision: .day)
      return "\(day),OJ,leaks,\(count),50\n"
    }
    try workspace.write("cans.csv", "date,key,issue,count,exposure\n" + rows.joined())
  }

  @Test("prints the textbook's chart, a row for each week")
  func csv() throws {
    let run = try workspace.run("clusters --series cans.csv --to csv --method p")
    #expect(run.status == 0)
    let lines = run.text.split(separator: "\r\n").map { $0.split(separator: ",") }
    #expect(
      run.text.hasPrefix(
        "date,key,issue,count,exposure,method,statistic,expected,upper,lower,alarm,p_value,q_value\r\n"
      )
    )
    #expect(lines.count == 31)
    #expect(lines[1].prefix(7) == ["2026-01-05", "OJ", "leaks", "12", "50", "p", "0.24"])
    #expect(lines[1][8].hasPrefix("0.4102") && lines[1][9].hasPrefix("0.0524"))
    #expect(lines.indices.filter { lines[$0].contains("true") } == [15, 23])
  }

  @Test("prints one JSON object, and tells what was skipped")
  func json() throws {
    let run = try workspace.run("clusters --series cans.csv --to json --method scan,farrington")
    #expect(run.status == 0)
    let object = try #require(
      JSONSerialization.jsonObject(with: run.output) as? [String: [[String: Any]]]
    )
    #expect(object["rows"]?.count == 30)
    #expect(object["skipped"]?.first?["method"] as? String == "farrington")
    #expect(run.errors.contains("skipped farrington on 1 of 1 series, such as OJ × leaks"))
  }

  @Test("goes on after bad rows, says where they are, and ends with 1 when they are many")
  func bad() throws {
    try workspace.write(
      "bad.csv",
      "date,key,issue,count\n2026-01-05,K,leaks,1\n2026-01-12,K,leaks,-1\n"
    )
    let run = try workspace.run("clusters --series bad.csv --method ears-c1")
    #expect(run.status == 1)
    #expect(run.errors.contains("bad.csv:3:20: error: the count -1 is negative [V1131]"))
    #expect(try workspace.run("clusters --series none.csv").status == 66)
  }

  @Test(
    "refuses what it does not know",
    arguments: [
      "clusters --series cans.csv --method magic", "clusters --method p",
      "clusters --series cans.csv --period year", "clusters --series cans.csv --method auto,p",
    ]
  )
  func wrong(arguments: String) throws {
    let run = try workspace.run(arguments)
    #expect(run.status == 64)
    #expect(run.text.isEmpty)
  }
}
