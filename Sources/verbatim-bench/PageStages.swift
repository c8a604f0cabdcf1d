import VerbatimPipeline

/// Saved review pages and a feed, read to records of feedback.
struct PageStages {
  /// What the documents are called.
  let name: String
  /// The documents.
  let documents: [[UInt8]]
  /// What they are.
  let kind: Kind

  /// What the documents are.
  enum Kind: String {
    case microdata
    case jsonLD = "json-ld"
    case feed
  }

  /// How many reviews stand on a page.
  static let reviewsOnPage = 30
  /// How many boxes stand around the reviews.
  ///
  /// So many that libxml2 alone reads some 360 pages with microdata a second and 820 with JSON-LD on
  /// a 2.5 GHz core, as it does shops' own saved pages.
  private static func boxes(_ hasMicrodata: Bool) -> Int { hasMicrodata ? 720 : 260 }

  /// So many pages with microdata, as many with JSON-LD, and a feed with the reviews of as many.
  static func all(pages: Int) -> [PageStages] {
    let bodies = BenchText.texts(count: reviewsOnPage * 4)
    return [
      PageStages(
        name: "microdata pages",
        documents: (0..<pages).map { Array(page($0, bodies, hasMicrodata: true).utf8) },
        kind: .microdata
      ),
      PageStages(
        name: "JSON-LD pages",
        documents: (0..<pages).map { Array(page($0, bodies, hasMicrodata: false).utf8) },
        kind: .jsonLD
      ),
      PageStages(name: "feed", documents: [Array(feed(pages, bodies).utf8)], kind: .feed),
    ]
  }

  /// How many bytes the documents have.
  var size: Int { documents.reduce(0) { $0 + $1.count } }

  /// The documents one after another, each with a NUL behind it, for programs of others.
  var joined: [UInt8] { documents.flatMap { $0 + [0] } }

  /// The reading to records; the answer is how many.
  var records: EngineStages.Stage {
    EngineStages.Stage(name: "\(name) to records") {
      var count = 0
      for document in documents {
        guard let source = try? TextSource(path: name, bytes: document) else { continue }
        if kind == .feed {
          count += Self.count(ReviewFeedReader(source, format: .googleReviews))
        } else {
          count += Self.count(ReviewPageReader(source))
        }
      }
      return count
    }
  }

  private static func count(_ reader: some FeedbackReader) -> Int {
    var reader = reader
    var count = 0
    while let item = try? reader.next() {
      if case .record = item { count += 1 }
    }
    return count
  }

  /// A page as shops write them: navigation, styles, scripts, pictures, and reviews in many boxes.
  private static func page(_ number: Int, _ bodies: [String], hasMicrodata: Bool) -> String {
    var text =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Kettle \(number)"
      + "</title>\n<link rel=\"canonical\" href=\"https://shop.example/p/\(number)\">\n<style>"
    for rule in 0..<80 { text += ".c\(rule) .box > a { color: #0\(rule); margin: \(rule)px }\n" }
    text += "</style>\n"
    if !hasMicrodata { text += jsonLD(number, bodies) }
    text += "</head><body class=\"shop\">\n<nav><ul>\n"
    for link in 0..<boxes(hasMicrodata) {
      text +=
        "<li class=\"menu__item c\(link % 80)\"><a class=\"menu__link\" href=\"/c/\(link)?ref=nav\">"
        + "<span class=\"menu__label\">Department \(link)</span></a>"
        + "<picture><source srcset=\"/i/\(link)-2x.webp 2x\" type=\"image/webp\">"
        + "<img src=\"/i/\(link).jpg\" alt=\"Department \(link)\" width=\"160\" height=\"160\" loading=\"lazy\">"
        + "</picture><p class=\"menu__teaser\">From \(link) &euro; &ndash; delivered tomorrow</p></li>\n"
    }
    text += "</ul></nav>\n<main"
    if hasMicrodata { text += " itemscope itemtype=\"https://schema.org/Product\"" }
    text += "><h1\(property("name", hasMicrodata))>Kettle \(number)</h1>\n"
    if hasMicrodata { text += "<meta itemprop=\"sku\" content=\"K-\(number)\">\n" }
    text += "<section class=\"reviews\" id=\"reviews\">\n"
    for review in 0..<reviewsOnPage { text += box(number, review, bodies, hasMicrodata) }
    text += "</section></main>\n<footer>"
    for script in 0..<6 {
      text += "<script>window.shop = window.shop || []; for (let i = 0; i < \(script); i++) "
      text += "{ shop.push({ id: i, name: \"part \(script)\" }) }</script>\n"
    }
    return text + "</footer></body></html>\n"
  }

  private static func property(_ name: String, _ isStated: Bool) -> String {
    isStated ? " itemprop=\"\(name)\"" : ""
  }

  private static func box(
    _ page: Int,
    _ review: Int,
    _ bodies: [String],
    _ isStated: Bool
  ) -> String {
    let scope =
      isStated ? " itemprop=\"review\" itemscope itemtype=\"https://schema.org/Review\"" : ""
    let rating =
      isStated
      ? " itemprop=\"reviewRating\" itemscope itemtype=\"https://schema.org/Rating\"" : ""
    let writer =
      isStated ? " itemprop=\"author\" itemscope itemtype=\"https://schema.org/Person\"" : ""
    let stars = (page + review) % 5 + 1
    return """
      <article class="review c\(review)" id="review-\(page)-\(review)"\(scope)>
        <header class="review__head"><div class="review__avatar"><img src="/a/\(review).png" alt="" \
      width="40" height="40"></div>
          <div class="review__by"\(writer)><span class="name"\(property("name", isStated))>Ann \
      \(page * reviewsOnPage + review)</span></div>
          <div class="review__stars"\(rating)><span class="stars stars--\(stars)" aria-hidden="true">\
      </span><span class="u-hidden"\(property("ratingValue", isStated))>\(stars)</span></div>
          <time datetime="2026-0\(review % 9 + 1)-11"\(property("datePublished", isStated))>\
      11.0\(review % 9 + 1).2026</time>
        </header>
        <h3 class="review__title"\(property("name", isStated))>Title \(review)</h3>
        <div class="review__text"\(property("reviewBody", isStated))><p>\
      \(bodies[(page + review) % bodies.count])</p></div>
        <div class="review__foot"><button class="btn btn--small" type="button" \
      data-review="\(review)"><svg class="icon"><use href="#up"></use></svg><span>Helpful \
      (\(review))</span></button></div>
      </article>

      """
  }

  private static func jsonLD(_ page: Int, _ bodies: [String]) -> String {
    var text =
      "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Product\","
      + "\"name\":\"Kettle \(page)\",\"sku\":\"K-\(page)\",\"review\":["
    for review in 0..<reviewsOnPage {
      let body = bodies[(page + review) % bodies.count].replacing("\"", with: "")
      text += review == 0 ? "" : ","
      text +=
        "{\"@type\":\"Review\",\"name\":\"Title \(review)\",\"reviewBody\":\"\(body)\","
        + "\"author\":{\"@type\":\"Person\",\"name\":\"Ann \(page * reviewsOnPage + review)\"},"
        + "\"datePublished\":\"2026-0\(review % 9 + 1)-11\",\"reviewRating\":{\"@type\":\"Rating\","
        + "\"ratingValue\":\((page + review) % 5 + 1),\"bestRating\":5}}"
    }
    return text + "]}</script>\n"
  }

  /// A feed of product reviews as Google takes it.
  private static func feed(_ pages: Int, _ bodies: [String]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed><version>2.4</version>"
    text += "<publisher><name>Shop</name></publisher>\n<reviews>\n"
    for page in 0..<pages {
      for review in 0..<reviewsOnPage {
        let body = bodies[(page + review) % bodies.count]
          .replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        text += """
          <review><review_id>\(page)-\(review)</review_id><reviewer><name>Ann</name></reviewer>
          <review_timestamp>2026-0\(review % 9 + 1)-11T10:00:00Z</review_timestamp>
          <title>Title \(review)</title><content>\(body)</content>
          <ratings><overall min="1" max="5">\((page + review) % 5 + 1)</overall></ratings>
          <products><product><product_ids><skus><sku>K-\(page)</sku></skus></product_ids>
          <product_name>Kettle \(page)</product_name></product></products></review>

          """
      }
    }
    return text + "</reviews></feed>\n"
  }
}
