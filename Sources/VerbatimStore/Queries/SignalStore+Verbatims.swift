internal import Foundation
internal import GRDB
internal import VerbatimCore

extension SignalStore {
  /// Gives the words behind many signals in the order of their cursors, one signal at a time.
  ///
  /// Two walks side by side over the texts alone: a look-up for each by its id would read the long
  /// rows of the signals too, in the order of their ids, which are hashes.
  ///
  /// - Parameters:
  ///   - seqs: The signals' cursors, in any order; what the store does not have is left out.
  ///   - body: Gets each with its words, without language, moods and time.
  /// - Throws: A failure of the store.
  /// - Complexity: O(*n* log *m*) for *n* cursors in a store of *m* signals; memory for the cursors.
  public func forEachVerbatim(
    at seqs: [Int64],
    _ body: (_ seq: Int64, _ verbatim: StoredVerbatim) -> Void
  ) throws(StoreFailure) {
    guard !seqs.isEmpty else { return }
    try reading { db in
      let wanted = "[" + seqs.map(String.init).joined(separator: ",") + "]"
      let condition = "seq IN (SELECT value FROM json_each(?))"
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT seq, title, text FROM verbatims WHERE \(condition) ORDER BY seq",
        arguments: [wanted]
      )
      var turns = try Companion(
        db,
        "SELECT seq, speaker, role, text FROM turns",
        where: condition,
        arguments: [wanted],
        order: "seq, ordinal",
        after: 0
      )
      while let row = try rows.next() {
        let seq = try row.decode(Int64.self, atIndex: 0)
        var verbatim = try StoredVerbatim(
          title: row.optionalText(at: 1),
          text: row.optionalText(at: 2)
        )
        try turns.forEach(of: seq) { row in
          try verbatim.turns.append(
            Turn(speaker: row.text(at: 1), role: row.name(at: 2), text: row.text(at: 3))
          )
        }
        body(seq, verbatim)
      }
    }
  }
}
