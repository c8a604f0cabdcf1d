import Testing

@testable import VerbatimText

@Suite("Names of who presents themselves, is written wrong, belongs to a family or is praised")
struct PresentedNameTests {
  @Test(
    "who presents themselves, and whose name is written wrong, is masked",
    arguments: [
      "Let me introduce myself: «Prudence Okafor», a customer since 2009.",
      "My name was misspelled as «Lorna Pike» on the invoice.",
      "Pozwolę sobie przedstawić się: «Dobromir Sowa».",
      "Låt mig presentera mig: «Folke Rask».",
      "Mein Name wurde falsch geschrieben: «Meyerhoff».", "De monteur heette «Wubbo».",
      "Technik nazywał się «Mścisław».", "名字写成了«董小宛»。", "师傅姓«覃»。",
      "أعرفكم بنفسي: «طلال العنزي».",
    ]
  )
  func presented(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "who is greeted, thanked or praised through others, and who is of a family, is masked",
    arguments: [
      "Grüßen Sie «Waltraud» von mir.", "Transmettez mes remerciements à «Séverine».",
      "Agradeçam à «Fabíola» por mim.", "Ottimo servizio di «Gianmarco».",
      "Goede service van «Marloes».", "اشكروا «جواهر» نيابة عني.", "شكرا «لأحمد» على المساعدة.",
      "The gift card was from Aunt «Philippa».", "La pequeña «Lucía» está encantada.",
      "Le petit «Noé» est ravi.", "«Trevor», if you read this, you're a legend.",
      "It says here that «Ignatius Wren» signed for it.",
    ]
  )
  func greeted(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "families' names of Russian and Polish are masked in other cases",
    arguments: [
      "Жалоба на курьера «Ефимова».", "Жалоба на сотрудника «Пупкина».",
      "Reklamacja na kuriera «Wiśniewskiego».", "Вас беспокоит «Нефёдова».",
    ]
  )
  func families(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "names in brackets behind kin, and surnames of two syllables, are masked",
    arguments: [
      "妻(«菜々子»)の名前で注文しました。", "夫（«大輔»）が受け取りました。", "저는 «남궁민수»라고 합니다.",
      "저는 «황보석»입니다.",
    ]
  )
  func eastern(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "goods, firms and words in these places stay",
    arguments: [
      "Le petit Robot est bien.", "La pequeña Samsung funciona.", "Label reads Made in China",
      "Servizio di Poste pessimo", "service van PostNL slecht", "obsługa pani w sklepie miła",
      "работа Почты России ужасна", "маленькая Бирюса не морозит",
      "娘（小学生）が使います。", "息子（高校生）用です。", "名字写成了英文", "投诉快递员态度差",
      "송장에 주소가 없어요", "شكرا لجهودكم", "شكرا لسرعة التوصيل", "주문자는 구매자입니다",
      "Hope you can call me back, nobody did.", "Uncle Ben's rice was fine.",
    ]
  )
  func stays(text: String) { #expect(Redacting.masked(text) == []) }
}
