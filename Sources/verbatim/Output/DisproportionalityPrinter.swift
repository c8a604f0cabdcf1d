import VerbatimPipeline

/// Prints the pairs of a table with their measures, a few hundred kilobytes at a time.
struct DisproportionalityPrinter {
  /// How much is gathered before it is written.
  private static let block = 1 << 18

  /// What is printed.
  let run: CountsRun
  /// At most so many pairs.
  let limit: Int?

  private var count: Int { min(limit ?? .max, run.result.count) }

  /// The estimate of the prior as one line, for where the result has no room for it.
  var thetaLine: String {
    let (fit, theta) = (run.result.fit, run.result.fit.mixture)
    return "theta: alpha1=\(theta.alpha1) beta1=\(theta.beta1) alpha2=\(theta.alpha2) "
      + "beta2=\(theta.beta2) p=\(theta.p) log_likelihood=\(fit.logLikelihood) "
      + "outcome=\(fit.outcome.rawValue)"
  }

  /// Prints one object: the rows, the prior, and how it was found.
  func printJSON() throws {
    var bytes = Array("{\"rows\":[".utf8)
    var json = JSONWriter()
    for place in 0..<count {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\n"))
      json.removeAll()
      write(run.result[place], to: &json)
      bytes += json.bytes
      try flush(&bytes)
    }
    json.removeAll()
    writePrior(to: &json)
    bytes += Array("\n],".utf8) + json.bytes.dropFirst() + [UInt8(ascii: "\n")]
    try Console.write(bytes)
  }

  /// Prints a header and a line a pair; what is infinite is an empty field.
  func printCSV() throws {
    var bytes = CSVLine.bytes(run.names + CountsRun.measures)
    for place in 0..<count {
      let row = run.result[place]
      bytes += CSVLine.field(row.first).utf8
      bytes.append(UInt8(ascii: ","))
      bytes += CSVLine.field(row.second).utf8
      for value in Self.values(row) {
        bytes.append(UInt8(ascii: ","))
        if let value { bytes += Self.number(value).utf8 }
      }
      bytes += [0x0D, 0x0A]
      try flush(&bytes)
    }
    try Console.write(bytes)
  }

  /// Prints the strongest pairs for a person to read.
  func printText() throws {
    var table = AlignedTable(run.names + ["n", "expected", "EBGM", "EB05", "IC025", "PRR", "q"])
    let shown = min(limit ?? 20, run.result.count)
    func short(_ value: Double?) -> String {
      guard let value else { return "–" }
      return abs(value) < 0.001 && value != 0
        ? "<0.001" : Self.number((value * 1000).rounded() / 1000)
    }
    for place in 0..<shown {
      let row = run.result[place]
      table.add([
        row.first, row.second, String(row.count), short(row.expected),
        short(row.posterior.geometricMean), short(row.posterior.lower),
        Self.number((row.informationLower * 1000).rounded() / 1000),
        short(row.proportionalRatio?.value), short(row.qValue),
      ])
    }
    for line in table.lines { try Console.print(line) }
    if shown < run.result.count {
      try Console.print("… and \(run.result.count - shown) pairs more")
    }
  }

  private func flush(_ bytes: inout [UInt8]) throws {
    guard bytes.count >= Self.block else { return }
    try Console.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private func write(_ row: Disproportionality, to json: inout JSONWriter) {
    json.object { json in
      json.key(dynamic: run.names[0])
      json.value(row.first)
      json.key(dynamic: run.names[1])
      json.value(row.second)
      for (name, value) in zip(CountsRun.measures, Self.values(row)) {
        json.key(dynamic: name)
        if let value { json.value(value) } else { json.null() }
      }
    }
  }

  private func writePrior(to json: inout JSONWriter) {
    let fit = run.result.fit
    json.object { json in
      json.object("theta") { json in
        json.field("alpha1", fit.mixture.alpha1)
        json.field("beta1", fit.mixture.beta1)
        json.field("alpha2", fit.mixture.alpha2)
        json.field("beta2", fit.mixture.beta2)
        json.field("p", fit.mixture.p)
        json.field("log_likelihood", fit.logLikelihood)
      }
      json.object("fit") { json in
        json.field("outcome", fit.outcome.rawValue)
        json.field("is_fallback", fit.isFallback)
        json.field("summary", fit.summary)
        json.field("zero_cells", fit.includesEmptyCells)
        json.key("standard_errors")
        if let errors = fit.standardErrors {
          json.object { json in
            for (name, error) in zip(["alpha1", "beta1", "alpha2", "beta2", "p"], errors) {
              json.key(dynamic: name)
              json.value(error)
            }
          }
        } else {
          json.null()
        }
        json.field("cells", fit.cellCount)
        json.field("points", fit.pointCount)
        json.field("starts", fit.starts.tried)
        json.field("starts_agreeing", fit.starts.agreeing)
      }
      json.field("n_total", run.result.table.total)
      json.field("strata", run.result.table.strataCount)
      json.field("rows_accepted", run.accepted)
      json.field("rows_rejected", run.rejected)
    }
  }

  /// The measures in the order of their names.
  private static func values(_ row: Disproportionality) -> [Double?] {
    [
      Double(row.count), Double(row.firstTotal), Double(row.secondTotal), Double(row.total),
      row.expected, row.relativeRatio, row.proportionalRatio?.value,
      row.proportionalRatio?.lower, row.proportionalRatio?.upper, row.oddsRatio?.value,
      row.oddsRatio?.lower, row.oddsRatio?.upper, row.chiSquare, row.chiSquareYates,
      row.informationComponent, row.informationLower, row.informationUpper,
      row.posterior.geometricMean, row.posterior.lower, row.posterior.upper, row.pValue,
      row.qValue,
    ].map { $0.flatMap { $0.isFinite ? $0 : nil } }
  }

  /// A number the shortest way that reads back; whole numbers without a fraction.
  private static func number(_ value: Double) -> String {
    value == value.rounded(.towardZero) && abs(value) < 0x1p53
      ? String(Int(value)) : String(value)
  }
}
