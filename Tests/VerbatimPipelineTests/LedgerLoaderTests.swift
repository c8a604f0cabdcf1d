import Testing
import VerbatimPipeline

@Suite("Loading orders and receipts")
struct LedgerLoaderTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func signal(
    _ record: FeedbackRecord,
    _ change: (inout EngineOptions) throws -> Void
  ) throws -> FeedbackSignal {
    var options = EngineOptions()
    let catalog = try folder.write("catalog.csv", "sku,name\nK-1,Rapid Kettle\nL-2,Dawn Lamp\n")
    (options.catalog, options.catalogHash) = try CatalogLoader.load(catalog)
    try change(&options)
    let engine = try SignalEngine(options)
    var scratch = SignalEngine.Scratch()
    var record = record
    return engine.signal(for: &record, explains: false, scratch: &scratch)
  }

  private static var record: FeedbackRecord {
    var record = FeedbackRecord(source: .init(kind: .review, format: "review-csv", file: "r.csv"))
    record.text = "It broke."
    record.orderID = "1001"
    return record
  }

  @Test("orders in a shop's own columns say what a record is about, and count for its hash")
  func orders() throws {
    let path = try folder.write(
      "orders.csv",
      """
      Name,Created at,Lineitem sku,Lineitem quantity
      #1001,2026-02-01 10:11:12 +0100,k-1,2
      #1002,2026-02-02 10:11:12 +0100,K-1,1
      #1002,,L-2,1

      """
    )
    let (book, hash) = try LedgerLoader.orders(path)
    #expect(book.count == 3)
    #expect(book.diagnostics == [])
    let found = try signal(Self.record) {
      $0.orders = book
      $0.ledgerHash = hash
    }
    #expect(found.product.sku == "K-1")
    #expect(found.product.method == .orderLine)
    let without = try signal(Self.record) { _ in }
    #expect(without.product == ProductResolution())
    #expect(without.engine.configHash != found.engine.configHash)
  }

  @Test("receipts say which lots are possible, days written as the column has them")
  func receipts() throws {
    let orders = try folder.write("orders.csv", "order_id,sku,date\n1001,K-1,20/03/2026\n")
    let receipts = try folder.write(
      "receipts.csv",
      """
      sku;lot;received;quantity;supplier
      K-1;LA;13/01/2026;100;S-1
      K-1;LB;28/02/2026;100;S-1
      K-1;LC;01/05/2026;100;S-1
      K-1;LD;soon;100;S-1

      """
    )
    let (log, _) = try LedgerLoader.receipts(receipts)
    #expect(log.count == 3)
    #expect(log.diagnostics.map(\.code) == [.orderRow])
    let found = try signal(Self.record) {
      $0.orders = try LedgerLoader.orders(orders).book
      $0.receipts = log
    }
    #expect(found.lot.status == .inferred)
    #expect(found.lot.candidates.map(\.id) == ["LB", "LA"])
    #expect(found.lot.candidates.reduce(0) { $0 + $1.probability } <= 1)
    #expect(found.supplier.id == "S-1")
  }

  @Test("files that lack what they are read for are refused")
  func refused() throws {
    let path = try folder.write("x.csv", "a,b\n1,2\n")
    #expect(throws: Diagnostic.self) { try LedgerLoader.orders(path) }
    #expect(throws: Diagnostic.self) { try LedgerLoader.receipts(path) }
    #expect(throws: Diagnostic.self) { try LedgerLoader.orders("\(folder.path)/none.csv") }
  }
}
