import Testing
import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

@Suite("Microdata and RDFa")
struct MarkupDataTests {
  private func microdata(_ inside: String) throws -> FeedbackRecord? {
    try PageReading(
      "<html lang=en><div itemscope itemtype='https://schema.org/Review'>\(inside)</div>"
    ).records.first
  }

  @Test(
    "take a value from where the element keeps it",
    arguments: [
      "<meta itemprop=reviewRating content=4>",
      "<data itemprop=reviewRating value=4>four</data>",
      "<meter itemprop=reviewRating value=4 max=5>four</meter>",
      "<span itemprop=reviewRating>4</span>",
      "<span itemprop=reviewRating content=4>four</span>",
      "<b itemprop='x reviewRating'>4</b>",
      "<b itemprop='https://schema.org/reviewRating'>4</b>",
      "<i itemprop=reviewRating itemscope><b itemprop=ratingValue>4</b>/<b itemprop=bestRating>5</b></i>",
    ]
  )
  func values(inside: String) throws {
    #expect(try microdata(inside)?.ratings.first?.value == 4)
  }

  @Test("read text as a person sees it")
  func text() throws {
    let record = try microdata(
      "<div itemprop=reviewBody>  One &amp;amp; <b>two</b>,<style>b{}</style>\n three<br>four"
        + "<p>five <img alt=six src=s></p><script>no()</script>seven&nbsp; eight</div>"
        + "<a itemprop=author href=/u/1>Eva</a><time itemprop=datePublished "
        + "datetime=2020-01-02>then</time>"
    )
    #expect(record?.text == "One &amp; two, three\nfour\nfive six\nseven eight")
    #expect(record?.author == "Eva")
    #expect(record?.occurredAt?.description == "2020-01-02")
    #expect(record?.language == "en")
  }

  @Test("belong to the nearest item")
  func nearest() throws {
    let record = try microdata(
      "<b itemprop=reviewBody>Broke</b><p itemprop=author itemscope><b itemprop=name>Eva</b></p>"
        + "<p itemscope><b itemprop=name>Menu</b></p>"
    )
    #expect(record?.author == "Eva")
    #expect(record?.title == nil)
  }

  @Test("may stand elsewhere, and refer to themselves without end")
  func itemref() throws {
    let page = try PageReading(
      "<div itemscope itemtype='http://schema.org/Product' itemref='n r'></div>"
        + "<p id=n><b itemprop=name>Pan</b></p><div id=r itemprop=review itemscope itemref='r x x' "
        + "itemtype='http://schema.org/Review'></div><b id=x itemprop=reviewBody>Broke</b>"
    )
    #expect(page.records.map(\.text) == ["Broke"])
    #expect(page.records.first?.product.name == "Pan")
    #expect(page.records.first?.source.path == "Product.review")
  }

  @Test(
    "are schema.org's in RDFa by vocabulary or prefix",
    arguments: [
      "<div vocab='http://schema.org/' typeof=Review><b property=reviewBody>Broke</b></div>",
      "<div typeof='schema:Review'><b property='schema:reviewBody og:x'>Broke</b></div>",
      "<div prefix='s: https://schema.org/' typeof='s:Review'><b property='s:reviewBody'>Broke</b></div>",
    ]
  )
  func rdfa(page: String) throws {
    #expect(try PageReading(page).records.map(\.text) == ["Broke"])
  }

  @Test("name an RDFa item by its resource")
  func resource() throws {
    let page = try PageReading(
      "<body vocab='http://schema.org/'><div typeof=Product resource='#p'><b property=name>Pan</b>"
        + "</div><div typeof=Review><a property=itemReviewed resource='#p'>it</a>"
        + "<b property=reviewBody>Broke</b></div>"
    )
    #expect(page.records.map(\.text) == ["Broke"])
    #expect(page.records.first?.product.name == "Pan")
  }

  @Test("stop at the limits without a trap")
  func limits() throws {
    let open = "<div itemprop=review itemscope itemtype='http://schema.org/Review'>"
    let deep = try PageReading(
      String(repeating: open, count: 2_000) + "<b itemprop=reviewBody>Broke</b>"
    )
    #expect(deep.warnings.first?.code == .markupUnusable)
    let wide = try PageReading(
      String(repeating: open + "<b itemprop=reviewBody>Broke</b></div>", count: 10_100)
    )
    #expect(wide.warnings.first?.code == .markupUnusable)
    #expect(wide.records.count == 10_000)
    let json = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    #expect(try PageReading(jsonLD: json).warnings.first?.code == .jsonLDBroken)
  }

  @Test("survive a cut at every byte, and any byte in its place")
  func everyCut() throws {
    let page = Array(
      (#"<html lang=en><script type="application/ld+json">{"@type":"Review","#
        + #""reviewBody":"a&amp;<b>ü</b>"}</script><p itemscope itemtype='http://schema.org/Review' "#
        + #"itemref=q><b itemprop=reviewBody>x<br>y</b></p><i id=q itemprop=name>t</i>"#
        + #"<p vocab='http://schema.org/' typeof=Review><b property=reviewRating>3</b>"#).utf8
    )
    #expect(try !PageReading(page).records.isEmpty)
    for cut in 0...page.count { check(try PageReading(Array(page[..<cut]))) }
    for (index, byte) in zip(page.indices, (0...255).map(UInt8.init)) {
      var changed = page
      changed[(index * 37) % page.count] = byte
      check(try PageReading(changed))
    }
  }

  /// At most the three reviews of the page, each with something said, or told why not.
  private func check(_ reading: PageReading) {
    #expect(reading.records.count + reading.rejects.count <= 3)
    #expect(reading.records.allSatisfy { !$0.isEmpty })
  }
}
