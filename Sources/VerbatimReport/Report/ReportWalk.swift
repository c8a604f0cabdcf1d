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
    let id: String
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

  /// Names in the order of their first appearance.
  struct Names {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(of name: String) -> Int32 {
      if let number = numbers[name] { return number }
      let number = Int32(names.count)
      numbers[name] = number
      names.append(name)
      return number
    }

    mutating func number(of name: String?) -> Int32 { name.map { number(of: $0) } ?? -1 }
  }

  private(set) var coverage = ReportMaterial.Coverage()
  private(set) var period: (first: Instant, last: Instant)?
  private(set) var skus = Names()
  private(set) var suppliers = Names()
  private(set) var codes = Names()
  private(set) var told: [Told] = []
  private var people = Names()
  private var texts = Names()
  private var entries: [Entry] = []

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
      let code = codes.number(of: issue.code)
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
    entries.append(
      Entry(
        id: report.signalID,
        seconds: report.eventTime?.seconds ?? .max,
        sku: skus.number(of: report.sku),
        supplier: suppliers.number(of: report.supplier),
        person: people.number(of: report.customerKey ?? report.signalID),
        text: report.textKey.isEmpty ? -1 : texts.number(of: report.textKey),
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
    let places = IdentifierOrder.places(of: entries.map(\.id))
    var ranks = [Int](repeating: 0, count: places.count)
    for (rank, place) in places.enumerated() { ranks[place] = rank }
    return entries.indices.sorted {
      (entries[$0].seconds, ranks[$0]) < (entries[$1].seconds, ranks[$1])
    }.map { entries[$0] }
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
