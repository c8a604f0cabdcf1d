import Testing

@testable import VerbatimText

@Suite("UTF-8 check")
struct UTF8CheckTests {
  /// What the standard library keeps as it is, is valid.
  private func twin(_ bytes: [UInt8]) -> Bool {
    Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes
  }

  @Test("agrees with the standard library on every two and three bytes of the cruel ones")
  func exhaustive() {
    let cruel: [UInt8] = [
      0x00, 0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for first in cruel {
      for second in cruel {
        for third in cruel {
          for fourth in cruel {
            let bytes = [first, second, third, fourth]
            if UTF8Check.isValid(bytes, allowsCutEnd: false) != twin(bytes) {
              Issue.record("\(bytes)")
            }
          }
        }
      }
    }
  }

  @Test("a character cut at the end is valid when more may come")
  func cut() {
    let bytes = Array("aé電👍".utf8)
    for end in 0...bytes.count {
      let head = Array(bytes[..<end])
      #expect(UTF8Check.isValid(head, allowsCutEnd: true))
      #expect(UTF8Check.isValid(head, allowsCutEnd: false) == twin(head))
    }
    #expect(!UTF8Check.isValid([0xE2, 0x41], allowsCutEnd: true))
    #expect(!UTF8Check.isValid([0x80], allowsCutEnd: true))
  }
}
