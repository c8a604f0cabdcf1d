import Testing
import VerbatimCore

@testable import VerbatimIngest

@Suite("Microformats")
struct MicroformatTests {
  private func record(_ page: String) throws -> FeedbackRecord? {
    try PageReading("<html lang=en>" + page).records.first
  }

  @Test(
    "are read in both versions",
    arguments: [
      """
      <div class="h-review"><h4 class="p-name">Never again</h4><a class="p-author h-card" href="/u">
      Eva</a><time class="dt-published" datetime="2026-03-05">then</time><p class="e-content">The
      lid<br>broke.</p><p class="p-item h-product"><b class="p-name">Pan</b> <data class="u-identifier"
      value="sku:P-1"></data></p><span class="p-rating">2</span>/<span class="p-best">10</span></div>
      """,
      """
      <div class="hreview"><h4 class="summary">Never again</h4><span class="reviewer vcard"><b
      class="fn">Eva</b></span><abbr class="dtreviewed" title="2026-03-05">then</abbr><p
      class="description">The lid<br>broke.</p><p class="item hproduct"><b class="fn">Pan</b> <span
      class="identifier"><b class="type">SKU</b> <b class="value">P-1</b></span></p><p class="rating">
      <span class="value">2</span>/<span class="best">10</span></p></div>
      """,
      """
      <article class="h-entry"><h4 class="p-name">Never again</h4><p class="p-author">Eva</p>
      <time class="dt-published">2026-03-05</time><p class="e-content">The lid<br>broke.</p><p
      class="p-item h-product"><b class="p-name">Pan</b><b class="p-sku">P-1</b></p><data
      class="p-rating" value="2">poor</data><data class="p-best" value="10"></data></article>
      """,
    ]
  )
  func versions(page: String) throws {
    let record = try #require(try record(page))
    #expect(record.title == "Never again")
    #expect(record.author == "Eva")
    #expect(record.occurredAt?.description == "2026-03-05")
    #expect(record.text == "The lid\nbroke.")
    #expect(record.product.name == "Pan")
    #expect(record.product.sku == "P-1")
    #expect(record.ratings == [try #require(Rating(.stars, 2, min: 1, max: 10))])
    #expect(record.language == "en")
  }

  @Test(
    "state a rating in many ways",
    arguments: [
      "<b class=p-rating>4</b>", "<abbr class=p-rating title=4>good</abbr>",
      "<b class=p-rating><i class=value>4</i> of 5</b>", "<img class=p-rating alt='4 of 5' src=s>",
      "<b class='p-rating h-rating'><i class=p-value>4</i><i class=p-best>5</i></b>",
      "<b class='p-rating h-rating'>4</b>", "<b class=p-rating>★★★★☆</b>",
      "<b class=p-rating><i class=value-title title=4></i></b>",
    ]
  )
  func ratings(inside: String) throws {
    let record = try record("<div class=h-review><p class=e-content>Good</p>\(inside)</div>")
    #expect(record?.ratings == [try #require(Rating(.stars, 4, min: 1, max: 5))])
  }

  @Test(
    "put a moment together from its parts",
    arguments: [
      ("<b class=value>2026-03-05</b> <b class=value>18:00</b>", "2026-03-05T18:00"),
      ("<b class=value>6:30pm</b> on <b class=value>2026-03-05</b>", "2026-03-05T18:30"),
      ("<b class=value-title title='2026-03-05T18:00Z'>x</b>", "2026-03-05T18:00:00Z"),
      ("2026-03-05", "2026-03-05"),
    ]
  )
  func moments(inside: String, moment: String) throws {
    let page =
      "<div class=h-review><p class=e-content>Good</p><p class=dt-published>\(inside)</p></div>"
    #expect(try record(page)?.occurredAt == Instant(iso8601: moment))
  }

  @Test("belong to the product around them")
  func product() throws {
    let page = try PageReading(
      "<div class=h-product><b class=p-name>Pan</b><div class=h-review><p class=e-content>Bent</p>"
        + "</div><div class='p-review h-review'><p class=e-content>Burnt</p></div>"
        + "<div class='p-review h-review-aggregate'><b class=p-average>4</b></div></div>"
    )
    #expect(page.records.map(\.text) == ["Bent", "Burnt"])
    #expect(page.records.map(\.product.name) == ["Pan", "Pan"])
    #expect(page.records.map(\.source.path) == ["Product.review[0]", "Product.review[1]"])
  }

  @Test(
    "are not the classes of a style sheet",
    arguments: [
      "<div class='h-full h-10'><p class='p-4 p-name'>x</p></div>",
      "<div class='hreviews'><p class='rating'>4</p></div>",
      "<p class='rating'>4</p><p class='h-card p-author'>Eva</p>",
      "<div class='h-entry'><p class='e-content'>A post</p></div>",
      "<div class='h-review-aggregate'><p class='p-item'>Pan</p><p class='p-rating'>4</p></div>",
    ]
  )
  func none(page: String) throws {
    #expect(try PageReading(page).records.isEmpty)
  }

  @Test("tell what a page of aggregates has")
  func aggregate() throws {
    let page = try PageReading(
      "<div class=h-review-aggregate><p class='p-item h-product'>Pan</p><b class=p-average>4</b>"
        + "<b class=p-count>89</b></div>"
    )
    #expect(
      page.warnings.first?.hint?.hasPrefix(
        "found Product with an aggregate rating of 89 reviews, but no single review"
      ) == true
    )
  }

  @Test("stop at the limits without a trap")
  func limits() throws {
    let deep = String(repeating: "<div class='p-item h-review'>", count: 3_000) + "Bent"
    #expect(try PageReading(deep).records.count <= 64)
    let wide = String(repeating: "<div class='p-x e-y'>", count: 20_000) + "Bent"
    #expect(try PageReading("<div class=h-review>" + wide).records.count <= 1)
  }
}
