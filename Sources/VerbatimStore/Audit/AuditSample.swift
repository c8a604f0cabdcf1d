public import VerbatimCore

/// Conversations that were drawn for people to read, with what each stands for.
public struct AuditSample: Hashable, Sendable {
  /// One of the parts that the eligible conversations were cut into.
  public struct Stratum: Hashable, Sendable {
    /// What belongs to it: `risk`, `positive`, `random`.
    public var name: String
    /// How many eligible conversations it has.
    public var population: Int
    /// How many were asked for.
    public var wanted: Int
    /// The signals that were drawn, in the order of their turn.
    public var signalIDs: [String]

    /// A stratum with those drawn from it.
    public init(name: String, population: Int, wanted: Int, signalIDs: [String]) {
      self.name = name
      self.population = population
      self.wanted = wanted
      self.signalIDs = signalIDs
    }

    /// How many conversations each drawn one stands for; nil when none was drawn.
    public var weight: Double? {
      signalIDs.isEmpty ? nil : Double(population) / Double(signalIDs.count)
    }

    /// The chance of each of its conversations to be drawn; nil when it has none.
    public var inclusionProbability: Double? {
      population == 0 ? nil : Double(signalIDs.count) / Double(population)
    }
  }

  /// A hash of what was drawn from what, with which seed.
  public var id: String
  /// The seed.
  public var seed: UInt64
  /// Only conversations from this instant on were drawn from; nil for no such limit.
  public var since: Instant?
  /// Only conversations before this instant were drawn from; nil for no such limit.
  public var until: Instant?
  /// When it was drawn, as the caller states it; nil when they did not.
  public var drawnAt: Instant?
  /// The strata, in the order in which a conversation is put into the first that it qualifies for.
  public var strata: [Stratum]

  /// A sample of all times.
  public init(id: String, seed: UInt64, strata: [Stratum]) {
    self.id = id
    self.seed = seed
    self.strata = strata
  }

  /// How many conversations were drawn.
  public var count: Int { strata.reduce(0) { $0 + $1.signalIDs.count } }

  /// How many conversations there were to draw from.
  public var population: Int { strata.reduce(0) { $0 + $1.population } }
}
