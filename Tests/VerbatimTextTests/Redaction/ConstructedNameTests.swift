import Testing

@testable import VerbatimText

/// Each construction in which feedback has names, beside what looks like it and is none.
@Suite("Names by construction")
struct ConstructedNameTests {
  @Test(
    "names of Japanese that no list has stand before titles and after who writes",
    arguments: [
      "チャットで«ユミ»さんに聞いたらすぐ解決しました。", "窓口で«吾妻»様に相談しました。", "以上、«長谷川»でした。",
      "いつもお世話になっております。«逢坂»です。", "«Tanaka»と申します。", "名義は«越前谷»です。",
      "よろしくお願いします。«大塚»", "担当者の«シンディ»から折り返しがありません。",
    ]
  )
  func japanese(text: String) {
    #expect(Redacting.masked(Redacting.marked(text).text) == Redacting.marked(text).pieces)
  }

  @Test(
    "names of Chinese stand before titles and after parts, of both scripts",
    arguments: [
      "找«阿强»买的，他说保修三年。", "跟我对接的是«小何»，非常负责。", "顾客«冯海燕»敬上", "落款：«钟建民»", "感谢«徐工»上门检修。",
      "店長«蔡佳玲»親切又專業。", "我姓«蔡»，昨天打過電話。", "快递员«老张»每次都送到门口。",
    ]
  )
  func chinese(text: String) {
    #expect(Redacting.masked(Redacting.marked(text).text) == Redacting.marked(text).pieces)
  }

  @Test(
    "names of Korean stand before titles, after parts and labels, with their particles",
    arguments: [
      "친구 «수빈»이한테 추천받았어요.", "상담원 «제니퍼»와 채팅했습니다.", "담당: «송지효»", "지난번 «민지»님이 도와주셨어요.",
    ]
  )
  func korean(text: String) {
    #expect(Redacting.masked(Redacting.marked(text).text) == Redacting.marked(text).pieces)
  }

  @Test(
    "a title of Korean goes with the name, a surname alone among them",
    arguments: [("김 기사님 친절하세요.", "김 기사님"), ("강동원 기사님이 설치했어요.", "강동원 기사님")]
  )
  func koreanTitles(text: String, piece: String) {
    #expect(Redacting.masked(text) == [piece])
  }

  @Test(
    "names of Arabic stand before departments, after kin, initials of titles and kunya",
    arguments: [
      "«فاطمة» من خدمة العملاء محترمة جدا.", "صديقتي «أمل» نصحتني به.",
      "المندوب واسمه «كريم» رفض يطلع.",
      "شكراً «أبو فهد» على السرعة", "شكراً «منى» على المساعدة.",
    ]
  )
  func arabic(text: String) {
    #expect(Redacting.masked(Redacting.marked(text).text) == Redacting.marked(text).pieces)
  }

  @Test(
    "names of the other languages stand where the tables say that persons do",
    arguments: [
      "«Kathrins» Beratung war klasse.", "«Thorsten» aus der Technik hat zurückgerufen.",
      "Habe mit einer «Nadine» gesprochen.", "Commande passée par «Hugo Lefranc».",
      "«Sandrine» m'a très bien conseillée.", "Det var «Ylva» som hjälpte mig.",
      "Great service. // «Maja»", "«Ms de la Cruz» was courteous.",
      "a «Mr Van Houten» took my details",
      "this is «amir khan», i ordered the blue one", "«Hamish» - thanks for sorting this.",
      "«Anna» (my wife) ordered it.", "Продавец-консультант «Аида» нахамила.",
      "«พี่ต้อม»คนส่งของสุภาพมาก",
      "«Anand» bhai from the Surat store gave me a discount",
    ]
  )
  func others(text: String) {
    #expect(Redacting.masked(Redacting.marked(text).text) == Redacting.marked(text).pieces)
  }

  @Test(
    "what looks like them and is nobody's name stays",
    arguments: [
      "店員さんが親切でした。", "アマゾンさんの配達は早い。", "業者様、取引先様へ。",
      "こんにちは、満足です。", "お世話になっております。先日の返品の件です。", "母の誕生日に贈りました。", "奥様にも好評です。",
      "谢谢师傅！感谢平台！", "感谢江南布衣的优惠。", "遇到雷雨天，快递还是准时到。", "我朋友常来这家店。", "谢谢客服小姐姐的耐心。",
      "给老人买的，操作简单。", "我是高中生，预算不多。", "정수기 기사님이 안 오셨어요.", "방문한 기사님이 늦었어요.", "전 직원이 친절합니다.",
      "이 기사님 정말 별로.", "주인님 감사합니다.", "담당: 고객센터", "زوجي سعيد به.", "الموظف ساعدني.",
      "كلمت خدمة العملاء.", "The Ring Tone Controversy",
      "Over the top, exactly what a five year old princess wants.",
      "Paid by gift card.", "Bonjour Madame, Monsieur.",
      "Tut nach acht Stunden an der Kasse nichts mehr weh.",
      "Uczciwa firma. Pomyliłem się przy adresie.", "Спасибо Озону за доставку.", "Danke Schatz.",
      "Hilfe von Bosch gibt es nicht.", "Livré par Chronopost. Installé par Boulanger.",
      "Thank Heavens. Especially Christmas.", "Gracias a Dios llegó.",
    ]
  )
  func lookAlikes(text: String) {
    #expect(Redacting.masked(text) == [])
  }
}
