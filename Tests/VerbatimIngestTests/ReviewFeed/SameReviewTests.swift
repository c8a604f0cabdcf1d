import Testing
import VerbatimCore

@testable import VerbatimIngest

/// A page that says the same reviews in every way there is.
@Suite("The same review said several times")
struct SameReviewTests {
  private struct Review {
    var words: String
    var author: String?
    var day: String
    var stars: Int
  }

  /// Fifty: some alike in all but their writer, some by nobody.
  private static let reviews: [Review] = (0..<50).map { number in
    Review(
      words: number % 10 == 0 ? "Great!" : "The lid of number \(number) \"broke\" & leaks.",
      author: number % 7 == 0 ? nil : "Customer \(number)",
      day: "2026-0\(1 + number / 28)-\(number % 28 < 9 ? "0" : "")\(1 + number % 28)",
      stars: 1 + number % 5
    )
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
  }

  private static var jsonLD: String {
    let items = reviews.map { review in
      let body = review.words.replacing("\"", with: "\\\"")
      let author = review.author.map { #","author":{"@type":"Person","name":"\#($0)"}"# } ?? ""
      return #"{"@type":"Review","reviewBody":"\#(body)","datePublished":"\#(review.day)","#
        + #""reviewRating":{"ratingValue":\#(review.stars)}\#(author)}"#
    }
    return #"<script type="application/ld+json">{"@type":"Product","name":"Pan","review":["#
      + items.joined(separator: ",") + "]}</script>"
  }

  private static var microdata: String {
    "<div itemscope itemtype=\"https://schema.org/Product\"><b itemprop=name>Pan</b>"
      + "<b itemprop=sku>P-1</b>"
      + reviews.map { review in
        "<div itemprop=review itemscope itemtype=\"https://schema.org/Review\"><p itemprop=reviewBody>"
          + escaped(review.words) + "</p>"
          + (review.author.map { "<b itemprop=author>\($0)</b>" } ?? "")
          + "<time itemprop=datePublished datetime=\(review.day)>then</time>"
          + "<b itemprop=reviewRating>\(review.stars)</b></div>"
      }.joined() + "</div>"
  }

  private static var rdfa: String {
    "<div vocab=\"https://schema.org/\" typeof=Product><b property=name>Pan</b><div rel=review>"
      + reviews.map { review in
        "<div typeof=Review><p property=reviewBody>" + escaped(review.words) + "</p>"
          + (review.author.map { "<b property=author>\($0)</b>" } ?? "")
          + "<time property=datePublished datetime=\(review.day)>then</time>"
          + "<b property=reviewRating>\(review.stars)</b></div>"
      }.joined() + "</div></div>"
  }

  private static var microformats: String {
    "<div class=h-product><b class=p-name>Pan</b>"
      + reviews.map { review in
        "<div class=\"p-review h-review\"><p class=e-content>" + escaped(review.words) + "</p>"
          + (review.author.map { "<b class=p-author>\($0)</b>" } ?? "")
          + "<time class=dt-published datetime=\(review.day)>then</time>"
          + "<b class=p-rating>\(review.stars)</b></div>"
      }.joined() + "</div>"
  }

  private static var visible: String {
    reviews.map { "<div class=review><p>\(escaped($0.words))</p><i>\($0.author ?? "")</i></div>" }
      .joined()
  }

  @Test(
    "is one record",
    arguments: [
      jsonLD + microdata + visible, microdata + visible + jsonLD, microformats + jsonLD,
      rdfa + microformats + microdata + jsonLD + visible, microformats + rdfa,
    ]
  )
  func fifty(page: String) throws {
    let reading = try PageReading(page)
    #expect(reading.records.count == 50)
    #expect(reading.records.map(\.text) == Self.reviews.map(\.words))
    #expect(reading.records.map(\.author) == Self.reviews.map(\.author))
    #expect(
      reading.records.map { $0.ratings.first?.value } == Self.reviews.map { Double($0.stars) }
    )
    #expect(reading.records.allSatisfy { $0.product.name == "Pan" })
    #expect(reading.rejects.isEmpty && reading.warnings.isEmpty)
  }

  @Test("on the same elements is one record with what each says")
  func sameElements() throws {
    let page = try PageReading(
      "<div class=hproduct itemscope itemtype='http://schema.org/Product'><b class=fn itemprop=name>"
        + "Pan</b><i itemprop=sku>P-1</i><div class='review hreview' itemprop=review itemscope "
        + "itemtype='http://schema.org/Review'><p class=description itemprop=reviewBody>Bent</p>"
        + "<b class=reviewer>Eva</b><b itemprop=reviewRating>2</b></div></div>"
    )
    #expect(page.records.map(\.text) == ["Bent"])
    #expect(page.records.first?.author == "Eva")
    #expect(page.records.first?.product.sku == "P-1")
    #expect(page.records.first?.ratings.map(\.value) == [2])
  }

  @Test("is one record when a syntax cuts it short, and keeps all its words")
  func cut() throws {
    let words =
      "The lid came off on the second day and the handle got so hot that I dropped it all."
    let short = String(words.prefix(70)) + "…"
    let page = try PageReading(
      "<script type='application/ld+json'>{\"@type\":\"Review\",\"reviewBody\":\"\(short)\","
        + "\"author\":\"Eva\"}</script><div class=h-review><p class=e-content>\(words)</p>"
        + "<b class=p-author>Eva</b></div><div class=h-review><p class=e-content>\(words)</p>"
        + "<b class=p-author>Tom</b></div>"
    )
    #expect(page.records.map(\.text) == [words, words])
    #expect(page.records.map(\.author) == ["Eva", "Tom"])
  }
}
