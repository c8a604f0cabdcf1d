import Foundation
import Testing
import VerbatimCore
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Masking without an engine")
struct RecordRedactorTests {
  private let folder: Folder
  private var options: EngineOptions {
    var options = EngineOptions()
    options.lexicons = folder.path
    options.customerKey = [1, 2, 3]
    return options
  }

  init() throws {
    folder = try Folder()
    try SmallLexicons.write(to: folder)
  }

  @Test("masks as the engine does")
  func same() throws {
    var mine = FeedbackRecord(source: .init(kind: .survey, format: "text", file: "a"))
    mine.title = "From ann@shop.example"
    mine.text = "Write to ann@shop.example or call +49 30 1234567"
    var engines = mine
    var counts: [String: Int] = [:]
    var engineCounts: [String: Int] = [:]
    let engine = try SignalEngine(options)
    try RecordRedactor(options).redact(&mine, counts: &counts)
    engine.redactor.redact(&engines, counts: &engineCounts)
    #expect(mine == engines)
    #expect(counts == engineCounts && counts["email"] == 2)
    #expect(mine.text?.contains("ann@") == false)
  }

  @Test("hashes customers as the engine does")
  func keys() throws {
    let redactor = try RecordRedactor(options)
    #expect(try redactor.key(of: "Ann") == SignalEngine(options).customerKey(of: "Ann"))
    #expect(redactor.key(of: "Ann") != redactor.key(of: "ann"))
  }

  @Test("reads no lexicon but that of languages")
  func alone() throws {
    try folder.write("en/issues/saf.tsv", bytes: [0xFF])
    try folder.write("en/sentiment/phrases.tsv", bytes: [0xFF])
    #expect(try RecordRedactor(options).diagnostics == [])
    #expect(throws: Diagnostic.self) { try SignalEngine(options) }
  }

  @Test("says when there is no lexicon")
  func missing() throws {
    var options = EngineOptions()
    options.lexicons = try Folder().path
    #expect { try RecordRedactor(options) } throws: {
      ($0 as? Diagnostic)?.code == .lexiconMissing
    }
  }
}
