import Testing
import VerbatimCore
import VerbatimSentiment
import VerbatimTestSupport

@Suite("Importing a lexicon")
struct LexiconImportTests {
  private func read(
    _ kind: LexiconImport.Kind,
    _ lines: [String],
    scale: ClosedRange<Double>? = nil,
    path: String = "their.txt",
    known: [String] = []
  ) -> LexiconImport {
    var options = LexiconImport.Options(kind: kind, scale: scale, source: "theirs")
    options.knownForms = known
    var reading = LexiconImport(options)
    reading.read(path: path, bytes: Array(lines.joined(separator: "\n").utf8))
    return reading
  }

  private func rows(_ reading: LexiconImport) -> [String] {
    reading.overlay.entries.map { "\($0.kind.rawValue) \($0.term) \($0.valence)" }
  }

  private func refusals(_ reading: LexiconImport) -> [String] {
    reading.refused.map { "\($0.location) \($0.message)" }
  }

  @Test("of VADER's form takes words, phrases, faces and pictographs")
  func vader() {
    let reading = read(
      .vader,
      [
        "splendid\t2.4\t0.5\t[2, 3]", "nose-dive\t-1.5\t0.7\t[-1]", "ran out\t-0.9\t0.3\t[]",
        ":-P\t0.9\t0.4\t[]", "😀\t2.1\t0.4\t[]", "",
      ]
    )
    #expect(
      rows(reading) == [
        "term splendid 2.4", "phrase nose dive -1.5", "phrase ran out -0.9", "emoticon :-P 0.9",
        "emoji 😀 2.1",
      ]
    )
    #expect(counts(reading) == [5, 5, 5])
    #expect(reading.overlay.entries.allSatisfy { $0.note == "theirs" })
    #expect(reading.overlay.entries[2].location == SourceLocation(file: "their.txt", line: 3))
  }

  private func counts(_ reading: LexiconImport) -> [Int] {
    [reading.counts.lines, reading.counts.taken, reading.counts.rows]
  }

  @Test("refuses by line what it cannot take")
  func refused() {
    let reading = read(
      .vader,
      [
        "splendid\t2.4", "Splendid\t1.0", "grim", "grim\tvery", "grim\t-4.5", "8)\t1.1",
        "24\t1.0", "so. there\t1.0", "\t1.0",
      ]
    )
    #expect(
      refusals(reading) == [
        "their.txt:2 `Splendid` stands twice; their.txt:1 counts",
        "their.txt:3 the line has no second column",
        "their.txt:4 `very` is no number",
        "their.txt:5 -4.5 lies outside -4 to 4",
        "their.txt:6 `8)`: a face that begins with a letter or digit is mostly none",
        "their.txt:7 `24`: a number has no valence",
        "their.txt:8 `so. there`: a phrase cannot cross punctuation",
        "their.txt:9 ``: the term is empty",
      ]
    )
    #expect(reading.refused.allSatisfy { $0.code == .importRefused })
    #expect(counts(reading) == [9, 1, 1])
  }

  @Test("of AFINN's form brings five to four")
  func afinn() {
    let reading = read(.afinn, ["\u{FEFF}grand\t5\r", "woe\t-3\r", "no luck\t-2\r"])
    #expect(rows(reading) == ["term grand 4.0", "term woe -2.4", "phrase no luck -1.6"])
  }

  @Test("of two columns takes the scale that is stated, with its middle")
  func columns() {
    let reading = read(
      .columns,
      ["word,score", "\"grand, really\";9", "tidy;5", "woe,1", "calm\t7"],
      scale: 1...9
    )
    #expect(rows(reading) == ["term tidy 0.0", "term woe -4.0", "term calm 2.0"])
    #expect(
      refusals(reading) == [
        "their.txt:1 `score` is no number",
        "their.txt:2 `grand, really`: a phrase cannot cross punctuation",
      ]
    )
  }

  @Test("of SentiStrength's form completes stems and reads boosters and negators")
  func sentiStrength() {
    var options = LexiconImport.Options(kind: .sentistrength, source: "theirs")
    options.knownForms = ["gloom", "gloomier", "gloomy", "glow", "grand"]
    var reading = LexiconImport(options)
    for (path, lines) in [
      ("x/EmotionLookupTable.txt", "gloom*\t-4\ngrand\t3\nplain\t1\nzorb*\t2\n"),
      ("x/BoosterWordList.txt", "vastly\t2\nbarely\t-1\nout of\t1\n"),
      ("x/NegatingWordList.txt", "nowt\n"),
      ("x/EmoticonLookupTable.txt", ":-)\t1\n"),
      ("x/Readme.txt", "words\t1\n"),
    ] {
      reading.read(path: path, bytes: Array(lines.utf8))
    }
    #expect(
      rows(reading) == [
        "term gloom -3.0", "term gloomier -3.0", "term gloomy -3.0", "term grand 2.0",
        "term plain 0.0", "emoticon :-) 1.0",
      ]
    )
    #expect(reading.overlay.entries[0].note == "theirs: gloom*")
    #expect(
      reading.overlay.modifiers.map { "\($0.word) \($0.kind.rawValue) \($0.weight)" } == [
        "vastly intensifier 0.5", "barely dampener -0.25", "nowt negator -0.74",
      ]
    )
    #expect(
      refusals(reading) == [
        "x/EmotionLookupTable.txt:4 `zorb*`: no known word begins so",
        "x/BoosterWordList.txt:3 `out of` is not one word, and only words modify",
        "x/Readme.txt:1 the file holds neither terms, boosters nor negators",
      ]
    )
  }

  @Test("takes or refuses every line of any bytes", arguments: SeededGenerator.seeds(8))
  func anyBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("ab \t\n\r:-)*;,\"19.é😀".utf8) + [0xFF, 0xC3, 0xE2]
    let bytes = (0..<600).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    for kind in LexiconImport.Kind.allCases {
      var reading = LexiconImport(.init(kind: kind, source: "theirs"))
      reading.read(path: "EmotionLookupTable.txt", bytes: bytes)
      #expect(reading.counts.lines == reading.counts.taken + reading.refused.count)
      var overlay = SentimentLexicon.overlay
      for (name, bytes) in reading.overlay.files {
        try overlay.read(name: name, path: name, bytes: bytes)
      }
      #expect(overlay.diagnostics == [], "\(random)")
      #expect(overlay.entries.count == reading.overlay.entries.count, "\(random)")
    }
  }
}
