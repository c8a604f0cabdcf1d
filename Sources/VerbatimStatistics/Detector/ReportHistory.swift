/// The reports of a shop, counted by week and made ready for a replay.
///
/// Names are sorted and counts are whole numbers, so the order in which reports were added is
/// forgotten.
public struct ReportHistory: Sendable {
  /// A SKU as one supplier delivers it; after a change of supplier it is another article.
  struct Article: Hashable, Sendable {
    let sku: Int32
    let supplier: Int32
  }

  /// All reports of an article in a week from a lot and a source.
  struct Exposure: Hashable, Sendable {
    let article: Int32
    let week: Int32
    /// The lot, or −1 when the reports name none.
    let lot: Int32
    let source: Int32
    var count: Int32
  }

  /// The complaints about an article in a week, of an issue, from a lot.
  struct Complaints: Hashable, Sendable {
    let article: Int32
    let issue: Int32
    let week: Int32
    let lot: Int32
    var count: Int32
  }

  /// The codes of the SKUs, ascending.
  public let skus: [String]
  /// The codes of the suppliers, ascending.
  public let suppliers: [String]
  /// The codes of the lots, ascending.
  public let lots: [String]
  /// The codes of the issues, ascending.
  public let issues: [String]
  /// The first day of week 0, a Monday, in days since 1970-01-01.
  public let firstDay: Int
  /// How many weeks there are from the first report to the last.
  public let weekCount: Int
  /// How many reports there are.
  public let reportCount: Int

  let sourceCount: Int
  /// By supplier, then SKU.
  let articles: [Article]
  /// By article, week, lot and source.
  let exposures: [Exposure]
  /// Where each article's exposures begin; one more than there are articles.
  let exposureStarts: [Int]
  /// By article, issue, week and lot.
  let complaints: [Complaints]
  /// Where each article's complaints begin; one more than there are articles.
  let complaintStarts: [Int]

  /// The last day of a week, a Sunday, in days since 1970-01-01.
  public func lastDay(ofWeek week: Int) -> Int { firstDay + 7 * week + 6 }

  /// Counts reports one by one.
  public struct Builder: Sendable {
    private struct Row {
      let day: Int32
      let sku: Int32
      let supplier: Int32
      let lot: Int32
      let issue: Int32
      let source: Int32
    }

    private var skus = NameTable()
    private var suppliers = NameTable()
    private var lots = NameTable()
    private var issues = NameTable()
    private var sources = NameTable()
    private var rows: [Row] = []

    /// A builder without reports.
    public init() {}

    /// How many reports were added.
    public var count: Int { rows.count }

    /// Adds one report.
    ///
    /// - Parameters:
    ///   - day: In days since 1970-01-01.
    ///   - sku: The article.
    ///   - supplier: Who made it; empty when it is not known.
    ///   - lot: The lot; empty when it is not known.
    ///   - issue: The issue; empty when the report names none.
    ///   - isNegative: Whether it is a complaint; other reports tell only how much was heard.
    ///   - source: Where it comes from.
    public mutating func add(
      day: Int,
      sku: String,
      supplier: String,
      lot: String,
      issue: String,
      isNegative: Bool,
      source: String
    ) {
      rows.append(
        Row(
          day: Int32(clamping: day),
          sku: Int32(skus.number(of: sku)),
          supplier: Int32(suppliers.number(of: supplier)),
          lot: lot.isEmpty ? -1 : Int32(lots.number(of: lot)),
          issue: issue.isEmpty || !isNegative ? -1 : Int32(issues.number(of: issue)),
          source: Int32(sources.number(of: source))
        )
      )
    }

    /// The history of what was added.
    ///
    /// - Complexity: O(*n* log *n*) in the reports.
    public consuming func history() -> ReportHistory {
      let firstDay = rows.reduce(Int32.max) { min($0, $1.day) }
      let monday = rows.isEmpty ? 0 : Self.monday(before: Int(firstDay))
      let (skuRanks, skuNames) = skus.ranks()
      let (supplierRanks, supplierNames) = suppliers.ranks()
      let (lotRanks, lotNames) = lots.ranks()
      let (issueRanks, issueNames) = issues.ranks()
      let (sourceRanks, sourceNames) = sources.ranks()
      var pairs = rows.map { row in
        UInt64(supplierRanks[Int(row.supplier)]) << 32 | UInt64(skuRanks[Int(row.sku)])
      }
      let distinct = Self.sortedDistinct(pairs)
      var places: [UInt64: Int32] = [:]
      for (index, pair) in distinct.enumerated() { places[pair] = Int32(index) }
      var weekCount = 0
      var exposures: [Exposure] = []
      var complaints: [Complaints] = []
      exposures.reserveCapacity(rows.count)
      for (index, row) in rows.enumerated() {
        let article = places[pairs[index]] ?? 0
        let week = Int32((Int(row.day) - monday) / 7)
        weekCount = max(weekCount, Int(week) + 1)
        let lot = row.lot < 0 ? -1 : lotRanks[Int(row.lot)]
        exposures.append(
          Exposure(
            article: article,
            week: week,
            lot: lot,
            source: sourceRanks[Int(row.source)],
            count: 1
          )
        )
        guard row.issue >= 0 else { continue }
        complaints.append(
          Complaints(
            article: article,
            issue: issueRanks[Int(row.issue)],
            week: week,
            lot: lot,
            count: 1
          )
        )
      }
      let reportCount = rows.count
      rows = []
      pairs = []
      exposures.sort {
        ($0.article, $0.week, $0.lot, $0.source) < ($1.article, $1.week, $1.lot, $1.source)
      }
      Self.merge(&exposures) { left, right in
        guard
          left.article == right.article, left.week == right.week, left.lot == right.lot,
          left.source == right.source
        else { return false }
        left.count += right.count
        return true
      }
      complaints.sort {
        ($0.article, $0.issue, $0.week, $0.lot) < ($1.article, $1.issue, $1.week, $1.lot)
      }
      Self.merge(&complaints) { left, right in
        guard
          left.article == right.article, left.issue == right.issue, left.week == right.week,
          left.lot == right.lot
        else { return false }
        left.count += right.count
        return true
      }
      return ReportHistory(
        skus: skuNames,
        suppliers: supplierNames,
        lots: lotNames,
        issues: issueNames,
        firstDay: monday,
        weekCount: weekCount,
        reportCount: reportCount,
        sourceCount: sourceNames.count,
        articles: distinct.map {
          Article(sku: Int32($0 & 0xFFFF_FFFF), supplier: Int32($0 >> 32))
        },
        exposures: exposures,
        exposureStarts: Self.starts(exposures, distinct.count) { Int($0.article) },
        complaints: complaints,
        complaintStarts: Self.starts(complaints, distinct.count) { Int($0.article) }
      )
    }

    /// The Monday on or before a day; 1970-01-01 was a Thursday.
    private static func monday(before day: Int) -> Int {
      let shifted = day + 3
      return day - (shifted % 7 + 7) % 7
    }

    private static func sortedDistinct(_ values: [UInt64]) -> [UInt64] {
      var result = Array(Set(values))
      result.sort()
      return result
    }

    /// Joins neighbours that stand for the same thing.
    private static func merge<Item>(
      _ items: inout [Item],
      _ joins: (inout Item, Item) -> Bool
    ) {
      guard !items.isEmpty else { return }
      var last = 0
      for index in 1..<items.count where !joins(&items[last], items[index]) {
        last += 1
        items[last] = items[index]
      }
      items.removeSubrange((last + 1)...)
    }

    private static func starts<Item>(
      _ items: [Item],
      _ count: Int,
      _ key: (Item) -> Int
    ) -> [Int] {
      var starts = [Int](repeating: 0, count: count + 1)
      for item in items { starts[key(item) + 1] += 1 }
      for index in 0..<count { starts[index + 1] += starts[index] }
      return starts
    }
  }
}
