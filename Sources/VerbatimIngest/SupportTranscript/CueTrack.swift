internal import VerbatimCore
internal import VerbatimText

/// The cues of one caption file on their way to its conversation: what the readers of WebVTT and
/// SubRip have in common.
struct CueTrack {
  /// The cues so far, and the facts of the file.
  private(set) var captions = CaptionJoiner()

  private let source: TextSource
  private let roles: SpeakerRoles
  private let format: String
  private var lines: LineReader
  private var cue: (timing: CueTiming, line: Int)?
  private var payload: [String] = []
  private var pending: [ReadItem] = []
  private var isDone = false

  /// A file of a format, with what is known of its speakers.
  init(_ source: TextSource, format: String, roles: SpeakerRoles) {
    self.source = source
    self.format = format
    self.roles = roles
    lines = LineReader(source)
  }

  /// Whether lines have to be read before there is a next item.
  var needsLines: Bool { pending.isEmpty && !isDone }

  /// The next line; nil at the end.
  mutating func line() throws(Diagnostic) -> Line? { try lines.next() }

  /// The next warning; last, the conversation; nil when there is nothing more.
  mutating func item() -> ReadItem? { pending.isEmpty ? nil : pending.removeFirst() }

  /// Notes a fact of the file.
  mutating func note(_ body: (inout ConversationFacts) -> Void) { body(&captions.facts) }

  /// Begins a cue at its timing line.
  mutating func open(_ timing: CueTiming, line: Int) { cue = (timing, line) }

  /// Adds a line to the cue that is open.
  mutating func add(_ text: String) { payload.append(text) }

  /// Ends the cue that is open, if one is.
  mutating func close() {
    guard let cue else { return }
    captions.add(CueText(payload.joined(separator: "\n")), cue.timing, line: cue.line)
    payload = []
    self.cue = nil
  }

  /// Tells of something that is odd in the file.
  mutating func warn(_ code: DiagnosticCode, line: Int, _ message: String, hint: String) {
    let place = SourceLocation(file: source.path, line: line)
    pending.append(.warning(Diagnostic(code, .warning, at: place, message, hint: hint)))
  }

  /// Ends the file with its conversation, or with why there is none.
  mutating func finish() {
    close()
    isDone = true
    var place = FeedbackRecord.Source(kind: .transcript, format: format, file: source.path)
    place.row = 1
    pending.append(
      captions.conversation(roles: roles).item(source: place, roles: roles)
        ?? .warning(
          Diagnostic(
            .noTurns,
            .warning,
            at: SourceLocation(file: source.path),
            "no cue holds spoken words, so there is no conversation to read",
            hint: "export the transcript again with its captions"
          )
        )
    )
  }
}
