public import VerbatimCore

/// What came in when: the lots of each article in the order in which they were received.
public struct ReceivingLog: Sendable {
  /// A lot as it was received.
  struct Receipt: Sendable {
    var sku = TextPlace()
    var lot: Int32 = 0
    var day: Int32 = 0
    /// How many; 1 when nothing is stated, 0 when it is no number.
    var quantity: Int32 = 0
    var statesQuantity = false
    var supplier: Int32 = 0
  }

  private(set) var receipts: [Receipt] = []
  var texts = TextArena()
  /// What is wrong with the file, by row; at most a thousand are kept.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many things are wrong with the file.
  public private(set) var diagnosticCount = 0

  /// A log without receipts.
  public init() {}

  /// Whether nothing was received.
  public var isEmpty: Bool { receipts.isEmpty }
  /// How many receipts there are.
  public var count: Int { receipts.count }

  /// Keeps what was wrong with a row.
  public mutating func note(_ diagnostic: Diagnostic) {
    diagnosticCount += 1
    if diagnostics.count < Catalog.diagnosticLimit { diagnostics.append(diagnostic) }
  }

  /// Takes in a receipt: an article, a lot and a day, and how many of it.
  ///
  /// - Parameters:
  ///   - row: The cells.
  ///   - location: Where the row stands.
  public mutating func add(_ row: LedgerRow, at location: SourceLocation) {
    let code = row[.sku].isEmpty ? row[.gtin] : row[.sku]
    guard !code.isEmpty, !row[.lot].isEmpty, let day = row.day else {
      let lacking =
        code.isEmpty
        ? "the article" : row[.lot].isEmpty ? "the lot" : "a day that can be read"
      note(
        Diagnostic(
          .orderRow,
          .warning,
          at: location,
          "the receipt lacks \(lacking)",
          hint: "a receipt has a SKU, a lot and a day such as 2026-11-21"
        )
      )
      return
    }
    var receipt = Receipt()
    receipt.sku = texts.add(code)
    receipt.lot = texts.share(row[.lot])
    receipt.day = Int32(day.dayNumber)
    receipt.quantity = Int32(row.quantity)
    receipt.statesQuantity = !row[.quantity].isEmpty
    receipt.supplier = texts.share(row[.supplier])
    receipts.append(receipt)
  }

  /// How many units of each lot came in, of some articles; the receipts of one lot are added up.
  ///
  /// A lot with a receipt that states no number that can be read is left out: part of a sum would
  /// be taken for the whole.
  ///
  /// - Parameter skus: The articles, as their codes stand in the log.
  /// - Returns: The units by lot.
  /// - Complexity: O(the receipts).
  public func units(of skus: Set<String>) -> [String: Int] {
    var units: [String: Int] = [:]
    var unknown: Set<String> = []
    for receipt in receipts where skus.contains(texts.text(receipt.sku)) {
      let lot = texts.shared[Int(receipt.lot)]
      guard receipt.statesQuantity, receipt.quantity > 0 else {
        unknown.insert(lot)
        continue
      }
      units[lot, default: 0] += Int(receipt.quantity)
    }
    return units.filter { !unknown.contains($0.key) }
  }
}
