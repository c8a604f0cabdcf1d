public import VerbatimCore
public import VerbatimText

/// Reads the conversation of a SubRip file, its cues joined into turns.
///
/// There is no standard: a cue begins at its timing line and reaches to the next one, with empty
/// lines in it or not; the number above the timing line may be missing, wrong or out of order. A
/// number that continues the count and is followed by words instead of a timing line tells of a
/// cue that lost its timing; its words are left out and told of.
public struct SRTReader: FeedbackReader {
  /// What the lines at hand belong to.
  private enum Block {
    case start
    case skipped
    case cue
  }

  private(set) var track: CueTrack
  private var block = Block.start
  /// A line of digits alone that is the number of a cue if a timing line follows.
  private var number: (value: Int?, text: String, line: Int, opens: Bool)?
  private var count = 0
  private var isAfterEmpty = true
  private var end = 0
  private var overlaps: (count: Int, line: Int)?

  /// A SubRip file, with what is known of its speakers.
  public init(_ source: TextSource, roles: SpeakerRoles = .standard) {
    track = CueTrack(source, format: "srt", roles: roles)
  }

  /// The next warning; last, the conversation.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    while track.needsLines {
      if let line = try track.line() {
        read(line)
      } else {
        settleNumber()
        tellOverlaps()
        track.finish()
      }
    }
    return track.item()
  }

  private mutating func read(_ line: Line) {
    let text = line.text
    let trimmed = SpeakerName.trimmed(text[...])
    if CueTiming.hasArrow(line.bytes) {
      if let timing = CueTiming(subRip: line.bytes) { return open(timing, line.number) }
      // An arrow between words is one; after a number, or with clocks, it was meant as a timing.
      if (number != nil && !isAfterEmpty) || (isAfterEmpty && trimmed.first?.isNumber == true) {
        number = nil
        endCue()
        block = .skipped
        return warn(line.number, "the timing line does not parse; its cue is left out")
      }
    }
    guard !trimmed.isEmpty else {
      isAfterEmpty = true
      return
    }
    settleNumber()
    if trimmed.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      number = (Int(trimmed), text, line.number, isAfterEmpty)
    } else {
      add(text, line.number)
    }
    isAfterEmpty = false
  }

  private mutating func open(_ timing: CueTiming, _ line: Int) {
    count = number?.value ?? count &+ 1
    number = nil
    endCue()
    if timing.start < end { overlaps = ((overlaps?.count ?? 0) + 1, overlaps?.line ?? line) }
    end = max(end, timing.end)
    block = .cue
    track.open(timing, line: line)
    isAfterEmpty = false
  }

  /// The number at hand is followed by no timing line.
  private mutating func settleNumber() {
    guard let number else { return }
    self.number = nil
    let continues = number.opens && count < Int.max && number.value == count + 1
    guard continues else { return add(number.text, number.line) }
    endCue()
    count &+= 1
    block = .skipped
    warn(number.line, "no timing line follows the number of this cue; its words are left out")
  }

  private mutating func add(_ text: String, _ line: Int) {
    switch block {
    case .cue: track.add(Self.plain(text))
    case .skipped: break
    case .start:
      block = .skipped
      warn(line, "these words have no timing line and belong to no cue; they are left out")
    }
  }

  private mutating func endCue() {
    guard case .cue = block else { return }
    track.close()
    block = .start
  }

  /// Without the `{\an8}` and `{b}` of other subtitle formats.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var output = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: "}") else { break }
      output += rest[..<open]
      let tag = inside[..<close]
      if tag.first != "\\", !["b", "/b", "i", "/i", "u", "/u"].contains(tag.lowercased()) {
        output += rest[open...close]
      }
      rest = inside[inside.index(after: close)...]
    }
    return output + rest
  }

  private mutating func warn(_ line: Int, _ message: String) {
    track.warn(.cueTiming, line: line, message, hint: "write it as 00:01:02,500 --> 00:01:04,000")
  }

  private mutating func tellOverlaps() {
    guard let overlaps else { return }
    let cues = overlaps.count == 1 ? "1 cue begins" : "\(overlaps.count) cues begin"
    track.warn(
      .cueOverlap,
      line: overlaps.line,
      "\(cues) before one above has ended, this one first; the words stay in the file's order",
      hint: "export the speakers in one track, sorted by time"
    )
  }
}
