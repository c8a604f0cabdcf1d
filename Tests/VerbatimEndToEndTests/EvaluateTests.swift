import Foundation
import Testing
import VerbatimTestSupport

@Suite("Evaluate")
struct EvaluateTests {
  @Test("measures a labelled table, and fits a calibration that it then reads")
  func measures() throws {
    let workspace = try Workspace()
    var rows = "label\tarticle\ttext\n"
    for index in 0..<300 {
      rows += "positive\tpan\tlovely pan, works well \(index)\n"
      rows += "negative\tlid\tterrible lid, it is awful \(index)\n"
    }
    try workspace.write("rated.tsv", rows)
    let run = try VerbatimRun(
      ["evaluate", "rated.tsv", "--draws", "20", "--by", "article", "--calibrate", "new.tsv"],
      in: workspace.folder
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.contains { $0.hasPrefix("accuracy ") && $0.contains("1.000") })
    #expect(run.lines.contains { $0.hasPrefix("  lid ") })
    #expect(run.text.contains("expected calibration error 0.0"))
    #expect(workspace.names.contains("new.tsv"))
    let json = try VerbatimRun(
      ["evaluate", "rated.tsv", "--draws", "5", "--to", "json"],
      in: workspace.folder
    )
    #expect(json.lines.count == 1)
    #expect(json.text.hasPrefix(#"{"type":"evaluation.report.v1","engine":{"#))
  }
}
