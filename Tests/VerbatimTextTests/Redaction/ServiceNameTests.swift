import Testing

@testable import VerbatimText

@Suite("Names of those who serve: passed on to, asked, praised, behind a dash or at the end")
struct ServiceNameTests {
  @Test(
    "whom a caller is passed to or asks is masked",
    arguments: [
      "I was put through to «Dariusz», who cancelled it.",
      "J'ai demandé à «Josiane» si c'était bon.",
      "Me pasaron con «Maricarmen» y lo arregló.", "Digam ao «Vasco» que chegou.",
      "Ik vroeg aan «Maaike» of het kon.", "«Aysel'e» sordum, bilmiyordu.",
      "Передайте «Константину», что дошло.", "حولوني إلى «خالد» ولم يساعدني.", "我问了«郑强»,他不知道。",
    ]
  )
  func passed(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a name between dashes, in brackets or behind a comma after a trade is masked",
    arguments: [
      "Our nurse – «Oluwaseun» – was gentle.", "Notre infirmière – «Solenne» – est douce.",
      "Nasza pielęgniarka – «Wiesława» – jest kochana.", "Наша медсестра – «Тамара» – добрая.",
      "Die Empfangsdame, «Friederike», fand nichts.", "La recepcionista, «Ximena», no la encontró.",
      "الممرضة «مريم» لطيفة جدا.", "ドライバーの«グエン・ヴァン»さんが丁寧でした。",
    ]
  )
  func trades(text: String) {
    // A title may be masked with the name.
    let pieces = Redacting.marked(text).pieces
    #expect(Redacting.outcome(text).pieces.allSatisfy { $0.hasPrefix(pieces[0]) })
    #expect(Redacting.outcome(text).counts == ["name": 1])
  }

  @Test(
    "a listed name behind the only comma of the last sentence is masked",
    arguments: [
      "I could not have done it without you, «Rosalind».", "Great service today, «Kwabena»!",
      "Super service, «Marie-Laure» !", "¡Buen servicio, «José Luis»!", "Отличный сервис, «Нина»!",
    ]
  )
  func addressed(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a listed name without its capital is masked before a plea to call",
    arguments: [
      "can «natasha» call me back pls", "est-ce que «nadia» peut me rappeler svp",
      "kan «dennis» mij terugbellen aub", "czy «patryk» może oddzwonić",
      "«burcu» beni arasın lütfen",
    ]
  )
  func pleas(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "who a badge names, or who gives a name as theirs, is masked",
    arguments: [
      "«Merve'ye» özel teşekkür.", "Представился «Валерием».", "名札には«にしむら»とありました。",
      "«黒川»と名乗る男性でした。", "胸牌上写着«罗敏»。", "명찰에 «백승우»라고 적혀 있었어요.", "مكتوب على البطاقة «وليد».",
      "Rörmokaren, «Goran», lämnade en läcka.",
      "L'idraulico, «Ruggero», è stato paziente.", "Wenn «Gerlinde» das liest: danke!",
      "Никто, кроме «Клавдии», не ответил.",
    ]
  )
  func badges(text: String) {
    let pieces = Redacting.marked(text).pieces
    #expect(Redacting.outcome(text).pieces.allSatisfy { $0.hasPrefix(pieces[0]) })
    #expect(Redacting.outcome(text).counts == ["name": 1])
  }

  @Test(
    "brands, places and lists in these places stay",
    arguments: [
      "I recommend Brabantia, good brand.", "recommended by Which", "my guide Garmin failed",
      "It was posted in Devon, Victoria", "Gebt Vollgas, Leute",
      "segundo o Procon, tenho direito", "foi o Correio", "nem o Bluetooth funciona",
      "zeg tegen Bolcom dat het kapot is", "bara Elgiganten har den", "браво Ламода",
      "без Гарантии", "пусть Ростелеком вернёт", "只有黄色好看", "我问了客服", "女儿安全座椅", "น้ำ ไหลไม่หยุด",
      "هل ما زالت متوفرة", "Trendyol ilgilendi", "bekommt Spülmaschine nicht sauber",
      "特别感谢包装", "배송은 빨라요",
    ]
  )
  func others(text: String) { #expect(Redacting.masked(text) == []) }
}
