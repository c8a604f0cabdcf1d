import Testing
import VerbatimCore
import VerbatimReport
import VerbatimStatistics
import VerbatimStore

@Suite("Hostile texts in every field of a report")
struct HostileReportTests {
  /// A shop that has a text in every field that a file can fill.
  private static func shop(_ payloads: [String]) -> ReportShop {
    var shop = ReportShop()
    for (index, text) in payloads.enumerated() {
      // A row of the database is text: SKU and supplier differ by their number at least.
      shop.add(
        "It broke \(text) and burned me",
        marking: text,
        sku: "\(text)\(index)",
        supplier: "\(text)s\(index)",
        lot: "\(text)l\(index)",
        issue: "SAF.BURN_FIRE",
        tier: .t1,
        title: text,
        language: text,
        day: index
      )
      shop.reject("value \(text) refused", hint: "mend \(text)")
    }
    return shop
  }

  private static func html(_ payloads: [String]) throws -> String {
    let shop = shop(payloads)
    defer { shop.remove() }
    let store = try shop.store(file: payloads[0])
    var material = try ReportMaterial(store, scan: ReportShop.scan(store))
    let text = payloads[0]
    material.title = text
    material.command = text
    for place in material.scan.clusters.indices {
      let ids = material.scan.clusters[place].signalIDs
      material.scan.clusters[place].phrases = [
        .init(words: text, count: 1, texts: 2, elsewhere: 0, others: 9, z: 3)
      ]
      material.scan.clusters[place].groups = [.init(phrase: text, signalIDs: ids)]
    }
    material.praise = material.scan.clusters
    material.sources = [
      SourceSilence(kind: .survey, source: text, days: [0: 1, 1: 1], today: 9)
    ].compactMap(\.self)
    var conversation = ResidualsView.Conversation(
      id: text,
      recovery: -1,
      usual: 0,
      error: 0.1,
      within: .queueIssueChannel,
      alike: 2
    )
    conversation.time = text
    conversation.queue = text
    conversation.issue = text
    conversation.channel = text
    material.conversations = ResidualsView([conversation], queues: [text], note: text)
    material.names = ClusterNames(
      issues: ["SAF.BURN_FIRE": text],
      subjects: ["\(text)0": text]
    )
    material.engines = [
      FeedbackSignal.Engine(
        version: text,
        lexiconHash: text,
        taxonomyVersion: text,
        configHash: text,
        icuVersion: text
      )
    ]
    return try ReportBuilder(material).html(SharedRenderer.get())
  }

  @Test("there are sixty payloads and more")
  func enough() {
    #expect(HostileTexts.all.count >= 60)
    #expect(Set(HostileTexts.all).count == HostileTexts.all.count)
  }

  @Test("leave the page's tags what they are with plain words", arguments: [0, 1])
  func skeleton(half: Int) throws {
    let payloads = HostileTexts.all.enumerated().filter { $0.offset % 2 == half }.map(\.element)
    let plain = payloads.indices.map { "plain\($0)" }
    let hostile = try MarkupOutline(Self.html(payloads))
    let tame = try MarkupOutline(Self.html(plain))
    #expect(Set(hostile.tags).subtracting(tame.tags).subtracting(["li", "br"]) == [])
    #expect(hostile.tags.allSatisfy { $0.firstMatch(of: /\son[a-z]+/) == nil })
    #expect(!hostile.tags.contains { $0.hasPrefix("script") || $0.hasPrefix("iframe") })
  }

  @Test("lead nowhere but to anchors of the page", arguments: [0, 1])
  func addresses(half: Int) throws {
    let payloads = HostileTexts.all.enumerated().filter { $0.offset % 2 == half }.map(\.element)
    let outline = try MarkupOutline(Self.html(payloads))
    #expect(!outline.addresses.isEmpty)
    #expect(outline.addresses.filter { $0.firstMatch(of: /^#[A-Za-z0-9_-]+$/) == nil } == [])
  }

  @Test("turn and hide nothing: what acts on text is written out")
  func controls() throws {
    let html = try Self.html(HostileTexts.all)
    let acting = html.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069,
        0xFEFF, 0xE0000...0xE007F:
        true
      default: false
      }
    }
    #expect(acting.isEmpty)
    #expect(html.contains("[U+202E]"))
    #expect(html.contains("[U+001B]"))
  }

  @Test("do not become templates")
  func templates() throws {
    let html = try Self.html(["{{page.title}}", "{{>layout}}"])
    #expect(html.contains("{{&gt;layout}}"))
    #expect(html.matches(of: /<!DOCTYPE html>/).count == 1)
  }
}
