import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Cards and accounts")
struct CardAndAccountTests {
  @Test(
    "cards that pass Luhn's check are found",
    arguments: [
      "«4111 1111 1111 1111»", "«4111-1111-1111-1111»", "card «4111111111111111».",
      "«3782 822463 10005»", "«378282246310005»", "«5555555555554444»", "«2223 0031 2200 3222»",
      "«6011 1111 1111 1117»", "«30569309025904»", "it is «4111 1111 1111 1111» 12/25",
      "it is «4111 1111 1111 1111» 123", "2 «4111 1111 1111 1111»", "«4111 111111111111»",
      "«41111111 11111111»", "«4111.1111.1111.1111»", "«4111\u{A0}1111\u{A0}1111\u{A0}1111»",
      "«４１１１　１１１１　１１１１　１１１１»", "Kreditkarte «4111 11 11 1111 1111»",
      "Visa «4222222222222»",
    ]
  )
  func cards(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .card)) }

  @Test(
    "numbers like cards that are none stay",
    arguments: [
      "4111 1111 1111 1112", "1234567812345678", "9111 1111 1111 1111", "4111 1111",
      "order 4111111111111111", "9400 4111 1111 1111 1111 77", "490154203237518",
    ]
  )
  func noCards(text: String) { #expect(Redacting.redact(text).text == text) }

  @Test("a GTIN is no card, whatever its digits")
  func everyGTIN() {
    for number in 400_638_133_000..<400_638_133_400 {
      let digits = String(number).utf8.reversed().map { Int($0) - 48 }
      let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 3 : 1) }
      let text = "\(number)\((10 - sum % 10) % 10)"
      #expect(Redacting.redact(text).text == text)
    }
  }

  @Test(
    "bank accounts are found",
    arguments: [
      "«DE89 3704 0044 0532 0130 00»", "IBAN: «DE89370400440532013000».",
      "«gb29 nwbk 6016 1331 9268 19»", "«NO93 8601 1117 947» thanks",
      "«MT84 MALT 0110 0001 2345 MTLC AST0 01S»", "«DE89 3704 0044 0532 0130 00» and so on",
      "«FR14 2004 1010 0505 0001 3M02 606»", "«FR76-3000-6000-0112-3456-7890-189»",
      "IBAN«DE89370400440532013000»", "«IT60 X054 2811 1010 0000 0123 456»",
      "konto «PL61 1090 1014 0000 0712 1981 2874»",
    ]
  )
  func accounts(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .iban)) }

  @Test(
    "letters and digits that only look like an account stay",
    arguments: [
      "DE89 3704 0044 0532 0130 01", "DE88370400440532013000", "XX89370400440532013000",
      "DE8937040044053201300", "ADE89370400440532013000",
    ]
  )
  func noAccounts(text: String) { #expect(Redacting.redact(text).counts["iban"] == nil) }

  @Test("words after two letters and two digits are no account")
  func wordsAreNoAccount() {
    var generator = SeededGenerator(seed: 7)
    let words = [
      "cable", "works", "fine", "old", "charger", "lid", "is", "loose", "today", "again",
    ]
    for number in 10_000..<11_500 {
      let rest = (0..<8).map { _ in words.randomElement(using: &generator) ?? "" }
      let text = "model XL\(number % 100) \(number) \(rest.joined(separator: " "))"
      #expect(Redacting.redact(text).text == text)
    }
  }
}
