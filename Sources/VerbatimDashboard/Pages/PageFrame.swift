internal import VerbatimPipeline
internal import VerbatimReport

/// What all pages share: the menu, the search, our sheet, script and icon, and the foot.
struct PageFrame: Sendable {
  /// A place of the menu.
  enum Place: String, CaseIterable, Sendable {
    case overview = "Overview"
    case clusters = "Clusters"
    case products = "Products"
    case conversations = "Conversations"
    case trends = "Trends"
    case imports = "Imports"

    /// Where it is.
    var path: String { self == .overview ? "/" : "/" + rawValue.lowercased() }
  }

  static let sheet = "/assets/verbatim.css"
  static let script = "/assets/dashboard.js"
  static let icon = "/assets/icon.svg"

  let services: Services

  /// A page at a place of the menu; nil stands beside it.
  func page(
    _ finding: String,
    title: String,
    at place: Place?,
    lede: String? = nil,
    crumb: String? = nil
  ) -> PageView {
    var page = PageView(title: "\(title) · Verbatim", finding: finding)
    page.crumb = crumb
    page.lede = lede
    page.menu = Place.allCases.map {
      PageView.MenuItem($0.rawValue, href: $0.path, isCurrent: $0 == place)
    }
    page.search = "/search"
    page.sheet = Self.sheet
    page.script = Self.script
    page.icon = Self.icon
    let engine = services.engine.identity
    page.foot = [
      "Engine \(engine.version) · lexicon \(engine.lexiconHash.prefix(8)) · taxonomy "
        + "\(engine.taxonomyVersion) · config \(engine.configHash.prefix(8)) · ICU "
        + "\(engine.icuVersion). Times are UTC."
    ]
    return page
  }

  /// A page by its template.
  func html(_ view: some ViewValue, by template: String) -> Answer {
    .html(services.renderer.html(view, by: template))
  }

  /// How a page says that its counts are of a moment ago.
  static func staleness(_ isCurrent: Bool) -> String? {
    isCurrent
      ? nil
      : "New feedback and decisions are being counted; these are the counts of a moment ago."
  }

  /// What a page says above all else when its numbers are of a former state, and how far they are
  /// behind.
  func staleness<Value>(of kept: Kept<Value>) throws -> String? {
    guard !kept.isCurrent else { return nil }
    let behind = Int(try services.store.state().lastSignal - kept.state.lastSignal)
    guard behind > 0 else { return Self.staleness(false) }
    return "\(Figures.count(behind, "signal")) came or changed since and are being counted; these "
      + "are the counts of a moment ago."
  }
}

/// A choice among words, in a form.
struct SelectView: ViewValue {
  /// One word.
  struct Option: ViewValue {
    let value: String
    let title: String
    let isChosen: Bool
  }

  let id: String
  let name: String
  let title: String
  let options: [Option]

  /// A choice; its first option is none.
  init(
    _ name: String,
    _ title: String,
    none: String,
    options: [(value: String, title: String)],
    chosen: String?
  ) {
    id = "f-\(name)"
    self.name = name
    self.title = title
    var all = [(value: "", title: none)] + options
    // What was asked for stays to be seen, also when nothing has it.
    if let chosen, !all.contains(where: { $0.value == chosen }) { all.append((chosen, chosen)) }
    self.options = all.map {
      Option(value: $0.value, title: $0.title, isChosen: $0.value == chosen ?? "")
    }
  }
}

/// A page of a list, with the way to the next one.
struct PagerView: ViewValue {
  let text: String
  let previous: String?
  let next: String?

  /// A pager over numbered items.
  ///
  /// - Parameters:
  ///   - shown: Which are shown, from 0.
  ///   - total: How many there are.
  ///   - size: How many a page shows.
  ///   - link: The address of the page that begins at an item.
  init(_ shown: Range<Int>, of total: Int, size: Int, link: (Int) -> String) {
    text =
      shown.isEmpty
      ? "none of \(Figures.count(total))"
      : "\(Figures.count(shown.lowerBound + 1))–\(Figures.count(shown.upperBound)) of "
        + Figures.count(total)
    previous = shown.lowerBound > 0 ? link(max(0, shown.lowerBound - size)) : nil
    next = shown.upperBound < total ? link(shown.upperBound) : nil
  }
}

extension Call {
  /// The address of this page with one parameter changed or taken away.
  func link(_ name: String, _ value: String?) -> String {
    var query = query
    query[name] = value
    let fields = query.sorted { $0.key < $1.key }.map {
      "\($0.key)=\(FormFields.encoded($0.value))"
    }
    let place = path.isEmpty ? "/" : path
    return fields.isEmpty ? place : "\(place)?\(fields.joined(separator: "&"))"
  }
}
