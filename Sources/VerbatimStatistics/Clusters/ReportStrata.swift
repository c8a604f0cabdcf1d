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

  private struct Group: Hashable {
    var category = -1
    var period = Int.min
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
      assign(units, keys: counted.keys.count, grain, place)
    }
    var counts = [[Int: Int]](repeating: [:], count: counted.keys.count)
    for (number, unit) in units.enumerated() {
      counts[unit.key][Int(ofUnit[number]), default: 0] += 1
    }
    parts = counts.map { strata in
      strata.sorted { $0.key < $1.key }.map { Part(stratum: $0.key, count: $0.value) }
    }
  }

  private mutating func assign(
    _ units: [CountedReports.Unit],
    keys: Int,
    _ grain: ExpectationGrain,
    _ place: Int
  ) {
    var numbers: [Group: Int] = [:]
    var groupOf = [Int32](repeating: -1, count: units.count)
    var groupSizes: [Int] = []
    var greatest: [Int] = []
    var ofKey: [Int: Int] = [:]
    for (number, unit) in units.enumerated() {
      guard let group = Self.group(unit, grain) else { continue }
      let known = numbers[group] ?? groupSizes.count
      if known == groupSizes.count {
        numbers[group] = known
        groupSizes.append(0)
        greatest.append(0)
      }
      groupOf[number] = Int32(known)
      groupSizes[known] += 1
      ofKey[known * keys + unit.key, default: 0] += 1
    }
    for (place, count) in ofKey { greatest[place / keys] = max(greatest[place / keys], count) }
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
      return Group(category: unit.category, period: week)
    case .categoryFourWeeks:
      guard unit.category >= 0, let week = unit.week else { return nil }
      return Group(category: unit.category, period: week >> 2)
    case .category: return unit.category >= 0 ? Group(category: unit.category) : nil
    case .fourWeeks: return unit.week.map { Group(period: $0 >> 2) }
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
