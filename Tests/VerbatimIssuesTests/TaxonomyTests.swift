import Testing
import VerbatimCore
import VerbatimIssues

@Suite("The taxonomy")
struct TaxonomyTests {
  /// The diagnostic that the changed files are refused with.
  private func refusal(_ change: (inout [String: [[String]]]) -> Void) -> String? {
    var files = IssueFixture.taxonomy
    change(&files)
    do {
      _ = try IssueFixture.makeTaxonomy(files)
      return nil
    } catch {
      return (error as? Diagnostic)?.description
    }
  }

  @Test("holds leaves, precedence, return reasons and a version")
  func whole() throws {
    let taxonomy = try IssueFixture.makeTaxonomy()
    #expect(
      taxonomy.leaves.map(\.code)
        == ["SAF.HOT", "DUR.BREAKS", "DUR.SEAM", "DEL.LATE", "FIT.SMALL"]
    )
    #expect(taxonomy.version == "7")
    #expect(taxonomy.precedence.map(\.winner) == ["DUR.SEAM"])
    #expect(taxonomy.precedence.map(\.loser) == ["DUR.BREAKS"])
    let leaf = try #require(taxonomy.leaf("SAF.HOT"))
    #expect(leaf.tier == .t1 && leaf.tierWithHarm == .t0)
    #expect(leaf.attribution == .supplier && leaf.stage == .use)
    #expect(leaf.group == "Safety" && leaf.name == "Heat or fire" && leaf.definition == "Heat.")
    #expect(taxonomy.leaf("SAF") == nil)
  }

  @Test("maps return reasons, and does not guess at others")
  func reasons() throws {
    let taxonomy = try IssueFixture.makeTaxonomy()
    #expect(taxonomy.issues(for: .init(scheme: "shop", code: "R1")) == ["DUR.BREAKS", "SAF.HOT"])
    #expect(taxonomy.issues(for: .init(scheme: "shop", code: "R9")) == [])
    #expect(taxonomy.issues(for: .init(scheme: "other", code: "R1")) == [])
  }

  @Test("is refused without one of its files", arguments: Taxonomy.files.sorted())
  func missing(name: String) {
    #expect(
      refusal { $0[name] = nil } == "\(name): error: the taxonomy lacks this file [V3002]"
    )
  }

  @Test(
    "is refused with a tier, an attribution or a stage that is not known",
    arguments: [(3, "T5"), (4, "t0"), (6, "factory"), (7, "home")]
  )
  func unknownValue(column: Int, value: String) {
    #expect(
      refusal { $0["taxonomy.tsv"]?[2][column] = value } == """
        taxonomy/taxonomy.tsv:3: error: a tier, attribution or stage is not known [V3001]
          hint: tiers are T0 to T4; attributions and stages are those of the contract
        """
    )
  }

  @Test("is refused when precedence or a return reason names no leaf")
  func unknownLeaf() {
    #expect(
      refusal { $0["precedence.tsv"]?.append(["DUR.SEAM", "DUR.NONE"]) }
        == "taxonomy: error: there is no leaf `DUR.NONE` [V3004]"
    )
    #expect(
      refusal { $0["reason-codes.tsv"]?.append(["shop", "R3", "X.Y"]) }
        == "taxonomy: error: there is no leaf `X.Y` [V3004]"
    )
  }
}
