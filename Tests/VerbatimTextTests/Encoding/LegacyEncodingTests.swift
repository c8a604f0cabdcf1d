import Testing

@testable import VerbatimText

@Suite("Legacy encodings")
struct LegacyEncodingTests {
  private static let russian =
    "Отличный товар, всё понравилось. Доставка быстрая, но коробка помята."
  private static let ukrainian = "Дуже гарний чайник, але кришка не закривається. Її замінили."
  private static let greek = "Πολύ καλό προϊόν, αλλά το καπάκι δεν κλείνει καλά. Άργησε."
  private static let japanese = "とても良い商品です。でも蓋が閉まりません。"
  private static let czech =
    "Žluťoučký kůň; výrobek je skvělý, ale víčko nedrží. Příště koupím jiný."
  private static let polish =
    "Świetny produkt, ale pokrywka się nie zamyka. Proszę o zwrot pieniędzy, już."

  @Test(
    "are found in one sentence",
    arguments: [
      ("windows-1251", russian), ("KOI8-R", russian), ("ISO-8859-5", russian),
      ("windows-1251", ukrainian), ("KOI8-U", ukrainian), ("windows-1253", greek),
      (
        "windows-1251", "Чајник је добар, али поклопац се не затвара. Њихов сервис ћути, жао ми је."
      ),
      ("windows-1250", "Poklopac se ne može zatvoriti, već je počeo škripati. Šteta, još žalim."),
      ("windows-1250", "Pokrov se ne zapre, že škriplje. Žal še čakam na vračilo, škoda."),
      ("ISO-8859-2", "Poklopac se ne može zatvoriti, više ne škripi. Još žalim, baš lošiji."),
      ("windows-1255", "מוצר מצוין אבל המכסה לא נסגר והמשלוח איחר"),
      ("windows-1256", "منتج ممتاز لكن الغطاء لا يغلق جيدا والشحن متأخر"),
      ("Shift_JIS", japanese), ("EUC-JP", japanese), ("EUC-KR", "제품은 좋지만 뚜껑이 닫히지 않아요."),
      ("GB18030", "产品很好，但是盖子关不上，快递也很慢。"), ("Big5", "產品很好，但是蓋子關不上，送貨也很慢。"),
      ("windows-1250", czech), ("ISO-8859-2", czech), ("windows-1250", polish),
      ("ISO-8859-2", polish),
      ("windows-1254", "Çok güzel bir ürün ama kapağı kapanmıyor, şikayetçiyim. İade istiyorum."),
    ]
  )
  func found(name: String, text: String) throws {
    let bytes = LegacyBytes(name).encode(text)
    let encoding = TextEncoding.detect(bytes, isWhole: true)
    #expect(encoding == TextEncoding(name: name, evidence: .statistics))
    let source = try TextSource(path: "t", bytes: bytes)
    #expect(try source.readAll(limit: 10_000) == Array(text.utf8))
  }

  @Test("are found among the keys and tags of a record", arguments: ["windows-1251", "EUC-KR"])
  func diluted(name: String) {
    let text = name == "EUC-KR" ? "뚜껑이 닫히지 않아요 배송도 늦었습니다" : "крышка не закрывается, очень жаль"
    let line = "{\"review_identifier\": 12, \"purchase\": \"verified\", \"body\": \"\(text)\"}\n"
    let bytes = LegacyBytes(name).encode(String(repeating: line, count: 40))
    #expect(TextEncoding.detect(bytes, isWhole: true).name == name)
  }

  @Test(
    "are not found in the languages of the west",
    arguments: [
      "Schöner Wasserkocher, aber der Deckel schließt nicht. Größe passt – für 20 € ärgerlich.",
      "Très déçu : le couvercle ne ferme pas. J’ai été remboursé après trois réclamations…",
      "El niño está feliz pero la tapa no cierra. ¿Por qué? Devolución rápida, atención pésima.",
      "Não recomendo, a tampa não fecha e a devolução é lenta. Atenção péssima.",
      "Fin vattenkokare men locket går inte att stänga. Återbetalning tog två månader.",
      "Hyvä tuote mutta kansi ei sulkeudu. Päivää myöhässä, tämä ei käy. Ärsyttävää.",
      "It’s good — but the lid doesn’t close. “Never again”, 20 °C, £5.", "20 °C", "Café", "ÄÖÜ",
      "Þetta er ágætt en lokið lokast ekki. Það er dýrt og ég er mjög óánægður.",
      "Lokket på kjelen går ikke igen, og det tog tre måneder. Ærgerligt, øv.",
    ]
  )
  func western(text: String) {
    let encoder = LegacyBytes("windows-1252")
    for count in [1, 30] {
      let bytes = encoder.encode(String(repeating: text + "\n", count: count))
      let encoding = TextEncoding.detect(bytes, isWhole: true)
      #expect(encoding == TextEncoding(name: "windows-1252", evidence: .fallback))
    }
  }

  @Test("that escape in ASCII are found by their escapes")
  func escapes() throws {
    let bytes = LegacyBytes.iso2022JP("[1] \(Self.japanese) ok\n")
    #expect(
      TextEncoding.detect(bytes, isWhole: true)
        == TextEncoding(name: "ISO-2022-JP", evidence: .pattern)
    )
    let source = try TextSource(path: "t", bytes: bytes)
    #expect(try source.readAll(limit: 1000) == Array("[1] \(Self.japanese) ok\n".utf8))
    let colours = Array("\u{1B}[31mred\u{1B}[0m".utf8)
    #expect(TextEncoding.detect(colours, isWhole: true) == .utf8)
  }

  @Test("windows-1252 has its quotes, dashes and the euro")
  func quotes() throws {
    let bytes: [UInt8] = [0x93, 0x64, 0x6F, 0x6E, 0x92, 0x74, 0x94, 0x20, 0x96, 0x97, 0x85, 0x80]
    let source = try TextSource(path: "t", bytes: bytes)
    #expect(try source.readAll(limit: 100) == Array("“don’t” –—…€".utf8))
  }

  @Test("the sample for the statistics is linear, with or without line ends")
  func sample() {
    for byte in [UInt8(0xE9), 0xB5] {
      let bytes = [UInt8](repeating: byte, count: 4 << 20)
      #expect(LegacyEncoding.sample(of: bytes, wholeLines: true).count == 8000)
      #expect(LegacyEncoding.sample(of: bytes, wholeLines: false).count == 8000)
    }
  }
}
