import VerbatimPipeline

/// What foretold outcomes, as text, JSON lines or CSV.
struct OutcomePrinter {
  /// What was found.
  var run: OutcomeRun

  /// An object a line: the lifts, then the drivers of outcomes and index.
  var json: [UInt8] {
    var json = JSONWriter()
    for lift in run.lifts {
      lift.write(to: &json)
      json.endLine()
    }
    for weight in run.drivers + run.indexDrivers {
      weight.write(to: &json)
      json.endLine()
    }
    return json.bytes
  }

  /// The lifts, a row each; unknown numbers are empty.
  var csv: [UInt8] {
    func number(_ value: Double?) -> String {
      value.map { String(($0 * 1_000_000).rounded() / 1_000_000) } ?? ""
    }
    var bytes = CSVLine.bytes([
      "outcome", "signal", "n_customers", "n_outcomes", "n_flagged", "auc", "auc_lower",
      "auc_upper", "lift", "lift_lower", "lift_upper", "p_value", "q_value", "verdict",
    ])
    for lift in run.lifts {
      bytes += CSVLine.bytes([
        lift.outcome.rawValue, lift.signal, String(lift.customers), String(lift.outcomes),
        String(lift.flagged), number(lift.area?.value), number(lift.area?.interval.lower),
        number(lift.area?.interval.upper), number(lift.ratio.value),
        number(lift.ratio.interval?.lower), number(lift.ratio.interval?.upper),
        lift.isTested ? (lift.area?.pValue).map { String($0) } ?? "" : "",
        lift.qValue.map { String($0) } ?? "", lift.verdict.rawValue,
      ])
    }
    return bytes
  }

  /// The finding first, then the tables.
  var text: String {
    var lines: [String] = []
    for outcome in OutcomeLift.Outcome.allCases {
      let lifts = run.lifts.filter { $0.outcome == outcome }
      guard !lifts.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines += section(outcome, lifts)
    }
    if lines.isEmpty { lines = ["Not enough data: no outcome with feedback from before it."] }
    lines.append("")
    lines.append(
      "\(run.joined) of \(run.named) customers in the table have feedback in the store. AUC 0.5 is "
        + "chance; above it, the less satisfied had the outcome."
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private func section(_ outcome: OutcomeLift.Outcome, _ lifts: [OutcomeLift]) -> [String] {
    func names(_ verdict: OutcomeLift.Verdict) -> String {
      lifts.filter { $0.verdict == verdict }.map(\.signal).joined(separator: ", ")
    }
    let found = names(.lift)
    let missed = names(.noneShown)
    let few = names(.insufficient)
    var lines = [
      found.isEmpty
        ? "\(outcome.rawValue): no signal had lift that was shown"
        : "\(outcome.rawValue): lift from \(found)"
    ]
    if !missed.isEmpty { lines.append("  none shown: \(missed)") }
    if !few.isEmpty {
      lines.append(
        "  not enough data: \(few) (\(OutcomeLift.fewestCustomers) customers needed with the "
          + "outcome, and without)"
      )
    }
    var table = AlignedTable(["signal", "AUC", "95 %", "lift", "95 %", "q", "n", "with it"])
    for lift in lifts {
      let area = lift.area
      table.add([
        lift.signal, area.map { Figure.two($0.value) } ?? "–",
        area.map { "\(Figure.two($0.interval.lower)) to \(Figure.two($0.interval.upper))" } ?? "–",
        lift.ratio.value.map { "× " + Figure.two($0) } ?? "–",
        lift.ratio.interval.map { "\(Figure.two($0.lower)) to \(Figure.two($0.upper))" } ?? "–",
        lift.qValue.map { $0 < 0.01 ? "< 0.01" : Figure.two($0) } ?? "–", String(lift.customers),
        String(lift.outcomes),
      ])
    }
    lines += table.lines
    return lines + drivers(of: outcome)
  }

  private func drivers(of outcome: OutcomeLift.Outcome) -> [String] {
    let weights = run.drivers.filter { $0.target == outcome.rawValue }
    guard !weights.isEmpty else { return [] }
    var lines = ["", "What issues add to \(outcome.rawValue), beside what they cost the index"]
    var table = AlignedTable([
      "issue", "points of 100", "95 %", "index lost", "95 %", "n",
    ])
    for weight in weights.reversed() {
      let index = run.indexDrivers.first { $0.issue == weight.issue }
      table.add([
        weight.issue, Figure.signed(-weight.loss),
        "\(Figure.signed(-weight.lossInterval.upper)) to "
          + Figure.signed(-weight.lossInterval.lower),
        index.map { Figure.one($0.loss) } ?? "–",
        index.map {
          "\(Figure.one($0.lossInterval.lower)) to \(Figure.one($0.lossInterval.upper))"
        } ?? "–",
        "\(weight.customers) of \(weight.total)",
      ])
    }
    lines += table.lines
    return lines
  }
}
