import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// The records of every sample of a table: roles as a person reads them, words and ratings as the
/// reference has them in the columns of those roles.
@Suite("Records of samples", .enabled(if: Shared.has("samples/qualtrics")))
struct SampleRecordTests {
  private static func reading(_ sample: SampleRoles) throws -> SurveyReading {
    let file = try #require(Shared.url("samples/\(sample.file)"))
    return try SurveyReading(TextSource(path: file.path))
  }

  @Test("have the roles that a person gives them", arguments: SampleRoles.all.indices)
  func roles(index: Int) throws {
    let sample = SampleRoles.all[index]
    let reading = try Self.reading(sample)
    #expect(reading.schema.headerRecords == sample.header, "\(sample.file)")
    let silent: Set<ColumnRole> = [.choice, .metadata, .unmapped]
    let found = Dictionary(grouping: reading.schema.columns.filter { !silent.contains($0.role) }) {
      $0.role
    }
    #expect(found.mapValues { $0.map { $0.index + 1 } } == sample.roles, "\(sample.file)")
  }

  @Test(
    "have the words and ratings that pandas has",
    .enabled(
      if: TableReference.python != nil,
      "no Python with pandas, openpyxl and pyreadstat, and pip cannot be reached"
    )
  )
  func words() throws {
    let files = SampleRoles.all.compactMap { Shared.url("samples/\($0.file)") }
    let reference = try TableReference.read(files)
    for sample in SampleRoles.all {
      let name = String(sample.file.split(separator: "/")[1])
      let table = try #require(reference[name]?.tables["table"])
      let rows = table.dropFirst(sample.header)
      let reading = try Self.reading(sample)
      #expect(reading.records.count == rows.count - sample.tests, "\(name)")
      #expect(reading.rejects.count == sample.tests, "\(name)")
      guard sample.tests == 0 else { continue }
      func cells(_ role: ColumnRole, _ row: [String]) -> [String] {
        // 79 of the Alexa reviews hold a blank, one the word None: neither says anything.
        (sample.roles[role] ?? []).map { row[$0 - 1] }
          .filter { !["", "None"].contains($0.trimmingCharacters(in: .whitespaces)) }
      }
      for (record, row) in zip(reading.records, rows) {
        #expect((record.text ?? "") == cells(.text, row).joined(separator: "\n\n"), "\(name)")
        #expect((record.title ?? "") == cells(.title, row).joined(), "\(name)")
        #expect(record.ratings.map(\.value) == cells(.stars, row).compactMap(Double.init))
        #expect(record.ratings.allSatisfy { $0.kind == .stars && $0.min == 1 && $0.max == 5 })
      }
    }
  }
}
