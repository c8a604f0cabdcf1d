import Testing
import VerbatimPipeline

@Suite("Terms for new patterns")
struct IssueMiningTests {
  // Terms are counted with the words of the lexicons, so the folder has to stay.
  private let folder: Folder
  private let engine: SignalEngine

  init() throws {
    folder = try Folder()
    try SmallLexicons.write(to: folder)
    var options = EngineOptions()
    options.lexicons = folder.path
    engine = try SignalEngine(options)
  }

  private func record(_ text: String, label: String? = nil) -> FeedbackRecord {
    var record = FeedbackRecord(source: .init(kind: .survey, format: "text", file: "-"))
    record.text = text
    if let label {
      record.answers = [
        .init(question: "defect", questionID: "defect", role: "unmapped", value: label)
      ]
    }
    return record
  }

  @Test("rank those of a label, and say what they are worth on texts held out")
  func smoke() throws {
    var terms = SmokeTerms(engine)
    for number in 0..<60 {
      terms.take(record("the lid warped in week \(number), meh", label: "WARP"), column: "defect")
      terms.take(record("the box came in week \(number), fine", label: "OTHER"), column: "defect")
    }
    terms.take(record("no label"), column: "defect")
    #expect(terms.unusable == 1)
    #expect(terms.labels.map(\.name) == ["WARP", "OTHER"])
    #expect(terms.labels.allSatisfy { $0.count + $0.heldOut == 60 && $0.heldOut > 0 })
    let found = terms.terms(5).filter { $0.label == "WARP" }
    #expect(found.contains { $0.term.contains("warped") })
    for term in found {
      #expect(term.heldOutCount == term.heldOutHits)
      #expect(term.precision == nil || term.precision == 1)
    }
  }

  @Test("are phrases of complaints that no issue explains")
  func mining() throws {
    var mining = IssueMining(engine)
    let colours = ["red", "blue", "green", "grey", "black", "white", "brown", "pink"]
    for colour in colours {
      mining.take(record("The \(colour) lid warped badly. Sad."), verdict: -1)
      mining.take(record("The \(colour) lid is fine with me."), verdict: 1)
      mining.take(record("The \(colour) one broke after lunch."), verdict: -1)
    }
    #expect(mining.counts == IssueMining.Counts(texts: 24, complaints: 16, unexplained: 8))
    let found = mining.proposals(10)
    #expect(found.first?.phrase == "lid warped badly")
    #expect(found.first?.count == 8)
    #expect(!found.contains { $0.phrase.contains("broke") })
    #expect(found.first?.example == "The red lid warped badly")
  }
}
