import Testing
import VerbatimPipeline

@Suite("An engine with overlays")
struct OverlayEngineTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func overlay(_ name: String, _ rows: [[String]]) throws -> String {
    let text = (rows).map { $0.joined(separator: "\t") + "\n" }.joined()
    try folder.write("\(name)", text)
    return folder.path
  }

  private let columns = ["term", "valence", "note"]

  @Test("scores by their rows, and says so in its hash")
  func scores() throws {
    let base = try SmallLexicons.engine()
    let path = try overlay(
      "terms-negative.tsv",
      [columns, ["good", "-3", ""], ["awful", "0", ""], ["flimsy", "-2", ""]]
    )
    let laid = try SmallLexicons.engine { $0.overlays = [path] }
    #expect(base.read("good").sentiment.label == .positive)
    #expect(laid.read("good").sentiment.label == .negative)
    #expect(laid.read("gud").sentiment.label == .negative)
    #expect(laid.read("awful").sentiment.status == .noOpinion)
    #expect(laid.read("flimsy").sentiment.label == .negative)
    #expect(base.identity.lexiconHash != laid.identity.lexiconHash)
    #expect(base.identity.configHash == laid.identity.configHash)
    let again = try SmallLexicons.engine { $0.overlays = [path] }
    #expect(again.identity.lexiconHash == laid.identity.lexiconHash)
  }

  @Test("lays the later over the earlier, and those of no folder last")
  func order() throws {
    let first = try overlay("terms-negative.tsv", [columns, ["good", "-3", ""]])
    let second = try Folder()
    try second.write("terms-positive.tsv", "term\tvalence\tnote\ngood\t1\t\n")
    let up = try SmallLexicons.engine { $0.overlays = [first, second.path] }
    let down = try SmallLexicons.engine { $0.overlays = [second.path, first] }
    #expect(up.read("good").sentiment.label == .positive)
    #expect(down.read("good").sentiment.label == .negative)
    #expect(up.identity.lexiconHash != down.identity.lexiconHash)
    let place = SourceLocation(file: "learned")
    let laid = try SmallLexicons.engine {
      $0.overlays = [first, second.path]
      $0.laid = [
        LexiconOverlay(entries: [
          LexiconEntry(term: "good", kind: .term, valence: -1, location: place)
        ])
      ]
    }
    #expect(laid.read("good").sentiment.label == .negative)
  }

  @Test("refuses a folder that holds none of their files")
  func empty() throws {
    #expect {
      try SmallLexicons.engine { $0.overlays = [folder.path] }
    } throws: { error in
      (error as? Diagnostic)?.code == .lexiconMissing
    }
  }

  @Test("tells of a faulty row with the overlay's path")
  func faulty() throws {
    let path = try overlay("terms-positive.tsv", [columns, ["neat", "9", ""]])
    let engine = try SmallLexicons.engine { $0.overlays = [path] }
    #expect(engine.diagnostics.map(\.location.description) == ["\(path)/terms-positive.tsv:2"])
  }

  @Test("flips texts, each with the entries responsible")
  func flips() async throws {
    let path = try overlay(
      "terms-negative.tsv",
      [columns, ["super", "-2", ""], ["great", "0", ""]]
    )
    let old = try SmallLexicons.engine()
    let new = try SmallLexicons.engine { $0.overlays = [path] }
    let file = try folder.write(
      "texts.csv",
      "id,comment,nps\n1,super,9\n2,great and good,9\n3,great,8\n4,it was bad,2\n"
    )
    for jobs in [1, 3] {
      var input = try OpenedInput(path: file)
      var counts = FlipRun.Counts()
      var found: [String] = []
      try await FlipRun(from: old, to: new, jobs: jobs).run(
        &input,
        counts: &counts,
        tell: { Issue.record("\($0)") },
        flip: { flip in
          found.append("\(flip.before.name) \(flip.after.name) \(flip.causes.map(\.description))")
        }
      )
      #expect(
        found == [
          "positive negative [\"“super” 2.0 → -2.0\"]",
          "positive no_opinion [\"“great” 3.0 → none\"]",
        ]
      )
      #expect(counts.texts == 4)
      #expect(counts.flips == 2)
      #expect(counts.before["positive"] == 3)
      #expect(counts.after["no_opinion"] == 1)
    }
  }

  @Test("covers texts: the share with an opinion, unknown words, entries that move scores")
  func coverage() async throws {
    let file = try folder.write(
      "texts.csv",
      "id,comment,nps\n1,the zonk was good and good,9\n2,the zonk of it is zonk,9\n"
    )
    var input = try OpenedInput(path: file)
    var coverage = LexiconCoverage()
    try await coverage.read(&input, try SmallLexicons.engine(), jobs: 2, tell: { _ in })
    #expect(coverage.texts == 2)
    #expect(coverage.scoredShare == 0.5)
    #expect(coverage.unknownWords(1).map { "\($0.term) \($0.count)" } == ["zonk 3"])
    #expect(coverage.weightiestEntries(1).map { "\($0.term) \($0.count)" } == ["good 2"])
    #expect(coverage.hits == 2)
    #expect(coverage.known == coverage.tokens - 3)
  }

  @Test("is checked with its overlay, which may be unsorted")
  func check() throws {
    let path = try overlay(
      "terms-positive.tsv",
      [columns, ["neat", "1", ""], ["keen", "1", ""], ["poor", "-1", ""]]
    )
    let lexicons = try Folder()
    try SmallLexicons.write(to: lexicons)
    var options = EngineOptions()
    options.lexicons = lexicons.path
    options.overlays = [path]
    let findings = try LexiconCheck.findings(try SignalEngine(options))
      .filter { $0.location.file.hasPrefix(path) }
    #expect(findings.map(\.code) == [.lexiconUnsorted, .signsDisagree])
    #expect(findings.map(LexiconCheck.isHarmless) == [true, false])
  }

  @Test("is written whole, and never over what is there")
  func folderWritten() throws {
    let place = SourceLocation(file: "x")
    let overlay = LexiconOverlay(entries: [
      LexiconEntry(term: "neat", kind: .term, valence: 1, location: place)
    ])
    let out = "\(folder.path)/new"
    try OverlayFolder.write(overlay, [("README.md", Array("x".utf8))], to: out)
    #expect(try folder.bytes(of: "new/terms-positive.tsv").count > 0)
    #expect {
      try OverlayFolder.write(overlay, [], to: out)
    } throws: { error in
      (error as? Diagnostic)?.code == .outputUnwritable
    }
    #expect(
      try SmallLexicons.engine { $0.overlays = [out] }.read("neat").sentiment.label == .positive
    )
  }
}
