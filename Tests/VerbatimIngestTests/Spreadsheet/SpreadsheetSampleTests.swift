import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

/// The samples against what openpyxl 3.1 reads in them, checked by hand where it differs.
///
/// | File | openpyxl | here | why |
/// |---|---|---|---|
/// | calamine_empty_s_attribute | fails | read | an empty `s` is no style |
/// | calamine_strict_iso_paths | no sheet | 76 rows | the strict namespace is read |
/// | calamine_has_x000D_ | `_x000D_` | a carriage return | the escape is resolved |
/// | readxl_dates-leap-year-1900 | 28 February | 29 February 1900 | what the sheet shows; no reader of dates takes it |
/// | calamine_errors | formulas | empty, V1125 | an error is no answer |
/// | all | formulas | their values | a sheet is read as it was shown |
/// | all | empty rows | passed over | they are no records |
@Suite(
  "Spreadsheet samples",
  .enabled(if: Shared.has("samples/xlsx"), "../shared is not here")
)
struct SpreadsheetSampleTests {
  struct Sample: CustomTestStringConvertible {
    var file: String
    var sheet: String
    var rows: Int
    var columns: Int
    /// Rows from the first that is read, by place.
    var cells: [Int: [String]]
    var notes: [DiagnosticCode] = []
    var faults = 0

    init(
      _ file: String,
      _ sheet: String,
      _ rows: Int,
      _ columns: Int,
      _ cells: [Int: [String]],
      notes: [DiagnosticCode] = [],
      faults: Int = 0
    ) {
      self.file = file
      self.sheet = sheet
      self.rows = rows
      self.columns = columns
      self.cells = cells
      self.notes = notes
      self.faults = faults
    }

    var testDescription: String { file }
  }

  static let requirement = [
    0: ["NN", "Hierarchy", "", "Outline Number", "ID", "Name", "Type", "Description"],
    1: ["1", "+", "", "1.", "RQ11610", "requirement", "Textual Requirement", "test"],
  ]

  static let days = [0: ["2021-01-01", "15"], 1: ["2021-01-02", "16"], 2: ["255:10:10", "17"]]

  static let samples: [Sample] = [
    Sample("calamine_date", "Sheet1", 3, 2, days),
    Sample("calamine_date_1904", "Sheet1", 3, 2, days),
    Sample(
      "calamine_date_iso",
      "Sheet",
      6,
      1,
      [0: ["2021-01-01"], 1: ["2021-01-01T10:10:10"], 2: ["10:10:10"]]
    ),
    Sample(
      "calamine_date_quoted_format",
      "Sheet1",
      4,
      1,
      [0: ["2021-01-01"], 1: ["2021-01-01"], 2: ["2021-01-01"], 3: ["2021-01-01"]]
    ),
    Sample(
      "calamine_empty_s_attribute",
      "Sheet1",
      5,
      2,
      [0: ["Name", "Value"], 1: ["John", "1"], 4: ["Sam", "4"]]
    ),
    Sample("calamine_empty_shared_string", "Sheet1", 1, 1, [0: ["abc"]]),
    Sample("calamine_encoded_entities", "Sheet1", 2, 1, [0: ["&"], 1: ["\n"]]),
    Sample("calamine_errors", "Feuil1", 7, 0, [0: []], faults: 7),
    Sample("calamine_has_x000D_", "Sheet1", 1, 1, [0: ["ABC\r\nDEF"]]),
    Sample(
      "calamine_header-row",
      "Sheet1",
      2,
      4,
      [0: ["Columns", "Column A", "Column B", "Column C"], 1: ["put data here", "1", "2", "3"]],
      notes: [.titleRows]
    ),
    Sample(
      "calamine_hyperlinks",
      "Links",
      8,
      2,
      [0: ["calamine repo", "mail link"], 1: ["Rust Programming Language", ""]]
    ),
    Sample(
      "calamine_inlineStr_cdata",
      "Sheet1",
      2,
      2,
      [0: ["Hello CDATA", "World"], 1: ["12345", "NormalText"]]
    ),
    Sample("calamine_inlineStr_with_value", "Requirements", 2, 8, requirement),
    Sample(
      "calamine_merge_cells",
      "Sheet1",
      2,
      3,
      [0: ["Row Merge", "", "Not Merged"], 1: ["Column Merge", "Chunk Merged", ""]]
    ),
    Sample(
      "calamine_merged_range",
      "Sheet1",
      3,
      8,
      [
        0: ["A1", "B1", "C1", "", "E1", "F1", "G1", "H1"],
        1: ["A3", "B3", "C3", "", "E3", "F3", "G3", "H3"],
      ],
      notes: [.sheetChosen]
    ),
    Sample(
      "calamine_richtext-after-plain",
      "Sheet1",
      2,
      4,
      [1: ["tvalrval1rval2", "rval1rval2", "rval1rval2", "rval1rval2"]]
    ),
    Sample(
      "calamine_richtext-namespaced",
      "Sheet1",
      1,
      8,
      [
        0: [
          "inline string\nLine 2\nLine 3", "", "", "", "", "", "",
          "shared string\nLine 2\nLine 3",
        ]
      ]
    ),
    Sample("calamine_rph", "Sheet1", 1, 1, [0: ["課きく\u{3000}毛こ"]]),
    Sample(
      "calamine_shared_formula_bench",
      "Sheet1",
      100,
      2,
      [0: ["1", "2"], 99: ["100", "200"]]
    ),
    Sample(
      "calamine_shared_formula_reversed",
      "Sheet1",
      5,
      2,
      [4: ["5", "5"]],
      notes: [.sheetChosen]
    ),
    Sample("calamine_shared_formula_simple", "Sheet1", 3, 2, [1: ["2", "4"]]),
    Sample(
      "calamine_strict_iso_paths",
      "ml_out",
      76,
      18,
      [
        1: [
          "150-031260-001_B", "1.5", "7", "4", "5", "2", "78.46", "2153.93", "1516.12",
          "1051527.3933333333", "2190", "496.64", "2158", "244", "269.56", "12.618328720000001",
          "1577291.09", "104",
        ]
      ]
    ),
    Sample(
      "calamine_temperature-fallible",
      "Sheet1",
      5,
      3,
      [
        1: ["celsius", "22.2222", "measured"], 3: ["kelvin", "", ""],
        4: ["rankine", "N/A", "derived"],
      ]
    ),
    Sample(
      "calamine_temperature-in-middle",
      "Sheet1",
      3,
      3,
      [0: ["", "label", "value"], 2: ["", "fahrenheit", "72"]]
    ),
    Sample(
      "calamine_temperature-table",
      "Sheet1",
      3,
      2,
      [1: ["celsius", "22.2222"]],
      notes: [.sheetChosen]
    ),
    Sample("corexlsx_Dates", "Sheet1", 1, 3, [0: ["Dates", "2019-09-10", "2019-10-11"]]),
    Sample(
      "corexlsx_categories",
      "Sheet 1",
      14,
      6,
      [
        0: ["", "Item", "Name", "", "", "Amount"], 2: ["Andy", "", "", "", "", "150"],
        3: ["", "Item 1", "Andy", "", "", "10"],
      ],
      notes: [.titleRows]
    ),
    Sample(
      "corexlsx_multi-line.text.in.cell",
      "Sheet1",
      2,
      1,
      [1: ["first line\nsecond line (separated by CTRL+ALT+ENTER on macOS)\nthird line"]]
    ),
    Sample("corexlsx_root_relationships", "Sheet", 1, 3, [0: ["Hey", "This", "Is a test file"]]),
    Sample(
      "readxl_dates-leap-year-1900-xlsx",
      "for_testing",
      8,
      3,
      [
        1: ["1900-01-01T08:00:00", "1900-01-01 08:00:00", "TRUE"],
        3: ["1900-02-28T08:00:00", "1900-02-28 08:00:00", "TRUE"],
        4: ["1900-02-29T08:00:00", "1900-02-29 08:00:00", "FALSE"],
        5: ["1900-03-01T08:00:00", "1900-03-01 08:00:00", "TRUE"],
        7: ["1904-01-01T08:00:00", "1904-01-01 08:00:00", "TRUE"],
      ],
      notes: [.sheetChosen]
    ),
    Sample("readxl_inlineStr", "Requirements", 2, 8, requirement),
    Sample(
      "readxl_nonstandard-xml-ns-prefix",
      "Sheet1",
      3,
      2,
      [0: ["a", "b"], 1: ["1", "3"], 2: ["2", "4"]]
    ),
    Sample(
      "readxl_style-only-cells",
      "Data",
      4,
      5,
      [0: ["var1", "var2", "var3", "", "var5"], 1: ["val1,1", "", "aa", "", "1"]]
    ),
    Sample(
      "readxl_unnamed-duplicated-columns",
      "Sheet1",
      3,
      4,
      [0: ["", "var2", "", "var2"], 2: ["2", "b", "2.1", "bb"]]
    ),
    Sample(
      "readxl_whitespace-xlsx",
      "whitespace",
      7,
      1,
      [0: [" <-space, space-> "], 3: ["\t   \t"], 5: ["\t<-tab"]],
      notes: [.sheetChosen]
    ),
  ]

  @Test("hold what another reader finds", arguments: samples)
  func sample(_ sample: Sample) throws {
    let path = try #require(Shared.url("samples/xlsx/\(sample.file).xlsx")).path
    var reader = try SpreadsheetReader(path: path)
    #expect(reader.sheet == sample.sheet)
    #expect(reader.notes.map(\.code) == sample.notes)
    var record = TableRecord()
    var rows: [[String]] = []
    var faults = 0
    while try reader.next(into: &record) {
      rows.append(record.fields)
      faults += record.faults.count
    }
    #expect(rows.count == sample.rows)
    #expect(rows.map(\.count).max() == sample.columns)
    #expect(faults == sample.faults)
    for (index, cells) in sample.cells where index < rows.count {
      #expect(rows[index] == cells)
    }
  }

  @Test(
    "without a cell are named",
    arguments: ["calamine_empty_sheet", "corexlsx_Blank", "corexlsx_faulty_worksheet"]
  )
  func empty(file: String) throws {
    let path = try #require(Shared.url("samples/xlsx/\(file).xlsx")).path
    #expect(Workbooks.failure(path) == .fileEmpty)
  }

  @Test("of 1997 are named", arguments: ["calamine_biff5_write", "calamine_date"])
  func old(file: String) throws {
    let path = try #require(Shared.url("samples/xlsx/\(file).xls")).path
    let failure = #expect(throws: Diagnostic.self) { try OpenedInput(path: path) }
    #expect(failure?.code == .formatUnsupported)
    #expect(failure?.message.contains("Excel 97–2003") == true)
  }

  @Test("are all in the table")
  func complete() {
    let files = Shared.files(in: "samples/xlsx", ending: ".xlsx").count
    #expect(Self.samples.count + 3 == files)
  }
}
