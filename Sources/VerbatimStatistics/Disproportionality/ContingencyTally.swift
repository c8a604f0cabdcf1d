/// The counts that a contingency table is made of, by the numbers of the names.
struct ContingencyTally: Sendable {
  let isStratified: Bool
  var total = 0
  private(set) var pairs = PairCounts()
  private(set) var firstTotals: [Int] = []
  private(set) var secondTotals: [Int] = []
  private(set) var stratumTotals: [Int] = []
  private(set) var firstStrata = PairCounts()
  private(set) var secondStrata = PairCounts()

  init(isStratified: Bool) { self.isStratified = isStratified }

  /// Counts a report that has one pair.
  mutating func addReport(_ first: Int, _ second: Int, _ stratum: Int) {
    total += 1
    addPair(first, second)
    addFirst(first)
    addSecond(second)
    guard isStratified else { return }
    addStratum(stratum)
    addFirst(first, in: stratum)
    addSecond(second, in: stratum)
  }

  mutating func addPair(_ first: Int, _ second: Int) { pairs.add(first, second) }

  mutating func addFirst(_ number: Int) { Self.add(number, to: &firstTotals) }

  mutating func addSecond(_ number: Int) { Self.add(number, to: &secondTotals) }

  mutating func addStratum(_ number: Int) { Self.add(number, to: &stratumTotals) }

  mutating func addFirst(_ number: Int, in stratum: Int) { firstStrata.add(number, stratum) }

  mutating func addSecond(_ number: Int, in stratum: Int) { secondStrata.add(number, stratum) }

  private static func add(_ number: Int, to totals: inout [Int]) {
    while totals.count <= number { totals.append(0) }
    totals[number] += 1
  }
}
