import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// Public files made to break readers of CSV, where they are at hand.
@Suite("CSV torture", .enabled(if: Shared.has("samples/csv-torture")))
struct CSVTortureTests {
  private static let names = Shared.files(in: "samples/csv-torture", ending: ".csv")
    .map { String($0.lastPathComponent.dropLast(4)) }
  private static let expected = names.filter {
    // The twin of this one states another phone number than the file.
    $0 != "spectrum_location_coordinates"
      && Shared.has("samples/csv-torture/\($0).json")
  }

  private func text(_ name: String) throws -> [UInt8] {
    let file = try #require(Shared.url("samples/csv-torture/\(name)"))
    return try TextSource(path: file.path).readAll(limit: 1 << 20)
  }

  private func records(_ bytes: [UInt8], blocksOf size: Int) -> [TableRecord] {
    var scanner = DelimitedScanner(dialect: Dialect(delimiter: UInt8(ascii: ",")))
    var records: [TableRecord] = []
    var record = TableRecord()
    for from in stride(from: 0, to: bytes.count, by: size) {
      scanner.feed(bytes[from..<min(bytes.count, from + size)])
      while scanner.next(into: &record) { records.append(record) }
    }
    scanner.finish()
    while scanner.next(into: &record) { records.append(record) }
    return records
  }

  /// The records that a file's JSON twin states: rows, or objects by the names of the first row.
  private func stated(_ value: JSONValue, names: [String]) -> [[String]] {
    let rows = value.elements ?? [value]
    return rows.map { row in
      row.elements?.map { $0.string ?? "" } ?? names.map { row[$0]?.string ?? "" }
    }
  }

  @Test("reads what the file's JSON twin states", arguments: expected)
  func twin(name: String) throws {
    let own = try records(text(name + ".csv"), blocksOf: 1 << 20)
    #expect(own.flatMap(\.faults).isEmpty)
    let value = try JSONReader().parse(text(name + ".json"))
    // The samples' line ends were made one when they were collected.
    let expected = stated(value, names: own.first?.fields ?? []).map { row in
      row.map { $0.replacing("\r\n", with: "\n") }
    }
    let rows = own.map(\.fields)
    // Some twins leave the header out; some hold the rows only.
    #expect(rows == expected || Array(rows.dropFirst()) == expected)
  }

  @Test("reads the same in blocks of any size", arguments: names)
  func blocks(name: String) throws {
    let bytes = try text(name + ".csv")
    let whole = records(bytes, blocksOf: 1 << 20)
    for size in 1...max(1, bytes.count) {
      #expect(records(bytes, blocksOf: size) == whole)
    }
  }

  @Test("says what is wrong with a bad one")
  func bad() throws {
    let open = try records(text("testdata_bad-missing-quote.csv"), blocksOf: 1 << 20)
    #expect(open.map(\.faults) == [[], [.init(kind: .neverClosed, line: 2, column: 3)]])
    let after = try records(
      text("testdata_bad-quotes-with-unescaped-quote.csv"),
      blocksOf: 1 << 20
    )
    #expect(after[1].fields == ["1", "Hey, I missed  it\"", "3"])
    #expect(after[1].faults == [.init(kind: .textAfterQuote, line: 2, column: 19)])
    let inside = try records(text("testdata_bad-unescaped-quote.csv"), blocksOf: 1 << 20)
    #expect(inside[1].fields == ["1", "This \"quotes\" must be escaped", "3"])
    #expect(inside[1].faults.isEmpty)
  }
}
