import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Gzip files")
struct GzipFileTests {
  /// `id,nps,comment` and one row.
  private static let bytes =
    Data(
      base64Encoded:
        "H4sIAAAAAAACA8tM0ckrKNZJzs/NTc0r4TLUsdTxyS9LzalUyEnMLVAoyUgtSuUCAB8Lt0wlAAAA"
    ) ?? Data()

  private static func written(_ bytes: Data, _ name: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name)
    try bytes.write(to: file)
    return file.path
  }

  private static func texts(_ path: String) throws -> (format: InputFormat, texts: [String?]) {
    var input = try OpenedInput(path: path)
    var texts: [String?] = []
    while let item = try input.reader.next() {
      if case .record(let record) = item { texts.append(record.text) }
    }
    return (input.decision.format, texts)
  }

  @Test("are read as what is inside", arguments: ["june.csv.gz", "june.GZ", "june"])
  func inside(name: String) throws {
    let path = try Self.written(Self.bytes, name)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let read = try Self.texts(path)
    #expect(read.format == .delimited)
    #expect(read.texts == ["Lovely lamp there"])
  }

  @Test("that are cut off are named, at whatever byte", arguments: [3, 12, 31, 44])
  func cutOff(length: Int) throws {
    let path = try Self.written(Self.bytes.prefix(length), "june.csv.gz")
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect {
      _ = try Self.texts(path)
    } throws: { error in
      (error as? Diagnostic)?.code == .archiveUnusable
    }
  }

  @Test("every format that a report may name stands in its schema", arguments: InputFormat.allCases)
  func schema(format: InputFormat) throws {
    let schema = try #require(Schema.named("ingest.report.v1")).json
    #expect(schema.contains("\"\(format.rawValue)\""))
  }
}
