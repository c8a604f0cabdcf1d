import Testing
import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

/// Inputs that broke a promise of a reader, as `make fuzz` found them, made small and rewritten.
@Suite("What the fuzzer found")
struct FuzzFindingTests {
  private static func items(_ bytes: [UInt8], as format: InputFormat) throws -> [ReadItem] {
    var options = OpenedInput.Options()
    options.format = format
    let source = try TextSource(path: "found", bytes: bytes)
    return try Transcripts.items(OpenedInput(source, options: options).reader)
  }

  /// Behind a byte without meaning, which is read as three, a place in the stream is none in the
  /// file; the last row of these was said to begin behind its end.
  @Test("places in a file with bytes without meaning", arguments: [InputFormat.delimited, .ndjson])
  func offsets(format: InputFormat) throws {
    let rows =
      format == .delimited
      ? ["id,comment\n", "1,the lid \u{FFFD} leaks\n", "2,fine\n"]
      : ["{\"text\": \"the lid \u{FFFD} leaks\"}\n", "{\"text\": \"fine\"}\n"]
    // Bytes that no encoding but UTF-8 with a mark can have here, one lost.
    let bytes =
      [0xEF, 0xBB, 0xBF]
      + rows.joined().split(separator: "\u{FFFD}", omittingEmptySubsequences: false)
      .map { Array($0.utf8) }.joined(separator: [0xFF, 0xFF, 0xFF, 0xFF])
    let records = try Self.items(bytes, as: format).records
    #expect(records.count == 2)
    #expect(records.allSatisfy { $0.source.byte == nil })
    let whole = try Self.items(bytes.map { $0 == 0xFF ? 0x78 : $0 }, as: format).records
    #expect(whole.count == 2)
    #expect(whole.allSatisfy { ($0.source.byte ?? .max) < bytes.count })
  }
}
