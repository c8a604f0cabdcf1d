import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimIngest

/// The tables that connectors to warehouses publish for their own tests, against what Python's
/// `csv` gives of their rows, joined by hand.
///
/// Their ids were drawn for each table by itself, so that no comment belongs to a listed ticket and
/// no part to a listed conversation.
@Suite("Samples of warehouse tables", .enabled(if: Shared.has("samples/zendesk")))
struct WarehouseSampleTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let file: String
    let ids: [String]
    let rejects: [DiagnosticCode]
    let warnings: [DiagnosticCode]
    let first: String?
    let last: String?
    var testDescription: String { file }
  }

  private static let samples: [Sample] = [
    // Twenty comments on seven tickets, of which none is listed: nobody knows who asked.
    Sample(
      file: "zendesk/ticket_comment_data.csv",
      ids: [],
      rejects: Array(repeating: .noCustomer, count: 7),
      warnings: [],
      first: nil,
      last: nil
    ),
    // Ten tickets, two of them deleted.
    Sample(
      file: "zendesk/ticket_data.csv",
      ids: ["16988", "14173", "11071", "1966", "1404", "4721", "6171", "6605"],
      rejects: [.rowNotCustomer, .rowNotCustomer],
      warnings: [],
      first: "description1",
      last: "description1"
    ),
    // Twelve events of nine chats, all by the answer bot; one of them has no words at all.
    Sample(
      file: "zendesk/ticket_chat_event_data.csv",
      ids: [],
      rejects: [
        .noCustomer, .noCustomer, .noCustomer, .noTurns, .noCustomer, .noCustomer, .noCustomer,
        .noCustomer, .noCustomer,
      ],
      warnings: [],
      first: nil,
      last: nil
    ),
    // Nine versions of two conversations; the words are hashes, and stay so.
    Sample(
      file: "intercom/conversation_history_data.csv",
      ids: ["156643300001311", "156643300001372"],
      rejects: [],
      warnings: [],
      first: "Wwv4V+vvEudRW0Hi5bSkeQ==",
      last: "qkfzcFA4UoF9SvG054IVUw=="
    ),
    // Five conversations that were only closed, one with a note before.
    Sample(
      file: "intercom/conversation_part_history_data.csv",
      ids: [],
      rejects: Array(repeating: .noTurns, count: 5),
      warnings: [.internalNotes],
      first: nil,
      last: nil
    ),
  ]

  @Test("as Python's csv gives their rows", arguments: samples)
  func sample(_ sample: Sample) throws {
    let url = try #require(Shared.url("samples/\(sample.file)"))
    let input = try OpenedInput(path: url.path)
    #expect(input.decision.format == .ticketTables)
    let items = try Transcripts.items(input.reader)
    #expect(items.records.compactMap(\.source.nativeID) == sample.ids)
    #expect(items.rejects.map(\.code) == sample.rejects)
    #expect(items.warnings.map(\.code) == sample.warnings)
    #expect(items.records.first?.turns.first?.text == sample.first)
    #expect(items.records.last?.turns.last?.text == sample.last)
    #expect(items.records.allSatisfy { $0.turns.map(\.role) == [.customer] })
  }

  @Test(
    "without words give no record and say so",
    arguments: [
      "zendesk/ticket_tag", "zendesk/ticket_chat", "zendesk/ticket_field_history",
      "intercom/conversation_tag_history",
    ]
  )
  func others(name: String) throws {
    let url = try #require(Shared.url("samples/\(name)_data.csv"))
    let input = try OpenedInput(path: url.path)
    #expect(input.decision.format == .ticketTables)
    let items = try Transcripts.items(input.reader)
    #expect(items.count == 1)
    #expect(items.warnings.map(\.code) == [.tablesApart])
  }
}
