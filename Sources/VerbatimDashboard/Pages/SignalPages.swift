internal import HTTPTypes
internal import VerbatimPipeline
internal import VerbatimReport

/// One signal: the words, why its score is what it is, and what it is about.
struct SignalPages: Sendable {
  let services: Services

  var routes: [Route] {
    [
      Route(
        method: .get,
        path: "/signals/{id}",
        name: "signal",
        summary: "A signal.",
        role: .read,
        parts: [Parameter("id", .text(longest: 200), "The signal.")],
        expected: [Route.Expected(.ok, [.html], nil, "The page.")],
        isPage: true,
        handle: show
      )
    ]
  }

  private func show(_ call: Call) async throws -> Answer {
    let id = call.parts["id"] ?? ""
    guard let body = try services.store.signalJSON(id: id),
      let report = try services.store.reports(ofSignals: [id])[id]
    else { throw Problem(.unknownItem, "signals are found by their words, or from a cluster") }
    let signal = (try? JSONReader().parse(body)) ?? .null
    let frame = PageFrame(services: services)
    let score = report.compound
    let page = frame.page(
      score.map { "Scored \(Figures.signed($0))" } ?? "Not scored",
      title: "Signal",
      at: nil,
      lede: SourceWords.words(of: report).joined(separator: " · "),
      crumb: id
    )
    let verbatim = try services.store.verbatim(ofSignal: id)
    let words = SignalWords(verbatim, report).quotes
    let clauses = ScoredClauses(signal, verbatim)
    let said = score == nil ? [] : Self.said(verbatim, clauses)
    let view = SignalView(
      page: page,
      quotes: words,
      noWords: words.isEmpty
        ? StateView(nothing: "No words", "The record holds ratings or a return reason alone.")
        : nil,
      note: score == nil
        ? (signal["sentiment"]?["status"]?.string ?? "")
        : "The contributions add up to the score." + (said.isEmpty ? "" : " \(clauses.note)"),
      said: said,
      explain: score.map { score in
        ExplainTableView(clauses.contributions, compound: score) { verbatim?.words(at: $0) }
      },
      noExplain: score == nil
        ? StateView(
          nothing: "No score",
          "The text says nothing that the lexicon knows, or is in a language that is not scored."
        ) : nil,
      terms: Self.terms(signal, report)
    )
    return frame.html(view, by: "dashboard-signal")
  }

  /// The parts that hold scored clauses, clause by clause.
  private static func said(
    _ verbatim: StoredVerbatim?,
    _ clauses: ScoredClauses
  ) -> [SignalView.Said] {
    guard let verbatim else { return [] }
    return verbatim.customerParts.compactMap { part, text in
      clauses.pieces(of: part, text).map {
        SignalView.Said(clauses: $0, part: part.description, language: verbatim.language)
      }
    }
  }

  private static func terms(_ signal: JSONValue, _ report: Report) -> [TermView] {
    let source = signal["source"]
    let place = [
      source?["file"]?.scalarText,
      (source?["position"]?["line"] ?? source?["position"]?["row"])?.scalarText,
    ].compactMap(\.self).joined(separator: ":")
    let known: [(term: String, text: String?, isCode: Bool)] = [
      ("SKU", report.sku, true), ("Supplier", report.supplier, true), ("Lot", report.lot, true),
      ("Category", report.category, false),
      ("Issues", SourceWords.issues(of: report).joined(separator: ", "), true),
      ("Severity", signal["severity"]?.scalarText, true), ("Source", place, true),
      ("Engine", signal["engine"]?["version"]?.scalarText, true),
      ("Lexicon", signal["engine"]?["lexicon_hash"]?.scalarText, true),
      ("Revision", signal["revision"]?.scalarText, true),
    ]
    return known.map { term, text, isCode in
      TermView(term, text.flatMap { $0.isEmpty ? nil : $0 } ?? "unknown", isCode: isCode)
    }
  }
}

/// All parts of a signal's words, with every place that names an issue marked.
struct SignalWords {
  /// How many turns of a conversation are shown.
  static let turnLimit = 400

  /// The parts that hold something.
  let quotes: [QuoteView]

  init(_ verbatim: StoredVerbatim?, _ report: Report) {
    guard let verbatim else {
      quotes = []
      return
    }
    let parts: [(name: String, who: String?, text: String)] =
      [("title", nil, verbatim.title ?? ""), ("text", nil, verbatim.text ?? "")]
      + verbatim.turns.prefix(Self.turnLimit).enumerated().map {
        ("turns[\($0)]", $1.role.rawValue, $1.text)
      }
    quotes = parts.filter { !$0.text.isEmpty }.map { part in
      let marks = report.issues.filter { $0.part?.description == part.name }.compactMap { issue in
        issue.start.flatMap { start in issue.end.map { ByteRange(start, $0) } }
      }
      var quote = QuoteView(part.text, marking: marks)
      quote.language = verbatim.language
      quote.source = [part.who].compactMap(\.self)
      quote.place = part.name
      return quote
    }
  }
}

extension Sentiment.Contribution {
  /// Reads an entry of a stored signal's `explain`; nil when it is none.
  init?(_ json: JSONValue) {
    guard let part = json["part"]?.string.flatMap(TextPart.init(_:)),
      case .number(let start) = json["start"] ?? .null,
      case .number(let end) = json["end"] ?? .null,
      let term = json["term"]?.string,
      case .number(let valence) = json["valence"] ?? .null,
      case .number(let contribution) = json["contribution"] ?? .null
    else { return nil }
    self.init(
      part: part,
      range: ByteRange(Int(start), Int(end)),
      term: term,
      valence: valence,
      rules: (json["rules"]?.elements ?? []).compactMap(\.string),
      contribution: contribution
    )
  }
}

extension StoredVerbatim {
  /// What stands at the place of a contribution; nil when nothing does.
  func words(at contribution: Sentiment.Contribution) -> String? {
    let text: String? =
      switch contribution.part {
      case .title: title
      case .text: text
      case .turn(let index): turns.indices.contains(index) ? turns[index].text : nil
      }
    let bytes = Array((text ?? "").utf8)
    let range = contribution.range
    guard range.start >= 0, range.start < range.end, range.end <= bytes.count else { return nil }
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}

/// A signal as its template sees it.
struct SignalView: ViewValue {
  /// A part of its words, clause by clause.
  struct Said: ViewValue {
    let clauses: [TurnView.Clause]
    let part: String
    let language: String?
  }

  let page: PageView
  let quotes: [QuoteView]
  let noWords: StateView?
  let note: String
  let said: [Said]
  let explain: ExplainTableView?
  let noExplain: StateView?
  let terms: [TermView]
}
