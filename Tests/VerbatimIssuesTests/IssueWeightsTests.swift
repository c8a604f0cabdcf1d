import Testing
import VerbatimCore
import VerbatimIssues
import VerbatimText

@Suite("Weights of terms")
struct IssueWeightsTests {
  @Test("are written as they are read")
  func roundTrip() throws {
    let taxonomy = try IssueFixture.makeTaxonomy()
    let rows = [
      ["term", "rarity", "weights"], ["*", "0", "SAF.HOT:-120 RESOLVED:-9"],
      ["#", "210", "DEL.LATE:150"],
      ["snap", "400", "DUR.BREAKS:700 DUR.SEAM:-200"], ["come off", "510", "DUR.BREAKS:900"],
      ["@tardy", "220", "DEL.LATE:300 FEARED:-151"],
    ]
    var diagnostics: [Diagnostic] = []
    let weights = try IssueWeights(
      path: "terms.tsv",
      bytes: IssueFixture.table(rows),
      taxonomy: taxonomy,
      diagnostics: &diagnostics
    )
    #expect(diagnostics.isEmpty)
    #expect(weights.lines(taxonomy) == rows.map { $0.joined(separator: "\t") })
    #expect(
      weights.rows.map(\.term)
        == [.any, .number, .word("snap"), .pair("come", "off"), .field("tardy")]
    )
  }

  @Test("hang on base forms, each form on one")
  func bases() {
    let inflector = Inflector(irregular: ["break": ["broke", "broken"]])
    let words: Set<String> = ["breaks", "break", "broken", "snapped", "snap", "thing", "b2b", "is"]
    let bases = WordBases.bases(among: words, inflector: inflector)
    #expect(bases == ["is", "b2b", "snap", "break", "thing"])
    let forms = WordBases(bases, inflector: inflector).forms
    func base(_ form: String) -> String? {
      forms.first { $0.form == Array(form.utf8) }.map { bases[$0.base] }
    }
    #expect(base("snapping") == "snap")
    #expect(base("broke") == "break")
    #expect(base("things") == "thing")
    // Neither a short word nor a code is inflected.
    #expect(base("iss") == nil)
    #expect(base("b2bs") == nil)
  }
}
