import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// Exports of each tool as its documentation describes them, made up for these tests: two variants
/// at least, and one that is damaged.
@Suite("Exports of survey tools and shops")
struct VendorFixtureTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let file: String
    let export: String?
    let records: Int
    let rejects: Int
    let text: String?
    let ratings: String
    let date: String?
    let facts: String

    init(_ row: TableFile.Row) {
      func text(_ column: Int) -> String? {
        let text = row[column].replacing("\\n", with: "\n").replacing("\\t", with: "\t")
        return text == "-" ? nil : text
      }
      file = row[0]
      export = text(1)
      records = Int(row[2]) ?? -1
      rejects = Int(row[3]) ?? -1
      self.text = text(4)
      ratings = row[5]
      date = text(6)
      facts = row[7]
    }

    var testDescription: String { file }
  }

  /// What `corpora/formats/tables.tsv` states.
  static let rows: [Row] = {
    guard let file = PackageRoot.url()?.appending(path: "corpora/formats/tables.tsv"),
      let bytes = try? Data(contentsOf: file),
      let table = try? TableFile(
        path: file.path,
        bytes: Array(bytes),
        columns: ["file", "export", "records", "rejects", "text", "ratings", "date", "facts"]
      )
    else { return [] }
    return table.rows.map(Row.init)
  }()

  static func reading(_ name: String) throws -> SurveyReading {
    let file = try #require(PackageRoot.url()).appending(path: "corpora/formats/\(name)")
    return try SurveyReading(table(file.path))
  }

  /// A table of the kind that the name tells.
  private static func table(_ path: String) throws -> any TableReader {
    if path.hasSuffix(".xlsx") { return try SpreadsheetReader(path: path) }
    let source = try TextSource(path: path)
    if path.hasSuffix("json") { return try JSONTableReader(source, names: ShippedNames.all) }
    if path.hasSuffix(".lsr") { return try LimeSurveyReader(source) }
    if path.contains("vv-") { return try LimeSurveyVVReader(source) }
    return try DelimitedReader(source, dialect: nil)
  }

  @Test("are read, every row a record or a reject", arguments: rows)
  func fixture(row: Row) throws {
    let reading = try Self.reading(row.file)
    let record = try #require(reading.records.first)
    #expect(reading.schema.export == row.export)
    #expect(reading.records.count == row.records)
    #expect(reading.rejects.count == row.rejects)
    #expect(record.text == row.text)
    let ratings = record.ratings.map { "\($0.kind.rawValue) \(Self.short($0.value))" }
    #expect(ratings.joined(separator: ",") == row.ratings)
    #expect(record.occurredAt?.description == row.date)
    for fact in Self.facts(row.facts) {
      #expect(Self.value(fact.key, in: record) == fact.value, "\(fact.key)")
    }
  }

  @Test("are accounted for row by row, and read the same a second time", arguments: rows)
  func reconciled(row: Row) throws {
    let file = try #require(PackageRoot.url()).appending(path: "corpora/formats/\(row.file)")
    var table = try Self.table(file.path)
    var record = TableRecord()
    var count = 0
    while try table.next(into: &record) { count += 1 }
    let reading = try Self.reading(row.file)
    let read = reading.records.count + reading.rejects.count
    #expect(read == count - reading.schema.headerRecords)
    #expect(try Self.reading(row.file).items == reading.items)
  }

  @Test("of every tool come in two variants at least, and one that is damaged")
  func variants() {
    let tools = Dictionary(grouping: Self.rows) { $0.file.split(separator: "/").first ?? "" }
    #expect(tools.count >= 24)
    // The workbooks are of several tools; each has its tables besides.
    for (tool, rows) in tools where tool != "xlsx" {
      #expect(rows.count >= 3, "\(tool)")
    }
  }

  @Test("never give the shop's words, a topic or a status as the customer's", arguments: rows)
  func onlyCustomers(row: Row) throws {
    let notTheirs = [
      "Thank you", "Sorry to hear", "We are sorry", "write to us", "shop speaks", "own words here",
      "internal remark", "called back", "Promoter", "took too long", "Unit returned", "Delivery,",
    ]
    for record in try Self.reading(row.file).records {
      let words = (record.title ?? "") + (record.text ?? "")
      for phrase in notTheirs where words.contains(phrase) {
        Issue.record("\(phrase) was read as a customer's words")
      }
    }
  }

  private static func facts(_ text: String) -> [(key: String, value: String)] {
    // A value may hold blanks: a key is a word before an equals sign.
    var facts: [(key: String, value: String)] = []
    for word in text.split(separator: " ") {
      if let equals = word.firstIndex(of: "="), word[..<equals].allSatisfy(\.isLetter) {
        facts.append((String(word[..<equals]), String(word[word.index(after: equals)...])))
      } else if let last = facts.indices.last {
        facts[last].value += " \(word)"
      }
    }
    return facts
  }

  private static func short(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? String(number)
  }

  private static func value(_ fact: String, in record: FeedbackRecord) -> String {
    func answer(_ role: String) -> String? { record.answers.first { $0.role == role }?.value }
    let value: String? =
      switch fact {
      case "id": record.source.nativeID
      case "customer": record.customer
      case "order": record.orderID
      case "sku": record.product.sku
      case "asin": record.product.asin
      case "product": record.product.name
      case "title": record.title
      case "language": record.language
      case "reason": record.returnReason?.code
      case "verified": record.flags.verifiedPurchase?.description
      case "zone": record.sourceTimeZone
      case "visibility", "channel", "category": record.dims[fact]
      default: answer(fact)
      }
    return value ?? ""
  }
}
