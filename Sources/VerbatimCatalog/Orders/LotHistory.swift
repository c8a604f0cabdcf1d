/// The lots of one article in the order of their receipt, and what was sold of it when.
struct LotHistory: Sendable {
  /// A lot that was received.
  struct Lot: Hashable, Sendable {
    var id: String
    var supplier: String?
    /// The day of its first receipt, counted from 1970.
    var day: Int
    var quantity: Int
  }

  /// The lots, the oldest first.
  let lots: [Lot]
  /// How many were received up to and with each lot.
  private let received: [Double]
  /// The days of sales, ascending, with how many were sold up to and with each.
  private let saleDays: [Int]
  private let sold: [Double]
  /// What sales are multiplied by where orders are missing; 0 where there are too few to count on.
  private let salesScale: Double
  /// The least stock from before the first receipt that explains the sales.
  private let leastStock: Double
  /// The usual time between two receipts, in days.
  private let cycle: Double

  /// A history.
  ///
  /// - Parameters:
  ///   - lots: The lots, by day.
  ///   - sales: The days of orders with how many, in any order.
  init(_ lots: [Lot], sales: [(day: Int, count: Int)]) {
    self.lots = lots
    var sum = 0.0
    received = lots.map { lot in
      sum += Double(max(lot.quantity, 0))
      return sum
    }
    let start = lots.first?.day ?? 0
    var days: [Int] = []
    var cumulated: [Double] = []
    for sale in sales.filter({ $0.day >= start }).sorted(by: { $0.day < $1.day }) {
      let before = cumulated.last ?? 0
      if days.last == sale.day {
        cumulated[cumulated.count - 1] = before + Double(sale.count)
      } else {
        days.append(sale.day)
        cumulated.append(before + Double(sale.count))
      }
    }
    saleDays = days
    sold = cumulated
    let gaps = zip(lots, lots.dropFirst()).map { $1.day - $0.day }.sorted()
    cycle = gaps.isEmpty ? LotModel.usualCycle : Double(max(gaps[gaps.count / 2], 1))
    // From the first to the last receipt about as much is sold as came in before the last.
    let expected = lots.count > 1 ? received[lots.count - 2] : 0
    let counted = Self.total(days, cumulated, to: (lots.last?.day ?? start) - 1)
    switch expected > 0 ? counted / expected : 0 {
    case ..<LotModel.leastSales: salesScale = 0
    case ..<LotModel.wholeSales: salesScale = expected / counted
    default: salesScale = 1
    }
    var least = 0.0
    for (place, lot) in lots.enumerated() {
      // Just before a receipt the stock is lowest.
      let sold = Self.total(days, cumulated, to: lot.day - 1) * salesScale
      least = max(least, sold - (place == 0 ? 0 : received[place - 1]))
    }
    leastStock = least
  }

  private static func total(_ days: [Int], _ sold: [Double], to day: Int) -> Double {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : sold[low - 1]
  }

  // MARK: Posterior

  /// How likely an article ordered on a day is from each lot; what they lack to 1 is that of a lot
  /// that the log does not have.
  func posterior(orderedOn day: Int) -> [Double] {
    guard !lots.isEmpty else { return [] }
    let arrived = lots.prefix { $0.day <= day }.count
    guard arrived > 0 else { return [Double](repeating: 0, count: lots.count) }
    var shares =
      salesScale > 0 ? byDepletion(day, arrived: arrived) : byCover(day, arrived: arrived)
    shares += [Double](repeating: 0, count: lots.count - arrived)
    return shares.map { $0 * (1 - LotModel.unlisted) }
  }

  /// First in, first out over the units sold: the unit's number says which lot it is from, and the
  /// stock from before the log is what is not known.
  private func byDepletion(_ day: Int, arrived: Int) -> [Double] {
    let before = Self.total(saleDays, sold, to: day - 1)
    let position = (before + Self.total(saleDays, sold, to: day)) / 2 * salesScale - leastStock
    let meanLot = received[lots.count - 1] / Double(lots.count)
    let mean = max(LotModel.deadStock * meanLot, 0.5)
    // The stock beyond the least is exponential: the chance that it is at most `stock`.
    func chance(_ stock: Double) -> Double { stock <= 0 ? 0 : 1 - Exponential.decay(stock / mean) }
    var shares: [Double] = []
    for lot in 0..<arrived {
      let first = lot == 0 ? 0 : received[lot - 1]
      // The last lot that is there takes what would be of lots to come.
      let upper = lot == arrived - 1 ? 0 : chance(position - received[lot])
      shares.append(max(chance(position - first) - upper, 0))
    }
    return mixed(shares, front: position - mean, arrived: arrived)
  }

  /// Without sales: a lot is begun when the one before is used up, a while after it came in.
  private func byCover(_ day: Int, arrived: Int) -> [Double] {
    let mean = max(LotModel.coverShare * cycle, 1)
    // Gamma of shape 2: the chance that the stock before lasts at most so many days.
    func begun(_ days: Int) -> Double {
      let time = 2 * (Double(days) + 0.5) / mean
      return 1 - Exponential.decay(time) * (1 + time)
    }
    var shares: [Double] = []
    for lot in 0..<arrived {
      let next = lot + 1 < arrived ? begun(day - lots[lot + 1].day) : 0
      shares.append(max(begun(day - lots[lot].day) - next, 0))
    }
    let rate = received[lots.count - 1] / Double(lots.count) / cycle
    let front =
      (arrived > 1 ? received[arrived - 2] : 0)
      + (Double(day - lots[arrived - 1].day) - mean) * rate
    return mixed(shares, front: front, arrived: arrived)
  }

  /// Some units are not picked in order: a share of the chance goes to what else is in stock.
  private func mixed(_ shares: [Double], front: Double, arrived: Int) -> [Double] {
    let total = received[arrived - 1]
    let start = max(0, min(front, total))
    let stock = total - start
    guard stock > 0 else { return shares }
    let known = shares.reduce(0, +)
    return shares.enumerated().map { lot, share in
      let first = max(lot == 0 ? 0 : received[lot - 1], start)
      let inStock = max(received[lot] - first, 0) / stock
      return (1 - LotModel.pickNoise) * share + LotModel.pickNoise * known * inStock
    }
  }
}
