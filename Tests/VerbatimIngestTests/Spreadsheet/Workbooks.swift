import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

/// Workbooks for tests: the fixtures, and such as are made of a sheet's cells.
enum Workbooks {
  static func fixture(_ name: String) throws -> String {
    try #require(PackageRoot.url()).appending(path: "corpora/formats/xlsx/\(name)").path
  }

  static func table(_ path: String) throws -> [[String]] {
    var reader = try SpreadsheetReader(path: path)
    var record = TableRecord()
    var rows: [[String]] = []
    while try reader.next(into: &record) { rows.append(record.fields) }
    return rows
  }

  /// The code of the diagnostic that stops a file; nil when it is read to its end.
  static func failure(_ path: String) -> DiagnosticCode? {
    do {
      _ = try table(path)
      return nil
    } catch {
      return (error as? Diagnostic)?.code
    }
  }

  /// Every item of a file as the program opens it.
  static func items(_ path: String) throws -> (schema: SurveySchema?, items: [ReadItem]) {
    var input = try OpenedInput(path: path)
    var items: [ReadItem] = []
    while let item = try input.reader.next() { items.append(item) }
    return (input.schema, items)
  }

  /// Lends a path that is free, and removes what stands there afterwards.
  static func withPath<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "verbatim-\(UInt64.random(in: 0 ... .max)).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The parts of a workbook around its sheets, each with a name and a state.
  static func package(
    _ sheets: [(name: String, state: String)] = [("Sheet1", "visible")],
    strings: String? = nil,
    formats: [String] = [],
    is1904: Bool = false
  ) -> ZipFile {
    var zip = ZipFile()
    var list = ""
    var targets = ""
    for (index, sheet) in sheets.enumerated() {
      list += "<sheet name=\"\(sheet.name)\" state=\"\(sheet.state)\" r:id=\"r\(index)\"/>"
      targets +=
        "<Relationship Id=\"r\(index)\" Type=\"\(types)/worksheet\" Target=\"s\(index).xml\"/>"
    }
    let base = is1904 ? "<workbookPr date1904=\"1\"/>" : ""
    zip.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(types)\">\(base)<sheets>\(list)</sheets></workbook>"
    )
    targets += "<Relationship Id=\"t\" Type=\"\(types)/styles\" Target=\"/xl/styles.xml\"/>"
    if let strings {
      targets += "<Relationship Id=\"u\" Type=\"\(types)/sharedStrings\" Target=\"./strings.xml\"/>"
      zip.add("xl/strings.xml", "<sst>\(strings)</sst>")
    }
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships>\(targets)</Relationships>")
    var codes = ""
    var styles = "<xf numFmtId=\"0\"/>"
    for (index, format) in formats.enumerated() {
      let code = format.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
      codes += "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(code)\"/>"
      styles += "<xf numFmtId=\"\(200 + index)\"/>"
    }
    zip.add(
      "xl/styles.xml",
      "<styleSheet><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs>\(styles)</cellXfs></styleSheet>"
    )
    return zip
  }

  /// A sheet's part around its rows.
  static func sheet(_ rows: String) -> String {
    "<worksheet xmlns=\"\(namespace)\"><sheetData>\(rows)</sheetData></worksheet>"
  }

  /// The rows of a workbook with one sheet.
  static func table(
    rows: String,
    strings: String? = nil,
    formats: [String] = [],
    is1904: Bool = false
  ) throws -> [[String]] {
    try withPath { path in
      var zip = package(strings: strings, formats: formats, is1904: is1904)
      zip.add("xl/s0.xml", sheet(rows))
      try zip.write(to: path)
      return try table(path)
    }
  }

  /// A row of texts.
  static func row(_ texts: [String]) -> String {
    "<row>" + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
  }
}
