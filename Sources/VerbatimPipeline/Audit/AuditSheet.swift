internal import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// A sample as people read it: who was read, and what it says of all conversations so far.
public struct AuditSheet: Sendable {
  /// A conversation of the sample.
  public struct Member: Hashable, Sendable {
    /// Its stratum's place in the sample.
    public let stratum: Int
    /// The conversation; nil when it is not in the store any more.
    public let conversation: AuditedConversation?
    /// The signal.
    public let signalID: String
    /// How many conversations it stands for.
    public let weight: Double
    /// The verdicts that count, in the order in which they were added.
    public let reviews: [Review]
  }

  /// Something that the sample says of all conversations.
  public struct Estimate: Hashable, Sendable {
    /// What is estimated: `recovery`, or a category.
    public let measure: String
    /// The verdict whose share it is; nil for a mean.
    public let verdict: String?
    /// The estimate; nil when nothing can be said.
    public let value: StratifiedEstimate?
    /// Why nothing can be said; nil otherwise.
    public let gap: String?
    /// What it is over all conversations, where the engine knows; a sample that is fair holds it.
    public let truth: Double?
  }

  /// The sample.
  public let sample: AuditSample
  /// Those drawn, in the order of the strata and their turns.
  public let members: [Member]
  /// What it says.
  public let estimates: [Estimate]

  /// How many of a stratum were read, in whatever category.
  public func read(inStratum stratum: Int) -> Int {
    members.count { $0.stratum == stratum && !$0.reviews.isEmpty }
  }
}

extension AuditRun {
  /// A sample with what people said of it so far.
  ///
  /// - Throws: A failure of the store.
  public func sheet(of sample: AuditSample) throws -> AuditSheet {
    var filter = SignalFilter()
    filter.since = sample.since
    filter.until = sample.until
    let audited = audited(try conversations(filter))
    var known: [String: AuditedConversation] = [:]
    for conversation in audited { known[conversation.conversation.signalID] = conversation }
    var reviews: [String: [Review]] = [:]
    for review in Review.counting(try store.reviews()) {
      reviews[review.signalID, default: []].append(review)
    }
    let members = sample.strata.enumerated().flatMap { place, stratum in
      stratum.signalIDs.map { id in
        AuditSheet.Member(
          stratum: place,
          conversation: known[id],
          signalID: id,
          weight: stratum.weight ?? 1,
          reviews: reviews[id] ?? []
        )
      }
    }
    let recoveries = audited.compactMap(\.conversation.course.recovery)
    let truth = recoveries.isEmpty ? nil : recoveries.reduce(0, +) / Double(recoveries.count)
    let recovery = AuditSheet.Estimate(
      "recovery",
      of: sample,
      members,
      truth: truth,
      estimate: StratifiedEstimate.mean
    ) { member in
      member.conversation.map { $0.conversation.course.recovery }
    }
    let shares = AuditCategory.allCases.compactMap { category -> AuditSheet.Estimate? in
      guard let headline = category.headline else { return nil }
      let isJudged = members.contains { member in
        member.reviews.contains { $0.category == category.rawValue }
      }
      guard isJudged else { return nil }
      return AuditSheet.Estimate(
        category.rawValue,
        verdict: headline,
        of: sample,
        members,
        estimate: StratifiedEstimate.share
      ) { member in
        // Of several people the one who spoke last.
        member.reviews.last { $0.category == category.rawValue }.map { review in
          category.judged(review.verdict).map { $0 == headline ? 1 : 0 }
        }
      }
    }
    return AuditSheet(sample: sample, members: members, estimates: [recovery] + shares)
  }
}

extension AuditSheet.Estimate {
  /// An estimate from the members that were looked at: `value` is nil for one that was not, and
  /// holds nil for one that has none of what is asked for.
  fileprivate init(
    _ measure: String,
    verdict: String? = nil,
    of sample: AuditSample,
    _ members: [AuditSheet.Member],
    truth: Double? = nil,
    estimate: ([StratifiedEstimate.Stratum]) throws(SampleGap) -> StratifiedEstimate,
    value: (AuditSheet.Member) -> Double??
  ) {
    let strata = sample.strata.enumerated().map { place, stratum in
      StratifiedEstimate.Stratum(
        population: stratum.population,
        values: members.filter { $0.stratum == place }.compactMap(value)
      )
    }
    self.measure = measure
    self.verdict = verdict
    self.truth = truth
    do throws(SampleGap) {
      self.value = try estimate(strata)
      gap = nil
    } catch {
      self.value = nil
      gap =
        switch error {
        case .noPopulation: "there is no conversation"
        case .unread(let stratum): "nothing of the stratum \(sample.strata[stratum].name) was read"
        case .noMember: "nobody could tell of any"
        }
    }
  }
}
