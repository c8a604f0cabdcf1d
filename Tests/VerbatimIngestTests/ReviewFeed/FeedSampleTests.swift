import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

/// Real feeds beside the package; expected values are feedparser's, as numbers.
@Suite("Feed samples", .enabled(if: Shared.has("samples/feeds")))
struct FeedSampleTests {
  @Test("the list that does not conform to Google's schema is read by its names")
  func list() throws {
    let url = try #require(Shared.url("samples/google-feeds/nonconforming_product_reviews.xml"))
    let feed = try FeedReading(Array(Data(contentsOf: url)))
    #expect(feed.records.map(\.source.nativeID) == ["1", "2"])
    #expect(feed.records.map { $0.ratings.first?.value } == [5, 4])
    #expect(feed.records.map(\.product.sku) == ["101", "102"])
    #expect(feed.records.map { $0.text?.utf8.count } == [14, 21])
    #expect(feed.rejects.isEmpty && feed.warnings.isEmpty)
  }

  @Test("a feed of products is none of reviews")
  func products() throws {
    let url = try #require(Shared.url("samples/google-feeds/merchant_feed.xml"))
    #expect(try FeedReading(Array(Data(contentsOf: url))).format == .xml)
  }

  @Test("every feed gives an item for each of its entries")
  func entries() throws {
    for url in Shared.files(in: "samples/feeds", ending: ".xml") {
      let bytes = try Array(Data(contentsOf: url))
      let feed = try FeedReading(bytes)
      #expect(feed.format == .feed, "\(url.lastPathComponent)")
      #expect(feed.records.count + feed.rejects.count == 1, "\(url.lastPathComponent)")
      #expect(!feed.rejects.contains { $0.code == .feedDamaged }, "\(url.lastPathComponent)")
    }
  }

  @Test(
    "moments and ids are feedparser's",
    arguments: [
      (
        "atom10.xml", "tag:feedparser.org,2005-11-09:/docs/examples/atom10.xml:3",
        "2005-11-09T00:23:47Z"
      ),
      ("rss20.xml", "http://example.org/guid/1", "2002-09-05T00:00:01Z"),
      ("rss20dc.xml", "1983@example.org", "2002-09-04T18:54:20Z"),
    ]
  )
  func facts(name: String, id: String, moment: String) throws {
    let url = try #require(Shared.url("samples/feeds/\(name)"))
    let record = try #require(try FeedReading(Array(Data(contentsOf: url))).records.first)
    #expect(record.source.nativeID == id)
    #expect(record.occurredAt == Instant(iso8601: moment))
  }

  @Test(
    "texts have the length that feedparser gives, less the mark-up",
    arguments: [
      ("entry_content_and_summary.xml", 12), ("entry_content_inline_markup.xml", 12),
      ("entry_content_escaped_markup.xml", 12), ("entry_content_div_escaped_markup.xml", 12),
      ("entry_content_text_plain_brackets.xml", 26), ("entry_content_inline_markup_2.xml", 26),
      ("item_content_encoded.xml", 15), ("item_description_and_summary.xml", 19),
    ]
  )
  func lengths(name: String, count: Int) throws {
    let url = try #require(Shared.url("samples/feeds/\(name)"))
    let feed = try FeedReading(Array(Data(contentsOf: url)))
    #expect(feed.records.map { $0.text?.count } == [count])
  }

  @Test(
    "charsets and references come out as characters",
    arguments: [
      ("euc-kr-item.xml", "\u{B144}"), ("euc-kr-attribute.xml", "\u{B144}"),
      ("demoronize-1.xml", "don’t"), ("demoronize-2.xml", "don’t"), ("demoronize-3.xml", "don’t"),
      ("double-encoded-html.xml", "…"), ("bozo_double-encoded-html.xml", "…"),
    ]
  )
  func charsets(name: String, text: String) throws {
    let url = try #require(Shared.url("samples/feeds-encoding/\(name)"))
    #expect(try FeedReading(Array(Data(contentsOf: url))).records.map(\.text) == [text])
  }

  @Test("a feed without entries says so, and none of the samples fails")
  func empty() throws {
    for url in Shared.files(in: "samples/feeds-encoding", ending: ".xml") {
      let feed = try FeedReading(Array(Data(contentsOf: url)))
      let isEmpty = feed.records.isEmpty && feed.rejects.isEmpty
      #expect(
        feed.warnings.contains { $0.code == .noReviews } == isEmpty,
        "\(url.lastPathComponent)"
      )
    }
  }
}
