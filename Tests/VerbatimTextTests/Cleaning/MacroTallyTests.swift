import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Macros")
struct MacroTallyTests {
  private func keys(_ text: String, _ role: Turn.Role = .agent) -> [ParagraphKey] {
    let bytes = Array(text.utf8)
    return ParagraphKey.paragraphs(of: bytes.span, by: role).map(\.key)
  }

  private static let greeting = "thank you for writing to us. We look into it within two days."

  @Test("are paragraphs of five different conversations")
  func five() throws {
    var tally = MacroTally()
    let key = try #require(keys(Self.greeting).first)
    for _ in 0..<4 { tally.add(conversation: [key, key, key]) }
    #expect(!tally.isMacro(key))
    tally.add(conversation: [key])
    #expect(tally.isMacro(key))
    #expect(tally.count == 5)
  }

  @Test("belong to the role that says them")
  func role() throws {
    var tally = MacroTally()
    for _ in 0..<9 { tally.add(conversation: keys(Self.greeting, .agent)) }
    #expect(tally.isMacro(try #require(keys(Self.greeting, .agent).first)))
    #expect(!tally.isMacro(try #require(keys(Self.greeting, .customer).first)))
  }

  @Test(
    "are the same with other names, numbers, addresses and blanks",
    arguments: [
      ("Hi Anna, \(greeting)", "Hi Jean Paul Smith, \(greeting)"),
      ("Anna, \(greeting)", "Peter, \(greeting)"),
      (
        "Your order 4711 left us on 3 May and comes soon",
        "Your order 12 left us on 14 June and comes soon"
      ),
      (
        "You find it at https://x.example/a?b=1 and can ask there",
        "You find it at https://y.example and can ask there"
      ),
      (
        "Write to anna@x.example when it did not arrive yet",
        "Write to help@yy.example when it did not arrive yet"
      ),
      (
        "Please send the lamp back to us in its own box",
        "Please  send the LAMP back\nto us in its own box"
      ),
      (
        "Liebe Frau Müller, wir prüfen das und melden uns bald",
        "Liebe Frau Özil, wir prüfen das und melden uns bald"
      ),
      (
        "Добрый день, Анна, мы проверим и скоро ответим вам",
        "Добрый день, Мария, мы проверим и скоро ответим вам"
      ),
    ]
  )
  func alike(left: String, right: String) throws {
    #expect(keys(left).count == 1)
    #expect(keys(left) == keys(right))
  }

  @Test(
    "differ where the words do",
    arguments: [
      (
        "The handle broke on the second day of use here",
        "The handle cracked on the second day of use here"
      ),
      (
        "THE LAMP BROKE ON THE SECOND DAY AND NOBODY ANSWERS",
        "THE PARCEL CAME ON THE SECOND DAY AND NOBODY ANSWERS"
      ),
      (
        "The Lamp Broke On The Second Day And Nobody Answers",
        "The Parcel Came On The Second Day And Nobody Answers"
      ),
    ]
  )
  func different(left: String, right: String) {
    #expect(keys(left).count == 1)
    #expect(keys(left) != keys(right))
  }

  @Test("are long enough not to be said alike by chance")
  func short() {
    #expect(keys("It arrived broken, thank you.") == [])
    #expect(keys("Anna Berta Carla Dora Emilia Frieda Gerda Hanna") != [])
    #expect(keys("anna@x.example berta@x.example 4711 4712 4713 4714 4715 4716") == [])
    #expect(keys("one\n\ntwo\n\n\(Self.greeting)\n").count == 1)
  }

  @Test("have their place in the message")
  func places() {
    let text =
      "Hi,\n\n  \(Self.greeting) \n\nok\n\nPlease send the lamp back to us\r\nin its own box. \r\n"
    let bytes = Array(text.utf8)
    let found = ParagraphKey.paragraphs(of: bytes.span, by: .agent)
    #expect(
      found.map { $0.range.cut(text) } == [
        Self.greeting, "Please send the lamp back to us\r\nin its own box.",
      ]
    )
  }

  @Test(
    "do not depend on the order, nor on how the work is divided",
    arguments: SeededGenerator.seeds(3)
  )
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let all = (0..<40).map { ParagraphKey(hash: UInt64($0) &* 0x9E37_79B9_7F4A_7C15) }
    let conversations = (0..<120).map { _ in
      (0..<5).compactMap { _ in all.randomElement(using: &random) }
    }
    var straight = MacroTally()
    for keys in conversations { straight.add(conversation: keys) }
    var first = MacroTally()
    var second = MacroTally()
    for keys in conversations.shuffled(using: &random) {
      if random.chance(0.3) {
        first.add(conversation: keys.reversed())
      } else {
        second.add(conversation: keys)
      }
    }
    second.merge(first)
    #expect(all.map { straight.isMacro($0) } == all.map { second.isMacro($0) })
    #expect(straight.count == second.count)
    for key in all {
      let exact = conversations.count { $0.contains(key) }
      #expect(straight.isMacro(key) == (exact >= MacroTally.leastConversations))
    }
  }

  @Test("need more conversations when the tally is full")
  func full() {
    var tally = MacroTally()
    #expect(tally.threshold == 5)
    var random = SeededGenerator(seed: 1)
    let unique = (0..<20_000).map { _ in ParagraphKey(hash: random.next()) }
    tally.add(conversation: unique)
    var sum = tally
    // Doubling stands for more conversations of the same paragraphs.
    for _ in 0..<6 { sum.merge(sum) }
    #expect(sum.count == 20_000 * 64)
    #expect(sum.threshold > 5)
    #expect(!unique.contains { tally.isMacro($0) })
  }

  @Test("are read from any bytes", arguments: SeededGenerator.seeds(20))
  func anyBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let bytes = random.bytes(longest: 400)
      var end = 0
      for paragraph in ParagraphKey.paragraphs(of: bytes.span, by: .customer) {
        #expect(paragraph.range.start >= end)
        #expect(paragraph.range.count >= ParagraphKey.shortest)
        end = paragraph.range.end
      }
      #expect(end <= bytes.count)
    }
  }
}
