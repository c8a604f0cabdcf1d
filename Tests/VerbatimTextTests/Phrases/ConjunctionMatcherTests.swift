import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Conjunctions")
struct ConjunctionMatcherTests {
  /// Conjunctions over a small vocabulary, and each part of each as a pattern of its own.
  private struct Setup {
    let vocabulary: Vocabulary
    let matcher: ConjunctionMatcher
    let parts: [[PhrasePattern]]
    private let tokenizer: Tokenizer

    init(_ sources: [String]) throws {
      let language = PhraseLanguage(irregular: [:], classes: [:])
      var builder = Vocabulary.Builder()
      var list = ConjunctionMatcher.Builder()
      let opener = builder.intern("but")
      for (number, source) in sources.enumerated() {
        try list.add(source, as: number, language: language, vocabulary: &builder)
      }
      parts = try sources.map { source in
        try source.split(separator: ConjunctionMatcher.mark).map {
          try language.pattern(String($0))
        }
      }
      vocabulary = builder.freeze()
      matcher = list.freeze(vocabulary, barriers: [], common: ["a"])
      tokenizer = Tokenizer(
        vocabulary: vocabulary,
        clauseOpeners: [opener],
        clauseJoiners: [],
        subjects: []
      )
    }

    func read(_ source: String) -> TokenizedText {
      var text = TokenizedText()
      text.bytes = Array(source.utf8)
      var scratch = Tokenizer.Scratch()
      tokenizer.tokenize(&text, scratch: &scratch)
      return text
    }

    func find(_ text: TokenizedText) -> [ConjunctionMatcher.Place] {
      var scratch = ConjunctionMatcher.Scratch()
      var places: [ConjunctionMatcher.Place] = []
      matcher.find(in: text, scratch: &scratch, into: &places)
      return places
    }

    /// Every part everywhere, and for each place of the first the nearest of the others.
    func naive(_ text: TokenizedText) -> [ConjunctionMatcher.Place] {
      var all: [ConjunctionMatcher.Place] = []
      for (number, parts) in parts.enumerated() {
        let found = parts.map { pattern in
          NaivePhraseMatcher(pattern: pattern, vocabulary: vocabulary, barriers: [])
            .placements(in: text).map(\.words).sorted {
              ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
            }
        }
        for lead in found[0] {
          var taken = [lead]
          var span = lead
          for others in found.dropFirst() {
            let fitting = others.filter { words in
              sentence(words, text) == sentence(lead, text)
                && !taken.contains { $0.overlaps(words) }
                && union(span, words).count <= ConjunctionMatcher.reach
            }
            guard let best = fitting.min(by: { union(span, $0).count < union(span, $1).count })
            else { break }
            taken.append(best)
            span = union(span, best)
          }
          guard taken.count == parts.count else { continue }
          all.append(ConjunctionMatcher.Place(pattern: number, words: span, parts: taken))
        }
      }
      return all
    }

    private func sentence(_ words: Range<Int>, _ text: TokenizedText) -> Int {
      text.clauses[Int(text.words[words.lowerBound].clause)].sentence
    }

    private func union(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
      min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
    }
  }

  @Test(
    "agree with trying everything, on random ones and texts",
    arguments: SeededGenerator.seeds(4)
  )
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = ["a", "b", "c", "d", "e", "f", "7"]
    func part() -> String {
      func word() -> String { words.randomElement(using: &generator) ?? "a" }
      return switch Int.random(in: 0..<5, using: &generator) {
      case 0: "#"
      case 1: "(\(word())|\(word()))"
      case 2: "\(word()) \(word())"
      default: word()
      }
    }
    for _ in 0..<150 {
      let sources = (0..<6).map { _ in
        (0..<Int.random(in: 2...4, using: &generator)).map { _ in part() }
          .joined(separator: ConjunctionMatcher.mark)
      }
      let setup = try Setup(sources)
      let source = (0..<Int.random(in: 0...30, using: &generator))
        .map { _ in (words + ["x", "y", ",", ".", "but"]).randomElement(using: &generator) ?? "a" }
        .joined(separator: " ")
      let text = setup.read(source)
      #expect(Set(setup.find(text)) == Set(setup.naive(text)), "\(sources) in \(source)")
    }
  }

  @Test("stand in the order of their first parts, and of equal ones in that of the patterns")
  func order() throws {
    let setup = try Setup(["lid & cup", "cup & lid", "lid & box"])
    let found = setup.find(setup.read("cup lid box. lid cup"))
    #expect(found.map(\.pattern) == [1, 0, 2, 0, 1])
    #expect(found.map(\.words) == [0..<2, 0..<2, 1..<3, 3..<5, 3..<5])
  }

  @Test("may span sixteen words, whatever else stands before them")
  func reach() throws {
    let setup = try Setup(["usb & dropped", "no usb cable & box"])
    let filler = (0..<13).map { "w\($0)" }.joined(separator: " ")
    #expect(setup.find(setup.read("dropped \(filler) no usb cable")).map(\.words) == [0..<16])
    #expect(setup.find(setup.read("dropped so \(filler) no usb cable")).isEmpty)
  }

  @Test("a faulty part leaves nothing behind")
  func faulty() throws {
    let language = PhraseLanguage(irregular: [:], classes: [:])
    var builder = Vocabulary.Builder()
    var list = ConjunctionMatcher.Builder()
    #expect(throws: PhrasePattern.Failure.self) {
      try list.add("lid & (cup", as: 0, language: language, vocabulary: &builder)
    }
    try list.add("lid & box", as: 1, language: language, vocabulary: &builder)
    let vocabulary = builder.freeze()
    let matcher = list.freeze(vocabulary, barriers: [], common: [])
    #expect(matcher.rules.map(\.pattern) == [1])
  }
}
