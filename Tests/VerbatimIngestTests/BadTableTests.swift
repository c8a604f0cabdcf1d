import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// Tables that cannot be read, or not in whole, each with the very words that are printed.
@Suite("Bad tables are told in so many words")
struct BadTableTests {
  /// What a file's reading ends with or warns of, as it is printed, its folder left out.
  private static func told(_ name: String, _ write: (String) throws -> Void) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: name).path
    try write(path)
    var told: [String] = []
    do throws(Diagnostic) {
      var input = try OpenedInput(path: path)
      while let item = try input.reader.next() {
        switch item {
        case .record: break
        case .reject(let diagnostic), .warning(let diagnostic): told.append("\(diagnostic)")
        }
      }
    } catch {
      told.append("\(error)")
    }
    return told.map { $0.replacing(folder.path + "/", with: "") }
  }

  /// An OLE file with a stream of that name.
  private static func ole(_ stream: String) -> Data {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += Array(repeating: 0, count: 512 - bytes.count)
    for name in ["Root Entry", stream] {
      var entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let size = UInt8(entry.count + 2)
      entry += Array(repeating: 0, count: 64 - entry.count)
      bytes += entry + [size, 0, 2] + Array(repeating: 0, count: 61)
    }
    return Data(bytes)
  }

  @Test(
    "workbooks with a password and of 1997, by their streams",
    arguments: [
      (
        "secret.xlsx", "EncryptedPackage",
        """
        secret.xlsx: error: the workbook is password protected [V1121]
          hint: open it, remove the password (File, Info, Protect Workbook) and save it
        """
      ),
      (
        "old.xls", "Workbook",
        """
        old.xls: error: the file is recognised as: Excel 97–2003 workbook (.xls); there is no reader for it [V1005]
          hint: open it and save it as .xlsx or as CSV UTF-8
        """
      ),
    ]
  )
  func ole(name: String, stream: String, line: String) throws {
    #expect(try Self.told(name) { try Self.ole(stream).write(to: URL(filePath: $0)) } == [line])
  }

  @Test("zip bombs: the part of a workbook, the table of an archive")
  func bombs() throws {
    let workbook = try Self.told("book.xlsx") { path in
      var zip = Workbooks.package()
      let head = "<worksheet><sheetData>"
      let bytes = ZipFile.deflated(head, thenBlanks: 1 << 18)
      zip.add("xl/s0.xml", deflated: bytes, size: head.utf8.count + 1 + 258 << 18)
      try zip.write(to: path)
    }
    #expect(
      workbook == [
        """
        book.xlsx/xl/s0.xml: error: the part of the workbook unpacks to many times its size, as zip bombs do [V1122]
          hint: if it is a real workbook, save its sheet as CSV UTF-8
        """
      ]
    )
    let table = try Self.told("export.zip") { path in
      var zip = ZipFile()
      zip.add("answers.csv", deflated: ZipFile.deflated("id,comment", thenBlanks: 9), size: 1 << 30)
      try zip.write(to: path)
    }
    #expect(
      table == [
        """
        export.zip/answers.csv: error: the entry would unpack to 1073741824 bytes [V1006]
          hint: unpack it yourself and split it
        """
      ]
    )
  }

  @Test("a million columns: of commas, of cells, of members")
  func wide() throws {
    let line = "error: the row has 1000002 fields; a table has 65536 at most [V1117]"
    let hint = "\n  hint: name the delimiter in a column map if it is another"
    let commas = try Self.told("wide.csv") { path in
      let row = "id,text" + String(repeating: ",x", count: 1_000_000)
      try Data("\(row)\n1,good lid here\n".utf8).write(to: URL(filePath: path))
    }
    #expect(commas == ["wide.csv:1: \(line)\(hint)"])
    let cells = try Self.told("wide.xlsx") { path in
      var zip = Workbooks.package()
      let row = String(repeating: "<c><v>1</v></c>", count: 20_000)
      zip.add("xl/s0.xml", Workbooks.sheet(Workbooks.row(["id", "comment"]) + "<row>\(row)</row>"))
      try zip.write(to: path)
    }
    #expect(cells.map { $0.prefix(12) } == ["wide.xlsx:2:"])
    let members = try Self.told("wide.ndjson") { path in
      let row = (0..<70_000).map { ",\"m\($0)\":1" }.joined()
      let object = "{\"survey_type\":\"nps\",\"score\":3\(row)}\n"
      try Data(object.utf8).write(to: URL(filePath: path))
    }
    #expect(
      members == [
        "wide.ndjson:1: error: the row has 70003 fields; a table has 65536 at most [V1117]\(hint)"
      ]
    )
  }

  @Test("a quote that is never closed, before a million rows: its line is named, they are read")
  func openQuote() throws {
    let rows = 1_000_000
    var text = "id,comment\n1,\"never closed\n"
    for _ in 0..<rows { text += "2,a\n" }
    var reader = try DelimitedReader(
      TextSource(path: "open.csv", bytes: Array(text.utf8)),
      dialect: Dialect(delimiter: UInt8(ascii: ","))
    )
    var record = TableRecord()
    var count = 0
    var told: [String] = []
    while try reader.next(into: &record) {
      count += 1
      told += record.faults.map { "\(DelimitedReader.diagnostic($0, file: "open.csv"))" }
    }
    #expect(count == rows + 2)
    #expect(record.line == rows + 2)
    #expect(
      told == [
        """
        open.csv:2:3: error: quoted field is never closed [V1101]
          hint: double a quote inside a field (""); the lines after it were read
        """
      ]
    )
  }

  @Test("a quote that is closed by another far below, as it should be, and one beyond the limit")
  func farQuote() throws {
    let row = String(repeating: "x", count: 4000)
    var text = "id,comment\n1,\"open\n"
    for _ in 0..<300 { text += "2,\(row)\n" }
    let closed = try Self.told("far.csv") { path in
      try Data((text + "3,\"\n4,fine then\n").utf8).write(to: URL(filePath: path))
    }
    #expect(
      closed.first == """
        far.csv:2:3: warning: the quoted field that opens here runs to line 303 [V1118]
          hint: if these are rows, close the quote here; the field was kept whole
        """
    )
    for _ in 0..<4200 { text += "2,\(row)\n" }
    let beyond = try Self.told("far.csv") { path in
      try Data(text.utf8).write(to: URL(filePath: path))
    }
    #expect(
      beyond == [
        """
        far.csv:2:3: error: the record is larger than 16777216 bytes [V1109]
          hint: a quote may be open; the lines after it were read
        """
      ]
    )
  }
}
