import Testing

@testable import VerbatimText

@Suite("Addresses in parts, without capitals and without a word for streets")
struct LooseAddressTests {
  @Test(
    "Arabic and Thai addresses are masked with all their parts and no word more",
    arguments: [
      "انقطاع المياه في «شارع الحبيب بورقيبة عدد 44، سوسة 4000» منذ يومين.",
      "عنوان بيتي القديم «زنقة وادي المخازن، رقم 7، مراكش» ما زال في الفاتورة.",
      "الفني تأخر عن «بيروت، الحمرا، شارع المقدسي، بناية السلام، ط 2» ثلاث ساعات.",
      "บ้านอยู่ «56/2 ม.3 ต.บ้านดู่ อ.เมือง จ.เชียงราย 57100» ไม่มีเลขหน้าบ้าน",
      "ขนตู้จาก «8 ถนนนิพัทธ์อุทิศ 2 หาดใหญ่» ไปพรุ่งนี้",
    ]
  )
  func parts(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .address)) }

  @Test(
    "streets of hasty writers, and towns without a comma, are masked",
    arguments: [
      "pojechał pod «Zieloną 12B», straciłem dzień", "budet åkte till «kungsgatan 22» igår",
      "привезите на «ленина 40 кв 7» домофон",
      "Strömmen är borta på «Fjällgatan 3 i Östersund» sedan i natt.",
      "Das Sofa ging an «Am Alten Deich 3», wir wohnen in der 8.",
      "반품은 «전주시 완산구 서학로 64 삼호빌라 나동 202호» 욕실",
      "「«福岡市早良区西新2-14-3 メゾン松風 501»」が正しいです。",
      "印的«江苏省南京市鼓楼区湖南路61号,邮编210009»是对的",
    ]
  )
  func hasty(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .address)) }

  @Test(
    "numbers behind other words stay",
    arguments: [
      "Kupiłam na Allegro 12 sztuk.", "Lack of Windows2000 Drivers, No Zoom",
      "الطلب رقم 99-2201، لم يصل",
      "купил 40 кг корма", "batterie à 18 volts", "สั่ง 2 ชิ้น ได้ 1 ชิ้น", "2-14-3 マンション",
    ]
  )
  func kept(text: String) { #expect(Redacting.masked(text).isEmpty) }
}
