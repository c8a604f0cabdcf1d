public import VerbatimCore
public import VerbatimText

/// Reads the export of a Slack workspace: a conversation for each thread, and one for what else is
/// said in a channel on a day.
///
/// Customers are the people of other workspaces and guests; bots are told by their messages. A
/// conversation among the shop's own people has no customer and is rejected.
public struct SlackReader: FeedbackReader {
  private static let format = "slack"

  /// What is said in one thread, or in one channel on one day.
  private struct Talk {
    var messages: [(ts: String, value: JSONValue)] = []
    var file: String
    var id: String
  }

  private let path: String
  private let archive: ArchiveReader
  private let parser = JSONReader()
  private let roles: SpeakerRoles
  private var people: [String: TicketPerson] = [:]
  private var names: [String: String] = [:]
  private var team: String?
  private var channels: [(name: String, files: [String])] = []
  private var findings = TicketFindings()
  private var row = 0
  private var isDone = false
  private var pending: [ReadItem] = []

  /// The export in a zip archive; nil when the file is none.
  ///
  /// - Throws: `V1006` for an archive that is damaged.
  public init?(
    archiveBehind source: TextSource,
    roles: SpeakerRoles = .standard
  ) throws(Diagnostic) {
    guard source.rawHead.starts(with: [0x50, 0x4B, 0x03, 0x04]), source.path != "-",
      ArchivedFile(path: source.path) == nil
    else { return nil }
    archive = try ArchiveReader(path: source.path)
    let entries = archive.names
    guard entries.contains("users.json"),
      entries.contains("channels.json") || entries.contains("dms.json")
    else { return nil }
    path = source.path
    self.roles = roles
    var files: [String: [String]] = [:]
    for entry in entries where entry.hasSuffix(".json") && !entry.hasPrefix("__MACOSX/") {
      guard let slash = entry.lastIndex(of: "/") else { continue }
      files[String(entry[..<slash]), default: []].append(entry)
    }
    channels = files.map { ($0.key, $0.value.sorted()) }.sorted { $0.name > $1.name }
    guard let users = try document("users.json")?.elements else { return }
    var teams: [String: Int] = [:]
    for user in users {
      guard let id = user["id"]?.string else { continue }
      let names = [user["profile"]?["real_name"], user["real_name"], user["name"]]
      let name = names.lazy.compactMap { $0?.string }.first { !$0.isEmpty }
      let isGuest = ["is_restricted", "is_ultra_restricted", "is_stranger"].contains {
        user[$0] == .boolean(true)
      }
      let isBot = user["is_bot"] == .boolean(true)
      people[id] = TicketPerson(name: name, role: isBot ? .bot : isGuest ? .customer : .agent)
      self.names[id] = name
      if !isGuest, let team = user["team_id"]?.string { teams[team, default: 0] += 1 }
    }
    team = teams.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The next conversation, channel by channel; last, what was left out.
  ///
  /// - Complexity: Holds the messages of one channel.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    while pending.isEmpty, !isDone {
      if let channel = channels.popLast() {
        try read(channel.name, channel.files)
      } else {
        isDone = true
        pending += findings.warnings(file: path).map(ReadItem.warning)
        if row == 0 {
          pending.append(
            .warning(
              Diagnostic(
                .noTurns,
                .warning,
                at: SourceLocation(file: path),
                "no channel holds messages, so there is no conversation to read",
                hint: "export the workspace with its public channels"
              )
            )
          )
        }
      }
    }
    return pending.isEmpty ? nil : pending.removeFirst()
  }

  /// The JSON of an entry; nil, and told of, when it is none.
  private mutating func document(_ entry: String) throws(Diagnostic) -> JSONValue? {
    let bytes = try archive.bytes(of: entry)
    do {
      return try parser.parse(bytes)
    } catch {
      pending.append(
        .warning(
          Diagnostic(
            .jsonBroken,
            .warning,
            at: SourceLocation(file: "\(path)/\(entry)"),
            "the file is not JSON: \(error.message)",
            hint: "export the workspace again; the other files are read"
          )
        )
      )
      return nil
    }
  }

  private mutating func read(_ channel: String, _ files: [String]) throws(Diagnostic) {
    var talks: [Talk] = []
    var places: [String: Int] = [:]
    for file in files {
      for message in try document(file)?.elements ?? [] {
        guard message["type"]?.string == "message", let ts = message["ts"]?.scalarText,
          !Self.skipped.contains(message["subtype"]?.string ?? "")
        else { continue }
        // Replies lie in the files of later days.
        let key = message["thread_ts"]?.scalarText ?? file
        if let place = places[key] {
          talks[place].messages.append((ts, message))
        } else {
          places[key] = talks.count
          let id = key == file ? String(file.dropLast(5)) : "\(channel)/\(key)"
          talks.append(Talk(messages: [(ts, message)], file: file, id: id))
        }
      }
    }
    for talk in talks { add(talk, channel) }
  }

  private static let skipped: Set<String> = [
    "channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name",
    "channel_archive", "channel_unarchive", "group_join", "group_leave", "bot_add", "bot_remove",
    "pinned_item", "tombstone",
  ]

  private mutating func add(_ talk: Talk, _ channel: String) {
    row += 1
    var conversation = Conversation()
    conversation.facts.set("id", talk.id)
    conversation.facts.set("channel", channel)
    var found = TicketFindings()
    let times = talk.messages.map { Double($0.ts) ?? 0 }
    let order = zip(times, times.indices).sorted { $0 < $1 }.map(\.1)
    if order != Array(times.indices) { found.sorted = 1 }
    for place in order {
      let (ts, message) = talk.messages[place]
      let files = message["files"]?.elements?.count ?? (message["file"] == nil ? 0 : 1)
      found.attachments += files
      let (speaker, role) = author(of: message)
      conversation.add(
        Turn(
          speaker: speaker,
          role: role,
          at: TurnClock.epoch(ts)?.description,
          text: SlackText.plain(message["text"]?.string ?? "", names: names)
        )
      )
    }
    findings.add(found, line: 1)
    let file = "\(path)/\(talk.file)"
    var place = FeedbackRecord.Source(kind: .transcript, format: Self.format, file: file)
    place.row = row
    pending.append(
      conversation.item(source: place, roles: roles)
        ?? .reject(
          Diagnostic(
            .noTurns,
            at: SourceLocation(file: file),
            "the messages of \(talk.id) hold no words"
          )
        )
    )
  }

  private func author(of message: JSONValue) -> (String, Turn.Role) {
    let id = message["user"]?.string
    let profile = message["user_profile"]
    let listed = id.flatMap { people[$0] }
    let name =
      listed?.name ?? profile?["real_name"]?.string ?? message["username"]?.string ?? id ?? "bot"
    if message["subtype"]?.string == "bot_message" || (id == nil && message["bot_id"] != nil) {
      return (name, .bot)
    }
    let theirs = message["user_team"]?.string ?? profile?["team"]?.string
    if let theirs, let team, theirs != team { return (name, .customer) }
    // Who is not listed is of another workspace.
    return (name, listed?.role ?? (id == nil ? .system : .customer))
  }
}
