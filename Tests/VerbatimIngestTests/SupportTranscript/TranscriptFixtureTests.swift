import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

/// Transcripts of each tool as its documentation describes them, made up for these tests: two
/// variants and one that is damaged.
@Suite("Exports of help desks, chats and calls")
struct TranscriptFixtureTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let cells: [String]
    var file: String { cells[0] }
    var testDescription: String { file }
  }

  private static let columns = [
    "file", "format", "records", "rejects", "warnings", "roles", "first", "last", "at", "until",
    "facts",
  ]

  /// What `corpora/formats/transcripts.tsv` states.
  static let rows: [Row] = {
    guard let file = PackageRoot.url()?.appending(path: "corpora/formats/transcripts.tsv"),
      let bytes = try? Data(contentsOf: file),
      let table = try? TableFile(path: file.path, bytes: Array(bytes), columns: columns)
    else { return [] }
    return table.rows.map { row in Row(cells: columns.indices.map { row[$0] }) }
  }()

  @Test("are read, every conversation a record or a reject", arguments: rows)
  func fixture(row: Row) throws {
    let file = try #require(PackageRoot.url()).appending(path: "corpora/formats/\(row.file)")
    let input = try OpenedInput(path: file.path)
    let items = try Transcripts.items(input.reader)
    let turns = items.records.first?.turns ?? []
    let codes = items.warnings.map(\.code.rawValue).joined(separator: " ")
    let found = [
      row.file, input.decision.format.rawValue, "\(items.records.count)", "\(items.rejects.count)",
      codes.isEmpty ? "-" : codes, String(turns.compactMap(\.role.rawValue.first)),
      "\(turns.first?.text.count ?? 0)", "\(turns.last?.text.count ?? 0)",
      turns.first?.at ?? "-", turns.last?.at ?? "-", facts(of: items.records.first),
    ]
    #expect(found == row.cells)
    #expect(items.records.allSatisfy { $0.turns.contains { $0.role == .customer } })
  }

  private func facts(of record: FeedbackRecord?) -> String {
    guard let record else { return "-" }
    var facts: [String] = []
    if let id = record.source.nativeID { facts.append("id=\(id)") }
    if let title = record.title { facts.append("title=\(title)") }
    if let customer = record.customer { facts.append("customer=\(customer)") }
    if let channel = record.dims["channel"] { facts.append("channel=\(channel)") }
    if let queue = record.dims["queue"] { facts.append("queue=\(queue)") }
    if let language = record.language { facts.append("language=\(language)") }
    for rating in record.ratings {
      facts.append("\(rating.kind.rawValue)=\(rating.value)/\(rating.max)")
    }
    return facts.isEmpty ? "-" : facts.joined(separator: " ")
  }

  @Test("damaged anywhere give items or a diagnostic")
  func damage() throws {
    #expect(!Self.rows.isEmpty)
    var random = SeededGenerator(seed: 7)
    for row in Self.rows where !row.file.hasSuffix(".zip") {
      let file = try #require(PackageRoot.url()).appending(path: "corpora/formats/\(row.file)")
      let whole = try Array(Data(contentsOf: file))
      for _ in 0..<60 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes.removeSubrange(place...)
          case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 2: bytes.remove(at: place)
          default: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
          }
        }
        let source = try TextSource(path: row.file, bytes: bytes)
        do {
          switch InputFormat(rawValue: row.cells[1]) {
          case .srt: _ = try Transcripts.items(SRTReader(source))
          case .whatsApp: _ = try Transcripts.items(WhatsAppReader(source))
          case .ticketTables: _ = try Transcripts.items(TicketTableReader(source))
          default: _ = try Transcripts.items(ConversationJSONReader(source))
          }
        } catch let error as Diagnostic {
          #expect(!error.message.isEmpty)
        }
      }
    }
  }
}
