internal import VerbatimCore
public import VerbatimStatistics

/// The sources of feedback, and which of them have stopped.
public struct SourceTableView: ViewValue {
  struct Row: ViewValue {
    let source: String
    let kind: String
    let signals: String
    let last: String
    let gap: String
    let expected: String
    let tag: ClusterRowView.StateTag?
  }

  /// What a person must know at once; nil while no source is silent.
  let notice: StateView?
  let summary: String
  let rows: [Row]

  /// Sources, the silent first; nil without one.
  public init?(_ sources: [SourceSilence]) {
    guard !sources.isEmpty else { return nil }
    let silent = sources.filter(\.isSilent)
    let first = silent.prefix(3).map { source in
      "\(QuoteBook.kind(source.kind)) \(source.source): nothing for "
        + "\(Figures.count(source.presentGap, "day")), at most "
        + "\(Figures.count(source.expectedGap ?? 0)) expected."
    }
    let more = silent.count - first.count
    notice =
      silent.isEmpty
      ? nil
      : StateView(
        nothing: "\(Figures.count(silent.count, "source")) fell silent",
        first.joined(separator: " ") + (more > 0 ? " \(Figures.count(more)) more below." : ""),
        "Fewer complaints may mean a missing export, not content customers."
      )
    summary =
      Figures.count(sources.count, "source") + ", "
      + (silent.isEmpty ? "none silent" : "\(Figures.count(silent.count)) silent")
    rows = sources.map { source in
      Row(
        source: source.source,
        kind: QuoteBook.kind(source.kind),
        signals: Figures.count(source.signals),
        last: source.days.last.map { Self.day($0) } ?? "none",
        gap: Figures.count(source.presentGap, "day"),
        expected: source.expectedGap.map { Figures.count($0, "day") } ?? "too few to tell",
        tag: source.isSilent ? ClusterRowView.StateTag("open", text: "silent") : nil
      )
    }
  }

  private static func day(_ number: Int) -> String {
    Figures.day(Instant(seconds: Int64(number) * 86_400, precision: .day))
  }
}
