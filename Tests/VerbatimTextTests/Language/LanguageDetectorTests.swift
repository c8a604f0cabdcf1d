import Testing
import VerbatimCore

@testable import VerbatimText

@Suite("Language detector")
struct LanguageDetectorTests {
  private let fixture: LanguageFixture

  init() throws { fixture = try #require(LanguageFixture.shipped) }

  @Test(
    "knows sentences of customers",
    arguments: [
      ("en", "The lid broke after two days and they will not answer."),
      ("en", "I have had this for a week, it is very good."),
      ("de", "Der Deckel ist nach zwei Tagen gebrochen und niemand antwortet."),
      ("de", "Ich bin sehr zufrieden, aber die Lieferung war zu spät."),
      ("fr", "Le couvercle est cassé et je ne suis pas content du tout."),
      ("fr", "L’emballage était abîmé, mais qu’importe."),
      ("es", "La tapa se rompió y no me han devuelto el dinero."),
      ("es", "¿Dónde está mi pedido? Llevo dos semanas esperando."),
      ("it", "Il coperchio si è rotto e non sono per niente contento."),
      ("it", "Tutto bene, ma la spedizione era molto lenta."),
      ("pt", "A tampa partiu ao fim de dois dias e ninguém responde."),
      ("nl", "Het deksel is na twee dagen kapot en ik ben niet blij."),
      ("pl", "Pokrywka jest bardzo słaba i nie polecam tego zakupu, bo się zepsuła."),
      ("sv", "Locket är trasigt och jag är inte nöjd med köpet."),
      ("tr", "Kapak çok kötü ve bir hafta sonra kırıldı, ama kargo iyi değil."),
      ("da", "Låget gik i stykker efter to dage, og ingen svarer på mine mails."),
      ("no", "Lokket gikk i stykker etter to dager, og ingen svarer på e-postene mine."),
      ("fi", "Kansi hajosi kahdessa päivässä eikä kukaan vastaa viesteihini."),
      ("cs", "Víko se po dvou dnech rozbilo a nikdo mi neodpovídá."),
      ("ro", "Capacul s-a rupt după două zile și nimeni nu răspunde."),
      ("hu", "A fedele két nap után eltört, és senki sem válaszol."),
      ("id", "Tutupnya pecah setelah dua hari dan tidak ada yang membalas."),
      ("vi", "Nắp bị vỡ sau hai ngày và không ai trả lời."),
      ("ja", "ふたが二日で壊れました。とても残念です。"),
      ("ja", "電動歯ブラシを購入しましたが、問題なく使えています。"),
      ("zh-Hans", "盖子两天就坏了，客服不回复。"),
      ("zh-Hant", "蓋子兩天就壞了，客服都不回訊息。"),
      ("ko", "뚜껑이 이틀 만에 부러졌어요. 실망입니다."),
      ("th", "ฝาแตกหลังจากใช้ไปสองวัน ไม่พอใจมาก"),
      ("ar", "انكسر الغطاء بعد يومين ولم يرد أحد على رسالتي."),
      ("fa", "درپوش بعد از دو روز شکست و کسی پاسخگو نیست، گران هم بود."),
      ("ur", "ڈھکن دو دن میں ٹوٹ گیا اور کوئی جواب نہیں دیتا۔"),
      ("ru", "Крышка сломалась через два дня, и никто не отвечает."),
      ("uk", "Кришка зламалася за два дні, і ніхто не відповідає."),
      ("bg", "Капакът се счупи след два дни и никой не отговаря."),
      ("el", "Το καπάκι έσπασε σε δύο μέρες."),
      ("he", "המכסה נשבר אחרי יומיים ואף אחד לא עונה."),
      ("hi", "ढक्कन दो दिन में टूट गया और कोई जवाब नहीं देता।"),
    ]
  )
  func sentences(tag: String, text: String) throws {
    let found = try #require(fixture.language(of: text))
    #expect(found.tag == tag)
    #expect(found.confidence >= 0.8)
  }

  @Test(
    "knows reviews of one word or two",
    arguments: [
      ("en", "works great"), ("en", "Broken"), ("en", "love it"), ("en", "Fast shipping"),
      ("en", "LOVE IT!!!"), ("en", "Not worth it"), ("de", "Sehr gut"), ("de", "Alles bestens"),
      ("fr", "Parfait"), ("fr", "Très déçue"), ("es", "Muy bueno"), ("es", "Sin problemas"),
      ("it", "Perfetto"), ("it", "Tutto perfetto"), ("pt", "Muito bom"), ("nl", "Prima zo"),
      ("pl", "Wszystko super"), ("sv", "Jättebra"), ("tr", "Çok güzel"), ("ru", "Всё отлично"),
      ("ko", "좋아요"), ("ja", "大満足です"), ("zh", "质量不错"), ("ar", "منتج ممتاز"),
    ]
  )
  func shortReviews(language: String, text: String) throws {
    #expect(try #require(fixture.language(of: text)).language == language)
  }

  @Test(
    "says nothing when nothing speaks clearly",
    arguments: [
      "", " ", "OK", "ok ok", "5/5", "👍👍👍", "Acme X200", "???", "é", "K-204", "lol", "2x 500 ml",
      "Siemens", "HK-1187 / L2409", "Super", "Bluetooth 5.0", "https://example.com/das/ist/nicht",
      "das.ist.nicht@example.com", "[email************]",
    ]
  )
  func unclear(text: String) { #expect(fixture.language(of: text) == nil) }

  @Test("a word of another script or language among many does not decide")
  func borrowed() {
    #expect(fixture.language(of: "The カメラ is very good and I would buy it")?.tag == "en")
    #expect(fixture.language(of: "Das Gehäuse vom MacBook Air ist leider zerkratzt")?.tag == "de")
    #expect(fixture.language(of: "这个 iPhone 手机壳很好，和 Samsung 的一样")?.language == "zh")
  }

  @Test(
    "a name made of English words is no sure English",
    arguments: ["Fire TV Stick 4K", "Apple Watch Series 7", "The North Face", "Galaxy S21 128GB"]
  )
  func names(text: String) {
    #expect((fixture.language(of: text)?.confidence ?? 0) < 0.8)
  }

  @Test("addresses say nothing")
  func addresses() {
    let text = "Broken, see https://www.example.de/die/der/das/und/nicht and die.der@example.de"
    #expect(fixture.language(of: text)?.tag == "en")
  }

  @Test("a longer text makes it surer")
  func confidence() throws {
    let short = try #require(fixture.language(of: "Broken"))
    let long = try #require(fixture.language(of: "Broken when it came, and they do not answer."))
    #expect(short.confidence < long.confidence)
    #expect(long.confidence >= 0.95)
  }

  @Test("drawn-out letters and capitals do not hide a language")
  func emphasis() {
    #expect(fixture.language(of: "SEHR GUTE QUALITÄT, GROẞE KLASSE")?.tag == "de")
    #expect(fixture.language(of: "ÜRÜN ÇOK GÜZEL TEŞEKKÜRLER")?.tag == "tr")
    #expect(fixture.language(of: "sooooo goooood, loooove it")?.tag == "en")
  }
}
