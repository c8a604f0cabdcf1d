public import VerbatimCore
public import VerbatimText

/// Reads chat and call logs in which each line names its speaker.
///
/// The way the lines are written is chosen once, from the first 64 KiB. A file is one conversation,
/// unless headings (`# …`, `=== …`, `--- …` at its start or after an empty line) divide it.
public struct SpeakerLogReader: FeedbackReader {
  private static let format = "speaker-log"

  private let source: TextSource
  private let roles: SpeakerRoles
  private let day: Instant?
  private var lines: LineReader
  private var pattern: SpeakerLinePattern?
  private var isStarted = false
  private var heading: Line?
  private var isAtEnd = false
  private var row = 0

  /// A log, with what is known of its speakers.
  public init(_ source: TextSource, roles: SpeakerRoles = .standard) {
    self.source = source
    self.roles = roles
    lines = LineReader(source)
    day = Self.day(inName: source.path)
  }

  /// The next conversation.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    if !isStarted {
      isStarted = true
      pattern = try choosePattern()
    }
    while let block = try nextBlock() {
      if let item = item(of: block) { return item }
    }
    guard row == 0 else { return nil }
    row = -1
    return .warning(
      Diagnostic(
        .noTurns,
        .warning,
        at: SourceLocation(file: source.path),
        "no line names a speaker, so there is no conversation to read",
        hint: "begin each turn with its speaker, as in \"Customer: …\""
      )
    )
  }

  private mutating func item(of block: Block) -> ReadItem? {
    let log = LogConversation(block.lines, pattern: pattern, roles: roles, day: day)
    guard log.hasTurns || log.isStated || block.isTooLarge else { return nil }
    row = max(row, 0) + 1
    var place = FeedbackRecord.Source(kind: .transcript, format: Self.format, file: source.path)
    place.row = row
    place.line = block.lines.first?.number
    let location = SourceLocation(file: source.path, line: place.line)
    if block.isTooLarge {
      return .reject(
        Diagnostic(
          .fieldTooLarge,
          at: location,
          "the conversation is larger than \(Conversation.largest) bytes",
          hint: "put a line such as \"# id=…\" after an empty line before each conversation"
        )
      )
    }
    return log.conversation.item(source: place, roles: roles)
      ?? .reject(
        Diagnostic(
          .noTurns,
          at: location,
          "the heading is followed by no spoken words",
          hint: "begin each turn with its speaker, as in \"Customer: …\""
        )
      )
  }

  private func choosePattern() throws(Diagnostic) -> SpeakerLinePattern? {
    let head = try source.peek().prefix(TextSource.headSize)
    return SpeakerLinePattern.best(for: Self.talk(String(decoding: head, as: UTF8.self)))
  }

  /// The lines of a text that are neither empty nor headings.
  private static func talk(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
      .map(SpeakerName.trimmed).filter { !$0.isEmpty && !LogHeading.isHeading($0) }
  }

  /// How likely the head of a file is a log: the share of its lines, headings apart, that begin
  /// with a speaker; 0 when fewer than two speakers are sure of their name.
  static func likelihood(of head: [UInt8]) -> Double {
    let lines = talk(String(decoding: head, as: UTF8.self))
    guard let pattern = SpeakerLinePattern.best(for: lines) else { return 0 }
    var census = SpeakerCensus()
    var names: [String?] = []
    var at = 0
    while at < lines.count {
      let match = pattern.match(lines, at)
      census.note(match?.name)
      names.append(match.map { SpeakerRoles.folded(String($0.name)) })
      at += match?.used ?? 1
    }
    let speakers = census.speakers(.standard)
    let spoken = names.filter { $0.map(speakers.contains) ?? false }
    guard Set(spoken).count >= 2 else { return 0 }
    return Double(spoken.count) / Double(names.count)
  }

  /// The lines of one conversation.
  private struct Block {
    var lines: [Line] = []
    var size = 0
    var isTooLarge: Bool { size > Conversation.largest }
    /// Whether anything but headings and empty lines is in it.
    var hasBody = false
    /// Whether one of its headings states facts.
    var isStated = false

    mutating func append(_ line: Line) {
      size += line.bytes.count
      if !isTooLarge || lines.isEmpty { lines.append(line) }
    }
  }

  private mutating func nextBlock() throws(Diagnostic) -> Block? {
    guard !isAtEnd else { return nil }
    var block = Block()
    if let heading {
      block.append(heading)
      block.isStated = LogHeading.isStated(SpeakerName.trimmed(heading.text[...]))
      self.heading = nil
    }
    var isAfterEmpty = block.lines.isEmpty
    while let line = try lines.next() {
      let text = line.text
      let trimmed = SpeakerName.trimmed(text[...])
      if isAfterEmpty, LogHeading.isHeading(trimmed) {
        let isStated = LogHeading.isStated(trimmed)
        if block.hasBody || (block.isStated && isStated) {
          heading = line
          return block
        }
        block.isStated = block.isStated || isStated
        // The line below a heading may be another one: both head the same conversation.
      } else if !trimmed.isEmpty, !trimmed.hasPrefix("# ") || block.hasBody {
        block.hasBody = true
      }
      isAfterEmpty = trimmed.isEmpty
      block.append(line)
    }
    isAtEnd = true
    return block.lines.isEmpty ? nil : block
  }

  /// A date such as 2026-01-05 or 20260105 in the file's name, for logs that stamp clock times.
  private static func day(inName path: String) -> Instant? {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
    var digits: [UInt8] = []
    for byte in name + [UInt8(ascii: "/")] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): continue
      default:
        if digits.count >= 8, digits.starts(with: "20".utf8) {
          let text = String(decoding: digits.prefix(8), as: UTF8.self)
          let iso = "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
          if let day = Instant(iso8601: iso) { return day }
        }
        digits = []
      }
    }
    return nil
  }
}
