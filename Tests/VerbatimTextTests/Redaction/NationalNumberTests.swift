import Testing

@testable import VerbatimText

@Suite("Identity numbers")
struct NationalNumberTests {
  @Test(
    "that say what they are are found alone",
    arguments: [
      "«RSSMRA85T10A562S»", "«RSS MRA 85T10 A562S»", "«44051401359»", "«131052-308T»",
      "«811218-9876»", "«198112189876»", "«19811218-9876»", "«85.07.30-033.28»", "«85073003328»",
      "«255081416802538»", "«2 55 08 14 168 025 38»", "«11010519491231002X»", "«850101-1234567»",
      "«756.9217.0769.85»", "«8001015009087»", "«529.982.247-25»", "«12345678-Z»", "«X1234567L»",
      "«X-1234567-L»", "«AB123456C»", "«AB 12 34 56 C»", "«112-233-445 95»", "«86 095 742 719»",
      "«784-1980-1234567-8»",
    ]
  )
  func strong(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .nationalID))
  }

  @Test(
    "with one check digit are found beside a word",
    arguments: [
      "my SSN is «078-05-1120»", "I read out my social «219-09-9999»",
      "they wanted my SIN «130692544»", "Sozialversicherungsnummer «15 070649 C 103»",
      "social security number: «219-09-9999»", "BSN «111222333»",
      "Steuer-ID «86095742719»", "mi DNI es «12345678Z»", "NHS number «943 476 5919»",
      "SIN number «046 454 286»", "TC kimlik numaram «10000000146»", "CPF «52998224725»",
      "マイナンバーは«123456789018»です", "Aadhaar «2341 2341 2346»", "NIF «123456789»",
      "AHV «7569217076985»", "ИНН «500100732259»", "رقم الهوية «1012345678»",
      "personnummer «8112189876»", "«111222333» is my BSN", "PPS number «1234567T»",
    ]
  )
  func weak(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .nationalID))
  }

  @Test(
    "without a check digit are found right after a word",
    arguments: [
      "passport number «533380006»", "passport «C01X00T47»", "Reisepass: «C01X00T47»",
      "паспорт «4509 123456»", "driver's license «D123-4567-8901»", "ssn «123456789»",
    ]
  )
  func announced(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .nationalID))
  }

  @Test(
    "with one check digit stay without a word",
    arguments: [
      "078-05-1120", "111222333", "10000000146", "52998224725", "86095742719", "123456789",
      "order 44051401359", "part AB123456C", "serial X1234567L", "lot 20240911A", "Le 230419C",
      "20240911S", "RSSMRA85T10A562T", "131052-308S", "85.07.30-033.29", "756.9217.0769.84",
    ]
  )
  func others(text: String) { #expect(Redacting.redact(text).text == text) }

  @Test(
    "check digits are as published",
    arguments: [("79927398713", true), ("79927398710", false)]
  )
  func luhn(number: String, isRight: Bool) {
    #expect(CheckDigits.passesLuhn(digits(number)) == isRight)
  }

  @Test("Verhoeff's sum finds every digit that is changed and every two that are swapped")
  func verhoeff() {
    let right: [UInt8] = [2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 6]
    #expect(CheckDigits.passesVerhoeff(right[...]))
    for place in right.indices {
      for digit in UInt8(0)..<10 where digit != right[place] {
        var changed = right
        changed[place] = digit
        #expect(!CheckDigits.passesVerhoeff(changed[...]))
      }
      if place > 0, right[place] != right[place - 1] {
        var swapped = right
        swapped.swapAt(place, place - 1)
        #expect(!CheckDigits.passesVerhoeff(swapped[...]))
      }
    }
  }

  private func digits(_ number: String) -> ArraySlice<UInt8> { number.utf8.map { $0 - 48 }[...] }
}
