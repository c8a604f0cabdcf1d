import Testing
import VerbatimCore

@Suite("Conditions, wishes and questions")
struct ConditionTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  @Test(
    "take from what is only supposed",
    arguments: [
      Worth("if it was good", 2, 0.4), Worth("if bad", -2, 0.4), Worth("good if blue", 2),
      Worth("if so, good", 2), Worth("i wish it was good", 2, -0.5),
      Worth("i wish it was less bad", -2),
      Worth("if i wish it was good", 2, 0.4),
    ]
  )
  func conditions(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test("name the word that sets the condition")
  func names() {
    #expect(fixture.score("I Wish it was good").rules(of: "good") == ["condition \"Wish\" ×-0.5"])
  }

  @Test(
    "leave nothing of a question that asks for a fact",
    arguments: ["Is it good?", "does it leak?"]
  )
  func factualQuestions(text: String) {
    #expect(fixture.score(text).status == .noOpinion)
  }

  @Test(
    "leave other questions and other endings alone",
    arguments: [
      Worth("Is it good", 2), Worth("Is it good.", 2), Worth("it is good?", 2), Worth("good?", 2),
    ]
  )
  func statements(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test("take the answer that the next sentence gives a question")
  func answers() {
    #expect(fixture.score("Is it good? No.").rules(of: "good") == ["answered no ×-0.8"])
    #expect(fixture.score("Good? Not for me.").rules(of: "good") == ["answered no ×-0.8"])
    #expect(fixture.score("Is it good? Yes.").rules(of: "good") == [])
    #expect(fixture.score("Good? Absolutely.").rules(of: "good") == [])
    #expect(fixture.score("Is it good? No lid though.").status == .noOpinion)
    #expect(fixture.score("Is it good? The lid.").status == .noOpinion)
    #expect(fixture.score("Good lid. Not.").rules(of: "good") == ["answered no ×-0.8"])
    #expect(fixture.score("Good lid. Not blue.").rules(of: "good") == [])
  }
}
