internal import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// Joins what customers did to what they had said before, and tells which signals foretold it.
///
/// Only feedback from before the day of the outcome counts, and for customers without it feedback
/// from before the last outcome of the table: what the shop could not know yet foretells nothing.
public struct OutcomeRun: Sendable {
  /// Each kind of signal against each outcome of the table, those with lift first.
  public let lifts: [OutcomeLift]
  /// What issues add to the outcomes, in points of a hundred.
  public let drivers: [DriverWeight]
  /// What the same issues cost the index, over the same customers.
  public let indexDrivers: [DriverWeight]
  /// How many customers the table names.
  public let named: Int
  /// How many of them have feedback in the store.
  public let joined: Int

  /// Runs over a store.
  ///
  /// - Parameters:
  ///   - table: The outcomes.
  ///   - store: The feedback.
  ///   - customerKey: The key under which customers were hashed. A name of 32 hexadecimal digits
  ///     that is a customer of the store is taken for the hash itself.
  /// - Throws: ``Diagnostic`` `V5104` when no customer of the table is in the store, else a failure
  ///   of the store.
  public init(_ table: OutcomeTable, _ store: SignalStore, customerKey: [UInt8]) throws {
    let people = try OutcomePeople(store)
    var firstDays: [OutcomeLift.Outcome: [String: Int]] = [:]
    var lastDays: [OutcomeLift.Outcome: Int] = [:]
    var keys: [String: String] = [:]
    for row in table.rows {
      let key =
        keys[row.customer]
        ?? (people.byKey[row.customer] == nil
          ? Fingerprint.keyed(row.customer, key: customerKey) : row.customer)
      keys[row.customer] = key
      let known = firstDays[row.outcome]?[key] ?? .max
      firstDays[row.outcome, default: [:]][key] = min(known, row.day)
      lastDays[row.outcome] = max(lastDays[row.outcome] ?? .min, row.day)
    }
    named = Set(keys.values).count
    joined = Set(keys.values).count { people.byKey[$0] != nil }
    guard joined > 0 || named == 0 else {
      throw Diagnostic(
        .customersUnknown,
        at: SourceLocation(file: table.path),
        "none of its \(named) customers has feedback in the store",
        hint: "give the --key-file that the feedback was imported with"
      )
    }
    var lifts: [OutcomeLift] = []
    var drivers: [DriverWeight] = []
    var indexDrivers: [DriverWeight] = []
    for outcome in OutcomeLift.Outcome.allCases {
      guard let days = firstDays[outcome], let last = lastDays[outcome] else { continue }
      let profiles = people.profiles { key in days[key] ?? last }
      let outcomes = profiles.map { days[$0.key] != nil }
      for signal in people.signals(of: profiles.map(\.profile)) {
        let known = profiles.indices.filter { signal.scores[$0] != nil }
        lifts.append(
          OutcomeLift(
            outcome,
            signal: signal.name,
            scores: known.compactMap { signal.scores[$0] },
            outcomes: known.map { outcomes[$0] }
          )
        )
      }
      guard let period = people.days(before: last) else { continue }
      drivers += DriverWeight.weights(
        of: zip(profiles, outcomes).map { ($1 ? 100 : 0, $0.profile.issues) },
        target: outcome.rawValue,
        segment: [],
        days: period
      )
      if indexDrivers.isEmpty {
        indexDrivers = DriverWeight.weights(
          of: profiles.compactMap { item in
            item.profile.satisfaction.map { ($0, item.profile.issues) }
          },
          target: "index",
          segment: [],
          days: period
        )
      }
    }
    self.lifts = OutcomeLift.judged(lifts)
    self.drivers = drivers
    self.indexDrivers = indexDrivers
  }
}
