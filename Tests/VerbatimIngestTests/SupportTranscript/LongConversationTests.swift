import Testing
import VerbatimCore

@testable import VerbatimIngest

/// Conversations as they come when things go wrong: endless, without times, over a change of the
/// clocks, with names that change.
@Suite("Conversations that are not neat")
struct LongConversationTests {
  private static let count = 10_000

  /// Two people by turns, ten thousand times, in the ways of several formats.
  private static let chats: [(format: InputFormat, text: String)] = [
    (
      .speakerLog,
      (0..<count).map { "\($0 % 2 == 0 ? "Customer" : "Agent"): word \($0)" }
        .joined(separator: "\n")
    ),
    (
      .whatsApp,
      (0..<count).map {
        "13.03.26, \(10 + $0 / 3600):\(10 + $0 / 60 % 50) - \($0 % 2 == 0 ? "Customer" : "Agent"): word \($0)"
      }.joined(separator: "\n")
    ),
    (
      .conversationsJSON,
      "{\"turns\": ["
        + (0..<count).map { "[\"\($0 % 2 == 0 ? "Customer" : "Agent")\", \"word \($0)\"]" }
        .joined(separator: ",") + "]}"
    ),
    (
      .webVTT,
      "WEBVTT\n\n"
        + (0..<count).map { cue in
          let clock = { (second: Int) in
            let parts = [second / 3600, second / 60 % 60, second % 60]
            return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") + ".000"
          }
          return
            "\(clock(cue)) --> \(clock(cue + 1))\n<v \(cue % 2 == 0 ? "Customer" : "Agent")>word \(cue)\n"
        }.joined(separator: "\n")
    ),
    (
      .srt,
      (0..<count).map { cue in
        let clock = "\(cue / 3600):\(cue / 60 % 60):\(cue % 60)"
        return
          "\(cue + 1)\n\(clock),000 --> \(clock),900\n\(cue % 2 == 0 ? "Customer" : "Agent"): word \(cue)\n"
      }.joined(separator: "\n")
    ),
    (
      .conversationsJSON,
      "{\"id\": 1, \"requester_id\": 7, \"url\": \"https://x.example/api/v2/tickets/1.json\", \"comments\": ["
        + (0..<count).map {
          "{\"author_id\": \($0 % 2 == 0 ? 7 : 9), \"public\": true, \"plain_body\": \"word \($0)\"}"
        }.joined(separator: ",") + "]}"
    ),
  ]

  @Test("of ten thousand turns keep every one", arguments: 0..<6)
  func endless(index: Int) throws {
    let (format, text) = Self.chats[index]
    var options = OpenedInput.Options()
    options.format = format
    let input = try OpenedInput(Transcripts.source(text), options: options)
    let items = try Transcripts.items(input.reader)
    let record = try #require(items.records.first)
    #expect(items.records.count == 1 && items.rejects.isEmpty)
    #expect(record.turns.count == Self.count)
    #expect(record.turns.last?.text == "word \(Self.count - 1)")
    #expect(record.turns.last?.role == .agent)
  }

  @Test("without some times keep the others and make none up")
  func missingTimes() throws {
    let log = try Transcripts.log(
      """
      # id=1 date=2026-03-05
      [10:14] Customer: The lid leaks.
      [soon] Agent: Which kettle?
      [10:16] Customer: The red one.
      """
    )
    let record = try #require(log.records.first)
    // What is no time begins no line: it goes on with the words before it.
    #expect(record.turns.map(\.at) == ["2026-03-05T10:14:00Z"])
    #expect(record.turns.first?.text.contains("[soon] Agent: Which kettle?") == true)
    let json = try Transcripts.json(
      """
      {"turns": [{"speaker": "Customer", "text": "The lid leaks.", "at": "2026-03-05T10:14:00Z"},
      {"speaker": "Agent", "text": "Which kettle?", "at": "soon"},
      {"speaker": "Customer", "text": "The red one.", "at": null}]}
      """
    )
    #expect(
      try #require(json.records.first).turns.map(\.at) == ["2026-03-05T10:14:00Z", nil, nil]
    )
  }

  /// The hour that clocks repeat in Berlin on 25 October 2026, and the one that they leap over on
  /// 29 March: a log states what the clock on the wall showed, and says no zone.
  @Test("keep their order and their stated times when clocks change")
  func clockChanges() throws {
    let back = try Transcripts.log(
      """
      # id=1 date=2026-10-25
      [02:58] Customer: The lid leaks.
      [02:01] Agent: Which kettle?
      [02:03] Customer: The red one.
      """
    )
    let turns = try #require(back.records.first).turns
    #expect(turns.map(\.text) == ["The lid leaks.", "Which kettle?", "The red one."])
    // An hour back is no midnight: the day stays.
    #expect(
      turns.map(\.at)
        == ["2026-10-25T02:58:00Z", "2026-10-25T02:01:00Z", "2026-10-25T02:03:00Z"]
    )
    let forth = try Transcripts.log(
      """
      # id=1 date=2026-03-29
      [01:59] Customer: The lid leaks.
      [03:01] Agent: Which kettle?
      [23:59] Customer: The red one.
      [00:02] Agent: A new lid leaves tomorrow.
      """
    )
    #expect(
      try #require(forth.records.first).turns.map(\.at)
        == [
          "2026-03-29T01:59:00Z", "2026-03-29T03:01:00Z", "2026-03-29T23:59:00Z",
          "2026-03-30T00:02:00Z",
        ]
    )
    // Where the zone is stated, both hours are told apart.
    let stated = try Transcripts.json(
      """
      {"turns": [{"speaker": "Customer", "text": "a", "at": "2026-10-25T02:58:00+02:00"},
      {"speaker": "Agent", "text": "b", "at": "2026-10-25T02:01:00+01:00"}]}
      """
    )
    let moments = try #require(stated.records.first).turns.compactMap { turn in
      turn.at.flatMap { Instant(iso8601: $0) }
    }
    #expect(moments.map(\.description) == ["2026-10-25T00:58:00Z", "2026-10-25T01:01:00Z"])
  }
}
