import VerbatimPipeline

/// A bridge between two engines, for people.
struct BridgePrinter {
  let bridge: Bridge

  /// The lines: what was compared, then a table for each measure.
  var lines: [String] {
    var lines = [
      "Bridge  \(days(bridge.span.after)) against \(days(bridge.span.before))",
      "        from \(name(bridge.from))", "        to   \(name(bridge.to))",
      "        the old engine gives \(EvaluationPrinter.grouped(bridge.reproduced)) of "
        + "\(EvaluationPrinter.grouped(bridge.signals)) signals the score that is stored",
    ]
    for measure in [BridgeMeasure.negative, .compound, .satisfaction] {
      lines += [""] + table(measure)
    }
    return lines
  }

  private func table(_ measure: BridgeMeasure) -> [String] {
    var table = AlignedTable([
      Self.titles[measure] ?? measure.rawValue, "n before", "before", "n after", "after", "change",
      "by customers", "by the engine",
    ])
    for row in bridge.rows where row.measure == measure {
      table.add([
        title(row.segment), EvaluationPrinter.grouped(row.before.count),
        number(row.before.from, measure), EvaluationPrinter.grouped(row.after.count),
        number(row.after.to, measure), estimate(row.change, measure),
        estimate(row.customers, measure), estimate(row.engine, measure),
      ])
    }
    return table.lines
  }

  private static let titles: [BridgeMeasure: String] = [
    .negative: "Negative, %", .compound: "Mean score", .satisfaction: "Mean satisfaction",
  ]

  private func title(_ segment: BridgeSegment) -> String {
    guard segment.by != .all else { return "all" }
    return "\(segment.by.rawValue) \(segment.value.map { Console.shown($0) } ?? "not known")"
  }

  private func name(_ engine: FeedbackSignal.Engine) -> String {
    "version \(engine.version), lexicon \(engine.lexiconHash.prefix(8)), "
      + "configuration \(engine.configHash.prefix(8))"
  }

  private func days(_ days: BridgeSpan.Days) -> String {
    "\(days.start) to \(Instant(seconds: days.end.seconds - 86_400, precision: .day))"
  }

  /// Shares in percent with one decimal, scores with three, satisfaction with one.
  private func number(_ value: Double?, _ measure: BridgeMeasure) -> String {
    guard let value else { return "–" }
    let (scale, factor) = measure == .compound ? (1.0, 1000.0) : (measure.isShare ? 100 : 1, 10)
    let rounded = (value * scale * factor).rounded() / factor
    return rounded < 0 ? "−\(-rounded)" : "\(rounded == 0 ? 0 : rounded)"
  }

  private func estimate(_ estimate: BridgeEstimate, _ measure: BridgeMeasure) -> String {
    guard let value = estimate.value else { return "not enough data" }
    let sign = value > 0 ? "+" : ""
    guard let low = estimate.low, let high = estimate.high else {
      return "\(sign)\(number(value, measure))"
    }
    return "\(sign)\(number(value, measure)) (\(number(low, measure)) to \(number(high, measure)))"
  }
}
