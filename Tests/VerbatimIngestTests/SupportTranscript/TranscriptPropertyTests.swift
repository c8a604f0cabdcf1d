import Foundation
import Testing

internal import VerbatimCore
internal import VerbatimIngest
internal import VerbatimText

@Suite("Transcripts of any bytes")
struct TranscriptPropertyTests {
  private static let shared = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/samples").standardized

  private static let isHere = FileManager.default.fileExists(atPath: shared.path)

  private static let texts = [
    "WEBVTT\r\n\r\nNOTE id=1\r\n\r\n1\r\n00:00.000 --> 00:01.000\r\n<v Anna>é &amp; <i>x</i>\r\n\r\n"
      + "00:01.000 --> 00:02.000\r\n<v Agent>ok\r\n",
    "# id=1 order=2\n[10:00] Anna: é\nmore\n[10:01] Agent: ok\n\n# id=2\n[11:00] Customer: x\n",
    "[{\"id\": 1, \"turns\": [[\"customer\", \"é\\n\"], [\"agent\", \"ok\"]]},\r\n {\"x\": 1}]\n",
    "1\r\n00:00:01,000 --> 00:00:02,000\r\n[Anna] {\\an8}é <i>x\r\n\r\n2\r\nlost\r\n",
    "[1/2/26, 10:14:33 AM] Anna: é: x\nmore\n\u{200E}[13/2/26, 0:14 p. m.] Agent: image omitted\n",
    "{\"id\": 1, \"turns\": [[\"customer\", \"é\"]]}\n{\"turns\": [{\"role\": \"user\", \"text\": \"x\"}]}\n",
  ]

  private static func read(_ source: TextSource, _ reader: Int) throws -> [ReadItem] {
    switch reader {
    case 0: try Transcripts.items(WebVTTReader(source))
    case 1: try Transcripts.items(SpeakerLogReader(source))
    case 3: try Transcripts.items(SRTReader(source))
    case 4: try Transcripts.items(WhatsAppReader(source))
    default: try Transcripts.items(ConversationJSONReader(source))
    }
  }

  @Test("blocks of any size give the same items", arguments: [0, 1, 2])
  func blocks(reader: Int) throws {
    for text in Self.texts {
      // Past the head the blocks reach the reader as they are.
      let bytes = Array(String(repeating: text, count: 1200).utf8)
      let whole = try Self.read(Transcripts.source(bytes, blocksOf: bytes.count), reader)
      for size in [4093, 7, 1] {
        #expect(try Self.read(Transcripts.source(bytes, blocksOf: size), reader) == whole)
      }
    }
  }

  @Test("a file cut at any byte gives items or a diagnostic", arguments: 0...4)
  func cuts(reader: Int) throws {
    for text in Self.texts {
      let bytes = Array(text.utf8)
      for end in 0...bytes.count {
        let source = try TextSource(path: "cut", bytes: Array(bytes[..<end]))
        do {
          _ = try Self.read(source, reader)
        } catch let error as Diagnostic {
          #expect(!error.message.isEmpty)
        }
      }
    }
  }

  @Test("any bytes give items or a diagnostic", arguments: 0...4)
  func anyBytes(reader: Int) throws {
    let pieces =
      [
        "WEBVTT", "\n", "\r", "\n\n", "00:00.000", " --> ", "<v ", "</v>", ">", "&", "#", ";", "[",
        "]",
        "(", ")", "{", "}", "\"", "\\", ":", ",", " ", "# ", "=", "id", "Anna", "Agent", "10:00",
        "AM",
        "-", "***", "\0", "é", "\u{301}", "12/31/2026", ",000", "1/2/26, ", "- ", "\u{200E}",
        "99999999999999999999", "turns", "=== ",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3]]
    var state: UInt64 = 0x5EED
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += pieces[Int(state >> 33) % pieces.count]
      }
      do {
        _ = try Self.read(TextSource(path: "any", bytes: bytes), reader)
      } catch let error as Diagnostic {
        #expect(!error.message.isEmpty)
      }
    }
  }

  @Test("the sample captions are read to their end", .enabled(if: isHere))
  func samples() throws {
    let folder = Self.shared.appending(path: "webvtt")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var records = 0
    for name in names where name.hasSuffix(".vtt") {
      let source = try TextSource(path: folder.appending(path: name).path)
      let items = try Transcripts.items(WebVTTReader(source))
      #expect(!items.isEmpty)
      records += items.records.count
    }
    #expect(names.count > 50)
    // None of them names a customer.
    #expect(records == 0)
  }

  @Test("the sample dialogues become records", .enabled(if: isHere))
  func dialogues() throws {
    let source = try TextSource(path: Self.shared.appending(path: "dialogue/abcd_sample.json").path)
    let items = try Transcripts.items(ConversationJSONReader(source))
    #expect(items.count == 3)
    let record = try #require(items.records.first)
    #expect(record.source.nativeID == "3592")
    #expect(record.orderID == "3348917502")
    #expect(record.product.name == "michael_kors jeans")
    #expect(record.dims == ["flow": "product_defect", "subflow": "return_size"])
    #expect(record.turns.first?.text == "Hi!\nHow can I help you?")
    #expect(Set(record.turns.map(\.role)) == [.agent, .customer, .system])
  }
}
