internal import VerbatimCore
internal import VerbatimStatistics

/// The rows of a table of series, and the series that they make.
struct SeriesRows {
  private struct Row {
    var entry: Int32
    var day: Int32
    var count: Double
    var exposure: Double
  }

  private struct Name: Hashable {
    var key: String
    var issue: String
  }

  private var names: [Name] = []
  private var places: [Name: Int32] = [:]
  private var rows: [Row] = []
  private var hasExposure = false
  /// The names of the row before as bytes: tables mostly stand in the order of their series.
  private var lastKey: [UInt8] = []
  private var lastIssue: [UInt8] = []
  private var last: Int32 = -1

  /// Takes one row.
  mutating func add(
    key: Span<UInt8>,
    issue: Span<UInt8>,
    day: Int,
    count: Double,
    exposure: Double
  ) {
    if last < 0 || !Self.isSame(key, lastKey) || !Self.isSame(issue, lastIssue) {
      lastKey = Self.array(key)
      lastIssue = Self.array(issue)
      last = place(
        Name(
          key: String(decoding: lastKey, as: UTF8.self),
          issue: String(decoding: lastIssue, as: UTF8.self)
        )
      )
    }
    hasExposure = hasExposure || exposure > 0
    rows.append(Row(entry: last, day: Int32(day), count: count, exposure: exposure))
  }

  private mutating func place(_ name: Name) -> Int32 {
    if let place = places[name] { return place }
    let place = Int32(names.count)
    names.append(name)
    places[name] = place
    return place
  }

  /// The series, by key and issue.
  func entries(_ period: CountSeries.Period) -> [SeriesTable.Entry] {
    // Bytes, not characters, decide: the order is the same on every machine.
    let order = names.indices.sorted { left, right in
      let (a, b) = (names[left], names[right])
      if a.key.utf8.elementsEqual(b.key.utf8) {
        return a.issue.utf8.lexicographicallyPrecedes(b.issue.utf8)
      }
      return a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
    var buckets = [[Row]](repeating: [], count: names.count)
    for row in rows { buckets[Int(row.entry)].append(row) }
    for index in buckets.indices where !Self.isSorted(buckets[index]) {
      buckets[index].sort { ($0.day, $0.count, $0.exposure) < ($1.day, $1.count, $1.exposure) }
    }
    var result: [SeriesTable.Entry] = []
    result.reserveCapacity(names.count)
    var start = 0
    while start < order.count {
      let key = names[order[start]].key
      var end = start
      while end < order.count, names[order[end]].key.utf8.elementsEqual(key.utf8) { end += 1 }
      let part = order[start..<end]
      let days = part.flatMap { place in
        [buckets[place].first, buckets[place].last].compactMap { $0.map { Int($0.day) } }
      }
      let first = Self.index(days.min() ?? 0, period)
      let last = Self.index(days.max() ?? 0, period)
      let keyExposure = hasExposure ? Self.exposures(part.flatMap { buckets[$0] }) : []
      for place in part {
        result.append(
          SeriesTable.Entry(
            key: key,
            issue: names[place].issue,
            series: series(buckets[place], first...last, period, keyExposure)
          )
        )
      }
      start = end
    }
    return result
  }

  private func series(
    _ rows: [Row],
    _ range: ClosedRange<Int>,
    _ period: CountSeries.Period,
    _ keyExposure: [(day: Int32, exposure: Double)]
  ) -> CountSeries {
    var counts = [Double](repeating: 0, count: range.count)
    for row in rows {
      counts[Self.index(Int(row.day), period) - range.lowerBound] += row.count
    }
    var exposures: [Double]?
    if !keyExposure.isEmpty {
      var sums = [Double](repeating: 0, count: range.count)
      let own = Self.exposures(rows)
      var at = 0
      for (day, exposure) in keyExposure {
        while at < own.count, own[at].day < day { at += 1 }
        let value = at < own.count && own[at].day == day ? own[at].exposure : exposure
        sums[Self.index(Int(day), period) - range.lowerBound] += value
      }
      exposures = sums
    }
    return CountSeries(
      firstDay: range.lowerBound * period.days - (period == .week ? 3 : 0),
      period: period,
      counts: counts,
      exposures: exposures
    )
  }

  /// The greatest exposure of each day, days ascending; days without one are left out.
  private static func exposures(_ rows: [Row]) -> [(day: Int32, exposure: Double)] {
    let known = rows.filter { $0.exposure > 0 }
      .sorted { ($0.day, $0.exposure) < ($1.day, $1.exposure) }
    var result: [(day: Int32, exposure: Double)] = []
    for row in known {
      if result.last?.day == row.day { result.removeLast() }
      result.append((row.day, row.exposure))
    }
    return result
  }

  /// The number of the period that a day lies in: weeks count from the Monday of 1970-01-01's.
  private static func index(_ day: Int, _ period: CountSeries.Period) -> Int {
    guard period == .week else { return day }
    // 1970-01-01 was a Thursday.
    let shifted = day + 3
    return shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
  }

  private static func isSorted(_ rows: [Row]) -> Bool {
    zip(rows.dropFirst(), rows).allSatisfy { $0.day > $1.day }
  }

  private static func isSame(_ bytes: Span<UInt8>, _ array: [UInt8]) -> Bool {
    guard bytes.count == array.count else { return false }
    for index in bytes.indices where bytes[index] != array[index] { return false }
    return true
  }

  private static func array(_ bytes: Span<UInt8>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return copy
  }
}
