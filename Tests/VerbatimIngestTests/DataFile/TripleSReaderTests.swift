import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Surveys in Triple-S")
struct TripleSReaderTests {
  private static func path(_ name: String) throws -> String {
    try #require(PackageRoot.url()).appending(path: "corpora/formats/triple-s/\(name)").path
  }

  private static func source(_ text: String, _ path: String = "survey.sss") throws -> TextSource {
    try TextSource(path: path, bytes: Array(text.utf8))
  }

  private static func definition(_ variables: String, record: String = "") -> String {
    "<sss version=\"2.0\"><survey><record ident=\"A\" \(record)>\(variables)</record></survey></sss>"
  }

  private static func rows(_ reader: TripleSReader) throws -> [[String]] {
    var reader = reader
    var rows: [[String]] = []
    var record = TableRecord()
    while try reader.next(into: &record) { rows.append(record.fields) }
    return rows
  }

  private static func rows(_ definition: String, _ data: String) throws -> [[String]] {
    try rows(TripleSReader(TripleSSurvey(source(definition)), data: source(data, "survey.asc")))
  }

  private static func records(_ name: String) throws -> [FeedbackRecord] {
    var options = OpenedInput.Options()
    options.names = ShippedNames.all
    var input = try OpenedInput(path: path(name), options: options)
    var records: [FeedbackRecord] = []
    while let item = try input.reader.next() {
      if case .record(let record) = item { records.append(record) }
    }
    return records
  }

  @Test("of version 1.1 are cut by columns, in the definition's encoding")
  func fixed() throws {
    let reader = try TripleSReader(TextSource(path: Self.path("kettle.sss")))
    let columns = try #require(reader.statedColumns)
    #expect(
      columns.map(\.name) == [
        "SERIAL", "NPS", "SIZE", "FAULTS_1", "FAULTS_2", "FAULTS_3", "FAULTS_4", "COMMENT", "SKU",
        "AGAIN",
      ]
    )
    #expect(columns[3].question == "What happened? All that apply – It leaks")
    #expect(columns[2].labels == ["1": "Too small", "2": "Right", "3": "Too large"])
    #expect(
      try Self.rows(reader) == [
        [
          "0001", "3", "2", "1", "", "", "1", "The lid drips when I pour, très gênant", "K-204",
          "0",
        ],
        ["0002", "10", "1", "", "", "", "", "Größer wäre schön, sonst sehr gut", "K-204", "1"],
        ["0003", "", "3", "", "", "", "", "", "K-310", ""],
        ["0004", "7", "2", "", "1", "", "", "The whistle is far too loud at night", "K-310", "1"],
      ]
    )
  }

  @Test("become records with their ids, ratings, articles and words")
  func feedback() throws {
    let records = try Self.records("kettle.sss")
    #expect(records.map(\.source.nativeID) == ["0001", "0002", "0004"])
    #expect(records.map { $0.ratings.first?.value } == [3, 10, 7])
    #expect(records.map(\.product.sku) == ["K-204", "K-204", "K-310"])
    #expect(records[0].text == "The lid drips when I pour, très gênant")
    #expect(records[0].answers.first { $0.question.hasSuffix("It broke") }?.text == "It broke")
    #expect(records.allSatisfy { $0.source.format == "triple-s" && $0.source.kind == .survey })
  }

  @Test("of version 2.0 are cut by fields, with dates, spread choices and the words for analysis")
  func delimited() throws {
    let reader = try TripleSReader(TextSource(path: Self.path("club.xml")))
    let columns = try #require(reader.statedColumns)
    #expect(
      columns.map(\.name) == [
        "id", "day", "hour", "csat", "used_1", "used_2", "used_9", "rooms_1", "rooms_2", "why", "w",
      ]
    )
    #expect(columns[3].question == "How satisfied are you?")
    #expect(
      try Self.rows(reader) == [
        [
          "M-1", "2026-03-05", "10:15:00", "2", "1", "1", "", "", "1",
          "The pan arrived \"new\", yet scratched", "1.2",
        ],
        [
          "M-2", "2026-03-06", "", "5", "", "", "1", "1", "", "Works as it should — 好い", "0.8",
        ],
        ["M-3", "2026030", "1015", "", "", "", "", "", "", "", "1"],
      ]
    )
  }

  @Test(
    "read the same by their definition and by their data",
    arguments: [("kettle.sss", "kettle.asc"), ("club.xml", "club.csv")]
  )
  func eitherName(definition: String, data: String) throws {
    let records = try Self.records(definition)
    #expect(!records.isEmpty)
    #expect(try Self.records(data) == records)
    #expect(TripleSReader.isData(try Self.path(data)))
    #expect(!TripleSReader.isData(try Self.path(definition)))
  }

  @Test("that lie keep to what they hold, and never leave their folder")
  func hostile() throws {
    let reader = try TripleSReader(TextSource(path: Self.path("hostile.xml")))
    #expect(reader.path == (try Self.path("hostile.dat")))
    #expect(reader.statedColumns?.map(\.name) == ["far", "nps", "bits_x", "bits_77", "words"])
    #expect(
      try Self.rows(reader) == [
        ["", "1", "1", "", "It broke after a week"], ["", "7", "1", "", ""],
        ["", "99", "", "", "=HYPERLINK(\"http://evil.example\")"],
      ]
    )
  }

  @Test("count bytes where that makes the lines equally long")
  func bytes() throws {
    let variables = """
      <variable type="character"><name>a</name><position start="1" finish="4"/></variable>
      <variable type="character"><name>b</name><position start="5" finish="6"/></variable>
      """
    #expect(
      try Self.rows(Self.definition(variables), "é  12\nabcd34\nüé34\n")
        == [["é", "12"], ["abcd", "34"], ["üé", "34"]]
    )
    #expect(
      try Self.rows(Self.definition(variables), "é   12\nabcd34\nüé  34\n")
        == [["é", "12"], ["abcd", "34"], ["üé", "34"]]
    )
  }

  @Test("pad codes with zeros and blanks, in single fields and in slots side by side")
  func codes() throws {
    let variables = """
      <variable type="single"><name>s</name><position start="1" finish="2"/>
      <values><value code="1">One</value><value code="12">Twelve</value></values></variable>
      <variable type="multiple"><name>m</name><position start="3" finish="8"/>
      <spread subfields="3" width="2"/>
      <values><value code="1">One</value><value code="12">Twelve</value></values></variable>
      """
    #expect(
      try Self.rows(Self.definition(variables), "01120100\n12 1    \n 7\n")
        == [["1", "1", "1"], ["12", "1", ""], ["7", "", ""]]
    )
  }

  @Test(
    "that cannot be read say why",
    arguments: [
      (
        "<sss><survey><record ident='A'></record><record ident='B'></record></survey></sss>",
        "V1005"
      ),
      ("<!DOCTYPE sss [<!ENTITY x 'y'>]><sss><survey/></sss>", "V1206"),
      ("<sss><survey><record ident='A'><variable type='single'>", "V1114"),
      ("<sss><survey><record ident='A'></record></survey></sss>", "V1001"),
    ]
  )
  func failures(definition: String, code: String) throws {
    let failure = #expect(throws: Diagnostic.self) {
      _ = try TripleSReader(Self.source(definition, "nowhere/survey.sss"))
    }
    #expect(failure?.code.rawValue == code)
  }

  @Test(
    "with any bytes for data give as many cells as there are columns",
    arguments: SeededGenerator.seeds(20)
  )
  func anyData(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for name in ["kettle.sss", "club.xml", "hostile.xml"] {
      let data = try TextSource(path: "x.asc", bytes: random.bytes(longest: 400))
      let reader = try TripleSReader(TripleSSurvey(TextSource(path: Self.path(name))), data: data)
      let columns = reader.statedColumns?.count
      #expect(try Self.rows(reader).allSatisfy { $0.count == columns }, "\(random)")
    }
  }

  @Test("with damaged definitions are read or refused", arguments: SeededGenerator.seeds(20))
  func anyDefinition(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let whole = Array(try Data(contentsOf: URL(fileURLWithPath: Self.path("club.xml"))))
    for _ in 0..<20 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: bytes.indices, using: &random)
        bytes[at] = UInt8.random(in: 0...255, using: &random)
      }
      do throws(Diagnostic) {
        let reader = try TripleSReader(
          TripleSSurvey(TextSource(path: "x.xml", bytes: bytes)),
          data: TextSource(path: "x.csv", bytes: Array("1,2,3,4,5,6,7,8,9\n".utf8))
        )
        #expect(reader.statedColumns != nil)
      } catch {
        #expect(error.severity == .error, "\(random)")
      }
    }
  }
}
