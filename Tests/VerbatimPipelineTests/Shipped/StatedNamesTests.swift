import Testing
import VerbatimCatalog
import VerbatimCore
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Names that a record or a catalog states")
struct StatedNamesTests {
  private func review(by author: String?, _ text: String) -> FeedbackRecord {
    var record = FeedbackRecord(source: .init(kind: .review, format: "delimited", file: "x.csv"))
    record.id = "x"
    record.author = author
    record.text = text
    return record
  }

  private func masked(_ record: FeedbackRecord, by engine: SignalEngine) -> FeedbackRecord {
    var record = record
    var counts: [String: Int] = [:]
    engine.redactor.redact(&record, counts: &counts)
    return record
  }

  @Test(
    "the writer of a review is masked wherever the review has the name",
    arguments: [
      ("Wendrick Solane", "Wendrick or Solane?", 2),
      ("wendrick", "Wendrick, as ever, is not amused", 1),
      ("BRONAGH T.", "The Bronagh in me says: buy two", 1),
      ("Wendrick Solane", "The kettle hums.", 0),
      ("Grace", "Grace period over, refund refused", 0),
      ("Happy Customer", "I am a Happy Customer", 0),
      ("coolguy99", "Not a coolguy99 moment", 0),
    ]
  )
  func writer(author: String, text: String, count: Int) throws {
    let engine = try ShippedLexicons.engine()
    let read = engine.read(review(by: author, text))
    #expect(read.signal.redactions == (count > 0 ? ["name": count] : [:]))
    #expect(read.record.text?.utf8.count == text.utf8.count)
    #expect((read.record.text == text) == (count == 0))
    #expect(engine.read(review(by: nil, text)).signal.redactions == [:])
  }

  @Test("speakers are masked in all turns of their conversation, machines are not")
  func speakers() throws {
    var record = FeedbackRecord(source: .init(kind: .transcript, format: "json", file: "x.json"))
    record.id = "x"
    record.turns = [
      Turn(speaker: "Quillan", role: .agent, text: "Which pan is it?"),
      Turn(speaker: "Zennor Hathersage", role: .customer, text: "The large one, Quillan darling"),
      Turn(speaker: "Zorp", role: .bot, text: "A ticket is made out for Hathersage"),
      Turn(speaker: "Quillan", role: .agent, text: "Zorp says it is a Zennor ticket"),
    ]
    let turns = masked(record, by: try ShippedLexicons.engine()).turns.map(\.text)
    #expect(
      turns == [
        "Which pan is it?", "The large one, [name*] darling",
        "A ticket is made out for [name****]", "Zorp says it is a [name] ticket",
      ]
    )
  }

  @Test("what the catalog sells is nobody's name within a sentence")
  func catalog() throws {
    let rows = """
      SKU,Name,Brand,Supplier
      A-1,Clara table lamp,Wendrick,Quillan Metals
      A-2,Bread bin,Paul Vess,

      """
    let folder = try Folder()
    let path = try folder.write("catalog.csv", rows)
    var options = EngineOptions()
    options.lexicons = ShippedLexicons.path
    (options.catalog, options.catalogHash) = try CatalogLoader.load(path)
    let selling = try SignalEngine(options)
    let other = try ShippedLexicons.engine()
    for text in [
      "My mother emailed Wendrick, who were no help", "I compared it with Clara yesterday",
      "Then I asked Paul Vess about the bin", "I told Quillan, who laughed",
    ] {
      #expect(selling.read(review(by: nil, text)).signal.redactions == [:], "\(text)")
      #expect(other.read(review(by: nil, text)).signal.redactions == ["name": 1], "\(text)")
    }
    // A person of that name is greeted and signs all the same.
    #expect(selling.read(review(by: nil, "Hi Clara, it leaks.")).signal.redactions == ["name": 1])
    #expect(
      selling.read(review(by: "Clara Wendrick", "A Wendrick lamp")).signal.redactions == [:]
    )
  }
}
