import Testing
import VerbatimTestSupport

@testable import VerbatimIngest

@Suite("Dialect")
struct DialectTests {
  private func detect(_ text: String) -> Dialect { Dialect.detect(Array(text.utf8)) }

  @Test(
    "is the one in which the records are equally wide",
    arguments: [
      ("id,text\n1,good\n2,bad\n", ","),
      ("id;text\n1;good, really\n2;bad, very\n", ";"),
      ("rating;text\n4,5;good\n3,5;bad\n", ";"),
      ("id\ttext\n1\ta, b; c\n2\td\n", "\t"),
      ("id|text\n1|a, b\n2|c\n", "|"),
      ("text\ngood\nbad, but ok\n", ","),
      ("id,text", ","),
      ("id;text", ";"),
      ("", ","),
      ("id,text\r1,good\r2,bad\r", ","),
      ("id,text\n1,\"a;b\n;c;d\"\n2,\"e;f\"\n", ","),
    ]
  )
  func delimiter(text: String, delimiter: String) {
    #expect(String(decoding: [detect(text).delimiter], as: UTF8.self) == delimiter)
  }

  @Test("has quotes, unless the file reads clearly better without")
  func quotes() {
    #expect(detect("a,b\n1,\"x,\ny\"\n2,\"z\"\n").usesQuotes)
    #expect(detect("a,b\n1,2\n").usesQuotes)
    let loose = "id\tsize\n1\t\"big\n2\t\"small\n3\t\"big\n4\t\"x\n5\ty\n"
    #expect(detect(loose) == Dialect(delimiter: 0x09, usesQuotes: false))
  }

  @Test("is what a spreadsheet's hint says", arguments: [";", ",", "\t", "|"])
  func hint(delimiter: String) {
    let dialect = detect("sep=\(delimiter)\r\na,b;c\n")
    #expect(dialect.hasSeparatorLine)
    #expect(dialect.delimiter == delimiter.utf8.first)
  }

  @Test(
    "a hint without a delimiter is no hint",
    arguments: ["sep=\n", "sep=\r\n", "sep=\"x\n", "sep="]
  )
  func emptyHint(hint: String) {
    let dialect = detect(hint + "a;b\n1;2\n3;4\n")
    #expect(!dialect.hasSeparatorLine)
    #expect(![0x0A, 0x0D, 0x22].contains(dialect.delimiter))
  }

  @Test("has a delimiter that people can read")
  func name() {
    #expect(Dialect(delimiter: 0x09).delimiterName == "tab")
    #expect(Dialect(delimiter: UInt8(ascii: ";")).delimiterName == ";")
  }

  @Test("consistency is the share of records of the commonest width")
  func consistency() {
    let dialect = Dialect(delimiter: UInt8(ascii: ","))
    #expect(dialect.consistency(Array("a,b\n1,2\n\n3\n4,5\n".utf8)) == 0.75)
    #expect(dialect.consistency(Array("a\nb\n".utf8)) == 0)
    #expect(dialect.consistency([]) == 0)
  }

  @Test("any bytes have a dialect", arguments: SeededGenerator.seeds(2))
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let dialect = Dialect.detect(generator.bytes(of: Array(0...255), longest: 60))
      #expect(!dialect.hasSeparatorLine || ![0x0A, 0x0D, 0x22].contains(dialect.delimiter))
    }
  }
}
