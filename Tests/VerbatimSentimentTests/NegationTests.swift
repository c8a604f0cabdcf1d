import Testing
import VerbatimCore

@Suite("Negators")
struct NegationTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  @Test(
    "turn the entry they stand before",
    arguments: [
      Worth("not good", 2, -0.74), Worth("it is not good", 2, -0.74), Worth("never good", 2, -0.8),
      Worth("hardly good", 2, -0.6), Worth("isn't good", 2, -0.74),
      Worth("isn\u{2019}t good", 2, -0.74),
      Worth("good not", 2), Worth("not not good", 2, -0.74),
    ]
  )
  func turn(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test(
    "leave of a negative word no more than half, turned",
    arguments: [
      Worth("not awful", -3, -0.5), Worth("never awful", -3, -0.5), Worth("hardly awful", -3, -0.5),
      Worth("rarely awful", -3, -0.4),
    ]
  )
  func negative(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test("reach seven words and no further", arguments: 0...10)
  func reach(between: Int) {
    let fillers = String(repeating: "the ", count: between)
    let value = between < 7 ? 2 * -0.74 : 2
    #expect(fixture.score("not \(fillers)good").compound == SentimentFixture.compound(value))
  }

  @Test(
    "stop at the end of their clause",
    arguments: [
      Worth("not this, good", 2), Worth("not this (good)", 2), Worth("not this; good", 2),
      Worth("not this\ngood", 2), Worth("not this when good", 2),
      Worth("not this and it is good", 2),
      Worth("not this but good", 2, 1.4), Worth("not this however good", 2, 1.4),
    ]
  )
  func clauses(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test("turn the entries after them as long as the sign stays")
  func severalEntries() {
    let praise = fixture.score("not sturdy and reliable")
    #expect(praise.rules(of: "sturdy") == ["negation \"not\" ×-0.74"])
    #expect(praise.rules(of: "reliable") == ["negation \"not\" ×-0.74"])
    let both = fixture.score("doesn't leak and sturdy")
    #expect(both.rules(of: "leak") == ["negation \"doesn't\" ×-0.5"])
    #expect(both.rules(of: "sturdy") == [])
  }

  @Test("that belong to a phrase turn nothing else")
  func insidePhrase() {
    let score = fixture.score("no problems and good")
    #expect(score.rules(of: "no problems") == [])
    #expect(score.rules(of: "good") == [])
    #expect(score.label == .positive)
  }

  @Test("turn phrases as they turn words")
  func phrases() {
    #expect(fixture.score("not good value").compound == SentimentFixture.compound(2.5 * -0.74))
  }
}
