import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Normalised text")
struct NormalizedTextTests {
  private func normalized(_ text: String) -> String {
    String(decoding: NormalizedText(Array(text.utf8)).bytes, as: UTF8.self)
  }

  @Test(
    "evens out what makes no difference to a reader",
    arguments: [
      ("don\u{2019}t", "don't"), ("\u{201C}great\u{201D}", "\"great\""),
      ("5\u{B4} tall", "5' tall"),
      ("re\u{2011}ordered", "re-ordered"), ("\u{2212}5", "-5"), ("bro\u{200B}ken", "broken"),
      ("bro\u{AD}ken", "broken"), ("\u{202E}abc\u{202C}", "abc"), ("\u{FEFF}lid", "lid"),
      ("a\u{A0}b", "a b"), ("a\u{3000}b", "a b"), ("ＦＵＬＬ　ｗｉｄｔｈ！", "FULL width!"),
      ("oﬃce", "office"), ("cafe\u{301}", "café"), ("Pro™ lid®", "Pro  lid "),
      ("a\u{2028}b", "a\nb"), ("𝓖𝓻𝓮𝓪𝓽", "Great"), ("㎏", "kg"), ("…", "..."), ("＇", "'"),
      ("ｶﾒﾗ", "カメラ"), ("\u{41A}-204 broke", "K-204 broke"),
      ("(\u{41C}\u{425}-5)", "(MX-5)"),
    ]
  )
  func evens(text: String, form: String) {
    #expect(normalized(text).unicodeScalars.elementsEqual(form.unicodeScalars))
  }

  @Test(
    "keeps what is something else, or drawn as one",
    arguments: [
      "2½ weeks", "Советы-7", "100 m²", "①", "9 ㏂", "⑴", "\u{1F469}\u{200D}\u{1F52C}",
      "\u{1F44D}\u{1F3FD}",
      "\u{2764}\u{FE0F}", "1\u{FE0F}\u{20E3}", "\u{1F1E9}\u{1F1EA}", "schön", "電池", "ไทย",
      "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "a \u{2013} b",
      "\u{421}ОВЕТ 7", "К", "Ж-204", "в 20:00",
    ]
  )
  func keeps(text: String) {
    #expect(normalized(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(
    "gives back the place in the original",
    arguments: [
      ("a bro\u{200B}ken lid", "broken", "bro\u{200B}ken"),
      ("the ＬＩＤ broke", "LID", "ＬＩＤ"), ("oﬃce chair", "office", "oﬃce"),
      ("un cafe\u{301} froid", "café", "cafe\u{301}"), ("x\u{200D} y", "x", "x\u{200D}"),
    ]
  )
  func aligns(text: String, form: String, original: String) throws {
    let bytes = Array(text.utf8)
    let normalized = NormalizedText(bytes)
    let range = try #require(normalized.bytes.firstRange(of: Array(form.utf8)))
    let place = normalized.original(of: ByteRange(range.lowerBound, range.upperBound))
    let cut = String(decoding: bytes[place.start..<place.end], as: UTF8.self)
    #expect(cut.unicodeScalars.elementsEqual(original.unicodeScalars))
  }

  private static let pool: [String] = [
    "a", "Z", "e", "1", " ", "'", ".", "\u{301}", "\u{327}", "\u{345}", "é", "ß", "ﬁ", "Å", "½",
    "²",
    "™", "\u{200B}", "\u{200C}", "\u{200D}", "\u{FE0F}", "\u{AD}", "\u{202E}", "\u{2019}",
    "\u{2033}",
    "\u{2212}", "\u{1F44D}", "\u{1F3FD}", "\u{1F469}", "\u{1F52C}", "\u{1F3F4}", "\u{E0067}",
    "\u{E007F}", "\u{1F1E9}", "\u{20E3}", "가", "\u{1100}", "\u{1161}", "\u{11A8}", "ﾊ", "ﾟ", "か",
    "\u{3099}", "ｗ", "！", "　", "電", "ไ", "ٱ", "ﷺ", "\u{FB1D}", "\u{FFFD}", "\u{85}", "\u{34F}",
    "\u{180E}", "\u{3164}", "ǆ", "ſ", "\u{1E9B}", "\u{323}", "㏂", "⑴", "\u{FF07}", "\u{FE63}",
  ]

  @Test("normalising twice changes nothing", arguments: SeededGenerator.seeds(3))
  func idempotent(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<8000 {
      let length = Int.random(in: 1...10, using: &generator)
      let text = (0..<length).map { _ in Self.pool.randomElement(using: &generator) ?? "" }.joined()
      let once = NormalizedText(Array(text.utf8))
      let twice = NormalizedText(once.bytes)
      if once.bytes != twice.bytes {
        Issue.record("\(text.unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
  }

  @Test("every scalar is normal after one pass")
  func everyScalar() {
    for value in 0x80...0x2FFFF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let once = NormalizedText(Array(String(scalar).utf8))
      if NormalizedText(once.bytes).bytes != once.bytes {
        Issue.record("U+\(String(value, radix: 16))")
      }
    }
  }

  @Test("places ascend, stay inside and fall on characters", arguments: SeededGenerator.seeds(3))
  func places(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<6000 {
      let length = Int.random(in: 0...12, using: &generator)
      let bytes: [UInt8] =
        round.isMultiple(of: 2)
        ? (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        : Array(
          (0..<length).map { _ in Self.pool.randomElement(using: &generator) ?? "" }.joined().utf8
        )
      let normalized = NormalizedText(bytes)
      var last = ByteRange(0, 0)
      for at in normalized.bytes.indices {
        let place = normalized.original(of: ByteRange(at, at + 1))
        let isBoundary = { (at: Int) in at == bytes.count || bytes[at] & 0xC0 != 0x80 }
        guard place.start >= last.start, place.end >= last.end, place.start < place.end,
          place.end <= bytes.count,
          !round.isMultiple(of: 2) ? isBoundary(place.start) && isBoundary(place.end) : true
        else {
          Issue.record("\(bytes): byte \(at) is from \(place) after \(last)")
          return
        }
        last = place
      }
    }
  }
}
