import Foundation
import Testing
import VerbatimTestSupport

@Suite("report, pack and explain --replay")
struct ReportCommandTests {
  /// A survey with a fault in one article, and words that would act in a page, a table or a
  /// terminal.
  private static let survey: String = {
    var rows = ["id,date,sku,comment"]
    for day in 1...60 {
      let date = "2026-0\(7 + day / 31)-\(day % 30 + 1 < 10 ? "0" : "")\(day % 30 + 1)"
      rows.append("p\(day),\(date),HK-\(1180 + day % 9),Does what it should number \(day)")
    }
    // Words of their own, or they would be near copies of each other.
    let stories = [
      "while I stirred the soup", "on its second day", "and fell into the sink", "in my hand",
      "with eggs still in it", "when my son lifted it", "right at the rivet",
      "over the hob at lunch",
      "though I never wash it hot",
    ]
    for (report, story) in stories.enumerated() {
      rows.append(
        "b\(report),2026-08-2\(report),HK-1190,"
          + "=Report \(report): the handle snapped off \(story) <b>today</b>"
      )
    }
    rows.append(
      "h1,2026-08-20,HK-1184,\"Love it, but the plug gets really hot\u{1B}[2J <script>x</script>\""
    )
    return rows.joined(separator: "\n") + "\n"
  }()

  private static func imported() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write("survey.csv", survey)
    let run = try VerbatimRun(["ingest", "survey.csv", "--db", "shop.db"], in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    return workspace
  }

  @Test("write one file that says what was planted and asks for nothing from outside")
  func report() throws {
    let workspace = try Self.imported()
    let arguments = ["report", "--db", "shop.db", "--out", "week.html", "--title", "A <b>shop</b>"]
    let run = try VerbatimRun(arguments, in: workspace.folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    let html = try String(contentsOf: workspace.url("week.html"), encoding: .utf8)
    #expect(html.contains("HK-1190 × DUR.BREAKS"))
    #expect(html.contains("SAF.BURN_FIRE"))
    #expect(html.contains("A &lt;b&gt;shop&lt;/b&gt;"))
    #expect(!html.contains("<script") && !html.contains("\u{1B}") && !html.contains("<b>today"))
    #expect(!html.contains("http:") && !html.contains("https:"))
    for part in ["Chance alone makes", "What sets its texts apart", "What customers praise"] {
      #expect(html.contains(part))
    }
    let near = try VerbatimRun(
      ["clusters", "--near-misses", "--db", "shop.db", "--limit", "1"],
      in: workspace.folder
    )
    if let reason = near.lines.first(where: { $0.contains("No alert: ") }) {
      #expect(html.contains(reason.replacing("   No alert: ", with: "")))
    }
    #expect(try VerbatimRun(arguments, in: workspace.folder).status == 0)
    #expect(try String(contentsOf: workspace.url("week.html"), encoding: .utf8) == html)
  }

  @Test("take a day, and say when it is none")
  func asOf() throws {
    let workspace = try Self.imported()
    let early = try VerbatimRun(
      ["report", "--db", "shop.db", "--out", "early.html", "--as-of", "2026-07-31"],
      in: workspace.folder
    )
    #expect(early.status == 0, "\(early.errors)")
    let html = try String(contentsOf: workspace.url("early.html"), encoding: .utf8)
    #expect(html.contains("No hazard, no cluster beyond chance"))
    let wrong = try VerbatimRun(
      ["report", "--db", "shop.db", "--out", "x.html", "--as-of", "soon"],
      in: workspace.folder
    )
    #expect(wrong.status == 64)
    let unwritable = try VerbatimRun(
      ["report", "--db", "shop.db", "--out", "nowhere/x.html"],
      in: workspace.folder
    )
    #expect(unwritable.status == 73)
  }

  @Test("pack a cluster so that its replay checks, and does not when one byte is another")
  func pack() throws {
    let workspace = try Self.imported()
    let run = try VerbatimRun(
      ["pack", "sku:HK-1190:DUR.BREAKS", "--db", "shop.db", "--out", "pack.zip"],
      in: workspace.folder
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("9\u{A0}reports"))
    let unpacked = try VerbatimRun(
      shell: "python3 -m zipfile -e pack.zip . && \"$VERBATIM\" explain --replay replay.ndjson",
      in: workspace.folder
    )
    #expect(unpacked.status == 0, "\(unpacked.errors)")
    #expect(unpacked.text.contains("9 texts scored again, every byte the same"))
    let table = try String(contentsOf: workspace.url("reports.csv"), encoding: .utf8)
    #expect(table.contains(",'=Report 0: the handle snapped off"))
    let replay = try String(contentsOf: workspace.url("replay.ndjson"), encoding: .utf8)
    try workspace.write("changed.ndjson", replay.replacing("Report 4", with: "Report 5"))
    let changed = try VerbatimRun(["explain", "--replay", "changed.ndjson"], in: workspace.folder)
    #expect(changed.status == 65)
    #expect(changed.errors.contains("changed.ndjson:"))
    #expect(changed.errors.contains("words_hash is"))
    #expect(changed.errors.contains("[V8004]"))
  }

  @Test("pack tells the units of each lot by the receiving log, and what it does not know")
  func receipts() throws {
    let workspace = try Workspace()
    var rows = ["id,date,sku,lot,comment"]
    for day in 1...60 {
      rows.append("p\(day),2026-07-\(10 + day % 19),HK-\(day % 9),,Fine number \(day)")
    }
    for report in 0..<8 {
      rows.append(
        "b\(report),2026-08-0\(report + 1),HK-1190,\(report < 5 ? "L2409" : "L2410"),"
          + "Report \(report): the handle snapped off today"
      )
    }
    try workspace.write("survey.csv", rows.joined(separator: "\n") + "\n")
    try workspace.write(
      "receipts.csv",
      "sku,lot,received,quantity\nHK-1190,L2409,2026-06-01,600\nHK-1190,L2409,2026-06-20,400\n"
        + "HK-1190,L2410,2026-07-10,\nHK-7,L2409,2026-06-01,9000\n"
    )
    let imported = try VerbatimRun(["ingest", "survey.csv", "--db", "s.db"], in: workspace.folder)
    #expect(imported.status == 0, "\(imported.errors)")
    let run = try VerbatimRun(
      [
        "pack", "sku:HK-1190:DUR.BREAKS", "--db", "s.db", "--out", "p.zip", "--receipts",
        "receipts.csv",
      ],
      in: workspace.folder
    )
    #expect(run.status == 0, "\(run.errors)")
    let unpacked = try VerbatimRun(shell: "python3 -m zipfile -e p.zip .", in: workspace.folder)
    #expect(unpacked.status == 0, "\(unpacked.errors)")
    let lots = try String(contentsOf: workspace.url("lots.csv"), encoding: .utf8)
    // 5 of 1,000 units of this article: Wilson's 95 % from 2.1 to 11.6.
    #expect(lots.contains("L2409,5,0.0,8,1000,5.0,2.1"))
    #expect(lots.contains("L2410,3,0.0,8,,,,"))
    let page = try String(contentsOf: workspace.url("pack.html"), encoding: .utf8)
    #expect(page.contains("<dt>Threshold</dt>"))
    let missing = try VerbatimRun(
      [
        "pack", "sku:HK-1190:DUR.BREAKS", "--db", "s.db", "--out", "q.zip", "--receipts",
        "none.csv",
      ],
      in: workspace.folder
    )
    #expect(missing.status == 66)
  }

  @Test("name the cluster that was meant")
  func misspelt() throws {
    let workspace = try Self.imported()
    let run = try VerbatimRun(
      ["pack", "sku:HK-1190:DUR.BREAK", "--db", "shop.db", "--out", "pack.zip"],
      in: workspace.folder
    )
    #expect(run.status == 65)
    #expect(run.errors.contains("did you mean sku:HK-1190:DUR.BREAKS?"))
    #expect(!FileManager.default.fileExists(atPath: workspace.url("pack.zip").path))
  }

  @Test(
    "explain takes a text or a replay, and not both or neither",
    arguments: [
      ["explain"], ["explain", "a text", "--replay", "x.ndjson"],
    ]
  )
  func usage(arguments: [String]) throws {
    #expect(try VerbatimRun(arguments).status == 64)
  }
}
