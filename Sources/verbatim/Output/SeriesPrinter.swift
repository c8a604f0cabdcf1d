import VerbatimPipeline

/// Points of time-series methods as CSV or as one JSON object.
struct SeriesPrinter {
  private static let columns = [
    "date", "key", "issue", "count", "exposure", "method", "statistic", "expected", "upper",
    "lower",
    "alarm", "p_value", "q_value",
  ]
  /// So many bytes are gathered before they are written.
  private static let chunk = 1 << 20

  private let isJSON: Bool
  private var bytes: [UInt8] = []
  private var isFirst = true
  /// The series whose lines' beginnings are gathered, and where each ends.
  private var key = ""
  private var issue = ""
  private var starts: [UInt8] = []
  private var lineEnds: [Int] = []
  private static let yes = Array(",true".utf8)
  private static let no = Array(",false".utf8)

  init(isJSON: Bool) { self.isJSON = isJSON }

  /// Writes what comes before the first point.
  mutating func begin() throws {
    bytes += isJSON ? Array(#"{"rows":["#.utf8) : CSVLine.bytes(Self.columns)
  }

  /// Writes the points of one method on one series.
  mutating func print(_ result: SeriesRun.Result) throws {
    if isJSON { json(result) } else { csv(result) }
    if bytes.count >= Self.chunk { try flush() }
  }

  /// Writes what comes after the last point.
  mutating func end(_ skips: [SeriesRun.Skip]) throws {
    if isJSON {
      bytes += Array(#"],"skipped":["#.utf8)
      var json = JSONWriter()
      for skip in skips {
        json.object { json in
          json.field("key", skip.key)
          json.field("issue", skip.issue)
          json.field("method", skip.method.rawValue)
          json.field("reason", skip.reason)
        }
      }
      bytes += json.bytes + Array("]}\n".utf8)
    }
    try flush()
  }

  private mutating func flush() throws {
    try Console.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func csv(_ result: SeriesRun.Result) {
    gatherStarts(of: result.entry)
    let method = Array(result.method.rawValue.utf8)
    for (index, point) in result.points.enumerated() {
      bytes.append(contentsOf: starts[lineEnds[index]..<lineEnds[index + 1]])
      bytes.append(contentsOf: method)
      number(point.statistic)
      number(point.expected)
      number(point.upper)
      number(point.lower)
      bytes.append(contentsOf: point.isAlarm ? Self.yes : Self.no)
      number(point.pValue)
      number(result.qValues.isEmpty ? nil : result.qValues[index])
      bytes.append(UInt8(ascii: "\r"))
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// Writes how each line of a series begins, once for all methods: up to the method's name.
  private mutating func gatherStarts(of entry: SeriesTable.Entry) {
    guard key != entry.key || issue != entry.issue || lineEnds.isEmpty else { return }
    key = entry.key
    issue = entry.issue
    let names = CSVLine.bytes([entry.key, entry.issue]).dropLast(2)
    let series = entry.series
    // The same code writes starts and lines.
    swap(&bytes, &starts)
    bytes.removeAll(keepingCapacity: true)
    lineEnds = [0]
    for index in series.counts.indices {
      bytes.append(contentsOf: series.start(of: index).description.utf8)
      bytes.append(UInt8(ascii: ","))
      bytes.append(contentsOf: names)
      number(series.counts[index])
      number(exposure(series, index))
      bytes.append(UInt8(ascii: ","))
      lineEnds.append(bytes.count)
    }
    swap(&bytes, &starts)
  }

  /// Writes a comma and a number the shortest way that reads back; nothing for nil.
  private mutating func number(_ value: Double?) {
    bytes.append(UInt8(ascii: ","))
    guard let value else { return }
    if value >= 0, value < 10, value == value.rounded(.towardZero) {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
      return
    }
    let text =
      value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : value.description
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func json(_ result: SeriesRun.Result) {
    guard !result.points.isEmpty else { return }
    let series = result.entry.series
    var json = JSONWriter()
    for (index, point) in result.points.enumerated() {
      json.object { json in
        json.field("date", series.start(of: index).description)
        json.field("key", result.entry.key)
        json.field("issue", result.entry.issue)
        json.field("count", series.counts[index])
        json.field("exposure", exposure(series, index))
        json.field("method", result.method.rawValue)
        json.field("statistic", point.statistic)
        json.field("expected", point.expected)
        json.field("upper", point.upper)
        json.field("lower", point.lower)
        json.field("alarm", point.isAlarm)
        json.field("p_value", point.pValue)
        json.field("q_value", result.qValues.isEmpty ? nil : result.qValues[index])
      }
    }
    if !isFirst { bytes += Array(",\n".utf8) }
    isFirst = false
    bytes += json.bytes
  }

  private func exposure(_ series: CountSeries, _ index: Int) -> Double? {
    guard let exposure = series.exposures?[index], exposure > 0 else { return nil }
    return exposure
  }

  /// What was skipped and why, a line for each method and reason, with one series named.
  static func summary(_ skips: [SeriesRun.Skip], of count: Int) -> [String] {
    var lines: [String] = []
    for method in SeriesMethod.allCases {
      let own = skips.filter { $0.method == method }
      guard let first = own.first else { continue }
      let reasons = Set(own.map(\.reason)).sorted()
      let shown = reasons.prefix(3).joined(separator: "; ")
      let more = reasons.count > 3 ? "; and \(reasons.count - 3) such reasons more" : ""
      lines.append(
        "skipped \(method.rawValue) on \(own.count) of \(count) series, such as "
          + "\(first.key) × \(first.issue): \(shown)\(more)"
      )
    }
    return lines
  }
}
