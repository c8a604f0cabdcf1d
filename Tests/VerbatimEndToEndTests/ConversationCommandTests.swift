import Foundation
import Testing
import VerbatimCore

@Suite("Conversations on the command line")
struct ConversationCommandTests {
  private static let chat = """
    {"id":"c-1","channel":"chat","queue":"warranty","turns":[\
    {"role":"customer","speaker":"Jo","at":"2026-11-09T16:00:00Z","text":"The seam of the duvet cover split after two washes, I am really disappointed."},\
    {"role":"bot","speaker":"Bot","at":"2026-11-09T16:00:02Z","text":"One moment please."},\
    {"role":"agent","speaker":"Maya","at":"2026-11-10T08:20:00Z","text":"I am sorry. I'll refund you by Friday."},\
    {"role":"customer","speaker":"Jo","at":"2026-11-16T10:00:00Z","text":"Where is my refund? I want to speak to your manager."}]}

    """

  private static let hours = """
    time_zone: Europe/Berlin
    week:
      mon-fri: ["09:00-12:30", "13:00-17:30"]
      sat: ["10:00-14:00"]
    holidays: [2026-12-25]

    """

  @Test("are explained turn by turn, with waits in business hours")
  func explain() throws {
    let space = try Workspace()
    try space.write("chat.ndjson", Self.chat)
    try space.write("hours.yaml", Self.hours)
    let ingest = try VerbatimRun(
      ["ingest", "chat.ndjson", "--db", "s.db", "--hours", "hours.yaml", "--quiet"],
      in: space.folder
    )
    #expect(ingest.status == 0, "\(ingest.errors)")
    let signals = try VerbatimRun(["signals", "--db", "s.db"], in: space.folder)
    struct Signal: Decodable {
      struct Transcript: Decodable {
        struct Promise: Decodable, Equatable {
          let kind: String
          let due: String?
          let state: String
        }
        let first_response_seconds: Double?
        let first_response_business_seconds: Double?
        let promises: [Promise]
        let agent_key: String?
      }
      let signal_id: String
      let transcript: Transcript
    }
    let signal = try #require(signals.values(Signal.self).first)
    #expect(signal.transcript.first_response_seconds == 58_800)
    // 17:00 to 17:30 and 09:00 to 09:20 in Berlin.
    #expect(signal.transcript.first_response_business_seconds == 3000)
    let promise = Signal.Transcript.Promise(kind: "refund", due: "2026-11-13", state: "broken")
    #expect(signal.transcript.promises == [promise])
    let run = try VerbatimRun(
      ["explain", signal.signal_id, "--db", "s.db", "--hours", "hours.yaml"],
      in: space.folder
    )
    let lines = run.lines.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.contains("conversation  2 customer, 1 agent, 1 bot turns  eligible"))
    #expect(lines.contains("waits      first response 16 h 20 min, longest 16 h 20 min"))
    #expect(lines.contains("in business hours 50 min, longest 50 min"))
    #expect(
      lines.contains(
        "promise  refund  “I'll refund you by Friday”  due 2026-11-13  broken in turn 3"
      )
    )
    #expect(lines.contains("escalation  supervisor  “speak to your manager”"))
    #expect(!run.text.contains("Maya"))
  }

  @Test(
    "refuse business hours that cannot be, with what to write instead",
    arguments: [
      (
        "time_zone: Mars/Olympus\nweek: {mon: [\"09:00-17:00\"]}\n",
        "`Mars/Olympus` is no time zone"
      ),
      ("time_zone: UTC\nweek: {someday: [\"09:00-17:00\"]}\n", "`someday` is no day of the week"),
      ("time_zone: UTC\nweek: {mon: [\"9 to 5\"]}\n", "`9 to 5` is no span of time"),
      ("time_zone: UTC\nweek: {mon: [\"17:00-09:00\"]}\n", "a span must end after it begins"),
      ("time_zone: UTC\nweek: {}\n", "no day has hours"),
      ("time_zone: UTC\nweek: {mon: [\"09:00-17:00\"]}\nholidays: [soon]\n", "`soon` is no day"),
      ("time_zone: UTC\nweek: {}\nzone: x\n", "`zone` is no setting"),
    ]
  )
  func hours(yaml: String, reason: String) throws {
    let space = try Workspace()
    try space.write("hours.yaml", yaml)
    let run = try VerbatimRun(["explain", "fine", "--hours", "hours.yaml"], in: space.folder)
    #expect(run.status == 78)
    #expect(run.errors.contains(reason), "\(run.errors)")
    #expect(run.tells(.businessHours, about: "hours.yaml"))
  }
}
