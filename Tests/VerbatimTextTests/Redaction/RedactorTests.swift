import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Redactor")
struct RedactorTests {
  @Test("a mask names what it covers, byte for byte")
  func masks() {
    let read = Redacting.redact("Mail anna.b@example.com or +44 7911 123456!")
    #expect(read.text == "Mail [email***********] or [phone********]!")
    #expect(read.counts == ["email": 1, "phone": 1])
    #expect(Redacting.redact("a@b.co").text == "[emai]")
    #expect(Redacting.redact("Hi Bo,").text == "Hi [],")
    #expect(Redacting.redact("DNI 12345678-Z").text == "DNI [national]")
  }

  @Test("all kinds of one text are counted")
  func kinds() {
    let text = """
      Hello Maya,
      my card 4111 1111 1111 1111 was charged for K-204 on 2026-03-12. Please refund €39.99 to
      DE89 3704 0044 0532 0130 00 or call 030 1234567 (BSN 111222333).
      Regards,
      Tom Baker
      12 High Street, Leeds LS1 4AP
      tom@example.org
      """
    #expect(
      Redacting.redact(text).counts == [
        "address": 1, "card": 1, "email": 1, "iban": 1, "name": 2, "national_id": 1, "phone": 1,
      ]
    )
    #expect(Redacting.redact(text).text.contains("charged for K-204 on 2026-03-12"))
    #expect(Redacting.redact(text).text.contains("€39.99"))
  }

  @Test("a text without personal data comes back as it is")
  func plain() {
    for text in ["", " ", "The lid closes well.", "Zu klein für 3 Tassen, leider.", "壶很好用。"] {
      let read = Redacting.redact(text)
      #expect(read.text == text)
      #expect(read.counts.isEmpty)
    }
  }

  @Test("orders are masked only when told")
  func orders() {
    let redactor = Redactor(Redacting.words, masksOrders: true)
    for (text, piece) in [
      ("order 114-3941689-8772232 is late", "114-3941689-8772232"),
      ("Order no. HR-204411 came", "HR-204411"), ("Bestellnummer: 88231145", "88231145"),
      ("my order #40771 is wrong", "40771"), ("commande n° FR-99812", "FR-99812"),
      ("注文番号は12345678です", "12345678"),
    ] {
      #expect(Redacting.masked(text, with: redactor) == [piece])
      #expect(Redacting.redact(text, with: redactor).counts == ["order": 1])
      #expect(Redacting.redact(text).text == text)
    }
    #expect(Redacting.masked("model K-204, lot L2409-11", with: redactor).isEmpty)
  }

  @Test("without words the redactor finds what checks itself")
  func wordless() {
    let redactor = Redactor(RedactionWords())
    let text = "Hi Anna, a@example.com, 4111111111111111, +49 30 1234567, GB29NWBK60161331926819"
    #expect(
      Redacting.redact(text, with: redactor).counts
        == ["card": 1, "email": 1, "iban": 1, "phone": 1]
    )
  }

  @Test(
    "offsets stay, characters stay whole, and what is masked once stays so",
    arguments: SeededGenerator.seeds(2)
  )
  func offsets(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool = [
      "anna@example.com", "+44 7911 123456", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00",
      "é", "👍", " ", " ", "-", "(", ")", "/", ".", "@", "0", "12", "345", "6789", "lid", "a1", "+",
      "Hi ", "Anna", "\n", ",", "Regards", "High Street", "Hauptstraße 5", "Via Roma 3", "様", "田中",
      "my name is ", "安", "路8号", "市", "ssn ", "tel ", "à", "（", "１２", "〒", " at ", " dot ",
      "Name: ", "ул. Мира ", "로 12", "김민수", "님", "شارع ", "شكرا", "ถนน", "คุณ", "\u{301}",
    ]
    for _ in 0..<2500 {
      let text = generator.text(of: pool, longest: 12)
      let read = Redacting.redact(text)
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
    let starts: [[UInt8]] = ["Hi ", "tel ", "1 ", "田", "@", "Via ", "a at ", "로 "].map {
      Array($0.utf8)
    }
    for _ in 0..<3000 {
      let before =
        (starts.randomElement(using: &generator) ?? [])
        + (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          Bool.random(using: &generator)
            ? UInt8.random(in: 0x20...0x3F, using: &generator)
            : UInt8.random(in: 0...255, using: &generator)
        }
      var after = before
      var counts: [String: Int] = [:]
      Redacting.redactor.redact(&after, counts: &counts)
      #expect(after.count == before.count)
    }
  }

  @Test("a second pass finds nothing more in a masked letter")
  func twice() {
    let text = """
      Dear Mr. Smith,
      call me on 07911 123456 or write to anna@example.com. I live at 12 High Street, Leeds LS1 4AP.
      Kind regards, Anna Schmidt
      """
    let once = Redacting.redact(text)
    #expect(once.counts.values.reduce(0, +) == 5)
    let again = Redacting.redact(once.text)
    #expect(again.text == once.text)
    #expect(again.counts.isEmpty)
  }

  @Test("the string and the bytes of a text are masked alike", arguments: SeededGenerator.seeds(1))
  func stringAndBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool = ["Hi ", "Anna", ", ", "0171 234567", " x@y.de ", "12 rue de la Paix", "\n", "ß"]
    for _ in 0..<500 {
      let text = generator.text(of: pool, longest: 8)
      var bytes = Array(text.utf8)
      var counts: [String: Int] = [:]
      Redacting.redactor.redact(&bytes, counts: &counts)
      let read = Redacting.redact(text)
      #expect(Array(read.text.utf8) == bytes)
      #expect(read.counts == counts)
    }
  }
}
