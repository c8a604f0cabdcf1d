public import VerbatimCore

/// Where the reviews stand on a shop's saved pages, for pages that do not say it themselves.
///
/// A container for each review, and inside of it what is asked for, by CSS selectors or XPath 1.0.
public struct SiteProfile: Hashable, Sendable {
  /// What a selector finds.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// The customer's words.
    case body
    /// The title of the review.
    case title
    /// The rating.
    case rating
    /// The name under which the writer is shown.
    case author
    /// When it was written.
    case date
    /// What the shop answered.
    case reply
    /// The shop's id of the review.
    case id
    /// The language of the review.
    case language
    /// Whether the writer bought the product: anything found says yes.
    case verified
    /// The shop's code of the product.
    case sku = "product.sku"
    /// The trade number.
    case gtin = "product.gtin"
    /// Amazon's number.
    case asin = "product.asin"
    /// The maker's part number.
    case mpn = "product.mpn"
    /// The product's name.
    case name = "product.name"
    /// The brand.
    case brand = "product.brand"
    /// The product's page.
    case url = "product.url"
  }

  /// A selector with its place in the profile.
  public struct Selector: Hashable, Sendable {
    /// The selector as it was written.
    public let text: String
    /// The same as XPath.
    public let xPath: String
    /// Where it stands.
    public let location: SourceLocation

    /// Compiles CSS.
    ///
    /// - Throws: `V1251` with the place of the fault.
    public init(css text: String, at location: SourceLocation) throws(Diagnostic) {
      do throws(CSSSelector.Fault) {
        try self.init(text, CSSSelector(text).xPath, at: location)
      } catch {
        throw Self.fault(text, error.place, error.reason, at: location)
      }
    }

    /// Checks XPath 1.0.
    ///
    /// - Throws: `V1251` with the place of the fault.
    public init(xPath text: String, at location: SourceLocation) throws(Diagnostic) {
      do throws(SelectorPathFault) {
        _ = try SelectorPath(text)
      } catch {
        let byte = min(max(error.byte, 0), text.utf8.count)
        let before = String(decoding: Array(text.utf8.prefix(byte)), as: UTF8.self)
        throw Self.fault(
          text,
          before.unicodeScalars.count,
          text.isEmpty ? "an expression is missing" : "it is no XPath 1.0",
          at: location
        )
      }
      self.init(text, text, at: location)
    }

    private init(_ text: String, _ xPath: String, at location: SourceLocation) {
      self.text = text
      self.xPath = xPath
      self.location = location
    }

    private static func fault(
      _ text: String,
      _ place: Int,
      _ reason: String,
      at location: SourceLocation
    ) -> Diagnostic {
      var here = location
      let before = text.unicodeScalars.prefix(place)
      let breaks = before.count { $0 == "\n" }
      here.line = location.line.map { $0 + breaks }
      if breaks == 0 { here.column = location.column.map { $0 + place } }
      return Diagnostic(
        .selectorUnusable,
        at: here,
        "the selector `\(text.prefix(200))` cannot be used: \(reason)",
        hint: "say it in other CSS, or as {xpath: …}"
      )
    }
  }

  /// How one part is found and read.
  public struct Field: Hashable, Sendable {
    /// What it is.
    public var part: Part
    /// Where it stands; nil for the container itself, or the document.
    public var selector: Selector?
    /// The attribute that holds it; nil for the text inside.
    public var attribute: String?
    /// A regular expression; its first group, or else all that it matches, is the value.
    public var pattern: String?
    /// What values stand for, where they are not the thing itself.
    public var values: [String: String] = [:]
    /// Whether it is looked for on the whole page rather than in each review.
    public var isOnPage = false
    /// The best rating; nil for what the text says, or 5.
    public var best: Double?
    /// The worst rating; nil for 1.
    public var worst: Double?
    /// How a date is written, in the letters of Unicode: `d. MMMM yyyy`.
    public var format: String?

    /// A part, found by a selector.
    public init(_ part: Part, _ selector: Selector?) {
      self.part = part
      self.selector = selector
    }
  }

  /// The file of the profile.
  public var path: String
  /// The name of the site, under which its ids are its own; nil when none is stated.
  public var site: String?
  /// The hosts of its pages; empty for any.
  public var hosts: [String] = []
  /// The container of a review.
  public var review: Selector
  /// What is inside, in the order of the file.
  public var fields: [Field] = []
  /// Parts of a review that are no words of the customer: buttons, badges.
  public var without: [Selector] = []

  /// A profile that finds containers and nothing inside yet.
  public init(path: String, review: Selector) {
    self.path = path
    self.review = review
  }

  /// Whether a text is a format of dates that can be read.
  public static func isDateFormat(_ text: String) -> Bool { DateFormatPattern(text) != nil }

  /// Whether the profile is for a page at an address; a page of which none is known may be its.
  func applies(to address: String?) -> Bool {
    guard !hosts.isEmpty, let host = PageAddress.host(of: address) else { return true }
    return hosts.contains { stated in
      let name = stated.lowercased()
      return host == name || "www." + host == name || host.hasSuffix("." + name)
    }
  }
}

/// The profiles of an import, and the count of what they find.
public struct SiteProfiles: Sendable {
  /// The profiles; the first that is for a page is used.
  public var list: [SiteProfile]
  /// Where what they find is counted; nil when nobody asks.
  public var tally: ProfileTally?
  /// The numbers of months by their folded names.
  var months = ColumnNames.builtIn.months

  /// Profiles, none by default.
  public init(_ list: [SiteProfile] = [], tally: ProfileTally? = nil) {
    self.list = list
    self.tally = tally
  }

  /// The profile for a page.
  func profile(for address: String?) -> SiteProfile? {
    list.first { $0.applies(to: address) }
  }
}
