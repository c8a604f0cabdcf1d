import Foundation
import VerbatimPipeline

/// The formats of transcripts, each written by hand from the same conversation.
enum TranscriptForm: String, CaseIterable, Sendable {
  case speakerLog, webVTT, subRip, whatsApp, slack, turns
  case zendesk, messaging, intercom, freshdesk, gorgias, helpScout, contactLens, callAnalytics
  case zendeskTables, intercomTables, salesforceTables
  case mails, mailbox

  /// What somebody says.
  struct Line {
    let isCustomers: Bool
    var text: String
    /// The words of others that stand below, as a mail quotes them; nil for none.
    var quoted: String?
  }

  /// Whether a turn may have lines, and so words of others below it.
  var hasLines: Bool {
    switch self {
    case .speakerLog, .webVTT, .subRip, .whatsApp, .slack: false
    default: true
    }
  }

  /// The record that reading the format's files gives.
  func record(of lines: [Line], in folder: Folder) throws -> FeedbackRecord? {
    let name = try write(lines, to: folder.path)
    var input = try OpenedInput(path: "\(folder.path)/\(name)")
    while let item = try input.reader.next() {
      if case .record(let record) = item { return record }
    }
    return nil
  }

  private func write(_ lines: [Line], to folder: String) throws -> String {
    func put(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    func put(_ name: String, json: Any) throws {
      let data = try JSONSerialization.data(withJSONObject: json, options: [.sortedKeys])
      try data.write(to: URL(filePath: "\(folder)/\(name)"))
    }
    let words = lines.map { line in
      line.quoted.map { "\(line.text)\n\nOn Mon, 2 Mar 2026 at 10:15, Help wrote:\n> \($0)" }
        ?? line.text
    }
    let turns = zip(lines, words).enumerated().map { place, turn in
      (place: place, isCustomers: turn.0.isCustomers, text: turn.1)
    }
    func clock(_ place: Int) -> String { "10:\(14 + place)" }
    func time(_ place: Int) -> String { "2026-03-05T\(clock(place)):00Z" }
    func name(_ isCustomers: Bool) -> String { isCustomers ? "Customer" : "Agent" }
    switch self {
    case .speakerLog:
      try put(
        "talk.txt",
        "# id=1 date=2026-03-05\n"
          + turns.map { "[\(clock($0.place))] \(name($0.isCustomers)): \($0.text)\n" }.joined()
      )
      return "talk.txt"
    case .webVTT, .subRip:
      let cues = turns.map { turn in
        let (start, end) = (10 + 3 * turn.place, 11 + 3 * turn.place)
        return self == .webVTT
          ? "00:00:\(start).000 --> 00:00:\(end).000\n<v \(name(turn.isCustomers))>\(turn.text)\n"
          : "\(turn.place + 1)\n00:00:\(start),000 --> 00:00:\(end),000\n"
            + "\(name(turn.isCustomers)): \(turn.text)\n"
      }.joined(separator: "\n")
      let file = self == .webVTT ? "call.vtt" : "call.srt"
      try put(file, (self == .webVTT ? "WEBVTT\n\n" : "") + cues)
      return file
    case .whatsApp:
      let chat = turns.map {
        "13.03.26, \(clock($0.place)) - \(name($0.isCustomers)): \($0.text)\n"
      }
      try put("chat.txt", chat.joined())
      return "chat.txt"
    case .slack:
      let day = turns.map { turn -> [String: Any] in
        [
          "type": "message", "user": turn.isCustomers ? "U7" : "U1", "text": turn.text,
          "ts": "17727056\(40 + turn.place).000100", "thread_ts": "1772705640.000100",
          "user_team": turn.isCustomers ? "T2" : "T1",
        ]
      }
      let users: [[String: Any]] = [
        ["id": "U1", "team_id": "T1", "name": "maya", "profile": ["real_name": "Maya Lind"]]
      ]
      let entries = try [
        ("users.json", users as Any), ("channels.json", [["id": "C1", "name": "help"]]),
        ("help/2026-03-05.json", day),
      ].map { name, json in
        try ArchiveWriter.Entry(
          name: name,
          bytes: Array(JSONSerialization.data(withJSONObject: json, options: [.sortedKeys]))
        )
      }
      let archive = try ArchiveWriter.archive(entries, for: "export.zip")
      try Data(archive).write(to: URL(filePath: "\(folder)/export.zip"))
      return "export.zip"
    case .mails, .mailbox:
      let mails = turns.map { turn in
        let sender = turn.isCustomers ? "Anna <anna@mail.example>" : "Help <help@shop.example>"
        let reader = turn.isCustomers ? "help@shop.example" : "anna@mail.example"
        let answers = turn.place == 0 ? "" : "In-Reply-To: <m\(turn.place - 1)@shop.example>\n"
        return "From: \(sender)\nTo: \(reader)\nSubject: \(turn.place == 0 ? "" : "Re: ")Kettle\n"
          + "Date: Thu, 5 Mar 2026 \(clock(turn.place)):00 +0000\n"
          + "Message-ID: <m\(turn.place)@shop.example>\n\(answers)"
          + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n\(turn.text)\n"
      }
      if self == .mails {
        try put("mail.eml", mails[0])
        return "mail.eml"
      }
      try put(
        "box.mbox",
        mails.map { "From MAILER-DAEMON Thu Mar  5 10:14:00 2026\n\($0)\n" }.joined()
      )
      return "box.mbox"
    case .zendeskTables:
      let comments = turns.map {
        CSVLine.bytes([
          "\($0.place)", "71", $0.isCustomers ? "7001" : "901", time($0.place), "true", $0.text,
        ])
      }
      try put(
        "ticket_comment.csv",
        "id,ticket_id,user_id,created,public,body\r\n"
          + String(decoding: comments.flatMap(\.self), as: UTF8.self)
      )
      try put(
        "ticket.csv",
        "id,requester_id,submitter_id,description,status,subject\r\n71,7001,7001,x,open,Kettle\r\n"
      )
      return "ticket_comment.csv"
    case .intercomTables:
      let parts = turns.dropFirst().map {
        CSVLine.bytes([
          "\($0.place)", "1", $0.isCustomers ? "u-7" : "900", $0.isCustomers ? "user" : "admin",
          time($0.place), "comment", $0.text,
        ])
      }
      try put(
        "conversation_part_history.csv",
        "id,conversation_id,author_id,author_type,created_at,part_type,body\r\n"
          + String(decoding: parts.flatMap(\.self), as: UTF8.self)
      )
      let first = CSVLine.bytes(["1", time(0), "u-7", "user", turns[0].text])
      try put(
        "conversation_history.csv",
        "id,created_at,source_author_id,source_author_type,source_body\r\n"
          + String(decoding: first, as: UTF8.self)
      )
      return "conversation_part_history.csv"
    case .salesforceTables:
      let comments = turns.dropFirst().map {
        CSVLine.bytes([
          "00a\($0.place)", "5008d00000AbCdEAAV", "true", $0.text,
          $0.isCustomers ? "0038d00000CusA1AAA" : "0058d000001AgentAA", time($0.place), "false",
        ])
      }
      try put(
        "CaseComment.csv",
        "Id,ParentId,IsPublished,CommentBody,CreatedById,CreatedDate,IsDeleted\r\n"
          + String(decoding: comments.flatMap(\.self), as: UTF8.self)
      )
      let first = CSVLine.bytes([
        "5008d00000AbCdEAAV", "00001071", "Kettle", turns[0].text, "Closed", "Web",
        "0038d00000CusA1AAA", time(0),
      ])
      try put(
        "Case.csv",
        "Id,CaseNumber,Subject,Description,Status,Origin,ContactId,CreatedDate\r\n"
          + String(decoding: first, as: UTF8.self)
      )
      return "CaseComment.csv"
    default:
      try put("talk.json", json: json(turns.map { ($0.isCustomers, $0.text, time($0.place)) }))
      return "talk.json"
    }
  }
}
