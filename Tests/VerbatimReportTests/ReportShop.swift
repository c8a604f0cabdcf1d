import Foundation
import VerbatimCore
import VerbatimReport
import VerbatimStatistics
import VerbatimStore

/// A small shop in a store of its own, with whatever words a test puts into its fields.
struct ReportShop {
  let path: String
  private var entries: [ImportItem] = []

  init() {
    path = NSTemporaryDirectory() + "report-\(UUID().uuidString).db"
  }

  /// Adds a report.
  mutating func add(
    _ text: String,
    marking quote: String? = nil,
    sku: String,
    supplier: String? = "S-1",
    lot: String? = nil,
    issue: String? = "DUR.BREAKS",
    tier: Issue.Tier = .t2,
    modality: Issue.Modality = .actual,
    attribution: Issue.Attribution = .supplier,
    title: String? = nil,
    language: String? = "en",
    day: Int = 0,
    customer: String? = nil
  ) {
    let id = String(repeating: "0", count: 32 - String(entries.count).count) + "\(entries.count)"
    var record = FeedbackRecord(source: .init(kind: .review, format: "review-csv", file: "r.csv"))
    record.id = "record-\(id)"
    record.title = title
    record.text = text
    // 2026-06-01 is a Monday.
    record.occurredAt = Instant(
      seconds: Int64(20_605 + day) * 86_400,
      precision: .day
    )
    var sentiment = Sentiment(status: .scored)
    sentiment.compound = -0.25
    sentiment.label = .negative
    var signal = FeedbackSignal(
      id: id,
      recordID: record.id,
      engine: Self.engine,
      source: record.source,
      sentiment: sentiment
    )
    signal.eventTime = record.occurredAt
    signal.language = language
    signal.product.sku = sku
    signal.supplier.id = supplier
    signal.lot.id = lot
    signal.lot.status = lot == nil ? .unknown : .confirmed
    signal.customerKey = customer
    if let issue {
      let words = quote ?? text
      let start = text.range(of: words).map {
        text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
      }
      signal.issues = [
        Issue(
          code: issue,
          tier: tier,
          confidence: 0.9,
          modality: modality,
          intent: .complaint,
          attribution: attribution,
          evidence: start.map {
            Issue.Evidence(
              part: .text,
              range: ByteRange($0, $0 + words.utf8.count),
              quote: words
            )
          }
        )
      ]
    }
    entries.append(
      .entry(
        Entry(signal: signal, record: record, contentHash: id, textKey: "words of \(text)")
      )
    )
  }

  /// Adds a record that was refused.
  mutating func reject(_ message: String, hint: String? = nil) {
    entries.append(
      .reject(
        Diagnostic(
          .ratingOutOfRange,
          at: SourceLocation(file: "r.csv", line: entries.count + 2),
          message,
          hint: hint
        )
      )
    )
  }

  static let engine = FeedbackSignal.Engine(
    version: "1.0",
    lexiconHash: "0123456789abcdef",
    taxonomyVersion: "7",
    configHash: "fedcba9876543210",
    icuVersion: "72.1"
  )

  /// The store, with everything in it.
  func store(file: String = "r.csv") throws -> SignalStore {
    let store = try SignalStore(path: path)
    let import_ = ImportFile(
      contentHash: "f00d",
      path: file,
      format: "review-csv",
      encoding: "UTF-8"
    )
    guard case .new(let id) = try store.beginImport(import_) else { return store }
    var counts = ImportCounts()
    for outcome in try store.commit(entries, to: id) { counts.count(outcome) }
    try store.finishImport(id, counts: counts)
    return store
  }

  /// The clusters of a store, as the pipeline would find them.
  static func clusters(
    _ store: SignalStore,
    by level: ComplaintCluster.Level? = nil
  ) throws -> [ComplaintCluster] {
    try scan(store, by: level).clusters
  }

  /// What a run over a store would find.
  static func scan(
    _ store: SignalStore,
    by level: ComplaintCluster.Level? = nil
  ) throws -> ClusterScan {
    var reports: [ComplaintReport] = []
    try store.forEachReport { report in
      reports.append(
        ComplaintReport(
          signalID: report.signalID,
          eventTime: report.eventTime,
          sku: report.sku,
          supplier: report.supplier,
          lot: report.lot,
          customerKey: report.customerKey,
          textKey: report.textKey,
          issues: report.issues.map { issue in
            Issue(
              code: issue.code,
              tier: issue.tier,
              confidence: issue.confidence,
              modality: issue.modality,
              intent: .complaint,
              attribution: issue.attribution,
              evidence: issue.part.flatMap { part in
                issue.start.flatMap { start in
                  issue.end.map {
                    Issue.Evidence(
                      part: part,
                      range: ByteRange(start, $0),
                      quote: issue.quote ?? ""
                    )
                  }
                }
              }
            )
          }
        )
      )
    }
    var options = ClusterScanOptions(level: level)
    options.nearMisses = ReportBuilder.nearLimit + ReportBuilder.nearFolded
    options.placeboRuns = 2
    return ClusterFinder().scan(reports, options)
  }

  /// Removes the store's files.
  func remove() {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// A shop of ten articles over twelve weeks, one of whose handles breaks in the last four weeks.
  static func planted() -> ReportShop {
    var shop = ReportShop()
    for article in 0..<10 {
      for week in 0..<12 {
        shop.add(
          "Quite content with number \(article) in week \(week).",
          sku: "A-\(article)",
          supplier: "S-\(article % 3)",
          issue: (article + week).isMultiple(of: 12) ? "DUR.BREAKS" : nil,
          day: week * 7
        )
      }
    }
    for report in 0..<14 {
      shop.add(
        "Report \(report): the handle snapped off in my hand, sadly.",
        marking: "handle snapped off",
        sku: "A-3",
        supplier: "S-0",
        lot: report < 9 ? "L-7" : nil,
        attribution: report < 11 ? .supplier : .carrier,
        day: 8 * 7 + report * 2
      )
    }
    shop.add(
      "Love it, but the plug gets really hot.",
      marking: "plug gets really hot",
      sku: "A-5",
      issue: "SAF.BURN_FIRE",
      tier: .t1,
      day: 80
    )
    shop.reject("the rating 11 is outside 0–10", hint: "check the scale")
    return shop
  }
}
