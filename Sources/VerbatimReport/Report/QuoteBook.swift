internal import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// Turns a cluster's evidence into quotes: the words around it, all its marks, and where it is from.
public struct QuoteBook: Sendable {
  /// How many bytes of a text are shown on either side of the marks (authored: two lines of a card).
  public static let reach = 220

  private let reports: [String: Report]
  private let texts: [String: StoredVerbatim]
  private let links: Links

  /// A book over stored rows.
  ///
  /// - Parameters:
  ///   - reports: The rows of the signals that may be quoted, by id.
  ///   - texts: Their words, by the signal's id.
  ///   - links: Where links lead.
  public init(reports: [String: Report], texts: [String: StoredVerbatim], links: Links) {
    self.reports = reports
    self.texts = texts
    self.links = links
  }

  /// The quotes of a cluster, in the order of its evidence.
  public func quotes(of cluster: ComplaintCluster, limit: Int) -> [QuoteView] {
    cluster.evidence.prefix(limit).map { quote($0, issue: cluster.issue) }
  }

  /// One piece of evidence with every place of the text that speaks of the issue.
  public func quote(_ evidence: ComplaintCluster.Evidence, issue: String) -> QuoteView {
    let report = reports[evidence.signalID]
    let found =
      report?.issues.filter {
        $0.code == issue && $0.modality.isReport && $0.part?.description == evidence.part
      } ?? []
    var ranges = found.compactMap { issue in
      issue.start.flatMap { start in issue.end.map { ByteRange(start, $0) } }
    }
    if ranges.isEmpty { ranges = [evidence.range] }
    var quote: QuoteView
    if let text = text(evidence) {
      quote = QuoteView(text, marking: ranges, reach: Self.reach)
      quote.place = place(evidence.part, ranges)
    } else if evidence.quote.isEmpty {
      quote = QuoteView("no words: the return reason alone says so", marking: [])
    } else {
      quote = QuoteView(
        evidence.quote,
        marking: [ByteRange(0, evidence.quote.utf8.count)]
      )
    }
    quote.language = texts[evidence.signalID]?.language
    quote.why = links.signal(evidence.signalID)
    let attribution = found.first?.attribution
    quote.source = [
      report.map { Self.kind($0.kind) },
      evidence.eventTime.map(Figures.day) ?? "no date",
      report?.sku.map { "SKU \($0)" },
      report?.lot.map { "lot \($0), stated" },
      attribution.map { Self.attribution($0) },
      evidence.modality.rawValue,
    ].compactMap(\.self)
    quote.isDoubtful =
      evidence.modality == .potential || attribution == .carrier || attribution == .warehouse
      || attribution == .customerChoice
    return quote
  }

  /// The whole part that a piece of evidence lies in.
  public func text(_ evidence: ComplaintCluster.Evidence) -> String? {
    guard let verbatim = texts[evidence.signalID] else { return nil }
    let text: String? =
      switch evidence.part {
      case "title": verbatim.title
      case "text": verbatim.text
      default:
        verbatim.turns.indices.first { "turns[\($0)]" == evidence.part }
          .map { verbatim.turns[$0].text }
      }
    guard let text, evidence.range.count > 0, evidence.range.end <= text.utf8.count else {
      return nil
    }
    return text
  }

  private func place(_ part: String, _ ranges: [ByteRange]) -> String {
    let bytes = ranges.sorted().map { "\($0.start)–\($0.end)" }.joined(separator: ", ")
    return "\(part), bytes \(bytes)"
  }

  /// A kind of source as people say it.
  static func kind(_ kind: FeedbackRecord.Kind) -> String {
    switch kind {
    case .survey: "Survey"
    case .review: "Review"
    case .transcript: "Conversation"
    case .returnComment: "Return comment"
    }
  }

  /// Whose doing it is, as people say it.
  static func attribution(_ attribution: Issue.Attribution) -> String {
    switch attribution {
    case .customerChoice: "customer’s choice"
    case .unknown: "nobody named"
    default: attribution.rawValue
    }
  }
}
