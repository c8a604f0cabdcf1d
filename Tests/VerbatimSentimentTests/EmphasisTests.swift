import Testing
import VerbatimCore

@Suite("Emphasis")
struct EmphasisTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  @Test(
    "by capitals counts, unless the whole text shouts",
    arguments: [
      Worth("it is GOOD", 2, 1.2), Worth("it is BAD", -2, 1.2), Worth("GOOD", 2, 1.2),
      Worth("it is Good", 2),
      Worth("THIS IS GOOD", 2), Worth("THIS ZIPPER IS GOOD thing", 2),
      Worth("the zipper of this IS GOOD", 2, 1.2),
    ]
  )
  func capitals(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test(
    "by drawn-out letters counts once",
    arguments: [
      Worth("goood", 2, 1.2), Worth("goooooooood", 2, 1.2), Worth("baaad", -2, 1.2),
      Worth("it is GOOOOD", 2, 1.2, 1.2), Worth("good", 2),
    ]
  )
  func elongation(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test(
    "by exclamation marks counts up to three, in the clause they end",
    arguments: [
      Worth("good!", 2, 1.08), Worth("good!!", 2, 1.16), Worth("good!!!", 2, 1.24),
      Worth("good!!!!!!!", 2, 1.24),
      Worth("bad!", -2, 1.08), Worth("good ! ", 2, 1.08), Worth("good, the zipper!", 2),
    ]
  )
  func exclamation(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test(
    "by pictographs has a valence of its own, whatever their skin or variant",
    arguments: [
      Worth("👍", 2.0), Worth("👍🏽", 2), Worth("❤️", 3), Worth("❤", 3), Worth("😡", -3),
      Worth("the zipper 👍", 2),
      Worth("zipper👍", 2), Worth("not 👍", 2, -0.74),
    ]
  )
  func emoji(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test(
    "by faces has a valence of its own",
    arguments: [
      Worth(":)", 1.5), Worth("the zipper :(", -1.5), Worth("the zipper:)", 1.5), Worth("xD", 1),
    ]
  )
  func emoticons(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test(
    "by a face is none inside an address, a time or a word",
    arguments: ["see http://shop.example", "at 8:)", "maxDepth", "note:/x"]
  )
  func noFace(text: String) {
    #expect(fixture.score(text).status == .noOpinion)
  }

  @Test("names its rules")
  func names() {
    let score = fixture.score("it is GOOOOD!!")
    #expect(
      score.rules(of: "good")
        == ["capitals ×1.2", "drawn-out letters ×1.2", "exclamation ×1.16"]
    )
  }
}
