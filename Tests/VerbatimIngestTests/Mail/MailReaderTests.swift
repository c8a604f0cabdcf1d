import Testing
import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

@Suite("Mail reader")
struct MailReaderTests {
  @Test("makes one mail one conversation of one turn")
  func single() throws {
    let items = try Mails.eml(
      "\n\n"
        + Mails.mail(fields: "Message-ID: <1@mail.example>\n", body: "The lid leaks.\n-- \nAnna")
    )
    let record = try #require(items.records.first)
    #expect(items.count == 1)
    #expect(record.script == ["customer Anna Vogel: The lid leaks.\n-- \nAnna"])
    #expect(record.turns.first?.at == "2026-03-01T10:00:00+01:00")
    #expect(record.occurredAt?.description == "2026-03-01T09:00:00Z")
    #expect(record.source.kind == .transcript)
    #expect(record.source.format == "eml")
    #expect(record.source.nativeID == "1@mail.example")
    #expect(record.source.line == 3)
    #expect(record.source.byte == 2)
    #expect(record.title == "The lid")
    #expect(record.customer == "anna@mail.example")
    #expect(record.dims == ["channel": "email"])
  }

  private func mail(_ id: String, _ from: String, _ day: Int, _ body: String, _ more: String = "")
    -> String
  {
    Mails.boxed(
      Mails.mail(
        from: from,
        date: "\(day) Mar 2026 10:00:00 +0000",
        fields: "Message-ID: <\(id)>\n\(more)",
        body: body
      )
    )
  }

  @Test("joins the mails of a thread by their ids and orders them by date")
  func threads() throws {
    let box =
      mail("3@c", "Anna <anna@c.example>", 3, "still leaks", "References: <1@c> <2@s>\n")
      + mail("9@d", "Bo <bo@d.example>", 1, "other")
      + mail("2@s", "Tom <tom@s.example>", 2, "try this", "In-Reply-To: <1@c>\n")
      + mail("1@c", "Anna <anna@c.example>", 1, "leaks")
    let items = try Mails.mbox(box)
    #expect(items.count == 2)
    #expect(
      items.records.map(\.script) == [
        ["customer Anna: leaks", "agent Tom: try this", "customer Anna: still leaks"],
        ["customer Bo: other"],
      ]
    )
    #expect(items.records.map(\.source.nativeID) == ["1@c", "9@d"])
    #expect(items.records.map(\.source.row) == [1, 2])
    let lines = box.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(items.records.first?.source.line)
    #expect(lines[line - 1].hasPrefix("From x"))
    #expect(lines[line + 5] == "leaks" || lines[line + 6] == "leaks")
  }

  @Test("joins mails without ids by subject and people, and no others")
  func subjects() throws {
    func mail(_ from: String, _ to: String, _ day: String, _ subject: String) -> String {
      Mails.boxed(
        "From: \(from)\nTo: \(to)\nDate: \(day) 2026 10:00 +0000\nSubject: \(subject)\n\nx\n"
      )
    }
    let items = try Mails.mbox(
      mail("a@c.example", "h@s.example", "1 Mar", "Lid")
        + mail("h@s.example", "a@c.example", "2 Mar", "Re: lid")
        + mail("b@c.example", "h@s.example", "3 Mar", "Lid")
        + mail("a@c.example", "h@s.example", "9 May", "Lid")
    )
    #expect(items.records.map(\.turns.count) == [2, 1, 1])
  }

  @Test("tells customers from the shop")
  func roles() throws {
    let first = mail("1@c", "Anna <anna@c.example>", 2, "leaks")
    func roles(_ from: String, _ more: String = "", _ known: SpeakerRoles = .standard) throws
      -> [Turn.Role]
    {
      let answer = mail("2@x", from, 3, "answer", "In-Reply-To: <1@c>\n\(more)")
      return try Mails.mbox(first + answer, roles: known).records.first?.turns.map(\.role) ?? []
    }
    #expect(try roles("Tom <tom@s.example>") == [.customer, .agent])
    #expect(try roles("Bo <bo@c.example>") == [.customer, .customer])
    #expect(try roles("help@shop.example") == [.customer, .agent])
    #expect(
      try roles("Tom <tom@s.example>", "Auto-Submitted: auto-replied\n") == [.customer, .bot]
    )
    #expect(try roles("no-reply@s.example") == [.customer, .bot])
    let known = SpeakerRoles(naming: ["@c.example": .agent, "zoe@z.example": .customer])
    #expect(try roles("Zoe <zoe@z.example>", "", known) == [.agent, .customer])
    // A shop that writes first is no customer for that.
    let opened = mail("1@s", "Shop Support <support@s.example>", 1, "your parcel")
    let items = try Mails.mbox(
      opened + mail("2@c", "Anna <anna@c.example>", 2, "it leaks", "In-Reply-To: <1@s>\n")
    )
    #expect(items.records.first?.turns.map(\.role) == [.agent, .customer])
    #expect(items.records.first?.title == nil)
  }

  @Test("rejects a conversation of machines only")
  func machines() throws {
    let items = try Mails.eml(Mails.mail(fields: "Auto-Submitted: auto-generated\n"))
    #expect(items.rejects.map(\.code) == [.noCustomer])
  }

  @Test("reads a mail that stands twice once")
  func copies() throws {
    let one = mail("1@c", "Anna <anna@c.example>", 1, "leaks")
    let items = try Mails.mbox(one + one)
    #expect(items.records.map(\.turns.count) == [1])
    #expect(items.warnings.map(\.code) == [.mailTwice])
    #expect(items.warnings.first?.message.contains("on line 1 ") == true)
  }

  @Test("names the files that came with it")
  func attachments() throws {
    let body = "--b\n\nwords\n--b\nContent-Type: image/png; name=lid.png\n\nx\n--b--"
    let mail = Mails.mail(fields: "Content-Type: multipart/mixed; boundary=b\n", body: body)
    let record = try #require(try Mails.eml(mail).records.first)
    #expect(record.answers.map(\.value) == ["lid.png (image/png)"])
    #expect(record.answers.map(\.role) == ["metadata"])
  }

  @Test("gives conversations out early when too many words are open")
  func overflow() {
    var threads = MailThreads(budget: 8000)
    var given: [MailThread] = []
    func message(_ id: Int, _ fields: String = "") -> MailMessage {
      Mails.message(
        Mails.mail(
          date: "\(id + 1) Mar 2026 10:00 +0000",
          fields: "Message-ID: <\(id)@c>\n\(fields)"
        )
      )
    }
    for id in 0..<9 {
      #expect(threads.add(message(id)) == nil)
      given += threads.overflow()
    }
    #expect(!given.isEmpty)
    #expect(given.map { $0.mails.first?.id } == (0..<given.count).map { "\($0)@c" })
    #expect(threads.add(message(20, "In-Reply-To: <0@c>\n")) == nil)
    let rest = threads.rest()
    #expect(given.count + rest.count == 10)
    #expect(rest.last?.isContinued == true)
    #expect(rest.first?.isContinued == false)
  }

  @Test("is found by the detector, and an Outlook message is named", arguments: [true, false])
  func detector(isShort: Bool) throws {
    func format(_ text: String, _ path: String = "x") throws -> InputFormat? {
      try FormatDetector().detect(TextSource(path: path, bytes: Array(text.utf8)))?.format
    }
    let mail =
      isShort ? "From: a@b.example\nSubject: x\n\nwords\n" : Mails.mail()
    #expect(try format(mail) == .eml)
    #expect(try format("From x\n" + mail) == .mbox)
    #expect(try format("From: Anna\nTo: Bo\nFrom: hello\nTo: hi there\n") != .eml)
    #expect(try format("From,To,Subject\na@b.example,c,d\n") == .delimited)
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    let names = "__substg1.0_0037001F".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    func container(_ bytes: [UInt8], _ path: String) throws -> InputFormat? {
      try FormatDetector().detect(TextSource(path: path, bytes: bytes))?.format
    }
    #expect(try container(ole + names, "x") == .outlookMessage)
    #expect(try container(ole, "x.MSG") == .outlookMessage)
    #expect(try container(ole, "x.xls") == .ole)
    #expect(InputFormat.outlookMessage.hint?.contains(".eml") == true)
  }
}
