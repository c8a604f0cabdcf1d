import Testing
import VerbatimCatalog
import VerbatimCore
import VerbatimTestSupport

/// Whether a lot that is called likely to a degree is right to that degree.
@Suite("Lots from dates on generated stock")
struct LotCalibrationTests {
  /// What is known of the orders.
  enum Knowledge: String, CaseIterable {
    case allOrders = "all orders"
    case fewOrders = "three in ten orders"
    case noOrders = "no orders, only the day of the feedback"
  }

  /// What was said of lots with chances in a tenth, and how often it was so.
  private struct Bin {
    var said = 0.0
    var right = 0
    var count = 0
    /// Whether the mean of what was said lies in the 99 % interval of Wilson (1927).
    var holds: Bool {
      let n = Double(count)
      let z = 2.576
      let share = Double(right) / n
      let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
      let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
      return abs(said / n - middle) <= half
    }
  }

  private static let articles = 120
  private static let days = 420
  private static let shop = GeneratedShop(articles: articles, seed: 21)

  private static func day(_ day: Int) -> Instant {
    Instant(seconds: Int64(20_000 + day) * 86_400, precision: .day)
  }

  private func fixture(_ stock: GeneratedStock, _ known: [GeneratedStock.Order]) throws
    -> ShopFixture
  {
    var log = ReceivingLog()
    var row = LedgerRow()
    let location = SourceLocation(file: "receipts.csv")
    for receipt in stock.receipts {
      row.clear()
      row[.sku] = Self.shop.articles[receipt.article].sku
      row[.lot] = receipt.lot
      row[.quantity] = String(receipt.quantity)
      row[.supplier] = receipt.supplier
      row.day = Self.day(receipt.day)
      log.add(row, at: location)
    }
    var book = OrderBook()
    for order in known {
      row.clear()
      row[.order] = order.id
      row[.sku] = Self.shop.articles[order.article].sku
      row.day = Self.day(order.day)
      book.add(row, at: location)
    }
    return try ShopFixture(Self.shop, orders: book, receipts: log)
  }

  @Test("are as likely as is said", arguments: Knowledge.allCases)
  func calibrated(knowledge: Knowledge) throws {
    let stock = GeneratedStock(articles: 0..<Self.articles, days: Self.days, seed: 22)
    var random = SeededGenerator(seed: 23)
    let known = stock.orders.filter { _ in
      switch knowledge {
      case .allOrders: true
      case .fewOrders: random.chance(0.3)
      case .noOrders: false
      }
    }
    let fixture = try fixture(stock, known)
    let pool = (known.isEmpty ? stock.orders : known).filter { (60..<340).contains($0.day) }
    var bins = [Bin](repeating: Bin(), count: 10)
    var named = Bin()
    var unknown = Bin()
    for _ in 0..<900 {
      guard let order = pool.randomElement(using: &random) else { continue }
      var record = FeedbackRecord(source: .init(kind: .review, format: "review-csv", file: "r.csv"))
      record.product.sku = Self.shop.articles[order.article].sku
      if known.isEmpty {
        // Most write within two weeks, some after months.
        let delay = 2 + Int(-20 * Self.logarithm(1 - random.unit()))
        record.occurredAt = Self.day(order.day + delay)
      } else {
        record.orderID = order.id
      }
      let product = fixture.resolver.product(of: record, texts: [])
      let lot = fixture.resolver.lot(of: record, texts: [], product: product)
      var rest = 1.0
      for candidate in lot.candidates {
        rest -= candidate.probability
        let bin = min(9, Int(candidate.probability * 10))
        bins[bin].count += 1
        bins[bin].said += candidate.probability
        bins[bin].right += candidate.id == order.lot ? 1 : 0
      }
      #expect(rest >= -1e-9)
      unknown.count += 1
      unknown.said += rest
      unknown.right += lot.candidates.contains { $0.id == order.lot } ? 0 : 1
      if let id = lot.id {
        named.count += 1
        named.said += lot.candidates[0].probability
        named.right += id == order.lot ? 1 : 0
      }
    }
    print("Lots with \(knowledge.rawValue)")
    for (index, bin) in (bins + [unknown, named]).enumerated() where bin.count > 0 {
      let name =
        index < 10 ? "\(index * 10)–\(index * 10 + 10) %" : index == 10 ? "not listed" : "named"
      print(
        "  \(name): n \(bin.count), said \(Self.shown(bin.said / Double(bin.count))), "
          + "right \(Self.shown(Double(bin.right) / Double(bin.count)))\(bin.holds ? "" : "  OUTSIDE")"
      )
    }
    for bin in bins where bin.count >= 20 { #expect(bin.holds) }
    #expect(unknown.holds)
  }

  private static func shown(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }

  /// The natural logarithm by its series in (x − 1)/(x + 1); enough for a test.
  private static func logarithm(_ x: Double) -> Double {
    guard x > 0.001 else { return -6.9 }
    let ratio = (x - 1) / (x + 1)
    var power = ratio
    var sum = 0.0
    for step in stride(from: 1, through: 401, by: 2) {
      sum += power / Double(step)
      power *= ratio * ratio
    }
    return 2 * sum
  }
}
