public import VerbatimCore
public import VerbatimText

/// Reads a chat that WhatsApp exported.
///
/// The phone's language decides how a date is written. The order of day and month is decided once,
/// from all dates of the file: the one in which time does not run backwards. When both orders do
/// as well, the times are left out and told of. Times have no zone and are given as they stand.
public struct WhatsAppReader: FeedbackReader {
  private static let format = "whatsapp"

  /// What one head begins, with the lines that continue it.
  private struct Message {
    var stamp: WhatsAppStamp?
    var name: String?
    var text: String
    var line: Int
  }

  private let source: TextSource
  private let roles: SpeakerRoles
  private var pending: [ReadItem] = []
  private var isDone = false

  /// A chat, with what is known of its speakers.
  public init(_ source: TextSource, roles: SpeakerRoles = .standard) {
    self.source = source
    self.roles = roles
  }

  /// Warnings about the whole chat; last, its conversation.
  ///
  /// - Complexity: The chat is held in memory, up to 64 MiB of words.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    if !isDone {
      isDone = true
      _ = try parse()
    }
    return pending.isEmpty ? nil : pending.removeFirst()
  }

  /// Whether lines begin as WhatsApp's messages do, and by no role's name as shops' own logs.
  static func recognises(_ lines: ArraySlice<Substring>) -> Bool {
    var heads = 0
    var isCutOff = false
    for (place, line) in lines.enumerated() {
      guard let (stamp, rest) = WhatsAppStamp.head(of: String(line)) else {
        // The first line may be the rest of a message that was cut off.
        if place == 0 { isCutOff = true }
        if LogHeading.isHeading(SpeakerName.trimmed(line)) { return false }
        continue
      }
      // A year in front and no comma is how programs write a date.
      guard stamp.hasComma || !stamp.isYearFirst else { return false }
      if let name = name(in: rest), SpeakerRoleWords.words[name.lowercased()] != nil {
        return false
      }
      heads += 1
    }
    return heads >= (isCutOff ? 3 : min(2, lines.count)) && heads > 0
  }

  /// Reads the whole chat, and puts what there is to hand on into `pending`.
  mutating func parse() throws(Diagnostic) -> Conversation {
    var lines = LineReader(source)
    var messages: [Message] = []
    var size = 0
    while let line = try lines.next() {
      let text = line.text
      size += text.utf8.count
      // One line past the limit lets the conversation say that it is too large.
      guard size <= Conversation.largest * 2 else { break }
      if let (stamp, rest) = WhatsAppStamp.head(of: text) {
        let name = Self.name(in: rest)
        let words = name.map { rest.dropFirst($0.count + 1) } ?? rest
        messages.append(
          Message(stamp: stamp, name: name, text: String(words), line: line.number)
        )
      } else if messages.isEmpty {
        // What stands before the first head is the rest of a message that was cut off.
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        messages.append(Message(text: text, line: line.number))
      } else {
        messages[messages.count - 1].text += "\n" + text
      }
    }
    Self.settleNames(&messages)
    let order = order(of: messages)
    let conversation = conversation(of: messages, order)
    var place = FeedbackRecord.Source(kind: .transcript, format: Self.format, file: source.path)
    place.row = 1
    pending.append(
      conversation.item(source: place, roles: roles)
        ?? .warning(
          Diagnostic(
            .noTurns,
            .warning,
            at: SourceLocation(file: source.path),
            "no message holds words, so there is no conversation to read",
            hint: "export the chat again"
          )
        )
    )
    return conversation
  }

  /// What stands before the first colon that a blank or the end follows; nil in a notice.
  private static func name(in rest: Substring) -> String? {
    var at = rest.startIndex
    var length = 0
    while at < rest.endIndex, length <= 80 {
      let next = rest.index(after: at)
      if rest[at] == ":", length > 0 {
        // `Name:text` without a blank is a message too, unless the colon is a clock's or address's.
        let isName = next == rest.endIndex || !(rest[next].isNumber || rest[next] == "/")
        return isName ? String(rest[..<at]) : nil
      }
      at = next
      length += 1
    }
    return nil
  }

  /// Completes names with a colon in them, and finds the notice that a group's name precedes.
  private static func settleNames(_ messages: inout [Message]) {
    var seconds: [String: String?] = [:]
    var counts: [String: Int] = [:]
    for message in messages {
      guard let name = message.name else { continue }
      counts[name, default: 0] += 1
      let second = Self.name(in: SpeakerName.trimmed(message.text[...]))
      if let known = seconds[name] {
        if known != second { seconds[name] = .some(nil) }
      } else {
        seconds[name] = .some(second)
      }
    }
    for place in messages.indices {
      guard let name = messages[place].name, let count = counts[name] else { continue }
      if place == 0 || (count == 1 && place < 3), WhatsAppNotice.isEncryption(messages[place].text)
      {
        messages[place].name = nil
      } else if count > 2, case let second?? = seconds[name] {
        let text = SpeakerName.trimmed(messages[place].text[...])
        messages[place].name = "\(name): \(second)"
        messages[place].text = String(text.dropFirst(second.count + 1))
      }
    }
  }

  private mutating func order(of messages: [Message]) -> WhatsAppStamp.Order? {
    let stamps = messages.compactMap(\.stamp)
    let order = WhatsAppStamp.order(of: stamps)
    let first = messages.first { $0.stamp != nil }
    guard order == nil, let stamp = first?.stamp, let line = first?.line else { return order }
    let date = stamp.numbers.map(String.init).joined(separator: "/")
    pending.append(
      .warning(
        Diagnostic(
          .chatDatesOpen,
          .warning,
          at: SourceLocation(file: source.path, line: line),
          "the dates, such as \(date), can be read day first or month first; the times are left out",
          hint: "export more of the chat: a day after the 12th tells"
        )
      )
    )
    return nil
  }

  private mutating func conversation(
    of messages: [Message],
    _ order: WhatsAppStamp.Order?
  ) -> Conversation {
    var conversation = Conversation()
    var attachments = 0
    var deleted = 0
    var first: Int?
    let counterpart = counterpart()
    for message in messages {
      let words = WhatsAppNotice.words(message.text)
      attachments += words.attachments
      deleted += words.isDeleted ? 1 : 0
      if words.attachments > 0 || words.isDeleted { first = first ?? message.line }
      var role = message.name == nil ? Turn.Role.system : .unknown
      if let name = message.name, name == counterpart, roles.role(of: name) == nil {
        role = .customer
      }
      conversation.add(
        Turn(
          speaker: message.name ?? "system",
          role: role,
          at: order.flatMap { message.stamp?.moment($0)?.description },
          text: words.text,
          line: message.line
        )
      )
    }
    if let first { tellAttachments(attachments, deleted, line: first) }
    return conversation
  }

  /// The person with whom the chat is, as the file's name tells: `WhatsApp Chat with Ann.txt`.
  private func counterpart() -> String? {
    for part in source.path.split(separator: "/").reversed() {
      let name = part.hasSuffix(".txt") || part.hasSuffix(".zip") ? part.dropLast(4) : part
      for lead in ["WhatsApp Chat with ", "WhatsApp Chat - ", "WhatsApp Chat mit "]
      where name.hasPrefix(lead) {
        return String(name.dropFirst(lead.count))
      }
    }
    return nil
  }

  private mutating func tellAttachments(_ attachments: Int, _ deleted: Int, line: Int) {
    pending.append(
      .warning(
        Diagnostic(
          .attachments,
          .warning,
          at: SourceLocation(file: source.path, line: line),
          "attachments: \(attachments), deleted messages: \(deleted), this one first; they hold no words",
          hint: "read what is attached where it is; only words are scored"
        )
      )
    )
  }
}
