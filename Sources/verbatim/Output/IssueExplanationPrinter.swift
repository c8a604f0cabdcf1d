import VerbatimPipeline

/// Why a text did or did not yield an issue, for people.
enum IssueExplanationPrinter {
  /// The lines.
  static func lines(_ explanation: IssueExplanation) -> [String] {
    var lines: [String] = []
    if let language = explanation.language {
      lines.append("the text is not read as English (\(language)): nothing is looked for")
    }
    for trace in explanation.traces { lines += told(trace) }
    if explanation.traces.isEmpty { lines.append("no pattern fits") }
    for remark in explanation.remarks {
      lines.append("\(remark.kind.rawValue)  “\(Console.shown(remark.evidence.quote))”")
    }
    if !explanation.nearMisses.isEmpty {
      lines += ["", "nearly fits"]
      for miss in explanation.nearMisses {
        let why =
          miss.missing.map { "nothing is `\($0)`" } ?? "the words stand otherwise, or too far apart"
        lines.append("  \(miss.pattern.code)  `\(miss.pattern.source)`: \(why)")
      }
    }
    return lines
  }

  private static func told(_ trace: IssueTrace) -> [String] {
    let range = trace.evidence.range
    var lines = [
      "\(trace.isKept ? "✓" : "–") \(trace.pattern.code)  "
        + "“\(Console.shown(trace.evidence.quote))”  \(range.start)…\(range.end)",
      "    \(trace.pattern.use.rawValue) `\(trace.pattern.source)`  (\(place(trace.pattern)))",
      "    \(trace.outcome)",
    ]
    if let modality = trace.modality { lines.append("    \(modality.rawValue): \(trace.why)") }
    if let attribution = trace.attribution {
      lines.append("    \(attribution.rawValue): \(trace.blame)")
    }
    if let days = trace.afterDays { lines.append("    after \(days) day\(days == 1 ? "" : "s")") }
    return lines
  }

  private static func place(_ pattern: IssuePattern) -> String {
    let file = pattern.location.file.split(separator: "/").last.map(String.init) ?? ""
    return pattern.location.line.map { "\(file):\($0)" } ?? file
  }
}
