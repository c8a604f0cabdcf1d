import Testing
import VerbatimCore

@testable import VerbatimIngest

@Suite("Words of a mail")
struct MailBodyTests {
  private func message(_ type: String, _ body: String, _ more: String = "") -> MailMessage {
    Mails.message(Mails.mail(fields: "Content-Type: \(type)\n\(more)", body: body))
  }

  private func multipart(_ kind: String, _ parts: [String], end: String = "--b--") -> MailMessage {
    let body = parts.map { "--b\n\($0)\n" }.joined() + end
    return message("multipart/\(kind); boundary=b", body)
  }

  @Test("are the plain text of alternatives, in either order")
  func alternatives() {
    let plain = "Content-Type: text/plain\n\nThe lid leaks."
    let page = "Content-Type: text/html\n\n<p>The lid <b>leaks</b>.</p><p>Bye</p>"
    #expect(multipart("alternative", [plain, page]).text == "The lid leaks.")
    #expect(multipart("alternative", [page, plain]).text == "The lid leaks.")
    #expect(multipart("alternative", [page]).text == "The lid leaks.\nBye")
    let empty = "Content-Type: text/plain\n\n \n"
    #expect(multipart("alternative", [empty, page]).text == "The lid leaks.\nBye")
    let stub = "Content-Type: text/plain\n\nThis mail is HTML. Use another program."
    #expect(multipart("alternative", [stub, page]).text == "The lid leaks.\nBye")
    #expect(multipart("alternative", [stub]).text == "This mail is HTML. Use another program.")
  }

  @Test("are found deep in a tree")
  func nested() {
    let inner = """
      Content-Type: multipart/alternative; boundary=c

      --c
      Content-Type: text/plain

      first
      --c
      Content-Type: text/html

      <p>never
      --c--
      """
    let file = "Content-Type: image/png\nContent-Disposition: attachment; filename=lid.png\n\nx"
    let mail = multipart("mixed", [inner, file, "Content-Type: text/plain\n\nlast"])
    #expect(mail.text == "first\n\nlast")
    #expect(mail.attachments.map(\.description) == ["lid.png (image/png)"])
    #expect(mail.warnings == [])
  }

  @Test("are no file's, unless nothing else has words")
  func files() {
    let file = "Content-Type: text/plain; name=log.txt\n\nlog"
    let words = "Content-Type: text/plain\n\nwords"
    #expect(multipart("mixed", [file, words]).text == "words")
    #expect(multipart("mixed", [file]).text == "log")
  }

  @Test("are not those of a mail inside")
  func forwarded() {
    let inner = "Content-Type: message/rfc822\n\nFrom: bo@b.example\nSubject: x\n\nnot mine"
    let mail = multipart("mixed", ["Content-Type: text/plain\n\nsee below", inner])
    #expect(mail.text == "see below")
    #expect(mail.forwarded.map(\.mediaType) == ["message/rfc822"])
    let only = multipart("mixed", [inner])
    #expect(only.text == "")
    #expect(only.warnings.map(\.code) == [.mailWithoutText])
    #expect(only.warnings.first?.hint == "export the forwarded mail itself")
  }

  static let charsetsCases: [(String, [UInt8], String)] = [
    ("windows-1252", [0x93, 0x80, 0x94], "“€”"), ("iso-8859-1", [0x80, 0xE9], "€é"),
    ("us-ascii", Array("grün".utf8), "grün"), ("utf-8", [0x67, 0xFC], "gü"),
    ("gb2312", [0xD6, 0xD0, 0x81, 0x40], "中丂"), ("koi8-r", [0xCB, 0xCF, 0xD4], "кот"),
    ("iso-2022-jp", Array("\u{1B}$BF|K\\\u{1B}(B".utf8), "日本"),
    ("ks_c_5601-1987", [0xC7, 0xD1, 0x81, 0x41], "한갂"), ("\"shift_jis\"", [0x93, 0xFA], "日"),
    ("big5", [0xA4, 0xA4], "中"), ("x-unknown", Array("grün".utf8), "grün"),
  ]

  @Test("are read in the charset of their part", arguments: charsetsCases)
  func charsets(charset: String, bytes: [UInt8], text: String) {
    let hex = bytes.map { "=" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    let mail = message(
      "text/plain; charset=\(charset)",
      hex,
      "Content-Transfer-Encoding: quoted-printable\n"
    )
    #expect(mail.text == text)
    #expect(mail.warnings.map(\.code) == (charset == "x-unknown" ? [.mailPartDamaged] : []))
  }

  @Test("may be UTF-16 under base64")
  func wide() {
    let mail = message(
      "text/plain; charset=utf-16le",
      "aABpACEA",
      "Content-Transfer-Encoding: base64\n"
    )
    #expect(mail.text == "hi!")
  }

  static let encodingsCases: [(String, String, String, Bool)] = [
    ("base64", "VGhlIGxpZA==", "The lid", false), ("base64", "VGhl\n IGxp ZA", "The lid", false),
    ("BASE64;", "VGhlIGxpZA==", "The lid", false), ("base64", "VGhl!IGxpZA==", "The lid", true),
    ("base64", "VGhlIGxpZ", "The li", true),
    ("quoted-printable", "lid=\nleaks=20=", "lidleaks", false),
    ("quoted-printable", "5 = 5 =ZZ", "5 = 5 =ZZ", true),
    ("quoted-printable ", "a=3d b", "a= b", false),
    ("7-bit", "plain =3D", "plain =3D", false), ("", "plain", "plain", false),
    ("x-uuencode", "begin 644 a\n#86)C\n`\nend", "abc", false),
  ]

  @Test("lose their transfer encoding; damage is told and read through", arguments: encodingsCases)
  func encodings(name: String, body: String, text: String, isDamaged: Bool) {
    let mail = message("text/plain", body, "Content-Transfer-Encoding: \(name)\n")
    #expect(mail.text == text)
    #expect(mail.warnings.map(\.code) == (isDamaged ? [.mailPartDamaged] : []))
  }

  @Test("stay where a boundary is missing")
  func boundaries() {
    let plain = "Content-Type: text/plain\n\nwords"
    let cut = multipart("mixed", [plain], end: "")
    #expect(cut.text == "words")
    #expect(cut.warnings.map(\.code) == [.mailCutOff])
    #expect(cut.warnings.first?.message.contains("closing boundary") == true)
    let none = message("multipart/mixed; boundary=b", "just words")
    #expect(none.text == "just words")
    #expect(
      none.warnings.map(\.message) == ["a multipart has no part: its boundary is never found"]
    )
    // One boundary is the beginning of the other.
    let inner = "Content-Type: multipart/mixed; boundary=bb\n\n--bb\n\ninner\n--bb--"
    #expect(multipart("mixed", [inner, "\nouter"]).text == "inner\n\nouter")
  }

  @Test("have names of files in any spelling")
  func names() {
    func name(_ parameter: String) -> String? {
      multipart(
        "mixed",
        ["Content-Type: image/png\nContent-Disposition: attachment; \(parameter)\n\nx"]
      ).attachments.first?.name
    }
    #expect(name("filename*=utf-8''gr%C3%BCn.png") == "grün.png")
    #expect(name("filename*0*=utf-8''gr%C3%BC;\n filename*1=\"n.png\"") == "grün.png")
    #expect(name("filename=\"=?utf-8?Q?gr=C3=BCn.png?=\"") == "grün.png")
    #expect(name("filename=\"a b.png\"") == "a b.png")
  }

  @Test("are joined where they were folded for the way")
  func flowed() {
    let body = "The lid \nleaks.\n>> a \n>> b\n> c\n-- \nAnna \nVogel\n From here"
    #expect(
      message("text/plain; format=flowed", body).text
        == "The lid leaks.\n>> a b\n> c\n-- \nAnna Vogel\nFrom here"
    )
    #expect(message("text/plain; format=flowed; delsp=yes", "ket \ntle").text == "kettle")
    #expect(message("text/plain", "The lid \nleaks.").text == "The lid \nleaks.")
  }

  @Test("of HTML keep lines, marks of quotation and what a picture stands for")
  func pages() {
    #expect(MailMarkup.text("<style>x</style><p>a  b<br>c</p>d") == "a b\nc\nd")
    #expect(
      MailMarkup.text("yes<blockquote>is it<br>red?<blockquote>hm</blockquote></blockquote>no")
        == "yes\n> is it\n> red?\n>> hm\nno"
    )
    #expect(MailMarkup.text("<pre>a\nb</pre>&lt;b&gt; <img alt=\"lid\">") == "a\nb\n<b> lid")
    #expect(MailMarkup.text("") == "")
  }

  @Test("without any, or without a writer, are told of")
  func missing() throws {
    let none = try Mails.eml(Mails.mail(fields: "Content-Type: image/png\n", body: "x"))
    #expect(none.rejects.map(\.code) == [.mailWithoutText])
    #expect(none.warnings == [])
    let nobody = try Mails.eml("To: help@shop.example\nSubject: x\n\nThe lid leaks.\n")
    #expect(nobody.rejects.map(\.code) == [.mailWithoutSender])
    let other = Mails.message("Reply-To: anna@mail.example\nSubject: x\n\nwords\n")
    #expect(other.sender?.address == "anna@mail.example")
  }

  @Test("are found below no more than 64 levels")
  func bomb() {
    var body = "Content-Type: text/plain\n\nwords"
    for level in (0..<80).reversed() {
      body =
        "Content-Type: multipart/mixed; boundary=b\(level)x\n\n--b\(level)x\n\(body)\n--b\(level)x--"
    }
    let mail = Mails.message("From: a@b.example\n\(body)\n")
    #expect(mail.warnings.map(\.code) == [.mailCutOff, .mailWithoutText])
  }
}
