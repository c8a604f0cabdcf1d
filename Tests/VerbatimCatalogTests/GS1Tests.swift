import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimCatalog

@Suite("GS1 strings and links")
struct GS1Tests {
  @Test(
    "say which article, lot and serial",
    arguments: [
      ("(01)09521234543213(10)ABC123(21)12345", "09521234543213", "ABC123", "12345"),
      ("(01) 09521234543213 (10) ABC123", "09521234543213", "ABC123", nil),
      ("]C1010952123454321310ABC123\u{1D}2112345", "09521234543213", "ABC123", "12345"),
      ("01095212345432131727123110L2409", "09521234543213", "L2409", nil),
      ("]d201095212345432133103001750", "09521234543213", nil, nil),
      ("(01)09521234543213(99)x(10)A/1(b)", "09521234543213", "A/1(b)", nil),
      ("(02)09521234543213(37)12", "09521234543213", nil, nil),
    ] as [(String, String, String?, String?)]
  )
  func elements(text: String, gtin: String, lot: String?, serial: String?) throws {
    let read = try #require(GS1Statement(elements: text))
    #expect(read.gtin == gtin)
    #expect(read.lot == lot)
    #expect(read.serial == serial)
  }

  @Test(
    "are none when a number does not hold, or they name no article",
    arguments: [
      "", "(", "(01)", "(01)09521234543214", "(10)ABC123", "0109521234543214", "ABC", "(1)2",
      "2112345", "01095212345432133103001", "952123454321", "]C1",
    ]
  )
  func none(text: String) {
    #expect(GS1Statement(elements: text) == nil)
  }

  @Test(
    "are read in links, in any order and with old words",
    arguments: [
      ("https://id.example/01/09521234543213/10/ABC%2F1/21/7?17=271231", "ABC/1", "7"),
      ("https://id.example/some/path/gtin/9521234543213/lot/L-1", "L-1", nil),
      ("/01/09521234543213?10=Q77", "Q77", nil), ("/01/09521234543213", nil, nil),
    ] as [(String, String?, String?)]
  )
  func links(url: String, lot: String?, serial: String?) throws {
    let read = try #require(GS1Statement(link: PageAddressParts(url)))
    #expect(read.gtin == "09521234543213")
    #expect(read.lot == lot)
    #expect(read.serial == serial)
  }

  @Test("any bytes give numbers that are whole, or none", arguments: SeededGenerator.seeds(40))
  func anything(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = [
      "(", ")", "01", "10", "21", "/", "?", "%", "%2F", "=", "\u{1D}", "]C1", "09521234543213", "é",
      "3103", "E+", ".", "'",
    ]
    for _ in 0..<50 {
      let text = random.text(of: alphabet, longest: 14)
      let raw = String(decoding: random.bytes(longest: 40), as: UTF8.self)
      for input in [text, raw] {
        for statement in [
          GS1Statement(elements: input), GS1Statement(link: PageAddressParts(input)),
        ] {
          #expect(statement?.gtin.map { $0.allSatisfy(\.isNumber) } != false, "\(input)")
          #expect(statement?.lot?.isEmpty != true, "\(input)")
        }
        // A key is one of its own: reading it again changes nothing.
        let key = CodeKey.exact(input)
        #expect(key.map { CodeKey.exact(String(decoding: $0, as: UTF8.self)) == key } != false)
        let name = CodeKey.name(input)
        #expect(CodeKey.name(String(decoding: name, as: UTF8.self)) == name, "\(input)")
      }
    }
  }

  @Test(
    "trade numbers are read as far as their check digit allows",
    arguments: [
      ("036000291452", TradeNumber.Reading.number(36_000_291_452, zerosLost: false)),
      ("36000291452", .number(36_000_291_452, zerosLost: true)),
      ("'4006381333931", .number(4_006_381_333_931, zerosLost: false)),
      ("0306406152", .number(9_780_306_406_157, zerosLost: false)),
      ("043942089X", .number(9_780_439_420_891, zerosLost: false)),
      ("4006381333932", .wrongCheckDigit), ("4.00638E+12", .shortened), ("8,1E+11", .shortened),
      ("12E34", .shortened), ("KT-200", .other), ("", .other), ("0000000000000", .other),
    ]
  )
  func trade(text: String, reading: TradeNumber.Reading) {
    #expect(TradeNumber.reading(text) == reading)
  }

  @Test("a pack leads to the unit inside")
  func pack() {
    #expect(TradeNumber.unit(inPack: 14_006_381_333_938) == 4_006_381_333_931)
    #expect(TradeNumber.unit(inPack: 4_006_381_333_931) == nil)
  }

  @Test(
    "location numbers have 13 digits and a check digit",
    arguments: [
      ("4006381333931", true), ("4006381333932", false), (" 400-6381333931", true), ("", false),
      ("0000000000000", false), ("40063813339310", false), ("x", false),
    ]
  )
  func gln(text: String, isOne: Bool) {
    #expect((GLN(text) != nil) == isOne)
  }
}
