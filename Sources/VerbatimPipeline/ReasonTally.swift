public import VerbatimCore

/// How the return-reason codes of an input go with its texts.
public struct ReasonTally: Hashable, Sendable {
  /// Records whose text bears the code out.
  public var agreeing = 0
  /// Records whose text reports something else; both are kept.
  public var disagreeing = 0
  /// Records whose text reports nothing.
  public var silent = 0
  /// Codes that are not mapped, as `scheme` and code, with their numbers.
  public var unknown: [FeedbackRecord.ReturnReason: Int] = [:]

  /// Nothing counted yet.
  public init() {}

  /// How many records have a code.
  public var total: Int { agreeing + disagreeing + silent + unknown.values.reduce(0, +) }

  /// Of the records whose code is known and whose text reports something, the share that disagrees;
  /// nil for none.
  public var disagreement: Double? {
    let both = agreeing + disagreeing
    return both == 0 ? nil : Double(disagreeing) / Double(both)
  }

  /// The codes that are not mapped, the most frequent first.
  public var unknownCodes: [(reason: FeedbackRecord.ReturnReason, count: Int)] {
    unknown.map { ($0.key, $0.value) }.sorted { left, right in
      if left.count != right.count { return left.count > right.count }
      return (left.reason.scheme, left.reason.code) < (right.reason.scheme, right.reason.code)
    }
  }

  /// Takes in a record's code.
  public mutating func count(_ check: ReasonCheck?) {
    guard let check else { return }
    switch check.agreement {
    case .agrees: agreeing += 1
    case .disagrees: disagreeing += 1
    case .textSilent: silent += 1
    case .unknownCode: unknown[check.reason, default: 0] += 1
    }
  }

  /// Adds the counts of another batch.
  mutating func add(_ other: ReasonTally) {
    agreeing += other.agreeing
    disagreeing += other.disagreeing
    silent += other.silent
    unknown.merge(other.unknown) { $0 + $1 }
  }

  func write(to json: inout JSONWriter) {
    json.object("return_reasons") { json in
      json.field("agree", agreeing)
      json.field("disagree", disagreeing)
      json.field("text_silent", silent)
      json.array("unknown_codes", unknownCodes) { json, item in
        json.object { json in
          json.field("scheme", item.reason.scheme)
          json.field("code", item.reason.code)
          json.field("count", item.count)
        }
      }
    }
  }
}
