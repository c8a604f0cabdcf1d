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
}
