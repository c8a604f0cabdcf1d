import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("Review feeds")
struct ReviewFeedReaderTests {
  @Test("Google's product reviews: ten numbers on one review are one record")
  func google() throws {
    let bytes = try FeedReading.bytes("google-reviews/product-2.4.xml")
    let feed = try FeedReading(bytes)
    #expect(feed.format == .googleReviews)
    #expect(feed.records.map(\.source.nativeID) == ["r-1", "r-3"])
    #expect(feed.rejects.map(\.code) == [.rowNotCustomer])
    let first = try #require(feed.records.first)
    #expect(first.title == "Leaks & drips")
    #expect(
      first.text
        == "The hose \"coupling\" leaks.\nSecond one already.\n\nlight\nlong\n\ncoupling cracks"
    )
    #expect(first.ratings.first == Rating(.stars, 1.5, min: 1, max: 5))
    #expect(first.occurredAt == Instant(iso8601: "2026-02-03T07:30:00Z"))
    #expect(first.product.gtin == "4006381333931")
    #expect(first.dims["gtins"]?.split(separator: "|").count == 10)
    #expect(first.dims["mpns"] == "2030|H-30")
    #expect(first.dims["granularity"] == "family")
    #expect(first.dims["market"] == "GB")
    #expect(first.product.brand == "Rill")
    #expect(first.product.url == "https://garden.example/hose")
    #expect(first.orderID == "O-991")
    #expect(first.author == "Bea")
    #expect(first.customer == "c-17")
    #expect(first.language == "en")
    #expect(first.flags.verifiedPurchase == true)
    #expect(first.flags.incentivised == false)
    #expect(first.source.url == "https://garden.example/hose#r-1")
    #expect(first.source.solicited == true)
    #expect(first.source.system == "Example Collector")
    let last = try #require(feed.records.last)
    #expect(last.author == nil)
    #expect(last.source.solicited == false)
    #expect(last.ratings.first == Rating(.stars, 8, min: 0, max: 10))
    #expect(last.dims["granularity"] == nil)
    for record in feed.records {
      let byte = try #require(record.source.byte)
      #expect(bytes[byte...].starts(with: "<review>".utf8))
      #expect(record.source.line == bytes[..<byte].count { $0 == 0x0A } + 1)
    }
  }

  @Test("Google's older feeds: reviews without a list, deletions told")
  func olderGoogle() throws {
    let feed = try FeedReading(fixture: "google-reviews/older-2.0.xml")
    #expect(feed.format == .googleReviews)
    #expect(feed.records.map(\.text) == ["Flickers <3 weeks after I bought it"])
    #expect(feed.records.first?.product.asin == "B000000001")
    #expect(feed.warnings.map(\.code) == [.feedDeletions])
    #expect(feed.warnings.first?.message.contains("2 reviews") == true)
    #expect(feed.rejects.isEmpty)
  }

  @Test("damaged feeds: the review with the fault is rejected, the others are kept")
  func damagedGoogle() throws {
    let bytes = try FeedReading.bytes("google-reviews/hostile.xml")
    let feed = try FeedReading(bytes)
    #expect(feed.format == .googleReviews)
    #expect(feed.records.map(\.source.nativeID) == ["a", "c"])
    #expect(
      feed.records.first?.text == "Salt & pepper mill by AT&T, 5 € &nosuch; well"
    )
    #expect(feed.rejects.map(\.code) == [.feedDamaged, .reviewEmpty, .feedDamaged])
    #expect(feed.rejects.first?.location.line == 7)
    #expect((feed.rejects.first?.location.column ?? 0) > 0)
    #expect(feed.warnings.map(\.code).contains(.feedMended))
    #expect(feed.warnings.map(\.code).contains(.ratingOutOfRange))
    let byte = try #require(feed.records.first?.source.byte)
    #expect(bytes[byte...].starts(with: "<review>".utf8))
    #expect(feed.records.first?.source.line == 5)
  }

  @Test("Google's seller reviews: their own scale, no product")
  func sellers() throws {
    let feed = try FeedReading(fixture: "google-sellers/sellers.xml")
    #expect(feed.format == .googleReviews)
    let review = try #require(feed.records.first)
    #expect(review.source.nativeID == "s1")
    #expect(review.ratings.first == Rating(.stars, 3, min: 1, max: 10))
    #expect(review.dims == ["market": "DE", "merchant": "m1"])
    #expect(review.product.isEmpty)
    #expect(review.author == "Eve")
    #expect(review.answers.map(\.value) == ["8"])
    #expect(feed.warnings.map(\.code) == [.feedDeletions])
  }

  @Test("Bazaarvoice: the shop's answer is not the customer's")
  func bazaarvoice() throws {
    let feed = try FeedReading(fixture: "bazaarvoice/feed-5.6.xml")
    #expect(feed.format == .bazaarvoice)
    #expect(feed.records.map(\.source.nativeID) == ["11", "12", "14"])
    #expect(feed.rejects.isEmpty)
    #expect(feed.warnings.map(\.code) == [.feedDeletions])
    let first = try #require(feed.records.first)
    #expect(first.text == "It split on the second day. \"Sturdy\", they said.")
    #expect(first.answers.map(\.role) == ["reply"])
    #expect(first.ratings.first == Rating(.stars, 2, min: 1, max: 5))
    #expect(first.product.sku == "HOSE-20")
    #expect(first.product.gtin == "4006381333931")
    #expect(first.product.brand == "Rill")
    #expect(first.dims["gtins"] == "4006381333931|5901234123457")
    #expect(first.flags.incentivised == true)
    #expect(first.flags.verifiedPurchase == true)
    #expect(first.flags.syndicatedFrom == "Rill Direct")
    #expect(first.language == "en-US")
    #expect(first.author == "Flo")
    #expect(first.occurredAt == Instant(iso8601: "2026-02-10T16:11:12Z"))
    #expect(feed.records[1].dims["visibility"] == "rejected")
    #expect(feed.records[1].author == nil)
    #expect(feed.records[2].ratings.isEmpty)
    #expect(feed.records[2].product.sku == "P2")
    #expect(feed.records[2].product.name == nil)
  }

  @Test("Bazaarvoice: any version, any prefix")
  func prefixed() throws {
    let feed = try FeedReading(fixture: "bazaarvoice/feed-14.8-prefixed.xml")
    #expect(feed.format == .bazaarvoice)
    #expect(feed.records.map(\.text) == ["Hums at night."])
    #expect(feed.records.first?.ratings.first == Rating(.stars, 7, min: 1, max: 10))
    #expect(feed.records.first?.product.name == "Lamp")
  }

  @Test("Apple: words and not their rendered table, no entry for the app")
  func apple() throws {
    let feed = try FeedReading(fixture: "apple-reviews/app.xml")
    #expect(feed.format == .appleReviews)
    let review = try #require(feed.records.first)
    #expect(feed.records.count == 1)
    #expect(review.text == "Closes itself\nwhen I add a .")
    #expect(review.title == "Crashes")
    #expect(review.ratings.first == Rating(.stars, 1, min: 1, max: 5))
    #expect(review.author == "hanna_h")
    #expect(review.product.sku == "42")
    #expect(review.dims == ["version": "2.1.0", "market": "GB"])
    #expect(review.occurredAt == Instant(iso8601: "2026-03-04T12:06:07Z"))
    let other = try FeedReading(fixture: "apple-reviews/one-entry.xml")
    #expect(other.format == .appleReviews)
    #expect(other.records.map(\.text) == ["Does what it says."])
    #expect(other.records.first?.occurredAt == nil)
    let hostile = try FeedReading(fixture: "apple-reviews/hostile.xml")
    #expect(hostile.records.map(\.ratings) == [[]])
    #expect(hostile.rejects.map(\.code) == [.feedDamaged])
  }

  @Test("RSS: content before description, ratings from words, texts without one")
  func rss() throws {
    let feed = try FeedReading(fixture: "feeds/rss-2.0.xml")
    #expect(feed.format == .feed)
    #expect(
      feed.records.map(\.text) == [
        "The handle came off.\nRating: 2/5", "No number here & no stars.", "Good pan.",
      ]
    )
    #expect(
      feed.records.map(\.ratings.first) == [
        Rating(.stars, 2, min: 1, max: 5), nil, Rating(.stars, 4, min: 1, max: 5),
      ]
    )
    #expect(feed.records.map(\.author) == ["Ivy", "Joy", nil])
    #expect(feed.records.first?.customer == "ivy@shop.example")
    #expect(feed.records.first?.occurredAt == Instant(iso8601: "2026-03-03T15:00:00Z"))
    #expect(feed.records.first?.language == "en-GB")
    let rdf = try FeedReading(fixture: "feeds/rdf-1.0.xml")
    #expect(rdf.records.map(\.source.nativeID) == ["https://shop.example/1"])
    #expect(rdf.records.first?.occurredAt == Instant(iso8601: "2026-01-05"))
  }

  @Test("Atom: elements, escaped HTML and plain text each read as what they are")
  func atom() throws {
    let feed = try FeedReading(fixture: "feeds/atom.xml")
    #expect(feed.format == .feed)
    #expect(feed.records.map(\.text) == ["Le couvercle fuit.\nDommage.", "a <b> c"])
    #expect(feed.records.map(\.title) == ["Pas <3", "texte"])
    #expect(feed.records.first?.ratings.first == Rating(.stars, 11, min: 0, max: 20))
    #expect(feed.records.first?.source.url == "https://shop.example/avis/1")
    #expect(feed.records.first?.language == "fr")
    #expect(feed.records.first?.occurredAt == Instant(iso8601: "2026-01-02T02:04:05Z"))
  }

  @Test("a bare < is a character; where libxml2 gives up, what stands before is kept")
  func stopped() throws {
    let feed = try FeedReading(fixture: "feeds/hostile.xml")
    #expect(feed.records.map(\.title) == ["One", "I <3 it", "Cut"])
    #expect(feed.records.map(\.text) == ["sound", "costs < 5 & <3 <b", "x <3"])
    #expect(feed.rejects.map(\.code) == [.feedDamaged])
    #expect(feed.warnings.map(\.code) == [.feedMended])
  }

  @Test("blocks may end anywhere", arguments: [1, 2, 3, 7, 64])
  func blocks(size: Int) throws {
    let bytes = try FeedReading.bytes("feeds/hostile.xml")
    var cleaner = FeedCleaner()
    var output: [UInt8] = []
    var at = 0
    while at < bytes.count {
      output += cleaner.clean(Array(bytes[at..<min(at + size, bytes.count)]))
      at += size
    }
    output += cleaner.clean([])
    var whole = FeedCleaner()
    #expect(output == whole.clean(bytes) + whole.clean([]))
    #expect(output.count == bytes.count)
    #expect(cleaner.bare == 4)
  }

  @Test("plain lists of reviews by the names of their elements")
  func plain() throws {
    let feed = try FeedReading(fixture: "plain-reviews/shop.xml")
    #expect(feed.format == .feed)
    #expect(feed.records.map(\.text) == ["Works.", "Rattles."])
    #expect(
      feed.records.map(\.ratings.first) == [
        Rating(.stars, 4, min: 1, max: 5), Rating(.stars, 2, min: 1, max: 10),
      ]
    )
    #expect(feed.records.map(\.source.nativeID) == ["1", "2"])
    #expect(feed.records.map(\.author) == ["Lou", nil])
    #expect(feed.records.map(\.product.sku) == ["K-1", nil])
    #expect(feed.records.map(\.product.name) == [nil, "Fan"])
  }

  @Test("the declared charset yields to the bytes")
  func charsets() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"CS\"?><rss><channel><item>"
      + "<description>Schön laut</description></item></channel></rss>"
    let utf8 = Array(text.replacing("CS", with: "iso-8859-1").utf8)
    #expect(try FeedReading(utf8).records.map(\.text) == ["Schön laut"])
    let latin = text.replacing("CS", with: "utf-8").unicodeScalars.map {
      UInt8(truncatingIfNeeded: $0.value)
    }
    #expect(try FeedReading(latin).records.map(\.text) == ["Schön laut"])
    let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try FeedReading([0xFF, 0xFE] + wide).records.map(\.text) == ["Schön laut"])
  }

  @Test("one character at a time or all at once, a long feed gives the same items")
  func pieces() throws {
    let reviews = (0..<3000).map {
      "<review><review_id>\($0)</review_id><content>Leaks \($0 % 7) &amp; "
        + "drips</content><ratings><overall min=\"1\" max=\"5\">\($0 % 5 + 1)</overall></ratings></review>\n"
    }
    let text = "<feed><reviews>\n" + reviews.joined() + "</reviews></feed>"
    let bytes = Array(text.utf8)
    let feed = try FeedReading(bytes)
    #expect(feed.records.count == 3000)
    #expect(feed.rejects.isEmpty && feed.warnings.isEmpty)
    for (index, record) in feed.records.enumerated() {
      #expect(record.source.nativeID == "\(index)")
      #expect(record.source.line == index + 2)
      let byte = try #require(record.source.byte)
      #expect(bytes[byte...].starts(with: "<review><review_id>\(index)<".utf8))
    }
  }
}
