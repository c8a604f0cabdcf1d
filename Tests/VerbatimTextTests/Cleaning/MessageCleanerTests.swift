import Testing
import VerbatimCore

@testable import VerbatimText

@Suite("A message cleaner")
struct MessageCleanerTests {
  @Test(
    "takes a text of one line as the writer's own",
    arguments: [
      "Works fine.", "> 3 weeks and no answer", "On Monday you wrote: soon", "-- ", "Best regards",
      "Sent from my iPhone", "From: Munich", "----- Original Message -----", "a", " ", "\u{FEFF}x",
    ]
  )
  func oneLine(text: String) throws {
    let parts = try CleaningFixture.cleaner().parts(of: text)
    #expect(parts == [MessagePart(range: ByteRange(0, text.utf8.count), kind: .own)])
  }

  @Test("gives no parts of nothing")
  func empty() throws {
    #expect(try CleaningFixture.cleaner().parts(of: "") == [])
    #expect(try CleaningFixture.cleaner().ownText(of: "") == "")
  }

  @Test("gives whole lines, with the blank lines below them")
  func ranges() throws {
    let text =
      "Yes.\r\n\r\nOn 3 June 2024 at 9:15, Mia <mia@x.example>\r\nwrote:\r\n> Ok?\r\n\r\nMore."
    let parts = try CleaningFixture.cleaner().parts(of: text)
    #expect(parts.map(\.kind) == [.own, .delimiter, .quoted, .own])
    #expect(
      parts.map { $0.range.cut(text) } == [
        "Yes.\r\n\r\n", "On 3 June 2024 at 9:15, Mia <mia@x.example>\r\nwrote:\r\n",
        "> Ok?\r\n\r\n", "More.",
      ]
    )
    #expect(try CleaningFixture.cleaner().ownText(of: text) == "Yes.\n\nMore.")
  }

  @Test("keeps answers between quoted lines and below them")
  func inline() throws {
    #expect(
      try CleaningFixture.letters(
        "> Which lamp?\nThe red one.\n> Since when?\n\nSince Monday.\n\n> And now?\nRefund me."
      ) == "qoqoqo"
    )
    #expect(
      try CleaningFixture.letters("On 3/6/2024 10:02, Mia wrote:\n>> a\n> b\nmy answer\n>\nits end")
        == "dqqoqo"
    )
    #expect(
      try CleaningFixture.letters("Hi,\nMia <m@x.example> wrote:\n> Q1\nA1\n> Q2\nA2\n--\nRuth")
        == "odqoqoss"
    )
  }

  @Test("knows the end of a quoted line that was wrapped without a mark")
  func wrapped() throws {
    let long =
      "> We would like to know whether the parcel was handed to you or to a neighbour on the"
    #expect(try CleaningFixture.letters("\(long)\nthird of June.\n> Thank you") == "qqq")
    // An answer: the line above is a whole sentence, or short, or nothing quoted follows.
    #expect(try CleaningFixture.letters("\(long) third.\nto a neighbour\n> Thank you") == "qoq")
    #expect(
      try CleaningFixture.letters("> Handed to you or\nto a neighbour\n> on the third?") == "qoq"
    )
    #expect(try CleaningFixture.letters("\(long)\nto a neighbour\n\nThank you") == "qoo")
    #expect(try CleaningFixture.letters("\(long)\nTo a neighbour\n> third?") == "qoq")
  }

  @Test("tells quote marks from comparisons and faces")
  func marks() throws {
    #expect(try CleaningFixture.letters("The box weighs\n>5 kg\nwhich is too much.") == "ooo")
    #expect(try CleaningFixture.letters("So slow\n>:(\nnever again") == "ooo")
    #expect(try CleaningFixture.letters("Load\n>= 90 %\nof the time") == "ooo")
    #expect(try CleaningFixture.letters("> 5 kg?\nNo, six.") == "qo")
    #expect(try CleaningFixture.letters("Yes.\n&gt; 5 kg?\n&gt;&gt; really") == "oqq")
    #expect(try CleaningFixture.letters("Yes.\nMK> Is it?\nMK>\nMK> Sure?") == "oqqq")
    #expect(try CleaningFixture.letters("Press\nA> B\nto start") == "ooo")
    // Nothing but marked lines: the writer's way to set text apart.
    #expect(try CleaningFixture.letters("> The lamp is broken.\n> I want my money back.") == "oo")
  }

  @Test("takes a message without words of its own as what it passes on")
  func forwarded() throws {
    let block = "From: Mia <mia@x.example>\nDate: 3 June 2024\nTo: Ruth\nSubject: lamp"
    #expect(
      try CleaningFixture.letters("---------- Forwarded message ---------\n\(block)\n\nBroken.\n")
        == "dddddo"
    )
    #expect(
      try CleaningFixture.letters(
        "\(block)\n\nBroken.\n\n-----Original Message-----\n\(block)\n\nOld."
      ) == "ddddodddddq"
    )
    #expect(
      try CleaningFixture.letters("FYI\n\nBegin forwarded message:\n\n\(block)\n\nBroken.")
        == "odddddq"
    )
    #expect(
      try CleaningFixture.letters("On 3 June 2024 at 9:15, Mia <mia@x.example> wrote:\n\nBroken.")
        == "do"
    )
  }

  @Test("reads folded fields, blank lines between fields, and lists of addresses")
  func fields() throws {
    #expect(
      try CleaningFixture.letters(
        "Yes.\n\nFrom: Lamps and more\n<help@x.example>\nSent: Monday\nTo: Ruth Adler\n"
          + "<ruth@y.example>; Sam\n<sam@y.example>\nSubject: a very\n long one\nCc: X\n\nOld."
      ) == "odddddddddq"
    )
    #expect(
      try CleaningFixture.letters("Yes.\n\nFrom: a@x.example\n\nSent: Monday\n\nSubject: x\n\nOld.")
        == "odddq"
    )
    #expect(
      try CleaningFixture.letters("Yes.\n\n> From: a@x.example\n> To: b\n> Subject: c\n\nMore.")
        == "oqqqo"
    )
  }

  @Test(
    "leaves lines that only look like headers",
    arguments: [
      "The route was\nFrom: Munich\nTo: Berlin\nDate: 3 May\nand then it was lost.",
      "Please change my address\nFrom: old@x.example\nTo: new@y.example\nThanks to all",
      "Notes\nSubject: lamp\nColour: red\nPrice: 20",
      "On the label\nsomeone wrote:\nreturn to sender",
      "On page 12 he wrote:\nturn it off first.",
      "In 2019 you wrote:\nlifetime warranty.",
      "I got this\non 3 May 2024 at 14:30 from the shop which I visited and where nobody wrote:\nsorry",
      "Original message\nwas never answered.", "original packaging\nwas missing",
      "The problem:\nit is too loud.\nThe wish:\na quiet one.",
      "Two issues\n----\nThe lid is cracked.\n\n----\nThe hinge is loose.",
    ]
  )
  func lookalikes(text: String) throws {
    #expect(
      try CleaningFixture.letters(text)
        == String(repeating: "o", count: text.split(separator: "\n").count)
    )
  }

  @Test("loses a paragraph at most to a header that says only a day")
  func weak() throws {
    let text = "I am angry.\n\nOn 3 May 2024 you wrote:\n\nIt is on its way.\n\nThat was a lie."
    #expect(try CleaningFixture.letters(text) == "odqo")
    #expect(
      try CleaningFixture.letters(
        "I am angry.\n\nOn 3 May at 14:30 Mia Keller wrote:\n\nIt is on its way.\n\nOk."
      ) == "odqq"
    )
    // No name, no address: whoever it was, it may be the writer's sentence.
    #expect(
      try CleaningFixture.letters(
        "I am angry.\n\nOn 3 May at 14:30 your driver wrote:\nnobody home\n\nA lie."
      ) == "oooo"
    )
    #expect(
      try CleaningFixture.letters(
        "I am angry.\n\nOn 3 May at 14:30 your driver wrote:\n> nobody home\n\nA lie."
      ) == "odqo"
    )
    #expect(
      try CleaningFixture.letters("My husband wrote:\n> nobody home\nand he is right.") == "dqo"
    )
  }

  @Test("takes what stands below a signature line, unless it is text")
  func signatures() throws {
    #expect(
      try CleaningFixture.letters("It broke.\n\n-- \nRuth Adler\nAdler & Co\n\nruth@x.example")
        == "ossss"
    )
    #expect(
      try CleaningFixture.letters(
        "It broke.\n--\nRuth\n“He who lights a lamp sees further than all the others.”"
      ) == "osss"
    )
    #expect(try CleaningFixture.letters("It broke.\n\n—\nRuth Adler") == "oss")
    #expect(try CleaningFixture.letters("It broke.\n\n__\nRuth Adler") == "oss")
    #expect(
      try CleaningFixture.letters(
        "It broke.\n________________\nlamp-users mailing list\nhttps://x.example/info"
      ) == "osss"
    )
    let text = "The first lamp broke on the second day and the shop said nothing about it."
    #expect(
      try CleaningFixture.letters("\(text)\n--\n\(text)\n\(text)\n\(text)\n\(text)") == "oooooo"
    )
    #expect(try CleaningFixture.letters("\(text)\n—\n\(text)\n\(text)") == "oooo")
    #expect(try CleaningFixture.letters("--\nIt broke.\nI want a refund.") == "ooo")
    let list = (1...16).map { "Point \($0)" }.joined(separator: "\n")
    #expect(try CleaningFixture.letters("Points\n--\n\(list)") == String(repeating: "o", count: 18))
  }

  @Test(
    "keeps a closing phrase that a complaint follows",
    arguments: [
      "Thanks for nothing, Anna\nIt broke again.", "It broke.\nThanks for nothing, Anna",
      "It broke.\n\nThanks,\nthis is the last time I buy here.", "It broke.\n\nThanks, Anna",
      "It broke.\n\nBest regards,\nwhen do I get my money?",
      "It broke.\n\nRegards\nAnna\nThis is the third time.", "It broke.\n\nBest Lamp Ever",
      "It broke.\n\nRegards\nstill not working", "It broke.\n\nRegards\nNever again!",
      "It broke.\n\nRegards\nOne\nTwo\nThree\nFour", "Best regards\nAnna", "Thank you!\nIt works",
      "It broke.\n\nThanks", "LG Washing Machine\nLG Fridge", "It broke.\nBest Value",
    ]
  )
  func complaints(text: String) throws {
    let count = text.split(separator: "\n").count
    #expect(try CleaningFixture.letters(text) == String(repeating: "o", count: count))
  }

  @Test("takes a closing phrase with names and ways to reach the writer")
  func signOffs() throws {
    #expect(try CleaningFixture.letters("It broke.\n\nRegards\nanna") == "off")
    #expect(
      try CleaningFixture.letters(
        "It broke.\n\nThanks,\nAnna Berg\nBerg Ltd.\nTel: 030 1234\nwww.x.example"
      ) == "offfff"
    )
    #expect(try CleaningFixture.letters("It broke.\n\nKind regards 🙂\nAnna") == "off")
    #expect(
      try CleaningFixture.letters("It broke.\n\nThank you!\n\nBest regards,\n\nAnna") == "offf"
    )
    #expect(
      try CleaningFixture.letters("It broke.\n\nKind regards\nAnna\n\nP.S. The box was open, too.")
        == "offo"
    )
    #expect(try CleaningFixture.letters("It broke.\n\n*Kind regards,*\n*Anna*") == "off")
    #expect(try CleaningFixture.letters("It broke.\n\n—Anna") == "of")
    #expect(try CleaningFixture.letters("It broke.\n\n- Blue\n- Red") == "ooo")
  }

  @Test("leaves a device's words inside a sentence")
  func devices() throws {
    #expect(
      try CleaningFixture.letters("The app says\nSent from my iPhone\nbut I have none.") == "ooo"
    )
    #expect(try CleaningFixture.letters("Sent from my desk,\nwhich is near yours") == "oo")
    #expect(
      try CleaningFixture.letters(
        "It came\n\nSent from my desk, which is much nicer than my phone."
      ) == "oo"
    )
    #expect(try CleaningFixture.letters("It came\n\nSent from my Pixel 8 Pro") == "ov")
    #expect(
      try CleaningFixture.letters(
        "Sent from my iPhone\n\nOn 3 June 2024, Mia <m@x.example> wrote:\n\nOld."
      ) == "vdq"
    )
  }

  @Test("joins what is own, with sign-offs where they are asked for")
  func text() throws {
    let cleaner = try CleaningFixture.cleaner()
    let text = "\n Hi,\nit broke. \n\nRegards\nAnna\n\n> when?\nMonday.\n"
    #expect(cleaner.ownText(of: text) == "Hi,\nit broke.\n\nMonday.")
    #expect(
      cleaner.ownText(of: text, with: [.signOff]) == "Hi,\nit broke. \n\nRegards\nAnna\n\nMonday."
    )
    #expect(
      cleaner.ownText(of: text, with: Set(MessagePart.Kind.allCases))
        == text.dropFirst(2).dropLast()
    )
  }
}
