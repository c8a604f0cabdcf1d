import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("ISBN")
struct ISBNTests {
  @Test(
    "of ten digits becomes a GTIN-13",
    arguments: [
      ("0306406152", "09780306406157"), ("0-306-40615-2", "09780306406157"),
      ("080442957X", "09780804429573"), ("080442957x", "09780804429573"),
      ("043942089X", "09780439420891"), ("155404295X", "09781554042951"),
    ]
  )
  func tenDigits(text: String, gtin: String) {
    #expect(ISBN(text)?.gtin.digits14 == gtin)
  }

  @Test(
    "of thirteen digits is its GTIN",
    arguments: ["9780306406157", "978-0-306-40615-7", "978 0 306 40615 7"]
  )
  func thirteenDigits(text: String) {
    #expect(ISBN(text) == ISBN("0306406152"))
  }

  @Test(
    "is none with a wrong digit, prefix or length",
    arguments: [
      "", "0306406153", "0804429570", "X306406152", "03064061X2", "4006381333931",
      "9780306406158", "97803064061", "030640615", "abcdefghij",
    ]
  )
  func refused(text: String) {
    #expect(ISBN(text) == nil)
  }

  @Test("accepts exactly one last character", arguments: SeededGenerator.seeds(20))
  func oneCheckDigit(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let stem = "1" + (0..<8).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let last = "0123456789X".filter { ISBN("\(stem)\($0)") != nil }
      #expect(last.count == 1, "\(random) \(stem)")
    }
  }
}

@Suite("ASIN")
struct ASINTests {
  @Test(
    "is B and nine capitals or digits, or an ISBN-10",
    arguments: ["B00EXAMPLE", "B000000000", "BZZZZZZZZZ", "0306406152", "080442957X"]
  )
  func shape(text: String) {
    #expect(ASIN(text)?.value == text)
    #expect(ASIN(text)?.description == text)
  }

  @Test(
    "is none in small letters, of another length, or with a wrong check digit",
    arguments: [
      "", "b00EXAMPLE", "B00example", "B00EXAMPL", "B00EXAMPLES", "B00-XAMPLE", "A00EXAMPLE",
      "0306406153", "080442957x", "X000123456", "B00EXAMPÉ",
    ]
  )
  func refused(text: String) {
    #expect(ASIN(text) == nil)
  }
}
