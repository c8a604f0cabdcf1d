import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Tables of help desks")
struct TicketTableReaderTests {
  private static func items(_ text: String, path: String = "-") throws -> [ReadItem] {
    try Transcripts.items(TicketTableReader(Transcripts.source(text, path: path)))
  }

  @Test(
    "are found beside each other by their names",
    arguments: [
      ("a/ticket_comment_data.csv", .zendeskTickets, "a/ticket_data.csv"),
      ("x.zip/ticket_comments.csv", .zendeskTickets, "x.zip/tickets.csv"),
      ("ticket.csv", .zendeskComments, "ticket_comment.csv"),
      ("june-CaseComment.csv", .salesforceCases, "june-Case.csv"),
      ("case_comment.csv", .salesforceCases, "case.csv"),
      (
        "conversation_part_history.csv", .intercomConversations, "conversation_history.csv"
      ),
    ] as [(String, TicketTableKind, String)]
  )
  func names(path: String, kind: TicketTableKind, sibling: String) throws {
    let own = try #require(
      TicketTableKind.allCases.first { own in
        own != kind && own.family.contains(kind)
          && own.fileNames.contains { path.contains($0) }
      }
    )
    #expect(TicketTables.paths(of: kind, beside: path, as: own).first == sibling)
    #expect(TicketTables.paths(of: kind, beside: "-", as: own).isEmpty)
    #expect(TicketTables.paths(of: kind, beside: "export.csv", as: own).isEmpty)
  }

  /// Every row of a folder's tables is in one conversation of one file, and in no other.
  @Test("give each conversation once, whichever of their files are read")
  func once() throws {
    let root = try #require(PackageRoot.url()).appending(path: "corpora/formats")
    for (folder, files, ids) in [
      (
        "warehouse/zendesk", ["ticket.csv", "ticket_comment.csv"],
        ["71", "72", "73", "74", "99"]
      ),
      (
        "warehouse/intercom", ["conversation_history.csv", "conversation_part_history.csv"],
        ["501", "502", "503", "504"]
      ),
      ("salesforce", ["Case.csv", "CaseComment.csv", "EmailMessage.csv"], ["1", "2", "3"]),
    ] {
      var found: [String] = []
      var total = 0
      for file in files {
        let path = root.appending(path: "\(folder)/\(file)").path
        let items = try Transcripts.items(OpenedInput(path: path).reader)
        found += items.records.compactMap(\.source.nativeID)
        total += items.records.count + items.rejects.count
      }
      #expect(Set(found).count == found.count)
      #expect(total == ids.count)
    }
  }

  @Test("are read out of an archive, with those beside them in it")
  func archive() throws {
    let root = try #require(PackageRoot.url()).appending(path: "corpora/formats/warehouse/zendesk")
    let entries = try ["ticket.csv", "ticket_comment.csv", "user.csv"].map { name in
      ArchiveWriter.Entry(
        name: "dump/\(name)",
        bytes: try Array(Data(contentsOf: root.appending(path: name)))
      )
    }
    let path = FileManager.default.temporaryDirectory
      .appending(path: "verbatim-tables-\(ProcessInfo.processInfo.processIdentifier).zip").path
    try Data(ArchiveWriter.archive(entries, for: path)).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let items = try Transcripts.items(
      OpenedInput(path: "\(path)/dump/ticket_comment.csv").reader
    )
    #expect(items.records.map(\.title) == ["Kettle lid", nil])
    // Without the table of groups the queue is the group's id.
    #expect(items.records.first?.dims["queue"] == "5")
    #expect(items.records.first?.turns.map(\.speaker) == ["Ann", "Maya", "Ann", "Lou"])
  }

  @Test("without the table of tickets name it")
  func alone() throws {
    let items = try Self.items(
      "id,ticket_id,user_id,created,public,body\n1,71,900,2026-03-05 10:14:00,true,It broke\n",
      path: "nowhere/ticket_comment.csv"
    )
    #expect(items.records.isEmpty)
    #expect(items.rejects.map(\.code) == [.noCustomer])
    #expect(items.rejects.first?.hint?.contains("nowhere/ticket.csv") == true)
    #expect(items.warnings.map(\.code) == [.tablesApart])
  }

  @Test(
    "that only say more of others are refused alone, by the name of the file that is missing",
    arguments: [
      ("group.csv", "id,name,_fivetran_deleted\n1,Returns,false\n", "ticket_comment.csv"),
      ("groups.csv", "id,url,name,default\n1,x,Returns,true\n", "ticket_comments.csv"),
      (
        "user_data.csv", "id,_fivetran_synced,email,name,role\n1,x,a@b.example,Ann,agent\n",
        "ticket_comment_data.csv"
      ),
      ("ticket_chat.csv", "chat_id,visitor_id,ticket_id\n1,2,3\n", "ticket_chat_event.csv"),
      ("june-ticket_tag.csv", "tag,ticket_id\nlid,3\n", "june-ticket_comment.csv"),
      (
        "conversation_tag_history.csv", "tag_id,conversation_id\n1,3\n",
        "conversation_part_history.csv"
      ),
      (
        "ticket_field_history.csv", "field_name,ticket_id,updated,value\nstatus,3,x,open\n",
        "ticket_comments.csv"
      ),
      ("people.csv", "id,_fivetran_synced,email,name,role\n1,x,,,\n", "ticket_comments.csv"),
    ]
  )
  func apart(name: String, text: String, missing: String) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "verbatim-apart-\(ProcessInfo.processInfo.processIdentifier)-\(name)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: path))
    let refused = #expect(throws: Diagnostic.self) { try OpenedInput(path: path) }
    #expect(refused?.code == .tablesApart)
    #expect(refused?.severity == .error)
    #expect(refused?.message.hasSuffix("is not beside it: \(folder)/\(missing)") == true)
    #expect(refused?.hint?.contains("\(folder)/\(missing)") == true)
    // Beside it, it is only told of.
    try Data("id,ticket_id\n".utf8).write(to: URL(filePath: "\(folder)/\(missing)"))
    let items = try Transcripts.items(OpenedInput(path: path).reader)
    #expect(items.warnings.map(\.code) == [.tablesApart])
    #expect(items.count == 1)
  }

  @Test("of names alone are no groups unless their file says so")
  func plainNames() throws {
    let text = "id,name\n1,Returns\n"
    for path in ["people.csv", "-"] {
      #expect(throws: Diagnostic.self) {
        try OpenedInput(Transcripts.source(text, path: path))
      }
    }
    let feedback = try OpenedInput(
      Transcripts.source("id,name,comment\n1,Ann,The lid leaks\n", path: "group.csv")
    )
    #expect(feedback.decision.format == .delimited)
  }

  @Test("take a scale's ends and nothing beyond", arguments: [("0", nil), ("1", 1), ("6", nil)])
  func ratings(value: String, rating: Double?) throws {
    let items = try Self.items(
      "id,source_body,source_author_type,source_author_id,conversation_rating_value,created_at\n"
        + "7,Where is it?,user,u-1,\(value),2026-03-05 10:14:00\n"
    )
    #expect(items.records.first?.ratings.first?.value == rating)
  }

  @Test("without rows say so")
  func empty() throws {
    let items = try Self.items("Id,ParentId,CommentBody\n")
    #expect(items.warnings.map(\.code) == [.noTurns])
    #expect(items.count == 1)
  }

  @Test("cut at any byte give items or a diagnostic")
  func cuts() throws {
    let root = try #require(PackageRoot.url()).appending(path: "corpora/formats")
    for file in ["salesforce/LiveChatTranscript.csv", "warehouse/chat/ticket_chat_event.csv"] {
      let bytes = try Array(Data(contentsOf: root.appending(path: file)))
      for end in stride(from: 0, through: bytes.count, by: 7) {
        let source = try TextSource(path: "-", bytes: Array(bytes[..<end]))
        do {
          let items = try Transcripts.items(TicketTableReader(source))
          #expect(items.allSatisfy { $0.isTold })
        } catch let error as Diagnostic {
          #expect(error.code == .noFeedbackColumn)
        }
      }
    }
  }
}

extension ReadItem {
  /// Whether a record has words and a diagnostic says something.
  fileprivate var isTold: Bool {
    switch self {
    case .record(let record): record.turns.allSatisfy { !$0.text.isEmpty }
    case .reject(let diagnostic), .warning(let diagnostic): !diagnostic.message.isEmpty
    }
  }
}
