import Testing
import VerbatimStatistics
import VerbatimTestSupport

@testable import VerbatimPipeline

@Suite("Phrases of a cluster")
struct ClusterPhrasesTests {
  private static func text(_ runs: String...) -> ClusterWords.Text {
    var text = ClusterWords.Text()
    text.runs = Set(runs)
    text.focus = text.runs
    return text
  }

  private static func background(_ texts: [ClusterWords.Text]) -> ClusterPhrases.Background {
    var background = ClusterPhrases.Background()
    for text in texts { background.add(text) }
    return background
  }

  @Test("are what its texts have more often than others, with their counts")
  func counts() throws {
    let texts = (0..<6).map { index in
      (signalID: "s\(index)", text: Self.text("handle snapped", "nice pan"))
    }
    let others = (0..<100).map { _ in Self.text("nice pan", "late parcel") }
    let found = ClusterPhrases(texts, background: Self.background(others))
    #expect(found.phrases.map(\.words) == ["handle snapped"])
    let phrase = try #require(found.phrases.first)
    #expect(phrase.count == 6)
    #expect(phrase.texts == 6)
    #expect(phrase.elsewhere == 0)
    #expect(phrase.others == 100)
    #expect(phrase.z > SmokeTerms.smallestZ)
  }

  @Test("divide the texts into groups; the largest first, each text once, the rest last")
  func groups() {
    let texts =
      (0..<4).map { (signalID: "a\($0)", text: Self.text("came off", "handle")) }
      + (0..<3).map { (signalID: "b\($0)", text: Self.text("rivet gave way", "handle")) }
      + [(signalID: "c", text: Self.text("handle"))]
    let others = (0..<100).map { _ in Self.text("late parcel") }
    let found = ClusterPhrases(texts, background: Self.background(others))
    #expect(found.groups.map(\.phrase) == ["came off", "rivet gave way", nil])
    #expect(found.groups.map(\.signalIDs.count) == [4, 3, 1])
    #expect(found.groups.last?.signalIDs == ["c"])
  }

  @Test("are none without texts, and of one text")
  func nothing() {
    let background = Self.background([Self.text("late parcel")])
    #expect(ClusterPhrases([], background: background).phrases.isEmpty)
    let one = ClusterPhrases([("s", Self.text("handle snapped"))], background: background)
    #expect(one.phrases.isEmpty)
    #expect(one.groups.isEmpty)
  }
}
