internal import VerbatimPipeline
internal import VerbatimReport

/// The figures that open the pages of conversations.
enum AuditFacts {
  /// Those of all conversations.
  static func facts(_ summary: AuditSummary) -> FactsView {
    FactsView([
      FactsView.Fact(
        "Recovery, mean",
        score(summary.recovery),
        "expected \(score(summary.expected)); n = \(Figures.count(summary.withRecovery))"
      ),
      FactsView.Fact(
        "Opening to closing",
        "\(score(summary.opening)) to \(score(summary.closing))",
        "means of the same conversations"
      ),
      FactsView.Fact(
        "First response, median",
        summary.firstResponse.median.map(span) ?? "unknown",
        spread(summary.firstResponse) + "; business hours "
          + (summary.firstResponseBusiness.median.map(span) ?? "unknown")
      ),
      FactsView.Fact(
        "Promises",
        Figures.count(summary.promises.made),
        "\(Figures.count(summary.promises.kept)) kept, "
          + "\(Figures.count(summary.promises.broken)) broken, "
          + "\(Figures.count(summary.promises.open)) open"
      ),
    ])
  }

  /// Those of one conversation.
  static func facts(_ audited: AuditedConversation) -> FactsView {
    let course = audited.conversation.course
    let promises = course.events?.promises ?? []
    return FactsView([
      FactsView.Fact(
        "Opening to closing",
        "\(score(course.opening)) to \(score(course.closing))",
        "lowest \(score(course.lowest))"
      ),
      FactsView.Fact(
        "Residual",
        score(audited.residual),
        audited.expected.map {
          "usual \(Figures.signed($0)) of "
            + Figures.count(audited.expectedWithinCount ?? 0, "other")
            + (audited.expectedWithin.map { ", \($0 == .shop ? "" : "same ")\($0.name)" } ?? "")
        } ?? "too few like it are known"
      ),
      FactsView.Fact(
        "First response",
        course.firstResponseSeconds.map(span) ?? "unknown",
        "longest wait \(course.longestWaitSeconds.map(span) ?? "unknown")"
      ),
      FactsView.Fact(
        "Promises",
        course.events == nil ? "unknown" : Figures.count(promises.count),
        "\(Figures.count(promises.filter { $0.state == .broken }.count)) broken; "
          + Figures.count(course.handoffs, "handoff")
      ),
    ])
  }

  private static func score(_ value: Double?) -> String {
    value.map { Figures.signed($0) } ?? "unknown"
  }

  private static func spread(_ spread: AuditSummary.Spread) -> String {
    spread.p90.map { "p90 \(span($0)), n = \(Figures.count(spread.count))" } ?? "no times"
  }

  /// A span of time as people say it.
  static func span(_ seconds: Double) -> String {
    let minutes = Int((seconds / 60).rounded())
    if minutes < 60 { return "\(minutes)\u{A0}min" }
    if minutes < 48 * 60 { return "\(minutes / 60)\u{A0}h\u{A0}\(minutes % 60)\u{A0}min" }
    return "\(minutes / 1440)\u{A0}days\u{A0}\(minutes % 1440 / 60)\u{A0}h"
  }
}
