import VerbatimPipeline

/// An evaluation for people.
struct EvaluationPrinter {
  var evaluation: Evaluation
  var rated: RatedTexts
  /// The part that was measured; nil for all.
  var part: RatedText.Part?

  /// What was measured on, the measures, and what met what.
  var summary: [String] {
    var lines = [texts, verdicts, balance, thresholds, scored, intervals, ""]
    lines += measures
    for engine in evaluation.engines.indices { lines += [""] + confusion(engine) }
    return lines
  }

  // MARK: What it was measured on

  private var texts: String {
    let counts = rated.counts
    var line = "texts      \(Self.grouped(evaluation.texts.count)) of "
    line += "\(Self.grouped(counts.read)) records"
    var out: [String] = []
    let other = rated.texts.count - evaluation.texts.count
    if other > 0 { out.append("\(Self.grouped(other)) in the other part") }
    if counts.withoutWords > 0 { out.append("\(Self.grouped(counts.withoutWords)) without words") }
    if counts.withoutVerdict > 0 {
      out.append("\(Self.grouped(counts.withoutVerdict)) without a verdict")
    }
    if counts.rejected > 0 { out.append("\(Self.grouped(counts.rejected)) rejected") }
    if !out.isEmpty { line += "; " + out.joined(separator: ", ") }
    return line + "; part: \(part?.rawValue ?? "all")"
  }

  private var verdicts: String {
    var seen: [RatedText.Evidence] = []
    for text in evaluation.texts where !seen.contains(text.evidence) { seen.append(text.evidence) }
    let names = seen.map { evidence in
      switch evidence {
      case .column(let name): "column `\(Console.shown(name))`"
      case .rating(.stars): "stars: 1 and 2 negative, 3 neutral, 4 and 5 positive"
      case .rating(.nps): "NPS: 0 to 6 negative, 7 and 8 neutral, 9 and 10 positive"
      case .rating(let kind):
        "\(kind.rawValue): below 3/8 of the scale negative, above 5/8 positive"
      }
    }
    return "verdicts   " + names.joined(separator: "; ")
  }

  private var balance: String {
    let shares = RatedText.Label.allCases.compactMap { label -> String? in
      let count = evaluation.texts.lazy.filter { $0.label == label }.count
      guard count > 0 else { return nil }
      let share = Self.percent(Double(count) / Double(evaluation.texts.count))
      return "\(label.rawValue) \(Self.grouped(count)) (\(share))"
    }
    return "balance    " + shares.joined(separator: ", ")
  }

  private var thresholds: String {
    "labels     positive from +0.05, negative from −0.05, mixed with a quarter of the mass each"
  }

  private var scored: String {
    let shares = evaluation.engines.indices.map { engine in
      let verdicts = evaluation.verdicts[engine]
      let share = Double(verdicts.lazy.filter { $0.compound != nil }.count) / Double(verdicts.count)
      return "\(evaluation.engines[engine]) \(Self.percent(share))"
    }
    return "scored     " + shares.joined(separator: ", ")
  }

  private var intervals: String {
    let unit =
      switch evaluation.unit {
      case .text: "texts"
      case .product(let count): "articles with their texts (\(Self.grouped(count)) articles)"
      }
    return "intervals  95 %, \(Self.grouped(evaluation.bootstrap.resamples)) draws of \(unit), "
      + "seed \(evaluation.bootstrap.seed)"
  }

  // MARK: Tables

  private var measures: [String] {
    var header = [""]
    for engine in evaluation.engines { header += [engine, "95 %"] }
    if evaluation.engines.count == 2 { header += ["difference", "95 %"] }
    var table = AlignedTable(header)
    for line in evaluation.lines { table.add([line.measure.title] + Self.cells(line)) }
    return table.lines
  }

  private func confusion(_ engine: Int) -> [String] {
    let confusion = evaluation.confusion(ofEngine: engine)
    let columns = EngineVerdict.Label.allCases.map(\.rawValue)
    var table = AlignedTable(["people ↓  \(evaluation.engines[engine]) →"] + columns + ["all"])
    for (row, label) in RatedText.Label.allCases.enumerated() where confusion.count(ofRow: row) > 0
    {
      table.add(
        ["  " + label.rawValue] + columns.indices.map { Self.grouped(confusion[row, $0]) }
          + [Self.grouped(confusion.count(ofRow: row))]
      )
    }
    table.add(
      ["  all"] + columns.indices.map { Self.grouped(confusion.count(ofColumn: $0)) }
        + [Self.grouped(confusion.total)]
    )
    return table.lines
  }

  /// The lines of a division.
  func slices(by name: String, _ slicing: EvaluationSlicing) -> [String] {
    let slices = evaluation.slices(by: slicing)
    let measures = slices.first?.lines.map(\.measure) ?? []
    var lines: [String] = []
    for (engine, title) in evaluation.engines.enumerated() {
      var header = ["by \(name), \(title)", "texts", "negative"]
      for measure in measures { header += [measure.title, "95 %"] }
      var table = AlignedTable(header)
      for slice in slices {
        var row = [
          "  " + (slice.name.map { Self.short($0, 40) } ?? "(others)"), Self.grouped(slice.count),
          Self.percent(Double(slice.negatives) / Double(slice.count)),
        ]
        for line in slice.lines {
          row += [Self.number(line.values[engine]), Self.range(line.intervals[engine])]
        }
        table.add(row)
      }
      lines += (lines.isEmpty ? [] : [""]) + table.lines
    }
    return lines
  }

  /// The lines of a reliability table.
  static func reliability(_ table: ReliabilityTable) -> [String] {
    var rows = AlignedTable(["p_negative", "texts", "predicted", "negative", "95 %"])
    for bin in table.bins where bin.count > 0 {
      rows.add([
        "\(bin.lower)–\(bin.upper)", grouped(bin.count), number(bin.meanPredicted),
        number(bin.observedShare),
        range(Bootstrap.Interval(lower: bin.interval.lower, upper: bin.interval.upper)),
      ])
    }
    return rows.lines + [
      "expected calibration error \(number(table.expectedError)), Brier score "
        + number(table.brierScore)
    ]
  }

  /// The lines of the worst errors.
  func errors(_ count: Int) -> [String] {
    evaluation.worst(count).map { miss in
      let source = miss.text.record.source
      let place = source.line.map { "\(source.file):\($0)" } ?? source.file
      let text = miss.text.parts.map(\.text).joined(separator: " / ")
      return "  \(miss.text.label.rawValue) read as \(miss.verdict.label.rawValue) "
        + "\(Self.number(miss.verdict.compound))  \(Console.shown(Self.short(text, 140)))  (\(place))"
    }
  }

  // MARK: Numbers

  private static func cells(_ line: Evaluation.Line) -> [String] {
    var cells: [String] = []
    for (value, interval) in zip(line.values, line.intervals) {
      cells += [number(value), range(interval)]
    }
    if line.values.count == 2 {
      cells += [number(line.difference, isSigned: true), range(line.differenceInterval)]
    }
    return cells
  }

  /// A number to three places; a dash for none.
  static func number(_ value: Double?, isSigned: Bool = false) -> String {
    guard let value else { return "–" }
    let thousandths = Int((abs(value) * 1000).rounded())
    let fraction = String(thousandths % 1000)
    let digits =
      "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    return (value < 0 && thousandths > 0 ? "−" : isSigned && thousandths > 0 ? "+" : "") + digits
  }

  private static func range(_ interval: Bootstrap.Interval?) -> String {
    interval.map { "\(number($0.lower))…\(number($0.upper))" } ?? "–"
  }

  private static func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }

  /// A count with a comma before every third digit.
  static func grouped(_ count: Int) -> String {
    var digits = String(count)
    var result = ""
    while digits.count > 3 {
      result = "," + digits.suffix(3) + result
      digits.removeLast(3)
    }
    return digits + result
  }

  /// A text on one line, cut when it is long.
  private static func short(_ text: String, _ length: Int) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= length ? line : line.prefix(length - 1) + "…"
  }
}
