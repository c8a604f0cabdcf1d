import Testing

@testable import VerbatimText

@Suite("Clauses and sentences")
struct ClauseTests {
  private let fixture = TokenizedFixture()

  @Test(
    "clauses divide at punctuation",
    arguments: [
      ("cheap, thin; loud: bad", ["cheap", "thin", "loud", "bad"]),
      ("cheap (very thin) case", ["cheap", "very thin", "case"]),
      ("on/off * [x] | y", ["on", "off", "x", "y"]),
      ("good - cheap", ["good", "cheap"]),
      ("good -cheap", ["good", "cheap"]),
      ("good--cheap", ["good", "cheap"]),
      ("a well-made case", ["a well-made case"]),
      ("good \u{2013} cheap\u{2014}thin", ["good", "cheap", "thin"]),
      ("good\u{2026}cheap", ["good", "cheap"]),
      ("grün, blau\u{2013}rot\u{2026}weiß", ["grün", "blau", "rot", "weiß"]),
      ("line one\nline two", ["line one", "line two"]),
      ("3.5 of 1,000", ["3.5 of 1,000"]),
      ("质量好，很便宜。", ["质量好", "很便宜"]),
    ]
  )
  func punctuation(text: String, clauses: [String]) {
    #expect(fixture.read(text).clauseTexts == clauses)
  }

  @Test(
    "a conjunction opens a clause wherever it stands",
    arguments: [
      ("nice but loud", ["nice", "but loud"]),
      ("But loud", ["But loud"]),
      ("nice, but loud", ["nice", "but loud"]),
      ("schön but loud", ["schön", "but loud"]),
    ]
  )
  func openers(text: String, clauses: [String]) {
    #expect(fixture.read(text).clauseTexts == clauses)
  }

  @Test(
    "a joiner opens one only with a subject after it",
    arguments: [
      ("I like it and it works", ["I like it", "and it works"]),
      ("soft and warm", ["soft and warm"]),
      ("and it works", ["and it works"]),
      ("nice, and it works", ["nice", "and it works"]),
      ("they came and, it works", ["they came and", "it works"]),
      ("lids and cups and they broke", ["lids and cups", "and they broke"]),
    ]
  )
  func joiners(text: String, clauses: [String]) {
    let read = fixture.read(text)
    #expect(read.clauseTexts == clauses)
    #expect(read.fault == nil)
  }

  @Test("no phrase crosses punctuation, but a conjunction is no break")
  func breaks() {
    let read = fixture.read("good, cheap but loud\nthin -- case. End")
    let after = read.words.filter { $0.style.contains(.afterBreak) }.map { read.cut($0.range) }
    #expect(after == ["good", "cheap", "thin", "case", "End"])
  }

  @Test(
    "sentences end at full stops, marks and blank lines",
    arguments: [
      ("It broke. Sent back.", [["It broke"], ["Sent back"]]),
      ("It broke.Returned", [["It broke"], ["Returned"]]),
      ("Why? Never again!", [["Why"], ["Never again"]]),
      ("one\n\ntwo", [["one"], ["two"]]),
      ("one\r\n\r\ntwo", [["one"], ["two"]]),
      ("one\ntwo", [["one", "two"]]),
      ("one\r\ntwo", [["one", "two"]]),
      ("Mr. Smith paid approx. 5.50", [["Mr. Smith paid approx. 5.50"]]),
      ("J. Smith. Ok", [["J. Smith"], ["Ok"]]),
      ("So did I. Ok", [["So did I"], ["Ok"]]),
      ("etc... done", [["etc", "done"]]),
      ("好。坏！吗？", [["好"], ["坏"], ["吗"]]),
      ("... !!! ...", []),
      ("", []),
    ] as [(String, [[String]])]
  )
  func sentences(text: String, sentences: [[String]]) {
    #expect(fixture.read(text).sentenceTexts == sentences)
  }

  @Test(
    "exclamation marks are counted up to three, with a question mark beside them",
    arguments: [
      ("Great", 0, false), ("Great!", 1, false), ("Great!!", 2, false), ("Great!!!!!", 3, false),
      ("Great?!", 1, true), ("Great!?", 1, true), ("Great?", 0, true), ("Great...!", 1, false),
      ("Schön!!!!!", 3, false), ("Schön?!", 1, true), ("Schön!?", 1, true), ("Größe??", 0, true),
      ("Schön...!", 1, false), ("\u{1F600}!!", 2, false), ("好！", 1, false), ("好吗？", 0, true),
    ]
  )
  func marks(text: String, exclamations: Int, isQuestion: Bool) {
    let read = fixture.read(text)
    #expect(read.sentences.count == 1)
    #expect(read.clauses.last?.exclamations == exclamations)
    #expect(read.sentences.first?.isQuestion == isQuestion)
  }

  @Test("marks belong to the sentence they end")
  func marksStay() {
    let read = fixture.read("Bad! Good, really good!! Ok")
    #expect(read.clauses.map(\.exclamations) == [1, 0, 2, 0])
  }
}
