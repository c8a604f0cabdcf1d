import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Redactor")
struct RedactorTests {
  private func redact(_ text: String) -> (text: String, counts: [String: Int]) {
    var counts: [String: Int] = [:]
    let masked = Redactor.redact(text, counts: &counts)
    return (masked, counts)
  }

  /// What is masked in a text, each piece as it stood.
  private func masked(_ text: String) -> [String] {
    let before = Array(text.utf8)
    var after = before
    var counts: [String: Int] = [:]
    Redactor.redact(&after, counts: &counts)
    var pieces: [String] = []
    var at = 0
    while at < before.count {
      var end = at
      // A mask begins with a bracket where there was none, and ends with the next.
      if after[at] == UInt8(ascii: "["), before[at] != after[at] {
        while after[end] != UInt8(ascii: "]") { end += 1 }
        pieces.append(String(decoding: before[at...end], as: UTF8.self))
      }
      at = end + 1
    }
    #expect(counts.values.reduce(0, +) == pieces.count)
    return pieces
  }

  @Test("a mask names what it covers, byte for byte")
  func masks() {
    let read = redact("Mail anna.b@example.com or +44 7911 123456!")
    #expect(read.text == "Mail [email***********] or [phone********]!")
    #expect(read.counts == ["email": 1, "phone": 1])
    #expect(redact("a@b.co").text == "[emai]")
  }

  @Test(
    "e-mail addresses are found",
    arguments: [
      ("anna@example.com", "anna@example.com"),
      ("<Anna.B+x%y@mail.example.co.uk>.", "Anna.B+x%y@mail.example.co.uk"),
      ("me@web.de.", "me@web.de"), ("me@web.de,you", "me@web.de"),
      ("müller@büro.example", "müller@büro.example"),
    ]
  )
  func emails(text: String, found: String) {
    #expect(masked(text) == [found])
    #expect(redact(text).counts == ["email": 1])
  }

  @Test(
    "what only has an @ in it stays",
    arguments: [
      "@anna.b", "3 @ 4.99", "5@3.99", "a@b", "a@b.", "@", "@@@@@@@", "x@.", "write me @ home.",
    ]
  )
  func noEmails(text: String) { #expect(redact(text).text == text) }

  @Test(
    "cards that pass Luhn's check are found",
    arguments: [
      ("4111 1111 1111 1111", "4111 1111 1111 1111"),
      ("4111-1111-1111-1111", "4111-1111-1111-1111"),
      ("card 4111111111111111.", "4111111111111111"),
      ("3782 822463 10005", "3782 822463 10005"), ("378282246310005", "378282246310005"),
      ("5555555555554444", "5555555555554444"), ("2223 0031 2200 3222", "2223 0031 2200 3222"),
      ("6011 1111 1111 1117", "6011 1111 1111 1117"), ("30569309025904", "30569309025904"),
      ("it is 4111 1111 1111 1111 12/25", "4111 1111 1111 1111"),
      ("it is 4111 1111 1111 1111 123", "4111 1111 1111 1111"),
      ("2 4111 1111 1111 1111", "4111 1111 1111 1111"),
    ]
  )
  func cards(text: String, found: String) {
    #expect(masked(text) == [found])
    #expect(redact(text).counts == ["card": 1])
  }

  @Test(
    "numbers like cards that are none stay",
    arguments: ["4111 1111 1111 1112", "1234567812345678", "9111 1111 1111 1111", "4111 1111"]
  )
  func noCards(text: String) { #expect(redact(text).text == text) }

  @Test(
    "bank accounts are found",
    arguments: [
      ("DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00"),
      ("IBAN: DE89370400440532013000.", "DE89370400440532013000"),
      ("gb29 nwbk 6016 1331 9268 19", "gb29 nwbk 6016 1331 9268 19"),
      ("NO93 8601 1117 947 thanks", "NO93 8601 1117 947"),
      ("MT84 MALT 0110 0001 2345 MTLC AST0 01S", "MT84 MALT 0110 0001 2345 MTLC AST0 01S"),
      ("DE89 3704 0044 0532 0130 00 and so on", "DE89 3704 0044 0532 0130 00"),
      ("FR14 2004 1010 0505 0001 3M02 606", "FR14 2004 1010 0505 0001 3M02 606"),
    ]
  )
  func ibans(text: String, found: String) {
    #expect(masked(text) == [found])
    #expect(redact(text).counts == ["iban": 1])
  }

  @Test(
    "letters and digits that only look like an account stay",
    arguments: [
      "DE89 3704 0044 0532 0130 01", "DE88370400440532013000", "XX89370400440532013000",
      "DE8937040044053201300", "ADE89370400440532013000",
    ]
  )
  func noIBANs(text: String) { #expect(redact(text).counts["iban"] == nil) }

  @Test("words after two letters and two digits are no account")
  func wordsAreNoIBAN() {
    var generator = SeededGenerator(seed: 7)
    let words = [
      "the", "cable", "works", "fine", "with", "my", "old", "charger", "and", "it", "is",
    ]
    for number in 10_000..<14_000 {
      let rest = (0..<8).map { _ in words.randomElement(using: &generator) ?? "" }
      let text = "model XL\(number % 100) \(number) \(rest.joined(separator: " "))"
      #expect(redact(text).text == text)
    }
  }

  @Test(
    "phones are found as people write them",
    arguments: [
      ("+44 7911 123456", "+44 7911 123456"), ("+447911123456", "+447911123456"),
      ("+49 (0)30 1234567", "+49 (0)30 1234567"), ("+1 (555) 010-9999", "+1 (555) 010-9999"),
      ("07911 123456", "07911 123456"), ("07911 123456.", "07911 123456"),
      ("07911123456", "07911123456"), ("030 1234567", "030 1234567"),
      ("030/1234567", "030/1234567"), ("0171 - 1234567", "0171 - 1234567"),
      ("06 12 34 56 78", "06 12 34 56 78"), ("06.12.34.56.78", "06.12.34.56.78"),
      ("(555) 010-9999", "(555) 010-9999"), ("555-010-9999", "555-010-9999"),
      ("555.010.9999", "555.010.9999"), ("1-555-010-9999", "1-555-010-9999"),
      ("call 2 times: 07911 123456", "07911 123456"), ("since 2019 07911 123456", "07911 123456"),
      ("Tel.07911 123456", "07911 123456"), ("(07911 123456)", "07911 123456"),
    ]
  )
  func phones(text: String, found: String) {
    #expect(masked(text).map { $0.trimmingParentheses } == [found.trimmingParentheses])
    #expect(redact(text).counts == ["phone": 1])
  }

  @Test("every British mobile number is found, whatever its last digits")
  func everyMobile() {
    for last in 100_000..<101_000 {
      let text = "07911 \(last)"
      #expect(masked(text) == [text])
    }
  }

  @Test(
    "product and order numbers stay",
    arguments: [
      "HR-204411", "HR-2044112233", "HR-0044112233", "SKU_0123456789", "0123456789-BLK",
      "AB0123456789",
      "1Z999AA10123456784", "#0123456789", "EAN 4006381333931", "4012345123456", "5901234123457",
      "0 36000 29145 2", "036000291452", "00012345600012", "978-3-16-148410-0",
      "ISBN 0-306-40615-2",
      "ISBN 0306406152", "B07FZ8S74R", "114-3941689-8772232", "404-3941689-8772232",
      "order 5550109999",
      "(4039416898)", "IMG_20180731101522",
    ]
  )
  func productNumbers(text: String) { #expect(redact(text).text == text) }

  @Test("an order number of Amazon stays, whatever its digits")
  func everyOrder() {
    for first in [111, 114, 302, 304, 404, 408, 503] {
      for last in 8_772_000..<8_772_200 {
        let text = "\(first)-3941689-\(last)"
        #expect(redact(text).text == text)
      }
    }
  }

  @Test("a GTIN is no card, whatever its digits")
  func everyGTIN() {
    for number in 400_638_133_000..<400_638_133_400 {
      let digits = String(number).utf8.reversed().map { Int($0) - 48 }
      let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 3 : 1) }
      let text = "\(number)\((10 - sum % 10) % 10)"
      #expect(redact(text).text == text)
    }
  }

  @Test(
    "prices, dates and measures stay",
    arguments: [
      "1,299.00 and 2.499,99", "31.07.2018", "2018-07-31 10:15:22", "31/07/2018 10:15",
      "07-31-2018 10:15", "03-04-2018 10", "31.07.2018-31.08.2018", "31/07/2018 - 31/08/2018",
      "2018-07-31T08:09:10Z", "120 x 80 x 40 cm, 25000 h", "10000-20000 rpm", "100 000 000",
      "1532995200", "1532995200000", "0.123456789", "192.168.100.200", "25 3000 4000",
      "$1234567.89", "1/2/2018 1/3/2018",
    ]
  )
  func measures(text: String) { #expect(redact(text).text == text) }

  @Test(
    "offsets stay, characters stay whole, and what is masked once stays so",
    arguments: SeededGenerator.seeds(2)
  )
  func offsets(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool = [
      "anna@example.com", "+44 7911 123456", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00",
      "é", "👍", " ", " ", "-", "(", ")", "/", ".", "@", "0", "12", "345", "6789", "lid", "a1", "+",
    ]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 0...12, using: &generator))
        .map { _ in pool.randomElement(using: &generator) ?? "" }.joined()
      let read = redact(text)
      #expect(read.text.utf8.count == text.utf8.count)
      #expect(UTF8Check.isValid(Array(read.text.utf8), allowsCutEnd: false))
      // Outside the masks nothing moves.
      for (before, after) in zip(text.utf8, read.text.utf8) where before != after {
        #expect(after < 0x80)
      }
      if read.counts.isEmpty { #expect(read.text == text) }
    }
  }

  @Test("any bytes keep their number", arguments: SeededGenerator.seeds(2))
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<4000 {
      let before = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 0x20...0x3F, using: &generator)
          : UInt8.random(in: 0...255, using: &generator)
      }
      var after = before
      var counts: [String: Int] = [:]
      Redactor.redact(&after, counts: &counts)
      #expect(after.count == before.count)
    }
  }
}

extension String {
  /// Whether a bracket around a number goes with it is all the same.
  fileprivate var trimmingParentheses: String {
    var text = self[...]
    if text.hasPrefix("("), !text.contains(") ") { text.removeFirst() }
    if text.hasSuffix(")") { text.removeLast() }
    return String(text)
  }
}
