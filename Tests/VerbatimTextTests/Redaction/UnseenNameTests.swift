import Testing

@testable import VerbatimText

@Suite("Names where no list need have them: presented, signed, beside ages, fathers' names")
struct UnseenNameTests {
  @Test(
    "who presents themselves in a script without capitals is masked, whatever the name",
    arguments: [
      "«オルガ・ペトロワ»です。先月退会しました。", "もしもし«金城»ですけど、送料はいくらですか。",
      "初めまして、«大河内 慎太郎»と申します。", "こんばんは〜«ゆうこりん»です♪", "«李 文浩»です。領収書をお願いします。",
      "안녕하세요. «차승우»입니다.", "어제 채팅한 «유나»인데요",
      "ดิฉันคือ«เพ็ญศรี»ที่เคยเขียนมา", "急!!本人«ouyang feng»,可以视频验证",
    ]
  )
  func presented(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a name in small letters after a hasty introduction is masked",
    arguments: [
      "hola m llamo «dayana» kiero saber", "ciao mi kiamo «debora» e nn riesco",
      "me xamo «gleici» e não consigo", "slm ben «emre» dün yazmıştım",
      "dzien dobry, «mateusz lewandowicz», pisałem", "bjr cest «kenza» jai pas recu mon colis",
    ]
  )
  func hasty(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a name that is the last sentence or line is masked, a heart or smiley behind it",
    arguments: [
      "진짜 실망입니다. «차승우»", "언제쯤 재입고되나요? «보라»", "今回は見送ります。«真壁»",
      "以上,望尽快处理。«郝建»", "宝贝收到,跟描述一致。«小雪»留", "يسلمو كتير، «رنا» 🌷",
      "梱包が雑。星3つ。 by «けんじ»", "감사합니다. 수고하세요.\n독자 «편해문»",
    ]
  )
  func signed(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a name beside its bearer's age or town is masked",
    arguments: [
      "«Rayan», 15 ans : le casque serre trop.", "Materac za twardy. «Ula», 34 l.",
      "«阿部 寛子» 54歳 主婦\n2週間使いました。", "Adorei o vestido.\n«Thainá», Belo Horizonte",
    ]
  )
  func aged(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a Russian name with the father's is masked in any case",
    arguments: [
      "Поменяйте получателя на «Анну Михайловну», я уезжаю.",
      "Пришла «Бибигуль Сериковна» и всё решила.",
    ]
  )
  func patronymics(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .name))
  }

  @Test(
    "names in a shouted text are masked",
    arguments: [
      "THANK YOU «PAULETTE» FOR THE QUICK HELP",
      "ПОЗОР!!! «ИВАН СТЕПАНОВИЧ КРУГЛОВ», ВЕТЕРАН ТРУДА",
    ]
  )
  func shouted(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "words that stand so and are nobody's name stay",
    arguments: [
      "最高です。また買います。", "こんにちは。とてもよかったです。", "残念です。", "不良品です。", "정수기입니다. 고장났어요.", "배송이 빨라요. 최고",
      "质量很好。满意", "包装破了。退货",
      "جودة ممتازة، شكرا", "Waschmaschine, 3 Jahre: kaputt", "THE BATTERY IS TOO SMALL AND WEAK",
      "ОЧЕНЬ ПЛОХОЙ ТОВАР, НЕ БЕРИТЕ", "All in one pan. Nothing sticks.", "คุณภาพดีมากค่ะ",
      "น้องหมาชอบมาก", "Meine Frau. Keine Antwort.",
    ]
  )
  func kept(text: String) { #expect(Redacting.masked(text).isEmpty) }
}
