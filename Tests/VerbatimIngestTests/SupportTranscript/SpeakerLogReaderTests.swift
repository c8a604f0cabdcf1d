import Testing

internal import VerbatimCore
internal import VerbatimIngest

@Suite("Speaker logs")
struct SpeakerLogReaderTests {
  private static let script = ["customer Anna: It leaks.\nA lot.", "agent Agent Maya: Sorry."]

  @Test(
    "every way of writing a line is read",
    arguments: [
      "Anna: It leaks.\nA lot.\nAgent Maya: Sorry.",
      "**Anna:** It leaks.\nA lot.\n**Agent Maya:** Sorry.",
      "[10:32:11] Anna: It leaks.\n[10:32:15] Anna: A lot.\n[10:33:00] Agent Maya: Sorry.",
      "(10:32:11 AM) Anna: It leaks.\nA lot.\n(10:33:00 AM) Agent Maya: Sorry.",
      "( 10s ) Anna: It leaks.\nA lot.\n( 1m 13s ) Agent Maya: Sorry.",
      "2026-01-05 10:32 - Anna: It leaks.\nA lot.\n2026-01-05 10:33 - Agent Maya: Sorry.",
      "Anna (10:32): It leaks.\nA lot.\nAgent Maya (10:33): Sorry.",
      "2026-01-05T10:32:11Z Anna: It leaks.\nA lot.\n2026-01-05T10:33:00Z Agent Maya: Sorry.",
      "Jan 5, 2026 10:32 AM\n\n10:32 AM Anna: It leaks.\nA lot.\n10:33 AM Agent Maya: Sorry.",
      "Anna> It leaks.\nA lot.\nAgent Maya> Sorry.",
      "Anna\n10:32\nIt leaks.\nA lot.\n\nAgent Maya\n10:33\nSorry.",
    ]
  )
  func patterns(text: String) throws {
    let items = try Transcripts.log(text)
    #expect(items.count == 1)
    #expect(items.records.first?.script == Self.script)
  }

  @Test("headings divide a file and state facts")
  func headings() throws {
    let items = try Transcripts.log(
      """
      # sku=K-221 week=5 id=4711 channel=chat customer=c10233 order=HR-204411 date=2026-02-03
      Customer: Where is it?

      It is late.
      Agent Maya: On its way.

      # id=4712 product="Kettle, 1.7 l" lot=L2409 supplier=S-2 language=en
      Bot: Hello
      Customer: It smells.

      === Ticket 4713 ===
      Date: 2026-02-04
      Order: HR-204413
      Customer ID: c3

      Customer: Thanks.
      """
    )
    let records = items.records
    #expect(items.count == 3)
    #expect(records.map(\.source.nativeID) == ["4711", "4712", "4713"])
    #expect(records.map(\.source.row) == [1, 2, 3])
    #expect(records.map(\.source.line) == [2, 8, 16])
    #expect(records[0].product.sku == "K-221")
    #expect(records[0].customer == "c10233")
    #expect(records[0].orderID == "HR-204411")
    #expect(records[0].dims == ["channel": "chat"])
    #expect(records[0].occurredAt?.description == "2026-02-03")
    #expect(
      records[0].script == [
        "customer Customer: Where is it?\nIt is late.", "agent Agent Maya: On its way.",
      ]
    )
    #expect(records[1].product.name == "Kettle, 1.7 l")
    #expect(records[1].lot == "L2409")
    #expect(records[1].supplier == "S-2")
    #expect(records[1].language == "en")
    #expect(records[1].turns.map(\.role) == [.bot, .customer])
    #expect(records[2].orderID == "HR-204413")
    #expect(records[2].customer == "c3")
    #expect(records[2].occurredAt?.description == "2026-02-04")
  }

  @Test(
    "lines that only hold a colon go on with the turn",
    arguments: ["Note: call back", "http://a.example/b", "Order: HR-1", "10:30: home", "Hm: no"]
  )
  func guards(line: String) throws {
    let items = try Transcripts.log("Customer: Hi.\n\(line)\nAgent: Yes.")
    #expect(
      items.records.first?.script == ["customer Customer: Hi.\n\(line)", "agent Agent: Yes."]
    )
  }

  @Test("times are dated by the heading or the file's name, else count from the first")
  func times() throws {
    let text = "[23:59:30] Customer: Hi.\n[00:00:10] Agent: Hello."
    #expect(try Transcripts.log(text).records.first?.turns.map(\.at) == ["PT0S", "PT40S"])
    let dated = ["2026-01-05T23:59:30Z", "2026-01-06T00:00:10Z"]
    let named = try Transcripts.log(text, path: "logs/chat-2026-01-05.txt")
    #expect(named.records.first?.turns.map(\.at) == dated)
    let headed = try Transcripts.log("Date: 2026-01-05\n\n\(text)")
    #expect(headed.records.first?.turns.map(\.at) == dated)
    #expect(headed.records.first?.occurredAt?.description == "2026-01-05")
    let elapsed = try Transcripts.log("[00:05] Customer: Hi.\n[01:10] Agent: Hello.")
    #expect(elapsed.records.first?.turns.map(\.at) == ["PT5S", "PT70S"])
  }

  @Test("days and months are told apart by evidence in the conversation")
  func dayOrder() throws {
    let text = "05/01/2026 10:00 - Customer: Hi.\n"
    let known = try Transcripts.log(text + "13/01/2026 10:00 - Agent: Yes.")
    #expect(
      known.records.first?.turns.map(\.at) == ["2026-01-05T10:00:00Z", "2026-01-13T10:00:00Z"]
    )
    let open = try Transcripts.log(text + "05/01/2026 10:01 - Agent: Yes.")
    #expect(open.records.first?.turns.map(\.at) == ["PT0S", "PT60S"])
    #expect(open.records.first?.occurredAt == nil)
  }

  @Test("notices are the system's")
  func notices() throws {
    let items = try Transcripts.log(
      "Served by: Maya\n(09:12:01 AM) *** Maya joined the chat ***\n"
        + "(09:12:05 AM) Maya: Hello.\n(09:12:09 AM) Anna & Tom (home): It broke."
    )
    #expect(
      items.records.first?.script == [
        "system system: Maya joined the chat", "agent Maya: Hello.",
        "customer Anna & Tom (home): It broke.",
      ]
    )
  }

  @Test("a conversation without a customer says who speaks")
  func noCustomer() throws {
    let items = try Transcripts.log("Agent Maya: Hi.\nBot: Bye.")
    #expect(items.rejects.map(\.code) == [.noCustomer])
    #expect(
      items.rejects.first?.description
        == """
        chat.log:1: error: no line is by a customer; the speakers are "Agent Maya", "Bot" [V1303]
          hint: name the role of each speaker: customer, agent, bot or system
        """
    )
  }

  @Test("a heading without talk is rejected, a file without any told of")
  func noTalk() throws {
    let items = try Transcripts.log("# id=1\n\n# id=2\nCustomer: Hi.")
    #expect(items.rejects.map(\.code) == [.noTurns])
    #expect(items.records.map(\.source.row) == [2])
    for text in ["", "\n\n", "only words", "# a heading"] {
      #expect(try Transcripts.log(text).warnings.map(\.code) == [.noTurns])
      #expect(try Transcripts.log(text).count == 1)
    }
  }
}
