import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("Hostile feeds")
struct HostileFeedTests {
  private func refusal(_ text: String) -> DiagnosticCode? {
    do {
      _ = try FeedReading(text, as: .feed)
      return nil
    } catch {
      return (error as? Diagnostic)?.code
    }
  }

  @Test("a document type is refused, whatever it holds")
  func documentTypes() throws {
    var bomb = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">"
    for level in 1...40 {
      bomb += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    bomb += "]><rss><channel><item><title>&a40;</title></item></channel></rss>"
    #expect(refusal(bomb) == .feedRefused)
    let external =
      "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
      + "<rss><channel><item><title>&x;</title></item></channel></rss>"
    #expect(refusal(external) == .feedRefused)
    #expect(
      refusal("<!DOCTYPE rss SYSTEM \"http://shop.example/rss.dtd\"><rss></rss>") == .feedRefused
    )
    #expect(throws: Diagnostic.self) { try FeedReading(fixture: "bazaarvoice/hostile.xml") }
  }

  @Test("depth, length and open ends cost little and are told")
  func extremes() throws {
    let deep = "<rss><channel><item>" + String(repeating: "<a>", count: 100_000)
    #expect(try FeedReading(deep).rejects.map(\.code) == [.feedDamaged])
    let wide = "<rss><channel><item a=\"" + String(repeating: "x", count: 12_000_000)
    let long = try FeedReading(wide)
    #expect(long.records.isEmpty)
    #expect(!long.warnings.isEmpty || !long.rejects.isEmpty)
    let many = "<rss><item>" + String(repeating: "<a/>", count: 150_000) + "</item></rss>"
    #expect(try FeedReading(many).rejects.map(\.code) == [.fieldTooLarge])
  }

  @Test("many products of one review take linear time")
  func manyProducts() throws {
    let products = String(repeating: "<product/>", count: 40_000)
    let feed = try FeedReading(
      "<feed><reviews><review><content>Leaks</content><products>\(products)</products></review>"
        + "</reviews></feed>"
    )
    #expect(feed.records.map(\.text) == ["Leaks"])
  }

  @Test("an input is opened with the reader of its feed", arguments: FeedReading.fixtures)
  func opened(path: String) throws {
    let root = try #require(PackageRoot.url())
    let file = root.appendingPathComponent("corpora/formats/\(path)").path
    var input = try OpenedInput(path: file)
    #expect([.googleReviews, .bazaarvoice, .appleReviews, .feed].contains(input.decision.format))
    guard path != "bazaarvoice/hostile.xml" else {
      #expect(throws: Diagnostic.self) { try input.reader.next() }
      return
    }
    var records = 0
    while let item = try input.reader.next() {
      guard case .record(let record) = item else { continue }
      records += 1
      #expect(record.source.format == input.decision.format.rawValue)
      #expect(record.source.kind == .review)
    }
    #expect(records > 0)
  }

  @Test("characters that XML forbids do not end the feed")
  func controls() throws {
    let feed = try FeedReading(
      "<rss><channel><item><title>a\u{0}b\u{8}c\u{FFFF}d</title></item></channel></rss>"
    )
    #expect(feed.records.map(\.title) == ["a b c\u{FFFD}d"])
  }

  @Test("random damage never traps, and items stay in order", arguments: SeededGenerator.seeds(3))
  func damage(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for path in FeedReading.fixtures {
      let whole = try FeedReading.bytes(path)
      for _ in 0..<12 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: bytes[place] = UInt8(truncatingIfNeeded: generator.next())
          case 1: bytes.remove(at: place)
          case 2: bytes.insert(Array("<>&;\"'!]".utf8)[place % 8], at: place)
          default: bytes.removeLast(bytes.count - place)
          }
        }
        guard let feed = try? FeedReading(bytes, as: .googleReviews) else { continue }
        let rows = feed.records.compactMap(\.source.row)
        #expect(rows == rows.sorted())
        _ = try? FeedReading(bytes)
        _ = try? FeedReading(bytes, as: .bazaarvoice)
      }
    }
  }
}
