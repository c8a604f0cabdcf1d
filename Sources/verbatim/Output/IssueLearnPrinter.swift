import VerbatimPipeline

/// Terms and phrases for new patterns, for people and as rows.
enum IssueLearnPrinter {
  /// The terms of each label as a table.
  static func lines(_ terms: SmokeTerms, _ top: Int) -> [String] {
    var lines: [String] = []
    let found = terms.terms(top)
    let all = terms.labels.reduce(0) { $0 + $1.heldOut }
    for label in terms.labels.sorted(by: { ($1.count, $0.name) < ($0.count, $1.name) }) {
      let base = all == 0 ? nil : Double(label.heldOut) / Double(all)
      lines.append(
        "\(Console.shown(label.name)): \(label.count) texts, \(label.heldOut) held out "
          + "(\(EvaluationPrinter.number(base)) of all)"
      )
      let own = found.filter { $0.label == label.name }
      guard !own.isEmpty else { continue }
      var table = AlignedTable(["  term", "z", "texts", "new", "held out", "precision", "95 %"])
      for term in own {
        table.add([
          "  " + term.term, EvaluationPrinter.number(term.z), "\(term.hits)/\(term.count)",
          String(term.unexplained), "\(term.heldOutHits)/\(term.heldOutCount)",
          EvaluationPrinter.number(term.precision),
          "\(EvaluationPrinter.number(term.interval.lower))…"
            + EvaluationPrinter.number(term.interval.upper),
        ])
      }
      lines += table.lines
    }
    if terms.unusable > 0 { lines.append("\(terms.unusable) records without a label or words") }
    return lines
  }

  /// The terms of each label as rows.
  static func rows(_ terms: SmokeTerms, _ top: Int) -> [String] {
    ["label\tterm\tz\ttexts\thits\tnew\theld_out_texts\theld_out_hits\tprecision"]
      + terms.terms(top).map { term in
        [
          field(term.label), term.term, EvaluationPrinter.number(term.z), String(term.count),
          String(term.hits), String(term.unexplained), String(term.heldOutCount),
          String(term.heldOutHits), term.precision.map { EvaluationPrinter.number($0) } ?? "",
        ].joined(separator: "\t")
      }
  }

  /// The proposals as a table.
  static func lines(_ mining: IssueMining, _ top: Int) -> [String] {
    let counts = mining.counts
    var lines = [
      "\(EvaluationPrinter.grouped(counts.texts)) texts, "
        + "\(EvaluationPrinter.grouped(counts.complaints)) complaints, "
        + "\(EvaluationPrinter.grouped(counts.unexplained)) of them without an issue"
    ]
    var table = AlignedTable(["phrase", "C-value", "ratio", "complaints", "elsewhere", "example"])
    for proposal in mining.proposals(top) {
      table.add([
        proposal.phrase, EvaluationPrinter.number(proposal.cValue),
        EvaluationPrinter.number(proposal.ratio), String(proposal.count),
        String(proposal.elsewhere), "“\(Console.shown(proposal.example.prefix(60).description))”",
      ])
    }
    lines += table.lines
    return lines
  }

  /// The proposals as rows of a pattern file.
  static func rows(_ mining: IssueMining, _ top: Int) -> [String] {
    ["code\tuse\tpattern\toptions"] + mining.proposals(top).map { "?\tmatch\t\($0.phrase)\t" }
  }

  private static func field(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0 == "\n" ? " " : $0 })
  }
}
