internal import VerbatimCore
internal import VerbatimStatistics
public import VerbatimStore

/// What one walk over the store's signals tells a report of: of how many it is known what they are
/// about, and who said what of what.
///
/// Whoever walks over the store for clusters gives each signal here too, so that a million of them
/// are read once. Names are kept once, as numbers: some 100 bytes a signal.
public struct ReportWalk: Sendable {
  /// An issue of a signal: the gravest of its leaf, then the surest.
  struct Told {
    let code: Int32
    let tier: Issue.Tier
    let attribution: Issue.Attribution
    let confidence: Double
  }

  /// A signal that counts.
  struct Entry {
    /// `Int64.max` without a time.
    let seconds: Int64
    /// Numbers of names; −1 for none.
    let sku: Int32
    let supplier: Int32
    let person: Int32
    let text: Int32
    let hasLot: Bool
    /// Where its issues stand among ``ReportWalk/told``.
    let issues: Range<Int>
  }

  private(set) var coverage = ReportMaterial.Coverage()
  private(set) var period: (first: Instant, last: Instant)?
  private var skus = NameTable()
  private var suppliers = NameTable()
  private var codes = NameTable()
  private(set) var told: [Told] = []
  private var people = NameTable()
  private var texts = NameTable()
  private var entries: [Entry] = []
  /// The signals' ids, apart from the numbers, which are walked again and again.
  private var ids: [String] = []

  /// A walk that has seen nothing.
  public init() {}

  /// Takes a signal in.
  public mutating func add(_ report: Report) {
    coverage.add(report)
    if let time = report.eventTime {
      period = (min(period?.first ?? time, time), max(period?.last ?? time, time))
    }
    guard !report.isIncentivised else { return }
    let start = told.count
    for issue in report.issues where issue.modality.isReport {
      let code = Int32(codes.number(of: issue.code))
      let new = Told(
        code: code,
        tier: issue.tier,
        attribution: issue.attribution,
        confidence: issue.confidence
      )
      guard let place = told[start...].firstIndex(where: { $0.code == code }) else {
        told.append(new)
        continue
      }
      let old = told[place]
      if (new.tier.rawValue, -new.confidence) < (old.tier.rawValue, -old.confidence) {
        told[place] = new
      }
    }
    func number(_ name: String?, _ table: inout NameTable) -> Int32 {
      name.map { Int32(table.number(of: $0)) } ?? -1
    }
    ids.append(report.signalID)
    entries.append(
      Entry(
        seconds: report.eventTime?.seconds ?? .max,
        sku: number(report.sku, &skus),
        supplier: number(report.supplier, &suppliers),
        person: number(report.customerKey ?? report.signalID, &people),
        text: number(report.textKey.isEmpty ? nil : report.textKey, &texts),
        hasLot: report.lot != nil,
        issues: start..<told.count
      )
    )
  }

  /// The signals that count, by time and then by id: which of several copies is counted must not
  /// hang on the order of imports.
  ///
  /// - Complexity: O(*n* log *n*).
  var inOrder: [Entry] {
    var order = IdentifierOrder.places(of: ids).enumerated()
      .map { (seconds: entries[$1].seconds, rank: Int32($0), place: Int32($1)) }
    order.sort { $0.seconds != $1.seconds ? $0.seconds < $1.seconds : $0.rank < $1.rank }
    return order.map { entries[Int($0.place)] }
  }
}

extension ReportWalk {
  /// The articles, by number.
  var skuNames: [String] { Self.names(skus) }
  /// The suppliers, by number.
  var supplierNames: [String] { Self.names(suppliers) }
  /// The issues, by number.
  var issueNames: [String] { Self.names(codes) }

  private static func names(_ table: NameTable) -> [String] {
    (0..<table.count).map { table.name($0) }
  }
}

extension ReportMaterial.Coverage {
  fileprivate mutating func add(_ report: Report) {
    signals += 1
    withSKU += report.sku == nil ? 0 : 1
    withSupplier += report.supplier == nil ? 0 : 1
    withLot += report.lot == nil ? 0 : 1
    scored += report.compound == nil ? 0 : 1
    incentivised += report.isIncentivised ? 1 : 0
  }
}
