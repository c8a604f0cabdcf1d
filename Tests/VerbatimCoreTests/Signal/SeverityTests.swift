import Testing
import VerbatimCore

@Suite("Severity")
struct SeverityTests {
  private static func issue(
    _ tier: VerbatimCore.Issue.Tier,
    _ modality: VerbatimCore.Issue.Modality = .actual
  ) -> VerbatimCore.Issue {
    VerbatimCore.Issue(
      code: "A.B",
      tier: tier,
      confidence: 1,
      modality: modality,
      intent: .complaint,
      attribution: .unknown,
      evidence: nil
    )
  }

  @Test(
    "is that of the tier",
    arguments: zip(VerbatimCore.Issue.Tier.allCases, IssueSeverity.allCases)
  )
  func tiers(tier: VerbatimCore.Issue.Tier, severity: IssueSeverity) {
    #expect(IssueSeverity(of: [Self.issue(tier)]) == severity)
    #expect(tier.rawValue.dropFirst() == severity.rawValue.dropFirst())
  }

  @Test("is that of the worst issue, wherever it stands")
  func worst() {
    let issues = [Self.issue(.t3), Self.issue(.t1), Self.issue(.t4)]
    #expect(IssueSeverity(of: issues) == .s1)
    #expect(IssueSeverity(of: issues.reversed()) == .s1)
  }

  @Test("is none without a report")
  func none() {
    #expect(IssueSeverity(of: []) == nil)
    #expect(IssueSeverity(of: [Self.issue(.t0, .negated), Self.issue(.t1, .hypothetical)]) == nil)
  }

  @Test(
    "counts what happened, may happen or was put right",
    arguments: zip(VerbatimCore.Issue.Modality.allCases, [true, true, false, false, true])
  )
  func modality(modality: VerbatimCore.Issue.Modality, counts: Bool) {
    let issues = [Self.issue(.t0, modality), Self.issue(.t3)]
    #expect(IssueSeverity(of: issues) == (counts ? .s0 : .s3))
  }

  @Test("calls the two gravest tiers hazards")
  func hazards() {
    #expect(VerbatimCore.Issue.Tier.allCases.filter(\.isHazard) == [.t0, .t1])
    #expect(VerbatimCore.Issue.Tier.allCases.reversed().sorted() == [.t0, .t1, .t2, .t3, .t4])
  }
}
