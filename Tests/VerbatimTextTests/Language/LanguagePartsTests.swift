import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Parts of the language detector")
struct LanguagePartsTests {
  @Test("a path costs least among all paths", arguments: SeededGenerator.seeds(60))
  func path(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let width = Int.random(in: 1...3, using: &generator)
    let length = Int.random(in: 0...6, using: &generator)
    let steps = (0..<length).map { _ in
      (
        evidence: (0..<width).map { _ in Int.random(in: -100...400, using: &generator) },
        cost: Int.random(in: 0...500, using: &generator)
      )
    }
    var path = LanguagePath(width: width)
    for step in steps { path.append(step.evidence, changeCost: step.cost) }
    func worth(_ languages: [Int]) -> Int {
      languages.indices.reduce(0) { sum, index in
        let isChange = index > 0 && languages[index] != languages[index - 1]
        return sum + steps[index].evidence[languages[index]] - (isChange ? steps[index].cost : 0)
      }
    }
    var best = Int.min
    for number in 0..<Int(Array(repeating: width, count: length).reduce(1, *)) {
      var rest = number
      let languages = (0..<length).map { _ in
        defer { rest /= width }
        return rest % width
      }
      best = max(best, worth(languages))
    }
    #expect(path.languages().count == length)
    #expect(worth(path.languages()) == best)
  }

  @Test("marks are found wherever they stand, edges of words counted")
  func marks() {
    var marks = LetterMarks()
    for (slot, letters) in ["ung ", " ge", "ß", "n", "un", "", " a "].enumerated() {
      marks.add(letters, LanguageWeight(slot: slot, weight: 1))
    }
    func found(_ word: String) -> [Int] {
      var found: [Int] = []
      marks.forEachWeight(in: Array(" \(word) ".utf8)) { found.append($0.slot) }
      return found.sorted()
    }
    #expect(found("geltung") == [0, 1, 3, 4])
    #expect(found("ungeld") == [3, 4])
    #expect(found("maß") == [2])
    #expect(found("a") == [6])
    #expect(found("") == [])
  }

  @Test("a weight of letters is a number from 0 to 9", arguments: ["", "x", "-1", "10", "nan"])
  func weights(weight: String) throws {
    func table(_ index: Int, _ row: String) throws -> TableFile {
      let (name, columns) = LanguageTables.files[index]
      let text = columns.joined(separator: "\t") + "\n" + row + "\n"
      return try TableFile(path: name, bytes: Array(text.utf8), columns: columns)
    }
    let words = try table(0, "de\tder die das")
    let customers = try table(1, "de\tgut")
    let letters = try table(2, "de\t\(weight)\tß")
    let failure = #expect(throws: Diagnostic.self) {
      try LanguageTables(functionWords: words, customerWords: customers, letters: letters)
    }
    #expect(failure?.code == .lexiconLine)
    #expect(failure?.location.line == 2)
  }

  @Test("a leader's share falls with those behind it")
  func confidence() {
    var scores = LanguageScores()
    scores.clear(3)
    #expect(scores.leader().slot == nil)
    #expect(scores.confidence(of: scores.leader()) == 0)
    var last = 1.0
    for rival in [0, 300, 500, 590] {
      scores.clear(3)
      scores.values[1] = 600
      scores.values[2] = rival
      let leader = scores.leader()
      #expect(leader.slot == 1)
      #expect(leader.lead == 600 - max(rival, LanguageEvidence.nothing))
      let confidence = scores.confidence(of: leader)
      #expect(confidence <= last && confidence > 0.4)
      last = confidence
    }
    scores.values[1] = 5_000
    #expect(scores.confidence(of: scores.leader()) == LanguageScores.mostConfidence)
  }
}
