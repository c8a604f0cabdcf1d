import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimIngest

@Suite("Mailbox cutter")
struct MailboxCutterTests {
  private func pieces(_ bytes: [UInt8], blocksOf size: Int? = nil) throws -> [MailboxCutter.Piece] {
    var at = 0
    var cutter = MailboxCutter { () throws(Diagnostic) in
      let end = min(bytes.count, at + (size ?? bytes.count))
      defer { at = end }
      return Array(bytes[at..<end])
    }
    var found: [MailboxCutter.Piece] = []
    while let piece = try cutter.next() { found.append(piece) }
    return found
  }

  private func texts(_ text: String) throws -> [String] {
    try pieces(Array(text.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static let head = "From: a@b.example\nSubject: x\n\n"

  static let trapsCases: [(String, [String])] = [
    // What a person wrote after an empty line, with a colon below it or not.
    ("From Russia with love\nis a film\n", ["From Russia with love\nis a film\n"]),
    ("From Russia with love\nYear: 1963\n", ["From Russia with love\nYear: 1963\n"]),
    ("From here on\n\nwords\n", ["From here on\n\nwords\n"]),
    // A mail, with and without the time that programs write.
    ("From y Sun Mar  1 10:00:00 2026\nSubject: z\n\nw\n", ["", "Subject: z\n\nw\n"]),
    ("From - \nX-Y: 1\nFrom: c@d.example\n\nw\n", ["", "X-Y: 1\nFrom: c@d.example\n\nw\n"]),
    ("From y Sun Mar  1 10:00:00 2026\nX-Own: z\n\nw\n", ["", "X-Own: z\n\nw\n"]),
    (">From y\n>>From z\n> From w\n", ["From y\n>From z\n> From w\n"]),
  ]

  @Test("tells the start of a mail from words in a body", arguments: trapsCases)
  func traps(body: String, expected: [String]) throws {
    let found = try texts("From x\n" + Self.head + "\n" + body)
    #expect(found == [Self.head + "\n" + expected[0]] + expected.dropFirst())
  }

  @Test("asks for more of a header where no empty line stands before it")
  func noEmptyLine() throws {
    let start = "From x\n" + Self.head + "words\n"
    #expect(try texts(start + "From y\nSubject: z\n\nw\n").count == 1)
    #expect(try texts(start + "From y\nSubject: z\nTo: q\n\nw\n").count == 2)
    #expect(try texts(start + "From y Sun Mar  1 10:00:00 2026\nSubject: z\n\nw\n").count == 2)
  }

  @Test("believes a length that leads to the next mail, and no other")
  func lengths() throws {
    let body = "one\n\nFrom y Sun Mar  1 10:00:00 2026\nSubject: quoted\n\n"
    let next = "From z\nFrom: c@d.example\nSubject: w\n\nw\n"
    func box(_ length: Int) -> String {
      "From x\nContent-Length: \(length)\n\(Self.head)\(body)\n\(next)"
    }
    #expect(try texts(box(body.utf8.count)).count == 2)
    #expect(try texts(box(body.utf8.count - 7)).count == 3)
    #expect(try texts(box(1_000_000)).count == 3)
    #expect(
      try texts("From x\nContent-Length: 4\n\(Self.head)one\n") == [
        "Content-Length: 4\n\(Self.head)one\n"
      ]
    )
  }

  @Test("counts lines and bytes, with either line end")
  func places() throws {
    for end in ["\n", "\r\n"] {
      let text = ("\n\nFrom x\n" + Self.head + "a\n\nFrom y\nFrom: b@c.example\n\nb")
        .replacing("\n", with: end)
      let found = try pieces(Array(text.utf8))
      #expect(found.map(\.line) == [3, 9])
      let places = text.utf8.indices.filter {
        text[$0...].hasPrefix("From x") || text[$0...].hasPrefix("From y")
      }
      #expect(found.map(\.byte) == places.map { text.utf8.distance(from: text.startIndex, to: $0) })
    }
  }

  @Test("tells of lines before the first mail, and of a file without any")
  func strays() throws {
    let items = try Mails.mbox("stray\nlines\n" + Mails.boxed(Mails.mail()))
    #expect(items.warnings.map(\.code) == [.mailStray])
    #expect(items.records.count == 1)
    #expect(try Mails.mbox("no mail at all\n").rejects.map(\.code) == [.noRecords])
  }

  private static let box =
    "From x\n" + head + "a\n>From b\n\nFrom y Sun Mar  1 10:00:00 2026\r\nContent-Length: 6\r\n"
    + "Subject: z\r\n\r\none\r\n\r\n\nFrom Russia with love\nYear: 1963\nFrom z\nTo: a\nCc: b\n\nlast"

  @Test("gives the same mails for blocks of any size")
  func blocks() throws {
    let bytes = Array(Self.box.utf8)
    let whole = try pieces(bytes)
    #expect(whole.count == 3)
    for size in 1...40 { #expect(try pieces(bytes, blocksOf: size) == whole, "\(size)") }
  }

  @Test("gives the same for two blocks that meet at any byte, and something for any end")
  func cuts() throws {
    let bytes = Array(Self.box.utf8)
    let whole = try pieces(bytes)
    for cut in 0...bytes.count {
      var blocks = [Array(bytes[..<cut]), Array(bytes[cut...])].filter { !$0.isEmpty }
      var cutter = MailboxCutter { () throws(Diagnostic) in
        blocks.isEmpty ? [] : blocks.removeFirst()
      }
      var found: [MailboxCutter.Piece] = []
      while let piece = try cutter.next() { found.append(piece) }
      #expect(found == whole, "\(cut)")
      _ = try Mails.mbox(String(decoding: bytes[..<cut], as: UTF8.self))
    }
  }

  @Test("any bytes give items or a diagnostic", arguments: SeededGenerator.seeds(4))
  func anyBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words =
      [
        "From ", "From x Sun Mar  1 10:00:00 2026\n", "From: a@b.example\n", "\n", "\n\n", "\r\n",
        "Subject: ", "=?utf-8?Q?", "?=", "=?", "Content-Type: ", "multipart/mixed", "text/plain",
        "text/html", "message/rfc822", "; boundary=b", "--b\n", "--b--\n", "; charset=", "gb2312",
        "Content-Transfer-Encoding: ", "base64\n", "quoted-printable\n", "=", "=C3", "Z3LDvG4=",
        "Content-Length: 9\n", "<p>", "<blockquote>", ">", ">From ", " ", "\t", "format=flowed",
        "\0",
        "Message-ID: <1@c>\n", "References: <1@c>\n", "Date: 1 Mar 2026 10:00 +0100\n", "x", "é",
      ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x1B]]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<24 { bytes += words.randomElement(using: &generator) ?? [] }
      for isMailbox in [true, false] {
        let source = try TextSource(path: "any", bytes: bytes)
        let items = try Transcripts.items(MailReader(source, isMailbox: isMailbox))
        #expect(!items.isEmpty)
        for record in items.records { #expect(record.turns.allSatisfy { !$0.text.isEmpty }) }
      }
    }
  }
}
