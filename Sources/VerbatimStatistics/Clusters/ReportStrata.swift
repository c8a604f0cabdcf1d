/// The reports of a level in groups that are alike in category and time.
///
/// An issue is compared within the reports of the same category and week, because kettles are not
/// complained about as jumpers are, nor in December as in May. A stratum stands when it has
/// ``fewest`` reports or more and no key has more than ``largestShare`` of them: a key is compared
/// with the others, not with itself. Where it does not stand, the next coarser one holds, and in
/// the end the whole shop, which always stands.
///
/// The coarser stratum is taken whole, with the reports for which a finer one holds: what is left
/// over of a category is no sample of it.
struct ReportStrata: Sendable {
  /// The fewest reports of a stratum (authored: the rate of an issue that one report in ten names
  /// is then known to within a factor of two).
  static let fewest = 50
  /// The most of a stratum that one key may have.
  ///
  /// Authored: an issue that a single key has, and nobody else, is then still reported ten times as
  /// often as expected; at one half it would be two, and no alert.
  static let largestShare = 0.1

  /// How often a key's reports lie in a stratum.
  struct Part: Sendable {
    let stratum: Int
    let count: Int
  }

  private struct Group {
    var category: Int32 = -1
    var period = Int32.min
  }

  /// The stratum that holds for each unit.
  private(set) var ofUnit: [Int32]
  /// How many units there are in each stratum, with those for which a finer one holds.
  private(set) var sizes: [Int] = []
  /// For how many units each grain holds, in the order of the cases.
  private(set) var unitsOfGrain: [Int]
  /// The strata of each key, ascending.
  private(set) var parts: [[Part]]
  /// The stratum of each unit in each grain that is in use; −1 for none.
  private var memberships: [[Int32]] = []

  /// Strata of counted reports.
  ///
  /// - Complexity: O(the units) for each grain.
  init(_ counted: CountedReports) {
    let units = counted.units
    ofUnit = [Int32](repeating: -1, count: units.count)
    unitsOfGrain = [Int](repeating: 0, count: ExpectationGrain.allCases.count)
    parts = []
    for (place, grain) in ExpectationGrain.allCases.enumerated() where ofUnit.contains(-1) {
      assign(units, grain, place)
    }
    var pairs = PairTable()
    var counts: [(key: Int, stratum: Int, count: Int)] = []
    for (number, unit) in units.enumerated() {
      let stratum = ofUnit[number]
      let (place, isNew) = pairs.number(of: Int32(unit.key), stratum)
      if isNew { counts.append((unit.key, Int(stratum), 0)) }
      counts[place].count += 1
    }
    parts = Array(repeating: [], count: counted.keys.count)
    for entry in counts.sorted(by: { $0.stratum < $1.stratum }) {
      parts[entry.key].append(Part(stratum: entry.stratum, count: entry.count))
    }
  }

  private mutating func assign(
    _ units: [CountedReports.Unit],
    _ grain: ExpectationGrain,
    _ place: Int
  ) {
    var numbers = PairTable()
    var groupOf = [Int32](repeating: -1, count: units.count)
    var groupSizes: [Int] = []
    var greatest: [Int] = []
    var pairs = PairTable()
    var ofKey: [(group: Int, count: Int)] = []
    for (number, unit) in units.enumerated() {
      guard let group = Self.group(unit, grain) else { continue }
      let (known, isNew) = numbers.number(of: group.category, group.period)
      if isNew {
        groupSizes.append(0)
        greatest.append(0)
      }
      groupOf[number] = Int32(known)
      groupSizes[known] += 1
      let (pair, isNewPair) = pairs.number(of: Int32(known), Int32(unit.key))
      if isNewPair { ofKey.append((known, 0)) }
      ofKey[pair].count += 1
    }
    for (group, count) in ofKey { greatest[group] = max(greatest[group], count) }
    var used = [Int32](repeating: -1, count: groupSizes.count)
    var holds = 0
    for number in units.indices where ofUnit[number] < 0 && groupOf[number] >= 0 {
      let group = Int(groupOf[number])
      let stands =
        grain == .shop
        || groupSizes[group] >= Self.fewest
          && Double(greatest[group]) <= Self.largestShare * Double(groupSizes[group])
      guard stands else { continue }
      if used[group] < 0 {
        used[group] = Int32(sizes.count)
        sizes.append(groupSizes[group])
      }
      ofUnit[number] = used[group]
      holds += 1
    }
    unitsOfGrain[place] = holds
    if holds > 0 { memberships.append(groupOf.map { $0 < 0 ? -1 : used[Int($0)] }) }
  }

  /// The group of a unit; nil when its category or its time is not known.
  private static func group(_ unit: CountedReports.Unit, _ grain: ExpectationGrain) -> Group? {
    switch grain {
    case .categoryWeek:
      guard unit.category >= 0, let week = unit.week else { return nil }
      return Group(category: Int32(unit.category), period: Int32(week))
    case .categoryFourWeeks:
      guard unit.category >= 0, let week = unit.week else { return nil }
      return Group(category: Int32(unit.category), period: Int32(week >> 2))
    case .category: return unit.category >= 0 ? Group(category: Int32(unit.category)) : nil
    case .fourWeeks: return unit.week.map { Group(period: Int32($0 >> 2)) }
    case .shop: return Group()
    }
  }

  /// Calls `take` with every unit and stratum that it counts in.
  func forEachMembership(_ take: (_ unit: Int, _ stratum: Int) -> Void) {
    for strata in memberships {
      for (unit, stratum) in strata.enumerated() where stratum >= 0 { take(unit, Int(stratum)) }
    }
  }
}
