import Testing

@testable import VerbatimText

@Suite("Phone numbers")
struct PhoneRedactionTests {
  @Test(
    "are found without a word beside them",
    arguments: [
      "«+44 7911 123456»", "«+447911123456»", "«+49 (0)30 1234567»", "«+1 (555) 010-9999»",
      "«0049 30 1234567»", "«011 44 20 7946 0958»", "«(+44) 20 7946 0958»", "«+ 49 30 1234567»",
      "«07911 123456».", "«07911123456»", "«030 1234567»", "«030/1234567»", "«0171 - 1234567»",
      "«06 12 34 56 78»", "«06.12.34.56.78»", "«06-12-34-56-78»", "«(555) 010-9999»",
      "«555-010-9999»", "«555.010.9999»", "«1-555-010-9999»", "call 2 times: «07911 123456»",
      "since 2019 «07911 123456»", "Tel.«07911 123456»", "«0475/38.74.57»", "«612 345 678»",
      "«347 1234567»", "«368/2958391»", "«(11) 98765-4321»", "«08-123 456 78»", "«0532 123 45 67»",
      "«0 (532) 123 45 67»", "«090-1234-5678»", "«０９０－１２３４－５６７８»", "«138 1234 5678»",
      "请致电«13812345678»", "«010.1234.5678»", "«081-234-5678»", "«050 123 4567»",
      "«٠٥٠١٢٣٤٥٦٧»", "«8 916 123-45-67»", "«+7 (916) 123-45-67»", "Сломалось. «89161234567»",
      "«0412 345 678»", "«01/555 0177»", "«98765 43210»", "«0151 12345678»",
      "«01632 960983»/«01632 960984»",
    ]
  )
  func found(text: String) {
    let (plain, pieces) = Redacting.marked(text)
    // Whether a bracket around a number goes with it is all the same.
    let trim = { (text: String) in
      text.hasPrefix("(") && !text.contains(") ") ? String(text.dropFirst()) : text
    }
    #expect(Redacting.masked(plain).map(trim) == pieces.map(trim))
    #expect(Redacting.redact(plain).counts == ["phone": pieces.count])
  }

  @Test(
    "are found where a word asks for less",
    arguments: [
      "call me on «5550109999»", "call «555-0142»", "my number is «1234567»", "phone: «123456»",
      "whatsapp «11987654321»", "meine Handynummer ist «1701234567»", "tél : «612345678»",
      "llámame al «612345678»", "cellulare: «3471234567»", "ligue para «912345678»",
      "mijn nummer is «612345678»", "mój numer to «601234567»", "numaram «5321234567»",
      "連絡先：«9012345678»", "手机：«13912345678»", "제 번호는 «1012345678»", "tlf «912 34 567»",
      "«5550109999» is my mobile", "ubicarme en el «9 5555 0123»",
      "AGENT: your phone? CUSTOMER: «415 555 0123»",
      "«210 000 451», fale comigo", "мой номер «9161234567»",
    ]
  )
  func announced(text: String) {
    let (plain, pieces) = Redacting.marked(text)
    #expect(Redacting.masked(plain) == pieces)
  }

  @Test(
    "take their extension along",
    arguments: [
      "«020 7946 0000 ext 12»", "«(415) 555-0132 x204», please", "«030 1234567 Durchwahl 12»",
      "«+1-415-555-0132 ext. 300»", "«03-1234-5678 内線12»",
    ]
  )
  func extensions(text: String) {
    #expect(Redacting.masked(Redacting.marked(text).text) == Redacting.marked(text).pieces)
  }

  @Test("are every British mobile number, whatever its last digits")
  func everyMobile() {
    for last in 100_000..<100_500 {
      let text = "07911 \(last)"
      #expect(Redacting.masked(text) == [text])
    }
  }

  @Test(
    "have as many digits as their country's plan says",
    arguments: [
      ([1, 5, 5, 5], 1, 10...10), ([4, 4, 7], 2, 9...10), ([3, 5, 3, 8], 3, 7...9),
      ([7], 1, 10...10),
      ([8, 6, 1], 2, 10...11), ([9, 7, 1, 5], 3, 8...9),
    ]
  )
  func plan(digits: [UInt8], code: Int, national: ClosedRange<Int>) throws {
    let found = try #require(PhonePlan.country(digits))
    #expect(found.code == code)
    #expect(found.national == national)
  }

  @Test(
    "are not other numbers with a plus, a zero or a word for phones near",
    arguments: [
      "+1 555 0123", "+49 1234", "+999 1234567", "+12.5 %", "+1000000", "0044112233", "00 12 34",
      "my phone 204411 died", "we call it 2044", "phone 4006381333931", "GSM 900/1800/1900",
      "the phone lasted 2019-2020", "called on 2024-03-12 14:05", "tel. support since 12.03.2024",
      "order 5550109999", "(4039416898)", "1532995200", "192.168.100.200", "25 3000 4000",
      "mobile 600 000 000",
    ]
  )
  func others(text: String) { #expect(Redacting.redact(text).text == text) }
}
