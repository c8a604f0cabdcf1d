import Testing
import VerbatimCore
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Fitting the tone")
struct ToneFitTests {
  /// The lines of weights for texts of a made-up word or two for each label.
  private func fitted() async throws -> [String] {
    let folder = try Folder()
    var random = SeededGenerator(seed: 3)
    let fillers = ["the blue one", "for my sister", "as a gift", "in spring", "at home"]
    let labels = ["positive", "negative", "no_opinion", "neutral", "mixed"]
    let words = ["zorbed", "wobblified", "quendled", "frimbed", "twizzled"]
    var lines = ["label\ttext"]
    for index in 0..<100 {
      let filler = fillers.randomElement(using: &random) ?? ""
      lines.append("\(labels[index % 5])\tit \(words[index % 5]) \(filler) \(index)")
    }
    let path = try folder.write("labelled.tsv", lines.joined(separator: "\n") + "\n")
    var fit = try ToneFit(lexicons: ShippedLexicons.path)
    fit.take(try RatedTexts([path]).texts, isOthers: false)
    #expect(fit.textCount == 100)
    withExtendedLifetime(folder) {}
    return await fit.fit()
  }

  @Test("gives the words of a label weight for its mark, and against others none or less")
  func weights() async throws {
    let lines = try await fitted()
    func weights(_ term: String) -> String? { lines.first { $0.hasPrefix(term + "\t") } }
    #expect(lines.first == "term\trarity\tweights")
    #expect(lines.dropFirst().first?.hasPrefix("*\t0\t") == true)
    #expect(weights("=no_opinion")?.contains("\t0\t") == true)
    let weight = /(PRAISE|CRITICISM|PLAIN|OKAY|MIXED):(-?)\d+/
    for (word, mark) in [
      ("zorbed", "PRAISE"), ("wobblified", "CRITICISM"), ("quendled", "PLAIN"),
      ("frimbed", "OKAY"), ("twizzled", "MIXED"),
    ] {
      let own = try #require(weights(word)).matches(of: weight)
      #expect(own.filter { $0.2.isEmpty }.map { String($0.1) } == [mark])
    }
  }

  @Test("gives the same lines each time")
  func repeats() async throws {
    let first = try await fitted()
    let second = try await fitted()
    #expect(first == second)
  }
}
