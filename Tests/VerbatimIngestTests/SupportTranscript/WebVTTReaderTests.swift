import Testing

internal import VerbatimCore
internal import VerbatimIngest

@Suite("WebVTT")
struct WebVTTReaderTests {
  @Test("voices become turns, cues of one speaker one turn")
  func voices() throws {
    let items = try Transcripts.webVTT(
      """
      WEBVTT - support call

      NOTE id=c-17 order=HR-204411 sku=K-204 product=Copper kettle 1.7 l channel=call

      1
      00:00:01.000 --> 00:00:03.500 align:start
      <v.loud Agent Maya>Thank you for calling.</v>

      00:04.000 --> 00:05.000
      <v Agent Maya>How can I <i>help</i>?

      00:06.250 --> 00:09.000
      <v Anna>The handle</v>

      00:09.000 --> 01:00:10.125
      <v Anna>broke &amp;amp; fell &lt;off&gt;.</v>
      """
    )
    #expect(items.count == 1)
    let record = try #require(items.records.first)
    #expect(
      record.script == [
        "agent Agent Maya: Thank you for calling.\nHow can I help?",
        "customer Anna: The handle broke &amp; fell <off>.",
      ]
    )
    #expect(record.turns.map(\.at) == ["PT1S", "PT6.25S"])
    #expect(record.turns.map(\.end) == ["PT5S", "PT3610.125S"])
    #expect(record.turns.map(\.line) == [6, 12])
    #expect(record.source.nativeID == "c-17")
    #expect(record.source.kind == .transcript)
    #expect(record.source.format == "webvtt")
    #expect(record.source.row == 1)
    #expect(record.source.line == 6)
    #expect(record.orderID == "HR-204411")
    #expect(record.product.sku == "K-204")
    #expect(record.product.name == "Copper kettle 1.7 l")
    #expect(record.dims == ["channel": "call"])
    #expect(record.text == nil)
  }

  @Test("a pause of two seconds ends a turn")
  func pause() throws {
    let record = try #require(
      try Transcripts.webVTT(
        """
        WEBVTT

        00:00.000 --> 00:01.000
        <v Customer>One.

        00:02.999 --> 00:04.000
        <v Customer>Two.

        00:06.000 --> 00:07.000
        <v Customer>Three.
        """
      ).records.first
    )
    #expect(record.turns.map(\.text) == ["One.\nTwo.", "Three."])
  }

  @Test("several voices share a cue, names may stand in the payload")
  func payloadNames() throws {
    let two = try #require(
      try Transcripts.webVTT(
        "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Agent>Hello.</v>\n<v Caller>Hi.</v>\n"
      ).records.first
    )
    #expect(two.script == ["agent Agent: Hello.", "customer Caller: Hi."])
    let named = try #require(
      try Transcripts.webVTT(
        """
        WEBVTT

        00:00.000 --> 00:02.000
        >> Agent: Hello. Note: we record.

        00:02.000 --> 00:03.000
        and keep it.

        00:03.000 --> 00:05.000
        Customer: The lid leaks.
        """
      ).records.first
    )
    #expect(
      named.script == [
        "agent Agent: Hello. Note: we record.\nand keep it.", "customer Customer: The lid leaks.",
      ]
    )
  }

  @Test("captions that roll up are said once")
  func rollUp() throws {
    let record = try #require(
      try Transcripts.webVTT(
        """
        WEBVTT
        Kind: captions
        Language: en

        00:00.000 --> 00:01.000
        Customer: the kettle

        00:01.000 --> 00:02.000
        Customer: the kettle
        is<00:01.500><c> too</c> hot
        """
      ).records.first
    )
    #expect(record.turns.map(\.text) == ["the kettle is too hot"])
    #expect(record.language == "en")
  }

  @Test("a bad timing line costs only its cue")
  func badTiming() throws {
    let items = try Transcripts.webVTT(
      """
      WEBVTT

      00:00.000 --> 00:01.000
      <v Customer>One.

      00:00:07.000 --> 00:00:1d.890
      <v Customer>Lost.

      00:08.000 --> 00:09.000
      <v Customer>Two.
      """
    )
    #expect(items.warnings.map(\.code) == [.cueTiming])
    #expect(items.warnings.first?.location.line == 6)
    #expect(items.records.first?.turns.map(\.text) == ["One.", "Two."])
  }

  @Test("notes, styles and regions are not spoken; words outside a cue are told of")
  func blocks() throws {
    let items = try Transcripts.webVTT(
      """
      WEBVTT

      STYLE
      ::cue { color: red }

      REGION
      id:fred

        NOTE Confidence: 0.69

      NOTE
      nobody says this

      0f5a-42
      00:00.000 --> 00:01.000
      <v Customer>Yes.

      These words are lost.
      """
    )
    #expect(items.records.first?.turns.map(\.text) == ["Yes."])
    #expect(items.warnings.map(\.location.line) == [18])
  }

  @Test("line ends do not matter", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let text = ["WEBVTT", "", "00:00.000 --> 00:01.000", "<v Customer>a\0b", "c"]
    let record = try #require(
      try Transcripts.webVTT(text.joined(separator: end)).records.first
    )
    #expect(record.turns.map(\.text) == ["a\u{FFFD}b c"])
    #expect(record.turns.map(\.line) == [3])
  }

  @Test("a moment in a note dates the turns, a day stays a day")
  func dates() throws {
    let cue = "00:01.500 --> 00:02.000\n<v Customer>Hi."
    let moment = try Transcripts.webVTT("WEBVTT\n\nNOTE date=2026-01-05T10:00:00Z\n\n\(cue)")
    #expect(moment.records.first?.turns.first?.at == "2026-01-05T10:00:01Z")
    let day = try Transcripts.webVTT("WEBVTT\n\nNOTE date=2026-01-05\n\n\(cue)")
    #expect(day.records.first?.turns.first?.at == "PT1.5S")
    #expect(day.records.first?.occurredAt?.description == "2026-01-05")
  }

  @Test("a file without words is no conversation", arguments: ["WEBVTT", "WEBVTT\n\n", "", "x"])
  func noWords(text: String) throws {
    let items = try Transcripts.webVTT(text)
    #expect(items.records.isEmpty)
    #expect(items.rejects.isEmpty)
    #expect(items.warnings.last?.code == .noTurns)
  }

  @Test("captions that name nobody have no customer")
  func unnamed() throws {
    let items = try Transcripts.webVTT("WEBVTT\n\n00:00.000 --> 00:01.000\nHello there.")
    #expect(items.rejects.map(\.code) == [.noCustomer])
  }
}
