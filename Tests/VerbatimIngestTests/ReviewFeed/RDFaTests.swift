import Testing
import VerbatimCore

@testable import VerbatimIngest

/// One review of one pan, said in RDFa 1.1 in many ways.
@Suite("RDFa")
struct RDFaTests {
  @Test(
    "leads from review to rating, author and product",
    arguments: [
      // Relations that wait for what stands inside.
      """
      <div vocab="https://schema.org/" typeof="Review"><p property="reviewBody">Bent</p>
      <div rel="itemReviewed"><b typeof="Product"><i property="name">Pan</i></b></div>
      <div rel="author"><b property="name">Eva</b></div>
      <div rel="reviewRating"><b typeof="Rating"><i property="ratingValue">2</i></b></div></div>
      """,
      // Names and references to them.
      """
      <div vocab="https://schema.org/"><p about="#p" typeof="Product"><i property="name">Pan</i></p>
      <p resource="#e" typeof="Person"><i property="name">Eva</i></p>
      <div about="#r" typeof="Review"><p property="reviewBody">Bent</p>
      <a rel="itemReviewed" href="#p">it</a><link property="author" href="#e">
      <meta property="reviewRating" content="2"></div></div>
      """,
      // What is said elsewhere of the same thing.
      """
      <div prefix="s: http://schema.org/" about="[_:r]" typeof="s:Review">
      <p property="s:reviewBody">Bent</p></div><div prefix="s: https://schema.org/">
      <p about="_:r"><b property="s:author" content="Eva">E.</b><b property="s:reviewRating" datatype="xsd:integer"
      >2</b><b property="s:itemReviewed" typeof="s:Product"><i property="s:name">Pan</i></b></p></div>
      """,
      // The other way round.
      """
      <div vocab="https://schema.org/" about="#p" typeof="Product"><i property="name">Pan</i>
      <div rev="itemReviewed"><div typeof="Review"><p property="reviewBody" lang="en">Bent</p>
      <p property="author" typeof="Person"><i property="name">Eva</i></p>
      <p property="reviewRating" typeof="Rating"><i property="ratingValue" content="2">two</i></p>
      </div></div></div>
      """,
      // The prefix of its time, and its names.
      """
      <div xmlns:v="http://rdf.data-vocabulary.org/#" typeof="v:Review">
      <p property="v:description">Bent</p><b property="v:reviewer">Eva</b>
      <b rel="v:rating"><i typeof="v:Rating"><i property="v:value">2</i></i></b>
      <b rel="v:itemreviewed"><i typeof="v:Product"><i property="v:name">Pan</i></i></b></div>
      """,
      // The same names in microdata.
      """
      <div itemscope itemtype="http://data-vocabulary.org/Review"><p itemprop="description">Bent</p>
      <b itemprop="reviewer">Eva</b><b itemprop="rating">2</b><b itemprop="itemreviewed">Pan</b></div>
      """,
      // Lists, and a vocabulary that others stand in.
      """
      <div vocab="http://xmlns.com/foaf/0.1/" typeof="Document"><p property="title">Shop</p>
      <div vocab="http://schema.org/" typeof="Review"><p property="reviewBody description" inlist>Bent
      </p><a property="author" inlist typeof="Person" href="/u/1"><b property="name">Eva</b></a>
      <p property="itemReviewed" typeof="Product"><a href="/pan"><b property="name">Pan</b></a></p>
      <b property="reviewRating">2</b></div></div>
      """,
    ]
  )
  func ways(page: String) throws {
    let reading = try PageReading(page)
    #expect(reading.records.map(\.text) == ["Bent"])
    let record = try #require(reading.records.first)
    #expect(record.author == "Eva")
    #expect(record.product.name == "Pan")
    #expect(record.ratings.map(\.value) == [2])
  }

  @Test("keeps the reviews of one relation apart")
  func several() throws {
    let page = try PageReading(
      "<div vocab='http://schema.org/' typeof=Product><b property=name>Pan</b><div rel=review>"
        + "<p typeof=Review><b property=reviewBody>Bent</b></p>"
        + "<p typeof=Review><b property=reviewBody>Burnt</b></p></div></div>"
    )
    #expect(page.records.map(\.text) == ["Bent", "Burnt"])
    #expect(page.records.map(\.source.path) == ["Product.review[0]", "Product.review[1]"])
    #expect(page.records.map(\.product.name) == ["Pan", "Pan"])
  }

  @Test(
    "of another vocabulary is none of ours",
    arguments: [
      "<div vocab='http://example.org/' typeof=Review><b property=reviewBody>x</b></div>",
      "<div prefix='schema: http://example.org/' typeof='schema:Review'>"
        + "<b property='schema:reviewBody'>x</b></div>",
      "<div vocab='http://schema.org/'><div vocab='' typeof=Review>x</div></div>",
      "<div typeof='v:Review-aggregate'><b property='v:summary'>x</b><b property='v:rating'>4</b></div>",
    ]
  )
  func others(page: String) throws {
    #expect(try PageReading(page).records.isEmpty)
  }

  @Test("ends, however deep relations wait")
  func deep() throws {
    let open = String(repeating: "<div vocab='http://schema.org/' rel=review>", count: 5_000)
    let page = try PageReading(open + "<p typeof=Review><b property=reviewBody>Bent</b>")
    #expect(page.records.count <= 1)
    #expect(page.warnings.first?.code == .markupUnusable)
  }
}
