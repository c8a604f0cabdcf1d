import Testing
import VerbatimCore

@testable import VerbatimIngest

@Suite("Header of a mail")
struct MailHeaderTests {
  static let wordsCases: [(String, String)] = [
    ("plain words", "plain words"),
    ("=?utf-8?Q?gr=C3=BCn_und_rot?=", "grün und rot"),
    ("=?UTF-8?B?Z3LDvG4=?= Deckel", "grün Deckel"),
    ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"), ("=?utf-8?q?a?=\r\n =?utf-8?q?b?= c", "ab c"),
    // The two bytes of ü in two words, quoted and in base64.
    ("=?utf-8?Q?gr=C3?= =?utf-8?Q?=BCn?=", "grün"),
    ("=?utf-8?B?Z3LD?=\r\n\t=?utf-8?B?vG4=?=", "grün"),
    ("=?iso-8859-1?Q?it=92s_=80_5?=", "it\u{2019}s € 5"),
    ("=?koi8-r?B?7MHN0ME=?=", "Лампа"),
    ("=?gb2312?B?1tDOxA==?=", "中文"), ("=?ISO-2022-JP?B?GyRCRnxLXBsoQg==?=", "日本"),
    ("=?ISO-2022-JP?B?GyRCRnwbKEI=?= =?ISO-2022-JP?B?GyRCS1wbKEI=?=", "日本"),
    ("=?ks_c_5601-1987?B?x9GxuQ==?=", "한국"),
    ("=?us-ascii*en?Q?word?=", "word"), ("=?nonsense?Q?word?=", "word"),
    ("=?utf-8?Q?never ends", "=?utf-8?Q?never ends"), ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
    ("=??Q?a?=", "=??Q?a?="), ("a =?= b", "a =?= b"), ("", ""),
    ("=?utf-8?Q?open =?utf-8?Q?closed?=", "=?utf-8?Q?open closed"),
  ]

  @Test("reads encoded words", arguments: wordsCases)
  func encodedWords(field: String, text: String) {
    #expect(HeaderText.decoded(Array(field.utf8)) == text)
  }

  @Test("reads raw bytes as UTF-8, else as the mail's charset, else as windows-1252")
  func raw() {
    #expect(HeaderText.decoded(Array("grün".utf8)) == "grün")
    #expect(HeaderText.decoded([0x67, 0x72, 0xFC, 0x6E]) == "grün")
    #expect(HeaderText.decoded([0xD6, 0xD0, 0xCE, 0xC4], charset: "gb2312") == "中文")
    #expect(HeaderText.decoded(Array("Юникод".utf8).dropLast()) == "Юнико\u{FFFD}")
  }

  static let mailboxesCases: [(String, [(String, String)])] = [
    ("anna@mail.example", [("", "anna@mail.example")]),
    ("Anna Vogel <anna@mail.example>", [("Anna Vogel", "anna@mail.example")]),
    (
      "\"Vogel, Anna\" <a@b.example>, Bo <bo@b.example>",
      [("Vogel, Anna", "a@b.example"), ("Bo", "bo@b.example")]
    ),
    ("a@b.example (Anna (home))", [("Anna (home)", "a@b.example")]),
    ("=?utf-8?Q?Vogel=2C_Anna?= <a@b.example>", [("Vogel, Anna", "a@b.example")]),
    ("Team: a@b.example, c@d.example;", [("", "a@b.example"), ("", "c@d.example")]),
    ("Anna a@b.example", [("Anna", "a@b.example")]), ("Anna", [("Anna", "")]),
    ("<@relay.example:a@b.example>", [("", "a@b.example")]),
    ("\"it\\\"s\" <a(x)@b.example>", [("it\"s", "a@b.example")]), ("<", []), (",,;", []),
    ("\"never closed <a@b.example>", [("never closed", "<a@b.example>")]),
  ]

  @Test("reads addresses", arguments: mailboxesCases)
  func addresses(field: String, expected: [(String, String)]) {
    let found = Mailbox.list(Array(field.utf8))
    #expect(found == expected.map { Mailbox(name: $0.0, address: $0.1) })
  }

  @Test("names a speaker by name, or by the address up to its sign")
  func speakers() {
    #expect(Mailbox(name: "Anna", address: "a@b.example").speaker == "Anna")
    #expect(Mailbox(name: "", address: "a@b.example").speaker == "a")
    #expect(Mailbox(name: "a@b.example", address: "a@b.example").speaker == "a")
  }

  static let datesCases: [(String, String?)] = [
    ("Sun, 1 Mar 2026 10:00:00 +0100", "2026-03-01T10:00:00+01:00"),
    ("1 Mar 26 10:00 +0100 (CET)", "2026-03-01T10:00:00+01:00"),
    ("Sun,  1 Mar 2026 10:00:00 GMT", "2026-03-01T10:00:00Z"),
    ("1 Mar 2026 10:00:00 -0000", "2026-03-01T10:00:00Z"),
    ("1 Mar 2026 10:00:00 EST", "2026-03-01T10:00:00-05:00"),
    ("30-Apr-98 14:27:51 -0330", "1998-04-30T14:27:51-03:30"),
    ("Thu Apr 30 14:27:51 1998 -0500", "1998-04-30T14:27:51-05:00"),
    ("1 Mar 2026 10:00:00 GMT+0200", "2026-03-01T10:00:00+02:00"),
    ("31 Dec 2025 23:30:00 -0200", "2025-12-31T23:30:00-02:00"),
    // No zone, a zone of many meanings, no such day, no date.
    ("1 Mar 2026 10:00:00", nil), ("1 Mar 2026 10:00:00 IST", nil),
    ("30 Feb 2026 10:00:00 +0100", nil), ("yesterday", nil), ("", nil),
    ("1 Mar 2026 25:00:00 +0100", nil),
  ]

  @Test("reads dates and guesses none", arguments: datesCases)
  func dates(field: String, text: String?) {
    let date = MailDate(field)
    #expect(date?.text == text)
    #expect(date?.instant == text.flatMap { Instant(iso8601: $0) })
  }

  @Test("falls back to the topmost Received for the time")
  func received() {
    let received = "Received: from a by b; Sun, 1 Mar 2026 09:00:00 +0000\n"
    #expect(
      Mails.message(Mails.mail(date: "soon", fields: received)).date?.text == "2026-03-01T09:00:00Z"
    )
  }

  @Test("reads ids with brackets and without")
  func ids() {
    #expect(MailMessage.ids(Array("<a@b> (x) <c\r\n d@e>".utf8)) == ["a@b", "cd@e"])
    #expect(MailMessage.ids(Array("a@b words c@d".utf8)) == ["a@b", "c@d"])
    #expect(MailMessage.ids(Array("<> <a".utf8)) == [])
  }

  static let subjectsCases: [(String, String, Bool)] = [
    ("Kettle", "Kettle", false), ("Re: Kettle", "Kettle", true), ("RE: AW: Kettle", "Kettle", true),
    ("Re[2]: Kettle", "Kettle", true), ("回复：水壶", "水壶", true), ("RE : Kettle", "Kettle", true),
    ("Order: 12", "Order: 12", false), ("Re:", "", true), ("", "", false),
  ]

  @Test("knows an answer by its subject", arguments: subjectsCases)
  func subjects(field: String, text: String, isAnswer: Bool) {
    #expect(MailSubject.base(field) == (text, isAnswer))
  }

  @Test("ends where a line of blanks stands before the words")
  func blankLine() {
    #expect(
      Mails.message("From: a@b.example\nSubject: x\n \nThe lid leaks.\n").text == "The lid leaks."
    )
    let folded = Mails.message("From: a@b.example\nSubject: one\n \n two\n\nwords\n")
    #expect(folded.text == "words")
    #expect(folded.subject.hasPrefix("one"))
  }

  @Test("believes the first of two content types")
  func contentTypes() {
    let mail = Mails.mail(
      fields:
        "Content-Type: multipart/mixed; boundary=b\nContent-Type: text/plain\n  ; charset=utf-8\n",
      body: "--b\n\nwords\n--b--"
    )
    #expect(Mails.message(mail).text == "words")
  }

  @Test(
    "tells machines from people",
    arguments: [
      ("Auto-Submitted: auto-replied\n", true), ("Auto-Submitted: no\n", false),
      ("Precedence: bulk\n", true), ("Precedence: list\n", false), ("X-Autoreply: yes\n", true),
      ("", false),
    ]
  )
  func automatic(fields: String, isAutomatic: Bool) {
    #expect(Mails.message(Mails.mail(fields: fields)).isAutomatic == isAutomatic)
  }
}
