import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// Every sample of a table, cell by cell, against pandas, openpyxl and pyreadstat.
@Suite("Tables as others read them")
struct TableReferenceTests {
  /// The folders of samples with tables, and the endings of those in them.
  static let folders: [(name: String, endings: Set<String>)] = [
    ("qualtrics", ["csv"]), ("shop-reviews", ["csv"]), ("amazon-reviews", ["tsv"]),
    ("csv-torture", ["csv"]), ("limesurvey", ["lsa", "txt"]), ("spss-sav", ["sav", "zsav", "csv"]),
    ("xlsx", ["xlsx"]),
  ]

  /// A table as it is read here, and the name under which the reference has it.
  private struct Table {
    var name = "table"
    var rows: [[String]] = []
    /// Whether lines above the header were passed over.
    var isCut = false
  }

  private static func ours(_ path: String) throws -> Table {
    var table = Table()
    var reader: any TableReader
    switch path.split(separator: ".").last {
    case "xlsx":
      let book = try SpreadsheetReader(path: path)
      table.name = book.sheet
      table.isCut = book.notes.contains { $0.code == .titleRows }
      reader = book
    case "sav", "zsav": reader = try SPSSReader(path: path)
    case "lsa":
      let archive = try ArchiveReader(path: path)
      let name = try #require(archive.names.first { $0.hasSuffix(".lsr") })
      reader = try LimeSurveyReader(TextSource(path: name, bytes: archive.bytes(of: name)))
    case "csv":
      reader = try DelimitedReader(
        TextSource(path: path),
        dialect: Dialect(delimiter: UInt8(ascii: ","))
      )
    default:
      reader = try DelimitedReader(TextSource(path: path), dialect: Dialect(delimiter: 0x09))
    }
    var record = TableRecord()
    while try reader.next(into: &record) { table.rows.append(record.fields) }
    return table
  }

  /// Rows without empty cells at their ends; no empty rows.
  ///
  /// Midnight is no time, as the script has it: Python does not tell a day from its first moment.
  private static func trimmed(_ rows: [[String]]) -> [[String]] {
    rows.map { row in
      Array(row.reversed().drop(while: \.isEmpty).reversed())
        .map { $0.replacing("T00:00:00", with: "") }
    }.filter { !$0.isEmpty }
  }

  /// What differs, by name: `file rows`, `file R2C3`; a file that only one side refuses.
  private static func differences(
    _ file: URL,
    _ reference: TableReference
  ) throws -> [(name: String, ours: String, theirs: String)] {
    let name = file.lastPathComponent
    let table: Table
    do {
      table = try ours(file.path)
    } catch let diagnostic as Diagnostic {
      let theirs = reference.tables.values.allSatisfy { trimmed($0).isEmpty }
      return theirs ? [] : [("\(name) refused", diagnostic.code.rawValue, "read")]
    }
    let our = trimmed(table.rows)
    guard reference.failure == nil, let rows = reference.tables[table.name] else {
      let why = reference.failure ?? "no such sheet"
      return our.isEmpty ? [] : [("\(name) read", "\(our.count) rows", why)]
    }
    var their = trimmed(rows)
    if table.isCut { their.removeFirst(max(0, their.count - our.count)) }
    guard our.count == their.count else {
      return [("\(name) rows", "\(our.count)", "\(their.count)")]
    }
    var found: [(String, String, String)] = []
    for (row, (our, their)) in zip(our, their).enumerated() {
      for column in 0..<max(our.count, their.count) {
        let cells = [our, their].map { $0.indices.contains(column) ? $0[column] : "" }
        guard cells[0] != cells[1] else { continue }
        found.append(("\(name) R\(row + 1)C\(column + 1)", cells[0], cells[1]))
      }
    }
    return found
  }

  @Test(
    "differ in nothing but what is listed",
    .enabled(if: Shared.has("samples/xlsx"), "the samples are not beside the package"),
    .enabled(
      if: TableReference.python != nil,
      "no Python with pandas, openpyxl and pyreadstat, and pip cannot be reached"
    )
  )
  func samples() throws {
    let files = Self.folders.flatMap { folder in
      Shared.files(in: "samples/\(folder.name)").filter {
        folder.endings.contains($0.pathExtension)
      }
    }
    let reference = try TableReference.read(files)
    var seen: Set<String> = []
    var counts = (equal: 0, cells: 0)
    for file in files {
      let name = file.lastPathComponent
      let theirs = try #require(reference[name])
      let differences = try Self.differences(file, theirs)
      if differences.isEmpty { counts.equal += 1 }
      counts.cells += theirs.tables.values.joined().reduce(0) { $0 + $1.count }
      for difference in differences {
        seen.insert(difference.name)
        if TableReferenceDifferences.known[difference.name] != nil { continue }
        Issue.record(
          """
          \(difference.name)
            ours:   \(String(difference.ours.prefix(200)).debugDescription)
            theirs: \(String(difference.theirs.prefix(200)).debugDescription)
          """
        )
      }
    }
    // A difference that is gone must leave the list.
    let stale = TableReferenceDifferences.known.keys.filter { !seen.contains($0) }
    #expect(stale.sorted() == [])
    print(
      "\(TableReference.python?.told ?? "")\(files.count) files, \(counts.cells) cells;",
      "\(counts.equal) files equal in all, \(seen.count) known differences"
    )
  }

  @Test(
    "JSON that one side refuses is listed, and the suite's own word is kept",
    .enabled(if: Shared.has("samples/json-torture"), "the samples are not beside the package"),
    .enabled(
      if: TableReference.python != nil,
      "no Python with pandas, openpyxl and pyreadstat, and pip cannot be reached"
    )
  )
  func json() throws {
    let files = Shared.files(in: "samples/json-torture", ending: ".json")
    let reference = try TableReference.read(files)
    let reader = JSONReader()
    for file in files {
      let name = file.lastPathComponent
      let isOurs = (try? reader.parse(Array(Data(contentsOf: file)))) != nil
      let isTheirs = try #require(reference[name]).failure == nil
      if name.hasPrefix("y_") { #expect(isOurs, "\(name)") }
      if name.hasPrefix("n_") { #expect(!isOurs, "\(name)") }
      let isKnown = TableReferenceDifferences.json[String(name.dropLast(5))] != nil
      #expect((isOurs != isTheirs) == isKnown, "\(name): \(isOurs) here, \(isTheirs) in Python")
    }
  }

  @Test(
    "JSON that the suite refuses gives no record to any reader",
    .enabled(if: Shared.has("samples/json-torture"), "the samples are not beside the package")
  )
  func refused() throws {
    for file in Shared.files(in: "samples/json-torture", ending: ".json")
    where file.lastPathComponent.hasPrefix("n_") {
      for format in [nil, InputFormat.ndjson, .jsonTable, .conversationsJSON] {
        var options = OpenedInput.Options()
        options.format = format
        do throws(Diagnostic) {
          var input = try OpenedInput(path: file.path, options: options)
          var told = 0
          while let item = try input.reader.next() {
            if case .record = item { Issue.record("\(file.lastPathComponent) gives a record") }
            told += 1
          }
          #expect(told > 0, "\(file.lastPathComponent) is passed over in silence")
        } catch {
          #expect(error.severity == .error)
        }
      }
    }
  }
}
