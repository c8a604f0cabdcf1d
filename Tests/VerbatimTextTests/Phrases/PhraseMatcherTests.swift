import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Phrase matcher")
struct PhraseMatcherTests {
  private struct Setup {
    var patterns: [PhrasePattern] = []
    let vocabulary: Vocabulary
    let matcher: PhraseMatcher
    private let tokenizer: Tokenizer

    init(_ sources: [String], barriers: [String] = []) throws {
      let language = PhraseLanguage(irregular: [:], classes: ["not": ["n", "b"]])
      var builder = Vocabulary.Builder()
      var list = PhraseMatcher.Builder()
      for barrier in barriers { _ = builder.intern(barrier) }
      for source in sources {
        let pattern = try language.pattern(source)
        patterns.append(pattern)
        list.add(pattern, to: &builder)
      }
      vocabulary = builder.freeze()
      matcher = list.freeze(vocabulary, barriers: barriers)
      tokenizer = Tokenizer(
        vocabulary: vocabulary,
        clauseOpeners: [],
        clauseJoiners: [],
        subjects: []
      )
    }

    func read(_ text: String) -> TokenizedText {
      var read = TokenizedText()
      read.bytes = Array(text.utf8)
      var scratch = Tokenizer.Scratch()
      tokenizer.tokenize(&read, scratch: &scratch)
      return read
    }

    func find(_ text: String) -> [String] {
      let read = read(text)
      var matches: [PhraseMatch] = []
      matcher.find(in: read, into: &matches)
      return matches.map { "\($0.pattern): \(read.cut(read.range(of: $0.words)))" }
    }
  }

  @Test(
    "finds a phrase with its gaps and optional words",
    arguments: [
      ("lid leaks", "the lid leaks", ["lid leaks"]),
      ("lid leaks", "the lid, leaks", []),
      ("lid leaks", "the lid really leaks", []),
      ("lid .. leaks", "lid does really leaks", ["lid does really leaks"]),
      ("lid .. leaks", "lid it does really leaks", []),
      ("lid ... leaks", "lid it does so really leaks", ["lid it does so really leaks"]),
      ("lid [of] cup", "lid of cup or lid cup", ["lid of cup", "lid cup"]),
      ("lid [the] .. leaks", "lid always now leaks", ["lid always now leaks"]),
      ("lid .. [never] leaks", "lid always now leaks", ["lid always now leaks"]),
      ("lid .. [never] leaks", "lid always never leaks", ["lid always never leaks"]),
      ("lid .. [x] .. leaks", "lid a b c d leaks", ["lid a b c d leaks"]),
      ("after # days", "after 3 days or after two days", ["after 3 days", "after two days"]),
      ("#", "took 3 or four, 5", ["3", "four", "5"]),
      ("(#|x) y", "3 y x y", ["3 y", "x y"]),
      ("lid lid", "lid lid lid", ["lid lid", "lid lid"]),
      ("~leak", "LEAKED leaking leak's", ["LEAKED", "leaking", "leak's"]),
    ]
  )
  func phrases(pattern: String, text: String, found: [String]) throws {
    #expect(try Setup([pattern]).find(text) == found.map { "0: \($0)" })
  }

  @Test("no gap skips a barrier")
  func barriers() throws {
    let setup = try Setup(["lid .. leaks", "lid .. n leaks"], barriers: ["n"])
    #expect(setup.find("lid does n leaks") == ["1: lid does n leaks"])
    #expect(setup.find("lid does it leaks") == ["0: lid does it leaks"])
  }

  @Test("a number that is also a word of the pattern counts once")
  func numberOnce() throws {
    #expect(try Setup(["(#|3)"]).find("3") == ["0: 3"])
  }

  @Test("a pattern without words, or without forms, finds nothing")
  func empty() throws {
    var builder = Vocabulary.Builder()
    var list = PhraseMatcher.Builder()
    list.add(PhrasePattern(words: PhrasePattern.words(of: "!!!")), to: &builder)
    list.add(PhrasePattern(words: ["lid"]), to: &builder)
    let language = PhraseLanguage(irregular: [:], classes: ["none": []])
    list.add(try language.pattern("@none lid"), to: &builder)
    let vocabulary = builder.freeze()
    let matcher = list.freeze(vocabulary, barriers: [])
    var text = TokenizedText()
    text.bytes = Array("a lid".utf8)
    var scratch = Tokenizer.Scratch()
    Tokenizer(vocabulary: vocabulary, clauseOpeners: [], clauseJoiners: [], subjects: [])
      .tokenize(&text, scratch: &scratch)
    var matches: [PhraseMatch] = []
    matcher.find(in: text, into: &matches)
    #expect(matches == [PhraseMatch(pattern: 1, words: 1..<2)])
  }

  @Test(
    "agrees with trying everything, on random patterns and texts",
    arguments: SeededGenerator.seeds(4)
  )
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<600 {
      let words = ["a", "b", "c", "d", "n", "7"]
      let sources = (0..<4).map { _ in Self.pattern(of: words, &generator) }
      let setup = try Setup(sources, barriers: ["n"])
      let text = (0..<Int.random(in: 0...14, using: &generator))
        .map { _ in (words + ["x", "two", ","]).randomElement(using: &generator) ?? "a" }
      #expect(differences(setup, text.joined(separator: " ")) == [])
    }
  }

  /// More words than a stretch has bits for them, so that some share theirs.
  @Test(
    "agrees with trying everything when hundreds of patterns hang on many words",
    arguments: SeededGenerator.seeds(2)
  )
  func manyPatterns(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<150).map { "w\($0)" } + ["n", "7", "b"]
    let sources = (0..<300).map { _ in Self.pattern(of: words, &generator) }
    let setup = try Setup(sources, barriers: ["n"])
    for _ in 0..<8 {
      // Pieces of the patterns, so that some fit.
      let text = (0..<4).map { _ in
        (sources.randomElement(using: &generator) ?? "").split { "[](|) .@".contains($0) }
          .map { $0 == "#" ? "12" : $0 == "not" ? "n" : String($0) }.joined(separator: " ")
      }
      let divider = Bool.random(using: &generator) ? " " : ", "
      #expect(differences(setup, text.joined(separator: divider)) == [])
    }
  }

  @Test("finds nothing where the words of a phrase stand in other stretches")
  func stretches() throws {
    let setup = try Setup(["p q r", "q .. s", "# q"])
    #expect(setup.find("r p q. r q, s. 3, q r").isEmpty)
    #expect(setup.find("p q r. s q r s, 3 q") == ["0: p q r", "1: q r s", "2: 3 q"])
  }

  private static func pattern(of words: [String], _ generator: inout SeededGenerator) -> String {
    func word() -> String { words.randomElement(using: &generator) ?? "a" }
    func element() -> String {
      switch Int.random(in: 0..<8, using: &generator) {
      case 0: "#"
      case 1: "@not"
      case 2: "(\(word())|\(word()))"
      case 3: "(#|\(word()))"
      default: word()
      }
    }
    var pieces = [element()]
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      if Int.random(in: 0..<3, using: &generator) == 0 {
        pieces.append(Bool.random(using: &generator) ? ".." : "...")
      }
      pieces.append(Int.random(in: 0..<3, using: &generator) == 0 ? "[\(element())]" : element())
    }
    if pieces.count > 1, pieces[pieces.count - 1].hasPrefix("[") { pieces.append(element()) }
    return pieces.joined(separator: " ")
  }

  /// Each match is the place of one element of the pattern that is always there, its anchor: so
  /// for some such element the matches must be as many as the places it has in all placements, and
  /// each must be a placement with it there.
  private func differences(_ setup: Setup, _ source: String) -> [String] {
    let text = setup.read(source)
    var matches: [PhraseMatch] = []
    setup.matcher.find(in: text, into: &matches)
    return setup.patterns.enumerated().compactMap { number, pattern in
      let twin = NaivePhraseMatcher(
        pattern: pattern,
        vocabulary: setup.vocabulary,
        barriers: ["n"]
      )
      let own = matches.filter { $0.pattern == number }.map(\.words)
      let placements = twin.placements(in: text)
      let required = twin.elements.indices.filter { !twin.elements[$0].isOptional }
      let agrees = required.contains { element in
        let anchors = Set(placements.compactMap { $0.places[element] }).sorted()
        return anchors.count == own.count
          && zip(anchors, own).allSatisfy { anchor, words in
            placements.contains { $0.places[element] == anchor && $0.words == words }
          }
      }
      guard !agrees else { return nil }
      return """
        `\(pattern.source)` in `\(source)`: \(own), but everything tried gives \
        \(Set(placements.map(\.words)).sorted { $0.lowerBound < $1.lowerBound })
        """
    }
  }
}
