import Testing

@testable import VerbatimText

@Suite("Mail in many languages")
struct LanguageTests {
  private func expect(
    _ text: String,
    _ letters: String,
    _ place: Testing.SourceLocation = #_sourceLocation
  )
    throws
  {
    let found = try CleaningFixture.letters(text)
    #expect(found == letters, "\(text)", sourceLocation: place)
  }

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
      try expect("\(mail.own)\n\n\(header)\n\n> \(mail.old)\n\n\(mail.more)\n", "o\(d)qo")
      try expect("\(header)\n> \(mail.old)\n> ok?\n\(mail.more)", "\(d)qqo")
    }
  }

  @Test("an unmarked quote goes on to the end", arguments: MailInLanguage.all)
  func unmarked(mail: MailInLanguage) throws {
    for header in mail.headers {
      let d = String(repeating: "d", count: count(header))
      try expect("\(mail.own)\n\(header)\n\n\(mail.old)\n\n\(mail.old)", "o\(d)qq")
    }
  }

  @Test("header fields announce a quote", arguments: MailInLanguage.all)
  func blocks(mail: MailInLanguage) throws {
    try expect("\(mail.own)\n\n\(mail.block)\n\n\(mail.old)\n", "oddddq")
    try expect("\(mail.own)\r\n____________\r\n\(mail.block)\n\n\(mail.old)", "odddddq")
    let starred = mail.block.split(separator: "\n").map { line in
      let colon = line.firstIndex { $0 == ":" || $0 == "：" } ?? line.startIndex
      return "*\(line[...colon])*\(line[line.index(after: colon)...])"
    }
    try expect("\(mail.own)\n\n\(starred.joined(separator: "\n"))\n\n\(mail.old)\n", "oddddq")
  }

  @Test("separators announce a quote", arguments: MailInLanguage.all)
  func separators(mail: MailInLanguage) throws {
    for separator in mail.separators {
      try expect("\(mail.own)\n\n\(separator)\n\(mail.block)\n\n\(mail.old)", "odddddq")
      try expect("\(mail.own)\n\n\(separator)\n\n\(mail.old)", "odq")
      // All forwarded: what is forwarded counts.
      try expect("\(separator)\n\(mail.block)\n\n\(mail.old)", "dddddo")
    }
    try expect("\(mail.own)\n\(mail.above)\n\(mail.old)", "odq")
  }

  @Test("device lines are told apart", arguments: MailInLanguage.all)
  func devices(mail: MailInLanguage) throws {
    for device in mail.devices {
      try expect("\(mail.own)\n\n\(device)\n", "ov")
      try expect("\(mail.own)\n\n\(device)\n\n\(quote(mail).text)", "ov\(quote(mail).letters)")
      try expect("\(mail.own)\n-- \n\(device)", "osv")
    }
  }

  @Test("closing phrases with a name are told apart", arguments: MailInLanguage.all)
  func signOffs(mail: MailInLanguage) throws {
    for signOff in mail.signOffs {
      let f = String(repeating: "f", count: count(signOff))
      try expect("\(mail.own)\n\n\(signOff)\n", "o\(f)")
      try expect("\(mail.own)\n\(mail.more)\n\(signOff)\n\n\(mail.devices[0])", "oo\(f)v")
      try expect("\(mail.own)\n\n\(signOff)\n\n\(quote(mail).text)", "o\(f)\(quote(mail).letters)")
    }
  }

  @Test("notices are told apart", arguments: MailInLanguage.all)
  func notices(mail: MailInLanguage) throws {
    try expect("\(mail.own)\n\n\(mail.legal)\n", "ol")
    try expect("\(mail.own)\n\n**********\n\(mail.legal)\nxx\n", "olll")
    try expect("\(mail.banner)\n\n\(mail.own)\n", "lo")
    try expect("\(mail.own)\n\n\(mail.footer)\n", "ot")
  }

  @Test("what only looks like one of these stays", arguments: MailInLanguage.all)
  func looks(mail: MailInLanguage) throws {
    for text in mail.looks {
      let o = String(repeating: "o", count: count(text))
      try expect(text, o)
      try expect("\(mail.own)\n\n\(text)", "o\(o)")
      try expect("\(mail.own)\n\n\(text)\n\n\(quote(mail).text)", "o\(o)\(quote(mail).letters)")
    }
    try expect("\(mail.own)\n\n\(mail.more)\n", "oo")
  }
}
