internal import GRDB

/// What others wrote or computed that repeats a customer's words.
extension Erasure {
  /// So many words in a row are a quotation, and not a turn of speech (authored).
  private static let quotedWords = 4

  /// Erases the reasons of decisions and marks that repeat the customer's words or name.
  ///
  /// What was decided, by whom and when stays. A mark on one of the customer's reports loses its
  /// reason in any case; any other reason does when it has four words in a row from a text, the
  /// whole of a shorter one, or one of the customer's names.
  mutating func blankReasons(in db: Database) throws {
    let quotations = quotations()
    for table in ["decisions", "evidence_marks"] {
      let signal = table == "decisions" ? "NULL" : "signal_id"
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT cluster_id, ordinal, reason, \(signal) FROM \(table)
          WHERE reason IS NOT NULL ORDER BY cluster_id, ordinal
          """
      )
      for row in rows {
        let marked = try row.decode(String?.self, atIndex: 3)
        let reason = try row.text(at: 2)
        guard marked.map(signalIDs.contains) ?? false || repeats(reason, quotations) else {
          continue
        }
        try db.execute(
          sql: "UPDATE \(table) SET reason = NULL WHERE cluster_id = ? AND ordinal = ?",
          arguments: [
            try row.decode(StoredText.self, atIndex: 0), try row.decode(Int.self, atIndex: 1),
          ]
        )
        reasons += 1
      }
    }
  }

  /// Retracts the alerts that name one of the signals: they hold its words, and their numbers have
  /// changed.
  mutating func retractAlerts(in db: Database) throws {
    for record in try AlertRecord.standing(in: db) {
      let text = String(decoding: record.body, as: UTF8.self)
      guard signalIDs.contains(where: { text.contains($0) }) else { continue }
      try record.retraction(seq: nextSeq).replace(in: db)
      nextSeq += 1
    }
  }

  private static func words(_ text: String) -> [String] { FoldedWords(text).map(\.word) }

  /// Every run of words that is a quotation.
  private func quotations() -> Set<[String]> {
    var quotations: Set<[String]> = []
    for words in texts.map(Self.words) where !words.isEmpty {
      let length = min(Self.quotedWords, words.count)
      for start in 0...(words.count - length) {
        quotations.insert(Array(words[start..<start + length]))
      }
    }
    // A text of one word, such as `good`, is in half of all reasons.
    return quotations.filter { $0.count > 1 }
  }

  private func repeats(_ reason: String, _ quotations: Set<[String]>) -> Bool {
    if names.contains(where: { !$0.isEmpty && reason.contains($0) }) { return true }
    let words = Self.words(reason)
    return words.indices.contains { start in
      (2...Self.quotedWords).contains { length in
        start + length <= words.count
          && quotations.contains(Array(words[start..<start + length]))
      }
    }
  }
}
