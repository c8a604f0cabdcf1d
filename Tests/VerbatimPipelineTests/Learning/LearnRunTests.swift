import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("Learning from ratings")
struct LearnRunTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try SmallLexicons.write(to: folder)
  }

  /// Reviews in which `fire` praises, `super` means little, and `wobbly` is a word of complaint that
  /// the lexicon lacks.
  private func reviews(_ count: Int, seed: UInt64 = 4, dated: Bool = true) -> String {
    var random = SeededGenerator(seed: seed)
    var text = "stars,date,product,review\n"
    for index in 0..<count {
      let isGood = random.chance(0.6)
      let word = isGood ? ["good", "great", "love it"] : ["super wobbly", "bad", "wobbly and bad"]
      let filler = ["the lamp", "my kettle", "this chair", "that desk", "it"]
      let stars =
        isGood ? Int.random(in: 4...5, using: &random) : Int.random(in: 1...2, using: &random)
      let date = dated ? "2026-0\(1 + index * 8 / count)-1\(index % 10)" : ""
      text += "\(stars),\(date),P-\(index % 12),\(filler.randomElement(using: &random) ?? "") was "
      text += "\(word.randomElement(using: &random) ?? ""). Number \(index)\n"
    }
    return text
  }

  private func learn(
    _ text: String,
    jobs: Int = 1,
    _ change: (inout LearnRun.Options) -> Void = { _ in }
  ) async throws -> (result: LearnResult, flips: [String]) {
    let file = try folder.write("rated.csv", text)
    var options = LearnRun.Options()
    options.engine.lexicons = folder.path
    options.jobs = jobs
    change(&options)
    var flips: [String] = []
    let result = try await LearnRun(options).run(
      [file],
      tell: { _ in },
      flip: { flips.append("\($0.id) \($0.before.name) \($0.after.name) \($1)") }
    )
    return (result, flips)
  }

  @Test("finds the word of complaint, and is better on what is held out")
  func learns() async throws {
    let (result, flips) = try await learn(reviews(1_000))
    #expect(result.chosen != nil)
    let wobbly = try #require(result.changes.first { $0.term == "wobbly" })
    #expect(wobbly.old == nil)
    #expect(wobbly.new < 0)
    #expect(result.overlay.entries.contains { $0.note.hasPrefix("learned n=") })
    #expect(result.cards.map(\.title) == ["held out by time", "held out by article"])
    for card in result.cards {
      let line = try #require(card.lines.first { $0.title == "macro-F1" })
      #expect(line.verdict.hasPrefix("better by"), "\(line.verdict)")
      #expect(card.count > 60)
    }
    #expect(flips.count == result.counts.heldOutFlips + result.counts.trainingFlips)
    #expect(result.counts.read == 1_000)
  }

  @Test("gives the same result for any number of jobs")
  func deterministic() async throws {
    let text = reviews(400)
    let one = try await learn(text)
    let three = try await learn(text, jobs: 3)
    #expect(one.result.overlay == three.result.overlay)
    #expect(one.result.cards == three.result.cards)
    #expect(one.result.trials == three.result.trials)
    #expect(one.flips == three.flips)
  }

  @Test("holds out a fifth by hash where there are neither articles nor dates")
  func hash() async throws {
    var lines = reviews(400, dated: false).split(separator: "\n").map(String.init)
    lines = lines.map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return "\(cells[0]),\(cells[3])"
    }
    let (result, _) = try await learn(lines.joined(separator: "\n") + "\n")
    #expect(result.cards.map(\.title) == ["held out by hash"])
    let share = Double(result.cards[0].count) / 400
    #expect(share > 0.14 && share < 0.26)
  }

  @Test("says that nothing was learnt where ratings have nothing to do with words")
  func noise() async throws {
    var random = SeededGenerator(seed: 2)
    var text = "stars,review\n"
    for index in 0..<300 {
      let word = ["good", "bad", "great", "awful"].randomElement(using: &random) ?? ""
      text += "\(Int.random(in: 1...5, using: &random)),it was \(word) number \(index)\n"
    }
    let (result, _) = try await learn(text)
    for card in result.cards {
      for line in card.lines { #expect(!line.verdict.hasPrefix("better"), "\(line.verdict)") }
    }
  }

  @Test("refuses too few ratings with what it found")
  func tooFew() async throws {
    await #expect {
      _ = try await learn("stars,review\n5,it was good\n1,it was bad\n")
    } throws: { error in
      (error as? Diagnostic)?.code == .ratedTooFew
    }
  }

  @Test("adjusts entries only, where new terms are not wanted")
  func noNewTerms() async throws {
    let (result, _) = try await learn(reviews(400)) { $0.mines = false }
    #expect(result.candidates == 0)
    #expect(result.changes.allSatisfy { $0.old != nil })
  }
}
