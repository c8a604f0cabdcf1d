import Testing
import VerbatimCore

@testable import VerbatimText

@Suite("Patterns of messages")
struct CleaningPatternTests {
  private let devices = DeviceWords(["phone", "Mail app", "PC", "手机"])

  private func matches(
    _ pattern: String,
    _ text: String,
    _ reach: PatternReach = .whole
  ) throws -> Bool {
    let patterns = try CleaningPattern.parse(pattern)
    let index = PatternIndex(patterns.map { (pattern: $0, value: true) })
    let folded = FoldedText.fold(text)
    let all = 0..<folded.count
    return index.matchHead(folded.span, all, reach, devices: devices) != nil
      || index.matchTail(folded.span, all, devices: devices) != nil
  }

  @Test(
    "match in any case, with any blanks, and French colons",
    arguments: [
      ("kind regards", "Kind  Regards"), ("a écrit:", "A ÉCRIT :"), ("mit gruß", "MIT GRUSS"),
      ("iletilen", "İletilen"), ("写道:", "写道："), ("d'origine", "d’origine"),
      ("{a|b} [c] d", "a d"), ("{a|b} [c] d", "b c d"), ("{aa|a} b", "a b"), ("x{y|}", "x"),
    ]
  )
  func plain(pattern: String, text: String) throws {
    #expect(try matches(pattern, text))
    #expect(try !matches(pattern, "\(text) q"))
    #expect(try !matches(pattern, "q \(text)"))
  }

  @Test(
    "have gaps that say what stands in them",
    arguments: [
      ("on # wrote:", "On 3 June 2024, Mia wrote:", true),
      ("on # wrote:", "On Monday Mia wrote:", false),
      ("on # wrote:", "On 10:02 Mia wrote:", true), ("on # wrote:", "On page 12 she wrote:", false),
      ("@ wrote:", "Mia <mia@x.example> wrote:", true), ("@ wrote:", "Mia @ home wrote:", false),
      ("# @:", "3.6.2024 Mia <m@x.example>:", true), ("# @:", "Mia <m@x.example>:", false),
      ("sent from %", "sent from my phone", true), ("sent from %", "sent from Berlin", false),
      ("sent from %", "sent from phones", true), ("sent from %", "sent from PCs", false),
      ("发自%", "发自我的手机", true), ("_ from there", "greetings from there", true),
      ("_ from there", "many greetings from there", false), ("a … b", "a b", true),
      ("a … b", "a x y b", true), ("a … b", "a bb", false), ("… b", "b", false),
      ("a …", "a x, y", false), ("a …", "a x y", true),
      ("{@|on #} wrote:", "on 10:02 wrote:", true),
      ("# napisał(a):", "3.6.2024 Mia napisał(a):", true),
    ]
  )
  func gaps(pattern: String, text: String, fits: Bool) throws {
    #expect(try matches(pattern, text) == fits)
  }

  @Test("end inside a text where they may")
  func beginning() throws {
    #expect(
      try matches("this mail … confidential", "This mail is confidential and so on", .beginning)
    )
    #expect(
      try !matches("this mail … confidential", "This mail is confidentially yours", .beginning)
    )
    #expect(try !matches("p.s", "p.ssst", .beginning))
    let far = String(repeating: "x ", count: 13)
    #expect(try !matches("this mail … confidential", "This mail \(far) confidential", .beginning))
  }

  @Test(
    "say what is wrong with them",
    arguments: [
      ("a {b", "`a {b` has a bracket that is not closed"),
      ("a b}", "`a b}` closes what is not open"),
      ("{a|{b}}", "`{a|{b}}` has a bracket that is not closed"),
      ("[a}", "`[a}` has a bracket that is not closed"), ("… #", "`… #` has no text"),
      ("", "`` has no text"),
    ]
  )
  func failures(pattern: String, message: String) {
    #expect {
      try CleaningPattern.parse(pattern)
    } throws: { error in
      (error as? CleaningPattern.Failure)?.description == message
    }
  }

  @Test("name their file and line when they cannot be read")
  func diagnostics() throws {
    func phrases(_ file: CleaningPhrases.File, _ row: String) throws -> CleaningPhrases {
      func table(_ one: CleaningPhrases.File) throws -> TableFile {
        let text = one.columns.joined(separator: "\t") + "\n" + (one == file ? row : "")
        return try TableFile(path: one.name, bytes: Array(text.utf8), columns: one.columns)
      }
      return try CleaningPhrases(
        quoteHeaders: table(CleaningPhrases.quoteHeaderFile),
        headerFields: table(CleaningPhrases.headerFieldFile),
        deviceLines: table(CleaningPhrases.deviceLineFile),
        disclaimers: table(CleaningPhrases.disclaimerFile),
        signOffs: table(CleaningPhrases.signOffFile)
      )
    }
    let cases = [
      (
        CleaningPhrases.quoteHeaderFile, "en\twrote\ton {",
        "quote-headers.tsv:2: error: `on {` has a bracket that is not closed [V3003]"
      ),
      (
        CleaningPhrases.disclaimerFile, "en\tlegal\t… mail",
        "disclaimers.tsv:2: error: `… mail` begins with a gap [V3003]"
      ),
      (
        CleaningPhrases.headerFieldFile, "en\tsender\tFrom",
        "header-fields.tsv:2: error: `sender` is no kind of this file [V3001]"
      ),
      (
        CleaningPhrases.deviceLineFile, "en\tname\tphone",
        "device-lines.tsv:2: error: `name` is no kind of this file [V3001]"
      ),
    ]
    for (file, row, message) in cases {
      #expect {
        try phrases(file, row)
      } throws: { error in
        (error as? Diagnostic)?.description == message
      }
    }
    // Without phrases the marks alone count.
    let cleaner = MessageCleaner(try phrases(CleaningPhrases.signOffFile, ""))
    #expect(cleaner.ownText(of: "Yes.\n> no?\n-- \nMia") == "Yes.")
  }

  static let evidenceCases: [(String, HeaderEvidence)] = [
    ("2024", .date), ("3/6/24", .date), ("3.6.24", .date), ("10:02", .time), ("14h30", .time),
    ("6月", .date), ("10시", .time), ("2567", .date), ("٢٠٢٤", .date), ("a@b", .address),
    ("a @b", []), ("@b", []), ("2.5", []), ("12", []), ("1234567", []), ("99:99", []), ("", []),
    ("4:", []), ("1999-12-31T23:59 x@y.z", [.date, .time, .address]),
  ]

  @Test("find dates, times and addresses", arguments: evidenceCases)
  func finds(text: String, found: HeaderEvidence) {
    let folded = FoldedText.fold(text)
    #expect(HeaderEvidence(in: folded.span, 0..<folded.count) == found)
  }
}
