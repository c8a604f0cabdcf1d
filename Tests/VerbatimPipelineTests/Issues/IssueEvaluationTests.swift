import Testing
import VerbatimPipeline

@Suite("Issues measured on gold")
struct IssueEvaluationTests {
  private let engine: SignalEngine

  init() throws { engine = try SmallLexicons.engine() }

  private func read(_ rows: [[String]]) throws -> (gold: [IssueGold], told: [String]) {
    let folder = try Folder()
    let path = try folder.write(
      "gold.tsv",
      ([IssueGold.columns] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
    )
    var diagnostics: [Diagnostic] = []
    let gold = try IssueGold.read(
      path,
      taxonomy: engine.issueMatcher.taxonomy,
      diagnostics: &diagnostics
    )
    return (gold, diagnostics.map(\.message))
  }

  @Test("count leaves, modalities, blame, look-alikes and hazards")
  func measures() throws {
    let (gold, told) = try read([
      ["It broke", "DUR.BREAKS|actual|supplier", "", ""],
      ["It might break", "DUR.BREAKS|actual|carrier", "", ""],
      ["It got hot", "SAF.HOT/T1|actual|supplier", "", ""],
      ["It got very hot and late", "SAF.HOT/T1|actual|supplier", "DEL.LATE", ""],
      ["My hand hurt", "SAF.HOT/T0|actual|supplier", "", ""],
      ["A hot pink dress", "", "SAF.HOT", ""],
    ])
    #expect(told == [])
    let evaluation = IssueEvaluation(gold, by: engine)
    let values = Dictionary(
      uniqueKeysWithValues: evaluation.lines(Bootstrap(resamples: 50, seed: 1))
        .map { ($0.measure, $0.value) }
    )
    #expect(values[.precision] == 0.8)
    #expect(values[.recall] == 0.8)
    #expect(values[.f1] == 0.8)
    #expect(values[.modality] == 0.75)
    #expect(values[.attribution] == 0.75)
    #expect(values[.hazardRecall] == 2.0 / 3)
    #expect(values[.hazardPrecision] == 1)
    #expect(values[.lookalikes] == 0.5)
    #expect(values[.days] == .some(nil))
    #expect(evaluation.leaves.map(\.code) == ["DEL.LATE", "DUR.BREAKS", "SAF.HOT"])
    #expect(evaluation.leaves.map(\.hits) == [0, 2, 2])
    #expect(evaluation.leaves.map(\.wrong) == [1, 0, 0])
    #expect(evaluation.modalities[0, 1] == 1)
    #expect(evaluation.rows.map(\.isRight) == [true, false, true, false, false, true])
  }

  @Test("keep the report where a leaf stands twice, and divide texts by their words alone")
  func rows() throws {
    let (gold, _) = try read([
      ["No, it broke", "DUR.BREAKS|negated|supplier;DUR.BREAKS|resolved|carrier", "", "14"],
      ["No, it broke", "", "", ""],
    ])
    #expect(gold.first?.claims.map(\.modality) == [.resolved])
    #expect(gold.first?.days == 14)
    #expect(gold.first?.part == gold.last?.part)
  }

  @Test(
    "tell of a line that is faulty",
    arguments: [
      (["a", "DUR.NONE|actual|supplier", "", ""], "there is no leaf `DUR.NONE`"),
      (["a", "DUR.BREAKS|actual", "", ""], "`DUR.BREAKS|actual` is no issue"),
      (["a", "DUR.BREAKS|maybe|supplier", "", ""], "`DUR.BREAKS|maybe|supplier` is no issue"),
      (["a", "", "DUR", ""], "there is no leaf `DUR`"),
      (["a", "", "", "soon"], "`soon` is no number of days"),
    ]
  )
  func faulty(row: [String], message: String) throws {
    let (gold, told) = try read([row, ["b", "", "", ""]])
    #expect(told == [message])
    #expect(gold.map(\.text) == ["b"])
  }
}
