import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Files inside archives")
struct ArchivedFileTests {
  private static func fixture(_ name: String) throws -> String {
    try #require(PackageRoot.url()).appending(path: "corpora/formats/\(name)").path
  }

  private static func texts(_ path: String) throws -> [String?] {
    var input = try OpenedInput(path: path)
    var texts: [String?] = []
    while let item = try input.reader.next() {
      if case .record(let record) = item { texts.append(record.text) }
    }
    return texts
  }

  @Test("are listed by name when there are several that may hold feedback")
  func several() throws {
    let path = try Self.fixture("archives/two-tables.zip")
    let files = ["june/june.csv", "may.csv", "notes.html"].map { "\(path)/\($0)" }
    #expect(ArchivedFile.paths(in: path) == files)
  }

  @Test(
    "are not listed where the file is one input",
    arguments: ["archives/one-table.zip", "xlsx/two-sheets.xlsx", "slack", "typeform/current.csv"]
  )
  func one(name: String) throws {
    #expect(ArchivedFile.paths(in: try Self.fixture(name)).isEmpty)
  }

  @Test("are read by their path")
  func path() throws {
    let path = try Self.fixture("archives/two-tables.zip")
    #expect(try Self.texts("\(path)/may.csv") == ["The lid fits", "The hinge squeaks"])
    #expect(try Self.texts("\(path)/june/june.csv") == ["Hinge came loose"])
    #expect(try Self.texts(Self.fixture("archives/one-table.zip")) == ["The lid fits"])
  }

  @Test("that are not there are named")
  func missing() throws {
    let path = try Self.fixture("archives/two-tables.zip") + "/july.csv"
    #expect(throws: Diagnostic.self) { _ = try OpenedInput(path: path) }
    #expect(ArchivedFile(path: "nowhere.zip/july.csv") == nil)
  }
}
