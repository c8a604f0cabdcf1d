internal import VerbatimPipeline
internal import VerbatimReport

/// Stored signals as quotes, with every place that names an issue marked.
struct StoredQuotes {
  private let services: Services

  init(_ services: Services) { self.services = services }

  /// The quotes of signals, in the order of their ids; a conversation shows the
  /// first marked turn of the customer, else the first.
  func quotes(of ids: [String]) throws -> [QuoteView] {
    let reports = try services.store.reports(ofSignals: ids)
    return try ids.compactMap { id in
      guard let report = reports[id] else { return nil }
      return try services.store.verbatim(ofSignal: id).flatMap { quote(of: report, $0) }
    }
  }

  private func quote(of report: Report, _ verbatim: StoredVerbatim) -> QuoteView? {
    let parts: [(name: String, text: String)] =
      [("text", verbatim.text ?? ""), ("title", verbatim.title ?? "")]
      + verbatim.turns.enumerated().filter { $0.element.role == .customer }
      .map { ("turns[\($0.offset)]", $0.element.text) }
    let filled = parts.filter { !$0.text.isEmpty }
    func marks(_ part: String) -> [ByteRange] {
      report.issues.filter { $0.part?.description == part }.compactMap { issue in
        issue.start.flatMap { start in issue.end.map { ByteRange(start, $0) } }
      }
    }
    guard let part = filled.first(where: { !marks($0.name).isEmpty }) ?? filled.first else {
      return nil
    }
    var quote = QuoteView(part.text, marking: marks(part.name), reach: QuoteBook.reach)
    quote.language = verbatim.language
    quote.source = SourceWords.words(of: report)
    quote.why = Links(.dashboard).signal(report.signalID)
    return quote
  }
}

/// Where a signal is from, in words.
enum SourceWords {
  /// Kind, day, article, score and issues.
  static func words(of report: Report) -> [String] {
    let issues = Self.issues(of: report)
    return [
      report.kind.rawValue.replacing("_", with: " "),
      report.eventTime.map(Figures.day) ?? "no date", report.sku.map { "SKU \($0)" },
      report.compound.map { "score \(Figures.signed($0))" },
      issues.isEmpty ? nil : issues.joined(separator: ", "),
    ].compactMap(\.self)
  }

  /// The issues in the order in which they are found, each once however often it is said.
  static func issues(of report: Report) -> [String] {
    var issues: [String] = []
    for issue in report.issues {
      let words =
        issue.modality == .actual ? issue.code : "\(issue.code) \(issue.modality.rawValue)"
      if !issues.contains(words) { issues.append(words) }
    }
    return issues
  }
}
