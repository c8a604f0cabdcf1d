import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Site profiles")
struct SiteProfileTests {
  private static func css(_ text: String) throws -> SiteProfile.Selector {
    try SiteProfile.Selector(css: text, at: SourceLocation(file: "p.yaml"))
  }

  private static func xPath(_ text: String) throws -> SiteProfile.Selector {
    try SiteProfile.Selector(xPath: text, at: SourceLocation(file: "p.yaml"))
  }

  private static func field(
    _ part: SiteProfile.Part,
    _ selector: SiteProfile.Selector?,
    _ change: (inout SiteProfile.Field) -> Void = { _ in }
  ) -> SiteProfile.Field {
    var field = SiteProfile.Field(part, selector)
    change(&field)
    return field
  }

  /// A profile of body, rating and author for the pages written here.
  private static func plain() throws -> SiteProfile {
    var profile = try SiteProfile(path: "p.yaml", review: css(".r"))
    profile.fields = try [
      field(.body, css("p")), field(.rating, nil) { $0.attribute = "data-n" },
      field(.author, css("b")),
    ]
    return profile
  }

  private func read(
    _ page: String,
    _ profile: SiteProfile? = nil,
    tally: ProfileTally? = nil
  ) throws -> OpenedReading {
    var options = OpenedInput.Options()
    options.profiles = SiteProfiles([try profile ?? Self.plain()], tally: tally)
    return try OpenedReading(
      OpenedInput(TextSource(path: "page.html", bytes: Array(page.utf8)), options: options)
    )
  }

  @Test("what the page shows becomes records")
  func visible() throws {
    let reading = try read(
      "<html lang='en'><body>\n<div class='r' data-n='2'><b>Ann</b><p>It leaks.<br>Twice.</p></div>"
        + "\n<div class='r' data-n='5'><p>Good</p></div></body>"
    )
    #expect(reading.records.map(\.text) == ["It leaks.\nTwice.", "Good"])
    #expect(reading.records.map(\.author) == ["Ann", nil])
    #expect(reading.records.map { $0.ratings.first?.value } == [2, 5])
    #expect(reading.records.map(\.source.line) == [2, 3])
    #expect(reading.records.map(\.source.path) == ["review[0]", "review[1]"])
    #expect(reading.records.map(\.language) == ["en", "en"])
    #expect(reading.warnings.isEmpty)
  }

  @Test("the page's data come first, and the same review is one record")
  func merged() throws {
    let data =
      #"<script type="application/ld+json">{"@type":"Product","sku":"K","review":[{"@type":"Review","#
      + #""author":"Ann","reviewBody":"It leaks at the lid.","reviewRating":{"ratingValue":2}}]}</script>"#
    let shown =
      "<div class='r' data-n='2'><b>Ann</b><p>It  leaks at the lid.</p></div>"
      + "<div class='r' data-n='4'><b>Bo</b><p>Fine.</p></div>"
    let reading = try read("<html><head>\(data)</head><body>\(shown)</body></html>")
    #expect(reading.records.map(\.author) == ["Ann", "Bo"])
    #expect(reading.records[0].source.path == "Product.review")
    #expect(reading.records[1].source.path == "review[1]")
    // The only product of the page's data is that of the reviews which the page only shows.
    #expect(reading.records.map(\.product.sku) == ["K", "K"])
  }

  @Test("two customers of the same few words stay two")
  func fewWords() throws {
    let data =
      #"<script type="application/ld+json">{"@type":"Review","author":"Ann","reviewBody":"Good"}</script>"#
    let shown =
      "<div class='r' data-n='4'><b>Bo</b><p>Good</p></div>"
      + "<div class='r' data-n='4'><b>Cy</b><p>Good</p></div>"
    let reading = try read("<html><head>\(data)</head><body>\(shown)</body></html>")
    #expect(reading.records.map(\.author) == ["Ann", "Bo", "Cy"])
  }

  @Test("a cut text of the data is made whole by the page")
  func cutText() throws {
    let profile = try tentPeak()
    let reading = try OpenedReading(
      fixture: "profiles/tent-peak/page.html",
      profiles: SiteProfiles([profile])
    )
    #expect(reading.records.map(\.author) == ["Lou", "Sam", "Kit"])
    #expect(reading.records.map(\.title) == ["Leaks", "Quick", "Pegs"])
    #expect(reading.records[0].text?.hasSuffix("above the door let water in.") == true)
    #expect(reading.records.map { $0.ratings.first?.value } == [2, 5, 3])
    #expect(reading.records.map(\.product.sku) == ["TP-R2", "TP-R2", "TP-R2"])
    #expect(reading.records.map { $0.occurredAt?.description }.first == "2026-04-02")
    #expect(reading.warnings.isEmpty)
  }

  private func tentPeak() throws -> SiteProfile {
    var profile = try SiteProfile(
      path: "p.yaml",
      review: Self.xPath("//div[@id='feedback']/dl/dt")
    )
    profile.fields = try [
      Self.field(.author, Self.xPath("normalize-space(text()[1])")),
      Self.field(.rating, Self.css("> .glyphs")),
      Self.field(.date, Self.css("> time")) { $0.attribute = "datetime" },
      Self.field(.title, Self.xPath("following-sibling::dd[1]/strong")),
      Self.field(.body, Self.xPath("following-sibling::dd[1]/p")),
      Self.field(.sku, Self.css("table tr:nth-child(2) > td")) { $0.isOnPage = true },
    ]
    return profile
  }

  @Test("a replay of the shop, buttons and hidden words are not the customer's")
  func shopsWords() throws {
    var profile = try Self.plain()
    profile.fields = try [
      Self.field(.body, nil), Self.field(.author, Self.css("b")),
      Self.field(.reply, Self.css(".reply p")),
    ]
    profile.without = [try Self.css("button"), try Self.css(".reply")]
    let reading = try read(
      "<div class='r'><b>Ann</b> It leaks. <button>More</button><span hidden>x</span>"
        + "<script>y</script><img alt='a cup'><div class='reply'>We say: <p>Sorry</p></div></div>",
      profile
    )
    #expect(reading.records.map(\.text) == ["It leaks. a cup"])
    #expect(reading.records.first?.answers.map(\.value) == ["Sorry"])
    #expect(reading.records.first?.answers.map(\.role) == ["reply"])
  }

  @Test("patterns, values and formats")
  func values() throws {
    var profile = try Self.plain()
    profile.fields = try [
      Self.field(.body, Self.css("p")),
      Self.field(.rating, Self.css("i")) {
        $0.attribute = "class"
        $0.pattern = "star-([a-z]+)"
        $0.values = ["two": "2", "five": "5"]
      },
      Self.field(.date, Self.css("u")) { $0.format = "d 'de' MMMM 'de' yyyy" },
      Self.field(.verified, Self.css("em")) { $0.pattern = "^Verified" },
    ]
    let reading = try read(
      "<div class='r'><i class='star star-two'></i><p>a</p><u>3 de march de 2026</u><em>Verified</em></div>"
        + "<div class='r'><i class='star-five'></i><p>b</p><u>31.3.2026</u><em>Not Verified</em></div>"
        + "<div class='r'><i class='star-ten'></i><p>c</p></div>",
      profile
    )
    #expect(reading.records.map { $0.ratings.first?.value } == [2, 5, nil])
    #expect(reading.records.map { $0.occurredAt?.description } == ["2026-03-03", nil, nil])
    #expect(reading.records.map(\.flags.verifiedPurchase) == [true, nil, nil])
    #expect(reading.warnings.map(\.code) == [.ratingOutOfRange])
  }

  @Test("a page of another host is left alone")
  func hosts() throws {
    var profile = try Self.plain()
    profile.hosts = ["shop.example"]
    let body = "<body><div class='r' data-n='2'><p>It leaks.</p></div></body>"
    for (address, count) in [
      ("https://www.shop.example/1", 1), ("https://de.shop.example/1", 1),
      ("https://other.example/1", 0), ("https://notshop.example/", 0),
    ] {
      let page = "<html><head><link rel='canonical' href='\(address)'></head>\(body)</html>"
      #expect(try read(page, profile).records.count == count, "\(address)")
    }
    #expect(try read("<html>\(body)</html>", profile).records.count == 1)
  }

  @Test("a profile that finds little says so")
  func outOfDate() throws {
    let tally = ProfileTally()
    let profile = try Self.plain()
    let bare = try read(
      "<div class='r' data-n='2'></div><div class='r' data-n='3'><p>Words</p></div>",
      tally: tally
    )
    #expect(bare.warnings.map(\.code) == [.profileOutOfDate])
    #expect(bare.warnings.first?.message.contains("`body` in 1 of 2 reviews") == true)
    let other = try read("<p>About us</p>", tally: tally)
    #expect(other.warnings.map(\.code) == [.noReviews])
    #expect(other.warnings.first?.message.contains("profile") == true)
    let structured = try read(
      #"<script type="application/ld+json">{"@type":"Review","reviewBody":"Words"}</script>"#,
      tally: tally
    )
    #expect(structured.warnings.map(\.code) == [.profileUnmatched])
    let counts = tally.counts(of: profile)
    #expect(counts.pages == 3)
    #expect(counts.pagesWithReviews == 1)
    #expect(counts.reviews == 2)
    #expect(counts.parts[.body]?.reviews == 1)
    #expect(counts.parts[.body]?.example == "Words")
    #expect(counts.parts[.author] == nil)
    #expect(profile.outOfDate(counts) == [.body])
  }

  @Test("hostile pages cost little and are told")
  func hostile() throws {
    var profile = try SiteProfile(path: "p.yaml", review: Self.css(".review"))
    profile.fields = try [
      Self.field(.title, Self.xPath(".//*[.//*[.//*[.//b]]]")), Self.field(.body, Self.css("p")),
      Self.field(.rating, nil) {
        $0.attribute = "data-stars"
        $0.best = 5
      },
    ]
    let reading = try OpenedReading(
      fixture: "profiles/hostile/page.html",
      profiles: SiteProfiles([profile])
    )
    #expect(reading.records.contains { $0.text == "Twice the attribute\nTwo boxes" })
    #expect(!reading.records.contains { $0.text?.contains("not words") == true })
    let codes = Set(reading.warnings.map(\.code))
    #expect(codes.contains(.profileLimit))
    #expect(codes.contains(.ratingOutOfRange))
  }

  @Test("faults of XPath stand at their place")
  func xPathFaults() throws {
    let here = SourceLocation(file: "p.yaml", line: 4, column: 10)
    let fault = #expect(throws: Diagnostic.self) {
      try SiteProfile.Selector(xPath: "//li[@a=", at: here)
    }
    #expect(fault?.code == .selectorUnusable)
    #expect((fault?.location.column ?? 0) > 10)
    let css = #expect(throws: Diagnostic.self) {
      try SiteProfile.Selector(css: "li:hover", at: here)
    }
    #expect(css?.location.description == "p.yaml:4:13")
  }

  @Test(
    "dates in a stated format",
    arguments: [
      ("dd.MM.yyyy", "03.04.2026", "2026-04-03"), ("d.M.yy", "3.4.26", "2026-04-03"),
      ("MM/dd/yyyy", "04/03/2026", "2026-04-03"), ("d MMM yyyy", "3 apr. 2026", "2026-04-03"),
      ("MMMM d, yyyy", "April 3, 2026 – edited", "2026-04-03"),
      ("yyyy-MM-dd HH:mm", "2026-04-03 07:08", "2026-04-03T07:08:00Z"),
      ("M/d/yyyy h:mm a", "4/3/2026 12:05 AM", "2026-04-03T00:05:00Z"),
      ("yyyyMMdd", "20260403", "2026-04-03"), ("dd.MM.yyyy", "3. April", nil),
      ("dd.MM.yyyy", "31.02.2026", nil), ("d MMM yyyy", "3 Foo 2026", nil), ("dd.MM.yyyy", "", nil),
    ] as [(String, String, String?)]
  )
  func dates(format: String, text: String, instant: String?) throws {
    let pattern = try #require(DateFormatPattern(format))
    let months = ["apr": 4, "april": 4]
    #expect(pattern.instant(in: text, months: months)?.description == instant)
  }

  @Test("formats that say no day are none", arguments: ["", "dd.MM", "QQ yyyy MM dd", "d'M yyyy"])
  func noFormats(format: String) { #expect(!SiteProfile.isDateFormat(format)) }
}
