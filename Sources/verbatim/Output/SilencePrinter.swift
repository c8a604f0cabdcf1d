import VerbatimPipeline

/// Sources of feedback as text.
enum SilencePrinter {
  /// The silent sources in a line; nil when there is none.
  static func line(_ sources: [SourceSilence]) -> String? {
    let silent = sources.filter(\.isSilent)
    guard !silent.isEmpty else { return nil }
    let shown = silent.prefix(5).map { source in
      "\(source.kind.rawValue) \(Console.shown(source.source)) for \(source.presentGap) days "
        + "(expected at most \(source.expectedGap ?? 0))"
    }
    let rest = silent.count > shown.count ? ", and \(silent.count - shown.count) more" : ""
    return "Silent: " + shown.joined(separator: ", ") + rest
  }

  /// A line a source.
  static func text(_ sources: [SourceSilence]) -> String {
    guard !sources.isEmpty else { return "No source: no feedback has a time." }
    var table = AlignedTable([
      "source", "signals", "days", "last", "gap", "expected", "",
    ])
    for source in sources {
      table.add([
        "\(source.kind.rawValue) \(Console.shown(source.source))", String(source.signals),
        String(source.days.count), source.days.last.map(LifePrinter.day) ?? "",
        String(source.presentGap), source.expectedGap.map { String($0) } ?? "unknown",
        source.isSilent ? "SILENT" : "",
      ])
    }
    return table.lines.joined(separator: "\n")
  }
}
