public import VerbatimCore
public import VerbatimStore

/// What became of the records of one request, in its order.
public struct PostedFeedback: Sendable {
  /// What became of one record.
  public struct Result: Hashable, Sendable {
    /// What the store did with it.
    public var outcome: Outcome
    /// The record's id; nil when it was rejected.
    public var recordID: String?
    /// The signal's id; nil when it was rejected.
    public var signalID: String?
    /// Why it was rejected.
    public var reason: Diagnostic?
  }

  /// One for each record, in the order of the request.
  public internal(set) var results: [Result] = []
  /// What is worth telling and cost no record.
  public internal(set) var warnings: [Diagnostic] = []

  /// The results counted; they are all records of the request.
  public var counts: ImportCounts {
    var counts = ImportCounts()
    for result in results { counts.count(result.outcome) }
    return counts
  }
}
