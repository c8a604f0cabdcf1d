/// The ways in which logs write one line of a conversation.
enum SpeakerLinePattern: CaseIterable {
  /// `[time] Name: text`.
  case bracketed
  /// `(time) Name: text`.
  case parenthesised
  /// `time - Name: text`.
  case dashed
  /// `Name (time): text`.
  case nameAndTime
  /// `time Name: text`.
  case timed
  /// `Name: text`.
  case plain
  /// `Name> text`.
  case angled
  /// The name on a line, the time on the next, then the text.
  case stacked

  /// What a line says.
  struct Match {
    var name: Substring
    var time: TurnTime?
    var text: Substring
    /// The lines it took.
    var used = 1
  }

  /// Whether a name stands without a time, so that any line with a colon looks like it.
  var isLoose: Bool { self == .plain || self == .angled }

  /// The pattern that matches most of the lines; nil when none matches any.
  ///
  /// Of two that match as many, the one that says more.
  static func best(for lines: [Substring]) -> SpeakerLinePattern? {
    var best: (pattern: SpeakerLinePattern, lines: Int)?
    for pattern in allCases {
      var matched = 0
      var at = 0
      while at < lines.count {
        if let match = pattern.match(lines, at) {
          matched += match.used
          at += match.used
        } else {
          at += 1
        }
      }
      if matched > (best?.lines ?? 0) { best = (pattern, matched) }
    }
    return best?.pattern
  }

  /// What the line at a place says in this pattern; nil when it is not of it.
  func match(_ lines: [Substring], _ at: Int) -> Match? {
    let line = lines[at]
    guard let first = line.first else { return nil }
    switch self {
    case .bracketed: return first == "[" ? enclosed(line, "]") : nil
    case .parenthesised: return first == "(" ? enclosed(line, ")") : nil
    case .dashed, .timed: return first.isNumber ? stamped(line) : nil
    case .nameAndTime: return first.isLetter ? nameAndTime(line) : nil
    case .plain:
      if let notice = Self.notice(line) { return notice }
      return SpeakerName.split(line).map { Match(name: $0.name, text: $0.text) }
    case .angled:
      guard let sign = line.firstIndex(of: ">") else { return nil }
      let name = SpeakerName.trimmed(line[..<sign])
      guard SpeakerName.isName(name) else { return nil }
      return Match(name: name, text: SpeakerName.trimmed(line[line.index(after: sign)...]))
    case .stacked: return stacked(lines, at)
    }
  }

  private func enclosed(_ line: Substring, _ closing: Character) -> Match? {
    guard let end = line.firstIndex(of: closing),
      let time = TurnTime(SpeakerName.trimmed(line[line.index(after: line.startIndex)..<end]))
    else { return nil }
    return afterTime(SpeakerName.trimmed(line[line.index(after: end)...]), time)
  }

  /// A stamp says that a line begins a message, so the name may be any; without one it is a notice.
  private func afterTime(_ rest: Substring, _ time: TurnTime) -> Match? {
    guard !rest.isEmpty else { return nil }
    var match = Self.notice(rest)
    if match == nil, let (name, text) = SpeakerName.split(rest) {
      match = Match(name: name, text: text)
    }
    if match == nil, let colon = rest.firstIndex(of: ":"), colon > rest.startIndex,
      rest[..<colon].count <= 40, rest[..<colon].split(separator: " ").count <= 5
    {
      match = Match(
        name: SpeakerName.trimmed(rest[..<colon]),
        text: SpeakerName.trimmed(rest[rest.index(after: colon)...])
      )
    }
    if match == nil { match = Match(name: "system", text: rest) }
    match?.time = time
    return match
  }

  /// The longest run of leading words that is a time, then the rest.
  private func stamped(_ line: Substring) -> Match? {
    // "Monday, December 17, 2018 23:27:57 (-0500)" has six words; more is no stamp.
    var ends: [Substring.Index] = []
    var at = line.startIndex
    while ends.count < 6, let blank = line[at...].firstIndex(of: " ") {
      ends.append(blank)
      at = line.index(after: blank)
    }
    for end in ends.reversed() {
      guard let time = TurnTime(line[..<end]) else { continue }
      let rest = SpeakerName.trimmed(line[end...])
      if self == .dashed {
        guard let dash = rest.first, dash == "-" || dash == "–" || dash == "—" else { return nil }
        return afterTime(SpeakerName.trimmed(rest.dropFirst()), time)
      }
      guard let (name, text) = SpeakerName.split(rest) else { return nil }
      return Match(name: name, time: time, text: text)
    }
    return nil
  }

  private func nameAndTime(_ line: Substring) -> Match? {
    guard let open = line.firstIndex(where: { $0 == "(" || $0 == "[" }) else { return nil }
    let closing: Character = line[open] == "(" ? ")" : "]"
    let name = SpeakerName.trimmed(line[..<open])
    guard let close = line[open...].firstIndex(of: closing),
      let time = TurnTime(SpeakerName.trimmed(line[line.index(after: open)..<close]))
    else { return nil }
    let rest = SpeakerName.trimmed(line[line.index(after: close)...])
    guard rest.first == ":", SpeakerName.isName(name) else { return nil }
    return Match(name: name, time: time, text: SpeakerName.trimmed(rest.dropFirst()))
  }

  private func stacked(_ lines: [Substring], _ at: Int) -> Match? {
    guard at + 1 < lines.count, SpeakerName.isName(lines[at]),
      let time = TurnTime(lines[at + 1])
    else { return nil }
    return Match(name: lines[at], time: time, text: "", used: 2)
  }

  /// `*** Maya joined the chat ***`.
  private static func notice(_ line: Substring) -> Match? {
    guard line.hasPrefix("***") else { return nil }
    let text = line.drop { $0 == "*" }
    let stars = text.reversed().prefix { $0 == "*" }.count
    return Match(name: "system", text: SpeakerName.trimmed(text.dropLast(stars)))
  }
}
