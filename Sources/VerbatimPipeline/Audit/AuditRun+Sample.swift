public import VerbatimCore
internal import VerbatimStatistics
public import VerbatimStore

/// How many conversations of each stratum are read.
public struct AuditQuota: Hashable, Sendable {
  /// With a hazard, an escalation or a broken promise.
  public var risk: Int
  /// Of the others, those with a positive customer.
  public var positive: Int
  /// Of the rest.
  public var random: Int

  /// A quota; unless told otherwise forty conversations, which a manager reads in a morning.
  public init(risk: Int = 12, positive: Int = 8, random: Int = 20) {
    self.risk = risk
    self.positive = positive
    self.random = random
  }
}

extension AuditRun {
  /// The seed of a sample, unless told otherwise.
  public static let usualSeed: UInt64 = 1

  /// Draws a sample of the conversations that count.
  ///
  /// A conversation is of the first stratum that it qualifies for: risk, then positive, then the
  /// rest, from which the random ones are drawn. Each so has one known chance. The same seed over the
  /// same conversations gives the same sample, with the same id.
  ///
  /// - Parameters:
  ///   - quota: How many of each stratum.
  ///   - seed: What decides who is drawn.
  ///   - filter: Which conversations are drawn from; its cursor and its limit do not matter.
  ///   - at: When it is drawn, for the record.
  /// - Returns: The sample, not kept yet.
  /// - Throws: `V5132` when no conversation counts, and a failure of the store.
  public func sample(
    _ quota: AuditQuota = AuditQuota(),
    seed: UInt64 = usualSeed,
    filter: SignalFilter = SignalFilter(),
    at: Instant? = nil
  ) throws -> AuditSample {
    let all = try conversations(filter)
    let audited = audited(all)
    guard !audited.isEmpty else {
      throw Diagnostic(
        .conversationsNone,
        at: SourceLocation(file: store.path),
        "no conversation can be drawn from: none of \(all.count) is eligible",
        hint: "`verbatim audit list` says why conversations do not count"
      )
    }
    let drawn = StratifiedSample(
      of: audited.map { conversation in
        (
          id: conversation.conversation.signalID,
          strata: (conversation.isRisk ? [0] : []) + (conversation.isPositive ? [1] : [])
        )
      },
      wanted: [quota.risk, quota.positive, quota.random],
      seed: seed
    )
    let strata = zip(["risk", "positive", "random"], drawn.strata).map { name, stratum in
      AuditSample.Stratum(
        name: name,
        population: stratum.population,
        wanted: stratum.wanted,
        signalIDs: stratum.drawn.map { audited[$0].conversation.signalID }
      )
    }
    let limits = [filter.since?.description ?? "", filter.until?.description ?? ""]
    let parts = strata.flatMap { ["\($0.population)", "\($0.wanted)"] + $0.signalIDs }
    // Ten digits name a sample among thousands and can be typed.
    let id = Fingerprint.hex32(["audit sample", "\(seed)"] + limits + parts).prefix(10)
    var sample = AuditSample(id: String(id), seed: seed, strata: strata)
    sample.since = filter.since
    sample.until = filter.until
    sample.drawnAt = at
    return sample
  }
}
