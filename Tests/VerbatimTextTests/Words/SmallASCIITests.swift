import Testing

@testable import VerbatimText

@Suite("ASCII in its matching form")
struct SmallASCIITests {
  @Test("is every byte below 0x80 but the capitals, at any place")
  func bytes() {
    for byte in UInt8.min...UInt8.max {
      let isSmall = byte < 0x80 && !(0x41...0x5A).contains(byte)
      for place in 0..<11 {
        var text = Array("a{@ [`z\u{7F}9'~".utf8)
        text[place] = byte
        let isFound = ICUNormalizer.isMatchingForm(ascii: text.span)
        #expect(isFound == isSmall, "\(byte) at \(place)")
      }
    }
    let isEmptySmall = ICUNormalizer.isMatchingForm(ascii: [UInt8]().span)
    #expect(isEmptySmall)
  }
}
