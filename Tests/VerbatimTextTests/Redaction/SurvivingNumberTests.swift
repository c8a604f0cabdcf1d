import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Numbers that are nobody's")
struct SurvivingNumberTests {
  @Test(
    "of products and orders stay",
    arguments: [
      "HR-204411", "HR-2044112233", "HR-0044112233", "SKU_0123456789", "0123456789-BLK", "K-204",
      "MUG-12-RED", "AB0123456789", "1Z999AA10123456784", "#0123456789", "EAN 4006381333931",
      "4012345123456", "5901234123457", "0 36000 29145 2", "036000291452", "00012345600012",
      "978-3-16-148410-0", "ISBN 0-306-40615-2", "ISBN 0306406152", "B07FZ8S74R",
      "114-3941689-8772232", "404-3941689-8772232", "order 5550109999", "IMG_20180731101522",
      "LOT L2409-11", "batch 240911A", "tracking 9400100000000000000000", "Artikel-Nr. 0301234567",
      "serial 030 123 4567", "Rechnung 0043-96296", "numéro de suivi 0612345678",
      "追跡番号 123456789018", "运单号13812345678", "заказ № 89161234567",
      "order 3086 0999 0306 1228", "Auftrag 7710 0345 1188 2046", "Art. no. 030 4455 6677",
      "part (030) 4455-66", "replaced by 030 4455 6677", "品番は030-4455-6677", "รหัสรุ่น 081-000-4455",
    ]
  )
  func products(text: String) { #expect(Redacting.redact(text).text == text) }

  @Test("an order number of Amazon stays, whatever its digits")
  func everyOrder() {
    for first in [111, 114, 302, 304, 404, 408, 503] {
      for last in 8_772_000..<8_772_100 {
        let text = "\(first)-3941689-\(last)"
        #expect(Redacting.redact(text).text == text)
      }
    }
  }

  @Test(
    "of prices, dates and measures stay",
    arguments: [
      "1,299.00 and 2.499,99", "31.07.2018", "2018-07-31 10:15:22", "31/07/2018 10:15",
      "07-31-2018 10:15", "03-04-2018 10", "31.07.2018-31.08.2018", "31/07/2018 - 31/08/2018",
      "2018-07-31T08:09:10Z", "120 x 80 x 40 cm, 25000 h", "10000-20000 rpm", "100 000 000",
      "1532995200", "1532995200000", "0.123456789", "192.168.100.200", "25 3000 4000",
      "$1234567.89", "1/2/2018 1/3/2018", "€1.299,00", "$1,299.00", "12 999 kr", "8'398.- CHF",
      "12 x 34 x 56 cm", "230V 50/60Hz", "1200 x 800", "E-1045", "0x80070057", "2.14.0", "45 %",
      "9/10", "03/12/24 14:05", "2024年3月12日", "2024년 3월 12일", "5/5 10/10 4/5", "08-12 13-18",
      "200 400 600 800 W", "600 700 900", "it says 415.555.0177 mm",
    ]
  )
  func measures(text: String) { #expect(Redacting.redact(text).text == text) }

  @Test("in thousands of made-up sentences stay", arguments: SeededGenerator.seeds(2))
  func sentences(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let frames = [
      "the # broke after two weeks", "I ordered # and got something else", "#", "(#)",
      "Das # ist defekt", "Le # ne marche pas", "El # no funciona", "model # is great",
      "paid # for this", "#: very bad", "my phone # died", "card reader # fails",
    ]
    func digits(_ count: Int) -> String {
      (0..<count).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
    }
    for _ in 0..<1500 {
      let shapes = [
        "HR-\(digits(10))", "K-\(digits(3))", "MUG-\(digits(2))-RED", "ABC\(digits(5))",
        "L\(digits(4))-\(digits(2))", "2409\(digits(2))A",
        "2025-0\(Int.random(in: 1...9, using: &generator))-12",
        "€\(digits(1)).\(digits(3)),\(digits(2))", "\(digits(2)) x \(digits(2)) cm",
        "E-\(digits(4))",
        "\(digits(3)).\(digits(3)).\(digits(2))", "\(digits(6))", "\(digits(4))-\(digits(4))",
      ]
      let number = shapes.randomElement(using: &generator) ?? ""
      let frame = frames.randomElement(using: &generator) ?? ""
      let text = frame.split(separator: "#", omittingEmptySubsequences: false)
        .joined(separator: number)
      #expect(Redacting.redact(text).text == text)
    }
  }
}
