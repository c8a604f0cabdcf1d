import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("Hostile workbooks")
struct HostileWorkbookTests {
  @Test(
    "a damaged part is named",
    arguments: [
      ("hostile-doctype.xlsx", "sheet1.xml", "document type"),
      ("hostile-missing-part.xlsx", "sheet1.xml", "missing"),
      ("hostile-cut-xml.xlsx", "sheet1.xml", "XML"),
    ]
  )
  func damaged(name: String, part: String, reason: String) throws {
    let path = try Workbooks.fixture(name)
    let failure = #expect(throws: Diagnostic.self) { try Workbooks.table(path) }
    #expect(failure?.code == .workbookDamaged)
    #expect(failure?.location.description.contains("xl/worksheets/\(part)") == true)
    #expect(failure?.message.contains(reason) == true)
  }

  @Test("a zip bomb is given up")
  func bomb() throws {
    try Workbooks.withPath { path in
      var zip = Workbooks.package()
      let repeats = 1 << 18
      let head = "<worksheet><sheetData>"
      let bytes = ZipFile.deflated(head, thenBlanks: repeats)
      zip.add("xl/s0.xml", deflated: bytes, size: head.utf8.count + 1 + 258 * repeats)
      try zip.write(to: path)
      #expect(Workbooks.failure(path) == .workbookTooLarge)
    }
  }

  @Test("a million empty rows")
  func emptyRows() throws {
    var rows = Workbooks.row(["id", "review"])
    for _ in 0..<1_000_000 { rows += "<row/>" }
    rows += "<row><c><v>1</v></c></row>"
    #expect(try Workbooks.table(rows: rows) == [["id", "review"], ["1", ""]])
  }

  @Test("elements a thousand deep")
  func deep() throws {
    let rows = String(repeating: "<row>", count: 1000)
    #expect(throws: Diagnostic.self) { try Workbooks.table(rows: rows) }
  }

  @Test("a tag with many attributes, and many names, are refused in time")
  func crowdedTags() throws {
    let attributes = (0..<30_000).map { " a\($0)=\"1\"" }.joined()
    #expect(throws: Diagnostic.self) { try Workbooks.table(rows: "<row\(attributes)/>") }
    let names = (0..<150_000).map { "<n\($0)/>" }.joined()
    #expect(throws: Diagnostic.self) { try Workbooks.table(rows: names) }
  }

  @Test("a row with many cells in one place keeps the first")
  func crowded() throws {
    let cells = String(repeating: "<c r=\"A1\"><v>1</v></c>", count: 40_000)
    #expect(try Workbooks.table(rows: "<row>\(cells)</row>") == [["1"]])
  }

  @Test("rows that end at the last column")
  func wide() throws {
    let rows = (1...50).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>\($0)</v></c></row>" }.joined()
    let table = try Workbooks.table(rows: rows)
    #expect(table.count == 50)
    #expect(table.allSatisfy { $0.count == 16_384 })
    #expect(table[49].last == "50")
  }

  @Test("long shared strings, often used, stay within the limit of a row")
  func sharedBomb() throws {
    let text = String(repeating: "x", count: 1 << 20)
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100)
    let table = try Workbooks.table(rows: "<row>\(cells)</row>", strings: "<si><t>\(text)</t></si>")
    #expect(table.count == 1)
    #expect(table[0].reduce(0) { $0 + $1.utf8.count } <= DelimitedScanner.largestRecord)
  }

  @Test("an entity that nobody declared, and numbers that fit nothing")
  func entities() throws {
    #expect(throws: Diagnostic.self) {
      try Workbooks.table(rows: "<row><c t=\"str\"><v>&x;</v></c></row>")
    }
    let rows =
      "<row r=\"99999999999999999999\"><c r=\"ZZZZZZZZZZZZZZZZZZ1\" s=\"99999999999\"><v>1</v></c>"
      + "<c r=\"A1\" t=\"s\"><v>99999999999999999999</v></c><c r=\"B1\"><v>2</v></c></row>"
    #expect(try Workbooks.table(rows: rows) == [["", "2"]])
  }

  @Test(
    "files of other office programs are named",
    arguments: [
      (["xl/workbook.bin"], ".xlsb"), (["mimetype", "content.xml"], ".ods"),
    ]
  )
  func others(parts: [String], name: String) throws {
    try Workbooks.withPath { path in
      var zip = ZipFile()
      for part in parts { zip.add(part, "application/vnd.oasis.opendocument.spreadsheet") }
      try zip.write(to: path)
      let failure = #expect(throws: Diagnostic.self) { try OpenedInput(path: path) }
      #expect(failure?.code == .formatUnsupported)
      #expect(failure?.message.contains(name) == true)
    }
  }

  @Test("a zip that is no workbook stays what it is")
  func otherZip() throws {
    try Workbooks.withPath { path in
      var zip = ZipFile()
      zip.add("responses.csv", "id,nps,comment\n1,9,Lovely lamp\n")
      try zip.write(to: path)
      #expect(try OpenedInput(path: path).decision.format == .delimited)
    }
  }

  @Test(
    "OLE files are told apart by their streams",
    arguments: [
      ("EncryptedPackage", OLEFile.protectedPackage), ("Workbook", .workbook), ("Book", .workbook),
      ("WordDocument", .document), ("Something", .other),
    ]
  )
  func ole(stream: String, kind: OLEFile) {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += Array(repeating: 0, count: 1024 - bytes.count)
    for name in ["Root Entry", stream] {
      var entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let size = entry.count + 2
      entry += Array(repeating: 0, count: 64 - entry.count)
      entry += [UInt8(size), 0, 2] + Array(repeating: 0, count: 61)
      bytes += entry
    }
    #expect(OLEFile(bytes) == kind)
    for count in [0, 8, 600, 1100, bytes.count - 1] { _ = OLEFile(Array(bytes.prefix(count))) }
    let location = SourceLocation(file: "a.xlsx")
    let code: DiagnosticCode = kind == .protectedPackage ? .workbookProtected : .formatUnsupported
    #expect(kind.diagnostic(at: location).code == code)
  }

  static let codes: Set<DiagnosticCode> = [
    .workbookDamaged, .archiveUnusable, .fileEmpty, .workbookTooLarge, .workbookProtected,
  ]

  @Test("damaged bytes are refused or read, never a trap", arguments: SeededGenerator.seeds(4))
  func damagedBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let names = ["bewertungen.xlsx", "hostile-places.xlsx", "qualtrics.xlsx", "two-sheets.xlsx"]
    let source = try Workbooks.fixture(names[Int(seed) % names.count])
    let whole = try Array(Data(contentsOf: URL(filePath: source)))
    let archive = try ArchiveReader(path: source)
    let parts = try archive.names.map { try ($0, archive.bytes(of: $0)) }
    try Workbooks.withPath { path in
      for round in 0..<40 {
        if round % 4 == 0 {
          try Data(Self.damaged(whole, &random)).write(to: URL(filePath: path))
        } else {
          // Within a part, so that the archive itself stays whole.
          let hit = Int.random(in: 0..<parts.count, using: &random)
          var zip = ZipFile()
          for (index, part) in parts.enumerated() {
            zip.add(part.0, index == hit ? Self.damaged(part.1, &random) : part.1)
          }
          try zip.write(to: path)
        }
        if let code = Workbooks.failure(path) { #expect(Self.codes.contains(code), "\(code)") }
        _ = try? Workbooks.items(path)
      }
    }
  }

  private static func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0...(random.next() % 6) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch random.next() % 4 {
      case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes[at] = Array("<>\"/&=0123456789-.ersAt".utf8).randomElement(using: &random) ?? 0
      case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int(random.next() % 40)))
      default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 60)], at: at)
      }
    }
    if random.next() % 6 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count + 1))) }
    return bytes
  }
}
