/// A sample of a list of units, drawn by strata without replacement.
///
/// Strata are asked in order: a unit that qualifies for several belongs to the first of them, and
/// one that qualifies for none to the last, the rest. Each unit so has one chance to be drawn, which
/// is known: drawn ÷ units of its stratum.
///
/// A unit's turn comes from a hash of its id and the seed, and from nothing else: the list may come
/// in any order, and one unit more or less changes at most one place of a stratum.
///
/// - SeeAlso: Cochran (1977), *Sampling techniques*, chapter 5; Ohlsson (1995) for drawing by
///   permanent random numbers.
public struct StratifiedSample: Hashable, Sendable {
  /// One of the parts that the list was cut into.
  public struct Stratum: Hashable, Sendable {
    /// How many units the list has of it.
    public let population: Int
    /// How many were asked for; fewer are drawn where there are fewer.
    public let wanted: Int
    /// Those drawn, as places in the list, in the order of their turn.
    public let drawn: [Int]

    /// The chance of each of its units to be drawn; nil when it has none.
    public var inclusionProbability: Double? {
      population == 0 ? nil : Double(drawn.count) / Double(population)
    }

    /// How many units each drawn one stands for; nil when none was drawn.
    public var weight: Double? {
      drawn.isEmpty ? nil : Double(population) / Double(drawn.count)
    }
  }

  /// The strata, in their order.
  public let strata: [Stratum]
  /// The seed that it was drawn with.
  public let seed: UInt64

  /// Draws a sample.
  ///
  /// - Parameters:
  ///   - units: Each unit's id, distinct, and the strata that it qualifies for; none is the last.
  ///   - wanted: How many of each stratum, none below 0. Places that a small stratum leaves free are
  ///     not filled from another.
  ///   - seed: What decides the turns.
  /// - Complexity: O(*n* log *n*).
  /// - Precondition: There is a stratum.
  public init(of units: [(id: String, strata: [Int])], wanted: [Int], seed: UInt64) {
    precondition(!wanted.isEmpty, "a sample has a stratum")
    var members = [[(turn: UInt64, place: Int)]](repeating: [], count: wanted.count)
    var seeded = SplitMix64(seed: seed)
    let key = seeded.next()
    for (place, unit) in units.enumerated() {
      let stratum = unit.strata.min() ?? wanted.count - 1
      members[stratum].append((Self.turn(of: unit.id, key: key), place))
    }
    self.seed = seed
    strata = zip(members, wanted).map { members, wanted in
      let ordered = members.sorted { first, second in
        // Two hashes of 64 bits hardly ever meet; then the id decides, not the place.
        first.turn == second.turn
          ? units[first.place].id < units[second.place].id : first.turn < second.turn
      }
      return Stratum(
        population: members.count,
        wanted: wanted,
        drawn: ordered.prefix(max(0, wanted)).map(\.place)
      )
    }
  }

  /// FNV-1a over the id's UTF-8, stirred with the seed by ``SplitMix64``, whose output is even over
  /// all 64 bits where FNV's high bits are not.
  ///
  /// - SeeAlso: Fowler, Noll and Vo (1991), for the constants.
  private static func turn(of id: String, key: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    var stirred = SplitMix64(seed: hash ^ key)
    return stirred.next()
  }
}
