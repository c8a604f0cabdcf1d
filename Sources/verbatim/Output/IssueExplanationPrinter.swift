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
    if explanation.traces.isEmpty {
      lines.append("no pattern fits, and no leaf is said by its terms")
    }
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
      "\(trace.isKept ? "✓" : "–") \(trace.code)  "
        + "“\(Console.shown(trace.evidence.quote))”  \(range.start)…\(range.end)"
    ]
    if let pattern = trace.pattern {
      lines.append("    \(pattern.use.rawValue) `\(pattern.source)`  (\(place(pattern)))")
    }
    if let score = trace.score {
      lines.append(
        "    weights of the sentence's terms: \(signed(score))\(summands(trace.terms, score))"
      )
    }
    lines.append("    \(trace.outcome)")
    if let modality = trace.modality { lines.append("    \(modality.rawValue): \(trace.why)") }
    if let attribution = trace.attribution {
      lines.append("    \(attribution.rawValue): \(trace.blame)")
    }
    if let days = trace.afterDays { lines.append("    after \(days) day\(days == 1 ? "" : "s")") }
    return lines
  }

  /// The terms that say most for a score, or against it where it is below 0, and the others as one.
  private static func summands(_ terms: [IssueTrace.Term], _ score: Double) -> String {
    guard let base = terms.last else { return "" }
    let shares = score < 0 ? terms.dropLast().reversed() : Array(terms.dropLast())
    let most = shares.prefix(while: { ($0.share < 0) == (score < 0) }).prefix(6)
    let rest = shares.dropFirst(most.count).reduce(0) { $0 + $1.share }
    let named = most.map { "\(Console.shown($0.source)) \(signed($0.share))" }
    return " = "
      + (named + ["other terms \(signed(rest))", "any sentence \(signed(base.share))"])
      .joined(separator: ", ")
  }

  private static func signed(_ value: Double) -> String {
    (value < 0 ? "−" : "+") + Figure.two(abs(value))
  }

  private static func place(_ pattern: IssuePattern) -> String {
    let file = pattern.location.file.split(separator: "/").last.map(String.init) ?? ""
    return pattern.location.line.map { "\(file):\($0)" } ?? file
  }
}
