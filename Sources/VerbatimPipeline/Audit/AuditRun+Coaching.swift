internal import VerbatimCore
public import VerbatimStore

/// A conversation to talk about with the person who led it.
public struct CoachingCase: Hashable, Sendable {
  /// The conversation.
  public let audited: AuditedConversation
  /// The verdicts that count.
  public let reviews: [Review]
}

extension AuditRun {
  /// The conversations to talk about: with a risk, with a question asked twice, or with a verdict of
  /// somebody's; by pseudonym, then in the order of reading.
  ///
  /// Conversations that nobody is known of come last. There is no figure for a person in it.
  ///
  /// - Throws: A failure of the store.
  public func coaching(_ filter: SignalFilter = SignalFilter()) throws -> [CoachingCase] {
    var reviews: [String: [Review]] = [:]
    for review in Review.counting(try store.reviews()) {
      reviews[review.signalID, default: []].append(review)
    }
    let cases = try list(filter).conversations.map { audited in
      CoachingCase(audited: audited, reviews: reviews[audited.conversation.signalID] ?? [])
    }.filter { found in
      let repeated = found.audited.conversation.course.events?.repeatedQuestions ?? []
      return found.audited.isRisk || !repeated.isEmpty || !found.reviews.isEmpty
    }
    let agents = Set(cases.compactMap(\.audited.agent)).sorted()
    return agents.flatMap { agent in cases.filter { $0.audited.agent == agent } }
      + cases.filter { $0.audited.agent == nil }
  }

  /// A sample that was kept, by its id, or the last.
  ///
  /// - Throws: `V5133` when there is none, and a failure of the store.
  public func kept(_ id: String?) throws -> AuditSample {
    if let sample = try store.sample(id: id) { return sample }
    throw Diagnostic(
      .sampleMissing,
      at: SourceLocation(file: store.path),
      id.map { "the store has no sample \($0)" } ?? "no sample was drawn yet",
      hint: "`verbatim audit sample` draws one and prints its id"
    )
  }

  /// What is told where nobody judged.
  public func reviewsMissing(_ category: String?) -> Diagnostic {
    Diagnostic(
      .reviewsNone,
      at: SourceLocation(file: store.path),
      category.map { "there is no verdict on \($0)" } ?? "there is no verdict yet",
      hint: "add one with `verbatim audit review SIGNAL_ID --category \(category ?? "NAME") …`"
    )
  }
}
