public import VerbatimStatistics

/// A lot with what speaks for it, and how much of it there is.
public struct PackLot: Hashable, Sendable {
  /// The lot.
  public let id: String
  /// How many reports state it.
  public let stated: Int
  /// How many it has of those that state none, by their probabilities.
  public let inferred: Double
  /// How many units came in; nil where that is not known.
  public let units: Int?
  /// Reports by 1,000 units, with Wilson's 95 % interval; nil where no number of units is known.
  public let perThousand: (value: Double, lower: Double, upper: Double)?

  /// A lot of a cluster.
  ///
  /// Inferred reports count by their probabilities, so that the count need not be whole. Not every
  /// buyer writes: the rate is what was reported of what came in, not the share of faulty units.
  ///
  /// - Parameters:
  ///   - count: Its reports.
  ///   - units: How many units came in; nil or 0 where that is not known.
  public init(_ count: ComplaintCluster.Count, units: Int?) {
    id = count.name
    stated = count.count
    inferred = count.inferred
    let units = units.flatMap { $0 > 0 ? $0 : nil }
    self.units = units
    let reports = Double(count.count) + count.inferred
    // More reports than units: the log lacks a receipt, and no rate is said.
    perThousand = units.flatMap { units in
      guard reports <= Double(units) else { return nil }
      let interval = ProportionInterval(wilson: reports, of: units)
      return (1000 * reports / Double(units), 1000 * interval.lower, 1000 * interval.upper)
    }
  }

  /// Whether two lots are the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.stated == right.stated && left.inferred == right.inferred
      && left.units == right.units
  }

  /// Hashes the lot and its counts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(stated)
    hasher.combine(inferred)
    hasher.combine(units)
  }
}
