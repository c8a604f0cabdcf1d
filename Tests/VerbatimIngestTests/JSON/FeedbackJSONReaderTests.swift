import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Feedback as JSON")
struct FeedbackJSONReaderTests {
  private func items(_ text: String) throws -> [ReadItem] {
    try items(TextSource(path: "in.ndjson", bytes: Array(text.utf8)))
  }

  private func items(_ source: TextSource) throws -> [ReadItem] {
    var reader = FeedbackJSONReader(source)
    var items: [ReadItem] = []
    while let item = try reader.next() { items.append(item) }
    return items
  }

  private func records(_ text: String) throws -> [FeedbackRecord] {
    try items(text).compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  private func rejects(_ text: String) throws -> [Diagnostic] {
    try items(text).compactMap { if case .reject(let reason) = $0 { reason } else { nil } }
  }

  @Test("has its fields by their names")
  func fields() throws {
    let record = try #require(
      records(
        """
        {"id": 7, "text": "Good lid", "title": "Nice", "stars": 4.5, "nps": "9", \
        "date": "2026-03-01T10:00:00Z", "language": "en", "sku": "A-1", "gtin": "4006381333931", \
        "asin": "B07FZ8S74R", "product": "Lid", "order": 114, "customer": "c9", "lot": "L42", \
        "supplier": "Lids Ltd", "kind": "review"}
        """
      ).first
    )
    #expect(record.source.nativeID == "7")
    #expect(record.source.kind == .review)
    #expect(record.source.format == "ndjson")
    #expect(record.source.line == 1)
    #expect(record.source.row == 1)
    #expect(record.source.byte == 0)
    #expect(record.text == "Good lid")
    #expect(record.title == "Nice")
    #expect(record.ratings.map(\.value) == [4.5, 9])
    #expect(record.ratings.map(\.kind) == [.stars, .nps])
    #expect(record.occurredAt?.description == "2026-03-01T10:00:00Z")
    #expect(record.language == "en")
    #expect(record.product.sku == "A-1")
    #expect(record.product.gtin == "4006381333931")
    #expect(record.product.asin == "B07FZ8S74R")
    #expect(record.product.name == "Lid")
    #expect(record.orderID == "114")
    #expect(record.customer == "c9")
    #expect(record.lot == "L42")
    #expect(record.supplier == "Lids Ltd")
  }

  @Test(
    "may be a line each or one array, spread over lines",
    arguments: [
      "{\"text\": \"a\"}\n\n{\"text\": \"b\"}\r\n{\"text\": \"c\"}",
      "[{\"text\": \"a\"}, {\"text\": \"b\"},\n{\"text\": \"c\"}]",
      "\n  [\n{\n\"text\":\n\"a\"}, {\"text\": \"b\"}, {\"text\": \"c\"}]\n",
    ]
  )
  func shapes(text: String) throws {
    let found = try records(text)
    #expect(found.map(\.text) == ["a", "b", "c"])
    #expect(found.map(\.source.row) == [1, 2, 3])
  }

  @Test("has other names for the words", arguments: ["body", "comment", "review"])
  func words(name: String) throws {
    #expect(try records("{\"\(name)\": \"good\"}").first?.text == "good")
  }

  @Test("keeps an empty text, and what is not a known kind, as a survey")
  func lenient() throws {
    let record = try #require(records("{\"text\": \"\", \"kind\": \"poem\", \"x\": [1]}").first)
    #expect(record.text == "")
    #expect(record.source.kind == .survey)
    #expect(try records("{\"rating\": \"4 stars\"}").first?.ratings.map(\.value) == [4])
    #expect(try records("{\"text\": \"a\", \"stars\": 9}").first?.ratings.isEmpty == true)
  }

  @Test("a bad line is told and the rest is read")
  func badLines() throws {
    let text = "{\"text\": \"a\"}\n{\"text\": \n[1]\n{\"id\": 4}\n\"x\"\n{\"text\": \"b\"}\n{\"te"
    #expect(try records(text).map(\.text) == ["a", "b"])
    #expect(try records(text).map(\.source.row) == [1, 6])
    let reasons = try rejects(text)
    #expect(reasons.map(\.code) == [.jsonBroken, .jsonField, .jsonField, .jsonField, .jsonBroken])
    #expect(reasons.map(\.location.line) == [2, 3, 4, 5, 7])
    #expect(reasons.map(\.location.byte) == [14, 24, 28, 38, 56])
    #expect(reasons[0].message.hasPrefix("the line is no JSON: "))
    #expect(reasons[0].hint == "write one whole object a line")
    #expect(reasons[1].message == "the value is no object")
    #expect(reasons[2].message == "the object has no `text`, `title` or rating")
    #expect(reasons[2].hint == "write {\"id\": …, \"text\": …}")
    #expect(reasons[4].hint == "the file may be cut off")
  }

  @Test("a broken array is refused whole; a bad element is not")
  func badArrays() throws {
    #expect(try rejects("[{\"text\": \"a\"}, 3]").map(\.message) == ["the value is no object"])
    do {
      _ = try items("[{\"text\": \"a\"}")
      Issue.record("half an array was read")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.code == .jsonBroken)
      #expect(diagnostic.message.hasPrefix("the document is no JSON: "))
      #expect(diagnostic.hint == "the file may be cut off")
    }
    guard case .warning(let empty) = try items("[]").first else {
      Issue.record("an empty array passed in silence")
      return
    }
    #expect(empty.code == .noRecords)
    #expect(try items("").isEmpty)
    #expect(try items("  \n\n").isEmpty)
  }

  @Test("its place is that in the file as stored: behind a mark, and none in a converted file")
  func places() throws {
    let line = "{\"text\": \"schön\"}\n"
    let marked = try items("\u{FEFF}" + line + line)
    let bytes = marked.compactMap {
      if case .record(let record) = $0 { record.source.byte } else { nil }
    }
    #expect(bytes == [3, 3 + line.utf8.count])
    let wide = line.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let converted = try items(TextSource(path: "in.ndjson", bytes: [0xFF, 0xFE] + wide))
    guard case .record(let record)? = converted.first else {
      Issue.record("nothing was read")
      return
    }
    #expect(record.text == "schön")
    #expect(record.source.byte == nil)
  }

  @Test(
    "a file cut at any byte gives items or a diagnostic",
    arguments: [
      "{\"text\": \"schön\"}\n{\"text\": \"b\", \"stars\": 4}\n",
      "[{\"text\": \"schön\"}, {\"text\": \"b\"}]",
    ]
  )
  func cuts(text: String) throws {
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      do {
        _ = try items(TextSource(path: "in.ndjson", bytes: Array(bytes[..<end])))
      } catch let diagnostic as Diagnostic {
        #expect(diagnostic.code == .jsonBroken)
      }
    }
  }

  @Test("any bytes give items or a diagnostic", arguments: SeededGenerator.seeds(3))
  func anyBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pool = Array("{}[]\",:\\u12eE+-. \ntextrufalsn".utf8) + [0x00, 0xC3, 0xFF]
    for _ in 0..<2000 {
      do {
        _ = try items(
          TextSource(path: "in.ndjson", bytes: generator.bytes(of: pool, longest: 40))
        )
      } catch let diagnostic as Diagnostic {
        #expect(diagnostic.code == .jsonBroken)
      }
    }
  }
}
