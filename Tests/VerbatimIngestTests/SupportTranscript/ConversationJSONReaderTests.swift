import Testing

internal import VerbatimCore
internal import VerbatimIngest

@Suite("Conversations in JSON")
struct ConversationJSONReaderTests {
  @Test(
    "turns stand under many names and in many forms",
    arguments: [
      #"[{"id": 7, "turns": [{"speaker": "agent", "text": "Hi"}, {"speaker": "customer", "text": "No"}]}]"#,
      #"{"convo_id": 7, "original": [["agent", "Hi"], ["customer", "No"]]}"#,
      #"{"conversation": {"id": 7, "messages": [{"role": "agent", "content": "Hi"}, {"role": "customer", "content": [{"type": "text", "text": "No"}]}]}}"#,
      #"{"all": [{"ticket_id": "7", "utterances": [{"author": {"name": "agent"}, "body": "Hi"}, {"from": "customer", "utterance": "No"}]}]}"#,
      "[\n  {\n    \"id\": \"7\",\n    \"transcript\": [\n [\"agent\", \"Hi\"],\n [\"customer\", \"No\"]\n ]\n  }\n]\n",
    ]
  )
  func forms(text: String) throws {
    let items = try Transcripts.json(text)
    #expect(items.count == 1)
    let record = try #require(items.records.first)
    #expect(record.script == ["agent agent: Hi", "customer customer: No"])
    #expect(record.source.nativeID == "7")
    #expect(record.source.row == 1)
  }

  @Test("facts stand at the top or in objects below")
  func facts() throws {
    let record = try #require(
      try Transcripts.json(
        #"""
        {"convo_id": 3592, "created_at": "2026-01-05", "channel": "chat", "language": "en", "scenario": {"personal": {"customer_name": "c m"}, "order": {"order_id": "334", "created_at": "2019-01-01"}, "product": {"names": ["jeans"], "sku": "J-1"}, "flow": "product_defect", "subflow": "return_size"}, "turns": [["customer", "Hi", "2026-01-05T10:00:00Z"], {"role": "user", "name": "Anna", "text": "Broke", "at": 12.5}]}
        """#
      ).records.first
    )
    #expect(record.source.nativeID == "3592")
    #expect(record.occurredAt?.description == "2026-01-05")
    #expect(record.orderID == "334")
    #expect(record.customer == "c m")
    #expect(record.product.name == "jeans")
    #expect(record.product.sku == "J-1")
    #expect(record.language == "en")
    #expect(
      record.dims == ["channel": "chat", "flow": "product_defect", "subflow": "return_size"]
    )
    #expect(record.turns.map(\.at) == ["2026-01-05T10:00:00Z", "PT12.5S"])
    #expect(record.script.last == "customer Anna: Broke")
  }

  @Test(
    "times keep what they state",
    arguments: [
      ("1452988821", "2016-01-17T00:00:21Z"), ("1452988821000", "2016-01-17T00:00:21Z"),
      ("\"2026-01-05T10:00:00.250+01:00\"", "2026-01-05T10:00:00.250+01:00"),
      ("\"2026-01-05 10:00:00\"", "2026-01-05T10:00:00Z"), ("0", "PT0S"),
      ("\"00:01:05\"", "PT65S"), ("\"soon\"", nil), ("null", nil),
    ] as [(String, String?)]
  )
  func times(value: String, at: String?) throws {
    let items = try Transcripts.json(
      #"{"turns": [{"speaker": "customer", "text": "Hi", "time": \#(value)}]}"#
    )
    #expect(items.records.first?.turns.first?.at == at)
  }

  @Test("a broken line costs only itself")
  func brokenLines() throws {
    let good = #"{"turns": [["customer", "Hi"], ["agent", "Yes"]]}"#
    let items = try Transcripts.json("\(good)\n{\"turns\": [}\n\n{\"x\": 1}\n\(good)\n")
    #expect(items.rejects.map(\.code) == [.jsonBroken, .jsonField])
    #expect(items.rejects.map(\.location.line) == [2, 4])
    #expect(items.records.map(\.source.line) == [1, 5])
    #expect(items.records.map(\.source.row) == [1, 4])
    #expect(items.records.first?.turns.map(\.line) == [1, 1])
  }

  @Test("a broken element costs only itself, a cut array is told of")
  func brokenElements() throws {
    let good = #"{"turns": [["customer", "Hi"]]}"#
    let items = try Transcripts.json("[\n\(good),\n{\"turns\": nope},\r\n\(good)\n")
    #expect(items.rejects.map(\.code) == [.jsonBroken])
    #expect(items.rejects.map(\.location.line) == [3])
    #expect(items.records.map(\.source.line) == [2, 4])
    #expect(items.warnings.map(\.code) == [.jsonBroken])
    let open = try Transcripts.json("[\(good), {\"turns\": [[\"customer\", \"H")
    #expect(open.records.count == 1)
    #expect(open.rejects.map(\.message) == ["the value that begins here is never closed"])
  }

  @Test("turns without words or customers are no records")
  func noWords() throws {
    let items = try Transcripts.json(
      "{\"turns\": []}\n{\"turns\": [[\"customer\", \" \"]]}\n{\"turns\": [[\"agent\", \"Hi\"]]}"
    )
    #expect(items.rejects.map(\.code) == [.noTurns, .noTurns, .noCustomer])
  }
}
