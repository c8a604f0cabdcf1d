import Testing
import VerbatimCore
import VerbatimIssues
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Fitting weights of terms")
struct IssueFitTests {
  /// Texts of two leaves and none, made of a few words each.
  private func fitted() async throws -> (fit: IssueFit, result: IssueFit.Result) {
    var fit = try IssueFit(lexicons: ShippedLexicons.path)
    let folder = try Folder()
    var random = SeededGenerator(seed: 3)
    let fillers = [
      "the blue one", "for my sister", "as a gift", "in spring", "at home", "we have two",
    ]
    var lines = ["text\tissues\ttrap\tdays"]
    for index in 0..<60 {
      let filler = fillers.randomElement(using: &random) ?? ""
      switch index % 3 {
      case 0: lines.append("it wobblified \(filler) \(index)\tDUR.BREAKS|actual|supplier\t\t")
      case 1: lines.append("quite zorbing \(filler) \(index)\tFUN.NOISE|actual|supplier\t\t")
      default: lines.append("fine \(filler) \(index)\t\t\t")
      }
    }
    let path = try folder.write("gold.tsv", lines.joined(separator: "\n") + "\n")
    var diagnostics: [Diagnostic] = []
    let gold = try IssueGold.read(path, taxonomy: fit.leaves, diagnostics: &diagnostics)
    withExtendedLifetime(folder) {}
    for (index, row) in gold.enumerated() { fit.take(row, isAside: index % 4 == 0) }
    return (fit, await fit.fit())
  }

  @Test("gives the words of a leaf weight for it, others none")
  func weights() async throws {
    let (fit, result) = try await fitted()
    let names = IssueWeights.names(fit.leaves)
    func weight(_ word: String, _ leaf: String) -> Int {
      let row = result.weights.rows.first { $0.term == .word(word) }
      return row?.weights.first { names[$0.leaf] == leaf }?.value ?? 0
    }
    #expect(result.textCount == 60)
    #expect(result.asideCount == 15)
    #expect(result.asideF1 > 0.9)
    #expect(weight("zorbing", "FUN.NOISE") > 0)
    #expect(weight("zorbing", "DUR.BREAKS") <= 0)
    #expect(weight("wobblified", "DUR.BREAKS") > 0)
    #expect(weight("fine", "DUR.BREAKS") <= 0)
  }

  @Test("gives the same lines each time")
  func repeats() async throws {
    let first = try await fitted()
    let second = try await fitted()
    #expect(
      first.result.weights.lines(first.fit.leaves) == second.result.weights.lines(second.fit.leaves)
    )
  }
}
