import Testing
import VerbatimPipeline

@Suite("Faulty input")
struct ImportFaultTests {
  private let shop: ImportShop

  init() throws { shop = try ImportShop() }

  /// The diagnostics of a report, the folder left out of their paths.
  private func lines(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { $0.description.replacing(shop.folder.path + "/", with: "") }
  }

  @Test("that is not there is told")
  func missing() async throws {
    let report = try await shop.ingest("\(shop.folder.path)/none.csv")
    #expect(
      lines([report.failure].compactMap(\.self)) == [
        """
        none.csv: error: there is no such file [V1001]
          hint: check the path; it is read from the folder in which you are
        """
      ]
    )
    #expect(report.contentHash == "")
    #expect(report.counts == ImportCounts())
    #expect(try shop.store.imports().isEmpty)
  }

  @Test("that is empty, or blank, is told", arguments: ["", " \n\t\r\n ", "\u{FEFF}"])
  func empty(text: String) async throws {
    let report = try await shop.ingest(try shop.folder.write("empty.csv", text))
    #expect(
      lines([report.failure].compactMap(\.self)) == [
        """
        empty.csv: error: the file is empty [V1003]
          hint: export it again; the download may have failed
        """
      ]
    )
    #expect(try shop.store.imports().isEmpty)
  }

  @Test("that is a folder is told, and opened in a list of inputs")
  func folder() async throws {
    try shop.folder.write("in/b.csv", ImportShop.reviews(3))
    try shop.folder.write("in/deep/a.csv", ImportShop.reviews(4))
    try shop.folder.write("in/.hidden/c.csv", ImportShop.reviews(5))
    try shop.folder.write("in/.DS_Store", "x")
    try shop.folder.write("none/.keep", "")
    let report = try await shop.ingest("\(shop.folder.path)/in")
    #expect(
      lines([report.failure].compactMap(\.self))
        == ["in: error: this is a directory, not a file [V1002]"]
    )
    let list = InputList(
      ["in", "in/", "none", "gone", "-"].map { $0 == "-" ? $0 : "\(shop.folder.path)/\($0)" }
    )
    #expect(
      list.files.map { $0.replacing(shop.folder.path + "/", with: "") }
        == ["in/b.csv", "in/deep/a.csv", "in/b.csv", "in/deep/a.csv", "-"]
    )
    #expect(
      lines(list.diagnostics) == [
        "none: error: the folder holds no file [V1001]",
        """
        gone: error: there is no such file [V1001]
          hint: check the path; it is read from the folder in which you are
        """,
      ]
    )
  }

  @Test("that is cut off in a row keeps what is there")
  func cutRow() async throws {
    let report = try await shop.ingest(
      try shop.folder.write(
        "cut.csv",
        "Date,SKU,Review Text,Rating\n2026-03-01,K-1,It broke,2\n2026-03-02,K-2,Very go"
      )
    )
    #expect(report.failure == nil)
    #expect(report.counts == ImportCounts(signals: 2))
    #expect(
      lines(report.warnings) == [
        """
        cut.csv:3: warning: the row has 3 fields, the header 4 [V1103]
          hint: the missing fields were read as empty
        """
      ]
    )
  }

  @Test("that is cut off inside quotes loses only that row")
  func cutQuote() async throws {
    let report = try await shop.ingest(
      try shop.folder.write(
        "cut.csv",
        "Date,SKU,Rating,Review Text\n2026-03-01,K-1,2,\"It broke, twice\"\n"
          + "2026-03-02,K-2,4,\"Very good, I th"
      )
    )
    #expect(report.failure == nil)
    #expect(report.counts == ImportCounts(signals: 1, rejected: 1))
    #expect(
      lines(report.rejects) == [
        """
        cut.csv:3:18: error: quoted field is never closed [V1101]
          hint: double a quote inside a field (""); the lines after it were read
        """
      ]
    )
  }

  @Test("with a quote that is never closed loses only that row", arguments: [1, 60])
  func openQuote(rowsBefore: Int) async throws {
    var table = ["Date,SKU,Rating,Review Text"]
    for row in 1...rowsBefore { table.append("2026-03-01,K-1,2,\"It broke, \(row) times\"") }
    table.append("2026-03-02,K-2,4,\"Very good")
    for day in 3...9 { table.append("2026-03-0\(day),K-2,4,Well made for the \(day)th time") }
    let report = try await shop.ingest(
      try shop.folder.write("open.csv", table.joined(separator: "\n") + "\n")
    )
    #expect(report.failure == nil)
    #expect(report.counts == ImportCounts(signals: rowsBefore + 7, rejected: 1))
    #expect(
      lines(report.rejects) == [
        """
        open.csv:\(rowsBefore + 2):18: error: quoted field is never closed [V1101]
          hint: double a quote inside a field (""); the lines after it were read
        """
      ]
    )
    let first = try #require(try shop.values("signal_id").first??.string)
    #expect(try shop.store.verbatim(ofSignal: first)?.text == "It broke, 1 times")
  }

  @Test("with text behind a closing quote keeps it, and says so", arguments: [1, 20])
  func textAfterQuote(rowsAfter: Int) async throws {
    var table = "Date,SKU,Rating,Review Text\n2026-03-01,K-1,2,\"It\" broke\n"
    for row in 1...rowsAfter { table += "2026-03-01,K-1,2,\"Good \(row)\"\n" }
    let report = try await shop.ingest(try shop.folder.write("quote.csv", table))
    #expect(report.counts == ImportCounts(signals: rowsAfter + 1))
    #expect(
      lines(report.warnings) == [
        """
        quote.csv:2:22: warning: text stands between a closing quote and the next delimiter [V1102]
          hint: double a quote inside a field (""); the text was kept
        """
      ]
    )
    let first = try #require(try shop.values("signal_id").first??.string)
    #expect(try shop.store.verbatim(ofSignal: first)?.text == "It broke")
  }

  @Test("that is a page without reviews is told")
  func noReviews() async throws {
    let page = """
      <!DOCTYPE html><html><head><title>About us</title></head>
      <body><p>We sell kettles.</p></body></html>
      """
    let report = try await shop.ingest(try shop.folder.write("about.html", page))
    #expect(report.failure == nil)
    #expect(report.counts == ImportCounts())
    #expect(report.warnings.map(\.code) == [.noReviews])
    #expect(report.warnings.map(\.message) == ["the page has no review to read"])
    #expect(report.warnings.allSatisfy { $0.hint != nil })
  }

  @Test("without a column of words or ratings is told")
  func noColumn() async throws {
    let report = try await shop.ingest(
      try shop.folder.write("list.csv", "sku,gtin\nK-1,9520001042003\nK-2,9520001042379\n")
    )
    let failure = try #require(report.failure)
    #expect(failure.code == .noFeedbackColumn)
    #expect(
      failure.message
        == "no column holds the customer's words or a rating; the columns are sku, gtin"
    )
    #expect(report.counts == ImportCounts())
  }

  @Test("that is a broken line of JSON loses only that line")
  func brokenJSON() async throws {
    let report = try await shop.ingest(
      try shop.folder.write(
        "lines.ndjson",
        "{\"id\":\"1\",\"text\":\"It broke\"}\n{\"id\":\"2\",\"text\":\n{\"id\":\"3\",\"text\":\"good\"}\n"
      )
    )
    #expect(report.counts == ImportCounts(signals: 2, rejected: 1))
    #expect(report.rejects.map(\.code) == [.jsonBroken])
    #expect(report.rejects.map(\.location.line) == [2])
  }

  @Test("does not stop the others")
  func others() async throws {
    try shop.folder.write("in/1.csv", "")
    try shop.folder.write("in/2.csv", ImportShop.reviews(3))
    try shop.folder.write("in/3.html", "<html><body><p>About us</p></body></html>")
    try shop.folder.write("in/4.bin", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    try shop.folder.write("in/5.csv", ImportShop.reviews(5))
    var reports: [ImportReport] = []
    for file in InputList(["\(shop.folder.path)/in"]).files {
      reports.append(try await shop.ingest(file))
    }
    #expect(reports.map { $0.failure?.code } == [.fileEmpty, nil, nil, .formatUnsupported, nil])
    #expect(reports.map(\.counts.signals) == [0, 3, 0, 0, 2])
    #expect(reports.map(\.counts.duplicates) == [0, 0, 0, 0, 3])
  }
}
