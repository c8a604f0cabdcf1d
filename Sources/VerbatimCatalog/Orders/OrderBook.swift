public import VerbatimCore

/// The shop's orders: which articles an order had, when, and from which lot where that is known.
public struct OrderBook: Sendable {
  /// One line of an order.
  struct Line: Sendable {
    var order = TextPlace()
    var sku = TextPlace()
    var name: Int32 = 0
    var gtin: UInt64 = 0
    var asin: Int32 = 0
    /// The day, counted from 1970; the smallest number when it is not known.
    var day = Int32.min
    var quantity: Int32 = 1
    var supplier: Int32 = 0
    var lot: Int32 = 0
  }

  private(set) var lines: [Line] = []
  var texts = TextArena()
  private var byOrder = KeyIndex()
  /// What is wrong with the file, by row; at most a thousand are kept.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many things are wrong with the file.
  public private(set) var diagnosticCount = 0

  /// A book without orders.
  public init() {}

  /// Whether there is no order.
  public var isEmpty: Bool { lines.isEmpty }
  /// How many lines there are.
  public var count: Int { lines.count }

  /// Keeps what was wrong with a row.
  public mutating func note(_ diagnostic: Diagnostic) {
    diagnosticCount += 1
    if diagnostics.count < Catalog.diagnosticLimit { diagnostics.append(diagnostic) }
  }

  /// Takes in a line.
  ///
  /// Shops' exports give the day of an order only in its first row: what is missing is taken from
  /// the row before when that is of the same order.
  ///
  /// - Parameters:
  ///   - row: The cells.
  ///   - location: Where the row stands.
  public mutating func add(_ row: LedgerRow, at location: SourceLocation) {
    guard let key = Self.key(row[.order]) else {
      note(
        Diagnostic(
          .orderRow,
          .warning,
          at: location,
          "the line names no order",
          hint: "fill the column `order_id`"
        )
      )
      return
    }
    var line = Line()
    line.sku = texts.add(row[.sku])
    line.name = texts.share(row[.name])
    line.asin = texts.share(row[.asin])
    if case .number(let number, _) = TradeNumber.reading(row[.gtin]) { line.gtin = number }
    guard !row[.sku].isEmpty || line.gtin != 0 || line.asin != 0 || line.name != 0 else {
      // A row of shipping or of a discount has no article.
      return
    }
    let before = lines.last.flatMap { last in
      Self.key(texts.text(last.order)) == key ? last : nil
    }
    line.order = before?.order ?? texts.add(row[.order])
    line.day = row.day.map { Int32($0.dayNumber) } ?? before?.day ?? .min
    line.quantity = Int32(row.quantity)
    line.supplier = texts.share(row[.supplier])
    line.lot = texts.share(row[.lot])
    byOrder.insert(KeyIndex.hash(key), lines.count)
    lines.append(line)
  }

  /// The lines of an order, at most 256; none when it is not known.
  func lines(of order: String) -> [Line] {
    guard !lines.isEmpty, let key = Self.key(order) else { return [] }
    return byOrder.rows(KeyIndex.hash(key)).compactMap { number in
      let line = lines[number]
      return Self.key(texts.text(line.order)) == key ? line : nil
    }
  }

  /// The spelling in which orders are compared: letters and digits, without the zeros in front of a
  /// number.
  private static func key(_ order: String) -> [UInt8]? {
    guard let exact = CodeKey.exact(order) else { return nil }
    let key = CodeKey.loose(exact)
    return key.isEmpty ? nil : key
  }
}
