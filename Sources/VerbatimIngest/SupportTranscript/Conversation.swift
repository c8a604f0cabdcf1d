internal import VerbatimCore

/// One conversation as it is read: its facts and its turns, until a record is made of them.
struct Conversation {
  /// More words than a conversation has; what is longer is some other file.
  static let largest = 64 * 1024 * 1024

  /// What is stated about it.
  var facts = ConversationFacts()
  /// What it is about, as its headline says.
  var title: String?
  /// What the customer gave it.
  var ratings: [Rating] = []
  /// The turns so far.
  private(set) var turns: [Turn] = []
  private var size = 0

  /// Adds what a speaker said; to the last turn when the same speaker goes on.
  ///
  /// - Parameters:
  ///   - turn: The words, with or without white space around them.
  ///   - joins: Whether the last turn may go on.
  ///   - joint: What is put between the two.
  mutating func add(_ turn: Turn, joins: Bool = true, joint: String = "\n") {
    let text = Self.trimmed(turn.text)
    guard !text.isEmpty else { return }
    size += text.utf8.count
    guard size <= Self.largest else { return }
    if joins, let last = turns.last, last.speaker == turn.speaker, last.role == turn.role {
      turns[turns.count - 1].text += joint + text
      turns[turns.count - 1].end = turn.end ?? last.end
    } else {
      var turn = turn
      turn.text = text
      turns.append(turn)
    }
  }

  /// The record, or why there is none; nil when nobody said a word.
  ///
  /// - Parameters:
  ///   - source: The source, its kind, format, file and row set.
  ///   - roles: Who is who.
  /// - Returns: A record or a reject.
  func item(source: FeedbackRecord.Source, roles: SpeakerRoles) -> ReadItem? {
    guard !turns.isEmpty else { return nil }
    var source = source
    source.line = turns[0].line ?? source.line
    var record = FeedbackRecord(source: source)
    facts.apply(to: &record)
    record.title = title
    record.ratings = ratings
    guard size <= Self.largest else {
      return .reject(
        Diagnostic(
          .fieldTooLarge,
          at: record.location,
          "the conversation is larger than \(Self.largest) bytes",
          hint: "split the file, one conversation to a file"
        )
      )
    }
    record.turns = turns
    roles.assign(to: &record.turns, agents: facts.agents)
    guard record.turns.contains(where: { $0.role == .customer }) else {
      return .reject(noCustomer(in: record))
    }
    if record.occurredAt == nil {
      record.occurredAt =
        turns.lazy.compactMap { turn in
          turn.at.flatMap { Instant(iso8601: $0) }
        }.first
    }
    return .record(record)
  }

  private func noCustomer(in record: FeedbackRecord) -> Diagnostic {
    var names: [String] = []
    for turn in record.turns where !turn.speaker.isEmpty && !names.contains(turn.speaker) {
      names.append(turn.speaker)
    }
    guard !names.isEmpty else {
      return Diagnostic(
        .noCustomer,
        at: record.location,
        "no speaker is named, so the customer's words cannot be told apart",
        hint: "write the speaker before the words, as in \"Customer: …\""
      )
    }
    // A handful of names tells which file it is; a page of them hides the hint.
    let shown = names.prefix(5).map { "\"\($0.prefix(40))\"" }.joined(separator: ", ")
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return Diagnostic(
      .noCustomer,
      at: record.location,
      "no line is by a customer; the speakers are \(shown)\(more)",
      hint: "name the role of each speaker: customer, agent, bot or system"
    )
  }

  /// The text without white space around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
