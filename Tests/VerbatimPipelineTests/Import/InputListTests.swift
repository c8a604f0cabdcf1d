import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimPipeline

@Suite("Lists of input")
struct InputListTests {
  @Test("open an archive of several files as a folder, and keep one of one table whole")
  func archives() throws {
    let folder = try #require(PackageRoot.url()).appending(path: "corpora/formats/archives").path
    let list = InputList([folder])
    let names =
      ["one-table.zip"] + ["june/june.csv", "may.csv", "notes.html"].map { "two-tables.zip/\($0)" }
    #expect(list.files == names.map { "\(folder)/\($0)" })
    #expect(list.diagnostics.isEmpty)
    #expect(InputList(["\(folder)/two-tables.zip/may.csv"]).files.count == 1)
    #expect(InputList(["\(folder)/three.zip/may.csv"]).diagnostics.map(\.code) == [.fileMissing])
  }

  @Test("pass over files that are read with another beside them, unless they are named")
  func companions() throws {
    let folder = try #require(PackageRoot.url()).appending(path: "corpora/formats/triple-s").path
    #expect(
      InputList([folder]).files
        == ["club.xml", "hostile.xml", "kettle.sss"].map { "\(folder)/\($0)" }
    )
    #expect(InputList(["\(folder)/club.csv"]).files == ["\(folder)/club.csv"])
  }
}
