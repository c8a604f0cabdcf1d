import Foundation
import Testing
import VerbatimTestSupport

@Suite("Commands: clusters --near-misses, similar")
struct EvidenceCommandTests {
  private let shop: DemoShop

  init() throws { shop = try DemoShop.shared() }

  private struct Misses: Decodable {
    struct Near: Decodable {
      var key: String
      var issue: String
      var reasons: [String]
      var explanation: String
    }

    var type: String
    var near_misses: [Near]
    var expected_false_alerts: Double?
  }

  private struct Similar: Decodable {
    struct Article: Decodable {
      var sku: String?
      var count: Int
    }

    struct Match: Decodable {
      struct Passage: Decodable {
        struct Range: Decodable {
          var start: Int
          var end: Int
        }

        var text: String
        var ranges: [Range]
      }

      var supplier: String?
      var passages: [Passage]
    }

    var issues: [String]
    var articles: [Article]
    var matches: [Match]
  }

  @Test("the decoys are near misses, and it says what they are")
  func decoys() throws {
    let run = try shop.ask("clusters --near-misses --placebo-runs 2 --to json")
    #expect(run.status == 0)
    let misses = try #require(try run.values(Misses.self).first)
    #expect(misses.type == "cluster.near_misses.v1")
    #expect(misses.expected_false_alerts != nil)
    let loud = try #require(misses.near_misses.first { $0.key == "G-505" })
    #expect(loud.reasons.contains("one_customer"))
    #expect(misses.near_misses.contains { $0.key == "P-613" && $0.reasons.contains("copies") })
    let text = try shop.ask("clusters --near-misses --placebo-runs 0 --limit 3")
    #expect(text.lines.count { $0.hasPrefix("   No alert: ") } == 3)
  }

  @Test("who else said it: the pan with the handles first, in words that are underlined")
  func similar() throws {
    let arguments = ["similar", "handle snapped", "--to", "json", "--db", shop.store]
    let run = try VerbatimRun(arguments, in: DemoShop.root)
    #expect(run.status == 0)
    let found = try #require(try run.values(Similar.self).first)
    #expect(found.issues == ["DUR.BREAKS"])
    #expect(found.articles.first?.sku == "HK-1187")
    let match = try #require(found.matches.first)
    let passage = try #require(match.passages.first)
    let words = passage.ranges.map { range in
      String(decoding: Array(passage.text.utf8)[range.start..<range.end], as: UTF8.self)
    }
    #expect(words.map { $0.lowercased() } == ["handle", "snapped"])
    let other = try VerbatimRun(arguments + ["--supplier", "S-05"], in: DemoShop.root)
    let others = try #require(try other.values(Similar.self).first)
    #expect(others.matches.allSatisfy { $0.supplier == "S-05" })
  }

  @Test("a text without a word is refused, kindly")
  func empty() throws {
    let run = try VerbatimRun(["similar", "?!", "--db", shop.store], in: DemoShop.root)
    #expect(run.status == 65)
    #expect(run.errors.contains("there is no word in `?!` [V5121]"))
    #expect(run.errors.contains("hint: "))
  }

  @Test(
    "wrong usage is told",
    arguments: ["similar", "similar a --limit=-1", "similar a --to xml"]
  )
  func usage(line: String) throws {
    let run = try VerbatimRun(line.split(separator: " ").map(String.init))
    #expect(run.status == 64)
  }

  @Test("the first quotes of an alert differ in their words")
  func quotes() throws {
    // A few reports may say the same in one word; where there are many, the first differ.
    let clusters = try shop.ask("clusters --to json --placebo-runs 0").values(ClusterLine.self)
      .filter { $0.evidence.count >= 5 }
    #expect(!clusters.isEmpty)
    for cluster in clusters {
      let quotes = cluster.evidence.prefix(5).map { $0.quote.lowercased() }.filter { !$0.isEmpty }
      let distinct = Set(quotes)
      #expect(distinct.count >= min(quotes.count, 4), "\(cluster.key) \(quotes)")
    }
  }
}
