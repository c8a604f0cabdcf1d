public import VerbatimCore
public import VerbatimText

/// Reads the conversation of a WebVTT file, its cues joined into turns.
///
/// Source: WebVTT, W3C Candidate Recommendation, "WebVTT parser algorithm". A cue whose timing does
/// not parse costs only itself; words that stand outside every cue are told of.
public struct WebVTTReader: FeedbackReader {
  private static let format = "webvtt"

  /// What the lines at hand belong to.
  private enum Block {
    case header
    case between
    case note
    /// A style, a region, or a cue that is lost.
    case skipped
    /// Lines that may be the id of a cue, until a timing line follows.
    case open(line: Int, count: Int)
    case cue(CueTiming, line: Int)
  }

  private let source: TextSource
  private let roles: SpeakerRoles
  private var lines: LineReader
  private var block = Block.header
  private var payload: [String] = []
  private(set) var captions = CaptionJoiner()
  private var pending: [ReadItem] = []
  private var isDone = false

  /// A WebVTT file, with what is known of its speakers.
  public init(_ source: TextSource, roles: SpeakerRoles = .standard) {
    self.source = source
    self.roles = roles
    lines = LineReader(source)
  }

  /// The next warning; last, the conversation.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    while pending.isEmpty, !isDone {
      if let line = try lines.next() {
        read(line)
      } else {
        endBlock()
        isDone = true
        pending.append(conversation())
      }
    }
    return pending.isEmpty ? nil : pending.removeFirst()
  }

  private func conversation() -> ReadItem {
    var place = FeedbackRecord.Source(kind: .transcript, format: Self.format, file: source.path)
    place.row = 1
    return captions.conversation(roles: roles).item(source: place, roles: roles)
      ?? .warning(
        Diagnostic(
          .noTurns,
          .warning,
          at: SourceLocation(file: source.path),
          "no cue holds spoken words, so there is no conversation to read",
          hint: "export the transcript again with its captions"
        )
      )
  }

  private mutating func read(_ line: Line) {
    let text = Self.text(of: line)
    let trimmed = SpeakerName.trimmed(text[...])
    if CueTiming.hasArrow(line.bytes) {
      if let timing = CueTiming(line.bytes) {
        endBlock(isFollowedByCue: true)
        block = .cue(timing, line: line.number)
      } else if Self.afterNote(trimmed) == nil {
        endBlock(isFollowedByCue: true)
        block = .skipped
        warn(
          line.number,
          "the timing line does not parse; its cue is left out",
          hint: "write it as 00:01:02.500 --> 00:01:04.000"
        )
      }
      return
    }
    if trimmed.isEmpty { return endBlock() }
    switch block {
    case .header:
      // A missing signature is the detector's matter: the line is then any other.
      if line.number == 1, !trimmed.hasPrefix("WEBVTT") {
        block = .between
        return open(trimmed, line.number)
      }
      if line.number > 1 { _ = captions.facts.readLabel(trimmed) }
    case .between: open(trimmed, line.number)
    case .note: readNote(trimmed)
    case .skipped: break
    case .open(let first, let count): block = .open(line: first, count: count + 1)
    case .cue: payload.append(text)
    }
  }

  private mutating func open(_ text: Substring, _ line: Int) {
    if let note = Self.afterNote(text) {
      block = .note
      readNote(note)
    } else if text == "STYLE" || text == "REGION" {
      block = .skipped
    } else {
      block = .open(line: line, count: 1)
    }
  }

  /// `NOTE order=HR-204411 sku=K-204`, and the `NOTE language:en-us` of meeting recorders.
  private mutating func readNote(_ note: Substring) {
    guard !note.isEmpty else { return }
    if !captions.facts.readPairs(note) { _ = captions.facts.readLabel(note) }
  }

  private mutating func endBlock(isFollowedByCue: Bool = false) {
    switch block {
    case .cue(let timing, let line):
      captions.add(CueText(payload.joined(separator: "\n")), timing, line: line)
      payload = []
    // One line above a timing line is the cue's id.
    case .open(let line, let count) where !isFollowedByCue || count > 1:
      warn(
        line,
        "these words have no timing line and belong to no cue; they are left out",
        hint: "put a timing line above them, or no empty line inside a cue"
      )
    case .header, .between, .note, .skipped, .open: break
    }
    block = .between
  }

  private mutating func warn(_ line: Int, _ message: String, hint: String) {
    pending.append(
      .warning(
        Diagnostic(
          .cueTiming,
          .warning,
          at: SourceLocation(file: source.path, line: line),
          message,
          hint: hint
        )
      )
    )
  }

  /// What follows the word NOTE; nil when the line is no note.
  private static func afterNote(_ text: Substring) -> Substring? {
    guard text.hasPrefix("NOTE") else { return nil }
    let rest = text.dropFirst(4)
    guard rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
    return SpeakerName.trimmed(rest)
  }

  private static func text(of line: Line) -> String {
    guard line.bytes.contains(0) else { return line.text }
    return String(line.text.map { $0 == "\0" ? "\u{FFFD}" : $0 })
  }
}
