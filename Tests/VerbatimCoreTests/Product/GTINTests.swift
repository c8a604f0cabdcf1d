import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("GTIN")
struct GTINTests {
  @Test(
    "reads every length and keeps fourteen digits",
    arguments: [
      ("96385074", "00000096385074"), ("036000291452", "00036000291452"),
      ("016463992264", "00016463992264"), ("4006381333931", "04006381333931"),
      ("5012345678900", "05012345678900"), ("9780306406157", "09780306406157"),
      ("09521234543213", "09521234543213"), ("0614141000012", "00614141000012"),
    ]
  )
  func lengths(text: String, digits: String) throws {
    let gtin = try GTIN(parsing: text)
    #expect(gtin.digits14 == digits)
    #expect(gtin.description == digits)
  }

  @Test(
    "gives back the zero that a spreadsheet lost",
    arguments: [("36000291452", "036000291452"), ("16463992264", "016463992264")]
  )
  func lostZero(text: String, whole: String) throws {
    let short = try GTIN(parsing: text)
    let long = try GTIN(parsing: whole)
    #expect(short == long)
  }

  @Test(
    "reads over blanks, hyphens and a spreadsheet's apostrophe",
    arguments: [
      "4006381333931", " 4006381333931 ", "4-006381-333931", "4 006381 333931", "'4006381333931",
      "4006381333931\t", "04006381333931",
    ]
  )
  func spelling(text: String) throws {
    #expect(try GTIN(parsing: text).digits14 == "04006381333931")
  }

  @Test(
    "tells the check digit that should be there",
    arguments: [
      ("96385075", 4), ("4006381333932", 1), ("036000291453", 2), ("36000291453", 2),
      ("5012345678901", 0),
    ]
  )
  func checkDigit(text: String, expected: Int) {
    #expect(throws: GTIN.Failure.checkDigit(expected: expected)) { try GTIN(parsing: text) }
  }

  @Test(
    "knows what a spreadsheet shortened",
    arguments: ["4.00638E+12", "4.0e12", "4006381333931.0"]
  )
  func damage(text: String) {
    #expect(throws: GTIN.Failure.spreadsheetDamage) { try GTIN(parsing: text) }
  }

  @Test(
    "refuses what is no number of its length",
    arguments: [
      "", " ", "'", "-", "1234567", "123456789", "1234567890", "123456789012345", "EAN", "E+12",
      "400638133393A", "4006381'333931", "４００６３８１３３３９３１", "n/a",
    ]
  )
  func noDigits(text: String) {
    #expect(throws: GTIN.Failure.notDigits) { try GTIN(parsing: text) }
  }

  @Test(
    "refuses numbers of nobody, of the shop itself, of coupons and of serials",
    arguments: [
      "0000000000000", "00000000", "00000000000000", "2000000000008", "2912345678906",
      "9771234567003", "9912345678909",
    ]
  )
  func reserved(text: String) {
    #expect(throws: GTIN.Failure.reserved) { try GTIN(parsing: text) }
  }

  @Test(
    "refuses a reserved number in whatever length it is written",
    arguments: ["02000000000008", "09771234567003", "09912345678909", "02912345678906"]
  )
  func reservedInFourteen(text: String) {
    #expect(throws: GTIN.Failure.reserved) { try GTIN(parsing: text) }
  }

  @Test("accepts exactly one last digit", arguments: SeededGenerator.seeds(20))
  func oneCheckDigit(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      // A manufacturer's number of 3xx: no range of it is reserved.
      let stem = "3" + (0..<11).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let valid = (0...9).filter { (try? GTIN(parsing: "\(stem)\($0)")) != nil }
      #expect(valid == [Self.naiveCheckDigit(of: stem)], "\(random) \(stem)")
    }
  }

  @Test("gives a number or a reason for any text", arguments: SeededGenerator.seeds(20))
  func anyText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = ["0", "1", "9", "7", "2", " ", "-", "'", "E", ".", "+", "\t", "é", "x"]
    for _ in 0..<200 {
      let text = random.text(of: alphabet, longest: 16)
      guard let gtin = try? GTIN(parsing: text) else { continue }
      let digits = gtin.digits14.filter { ("0"..."9").contains($0) }
      #expect(digits.utf8.count == 14, "\(random) \(text)")
    }
  }

  /// The digit that brings the weighted sum to a multiple of ten, found by trying.
  static func naiveCheckDigit(of stem: String) -> Int {
    let digits = stem.compactMap(\.wholeNumberValue)
    let sum = digits.reversed().enumerated().reduce(0) { $0 + $1.element * [3, 1][$1.offset % 2] }
    return (0...9).first { (sum + $0) % 10 == 0 } ?? -1
  }
}
