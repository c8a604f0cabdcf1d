@testable import VerbatimText

/// What a customer may write, in many languages; for tests that damage texts.
enum Languages {
  static let sentences = [
    "Der Deckel schließt nicht – für 20 € ärgerlich. „Größe“ passt, Öl läuft aus!",
    "Très déçu : l’équipe n’a pas répondu, ça coûte « cher » et le goût est âcre. À éviter.",
    "¿Por qué? El niño está feliz, pero la tapa no cierra. ¡Pésimo! Año, pingüino.",
    "Não recomendo: a devolução é lenta, atenção péssima. SÃO três opções à venda.",
    "Però il coperchio è già rotto. Più di così… città, perché, qualità.",
    "Återbetalningen tog två månader, öppnade ett ärende. Får inte stänga locket.",
    "Lår og føtter får plass, men lokket er ødelagt. Æsj!",
    "Hyvä tuote, mutta kansi ei sulkeudu. Ärsyttävää – ikävää.",
    "Świetny produkt, ale pokrywka się nie zamyka. Żałuję, źle zrobiłem, pieniędzy brak.",
    "Žluťoučký výrobek je skvělý, ale víčko nedrží. Příště koupím jiný. Ďábelské!",
    "Nagyon jó termék, de a fedél nem záródik. Őrült ár, kérem vissza, tűz!",
    "Çok güzel bir ürün ama kapağı kapanmıyor, şikayetçiyim. İade istiyorum.",
    "Produsul e bun, dar capacul nu se închide și curge. Țin să reclam, mâine.",
    "Отличный товар, всё понравилось. Но коробка помята, я недоволен.",
    "Дуже гарний чайник, але кришка не закривається. Їжа холодна.",
    "Πολύ καλό προϊόν, αλλά το καπάκι δεν κλείνει. Ώρα για επιστροφή;",
    "מוצר מצוין אבל המכסה לא נסגר.",
    "منتج ممتاز لكن الغطاء لا يغلق جيدا.",
    "उत्पाद अच्छा है लेकिन ढक्कन बंद नहीं होता।",
    "สินค้าดีมากแต่ฝาปิดไม่สนิท",
    "Sản phẩm rất tốt nhưng nắp không đóng được. Một tháng đã hỏng, ĐÃ trả lại.",
    "とても良い商品です。でも蓋が閉まりません。電池「すぐ」切れる時間。",
    "产品很好，但是盖子关不上，快递也很慢。",
    "제품은 좋지만 뚜껑이 닫히지 않아요. 배송도 늦었습니다.",
    "It’s good — but the lid doesn’t close. “Never again”, 20 °C, £5 · ½ price™ ✓ 👍🏽❤️😀",
    "ÜBERGRÖSSE, ÄRGER, ÖL: STRASSE. ÉTÉ À NOËL. ÇA VA. ŒUVRE. NIÑO. ÅR. ØL.",
  ]
}

extension String {
  /// The text as it comes out when its UTF-8 is read as windows-1252.
  var misread: String {
    String(
      String.UnicodeScalarView(
        utf8.map { byte in
          byte < 0x80
            ? Unicode.Scalar(byte) : Unicode.Scalar(Windows1252.scalar(of: byte)) ?? "\u{FFFD}"
        }
      )
    )
  }

  /// The text as it comes out when its UTF-8 is read as ISO-8859-1.
  var misreadAsLatin: String {
    String(String.UnicodeScalarView(utf8.map { Unicode.Scalar($0) }))
  }
}
