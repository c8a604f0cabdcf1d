import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// Real files against what other readers or a count by hand say of them.
@Suite("Samples of transcripts", .enabled(if: Shared.has("samples/srt")))
struct TranscriptSampleTests {
  struct Captions: Sendable {
    let file: String
    /// Turns, and the characters of the first and the last.
    let turns: [Int]
    let warnings: Int
  }

  /// By pysrt 1.1.2, cues less than two seconds apart joined; what differs is said.
  private static let captions: [Captions] = [
    Captions(file: "bom-utf-16-be.srt", turns: [3, 67, 465], warnings: 0),
    Captions(file: "bom-utf-16-le.srt", turns: [3, 67, 465], warnings: 0),
    Captions(file: "bom-utf-32-le.srt", turns: [3, 67, 465], warnings: 0),
    Captions(file: "bom-utf-8.srt", turns: [3, 67, 465], warnings: 0),
    Captions(file: "no-indexes.srt", turns: [3, 67, 465], warnings: 0),
    Captions(file: "gb2312.srt", turns: [1, 44, 44], warnings: 0),
    // pysrt takes no times without a fraction; here they are read.
    Captions(file: "invalid.srt", turns: [1, 24, 24], warnings: 0),
    Captions(file: "webvttpy_invalid_format1.srt", turns: [0, 0, 0], warnings: 1),
    Captions(file: "webvttpy_invalid_format2.srt", turns: [0, 0, 0], warnings: 1),
    Captions(file: "webvttpy_invalid_format3.srt", turns: [0, 0, 0], warnings: 1),
    Captions(file: "webvttpy_invalid_format4.srt", turns: [0, 0, 0], warnings: 1),
    Captions(file: "webvttpy_invalid_timeframe.srt", turns: [1, 79, 79], warnings: 0),
    Captions(file: "webvttpy_missing_caption_text.srt", turns: [2, 15, 47], warnings: 0),
    Captions(file: "webvttpy_missing_timeframe.srt", turns: [2, 15, 47], warnings: 1),
    Captions(file: "webvttpy_one_caption.srt", turns: [1, 15, 15], warnings: 0),
    Captions(file: "webvttpy_sample.srt", turns: [1, 79, 79], warnings: 0),
    // pysrt keeps every tag that this film is full of, 4099 characters in one turn; here they are
    // dropped, and `Hide these tags:`, which comes again, is taken for somebody who speaks. Some of
    // its cues begin before the one above has ended, on purpose.
    Captions(file: "capability_tester.srt", turns: [2, 2144, 1179], warnings: 1),
  ]

  @Test("SubRip as pysrt reads it", arguments: captions)
  func subRip(row: Captions) throws {
    let url = try #require(Shared.url("samples/srt/\(row.file)"))
    var reader = SRTReader(try TextSource(path: url.path))
    var warnings = 0
    while let item = try reader.next() {
      if case .warning(let warning) = item, warning.code != .noTurns { warnings += 1 }
    }
    let turns = reader.track.captions.conversation(roles: .standard).turns
    #expect(Self.shape(of: turns) == row.turns)
    #expect(warnings == row.warnings)
  }

  /// By webvtt-py 0.6.0, in the same way; what differs is said.
  private static let web: [Captions] = [
    // A tag that is never closed holds all words, as WebVTT has it; webvtt-py keeps it as text.
    Captions(file: "mozilla_no-end-gt.vtt", turns: [0, 0, 0], warnings: 0),
    Captions(file: "mozilla_not-closed.vtt", turns: [1, 23, 23], warnings: 0),
    Captions(file: "mozilla_with-annotation.vtt", turns: [1, 7, 7], warnings: 0),
    Captions(file: "mozilla_with-closing-span.vtt", turns: [1, 9, 9], warnings: 0),
    Captions(file: "mozilla_with-subclass.vtt", turns: [1, 15, 15], warnings: 0),
    Captions(file: "mozilla_with-two-subclasses.vtt", turns: [1, 15, 15], warnings: 0),
    Captions(file: "webvttpy_captions_with_bom.vtt", turns: [1, 63, 63], warnings: 0),
    Captions(file: "webvttpy_comments.vtt", turns: [1, 95, 95], warnings: 0),
    Captions(file: "webvttpy_cue_tags.vtt", turns: [1, 63, 63], warnings: 0),
    Captions(file: "webvttpy_invalid_timeframe.vtt", turns: [2, 15, 79], warnings: 1),
    Captions(file: "webvttpy_metadata_headers.vtt", turns: [1, 31, 31], warnings: 0),
    Captions(file: "webvttpy_metadata_headers_multiline.vtt", turns: [1, 31, 31], warnings: 0),
    Captions(file: "webvttpy_missing_caption_text.vtt", turns: [2, 15, 47], warnings: 0),
    Captions(file: "webvttpy_missing_timeframe.vtt", turns: [2, 15, 79], warnings: 1),
    Captions(file: "webvttpy_no_captions.vtt", turns: [0, 0, 0], warnings: 0),
    Captions(file: "webvttpy_one_caption.vtt", turns: [1, 15, 15], warnings: 0),
    Captions(file: "webvttpy_sample.vtt", turns: [1, 262, 262], warnings: 0),
    Captions(file: "webvttpy_styles.vtt", turns: [1, 14, 14], warnings: 0),
    Captions(file: "webvttpy_using_identifiers.vtt", turns: [1, 95, 95], warnings: 0),
    // Lines that live captions repeat count once; webvtt-py gives 78 characters with them.
    Captions(file: "webvttpy_youtube_dl.vtt", turns: [1, 41, 41], warnings: 0),
    Captions(file: "webvttpy_invalid_timeframe_in_cue_text.vtt", turns: [1, 47, 47], warnings: 0),
    // Without its first line webvtt-py refuses a file; its seven cues are read here.
    Captions(file: "webvttpy_invalid.vtt", turns: [1, 111, 111], warnings: 0),
    Captions(file: "webvttpy_empty.vtt", turns: [0, 0, 0], warnings: 0),
  ]

  @Test("WebVTT as webvtt-py reads it", arguments: web)
  func webVTT(row: Captions) throws {
    let url = try #require(Shared.url("samples/webvtt/\(row.file)"))
    var reader = WebVTTReader(try TextSource(path: url.path))
    var warnings = 0
    while let item = try reader.next() {
      if case .warning(let warning) = item, warning.code != .noTurns { warnings += 1 }
    }
    let turns = reader.track.captions.conversation(roles: .standard).turns
    #expect(Self.shape(of: turns) == row.turns)
    #expect(warnings == row.warnings)
  }

  /// The web platform's tests by webvtt-py 0.6.0, in the same way; what differs is said.
  private static let platform: [(file: String, turns: [Int])] = [
    // webvtt-py keeps tags and references as they stand (160, 114, 80 and 104 characters); cues
    // without words leave gaps, and each voice is a speaker.
    ("cue-parsing_entities", [2, 45, 64]),
    ("cue-parsing_tags", [5, 6, 7]),
    ("cue-parsing_text", [1, 32, 32]),
    ("cue-parsing_timestamps", [1, 8, 8]),
    ("cue-parsing_tree-building", [1, 26, 26]),
    ("file-parsing_arrows", [1, 35, 35]),
    ("file-parsing_header-garbage", [1, 4, 4]),
    ("file-parsing_header-space", [1, 4, 4]),
    ("file-parsing_header-tab", [1, 4, 4]),
    ("file-parsing_header-timings", [1, 4, 4]),
    ("file-parsing_ids", [1, 29, 29]),
    ("file-parsing_newlines", [1, 23, 23]),
    // webvtt-py reads timings that WebVTT forbids: the words of such cues are `invalid` (75, 31, 83
    // and 25 characters, and none of them here).
    ("file-parsing_nulls", [1, 43, 43]),
    // A line that is said again in the next cue counts once (29 and 9 characters with it).
    ("file-parsing_regions-scroll", [1, 4, 4]),
    ("file-parsing_signature-bom", [0, 0, 0]),
    ("file-parsing_signature-no-newline", [0, 0, 0]),
    ("file-parsing_signature-space-no-newline", [0, 0, 0]),
    ("file-parsing_signature-space", [0, 0, 0]),
    ("file-parsing_signature-tab-no-newline", [0, 0, 0]),
    ("file-parsing_signature-tab", [0, 0, 0]),
    ("file-parsing_signature-timings", [0, 0, 0]),
    ("file-parsing_stylesheets", [1, 4, 4]),
    ("file-parsing_timings-60", [1, 11, 11]),
    ("file-parsing_timings-eof", [0, 0, 0]),
    ("file-parsing_timings-garbage", [0, 0, 0]),
    ("file-parsing_timings-negative", [3, 11, 5]),
    ("file-parsing_timings-omitted-hours", [1, 17, 17]),
    ("file-parsing_timings-too-long", [1, 11, 11]),
    ("file-parsing_timings-too-short", [1, 11, 11]),
    ("file-parsing_whitespace-chars", [1, 17, 17]),
  ]

  @Test("WebVTT of the web platform's tests as webvtt-py reads it", arguments: platform)
  func webPlatform(file: String, turns: [Int]) throws {
    let url = try #require(Shared.url("samples/webvtt/wpt_wpt-\(file).vtt"))
    var reader = WebVTTReader(try TextSource(path: url.path))
    while try reader.next() != nil {}
    #expect(Self.shape(of: reader.track.captions.conversation(roles: .standard).turns) == turns)
  }

  struct Chat: Sendable {
    let file: String
    let turns: [Int]
    let speakers: Int
    let first: String?
    let last: String?
  }

  /// By hand, from the files' lines.
  private static let chats: [Chat] = [
    Chat(
      file: "chatminer_whatsapp_test_ddmmyy_24hrs.txt",
      turns: [7, 29, 69],
      speakers: 6,
      first: "2019-01-01T11:25:00Z",
      last: "2021-12-30T22:01:00Z"
    ),
    Chat(
      file: "chatminer_whatsapp_test_mmddyy_24hrs.txt",
      turns: [7, 29, 69],
      speakers: 6,
      first: "2019-01-01T11:25:00Z",
      last: "2021-12-30T22:01:00Z"
    ),
    Chat(
      file: "chatminer_whatsapp_test_[mmddyy]_24hrs.txt",
      turns: [7, 29, 69],
      speakers: 6,
      first: "2019-01-01T11:25:00Z",
      last: "2021-12-30T22:01:00Z"
    ),
    Chat(
      file: "chatminer_whatsapp_test_mmddyyyy_12hrs.txt",
      turns: [7, 29, 69],
      speakers: 6,
      first: "2019-01-01T11:25:00Z",
      last: "2021-12-30T22:01:00Z"
    ),
    Chat(
      file: "chatminer_whatsapp_test_yyyymmdd_24hrs.txt",
      turns: [7, 29, 69],
      speakers: 6,
      first: "2019-01-01T11:25:00Z",
      last: "2021-12-30T22:01:00Z"
    ),
    Chat(
      file: "whatstk_pokemon.txt",
      turns: [19, 215, 11],
      speakers: 9,
      first: "2016-04-15T15:04:00Z",
      last: "2016-10-31T12:23:00Z"
    ),
    Chat(
      file: "whatstk_lorem.txt",
      turns: [369, 77, 86],
      speakers: 4,
      first: "2020-01-15T02:22:56Z",
      last: nil
    ),
  ]

  @Test("WhatsApp as counted by hand", arguments: chats)
  func whatsApp(row: Chat) throws {
    let url = try #require(Shared.url("samples/whatsapp/\(row.file)"))
    let input = try OpenedInput(path: url.path)
    #expect(input.decision.format == .whatsApp)
    var reader = WhatsAppReader(try TextSource(path: url.path))
    let turns = try reader.parse().turns
    #expect(Self.shape(of: turns) == row.turns)
    #expect(Set(turns.map(\.speaker)).count == row.speakers)
    #expect(turns.first?.at == row.first)
    #expect(row.last == nil || turns.last?.at == row.last)
  }

  /// How many turns there are, and how many scalars the first and the last has, as Python counts.
  private static func shape(of turns: [Turn]) -> [Int] {
    [
      turns.count, turns.first?.text.unicodeScalars.count ?? 0,
      turns.last?.text.unicodeScalars.count ?? 0,
    ]
  }

  @Test("calls and dialogues in JSON as counted by a script over the parsed documents")
  func json() throws {
    let call = try #require(
      Shared.url("samples/transcribe-call-analytics/pca_result.json")
    )
    let input = try OpenedInput(path: call.path)
    #expect(input.decision.format == .conversationsJSON)
    let record = try #require(try Transcripts.items(input.reader).records.first)
    #expect(Self.shape(of: record.turns) == [12, 3, 51])
    #expect(record.turns.map(\.role) == (0..<6).flatMap { _ in [.agent, .customer] })
    #expect(record.turns.first?.at == "PT0.04S")
    #expect(record.turns.last?.at == "PT27.04S")
    #expect(record.occurredAt?.description == "2021-11-25T13:35:14Z")
    let dialogues = try #require(Shared.url("samples/dialogue/abcd_sample.json"))
    let items = try Transcripts.items(OpenedInput(path: dialogues.path).reader)
    #expect(
      items.records.map { Self.shape(of: $0.turns) }
        == [[22, 23, 21], [15, 35, 38], [16, 7, 23]]
    )
  }

  @Test("a Slack workspace without customers, every day of a channel with words told of")
  func slack() throws {
    let url = try #require(Shared.url("samples/slack/testarchive.zip"))
    let input = try OpenedInput(path: url.path)
    #expect(input.decision.format == .slack)
    let items = try Transcripts.items(input.reader)
    #expect(items.records.isEmpty)
    let codes = items.rejects.map(\.code)
    #expect(codes.count == 16)
    #expect(codes.count { $0 == .noCustomer } == 10)
  }

  /// What lies in the folders and is no transcript of the format: what other readers are to make of
  /// a file, and other chats.
  private static let others: Set<String> = [
    "chatminer_signal_target.json", "chatminer_signal_test_export.txt",
    "chatminer_telegram_target.json", "chatminer_telegram_test_batch_export.json",
    "chatminer_telegram_test_single_export.json", "chatminer_whatsapp_target.json",
    "header_format_support.json", "wpt_wpt-cue-parsing_entities.json",
    "wpt_wpt-cue-parsing_tags.json", "wpt_wpt-cue-parsing_text.json",
    "wpt_wpt-cue-parsing_timestamps.json", "wpt_wpt-cue-parsing_tree-building.json",
  ]

  @Test("none of the samples is left out")
  func complete() {
    let compared =
      Self.captions.map(\.file) + Self.web.map(\.file)
      + Self.platform.map { "wpt_wpt-\($0.file).vtt" } + Self.chats.map(\.file) + Self.others
    let files = ["srt", "webvtt", "whatsapp"].flatMap { Shared.files(in: "samples/\($0)") }
    #expect(files.map(\.lastPathComponent).sorted() == compared.sorted())
    // Of these every file has a test of its own, by name.
    let rest = [
      "zendesk": 6, "intercom": 3, "transcribe-call-analytics": 1, "slack": 1, "dialogue": 1,
    ]
    for (folder, count) in rest.sorted(by: { $0.key < $1.key }) {
      #expect(Shared.files(in: "samples/\(folder)").count == count, "\(folder)")
    }
  }
}
