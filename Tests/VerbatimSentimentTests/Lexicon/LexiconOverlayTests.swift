import Testing
import VerbatimCore
import VerbatimSentiment

@Suite("Overlays")
struct LexiconOverlayTests {
  private func lexicon(
    _ files: [(String, [[String]])],
    into lexicon: SentimentLexicon = SentimentLexicon()
  ) throws -> SentimentLexicon {
    var lexicon = lexicon
    for (name, rows) in files {
      try lexicon.read(name: name, path: name, bytes: SentimentFixture.table(rows))
    }
    return lexicon
  }

  private let columns = ["term", "valence", "note"]

  private func base() throws -> SentimentLexicon {
    try lexicon([
      ("terms-positive.tsv", [columns, ["good", "2", ""], ["fine", "0.5", ""]]),
      ("phrases.tsv", [["pattern", "valence", "note"], ["well made", "2", ""]]),
      ("emoticons.tsv", [["emoticon", "valence", "note"], [":)", "1.5", ""]]),
      (
        "modifiers.tsv",
        [
          ["word", "kind", "weight", "note"], ["not", "negator", "-0.74", ""],
          ["very", "intensifier", "0.25", ""],
        ]
      ),
    ])
  }

  @Test("replace the row of the same term, whatever file it is in, and add what is new")
  func replace() throws {
    var laid = try base()
    laid.lay(
      try lexicon(
        [
          ("terms-negative.tsv", [columns, ["Good", "-1", "slang"], ["meh", "-1", ""]]),
          ("phrases.tsv", [["pattern", "valence", "note"], ["well  made", "3", ""]]),
          ("emoji.tsv", [["emoji", "valence", "note"], ["👍", "2", ""]]),
        ],
        into: .overlay
      )
    )
    let valences = laid.entries.map { "\($0.term) \($0.valence)" }
    #expect(valences == ["good -1.0", "fine 0.5", "well made 3.0", ":) 1.5", "meh -1.0", "👍 2.0"])
    #expect(laid.entries[0].location.file == "terms-negative.tsv")
  }

  @Test("silence with a valence of 0, and take a modifier away with a weight of 0")
  func silence() throws {
    var laid = try base()
    laid.lay(
      try lexicon(
        [
          ("terms-neutral.tsv", [columns, ["fine", "0", ""]]),
          (
            "modifiers.tsv",
            [
              ["word", "kind", "weight", "note"], ["very", "intensifier", "0", ""],
              ["not", "negator", "-0.5", ""], ["utterly", "intensifier", "0.4", ""],
              ["rather", "dampener", "0", ""],
            ]
          ),
        ],
        into: .overlay
      )
    )
    #expect(laid.entries.first { $0.term == "fine" }?.valence == 0)
    #expect(laid.modifiers.map { "\($0.word) \($0.weight)" } == ["not -0.5", "utterly 0.4"])
    #expect(laid.diagnostics == [])
  }

  @Test("that say nothing change nothing")
  func nothing() throws {
    var laid = try base()
    laid.lay(.overlay)
    #expect(laid.entries == (try base()).entries)
    #expect(laid.modifiers == (try base()).modifiers)
  }

  @Test("are written in files that read back as the same rows")
  func files() throws {
    let place = SourceLocation(file: "x")
    func entry(_ term: String, _ kind: LexiconEntry.Kind, _ valence: Double) -> LexiconEntry {
      LexiconEntry(term: term, kind: kind, valence: valence, note: "a\tb", location: place)
    }
    let overlay = LexiconOverlay(
      entries: [
        entry("zippy", .term, 1.25), entry("awful", .term, -3), entry("alexa", .term, 0),
        entry("not bad", .phrase, 1), entry("👍", .emoji, 2), entry(":)", .emoticon, 1),
        entry("bright", .term, 1),
      ],
      modifiers: [Modifier(word: "super", kind: .intensifier, weight: 0.5, location: place)]
    )
    #expect(
      overlay.files.map(\.name) == [
        "terms-positive.tsv", "terms-negative.tsv", "terms-neutral.tsv", "phrases.tsv",
        "emoji.tsv", "emoticons.tsv", "modifiers.tsv",
      ]
    )
    #expect(
      String(decoding: overlay.files[0].bytes, as: UTF8.self)
        == "term\tvalence\tnote\nbright\t1.0\ta b\nzippy\t1.25\ta b\n"
    )
    var read = SentimentLexicon.overlay
    for (name, bytes) in overlay.files { try read.read(name: name, path: name, bytes: bytes) }
    #expect(
      Set(read.entries.map { "\($0.term) \($0.kind) \($0.valence)" })
        == Set(overlay.entries.map { "\($0.term) \($0.kind) \($0.valence)" })
    )
    #expect(read.modifiers.map(\.word) == ["super"])
    #expect(LexiconOverlay().files.isEmpty)
  }

  @Test("differ from what they are laid over by what was added, changed and taken away")
  func difference() throws {
    var laid = try base()
    laid.lay(
      try lexicon(
        [("terms-positive.tsv", [columns, ["good", "3", ""], ["neat", "1", ""]])],
        into: .overlay
      )
    )
    let there = LexiconDifference(from: try base(), to: laid)
    #expect(there.added.map(\.term) == ["neat"])
    #expect(there.changed.map { "\($0.term) \($0.old ?? 0) \($0.new ?? 0)" } == ["good 2.0 3.0"])
    #expect(there.removed.isEmpty)
    let back = LexiconDifference(from: laid, to: try base())
    #expect(back.removed.map(\.term) == ["neat"])
    #expect(LexiconDifference(from: laid, to: laid).changes.isEmpty)
  }

  @Test("are counted by file, kind and strength")
  func counts() throws {
    let counts = LexiconCounts(try base())
    #expect(counts.files.map(\.rows) == [2, 1, 1, 2])
    #expect(counts.files[0].positive == 2)
    #expect(counts.kinds == [.term: 2, .phrase: 1, .emoticon: 1])
    #expect(counts.modifiers == [.negator: 1, .intensifier: 1])
    #expect(counts.distribution == [0, 0, 0, 0, 1, 3, 0, 0])
  }
}
