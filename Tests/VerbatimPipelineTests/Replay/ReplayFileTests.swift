import Testing
import VerbatimCore
import VerbatimPipeline
import VerbatimStore

@Suite("Replay files")
struct ReplayFileTests {
  private static let items = [
    ReplayFile.Item(
      signalID: String(repeating: "a", count: 32),
      verbatim: StoredVerbatim(
        title: "Gone",
        text: "Love it, but the plug gets really hot. Crème brûlée 👩‍🍳",
        language: "en"
      )
    ),
    ReplayFile.Item(
      signalID: String(repeating: "b", count: 32),
      verbatim: StoredVerbatim(
        turns: [
          Turn(speaker: "Customer", role: .customer, text: "The handle snapped off."),
          Turn(speaker: "Agent", role: .agent, text: "So sorry about that!"),
        ]
      )
    ),
  ]

  private static func file(_ engine: SignalEngine) -> [UInt8] {
    ReplayFile(engine).bytes(items, subject: "sku:K-1:DUR.BREAKS")
  }

  private static func refusal(_ bytes: [UInt8], _ engine: SignalEngine) -> Diagnostic? {
    do {
      _ = try ReplayFile(engine).verify(bytes, path: "replay.ndjson")
      return nil
    } catch {
      return error
    }
  }

  @Test("are verified by the engine that made them, and are the same bytes every time")
  func whole() throws {
    let engine = try SignalEngine()
    let bytes = Self.file(engine)
    #expect(try ReplayFile(engine).verify(bytes, path: "replay.ndjson") == 2)
    #expect(bytes == Self.file(try SignalEngine()))
  }

  @Test("are refused when any one byte is another")
  func everyByte() throws {
    let engine = try SignalEngine()
    let bytes = Self.file(engine)
    // Each byte would take minutes in debug; a step that shares no factor with a line meets all parts.
    for place in stride(from: 0, to: bytes.count, by: 97) {
      var changed = bytes
      changed[place] = changed[place] == UInt8(ascii: "x") ? UInt8(ascii: "y") : UInt8(ascii: "x")
      #expect(Self.refusal(changed, engine) != nil, "byte \(place)")
    }
  }

  @Test("name the first difference: the words, then the score")
  func difference() throws {
    let engine = try SignalEngine()
    let text = String(decoding: Self.file(engine), as: UTF8.self)
    let words = Self.refusal(Array(text.replacing("plug gets", with: "plug gots").utf8), engine)
    #expect(words?.code == .replayDiffers)
    #expect(words?.location.line == 2)
    #expect(words?.message.hasPrefix("words_hash is ") == true)
    let digest = Self.refusal(Array(text.replacing("sku:K-1", with: "sku:K-2").utf8), engine)
    #expect(digest?.code == .replayDiffers)
    #expect(digest?.location.line == 4)
    let score = text.replacing(/"label":"[a-z]+"/, with: "\"label\":\"other\"", maxReplacements: 1)
    let changed = Self.refusal(Array(score.utf8), engine)
    #expect(changed?.message.contains("expected.sentiment.label is “other” in the file") == true)
  }

  @Test("of another engine are told apart from changed ones")
  func engines() throws {
    let engine = try SignalEngine()
    let text = String(decoding: Self.file(engine), as: UTF8.self)
    let other = text.replacing(
      "\"version\":\"\(SignalEngine.version)\"",
      with: "\"version\":\"9.9.9\"",
      maxReplacements: 1
    )
    let refusal = Self.refusal(Array(other.utf8), engine)
    #expect(refusal?.code == .replayEngine)
    #expect(refusal?.message == "version is 9.9.9 in the file and \(SignalEngine.version) here")
  }

  @Test("that are cut off, empty or something else are unreadable", arguments: [0, 1, 10, 400, -1])
  func cut(length: Int) throws {
    let engine = try SignalEngine()
    let bytes = Self.file(engine)
    let cut = Array(length < 0 ? bytes.dropLast() : bytes.prefix(length))
    #expect(Self.refusal(cut, engine)?.code == .replayUnreadable)
    #expect(Self.refusal(Array("a,b\nc,d\ne,f\n".utf8), engine)?.code == .replayUnreadable)
  }
}
