import Testing

@testable import VerbatimText

@Suite("Names known by what stands around them")
struct RedactedPersonTests {
  @Test(
    "are masked where a line begins with them",
    arguments: [
      "«Becky»,\nthanks for your mail.",
      "«Monique»: Hi, how can I help?\nCustomer: the lid is cracked",
      "The box was open.\n«Tamsin» promised a refund.",
      "«Anil's» advice was spot on.",
      "«Jonas» (5) ist begeistert.",
      "«Kemal Aydın»\nSipariş no 4411",
      "[14:02] «Rhys»: let me check that",
    ]
  )
  func atLineStart(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .name))
  }

  @Test(
    "are masked within a clause",
    arguments: [
      "Just to say that «Morag» was an absolute treasure.",
      "I was there with «Karin» personally.",
      "Parcel was handed to owner «Peter Voss».",
      "Your mail said Dear «Michelle», but who is that?",
      "I, «Margaret Sewell», confirm that I sent it back.",
      "Me and «Derek» are never shopping here again.",
      "A refund to «Mr D Llewellyn» please",
      "Technician name: «Leszek»",
      "Groeten, «Anneke» uit Zwolle",
    ]
  )
  func inClause(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "are masked in the cases of Russian and Polish",
    arguments: [
      "Передайте «Инне» спасибо.", "Говорила с «Дмитрием», он не знает.",
      "Спасибо менеджеру «Юлии».", "Общалась с «Глебом» в чате.", "Курьеру «Андрею» спасибо.",
      "Rozmawiałam z «Tomaszem» wczoraj.", "Dziękuję pani «Kasi» za pomoc.",
    ]
  )
  func inflected(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "are masked in scripts without capitals",
    arguments: [
      "«ゆうこ»です。", "谢谢«小陈»的帮助", "快递员«老周»很负责", "我女儿«朵朵»很喜欢",
      "«张师傅»上门安装，很专业。", "아들 «도윤»이가 좋아해요",
    ]
  )
  func withoutCapitals(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .name))
  }

  @Test(
    "stay where goods, brands and other words stand",
    arguments: [
      "Uncle Ben's rice spilled.", "Penny Lane music box, winds the wrong way.",
      "that Morag lamp flickers",
      "in all the best possible ways", "LG Reputation is lost on me.",
      "Dr. Martens split after a week.", "Hello Kitty mug arrived chipped.",
      "Sue me, I liked it.", "Rob me why don't you.", "Our own Hello Fresh box was late.",
      "我女儿天天用", "老板很好", "大堂经理很忙",
    ]
  )
  func otherWords(text: String) { #expect(Redacting.masked(text).isEmpty, "\(text)") }
}
