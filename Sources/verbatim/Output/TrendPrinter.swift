import VerbatimPipeline

/// Satisfaction indices as text: what moved first, then the segments, then the course of all
/// customers.
struct TrendPrinter {
  /// So many cycles of all customers are shown.
  private static let cycles = 12

  /// From how many customers on there is an index.
  var minimum: Int
  /// The names of issues by code.
  var issueNames: [String: String]

  /// The text of a list of series.
  func text(_ series: [IndexSeries]) -> String {
    guard let all = series.first, let last = newest(all) else {
      return "Not enough data: no feedback with a time and a rating or a scored text.\n"
    }
    let now = series.compactMap { series -> (name: String, point: IndexPoint)? in
      series.points.last { $0.cycle == last.cycle }.map { (name(series), $0) }
    }
    var lines = now.filter { isNews($0.point) }.map { finding($0.name, $0.point) }
    if lines.isEmpty { lines = ["Nothing moved in \(last.cycle.id)."] }
    lines.append("")
    lines.append(
      "Satisfaction index, 0 to 100, in \(last.cycle.id) (\(last.cycle.start) to "
        + "\(last.cycle.end)\(last.isComplete ? "" : ", not over yet"))"
    )
    var table = AlignedTable(["segment", "index", "95 %", "n", "change", "state"])
    for (name, point) in now { table.add([name] + cells(point)) }
    lines += table.lines
    if all.points.count > 1 {
      lines.append("")
      lines.append("All customers, cycle by cycle")
      var table = AlignedTable(["cycle", "index", "95 %", "n", "change", "state"])
      for point in all.points.suffix(Self.cycles) { table.add([point.cycle.id] + cells(point)) }
      lines += table.lines
    }
    lines.append("")
    lines += made(last)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The cycle that the text is about: the last that is over, else the last.
  private func newest(_ series: IndexSeries) -> IndexPoint? {
    series.points.last { $0.isComplete } ?? series.points.last
  }

  private func name(_ series: IndexSeries) -> String {
    series.segment.isEmpty
      ? "all customers" : series.segment.map { Console.shown($0.value) }.joined(separator: " / ")
  }

  private func isNews(_ point: IndexPoint) -> Bool {
    [.wobble1, .wobble2, .recovered].contains(point.state)
      || point.crossings.contains { $0.crossing != .unchanged }
  }

  /// One line of what moved.
  private func finding(_ name: String, _ point: IndexPoint) -> String {
    var parts: [String] = []
    switch point.state {
    case .wobble1:
      parts.append(
        falls(point)
          ? "fell, worth a look (wobble1)" : "fell before, not back for two cycles (wobble1)"
      )
    case .wobble2: parts.append("fell twice or stays low, worth a call (wobble2)")
    case .recovered: parts.append("is back (recovered)")
    case .stable, .insufficient: break
    }
    for crossing in point.crossings {
      let threshold = Figure.plain(crossing.threshold)
      switch crossing.crossing {
      case .down: parts.append("went below \(threshold)")
      case .up: parts.append("went above \(threshold)")
      case .unchanged: break
      }
    }
    var line = "\(name): \(parts.joined(separator: "; "))"
    if let index = point.index {
      line += ". \(Figure.one(index))\(interval(point)), n \(point.customers)"
    }
    if let delta = point.delta, let error = point.deltaError {
      line += ", \(Figure.signed(delta)) (standard error \(Figure.one(error)))"
    }
    return line
  }

  /// Whether it is this cycle that fell, and not one before.
  private func falls(_ point: IndexPoint) -> Bool {
    guard let delta = point.delta, let error = point.deltaError else { return false }
    let settings = WobbleMonitor.Settings()
    return delta < -max(settings.drop, settings.errors * error)
  }

  private func interval(_ point: IndexPoint) -> String {
    point.interval.map { " (\(Figure.one($0.lower)) to \(Figure.one($0.upper)))" } ?? ""
  }

  /// Index, interval, n, change and state of a point.
  private func cells(_ point: IndexPoint) -> [String] {
    guard let index = point.index, let interval = point.interval else {
      let reason =
        point.customers < minimum
        ? "Not enough data: \(point.customers) customer\(point.customers == 1 ? "" : "s"), "
          + "\(minimum) needed"
        : "Not enough data: too few customers of the parent"
      return ["–", "–", String(point.customers), "–", reason]
    }
    let change = point.delta.map { delta in
      Figure.signed(delta) + " ± " + Figure.one(1.959963984540054 * (point.deltaError ?? 0))
    }
    return [
      Figure.one(index), "\(Figure.one(interval.lower)) to \(Figure.one(interval.upper))",
      String(point.customers), change ?? "–", point.state.rawValue,
    ]
  }

  /// What the index of all customers is made of.
  private func made(_ point: IndexPoint) -> [String] {
    var lines = ["Made of"]
    var table = AlignedTable(["component", "mean", "n", "coverage", "weight", "scale"])
    for component in point.components {
      table.add([
        component.component.name, Figure.one(component.mean), String(component.n),
        Figure.percent(component.coverage), Figure.two(component.weight),
        component.mapping.rawValue,
      ])
    }
    lines += table.lines
    if let promotion = point.promotion, let value = promotion.value, let margin = promotion.margin95
    {
      lines.append(
        "NPS \(Figure.signed(value)) ± \(Figure.one(margin)), n \(promotion.count): "
          + "\(promotion.promoters) promoters, \(promotion.passives) passives, "
          + "\(promotion.detractors) detractors"
      )
    }
    if let share = point.satisfied { lines.append("CSAT \(text(share)): top two of five") }
    if let share = point.eased { lines.append("CES \(text(share)): easiest three of seven") }
    return lines
  }

  private func text(_ share: IndexPoint.Share) -> String {
    "\(Figure.percent(share.value)) (\(Figure.percent(share.interval.lower)) to "
      + "\(Figure.percent(share.interval.upper))), n \(share.n)"
  }

  // MARK: Drivers and cohorts

  /// What issues cost, segment by segment.
  func text(_ weights: [DriverWeight]) -> String {
    guard let first = weights.first else {
      return "Drivers: not enough data: no issue that \(DriverWeight.fewestCustomers) customers "
        + "report, or fewer than \(minimum) customers.\n"
    }
    var lines: [String] = []
    var start = 0
    for end in weights.indices
    where end + 1 == weights.count || weights[end + 1].segment != weights[end].segment {
      let own = weights[start...end]
      start = end + 1
      guard let any = own.first else { continue }
      let name =
        any.segment.isEmpty
        ? "all customers" : any.segment.map { Console.shown($0.value) }.joined(separator: " / ")
      lines.append("What issues cost \(name), in points of the index, n \(any.total)")
      var table = AlignedTable(["issue", "loss", "95 %", "each", "n", ""])
      for weight in own {
        table.add([
          weight.issue, Figure.one(weight.loss),
          "\(Figure.one(weight.lossInterval.lower)) to \(Figure.one(weight.lossInterval.upper))",
          Figure.signed(weight.effect), String(weight.customers), issueNames[weight.issue] ?? "",
        ])
      }
      lines += table.lines
      lines.append("")
    }
    lines.append(
      "Ridge regression of customers' satisfaction on the issues they report, penalty "
        + "\(Figure.two(first.penalty)) in the first table: an association, not a proof of cause."
    )
    return lines.joined(separator: "\n") + "\n"
  }

  /// How cohorts differ.
  func text(_ lifts: [CohortLift]) -> String {
    let tests = lifts.first?.testsRun ?? 0
    let found = lifts.filter { ($0.qValue ?? 1) <= 0.05 }
    var lines = [
      found.isEmpty
        ? "Cohorts: none differs (\(tests) tested, q at most 0.05)."
        : "Cohorts: \(found.count) of \(tests) comparisons differ (q at most 0.05)."
    ]
    var table = AlignedTable(["cohort", "measure", "here", "others", "lift", "95 %", "q", "n"])
    for lift in lifts {
      let isShare = lift.measure == .complaintShare
      func shown(_ value: Double?) -> String {
        value.map { isShare ? Figure.percent($0) : Figure.one($0) } ?? "–"
      }
      let change = lift.lift.map { isShare ? "× " + Figure.two($0) : Figure.signed($0) }
      let interval = lift.interval.map {
        isShare
          ? "\(Figure.two($0.lower)) to \(Figure.two($0.upper))"
          : "\(Figure.signed($0.lower)) to \(Figure.signed($0.upper))"
      }
      table.add([
        "\(lift.dimension) \(Console.shown(lift.value))",
        isShare ? "complaints" : "satisfaction", shown(lift.mean), shown(lift.othersMean),
        change ?? "–", interval ?? "–",
        lift.qValue.map { $0 < 0.01 ? "< 0.01" : Figure.two($0) } ?? "–",
        "\(lift.customers) of \(lift.customers + lift.others)",
      ])
    }
    lines += table.lines
    if lifts.contains(where: { $0.mean == nil }) {
      lines.append("–: not enough data: \(minimum) customers needed on either side.")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
