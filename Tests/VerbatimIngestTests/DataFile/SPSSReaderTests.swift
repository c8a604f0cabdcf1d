import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("SPSS data files")
struct SPSSReaderTests {
  static func fixture(_ name: String) throws -> String {
    try #require(PackageRoot.url()).appending(path: "corpora/formats/spss/\(name)").path
  }

  static func table(_ path: String) throws -> [[String]] {
    var reader = try SPSSReader(path: path)
    var record = TableRecord()
    var rows: [[String]] = []
    while try reader.next(into: &record) { rows.append(record.fields) }
    return rows
  }

  @Test(
    "questions, choices, and what is no answer",
    arguments: ["panel.sav", "panel.zsav"]
  )
  func panel(name: String) throws {
    var reader = try SurveyExportReader(SPSSReader(path: Self.fixture(name)))
    var records: [FeedbackRecord] = []
    var rejects: [Diagnostic] = []
    while let item = try reader.next() {
      switch item {
      case .record(let record): records.append(record)
      case .reject(let diagnostic): rejects.append(diagnostic)
      case .warning: break
      }
    }
    #expect(records.count == 4)
    #expect(rejects.isEmpty)
    #expect(
      records.map(\.text) == [
        "The lid fits well and nothing drips",
        "Grün statt grau geliefert, und der Griff ist lose", "no answer", nil,
      ]
    )
    // 99 and −8 are declared missing; the 0 of a detractor is an answer.
    #expect(records.map { $0.ratings.map(\.value) } == [[9, 5], [2, 1], [3], [0]])
    #expect(records.allSatisfy { $0.source.format == "spss" && $0.source.kind == .survey })
    let satisfaction = records.map { record in
      record.answers.first { $0.question == "Overall satisfaction" }
    }
    #expect(satisfaction.map(\.?.value) == ["5", "1", "3", "-8"])
    #expect(
      satisfaction.map(\.?.text) == ["Very satisfied", "Very dissatisfied", nil, "Not applicable"]
    )
    let moments = records.map { record in
      record.answers.first { $0.question == "Date of the answer" }?.value
    }
    #expect(moments == ["2026-08-03T09:15:00", "2026-08-04T18:02:30", "2026-08-05T00:00:00", nil])
  }

  @Test("a file that is cut off, or is none, is named")
  func damaged() throws {
    let failure = #expect(throws: Diagnostic.self) {
      try Self.table(Self.fixture("cut-off.sav"))
    }
    #expect(failure?.code == .dataFileDamaged)
    let none = #expect(throws: Diagnostic.self) { try Self.table(#filePath) }
    #expect(none?.code == .dataFileDamaged)
  }

  /// What pyreadstat 1.2 reads in the samples: rows, columns, and the cells of a row.
  static let samples: [(file: String, rows: Int, row: Int, cells: [String])] = [
    ("haven_labelled-num-na.sav", 2, 0, ["1"]),
    ("haven_labelled-str.sav", 2, 1, ["F"]),
    ("haven_umlauts.sav", 4, 3, ["3"]),
    ("hebrews.sav", 99, 3, ["35"]),
    ("ordered_category.sav", 4, 1, ["2"]),
    (
      "sample.sav", 5, 1,
      ["b", "1.2", "1880-05-06", "1880-05-06T10:10:10", "2", "2", "23:10:10"]
    ),
    ("sample.zsav", 5, 4, ["e", "1000.3", "", "", "1", "1", ""]),
    (
      "simple_alltypes.sav", 6, 2,
      [
        "3", "1950-12-24", "1.234", "reg-green-blue-whatever", "0", "1", "0", "b", "c", "d",
        "2014-12-15", "2014-10-01",
      ]
    ),
    ("test_width.sav", 5, 2, ["R_001AFk53LGl8w9T", "2020-07-17 08:45:48", "2014", "2"]),
  ]

  @Test(
    "agrees with pyreadstat on the samples",
    .enabled(if: Shared.has("samples/spss-sav"), "../shared is not here"),
    arguments: samples
  )
  func sample(file: String, rows: Int, row: Int, cells: [String]) throws {
    let path = try #require(Shared.url("samples/spss-sav/\(file)")).path
    let table = try Self.table(path)
    #expect(table.count == rows)
    #expect(table[row] == cells)
  }

  @Test("damaged bytes are refused or read, never a trap")
  func fuzz() throws {
    let bytes = try Array(Data(contentsOf: URL(filePath: Self.fixture("panel.sav"))))
    var random = SeededGenerator(seed: 20)
    let path = FileManager.default.temporaryDirectory
      .appending(path: "verbatim-\(UInt64.random(in: 0 ... .max)).sav").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0...(random.next() % 4) {
        damaged[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      if random.next() % 4 == 0 { damaged.removeLast(Int(random.next() % UInt64(bytes.count))) }
      try Data(damaged).write(to: URL(filePath: path))
      do {
        let rows = try Self.table(path)
        #expect(rows.count <= SPSSReader.block)
      } catch {
        #expect((error as? Diagnostic)?.code == .dataFileDamaged)
      }
    }
  }
}
