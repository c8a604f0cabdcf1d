import VerbatimCore
import VerbatimStore

/// Small items to import.
enum Sample {
  static let file = ImportFile(
    contentHash: "f00d",
    path: "june.csv",
    format: "survey-csv",
    encoding: "UTF-8"
  )

  static let engine = FeedbackSignal.Engine(
    version: "1.0",
    lexiconHash: "l",
    taxonomyVersion: "t",
    configHash: "c",
    icuVersion: "72"
  )

  /// A record with its signal; `day` is one of March 2026.
  static func entry(
    _ id: String,
    says text: String? = "It broke.",
    day: Int? = 1,
    sku: String? = nil,
    supplier: String? = nil,
    lot: String? = nil,
    issues: [Issue] = [],
    turns: [Turn] = []
  ) -> Entry {
    var record = FeedbackRecord(
      source: FeedbackRecord.Source(kind: .review, format: "review-csv", file: "june.csv")
    )
    record.id = "record-\(id)"
    record.title = "On \(id)"
    record.text = text
    record.turns = turns
    record.occurredAt = day.flatMap { Instant(year: 2026, month: 3, day: $0, precision: .day) }
    var sentiment = Sentiment(status: .scored)
    sentiment.compound = -0.25
    sentiment.label = .negative
    var signal = FeedbackSignal(
      id: id,
      recordID: record.id,
      engine: engine,
      source: record.source,
      sentiment: sentiment
    )
    signal.eventTime = record.occurredAt
    signal.product.sku = sku
    signal.product.category = sku.map { _ in "lamps" }
    signal.supplier.id = supplier
    signal.lot.id = lot
    signal.issues = issues
    return Entry(
      signal: signal,
      record: record,
      contentHash: "hash of \(text ?? "")",
      textKey: "words of \(text ?? "")"
    )
  }

  static func issue(_ code: String, quote: String? = nil, modality: Issue.Modality = .actual)
    -> Issue
  {
    Issue(
      code: code,
      tier: .t2,
      confidence: 0.9,
      modality: modality,
      intent: .complaint,
      attribution: .supplier,
      evidence: quote.map {
        Issue.Evidence(part: .turn(1), range: ByteRange(0, $0.utf8.count), quote: $0)
      }
    )
  }

  static func reject(line: Int) -> ImportItem {
    .reject(
      Diagnostic(
        .rowEmpty,
        at: SourceLocation(file: "june.csv", line: line, column: 1, byte: line * 100),
        "the row holds no words and no rating",
        hint: "leave it out"
      )
    )
  }

  /// Something of everything: new signals, rejects, copies, revisions, a stale copy.
  static let items: [ImportItem] = [
    .entry(entry("a")),
    .entry(entry("b", day: 5, sku: "K-1", issues: [issue("DUR.BREAKS")])),
    reject(line: 4),
    .entry(entry("a")),
    .entry(entry("a", says: "It broke again.", day: 2)),
    .entry(entry("b", says: "An older copy.", day: 4)),
    .entry(
      entry(
        "c",
        sku: "K-2",
        supplier: "north",
        lot: "L7",
        issues: [issue("SAF.BURN_FIRE", quote: "burnt"), issue("DEL.LATE")],
        turns: [
          Turn(speaker: "Maya", role: .agent, text: "Hello."),
          Turn(speaker: "Customer", role: .customer, text: "burnt"),
        ]
      )
    ),
    reject(line: 9),
    .entry(entry("a", says: "And again.", day: 2)),
    .entry(entry("d", says: nil, day: nil)),
    .entry(entry("d", says: "No date.", day: nil)),
    .entry(entry("c", sku: "K-2", supplier: "north", lot: "L7")),
  ]

  /// What `items` come to, one by one.
  static let outcomes: [Outcome] = [
    .added, .added, .rejected, .duplicate, .revised(2), .duplicate, .added, .rejected, .revised(3),
    .added, .revised(2), .duplicate,
  ]

  static let counts = ImportCounts(signals: 7, duplicates: 3, rejected: 2)
}
