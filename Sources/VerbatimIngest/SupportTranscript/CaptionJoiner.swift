internal import VerbatimCore

/// Joins the cues of a caption file into the turns of a conversation.
struct CaptionJoiner {
  /// A pause that ends a turn, in milliseconds.
  static let pause = 2000

  /// The facts that notes state.
  var facts = ConversationFacts()

  /// One line of a cue.
  private struct Caption {
    var voice: String?
    var text: String
    var timing: CueTiming
    var line: Int
  }

  private var captions: [Caption] = []
  private var last: (voice: String?, text: String)?
  private var size = 0

  /// Adds the words of a cue.
  ///
  /// Live captions repeat the last line of the cue before as their first; that one is dropped.
  mutating func add(_ text: CueText, _ timing: CueTiming, line: Int) {
    var isFirst = true
    let before = last
    for span in text.spans {
      for part in span.text.split(whereSeparator: \.isNewline) {
        let words = Conversation.trimmed(part)
        guard !words.isEmpty else { continue }
        last = (span.voice, words)
        defer { isFirst = false }
        if isFirst, let before, before == (span.voice, words) { continue }
        // One line past the limit lets the conversation say that it is too large.
        guard size <= Conversation.largest else { continue }
        size += words.utf8.count
        captions.append(Caption(voice: span.voice, text: words, timing: timing, line: line))
      }
    }
  }

  /// The conversation of all cues so far.
  func conversation(roles: SpeakerRoles) -> Conversation {
    var conversation = Conversation()
    conversation.facts = facts
    let names = named()
    var census = SpeakerCensus()
    for (caption, name) in zip(captions, names) where caption.voice == nil {
      census.note(name?.name)
    }
    let speakers = census.speakers(roles)
    let start = facts.date.flatMap { $0.precision == .second ? $0 : nil }
    var speaker = ""
    var end: Int?
    for (caption, name) in zip(captions, names) {
      var text = caption.text[...]
      // A line without a name goes on where the last one stopped.
      if let voice = caption.voice {
        speaker = voice
      } else if let name, speakers.contains(SpeakerRoles.folded(String(name.name))) {
        speaker = String(name.name)
        text = name.text
      }
      let goesOn = end.map { caption.timing.start - $0 < Self.pause } ?? true
      let isSentenceEnd = conversation.turns.last?.text.last.map { ".!?…".contains($0) } ?? true
      conversation.add(
        Turn(
          speaker: speaker,
          role: .unknown,
          at: Self.time(caption.timing.start, start),
          end: Self.time(caption.timing.end, start),
          text: String(text),
          line: caption.line
        ),
        joins: goesOn,
        // Captions break lines by width: inside a sentence the break means nothing.
        joint: isSentenceEnd ? "\n" : " "
      )
      end = caption.timing.end
    }
    return conversation
  }

  private func named() -> [(name: Substring, text: Substring)?] {
    captions.map { caption in
      guard caption.voice == nil else { return nil }
      // ">>" and "-" mark a change of speaker in captions.
      let line = SpeakerName.trimmed(caption.text.drop { ">-–".contains($0) })
      return SpeakerName.split(line) ?? Self.bracketed(line)
    }
  }

  /// `[Name] text`; captions set noises in brackets too, which the census tells apart.
  private static func bracketed(_ line: Substring) -> (name: Substring, text: Substring)? {
    guard line.first == "[", let end = line.firstIndex(of: "]") else { return nil }
    let name = SpeakerName.trimmed(line[line.index(after: line.startIndex)..<end])
    let text = SpeakerName.trimmed(line[line.index(after: end)...].drop { $0 == ":" })
    return SpeakerName.isName(name) && !text.isEmpty ? (name, text) : nil
  }

  private static func time(_ milliseconds: Int, _ start: Instant?) -> String {
    guard let start else { return TurnTime.duration(milliseconds: milliseconds) }
    return Instant(seconds: start.seconds + Int64(milliseconds / 1000)).description
  }
}
