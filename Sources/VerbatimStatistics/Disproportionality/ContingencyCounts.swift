/// Counts distinct reports by two of their properties, one report after another.
///
/// Without ids each call is a report of its own and memory grows with the values only. With ids a
/// report may come in several calls, one for each of its pairs: it is counted once a pair, once
/// for each value of either property, and once in all; its calls are kept until the table is made,
/// 16 bytes each.
///
/// Names are compared byte by byte. Reports may come in any order: the table is the same.
public struct ContingencyCounts: Sendable {
  /// One call, when reports have ids.
  private struct Entry {
    var report: UInt32
    var first: UInt32
    var second: UInt32
    var stratum: UInt32
  }

  private var firsts = NameTable()
  private var seconds = NameTable()
  private var strata = NameTable()
  private var reports = NameTable()
  private var entries: [Entry] = []
  private var tally: ContingencyTally
  private let hasIDs: Bool

  /// Counts of nothing yet.
  ///
  /// - Parameters:
  ///   - hasIDs: Whether reports have ids, and may come in several calls.
  ///   - isStratified: Whether reports belong to strata.
  public init(hasIDs: Bool = false, isStratified: Bool = false) {
    self.hasIDs = hasIDs
    tally = ContingencyTally(isStratified: isStratified)
  }

  /// The number that stands for a value of the first property, in UTF-8.
  public mutating func first(_ name: Span<UInt8>) -> Int { firsts.number(of: name) }

  /// The number that stands for a value of the second property, in UTF-8.
  public mutating func second(_ name: Span<UInt8>) -> Int { seconds.number(of: name) }

  /// The number that stands for a stratum.
  public mutating func stratum(_ name: Span<UInt8>) -> Int { strata.number(of: name) }

  /// The number that stands for a report's id.
  public mutating func report(_ id: Span<UInt8>) -> Int { reports.number(of: id) }

  /// Counts one report, or one pair of a report with an id, by the numbers of its values.
  ///
  /// - Parameters:
  ///   - first: The first property's value, a SKU perhaps.
  ///   - second: The second's, an issue perhaps.
  ///   - stratum: The report's stratum; not looked at when reports have none.
  ///   - report: The report's id; not looked at when reports have none.
  /// - Complexity: O(1) in the reports.
  public mutating func add(first: Int, second: Int, stratum: Int = 0, report: Int = 0) {
    guard hasIDs else {
      tally.addReport(first, second, stratum)
      return
    }
    entries.append(
      Entry(
        report: UInt32(report),
        first: UInt32(first),
        second: UInt32(second),
        stratum: UInt32(stratum)
      )
    )
  }

  /// Counts one report that is at hand as text.
  public mutating func add(
    first: String,
    second: String,
    stratum: String = "",
    report: String = ""
  ) {
    let (first, second) = (Array(first.utf8), Array(second.utf8))
    let (stratum, report) = (Array(stratum.utf8), Array(report.utf8))
    add(
      first: self.first(first.span),
      second: self.second(second.span),
      stratum: self.stratum(stratum.span),
      report: self.report(report.span)
    )
  }

  /// The table of all that was counted.
  ///
  /// - Complexity: O(*r*) in the calls, O(*c* log *c*) in the cells, and O(*c* · *s*) in the cells
  ///   and strata.
  public consuming func table() -> ContingencyTable {
    if hasIDs { countEntries() }
    return ContingencyTable(tally, firsts: firsts, seconds: seconds, strata: strata)
  }

  /// Counts the entries report by report, each thing once a report.
  private mutating func countEntries() {
    // Where each report's entries begin, once they are put together.
    var starts = [Int](repeating: 0, count: reports.count + 1)
    for entry in entries { starts[Int(entry.report) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var order = [Int32](repeating: 0, count: entries.count)
    var next = starts
    for (index, entry) in entries.enumerated() {
      order[next[Int(entry.report)]] = Int32(index)
      next[Int(entry.report)] += 1
    }
    var group: [Entry] = []
    for report in 0..<reports.count {
      group.removeAll(keepingCapacity: true)
      for place in starts[report]..<starts[report + 1] { group.append(entries[Int(order[place])]) }
      tally.total += 1
      Self.distinct(&group, by: { ($0.first, $0.second) }) {
        tally.addPair(Int($0.first), Int($0.second))
      }
      Self.distinct(&group, by: { ($0.first, 0) }) { tally.addFirst(Int($0.first)) }
      Self.distinct(&group, by: { ($0.second, 0) }) { tally.addSecond(Int($0.second)) }
      guard tally.isStratified else { continue }
      Self.distinct(&group, by: { ($0.stratum, 0) }) { tally.addStratum(Int($0.stratum)) }
      Self.distinct(&group, by: { ($0.first, $0.stratum) }) {
        tally.addFirst(Int($0.first), in: Int($0.stratum))
      }
      Self.distinct(&group, by: { ($0.second, $0.stratum) }) {
        tally.addSecond(Int($0.second), in: Int($0.stratum))
      }
    }
  }

  /// Calls `body` once for each key among a report's entries.
  private static func distinct(
    _ group: inout [Entry],
    by key: (Entry) -> (UInt32, UInt32),
    _ body: (Entry) -> Void
  ) {
    guard group.count > 1 else {
      group.forEach(body)
      return
    }
    group.sort { key($0) < key($1) }
    for index in group.indices where index == 0 || key(group[index - 1]) != key(group[index]) {
      body(group[index])
    }
  }
}
