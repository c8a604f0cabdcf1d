import VerbatimPipeline

/// The agreement of people with the engine, for people.
struct AgreementPrinter {
  let agreements: [AuditAgreement]
  /// The sample that was judged; nil for all verdicts of the store.
  let sample: AuditSample?
  let showsTables: Bool

  /// A line for each category; with tables also which verdicts met.
  var lines: [String] {
    var lines = [
      sample.map { "over the sample \($0.id), weighted to \(of($0.population))" }
        ?? "over every verdict of the store, each counting alike"
    ]
    var table = AlignedTable([
      "category", "kappa", "95 %", "conversations", "people", "undecided", "outside",
    ])
    for agreement in agreements {
      table.add([
        agreement.category.rawValue, EvaluationPrinter.number(agreement.kappa),
        agreement.interval.map {
          "\(EvaluationPrinter.number($0.lower)) to \(EvaluationPrinter.number($0.upper))"
        } ?? "–",
        "\(agreement.conversations)", "\(agreement.people)", "\(agreement.undecided)",
        "\(agreement.outside)",
      ])
    }
    lines += table.lines
    for agreement in agreements {
      let name = agreement.category.rawValue
      if let gap = agreement.gap { lines.append("\(name): no kappa, \(gap.explanation)") }
      if !agreement.unread.isEmpty {
        lines.append(
          "\(name): nothing was judged of \(agreement.unread.joined(separator: ", ")); the kappa "
            + "says nothing of it"
        )
      }
      if showsTables { lines += self.table(agreement) }
    }
    return lines
  }

  private func of(_ count: Int) -> String { AuditWords.count(count, "conversation") }

  private func table(_ agreement: AuditAgreement) -> [String] {
    var table = AlignedTable(["people \\ engine"] + agreement.classes)
    for (row, name) in agreement.classes.enumerated() {
      table.add([name] + agreement.classes.indices.map { "\(agreement.table[row, $0])" })
    }
    var lines = [""] + table.lines
    if let plain = agreement.unweighted {
      lines.append(
        "unweighted: kappa \(EvaluationPrinter.number(plain.value)), standard error "
          + "\(EvaluationPrinter.number(plain.standardError)); credit "
          + "\(EvaluationPrinter.number(plain.observed)) of which chance gives "
          + EvaluationPrinter.number(plain.expected)
      )
    }
    return lines
  }
}
