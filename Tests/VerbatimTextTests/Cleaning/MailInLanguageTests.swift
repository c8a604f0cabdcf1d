import Testing

@testable import VerbatimText

@Suite("Mail in many languages")
struct MailInLanguageTests {
  /// An older message below its header, marked, and the letters of both.
  private func quote(_ mail: MailInLanguage) -> (text: String, letters: String) {
    let header = mail.headers[0]
    return ("\(header)\n> \(mail.old)", String(repeating: "d", count: count(header)) + "q")
  }

  private func count(_ text: String) -> Int { text.split(separator: "\n").count }

  @Test("a marked quote ends with its marks", arguments: MailInLanguage.all)
  func marked(mail: MailInLanguage) throws {
    for header in mail.headers {
      let d = String(repeating: "d", count: count(header))
      #expect(
        try CleaningFixture.letters("\(mail.own)\n\n\(header)\n\n> \(mail.old)\n\n\(mail.more)\n")
          == "o\(d)qo"
      )
      #expect(
        try CleaningFixture.letters("\(header)\n> \(mail.old)\n> ok?\n\(mail.more)") == "\(d)qqo"
      )
    }
  }

  @Test("an unmarked quote goes on to the end", arguments: MailInLanguage.all)
  func unmarked(mail: MailInLanguage) throws {
    for header in mail.headers {
      let d = String(repeating: "d", count: count(header))
      #expect(
        try CleaningFixture.letters("\(mail.own)\n\(header)\n\n\(mail.old)\n\n\(mail.old)")
          == "o\(d)qq"
      )
    }
  }

  @Test("header fields announce a quote", arguments: MailInLanguage.all)
  func blocks(mail: MailInLanguage) throws {
    #expect(
      try CleaningFixture.letters("\(mail.own)\n\n\(mail.block)\n\n\(mail.old)\n") == "oddddq"
    )
    #expect(
      try CleaningFixture.letters("\(mail.own)\r\n____________\r\n\(mail.block)\n\n\(mail.old)")
        == "odddddq"
    )
    let starred = mail.block.split(separator: "\n").map { line in
      let colon = line.firstIndex { $0 == ":" || $0 == "：" } ?? line.startIndex
      return "*\(line[...colon])*\(line[line.index(after: colon)...])"
    }
    #expect(
      try CleaningFixture.letters(
        "\(mail.own)\n\n\(starred.joined(separator: "\n"))\n\n\(mail.old)\n"
      ) == "oddddq"
    )
  }

  @Test("separators announce a quote", arguments: MailInLanguage.all)
  func separators(mail: MailInLanguage) throws {
    for separator in mail.separators {
      #expect(
        try CleaningFixture.letters("\(mail.own)\n\n\(separator)\n\(mail.block)\n\n\(mail.old)")
          == "odddddq"
      )
      #expect(try CleaningFixture.letters("\(mail.own)\n\n\(separator)\n\n\(mail.old)") == "odq")
      // All forwarded: what is forwarded counts.
      #expect(try CleaningFixture.letters("\(separator)\n\(mail.block)\n\n\(mail.old)") == "dddddo")
    }
    #expect(try CleaningFixture.letters("\(mail.own)\n\(mail.above)\n\(mail.old)") == "odq")
  }

  @Test("device lines are told apart", arguments: MailInLanguage.all)
  func devices(mail: MailInLanguage) throws {
    for device in mail.devices {
      #expect(try CleaningFixture.letters("\(mail.own)\n\n\(device)\n") == "ov")
      #expect(
        try CleaningFixture.letters("\(mail.own)\n\n\(device)\n\n\(quote(mail).text)")
          == "ov\(quote(mail).letters)"
      )
      #expect(try CleaningFixture.letters("\(mail.own)\n-- \n\(device)") == "osv")
    }
  }

  @Test("closing phrases with a name are told apart", arguments: MailInLanguage.all)
  func signOffs(mail: MailInLanguage) throws {
    for signOff in mail.signOffs {
      let f = String(repeating: "f", count: count(signOff))
      #expect(try CleaningFixture.letters("\(mail.own)\n\n\(signOff)\n") == "o\(f)")
      #expect(
        try CleaningFixture.letters("\(mail.own)\n\(mail.more)\n\(signOff)\n\n\(mail.devices[0])")
          == "oo\(f)v"
      )
      #expect(
        try CleaningFixture.letters("\(mail.own)\n\n\(signOff)\n\n\(quote(mail).text)")
          == "o\(f)\(quote(mail).letters)"
      )
    }
  }

  @Test("notices are told apart", arguments: MailInLanguage.all)
  func notices(mail: MailInLanguage) throws {
    #expect(try CleaningFixture.letters("\(mail.own)\n\n\(mail.legal)\n") == "ol")
    #expect(try CleaningFixture.letters("\(mail.own)\n\n**********\n\(mail.legal)\nxx\n") == "olll")
    #expect(try CleaningFixture.letters("\(mail.banner)\n\n\(mail.own)\n") == "lo")
    #expect(try CleaningFixture.letters("\(mail.own)\n\n\(mail.footer)\n") == "ot")
  }

  @Test("what only looks like one of these stays", arguments: MailInLanguage.all)
  func looks(mail: MailInLanguage) throws {
    for text in mail.looks {
      let o = String(repeating: "o", count: count(text))
      #expect(try CleaningFixture.letters(text) == o)
      #expect(try CleaningFixture.letters("\(mail.own)\n\n\(text)") == "o\(o)")
      #expect(
        try CleaningFixture.letters("\(mail.own)\n\n\(text)\n\n\(quote(mail).text)")
          == "o\(o)\(quote(mail).letters)"
      )
    }
    #expect(try CleaningFixture.letters("\(mail.own)\n\n\(mail.more)\n") == "oo")
  }
}
