import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("The parts of a message")
struct CleaningPropertyTests {
  /// Pieces that meet the rules at their edges.
  static let pieces = [
    "\n", "\n", "\r\n", "\n\n", " ", "> ", ">", "&gt;", "--", "-- ", "__", "—", "On ", "Am ", "Le ",
    "3 June 2024", " at 10:02", " wrote:", " schrieb ", " a écrit :", "<a@b.example>", "Mia",
    "From: ",
    "To: ", "Sent:", "Subject: x", "-----Original Message-----", "Sent from my iPhone", "Regards,",
    "Danke", "Anna", "P.S.", "This email is confidential", "它", "写道：", "é", "\u{200F}", "🙂", "AB> ",
    "ok", "It broke.", ":", "http://x.example", "@", "…",
  ]

  /// What is wrong with the parts of a message: they cover it, ascend, begin at lines (so on
  /// character boundaries too), and neighbours are of different kinds.
  static func fault(_ bytes: [UInt8], _ parts: [MessagePart]) -> String? {
    var end = 0
    var kind: MessagePart.Kind?
    for part in parts {
      if part.range.start != end { return "\(part) leaves a gap" }
      if part.range.count <= 0 { return "\(part) is empty" }
      if part.kind == kind { return "\(part) is like the one before" }
      if end > 0, bytes[end - 1] != 0x0A, bytes[end - 1] != 0x0D { return "\(part) cuts a line" }
      end = part.range.end
      kind = part.kind
    }
    return end == bytes.count ? nil : "the end is missing"
  }

  @Test("cover it, whatever it holds", arguments: SeededGenerator.seeds(40))
  func cover(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cleaner = try CleaningFixture.cleaner()
    for _ in 0..<25 {
      let text = random.text(of: Self.pieces, longest: 60)
      let bytes = Array(text.utf8)
      #expect(Self.fault(bytes, cleaner.parts(of: bytes.span)) == nil)
      let raw = random.bytes(longest: 200)
      #expect(Self.fault(raw, cleaner.parts(of: raw.span)) == nil)
    }
  }

  @Test(
    "are the same without the glance that spares most texts",
    arguments: SeededGenerator.seeds(40)
  )
  func gate(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cleaner = try CleaningFixture.cleaner()
    for _ in 0..<25 {
      let text = random.text(of: Self.pieces, longest: 24)
      let bytes = Array(text.utf8)
      guard bytes.contains(0x0A) || bytes.contains(0x0D) else { continue }
      #expect(cleaner.parts(of: bytes.span) == cleaner.markedParts(of: bytes.span), "\(text)")
    }
  }

  @Test("are the same for line ends of any kind", arguments: SeededGenerator.seeds(20))
  func lineEnds(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cleaner = try CleaningFixture.cleaner()
    let pieces = Self.pieces.filter { !$0.contains("\r") && !$0.contains("\r\n") }
    for _ in 0..<20 {
      let text = random.text(of: pieces, longest: 40)
      let kinds = cleaner.parts(of: text).map(\.kind)
      for end in ["\r\n", "\r"] {
        let other = String(text.map { $0 == "\n" ? Character(end) : $0 })
        #expect(cleaner.parts(of: other).map(\.kind) == kinds, "\(text)")
      }
    }
  }

  @Test(
    "cost the same for each byte of a long message",
    arguments: [
      ">", "> \n", "On ", "On \n", "On 3 June 2024 at 10:02\n", "wrote:\n", "a:\n", "\n", "--\n",
      "Regards\n", "Regards\nAnna\n\n", "From: a@b.example\n", "this e-mail\n",
      "---\nthis e-mail\n",
      "3 June 2024 Mia:\n", "<\n", "On <\n", "x", "op 3 june 2024 heeft heeft heeft heeft\n",
      "P.S.\n\n",
      "Sent from my\n\n", "AB>\n", "&gt;", "a\n> b\n", "On Mia:\n> a\nok\n",
      "-----Original Message-----\n",
    ]
  )
  func linear(piece: String) throws {
    let cleaner = try CleaningFixture.cleaner()
    func cost(_ size: Int) -> Duration {
      let unit = Array(piece.utf8)
      var bytes: [UInt8] = []
      while bytes.count < size { bytes += unit }
      var parts: [MessagePart] = []
      let time = ContinuousClock().measure { parts = cleaner.parts(of: bytes.span) }
      #expect(Self.fault(bytes, parts) == nil)
      return time
    }
    let small = cost(4_000)
    let large = cost(32_000)
    // Eight times the bytes; a square would be sixty-four times the time.
    #expect(large < small * 24 + .milliseconds(30))
  }
}
