import Testing
import VerbatimCore
import VerbatimText
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("Delimited scanner")
struct DelimitedScannerTests {
  private static let comma = Dialect(delimiter: UInt8(ascii: ","))

  /// Every record, the bytes fed in pieces that end at the cuts.
  private func scan(
    _ bytes: [UInt8],
    _ dialect: Dialect = comma,
    cuts: [Int] = []
  ) -> [TableRecord] {
    var scanner = DelimitedScanner(dialect: dialect)
    var records: [TableRecord] = []
    var record = TableRecord()
    var from = 0
    for cut in cuts + [bytes.count] {
      scanner.feed(bytes[from..<cut])
      from = cut
      while scanner.next(into: &record) { records.append(record) }
    }
    scanner.finish()
    while scanner.next(into: &record) { records.append(record) }
    return records
  }

  private func fields(_ text: String, _ dialect: Dialect = comma) -> [[String]] {
    scan(Array(text.utf8), dialect).map(\.fields)
  }

  @Test(
    "reads fields as the RFC writes them",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
      ("\"a\",\"b,c\"\n", [["a", "b,c"]]),
      ("\"say \"\"hi\"\"\",x", [["say \"hi\"", "x"]]),
      ("\"one\ntwo\",x\n", [["one\ntwo", "x"]]),
      ("\"one\r\ntwo\",x\n", [["one\r\ntwo", "x"]]),
      ("a,\n", [["a", ""]]), ("a,", [["a", ""]]), (",", [["", ""]]), ("\"\"", [[""]]),
      ("\n\n", [[""], [""]]), ("", []),
      ("5\" pipe,x", [["5\" pipe", "x"]]),
      ("\"a\"b,c", [["ab", "c"]]),
      ("schön,電\n", [["schön", "電"]]),
    ] as [(String, [[String]])]
  )
  func fields(text: String, records: [[String]]) {
    #expect(fields(text) == records)
  }

  @Test("takes quotes as they stand when the dialect has none")
  func quotesOff() {
    let tabs = Dialect(delimiter: 0x09, usesQuotes: false)
    #expect(
      fields("\"open\tb\n12\" x\t\"y\"\n", tabs) == [["\"open", "b"], ["12\" x", "\"y\""]]
    )
  }

  @Test("passes over a spreadsheet's separator hint", arguments: ["\n", "\r\n", "\r"])
  func hint(end: String) {
    let dialect = Dialect(delimiter: UInt8(ascii: ";"), hasSeparatorLine: true)
    let bytes = Array("sep=;\(end)a;b\(end)1;2\(end)".utf8)
    let records = scan(bytes, dialect)
    #expect(records.map(\.fields) == [["a", "b"], ["1", "2"]])
    #expect(records.map(\.line) == [2, 3])
  }

  @Test("knows the line and byte of each record, quoted line ends counted")
  func places() {
    let records = scan(Array("a,b\r\n\"1\n2\",x\n\n3,\"y\r\nz\"\n4,5".utf8))
    #expect(records.map(\.line) == [1, 2, 4, 5, 7])
    #expect(records.map(\.byte) == [0, 5, 13, 14, 23])
  }

  @Test("a quote that is never closed costs its line; the lines after it are read")
  func neverClosed() {
    let records = scan(Array("a,b\n1,\"x\n2,y\n3,z\n".utf8))
    #expect(records.map(\.fields) == [["a", "b"], ["1,\"x"], ["2", "y"], ["3", "z"]])
    #expect(records.map(\.line) == [1, 2, 3, 4])
    #expect(records[1].faults == [.init(kind: .neverClosed, line: 2, column: 3)])
    #expect(records.filter { !$0.faults.isEmpty }.count == 1)
  }

  @Test("text after a closing quote is kept, and its place is known")
  func textAfterQuote() {
    let records = scan(Array("a,b\n1,\"x\ny\" z,2\n".utf8))
    #expect(records[1].fields == ["1", "x\ny z", "2"])
    #expect(records[1].faults == [.init(kind: .textAfterQuote, line: 3, column: 3, openLine: 2)])
  }

  private static let dialects = [
    comma, Dialect(delimiter: UInt8(ascii: ","), usesQuotes: false),
    Dialect(delimiter: UInt8(ascii: ","), hasSeparatorLine: true),
  ]

  @Test("agrees with a naive reading of every short file", arguments: dialects)
  func exhaustive(dialect: Dialect) {
    everyRow(of: Array("a\",\n\r".utf8), upTo: 7) { bytes in
      let own = scan(bytes, dialect).map {
        NaiveTable.Record(
          fields: $0.fields,
          line: $0.line,
          byte: $0.byte ?? -1,
          faults: $0.faults.map(\.kind)
        )
      }
      let twin = NaiveTable(bytes, dialect).records
      if own != twin {
        Issue.record("\(String(decoding: bytes, as: UTF8.self).debugDescription): \(own) ≠ \(twin)")
      }
    }
  }

  @Test("a short file cut at every byte, or at all of them, gives the same", arguments: dialects)
  func cuts(dialect: Dialect) {
    everyRow(of: Array("a\",\n\r".utf8), upTo: 5) { bytes in
      let whole = scan(bytes, dialect)
      for cut in 0...bytes.count where scan(bytes, dialect, cuts: [cut]) != whole {
        Issue.record("\(String(decoding: bytes, as: UTF8.self).debugDescription) cut at \(cut)")
      }
      if scan(bytes, dialect, cuts: Array(0...bytes.count)) != whole {
        Issue.record("\(String(decoding: bytes, as: UTF8.self).debugDescription) in bytes")
      }
    }
  }

  @Test("any bytes cut anywhere give the same records", arguments: SeededGenerator.seeds(3))
  func random(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<1500 {
      let pool = round.isMultiple(of: 2) ? Array(0...255) : Array("ab\"\",,\n\r\u{E9}".utf8)
      let bytes = generator.bytes(of: pool, longest: 60)
      let whole = scan(bytes)
      let cuts = (0..<4).map { _ in Int.random(in: 0...bytes.count, using: &generator) }.sorted()
      #expect(scan(bytes, cuts: cuts) == whole)
      #expect(whole.map(\.fields) == NaiveTable(bytes, Self.comma).records.map(\.fields))
    }
  }

  @Test("the diagnostics say what to do")
  func messages() {
    let never = DelimitedReader.diagnostic(
      .init(kind: .neverClosed, line: 2, column: 3),
      file: "june.csv"
    )
    #expect(
      never.description
        == """
        june.csv:2:3: error: quoted field is never closed [V1101]
          hint: double a quote inside a field (\"\"); the lines after it were read
        """
    )
    let after = DelimitedReader.diagnostic(
      .init(kind: .textAfterQuote, line: 3, column: 1),
      file: "june.csv"
    )
    #expect(
      after.description
        == """
        june.csv:3:1: warning: text stands between a closing quote and the next delimiter [V1102]
          hint: double a quote inside a field (\"\"); the text was kept
        """
    )
    let large = DelimitedReader.diagnostic(
      .init(kind: .tooLarge, line: 2, column: 1),
      file: "june.csv"
    )
    #expect(large.message == "the record is larger than 16777216 bytes")
  }

  @Test("the reader passes over empty lines, and finds the dialect itself")
  func reader() throws {
    let source = try TextSource(path: "t.csv", bytes: Array("a;b\n\n1;2\r\n\r\n3;4".utf8))
    var reader = try DelimitedReader(source)
    #expect(reader.dialect == Dialect(delimiter: UInt8(ascii: ";")))
    var records: [[String]] = []
    var record = TableRecord()
    while try reader.next(into: &record) { records.append(record.fields) }
    #expect(records == [["a", "b"], ["1", "2"], ["3", "4"]])
  }
}
