public import VerbatimCore
public import VerbatimText

/// Reads the conversation of a WebVTT file, its cues joined into turns.
///
/// Source: WebVTT, W3C Candidate Recommendation, "WebVTT parser algorithm". A cue whose timing does
/// not parse costs only itself; words that stand outside every cue are told of.
public struct WebVTTReader: FeedbackReader {
  /// What the lines at hand belong to.
  private enum Block {
    case header
    case between
    case note
    /// A style, a region, or a cue that is lost.
    case skipped
    /// Lines that may be the id of a cue, until a timing line follows.
    case open(line: Int, count: Int)
    case cue
  }

  private(set) var track: CueTrack
  private var block = Block.header

  /// A WebVTT file, with what is known of its speakers.
  public init(_ source: TextSource, roles: SpeakerRoles = .standard) {
    track = CueTrack(source, format: "webvtt", roles: roles)
  }

  /// The next warning; last, the conversation.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    while track.needsLines {
      if let line = try track.line() {
        read(line)
      } else {
        endBlock()
        track.finish()
      }
    }
    return track.item()
  }

  private mutating func read(_ line: Line) {
    let text = Self.text(of: line)
    let trimmed = SpeakerName.trimmed(text[...])
    if CueTiming.hasArrow(line.bytes) {
      if let timing = CueTiming(line.bytes) {
        endBlock(isFollowedByCue: true)
        block = .cue
        track.open(timing, line: line.number)
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
      if line.number > 1 { track.note { _ = $0.readLabel(trimmed) } }
    case .between: open(trimmed, line.number)
    case .note: readNote(trimmed)
    case .skipped: break
    case .open(let first, let count): block = .open(line: first, count: count + 1)
    case .cue: track.add(text)
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
    track.note { facts in
      if !facts.readPairs(note) { _ = facts.readLabel(note) }
    }
  }

  private mutating func endBlock(isFollowedByCue: Bool = false) {
    switch block {
    case .cue: track.close()
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
    track.warn(.cueTiming, line: line, message, hint: hint)
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
