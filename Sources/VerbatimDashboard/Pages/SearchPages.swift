internal import HTTPTypes
internal import VerbatimPipeline
internal import VerbatimReport

/// Search over the customers' words: who else said this.
struct SearchPages: Sendable {
  /// How many texts a page shows.
  static let limit = 25

  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/search",
        name: "search",
        summary: "Search.",
        role: .read,
        parameters: [
          Parameter("q", .text(longest: 200), "Words."),
          Parameter("sku", .text(longest: 200), "An article."),
          Parameter("supplier", .text(longest: 200), "A supplier."),
          Parameter("issue", .text(longest: 80), "An issue."),
          Parameter("since", .date, "From this day on."),
        ],
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: show
      )
    ]
  }

  private func show(_ call: Call) async throws -> Answer {
    let words = call.text("q") ?? ""
    // An id leads to what it names.
    if try services.store.signalJSON(id: words) != nil {
      return .seeOther("/signals/" + Links.encoded(words))
    }
    let query = SearchQuery(words)
    let index = try await services.searchIndex.value(.init())
    let found = try query.map {
      try services.store.searchPage($0, filter: call.signalFilter, limit: Self.limit + 1)
    }
    let hits = found?.hits ?? []
    let shown = Array(hits.prefix(Self.limit))
    let isMore = hits.count > shown.count
    let frame = PageFrame(services: services)
    var page = frame.page(
      finding(words, query, shown.count, isMore: isMore),
      title: "Search",
      at: nil
    )
    page.query = words
    let reports = try services.store.reports(ofSignals: shown.map(\.signalID))
    let view = SearchView(
      page: page,
      words: words,
      sku: call.text("sku") ?? "",
      supplier: call.text("supplier") ?? "",
      issue: SelectView(
        "issue",
        "Issue",
        none: "Any",
        options: services.names.issues.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
        chosen: call.text("issue")
      ),
      since: call.instant("since").map { String($0.description.prefix(10)) } ?? "",
      heading: query == nil
        ? "What to type" : found?.isNewestFirst == true ? "Newest first" : "Best matches first",
      note: note(found, shown.count, isMore: isMore, isIndexCurrent: index.isCurrent),
      none: none(words, query, shown.isEmpty),
      quotes: shown.map { quote($0, reports[$0.signalID]) }
    )
    return frame.html(view, by: "dashboard-search")
  }

  private func finding(
    _ words: String,
    _ query: SearchQuery?,
    _ count: Int,
    isMore: Bool
  ) -> String {
    guard query != nil else { return "Search the customers’ words" }
    if count == 0 { return "No text says “\(words)”" }
    return isMore
      ? "More than \(count) texts say “\(words)”"
      : "\(Figures.count(count, "text says", "texts say")) “\(words)”"
  }

  private func note(
    _ found: SearchPage?,
    _ count: Int,
    isMore: Bool,
    isIndexCurrent: Bool
  ) -> String {
    guard let found else { return "" }
    var note =
      isMore
      ? "the \(found.isNewestFirst ? "newest" : "best") \(Self.limit); more words narrow it"
      : Figures.count(count, "text")
    if let lookedAt = found.lookedAt {
      note += "; of the newest \(Figures.count(lookedAt)) with these words"
    }
    if !isIndexCurrent { note += "; the latest feedback is not in the index yet" }
    return note
  }

  private func none(_ words: String, _ query: SearchQuery?, _ isEmpty: Bool) -> StateView? {
    if query == nil {
      return StateView(
        nothing: words.isEmpty ? "Type some words" : "There is no word in that",
        "“exact words” in quotes stand in a row; rivet* finds rivets and riveted.",
        "A signal’s id leads to the signal."
      )
    }
    guard isEmpty else { return nil }
    return StateView(
      nothing: "No match",
      "Try fewer words, the beginning of a word with a star, or take a filter away."
    )
  }

  private func quote(_ hit: SearchHit, _ report: Report?) -> QuoteView {
    let passage = hit.passages.first
    var quote = QuoteView(
      passage?.text ?? "",
      marking: passage?.ranges ?? [],
      reach: QuoteBook.reach
    )
    quote.showsHits()
    quote.source = report.map(SourceWords.words) ?? []
    quote.place = passage?.part.description
    quote.why = Links(.dashboard).signal(hit.signalID)
    return quote
  }
}

/// A search as its template sees it.
struct SearchView: ViewValue {
  let page: PageView
  let words: String
  let sku: String
  let supplier: String
  let issue: SelectView
  let since: String
  let heading: String
  let note: String
  let none: StateView?
  let quotes: [QuoteView]
}
