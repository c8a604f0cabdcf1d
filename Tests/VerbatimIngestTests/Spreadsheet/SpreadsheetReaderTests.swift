import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("Spreadsheets")
struct SpreadsheetReaderTests {
  @Test(
    "every row of a fixture is a record or a reject, the same twice",
    arguments: [
      ("microsoft-forms-en.xlsx", 4, 1), ("microsoft-forms-de.xlsx", 3, 0),
      ("qualtrics.xlsx", 2, 1),
      ("bewertungen.xlsx", 4, 0), ("two-sheets.xlsx", 2, 0), ("hostile-places.xlsx", 6, 0),
    ]
  )
  func reconciles(name: String, records: Int, rejects: Int) throws {
    let (_, items) = try Workbooks.items(Workbooks.fixture(name))
    let found = items.reduce(into: (records: 0, rejects: 0)) { counts, item in
      switch item {
      case .record: counts.records += 1
      case .reject: counts.rejects += 1
      case .warning: break
      }
    }
    #expect(found == (records, rejects))
    #expect(try Workbooks.items(Workbooks.fixture(name)).items == items)
  }

  private func records(_ name: String) throws -> [FeedbackRecord] {
    try Workbooks.items(Workbooks.fixture(name)).items.compactMap {
      if case .record(let record) = $0 { record } else { nil }
    }
  }

  private func warnings(_ name: String) throws -> [Diagnostic] {
    try Workbooks.items(Workbooks.fixture(name)).items.compactMap {
      if case .warning(let warning) = $0 { warning } else { nil }
    }
  }

  @Test("Microsoft Forms, English and newer")
  func forms() throws {
    let records = try records("microsoft-forms-en.xlsx")
    #expect(records.map { $0.ratings.first?.value } == [9, 2, 0, 7])
    #expect(records[3].text == "Delivery took ten days\nand the box was torn")
    #expect(records[1].source.path == "Sheet1!A3")
    #expect(records[1].source.line == 3)
    #expect(records.allSatisfy { $0.source.format == "xlsx" })
    #expect(try warnings("microsoft-forms-en.xlsx").isEmpty)
  }

  @Test("Microsoft Forms, German: neither the summary nor the hidden sheet")
  func hidden() throws {
    let records = try records("microsoft-forms-de.xlsx")
    #expect(records[1].text == "Der Schalter klemmt seit dem zweiten Tag")
    #expect(records[2].source.path == "Form1!A4")
    #expect(try warnings("microsoft-forms-de.xlsx").isEmpty)
  }

  @Test("Qualtrics, its three header records in a sheet")
  func qualtrics() throws {
    let (schema, _) = try Workbooks.items(Workbooks.fixture("qualtrics.xlsx"))
    #expect(schema?.dialect == .qualtrics)
    #expect(schema?.headerRecords == 3)
    let records = try records("qualtrics.xlsx")
    #expect(records.map(\.source.nativeID) == ["R_2aB4cD6eF8gH0iJ", "R_1kL3mN5oP7qR9sT"])
    // 09:15:01 in Berlin, in summer.
    #expect(records[0].occurredAt?.description == "2026-08-03T07:15:01Z")
  }

  @Test("a sheet by hand: title rows, dates, leading zeros, an error cell")
  func byHand() throws {
    let rows = try Workbooks.table(Workbooks.fixture("bewertungen.xlsx"))
    #expect(rows[0] == ["Datum", "Artikelnummer", "Sterne", "Bewertung", "Preis", "Filiale"])
    #expect(
      rows[1] == ["2026-07-01", "000815", "5", "Super Pfanne, nichts klebt an", "39.9", "Köln"]
    )
    #expect(rows[3] == ["2026-08-02", "000815", "4", "Gut, aber etwas schwer", "", "Köln"])
    #expect(rows.count == 5)
    let warnings = try warnings("bewertungen.xlsx")
    #expect(warnings.map(\.code) == [.titleRows, .cellUnreadable])
    #expect(warnings[0].location.line == 4)
    #expect(warnings[1].location.line == 9)
    #expect(warnings[1].message.contains("#N/A"))
  }

  @Test("of two sheets with data the one with feedback is read, and that is told")
  func choice() throws {
    let records = try records("two-sheets.xlsx")
    #expect(records.map(\.text) == ["Nice kettle, pours well", "It leaks at the spout"])
    #expect(records[0].source.path == "'Q3 reviews'!A2")
    let warnings = try warnings("two-sheets.xlsx")
    #expect(warnings.map(\.code) == [.sheetChosen])
    #expect(warnings.first?.message.contains("`Stores`") == true)
  }

  @Test("cells without places, out of order, twice, or pointing nowhere")
  func places() throws {
    let rows = try Workbooks.table(Workbooks.fixture("hostile-places.xlsx"))
    #expect(
      rows == [
        ["id", "rating", "review"], ["1", "5", "the lid leaks"], ["2", "", "it is fine"],
        ["3", "1", ""], ["4", "2", "the lid leaks"],
        ["123456789012345678", "3", " tab\tand _x0041_ "],
        ["123456789012340000", "4.1", "rich text"],
      ]
    )
    let codes = try warnings("hostile-places.xlsx").map(\.code)
    #expect(codes == [.cellUnreadable, .cellUnreadable, .spreadsheetDamage])
  }

  @Test(
    "a sheet by its purpose",
    arguments: [
      ("Summary", "visible", false), ("Read me", "visible", false), ("README", "visible", false),
      ("Übersicht", "visible", false), ("Data", "hidden", false), ("Data", "veryHidden", false),
      ("Data", "visible", true), ("Summary of complaints", "visible", true),
    ]
  )
  func purpose(name: String, state: String, isRead: Bool) throws {
    try Workbooks.withPath { path in
      var zip = Workbooks.package([(name, state), ("Answers", "visible")])
      zip.add("xl/s0.xml", Workbooks.sheet(Workbooks.row(["a", "b"]) + Workbooks.row(["1", "2"])))
      zip.add("xl/s1.xml", Workbooks.sheet(Workbooks.row(["c", "d"]) + Workbooks.row(["3", "4"])))
      try zip.write(to: path)
      #expect(try Workbooks.table(path)[0] == (isRead ? ["a", "b"] : ["c", "d"]))
    }
  }

  @Test("the only sheet is read, whatever its name and state", arguments: ["visible", "hidden"])
  func onlySheet(state: String) throws {
    try Workbooks.withPath { path in
      var zip = Workbooks.package([("Info", state), ("Empty", "visible")])
      zip.add("xl/s0.xml", Workbooks.sheet(Workbooks.row(["a", "b"]) + Workbooks.row(["1", "2"])))
      zip.add("xl/s1.xml", Workbooks.sheet(""))
      try zip.write(to: path)
      let reader = try SpreadsheetReader(path: path)
      #expect(reader.sheet == "Info")
      #expect(reader.notes.map(\.code) == (state == "hidden" ? [.sheetChosen] : []))
    }
  }

  @Test(
    "a number is a date by its format code alone",
    arguments: [
      ("yyyy-mm-dd", "2021-01-01"), ("[$-409]mmmm\" \"d", "2021-01-01"),
      ("dd.mm.yyyy hh:mm", "2021-01-01T00:00:00"), ("General", "44197"), ("Standard", "44197"),
      ("#,##0.00 \"days\"", "44197"), ("0\\d", "44197"), ("[Red]0", "44197"), ("0_d", "44197"),
      ("0.00E+00", "44197"), ("[h]:mm", "1060728:00:00"), ("@", "44197"), ("00000000", "00044197"),
      ("0;yyyy", "44197"), ("\"R&D\" 0", "44197"), ("mmm", "2021-01-01"),
    ]
  )
  func formats(code: String, text: String) throws {
    let rows = "<row><c s=\"1\"><v>44197</v></c></row>"
    #expect(try Workbooks.table(rows: rows, formats: [code]) == [[text]])
  }

  @Test(
    "dates at the edges",
    arguments: [
      ("1", false, "1900-01-01"), ("59", false, "1900-02-28"), ("60", false, "1900-02-29"),
      ("61", false, "1900-03-01"), ("0", true, "1904-01-01"), ("60", true, "1904-03-01"),
      ("2958465", false, "9999-12-31"), ("2958466", false, "2958466"), ("-1", false, "-1"),
      ("0.5", false, "12:00:00"), ("44197.42372685185", false, "2021-01-01T10:10:10"),
      ("44197.999999", false, "2021-01-02"), ("soon", false, "soon"), ("1e400", false, "1e400"),
    ]
  )
  func dates(value: String, is1904: Bool, text: String) throws {
    let rows = "<row><c s=\"1\"><v>\(value)</v></c></row>"
    #expect(try Workbooks.table(rows: rows, formats: ["d/m/yy"], is1904: is1904) == [[text]])
  }

  @Test(
    "numbers are as short as they read back",
    arguments: [
      ("12", "12"), ("12.0", "12"), ("0.10000000000000001", "0.1"), ("1E3", "1000"),
      ("-0.5", "-0.5"),
      ("4.0999999999999996", "4.1"), ("00012", "12"), ("9007199254740993", "9007199254740993"),
      ("1.2345678901234566E+17", "1.2345678901234566e+17"), ("1.2345E+17", "123450000000000000"),
      ("1E-7", "1e-07"), (" 7\n", "7"),
    ]
  )
  func numbers(value: String, text: String) throws {
    #expect(try Workbooks.table(rows: "<row><c><v>\(value)</v></c></row>") == [[text]])
  }

  @Test(
    "escapes of characters",
    arguments: [
      ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_xD83D__xDE00_", "😀"),
      ("_xZZZZ_", "_xZZZZ_"),
      ("_x00", "_x00"), ("__x0041_", "_A"), ("_xD83D_", "\u{FFFD}"),
      ("snake_x_case", "snake_x_case"),
    ]
  )
  func escapes(text: String, resolved: String) {
    var bytes = Array(("_x0041_" + text).utf8)
    EscapedText.resolve(&bytes, from: 7)
    #expect(String(decoding: bytes, as: UTF8.self) == "_x0041_" + resolved)
  }

  @Test(
    "targets of parts",
    arguments: [
      ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"), ("/xl/a.xml", "xl/a.xml"),
      ("../b.xml", "b.xml"), ("../../../b.xml", "b.xml"), (".\\c.xml", "xl/c.xml"),
    ]
  )
  func targets(target: String, part: String) {
    #expect(Relationships.resolved(target, in: "xl/") == part)
  }
}
