/// A warehouse with known truth: lots come in, orders are picked, and each pick's lot is on record.
///
/// Stock is ordered when it falls below a point and arrives after a while; pickers take the oldest
/// lot, but now and then another. Nothing here knows how lots are inferred.
public struct GeneratedStock: Sendable {
  /// A lot as it came in.
  public struct Receipt: Hashable, Sendable {
    /// The article, by its place.
    public var article: Int
    /// The lot.
    public var lot: String
    /// The day, counted from the first.
    public var day: Int
    /// How many.
    public var quantity: Int
    /// The supplier.
    public var supplier: String
  }

  /// An order of one article.
  public struct Order: Hashable, Sendable {
    /// The order.
    public var id: String
    /// The article, by its place.
    public var article: Int
    /// The day, counted from the first.
    public var day: Int
    /// The lot that was picked; nil for stock from before the log.
    public var lot: String?
  }

  /// What came in.
  public private(set) var receipts: [Receipt] = []
  /// What was ordered, by day.
  public private(set) var orders: [Order] = []

  /// A warehouse of some articles over some days.
  public init(articles: Range<Int>, days: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for article in articles { run(article, days, &random) }
    orders.sort { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  private mutating func run(_ article: Int, _ days: Int, _ random: inout SeededGenerator) {
    let demand = 0.4 + 2.6 * random.unit() * random.unit()
    let lotSize = max(8, Int(demand * Double(Int.random(in: 20...60, using: &random))))
    let leadTime = Int.random(in: 5...20, using: &random)
    let reorderPoint = Int(demand * Double(leadTime) * (1 + 0.5 * random.unit())) + 2
    var stock: [(lot: String?, left: Int)] = [(nil, reorderPoint + lotSize / 3)]
    var onTheWay: [(day: Int, quantity: Int)] = []
    var number = 0
    for day in 0..<days {
      for arrival in onTheWay where arrival.day == day {
        number += 1
        let lot = "L\(GeneratedShop.padded(article, 4))\(GeneratedShop.padded(number, 3))"
        let supplier = number % 5 == 0 ? "S-B" : "S-A"
        receipts.append(
          Receipt(
            article: article,
            lot: lot,
            day: day,
            quantity: arrival.quantity,
            supplier: supplier
          )
        )
        stock.append((lot, arrival.quantity))
      }
      onTheWay.removeAll { $0.day == day }
      // Weekends sell half as much again.
      let today = Self.poisson(demand * (day % 7 < 2 ? 1.35 : 0.86), &random)
      for item in 0..<today {
        stock.removeAll { $0.left == 0 }
        guard !stock.isEmpty else { break }
        let place = random.chance(0.07) ? Int.random(in: stock.indices, using: &random) : 0
        stock[place].left -= 1
        // Now and then returned goods go out again, whose lot nobody wrote down.
        let lot = random.chance(0.01) ? nil : stock[place].lot
        orders.append(
          Order(id: "A\(article)-\(day)-\(item)", article: article, day: day, lot: lot)
        )
      }
      let waiting = onTheWay.reduce(0) { $0 + $1.quantity }
      if stock.reduce(waiting, { $0 + $1.left }) <= reorderPoint {
        let spread = Int.random(in: -2...4, using: &random)
        onTheWay.append((day + max(1, leadTime + spread), lotSize))
      }
    }
  }

  /// A Poisson number by Knuth's method.
  private static func poisson(_ mean: Double, _ random: inout SeededGenerator) -> Int {
    // e to the power of −mean by its series, for the small means of a shop.
    var limit = 1.0
    var term = 1.0
    for step in 1...30 {
      term *= -mean / Double(step)
      limit += term
    }
    var product = random.unit()
    var count = 0
    while product > limit {
      count += 1
      product *= random.unit()
    }
    return count
  }
}
