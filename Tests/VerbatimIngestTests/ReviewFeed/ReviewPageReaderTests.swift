import Testing
import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

@Suite("Review pages")
struct ReviewPageReaderTests {
  static let body = #""reviewBody":"Broke""#

  @Test(
    "find reviews wherever JSON-LD puts them",
    arguments: [
      (#"{"@type":"Product","name":"Pan","review":{"@type":"Review",B}}"#, "Product.review"),
      (
        #"{"@type":"Product","name":"Pan","reviews":[{B},{"@type":"Rating"}]}"#,
        "Product.reviews[0]"
      ),
      (#"{"@type":"UserReview","itemReviewed":{"@type":"Product","name":"Pan"},B}"#, "UserReview"),
      (
        #"{"@graph":[{"@type":"Product","@id":"p","name":"Pan"},{"@type":"Review","itemReviewed":{"@id":"p"},B}]}"#,
        "Review"
      ),
      (#"[{"@type":["Review","CriticReview"],"itemReviewed":"Pan",B}]"#, "Review"),
      (
        #"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"Product","name":"Pan","review":{"@type":"Review",B}}}]}"#,
        "ItemList.itemListElement.item.review"
      ),
      (
        #"{"@type":"WebPage","mainEntity":{"@type":"Product","name":"Pan"},"review":{"@type":"Review",B}}"#,
        "WebPage.review"
      ),
      (
        #"{"@type":"Product","name":"Pan","@reverse":{"itemReviewed":{"@type":"Review",B}}}"#,
        "Review"
      ),
      (
        #"{"@type":"Product","name":"Pan","offers":{"@type":"Offer","review":{"@type":"Review",B}}}"#,
        "Product.offers.review"
      ),
      (
        #"{"@type":"http://schema.org/Product","schema:name":"Pan","schema:review":{"@type":"schema:Review",B}}"#,
        "Product.review"
      ),
    ]
  )
  func shapes(json: String, path: String) throws {
    let page = try PageReading(
      jsonLD: json.replacing(",B", with: "," + Self.body)
        .replacing("{B", with: "{" + Self.body)
    )
    #expect(page.records.map(\.text) == ["Broke"])
    #expect(page.records.first?.product.name == "Pan")
    #expect(page.records.first?.source.path == path)
    #expect(page.warnings.isEmpty)
  }

  @Test("follow ids from one block to another")
  func references() throws {
    let script = "<script type='application/LD+JSON; charset=utf-8'>"
    let page = try PageReading(
      script + #"{"@type":"Product","@id":"p","name":"Pan","review":[{"@id":"r"}]}</script>"#
        + script + #"{"@type":"Review","@id":"r","reviewBody":"Broke"}</script>"#
        + script + #"{"@id":"p","@type":"Product","sku":"P-1"}</script>"#
    )
    #expect(page.records.map(\.text) == ["Broke"])
    #expect(page.records.first?.product.name == "Pan")
    #expect(page.records.first?.product.sku == "P-1")
  }

  @Test(
    "read a rating in every way it is written",
    arguments: [
      (#""reviewRating":{"ratingValue":4}"#, 4.0, 1.0, 5.0),
      (#""reviewRating":{"ratingValue":"4,5"}"#, 4.5, 1, 5),
      (#""reviewRating":{"ratingValue":"4.5 / 5"}"#, 4.5, 1, 5),
      (#""reviewRating":{"ratingValue":"8 / 10"}"#, 8, 1, 10),
      (#""reviewRating":{"ratingValue":["87"],"bestRating":100}"#, 87, 1, 100),
      (#""reviewRating":"4""#, 4, 1, 5),
      (#""reviewRating":3"#, 3, 1, 5),
      (#""reviewRating":{"ratingValue":0,"worstRating":0,"bestRating":"10"}"#, 0, 0, 10),
      (#""ratingValue":"2""#, 2, 1, 5),
    ]
  )
  func ratings(member: String, value: Double, low: Double, high: Double) throws {
    let page = try PageReading.review(member)
    #expect(
      page.records.first?.ratings == [try #require(Rating(.stars, value, min: low, max: high))]
    )
  }

  @Test("keep a review whose rating lies outside its scale, without the rating")
  func ratingOutside() throws {
    let page = try PageReading.review(#""reviewBody":"Broke","reviewRating":{"ratingValue":9}"#)
    #expect(page.records.first?.ratings == [])
    #expect(page.warnings.map(\.code) == [.ratingOutOfRange])
    #expect(
      page.warnings.first?.message == "Review: the rating 9 lies outside its scale of 1 to 5"
    )
  }

  @Test("carry everything that is stated")
  func fields() throws {
    let page = try PageReading(
      #"""
      <html lang="de"><head><link rel="canonical" href="https://www.shop.example/pan"></head>
      <script type="application/ld+json">
      {"@type":"Product","name":"Pan","sku":"P-1","gtin13":"4006381333931","mpn":"X9",
       "brand":{"@type":"Brand","name":"Acme"},"manufacturer":"Acme Works","url":"/pan?c=1",
       "productID":"asin:B000000001",
       "review":{"@type":"Review","@id":"#r7","name":"No &amp; never","reviewBody":"Broke",
        "author":{"@type":"Person","name":"Eva"},"datePublished":"April 1, 2011",
        "inLanguage":"en_GB","publisher":{"name":"Other","url":"https://other.example/"},
        "additionalProperty":{"name":"Verified purchase","value":"true"}}}
      </script></html>
      """#
    )
    let record = try #require(page.records.first)
    #expect(record.source.kind == .review)
    #expect(record.source.format == "schema-org")
    #expect(record.source.line == 2)
    #expect(record.source.url == "https://www.shop.example/pan")
    #expect(record.source.nativeID == "https://www.shop.example/pan#r7")
    #expect(record.title == "No & never")
    #expect(record.author == "Eva")
    #expect(record.occurredAt?.description == "2011-04-01")
    #expect(record.language == "en-GB")
    #expect(record.product.sku == "P-1")
    #expect(record.product.gtin == "4006381333931")
    #expect(record.product.mpn == "X9")
    #expect(record.product.asin == "B000000001")
    #expect(record.product.brand == "Acme")
    #expect(record.product.url == "https://www.shop.example/pan?c=1")
    #expect(record.supplier == "Acme Works")
    #expect(record.flags.syndicatedFrom == "Other")
    #expect(record.flags.verifiedPurchase == true)
  }

  @Test(
    "clean text of HTML and of entities escaped too often",
    arguments: [
      ("<p>Broke.<br/>Twice<b>!</b></p><script>x()<\\/script>", "Broke.\nTwice!"),
      ("It&amp;#39;s Tom &amp;amp; Co", "It's Tom & Co"),
      ("&lt;p&gt;Broke&lt;/p&gt;", "Broke"),
      ("I <3 it, a < b", "I <3 it, a < b"),
      ("one\\ntwo", "one\ntwo"),
      ("one &amp; two\\nthree <3", "one & two\nthree <3"),
      ("a <img alt='smile' src='x'> b", "a smile b"),
    ]
  )
  func cleaning(body: String, text: String) throws {
    #expect(try PageReading.review("\"reviewBody\":\"\(body)\"").records.first?.text == text)
  }

  @Test(
    "say what a page without reviews has instead",
    arguments: [
      ("", "no schema.org data"),
      ("<p>Hello", "no schema.org data"),
      (
        "<div itemscope itemtype='http://schema.org/Product'><div itemprop=aggregateRating itemscope>"
          + "<b itemprop=reviewCount>89</b></div></div>",
        "found Product with an aggregate rating of 89 reviews, but no single review"
      ),
      ("<div itemscope itemtype='http://schema.org/Book'></div>", "found Book, but no review"),
      (
        "<script type=application/ld+json>{\"@type\":\"ClaimReview\",\"text\":\"x\"}</script>",
        "found ClaimReview, but no review"
      ),
    ]
  )
  func withoutReviews(page: String, hint: String) throws {
    let reading = try PageReading(page)
    #expect(reading.records.isEmpty)
    #expect(reading.warnings.map(\.code) == [.noReviews])
    #expect(reading.warnings.first?.hint?.hasPrefix(hint) == true)
  }

  @Test("reject a review without words or rating")
  func empty() throws {
    let page = try PageReading.review(#""author":"Eva""#)
    #expect(page.records.isEmpty)
    #expect(page.rejects.map(\.code) == [.reviewEmpty])
    #expect(page.warnings.isEmpty)
  }

  @Test("count a review once that is marked up in three ways")
  func folded() throws {
    let page = try PageReading(
      #"""
      <script type="application/ld+json">{"@type":"Review","reviewBody":"It &quot;broke&quot;.",
      "author":"Eva","datePublished":"2020-01-02"}</script>
      <div itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody"> It
      "broke". </p><b itemprop="author">Eva</b><b itemprop="reviewRating">2</b></div>
      <div vocab="https://schema.org/" typeof="Review"><p property="reviewBody">It broke.</p>
      <time property="datePublished" datetime="2020-01-02">yesterday</time></div>
      <div itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody">It broke.</p>
      <b itemprop="author">Tom</b></div>
      """#
    )
    #expect(page.records.map(\.author) == ["Eva", "Tom"])
    #expect(page.records.first?.ratings.map(\.value) == [2])
  }

  @Test("keep the same short words of two customers apart")
  func anonymous() throws {
    let page = try PageReading(
      jsonLD:
        #"[{"@type":"Review","reviewBody":"Great!"},{"@type":"Review","reviewBody":"Great!"}]"#
    )
    #expect(page.records.count == 2)
    #expect(page.records.map(\.source.path) == ["Review[0]", "Review[1]"])
  }
}
