public import VerbatimCore
public import VerbatimText

/// Reads the reviews of a saved page from its data: JSON-LD, microdata, RDFa and microformats; what
/// those lack, by a ``SiteProfile`` where there is one.
///
/// The page is parsed once, and whole. A review that is marked up in several ways is one record;
/// ratings of all customers together are never reviews. JSON-LD that is nearly JSON is mended, with
/// a warning that says how.
///
/// - SeeAlso: schema.org's Review; the microdata section of the HTML standard; RDFa Core 1.1 and
///   HTML+RDFa 1.1; JSON-LD 1.1; microformats2 parsing, hReview and hProduct.
public struct ReviewPageReader: FeedbackReader {
  /// The largest page that is read, in bytes.
  public static let largestPage = 64 * 1024 * 1024

  let source: TextSource
  private let address: String?
  let profiles: SiteProfiles
  private var items = GatheredItems()

  /// Reviews of the page in `source`.
  ///
  /// - Parameters:
  ///   - source: The page, at its start.
  ///   - address: Where the page stood on the web, when that is known from elsewhere; what the page
  ///     says of itself comes first.
  ///   - profiles: Where reviews stand that the page's data lack.
  public init(
    _ source: TextSource,
    address: String? = nil,
    profiles: SiteProfiles = SiteProfiles()
  ) {
    self.source = source
    self.address = address
    self.profiles = profiles
  }

  /// The next review; the page's own warnings come first.
  ///
  /// - Throws: `V1109` when the page is larger than ``largestPage``.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    if items.begins() { try read() }
    return items.next()
  }

  /// What the parser is to see of a page.
  ///
  /// What is found is the same; the fuzzer holds them against one another.
  package enum Parsing: Sendable {
    /// All of it.
    case whole
    /// What may carry data, however short the page is.
    case abridged
    /// What is fastest.
    case quick
  }

  /// What the parser is to see of the page.
  package var parsing = Parsing.quick

  /// Of most pages the parser need not see what stands around their data.
  private func parsed(_ page: [UInt8]) -> [UInt8] {
    if parsing == .whole { return page }
    let shortest = parsing == .abridged ? 0 : PageSkeleton.shortestPage
    // A page with microdata is seldom one whose data stand in JSON-LD alone.
    let hasItems = MarkupParser.holds("itemscope", in: page)
    let skeleton = hasItems ? nil : PageSkeleton(page, shortest: shortest)
    return skeleton?.bytes ?? AbridgedPage(page, shortest: shortest)?.bytes ?? page
  }

  private mutating func read() throws(Diagnostic) {
    let bytes = try source.readAll(limit: Self.largestPage)
    var collector = PageCollector()
    let failure = MarkupParser.parse(parsed(bytes), into: &collector)
    collector.finish()
    let here = SourceLocation(file: source.path)
    if failure != 0 {
      warn(
        .markupUnusable,
        at: here,
        "the page's mark-up could not be read to its end (libxml2 error \(failure))",
        hint: "what stands before is read; save the page again"
      )
    }
    var page = StructuredPage()
    var isCut = collector.isCut
    let json = JSONReader()
    for script in collector.scripts {
      let text = Array(collector.bytes[script.text.start..<script.text.end])
      let location = SourceLocation(file: source.path, line: script.line)
      let block = JSONLDBlock(text, with: json, at: location)
      if let warning = block.warning { items.append(.warning(warning)) }
      guard let document = block.document else { continue }
      if page.addJSONLD(document, line: script.line) { isCut = true }
    }
    if page.addMarkup(collector) { isCut = true }
    page.link()
    if isCut {
      warn(
        .markupUnusable,
        at: here,
        "the page has more than \(PageCollector.mostItems) items, or nests them more than "
          + "\(PageCollector.deepest) deep; the rest is left out",
        hint: "split the page, or check whether its mark-up repeats itself"
      )
    }
    report(page, collector, bytes)
  }

  private mutating func report(
    _ page: StructuredPage,
    _ collector: PageCollector,
    _ bytes: [UInt8]
  ) {
    let stated = StructuredPage.trimmed(collector.base, in: collector)
    let base = stated.map { PageAddress.absolute($0, from: address) } ?? address
    let canonical = StructuredPage.trimmed(collector.canonical, in: collector) ?? address
    var mapper = ReviewMapper(
      page,
      file: source.path,
      language: StructuredPage.trimmed(collector.language, in: collector),
      canonical: canonical,
      base: base
    )
    var folder = ReviewFolder()
    for review in mapper.reviews() { folder.add(review) }
    var isProfiled = false
    let home = canonical.map { PageAddress.absolute($0, from: base) }
    if let profile = profiles.profile(for: home) {
      isProfiled = true
      // A page without any review is told of below.
      addReviews(
        of: profile,
        bytes,
        page,
        home: home,
        base: base ?? home,
        isOnlySource: folder.found.isEmpty,
        to: &folder
      )
    }
    guard !folder.found.isEmpty else {
      warn(
        .noReviews,
        at: SourceLocation(file: source.path),
        isProfiled
          ? "the page has no review to read, by its own data or the profile"
          : "the page has no review to read",
        hint: ReviewPageSummary(page).hint
      )
      return
    }
    for found in folder.found { report(found) }
  }

  private mutating func report(_ found: ReviewMapper.Found) {
    let record = found.record
    let fault = record.ratings.isEmpty ? found.ratingFault : nil
    let place = record.source.path ?? "the review"
    guard !record.isEmpty else {
      items.append(
        .reject(
          Diagnostic(
            .reviewEmpty,
            at: record.location,
            fault.map { "\(place) has no words, and \($0)" }
              ?? "\(place) has neither words nor a rating",
            hint: "the page may load its texts later: save it once they are visible"
          )
        )
      )
      return
    }
    items.append(.record(record))
    if let fault {
      warn(
        .ratingOutOfRange,
        at: record.location,
        "\(place): \(fault)",
        hint: "the review is kept without it; the page should state bestRating and worstRating"
      )
    }
  }

  mutating func warn(
    _ code: DiagnosticCode,
    at location: SourceLocation,
    _ message: String,
    hint: String
  ) {
    items.append(.warning(Diagnostic(code, .warning, at: location, message, hint: hint)))
  }
}
