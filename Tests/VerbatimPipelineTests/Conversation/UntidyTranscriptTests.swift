import Testing
import VerbatimPipeline
import VerbatimText

/// Transcripts that went wrong on their way: what is read of each, and every word that is said of
/// it.
@Suite("Transcripts that are not in order")
struct UntidyTranscriptTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let text: String
    /// The turns as `role speaker: text`, of all records.
    let turns: [String]
    /// What is said of the file and of its conversations.
    let said: [String]
  }

  private static func mail(_ name: String, _ fields: String, _ body: String) -> String {
    "From: \(name) <\(name.lowercased())@\(name == "Anna" ? "mail" : "shop").example>\n"
      + "To: \(name == "Anna" ? "help@shop" : "anna@mail").example\n\(fields)\n\(body)"
  }

  private static let cases: [Case] = [
    Case(
      testDescription: "overlapping cues",
      file: "call.srt",
      text: "1\n00:00:01,000 --> 00:00:05,000\nAgent: Are you there?\n\n"
        + "2\n00:00:03,000 --> 00:00:06,000\nCustomer: Yes, it leaks.\n\n"
        + "3\n00:00:05,500 --> 00:00:08,000\nAgent: Since when?\n",
      turns: [
        "agent Agent: Are you there?", "customer Customer: Yes, it leaks.",
        "agent Agent: Since when?",
      ],
      said: [
        "call.srt:6: warning: 2 cues begin before one above has ended, this one first; the words "
          + "stay in the file's order [V1304]\n"
          + "  hint: export the speakers in one track, sorted by time"
      ]
    ),
    Case(
      testDescription: "cues that overlap, as WebVTT allows",
      file: "call.vtt",
      text: "WEBVTT\n\n00:01.000 --> 00:05.000\n<v Agent>Are you there?\n\n"
        + "00:03.000 --> 00:06.000\n<v Customer>Yes, it leaks.\n",
      turns: ["agent Agent: Are you there?", "customer Customer: Yes, it leaks."],
      said: []
    ),
    Case(
      testDescription: "cues out of order, one without a timing",
      file: "call.vtt",
      text: "WEBVTT\n\n00:09.000 --> 00:10.000\n<v Agent>Since when?\n\n"
        + "00:03.000 --> 00:06.000\n<v Customer>It leaks.\n\n"
        + "00:12.000 --> 13.000\n<v Customer>Lost.\n",
      turns: ["agent Agent: Since when?", "customer Customer: It leaks."],
      said: [
        "call.vtt:9: warning: the timing line does not parse; its cue is left out [V1301]\n"
          + "  hint: write it as 00:01:02.500 --> 00:01:04.000",
        "call.vtt:6: warning: 1 turn is earlier than the one before, so not every wait is known "
          + "[V1311]\n  hint: export the times with their offsets, or the messages in order of time",
      ]
    ),
    Case(
      testDescription: "missing times",
      file: "talk.json",
      text: "{\"turns\": [[\"customer\", \"It leaks.\"]]}\n"
        + "{\"turns\": [{\"role\": \"customer\", \"at\": \"2026-03-05T10:14:00Z\", \"text\": \"It hums.\"},"
        + " {\"role\": \"agent\", \"at\": \"soon\", \"text\": \"Sorry.\"},"
        + " {\"role\": \"customer\", \"text\": \"When?\"}]}\n",
      turns: [
        "customer customer: It leaks.", "customer customer: It hums.", "agent agent: Sorry.",
        "customer customer: When?",
      ],
      said: [
        "talk.json:2: warning: 2 of 3 turns have no time that can be read, so not every wait is "
          + "known [V1310]\n  hint: export the times of all messages, in one form"
      ]
    ),
    Case(
      testDescription: "the hour that clocks repeat",
      file: "talk.txt",
      text: "# id=1 date=2026-10-25\n[02:58] Customer: It leaks.\n[02:01] Agent: Which one?\n"
        + "[02:03] Customer: The red one.\n",
      turns: [
        "customer Customer: It leaks.", "agent Agent: Which one?",
        "customer Customer: The red one.",
      ],
      said: [
        "talk.txt:3: warning: 1 turn is earlier than the one before, so not every wait is known "
          + "[V1311]\n  hint: export the times with their offsets, or the messages in order of time"
      ]
    ),
    Case(
      testDescription: "messages of a ticket out of order",
      file: "ticket.json",
      text: "{\"id\": 1, \"requester_id\": 7, \"url\": \"https://x.example/api/v2/tickets/1.json\","
        + " \"comments\": ["
        + "{\"author_id\": 9, \"plain_body\": \"Which one?\", \"created_at\": \"2026-03-05T10:20:00Z\"},"
        + "{\"author_id\": 7, \"plain_body\": \"It leaks.\", \"created_at\": \"2026-03-05T10:14:00Z\"}]}",
      turns: ["customer 7: It leaks.", "agent 9: Which one?"],
      said: [
        "ticket.json:1: warning: conversations with messages out of order: 1, this one first; they "
          + "are put in order of time [V1308]\n"
          + "  hint: nothing is to be done, unless the times are wrong"
      ]
    ),
    Case(
      testDescription: "speakers who are renamed midway",
      file: "talk.txt",
      text: "[10:14] Anna: It leaks.\n[10:15] Agent Maya: Since when?\n"
        + "[10:16] Anna Vogel: Since Monday.\n[10:17] Maya: A new one leaves today.\n"
        + "[10:18] Anna: Thank you.\n",
      turns: [
        "customer Anna: It leaks.", "agent Agent Maya: Since when?",
        "customer Anna Vogel: Since Monday.", "agent Maya: A new one leaves today.",
        "customer Anna: Thank you.",
      ],
      said: []
    ),
    Case(
      testDescription: "a speaker who goes on under quite another name",
      file: "talk.txt",
      text: "[10:14] Anna: It leaks.\n[10:15] Agent Maya: Since when?\n"
        + "[10:16] Kettle fan: Since Monday.\n[10:17] Agent Maya: A new one leaves today.\n"
        + "[10:18] Kettle fan: Thanks.\n[10:19] Anna: Bye.\n",
      turns: [],
      said: [
        "talk.txt:1: error: no line is by a customer; the speakers are \"Anna\", \"Agent Maya\", "
          + "\"Kettle fan\" [V1303]\n"
          + "  hint: name the role of each speaker: customer, agent, bot or system"
      ]
    ),
    Case(
      testDescription: "a mail whose parts are cut off and damaged",
      file: "mail.eml",
      text: mail(
        "Anna",
        "Subject: Lid\nDate: Thu, 5 Mar 2026 10:14:00 +0000\n"
          + "Content-Type: multipart/mixed; boundary=b\n",
        "--b\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSXQgbGVh!a3Mu\n"
      ),
      turns: ["customer Anna: It leaks."],
      said: [
        "mail.eml:1: warning: a multipart is cut off: its closing boundary is missing [V1501]\n"
          + "  hint: what stands before is read; export the mail again if words are missing",
        "mail.eml:1: warning: a text part breaks the rules of its transfer encoding; what can be "
          + "read is read [V1502]\n  hint: export the mail again if words are missing",
      ]
    ),
    Case(
      testDescription: "a line that begins with From inside a mail of a mailbox",
      file: "box.mbox",
      text: "From anna@mail.example Thu Mar  5 10:14:00 2026\n"
        + mail(
          "Anna",
          "Subject: Lid\nMessage-ID: <a@mail.example>\nDate: Thu, 5 Mar 2026 10:14:00 +0000\n",
          "It leaks.\n\nFrom the first day on it did.\n\n>From then on I used a pan.\n\n"
        ) + "From maya@shop.example Thu Mar  5 10:20:00 2026\n"
        + mail(
          "Maya",
          "Subject: Re: Lid\nMessage-ID: <b@shop.example>\nIn-Reply-To: <a@mail.example>\n"
            + "Date: Thu, 5 Mar 2026 10:20:00 +0000\n",
          "Sorry!\n"
        ),
      turns: [
        "customer Anna: It leaks.\n\nFrom the first day on it did.\n\nFrom then on I used a pan.",
        "agent Maya: Sorry!",
      ],
      said: []
    ),
  ]

  @Test("lose nothing and say exactly what is wrong", arguments: cases)
  func untidy(_ row: Case) throws {
    var input = try OpenedInput(TextSource(path: row.file, bytes: Array(row.text.utf8)))
    var turns: [String] = []
    var said: [String] = []
    while let item = try input.reader.next() {
      switch item {
      case .record(let record):
        turns += record.turns.map { "\($0.role.rawValue) \($0.speaker): \($0.text)" }
        said += SignalEngine.findings(in: record).map(\.description)
      case .warning(let diagnostic), .reject(let diagnostic): said.append(diagnostic.description)
      }
    }
    #expect(turns == row.turns)
    #expect(said == row.said)
  }

  @Test("count nobody who is renamed midway as another person")
  func renamed() throws {
    var record = Talk.record("customer: It leaks, and I am really very disappointed with it.")
    record.turns += ["Agent Maya", "Maya", "Maya Lind"].map {
      Turn(speaker: $0, role: .agent, text: "I am sorry.")
    }
    #expect(try Talk.course(record).handoffs == 0)
    record.turns.append(Turn(speaker: "Tom", role: .agent, text: "A new one leaves today."))
    #expect(try Talk.course(record).handoffs == 1)
  }
}
