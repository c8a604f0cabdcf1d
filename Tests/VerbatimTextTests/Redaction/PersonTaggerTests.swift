import Testing
import VerbatimCore

@testable import VerbatimText

@Suite("Names and addresses that weights find")
struct PersonTaggerTests {
  private static let texts = [
    "Dear Ms Okonkwo,\nmy name is JÖRG Weiß-Müller (order #4711) & I live at 12 Elm St.",
    "あ、さとしだけど。例のカメラ、もう売れちゃった？ 東京都港区1-2-3",
    "您好,我是李二柱!电话[phone****]。",
    "저 김민서인데요, 배송이 안 와요 ㅠㅠ",
    "สวัสดีค่ะ ดิฉันชื่อ กนกวรรณ ค่ะ",
    "مرحبا، أنا خالد العتيبي من جدة ١٢٣",
    "ALL IS SHOUTED HERE BY MRS PATEL TODAY — “so what”",
  ]

  @Test(
    "a feature's name in the file is read as the feature that a text's units have",
    arguments: texts
  )
  func names(_ text: String) throws {
    let bytes = Array(text.utf8)
    let sample = Redacting.learner.sample(bytes, marks: [])
    let wanted = Set(sample.features.joined())
    var left = wanted
    let names = Redacting.learner.names(bytes, of: &left)
    #expect(left.isEmpty)
    #expect(names.count == wanted.count)
    let rows = names.values.sorted().map {
      TagWeights.Row(feature: $0, values: [0, 1, 0, 0, 0])
    }
    let file = TagWeights.lines(rows: rows).joined(separator: "\n")
    let weights = try TagWeights(path: "weights", bytes: Array(file.utf8))
    #expect(weights.diagnostics.isEmpty)
    for hash in wanted {
      #expect(weights.values(of: hash) == SIMD8(0, 1, 0, 0, 0, 0, 0, 0), "\(names[hash] ?? "")")
    }
  }

  @Test(
    "persons whom no list has are masked in places that no rule knows",
    arguments: [
      "The tutor, «Adjoa», never turned up.", "De kapster heet «Wietske» en is geweldig.",
      "Notre conseillère s'appelle «Maëlwenn».", "Mein Nachbar «Zwerenz» hat das Paket angenommen.",
      "うちは«有馬»と申しますが、隣の家です。",
    ]
  )
  func unlisted(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "what a catalog sells stays where a person might stand",
    arguments: [
      "Clara here is the best colour.", "Best Clara vase ever.", "Sofa, Clara, grau",
      "Order 88213, Clara Lamp", "Sofia, 2 Sitzer in Grau", "The Sofia was great for a month.",
      "The robot vacuum's called Bert, he's family now",
    ]
  )
  func sold(text: String) {
    let selling = Redactor(
      Redacting.words(goods: ["Clara lamp", "Clara vase", "Sofia sofa", "Bert robot vacuum"])
    )
    #expect(Redacting.masked(text, with: selling) == [])
  }

  @Test(
    "codes, dates and small numbers are no address, whatever the weights say",
    arguments: [
      "Lote L5416, GTIN 0187012421389, caduca 05/11/2024", "9 Mayıs 2024 tarihli sipariş",
      "2025-12-11 订单", "10000-20000 rpm", "at 7 Eleven", "Moved to Plan B, 12 June.",
    ]
  )
  func codes(text: String) { #expect(Redacting.masked(text).isEmpty, "\(text)") }

  @Test(
    "answers of a word or two are nobody, and firms are not",
    arguments: [
      "Meh", "Detractor", "NPS Detractor", "Napkins", "Yay", "Lovely Jubbly", "Ada 450", "良好",
      "Hearth & Row, how may I help?",
    ]
  )
  func answers(text: String) { #expect(Redacting.masked(text).isEmpty, "\(text)") }

  @Test("any bytes keep their number, and masks do not overlap")
  func anyBytes() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let mixed =
        Array("Dear ".utf8) + bytes + Array(" Ana Wendrick, 12 Elm Road 高橋です".utf8) + bytes
      var masked = mixed
      var counts: [String: Int] = [:]
      Redacting.redactor.redact(&masked, counts: &counts)
      #expect(masked.count == mixed.count, "\(mixed)")
    }
  }

  @Test(
    "long texts are labelled piece by piece, with or without blanks",
    arguments: ["a", "A", "漢", "ง", "Ana Wendrick ", "1", "é"]
  )
  func long(piece: String) {
    let end = ". Your colleague Zoltan Wendrick was kind."
    let text = String(repeating: piece, count: 120_000 / piece.utf8.count) + end
    let masked = Redacting.redactor
    var counts: [String: Int] = [:]
    var bytes = Array(text.utf8)
    masked.redact(&bytes, counts: &counts)
    #expect(bytes.count == text.utf8.count)
    #expect(String(decoding: bytes.suffix(40), as: UTF8.self).contains("[name"))
  }

  @Test("a faulty line of the weights is told, and the others are read")
  func faults() throws {
    let file = """
      feature\tother\tname\tname+\taddress\taddress+
      word ana\t-10\t20\t0\t0\t0
      sound ana\t1\t2\t3\t4\t5
      word bob\t1\t2\tx\t4\t5
      after name\t0\t0\t7\t0\t0
      after nobody\t0\t0\t7\t0\t0
      """
    let weights = try TagWeights(path: "weights", bytes: Array(file.utf8))
    #expect(weights.diagnostics.map(\.location.line) == [3, 4, 6])
    let word = TagHash.join(TagFeature.Template.word.hash, TagHash.of("ana"))
    #expect(weights.values(of: word)[0] == -10 && weights.values(of: word)[1] == 20)
    #expect(weights.transitions[TagWeights.labelCount + 2] == 7)
    #expect(throws: Diagnostic.self) {
      try TagWeights(path: "weights", bytes: Array("feature\tother\n".utf8))
    }
  }
}
