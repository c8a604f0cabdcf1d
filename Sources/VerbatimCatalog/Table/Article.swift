/// An article as the catalog keeps it: places in its texts and numbers, some hundred bytes.
struct Article: Sendable {
  var sku = TextPlace()
  var name = TextPlace()
  /// As the cell has them, divided by `;`.
  var aliases = TextPlace()
  var asin = TextPlace()
  var mpn = TextPlace()
  var handle = TextPlace()
  var options = TextPlace()
  /// The parent as the cell states it.
  var parent = TextPlace()
  /// The trade number as a number; 0 for none.
  var gtin: UInt64 = 0
  /// Shared texts; 0 for none.
  var brand: Int32 = 0
  var category: Int32 = 0
  /// Its last period; −1 for none.
  var lastPeriod: Int32 = -1
  /// The line of its row.
  var line: Int32 = 0
}

/// A supplier's period as the catalog keeps it.
struct StoredPeriod: Sendable {
  var supplier: Int32 = 0
  var name: Int32 = 0
  var gln: Int32 = 0
  var share: Float = 0
  /// Days from 1970; the ends of the type where the period is open.
  var from = Int32.min
  var to = Int32.max
  var lotFrom: Int32 = 0
  var lotTo: Int32 = 0
  var line: Int32 = 0
  /// The period of the article before it; −1 for the first.
  var previous: Int32 = -1
}
