import Testing
import VerbatimCore
import VerbatimStore

@testable import VerbatimDashboard

@Suite("Where a signal is from")
struct SourceWordsTests {
  private static func issue(_ code: String, _ modality: VerbatimCore.Issue.Modality = .actual)
    -> ReportedIssue
  {
    ReportedIssue(
      code: code,
      tier: .t2,
      modality: modality,
      attribution: .supplier,
      confidence: 0.9
    )
  }

  @Test("names each issue once, and says what is no plain report of it")
  func issues() {
    var report = Report(seq: 1, signalID: "a", kind: .review, textKey: "")
    #expect(SourceWords.issues(of: report) == [])
    report.issues = [
      Self.issue("DUR.BREAKS"), Self.issue("PKG.LEAK", .negated), Self.issue("DUR.BREAKS"),
      Self.issue("DUR.BREAKS", .resolved),
    ]
    #expect(
      SourceWords.issues(of: report) == ["DUR.BREAKS", "PKG.LEAK negated", "DUR.BREAKS resolved"]
    )
  }
}
