import Foundation
import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Rated texts")
struct RatedTextsTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func read(
    _ name: String,
    _ text: String,
    _ change: (inout RatedTexts.Options) -> Void = { _ in }
  ) throws -> RatedTexts {
    var options = RatedTexts.Options()
    change(&options)
    return try RatedTexts([try folder.write(name, text)], options: options)
  }

  @Test("are read from a table by the names of its columns")
  func table() throws {
    let rated = try read(
      "a.tsv",
      "split\tphenomenon\tlabel\ttext\ndev\tplain\tnegative\tthe lid leaks\n"
        + "held-out\tplain\tno_opinion\tdoes the lid fit a pan of 28 cm\n"
        + "held-out\tmixed\tMixed\tlovely colour but the lid leaks\n"
    )
    #expect(rated.texts.map(\.label) == [.negative, .noOpinion, .mixed])
    #expect(rated.texts.map(\.side) == [-1, 0, 0])
    #expect(rated.texts.map(\.part) == [.tuning, .heldOut, .heldOut])
    #expect(rated.texts.map { $0.value(of: "phenomenon") } == ["plain", "plain", "mixed"])
    #expect(rated.texts[0].parts.map(\.text) == ["the lid leaks"])
    #expect(rated.texts[0].evidence == .column("label"))
    #expect(rated.texts(of: .heldOut).count == 2)
    #expect(rated.texts(of: nil).count == 3)
    #expect(rated.counts.read == 3)
    #expect(rated.diagnostics == [])
  }

  @Test("take the label over the stars, and keep the stars as the rating")
  func stars() throws {
    let table =
      "rating,product,review,feedback\n5,Pan,works so well for me,1\n"
      + "3,Pan,fine but not for me,1\n1,Lid,leaks and leaks and leaks,0\n"
    let rated = try read("a.csv", table)
    #expect(rated.texts.map(\.label) == [.positive, .positive, .negative])
    #expect(rated.texts.map(\.rating) == [1, 0.5, 0])
    #expect(rated.texts.map(\.product) == ["Pan", "Pan", "Lid"])
    let byStars = try read("b.csv", table) { $0.prefersRatings = true }
    #expect(byStars.texts.map(\.label) == [.positive, .neutral, .negative])
    #expect(byStars.texts[0].evidence == .rating(.stars))
  }

  @Test("read words, numbers and thumbs as labels, each file's numbers together")
  func labels() throws {
    let cases: [(cells: [String], labels: [RatedText.Label])] = [
      (["0", "1"], [.negative, .positive]),
      (["-1", "0", "1"], [.negative, .neutral, .positive]),
      (["1", "2", "3", "4", "5"], [.negative, .negative, .neutral, .positive, .positive]),
      (["pos", "NEG", "yes", "no"], [.positive, .negative, .positive, .negative]),
      (["neutral", "mixed", "no_opinion"], [.neutral, .mixed, .noOpinion]),
    ]
    for (index, item) in cases.enumerated() {
      let rows = item.cells.map { "\($0)\tso many words as it takes \($0)\n" }
      let rated = try read("\(index).tsv", "polarity\ttext\n" + rows.joined())
      #expect(rated.texts.map(\.label) == item.labels)
    }
  }

  @Test("go by the rating where a column has the name of a label and holds something else")
  func otherClass() throws {
    let rated = try read(
      "a.csv",
      "class,rating,comment\nKnits,5,soft as can be\nJeans,2,too small by far\nnan,1,gone at once\n"
    )
    #expect(rated.texts.map(\.label) == [.positive, .negative, .negative])
    #expect(rated.diagnostics == [])
  }

  @Test("are read from JSON lines, any member kept")
  func json() throws {
    let rated = try read(
      "a.ndjson",
      """
      {"id":"1","text":"leaks","label":"negative","product":"Lid","date":"2026-11-02"}
      {"id":"2","text":"love it","stars":4,"mood":"happy"}
      {"id":"3","text":"so so","label":"neutral","split":"train"}
      """
    )
    #expect(rated.texts.map(\.label) == [.negative, .positive, .neutral])
    #expect(rated.texts[0].product == "Lid")
    #expect(rated.texts[0].date?.description == "2026-11-02")
    #expect(rated.texts[1].rating == 0.75)
    #expect(rated.texts[1].value(of: "mood") == "happy")
    #expect(rated.texts[2].part == .tuning)
    #expect(Set(rated.texts.map(\.id)).count == 3)
  }

  @Test("are read from columns that the user names", arguments: ["a.csv", "a.ndjson"])
  func named(file: String) throws {
    let text =
      file.hasSuffix("csv")
      ? "text,remark,verdict,grade\nwhat the agent wrote,the lid leaks,maybe,neg\n"
      : #"{"text":"what the agent wrote","remark":"the lid leaks","verdict":"maybe","grade":"neg"}"#
    let rated = try read(file, text) {
      $0.labelColumn = "grade"
      $0.textColumn = "remark"
    }
    #expect(rated.texts.map(\.label) == [.negative])
    #expect(rated.texts.first?.parts.map(\.text) == ["the lid leaks"])
  }

  @Test("tell of every record that cannot be measured, and count it")
  func counted() throws {
    let rated = try read(
      "a.tsv",
      "label\ttext\npositive\tsome words that please\ngreat\tno label is great\n"
        + "\tno label at all here\nnegative\t\n"
    )
    #expect(rated.texts.count == 1)
    #expect(rated.counts.read == 4)
    #expect(rated.counts.rejected + rated.counts.withoutVerdict + rated.counts.withoutWords == 3)
    #expect(
      rated.diagnostics.map(\.code).filter { [.labelUnknown, .verdictMissing].contains($0) }
        == [.labelUnknown, .verdictMissing]
    )
    #expect(rated.diagnostics.first { $0.code == .labelUnknown }?.location.line == 3)
  }

  @Test("are refused when nothing can be measured, or a named column is not there")
  func refused() throws {
    func code(_ text: String, _ label: String? = nil) throws -> DiagnosticCode? {
      do {
        _ = try read("a.csv", text) { $0.labelColumn = label }
        return nil
      } catch let diagnostic as Diagnostic { return diagnostic.code }
    }
    #expect(try code("text,id\nso many words without a verdict,1\n") == .verdictMissing)
    #expect(try code("text,label\nso many words with one,positive\n", "gold") == .columnMap)
  }

  @Test("belong to a part by their words, a quarter of them held out")
  func parts() throws {
    let rows = (0..<400).map { "positive\tarticle number \($0) pleases\n" }.joined()
    let rated = try read("a.tsv", "label\ttext\n" + rows)
    let heldOut = rated.texts(of: .heldOut)
    #expect((70...130).contains(heldOut.count))
    for text in rated.texts.prefix(50) {
      let digit = try #require(Fingerprint.sha256(text.parts[0].text).first)
      #expect((text.part == .heldOut) == "0123".contains(digit))
    }
    #expect(Fingerprint.sha256("abc").hasPrefix("ba7816bf8f01cfea"))
  }

  @Test(
    "take a rating's own bands",
    arguments: [(0, -1), (6, -1), (7, 0), (8, 0), (9, 1), (10, 1)]
  )
  func nps(score: Int, side: Int) throws {
    let rated = try read("a.csv", "nps,comment\n\(score),the kettle is what it is today\n")
    #expect(rated.texts.map(\.side) == [side])
    #expect(rated.texts.map(\.evidence) == [.rating(.nps)])
  }

  @Test(
    "are read from a table whose byte order mark overwrote a letter",
    .enabled(if: Shared.has("samples/amazon-reviews/amazon_alexa_broken_bom.tsv"))
  )
  func brokenMark() throws {
    let url = try #require(Shared.url("samples/amazon-reviews/amazon_alexa_broken_bom.tsv"))
    let rated = try RatedTexts([url.path])
    #expect(rated.counts.read == 3150)
    #expect(rated.counts.withoutWords == 80)
    #expect(rated.texts.count == 3070)
    #expect(rated.texts.allSatisfy { $0.rating != nil && $0.product != nil && $0.date != nil })
    #expect(rated.texts.lazy.filter { $0.side < 0 }.count == 237)
  }

  @Test("of the labelled phenomena are all there, in the parts that the file states")
  func phenomena() throws {
    let root = try #require(PackageRoot.url())
    let path = root.appendingPathComponent("corpora/sentiment/phenomena.tsv").path
    let rated = try RatedTexts([path])
    // All but "N/A", which is how a form says that there is no answer.
    #expect(rated.counts.read == 2304)
    #expect(rated.texts.count == 2303)
    #expect(rated.texts(of: .heldOut).count == 1169)
  }
}
