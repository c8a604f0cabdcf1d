internal import GRDB
internal import VerbatimCore

extension SignalStore {
  /// Adds a verdict; those of before stay, the same person's too.
  public func add(_ review: Review) throws(StoreFailure) {
    try writing { db in
      try db.execute(
        sql: """
          INSERT INTO audit_reviews (
            signal_id, category, verdict, reason, reviewer, at, at_precision
          ) VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          review.signalID,
          review.category,
          review.verdict,
          StoredText(review.reason),
          StoredText(review.reviewer),
          review.at.seconds,
          review.at.precision.rawValue,
        ]
      )
    }
  }

  /// Every verdict, in the order in which they were added.
  ///
  /// - Parameters:
  ///   - signalID: Only those of this signal; nil for all.
  ///   - category: Only those of this category; nil for all.
  /// - Returns: The verdicts, also those that the same person replaced.
  /// - Throws: A failure of the store.
  public func reviews(
    ofSignal signalID: String? = nil,
    category: String? = nil
  ) throws(StoreFailure) -> [Review] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT signal_id, category, verdict, reason, reviewer, at, at_precision
          FROM audit_reviews
          WHERE (?1 IS NULL OR signal_id = ?1) AND (?2 IS NULL OR category = ?2)
          ORDER BY ordinal
          """,
        arguments: [signalID, category]
      ).compactMap { row in
        try row.instant(at: 5).map { at in
          try Review(
            signalID: row.decode(String.self, atIndex: 0),
            category: row.decode(String.self, atIndex: 1),
            verdict: row.decode(String.self, atIndex: 2),
            reason: row.text(at: 3),
            reviewer: row.text(at: 4),
            at: at
          )
        }
      }
    }
  }
}

extension Review {
  /// Of each person the verdict that counts: the last on each category of a signal.
  ///
  /// - Parameter reviews: Verdicts in the order in which they were added.
  /// - Returns: Those that count, in the order in which they were added.
  public static func counting(_ reviews: [Review]) -> [Review] {
    var seen: Set<[String]> = []
    var counting: [Review] = []
    for review in reviews.reversed() {
      let key = [review.signalID, review.category, review.reviewer]
      if seen.insert(key).inserted { counting.append(review) }
    }
    return counting.reversed()
  }
}
