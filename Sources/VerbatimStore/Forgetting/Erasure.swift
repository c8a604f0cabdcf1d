internal import Foundation
internal import GRDB
internal import VerbatimCore

/// Takes one customer's signals out of the store, inside a transaction.
///
/// Whatever hangs on a signal goes with its row: issues with quotes, texts, turns. A retraction
/// takes its place, with a new cursor and without a word of the customer's.
struct Erasure {
  private let keys: [String]
  let names: [String]
  var nextSeq: Int64
  private(set) var texts: [String] = []
  /// The signals that were taken out.
  private(set) var signalIDs: Set<String> = []
  private var imports: Set<Int64> = []
  /// How many signals were taken out.
  private(set) var signals = 0
  /// How many rejects cited the customer.
  private(set) var rejects = 0
  /// How many reasons of decisions and marks cited the customer.
  var reasons = 0

  init(_ db: Database, keys: [String], names: [String]) throws {
    self.keys = keys
    self.names = names
    nextSeq = try StoredChange.lastSeq(in: db) + 1
  }

  /// Retracts every signal of the customer, in the order of their cursors.
  mutating func retractSignals(in db: Database) throws {
    let places = keys.map { _ in "?" }.joined(separator: ", ")
    let seqs = try Int64.fetchAll(
      db,
      sql: "SELECT seq FROM signals WHERE customer_key IN (\(places)) ORDER BY seq",
      arguments: StatementArguments(keys)
    )
    for seq in seqs { try retract(seq, in: db) }
    signals = seqs.count
  }

  private mutating func retract(_ seq: Int64, in db: Database) throws {
    let selection = """
      SELECT s.signal_id, s.record_id, s.revision, s.customer_key, s.kind, s.event_time,
        s.event_precision, s.body, s.import_id, v.title, v.text
      FROM signals s LEFT JOIN verbatims v ON v.seq = s.seq WHERE s.seq = ?
      """
    guard let row = try Row.fetchOne(db, sql: selection, arguments: [seq]) else { return }
    let recordID = try row.text(at: 1)
    let customerKey = try row.text(at: 3)
    let origin = try StoredOrigin.read(row.decode(Data.self, atIndex: 7))
    var signal = try FeedbackSignal(
      id: row.text(at: 0),
      recordID: recordID,
      engine: origin.engine,
      // The file's name may be the customer's.
      source: FeedbackRecord.Source(
        kind: row.name(at: 4),
        format: origin.format,
        file: ""
      ),
      sentiment: Sentiment(status: .noText)
    )
    signal.revision = try row.decode(Int.self, atIndex: 2) + 1
    signal.isRetracted = true
    signal.eventTime = try row.instant(at: 5)
    signal.customerKey = customerKey
    imports.insert(try row.decode(Int64.self, atIndex: 8))
    try texts += [row.optionalText(at: 9), row.optionalText(at: 10)].compactMap(\.self)
    let turns = try Row.fetchAll(
      db,
      sql: "SELECT text FROM turns WHERE seq = ? ORDER BY ordinal",
      arguments: [seq]
    )
    try texts += turns.map { try $0.text(at: 0) }
    try db.execute(sql: "DELETE FROM signals WHERE seq = ?", arguments: [seq])
    // What a person gave as the reason of a verdict may cite the words; the verdict stays.
    try db.execute(
      sql: "UPDATE audit_reviews SET reason = '' WHERE signal_id = ?",
      arguments: [signal.id]
    )
    signalIDs.insert(signal.id)
    let retraction = RetractionRecord(seq: nextSeq, signal: signal, orderKey: customerKey)
    try db.execute(sql: RetractionRecord.insertion, arguments: retraction.arguments)
    nextSeq += 1
  }

  /// The shortest citation that is taken for the customer's words rather than anybody's.
  private static let shortestCitation = 8

  /// Blanks what rejects of the same files cite of the customer: a diagnostic may quote a cell.
  mutating func blankRejects(in db: Database) throws {
    for importID in imports.sorted() {
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT item, message, hint FROM rejects WHERE import_id = ? ORDER BY item",
        arguments: [importID]
      )
      for row in rows {
        let told = try [row.text(at: 1), row.optionalText(at: 2) ?? ""]
        guard told.contains(where: cites) else { continue }
        try db.execute(
          sql: """
            UPDATE rejects SET message = ?, hint = NULL WHERE import_id = ? AND item = ?
            """,
          arguments: [
            "the record cannot be used; what was cited of it is forgotten", importID,
            try row.decode(Int64.self, atIndex: 0),
          ]
        )
        rejects += 1
      }
    }
  }

  private func cites(_ message: String) -> Bool {
    let citations = message.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    return citations.contains { citation in
      names.contains(citation)
        || citation.utf8.count >= Self.shortestCitation
          && texts.contains { $0.contains(citation) }
    }
  }
}
