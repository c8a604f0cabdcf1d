import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("JSON objects as a table")
struct JSONTableReaderTests {
  private static func rows(_ text: String) throws -> (columns: [String], rows: [[String]]) {
    var reader = try JSONTableReader(
      TextSource(path: "in.json", bytes: Array(text.utf8)),
      names: ShippedNames.all
    )
    var rows: [[String]] = []
    var record = TableRecord()
    while try reader.next(into: &record) { rows.append(record.fields) }
    return (reader.statedColumns?.map(\.name) ?? [], rows)
  }

  private static func faults(_ text: String) throws -> [TableRecord.Fault] {
    var reader = try JSONTableReader(TextSource(path: "in.json", bytes: Array(text.utf8)))
    var faults: [TableRecord.Fault] = []
    var record = TableRecord()
    while try reader.next(into: &record) { faults += record.faults }
    return faults
  }

  @Test("members of members are named by their path, lists of words stand in one cell")
  func paths() throws {
    let table = try Self.rows(
      #"{"rating": 4, "a": {"b": 1, "c": null}, "tags": ["x", "y"], "shots": [{"url": "u", "size": 2}]}"#
    )
    #expect(
      table.columns == [
        "rating", "a.b", "tags", "shots[0].url", "shots[0].size", "(other members)",
      ]
    )
    #expect(table.rows == [["4", "1", "x; y", "u", "2", ""]])
  }

  @Test(
    "the same objects come from lines, an array, and a list inside an object",
    arguments: [
      "{\"score\": 1, \"note\": \"a\"}\n{\"score\": 2, \"note\": \"b\"}\n",
      "[{\"score\": 1, \"note\": \"a\"},\n {\"score\": 2, \"note\": \"b\"}]",
      "{\"page\": {\"n\": 1}, \"data\": {\"reviews\": [{\"score\": 1, \"note\": \"a\"}, {\"score\": 2, \"note\": \"b\"}]}}",
    ]
  )
  func shapes(text: String) throws {
    let table = try Self.rows(text)
    #expect(table.columns == ["score", "note", "(other members)"])
    #expect(table.rows == [["1", "a", ""], ["2", "b", ""]])
  }

  @Test("members that only later objects have stand in the last column")
  func late() throws {
    let first = String(repeating: "{\"score\": 5}\n", count: JSONTableReader.sample)
    let table = try Self.rows(first + "{\"score\": 1, \"why\": \"late\"}\n")
    #expect(table.columns == ["score", "(other members)"])
    #expect(table.rows.count == JSONTableReader.sample + 1)
    #expect(table.rows.last == ["1", "why: late"])
  }

  @Test("two answers to one question keep a column each")
  func twice() throws {
    let table = try Self.rows(
      #"{"answers": [{"question": "Why?", "answer": "a"}, {"question": "Why?", "answer": "b"}]}"#
    )
    #expect(table.columns == ["Why?", "Why? (2)", "(other members)"])
    #expect(table.rows == [["a", "b", ""]])
  }

  @Test("a member that stands twice is told once a file, and the first counts")
  func repeated() throws {
    let text = "{\"a\": 1, \"a\": 2}\n{\"a\": 3, \"a\": 4}\n"
    #expect(try Self.faults(text).map(\.kind) == [.memberTwice("a")])
    #expect(try Self.rows(text).rows == [["1", ""], ["3", ""]])
  }

  @Test("a broken line and a value that is no object cost only themselves")
  func broken() throws {
    let faults = try Self.faults("{\"a\": 1}\n{\"a\": \n7\n{\"a\": 2}\n")
    #expect(faults.map(\.line) == [2, 3])
    #expect(try Self.faults("[{\"a\": 1}, {\"a\":").count == 1)
    #expect(try Self.faults("[{\"a\": 1},").count == 1)
  }

  @Test("any bytes give rows or faults", arguments: SeededGenerator.seeds(3))
  func anyBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pool = Array("{}[]\":,\\ae1 \n".utf8) + [0x00, 0xC3, 0xFF]
    for _ in 0..<1000 {
      let bytes = generator.bytes(of: pool, longest: 60)
      var reader = try JSONTableReader(TextSource(path: "in.json", bytes: bytes))
      var record = TableRecord()
      var count = 0
      while try reader.next(into: &record) { count += 1 }
      let width = reader.statedColumns?.count ?? 0
      #expect(width >= 1)
      #expect(count <= bytes.count)
      #expect(count == 0 || record.count == width)
    }
  }
}
