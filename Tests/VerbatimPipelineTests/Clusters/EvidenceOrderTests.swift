import Testing
import VerbatimCore
import VerbatimStatistics

@testable import VerbatimPipeline

@Suite("The order of quotes")
struct EvidenceOrderTests {
  private static func evidence(
    _ id: String,
    confidence: Double = 0.9,
    day: Int = 1,
    source: String = "review",
    tier: VerbatimCore.Issue.Tier = .t2,
    modality: VerbatimCore.Issue.Modality = .actual,
    quote: String? = nil
  ) -> ComplaintCluster.Evidence {
    var evidence = ComplaintCluster.Evidence(
      signalID: id,
      eventTime: Instant(year: 2026, month: 6, day: day, precision: .day),
      quote: quote ?? "words of \(id)",
      part: "text",
      range: ByteRange(0, 1),
      modality: modality
    )
    evidence.tier = tier
    evidence.confidence = confidence
    evidence.source = source
    return evidence
  }

  private static func text(_ words: String) -> ClusterWords.Text {
    var text = ClusterWords.Text()
    text.sentence = Set(words.split(separator: " ").map(String.init))
    text.focus = text.sentence
    return text
  }

  private static func order(
    _ evidence: [ComplaintCluster.Evidence],
    _ texts: [String: String] = [:],
    phrases: [String] = []
  ) -> [String] {
    EvidenceOrder.ordered(
      evidence,
      texts: texts.mapValues(text),
      phrases: phrases.map {
        ComplaintCluster.Phrase(words: $0, count: 2, texts: 4, elsewhere: 0, others: 9, z: 3)
      }
    ).map(\.signalID)
  }

  @Test("puts the surest first, and what happened before what is feared")
  func sure() {
    #expect(Self.order([Self.evidence("a", confidence: 0.5), Self.evidence("b")]) == ["b", "a"])
    #expect(
      Self.order([Self.evidence("a", modality: .potential), Self.evidence("b", confidence: 0.8)])
        == ["b", "a"]
    )
    #expect(
      Self.order([Self.evidence("a", quote: ""), Self.evidence("b", confidence: 0.5)]) == [
        "b", "a",
      ]
    )
  }

  @Test("never shows two nearly equal quotes at the top while there is another")
  func distinct() {
    let items =
      ["a", "b", "c", "d"].map { Self.evidence($0) } + [
        Self.evidence("e", confidence: 0.3)
      ]
    let order = Self.order(
      items,
      [
        "a": "the handle snapped off", "b": "the handle snapped off again",
        "c": "rivet gave way", "d": "my handle snapped off", "e": "came apart in my hand",
      ]
    )
    #expect(order.prefix(3) == ["a", "c", "e"])
  }

  @Test("prefers other sources, recent words and what the cluster's phrases say")
  func variety() {
    let items = [Self.evidence("a"), Self.evidence("b"), Self.evidence("c", source: "survey")]
    #expect(Self.order(items) == ["a", "c", "b"])
    #expect(Self.order([Self.evidence("a", day: 1), Self.evidence("b", day: 20)]) == ["b", "a"])
    #expect(
      Self.order([Self.evidence("a"), Self.evidence("b")], ["b": "snapped"], phrases: ["snapped"])
        == ["b", "a"]
    )
  }

  @Test("keeps the graver before the surer, and loses nothing")
  func graver() {
    let items =
      [Self.evidence("t0", confidence: 0.4, tier: .t0)]
      + (0..<9).map { Self.evidence("t1-\($0)", tier: .t1) }
    let order = Self.order(items)
    #expect(order.first == "t0")
    #expect(order.sorted() == items.map(\.signalID).sorted())
    #expect(Self.order([]) == [])
  }
}
