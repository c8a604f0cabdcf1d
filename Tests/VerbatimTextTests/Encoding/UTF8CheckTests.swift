import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("UTF-8 check")
struct UTF8CheckTests {
  /// What the standard library takes as it is, is valid.
  private func twin(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  private static let cruel: [UInt8] = [
    0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
    0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test("agrees with the standard library on every one to four of the cruel bytes")
  func exhaustive() {
    for length in 0...4 {
      var digits = [Int](repeating: 0, count: length)
      var isOver = false
      // Behind seventeen bytes the last of them stand in a step of sixteen, before them in none.
      var behind = [UInt8](repeating: 0x61, count: 28 + length)
      while !isOver {
        let bytes = digits.map { Self.cruel[$0] }
        let isValid = twin(bytes)
        if UTF8Check.isValid(bytes, allowsCutEnd: false) != isValid { Issue.record("\(bytes)") }
        behind.replaceSubrange(15..<(15 + length), with: bytes)
        if UTF8Check.isValid(behind, allowsCutEnd: false) != isValid {
          Issue.record("\(bytes) behind")
        }
        isOver = true
        for place in digits.indices {
          digits[place] += 1
          if digits[place] < Self.cruel.count {
            isOver = false
            break
          }
          digits[place] = 0
        }
      }
    }
  }

  @Test(
    "agrees with the standard library at every place of a longer text",
    arguments: SeededGenerator.seeds(3)
  )
  func places(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = [
      "a", "\n", "é", "電", "👍", "\u{10FFFF}", "\u{800}", "\u{D7FF}", "aaaaaaaaaaaaaaaaaaaaaaaa",
    ]
    for _ in 0..<600 {
      var bytes = Array(generator.text(of: alphabet, longest: 60).utf8)
      #expect(UTF8Check.isValid(bytes, allowsCutEnd: false))
      guard !bytes.isEmpty else { continue }
      for _ in 0..<4 {
        let place = Int.random(in: bytes.indices, using: &generator)
        let kept = bytes[place]
        bytes[place] = Self.cruel.randomElement(using: &generator) ?? 0
        if UTF8Check.isValid(bytes, allowsCutEnd: false) != twin(bytes) { Issue.record("\(bytes)") }
        bytes[place] = kept
        let head = Array(bytes[..<place])
        if UTF8Check.isValid(head, allowsCutEnd: false) != twin(head) { Issue.record("\(head)") }
        if !UTF8Check.isValid(head, allowsCutEnd: true) { Issue.record("\(head)") }
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
      let open = UTF8Check.openBytes(in: head.span, before: end)
      #expect(twin(Array(head.dropLast(open))))
    }
    for bytes: [UInt8] in [
      [0xE2, 0x41], [0x80], [0xE0, 0x80], [0xED, 0xA0], [0xF4, 0x90], [0xC0],
    ] {
      #expect(!UTF8Check.isValid(bytes, allowsCutEnd: true))
      let far = [UInt8](repeating: 0x61, count: 100) + bytes
      #expect(!UTF8Check.isValid(far, allowsCutEnd: true))
    }
  }

  @Test("the first byte beyond ASCII is found wherever it stands")
  func first() {
    for count in 0..<80 {
      var bytes = [UInt8](repeating: 0x7F, count: count)
      #expect(UTF8Check.firstNonASCII(in: bytes.span) == count)
      for place in bytes.indices {
        bytes[place] = 0x80
        #expect(UTF8Check.firstNonASCII(in: bytes.span) == place)
        #expect(UTF8Check.firstNonASCII(in: bytes.span, from: place) == place)
        bytes[place] = 0x7F
      }
    }
  }

  @Test("a census counts sound and damaged sequences")
  func census() {
    let bytes = Array("é電👍a".utf8) + [0xE2, 0x82, 0x61, 0xFF, 0xC3]
    let whole = UTF8Census(bytes, isWhole: true)
    #expect(whole.sequences == 3)
    #expect(whole.faults == 3)
    #expect(UTF8Census(bytes, isWhole: false).faults == 2)
    #expect(!whole.isUTF8)
    #expect(UTF8Census([], isWhole: true).isUTF8)
  }
}
