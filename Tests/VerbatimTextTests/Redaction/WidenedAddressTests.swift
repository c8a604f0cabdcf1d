import Testing

@testable import VerbatimText

@Suite("Addresses by their parts")
struct WidenedAddressTests {
  @Test(
    "are masked whole after a word for addresses",
    arguments: [
      "My address is «2/3, 41 Clarkston Rd, Glasgow», thanks.",
      "Please deliver to «Blk 123 Ang Mo Kio Ave 3 #05-123, Singapore 560123».",
      "My address is «PO Box 88, Tipton, IA 52772», thanks.",
      "Please deliver to «915 Hwy 61 South».",
      "I live at «7 Sycamore» and nobody rang.",
      "Mijn adres is «Plein 1944 nr 4, 6511 JE Nijmegen», bedankt.",
      "Ik woon op «Het Laagt 33, Eindhoven» en er kwam niets.",
      "Merci de livrer au «12 rue de la Fontaine au Roi, 75011 Paris».",
      "Por favor envíen a «C/ Pez 8, bajo dcha».", "Vivo en «Paseo de las Delicias s/n, Sevilla».",
      "Enviem para «Av. Paulista, 1500, conj. 42, São Paulo - SP, 01310-200».",
      "Мой адрес «630099, Новосибирск, Красный проспект, 44», спасибо.",
      "Живу на «д. Петрово, ул. Зелёная, 3», ничего не пришло.",
      "请寄到«深圳南山区科技园南区5栋8楼»，谢谢。", "我的地址是«广州市天河区体育西路12号之三»。",
    ]
  )
  func announced(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .address))
  }

  @Test(
    "are masked where a line is one, or words for houses and streets follow one another",
    arguments: [
      "Still waiting.\n«House 12, Road 7, Sector 4, Uttara, Dhaka 1230»",
      "Still waiting.\n«27 Brambleside, Tarporley CW6 9XX»\nPlease hurry.",
      "أرسلوه إلى «عمارة 7، شقة 15، شارع النيل، الجيزة».",
      "deliver 2 «9 brackenbury close, hull hu5 2xx» thx",
      "Das Paket lag vor «Am Mühlbach 3» im Regen.",
    ]
  )
  func unannounced(text: String) {
    #expect(Redacting.outcome(text) == Redacting.wanted(text, .address))
  }

  @Test(
    "are not seen in lists, dates and codes",
    arguments: [
      "No View Finder, Zoom Could Be Better, 1 Second Delay On Shutter Operation",
      "Symbian OS 7.0, Memory Stick Duo, No QWERTY Keyboard", "Sold as Lot 4, Size 12, Blue",
      "Delivered to us 12 May, Monday.", "Sent to Spain, 12 March 2025.",
      "Shipped to Germany, 14 days.", "Moved to Plan B, 12 June.", "Deliver to store 12, please.",
      "My address is wrong on order 44812, please fix.",
    ]
  )
  func others(text: String) { #expect(Redacting.masked(text).isEmpty, "\(text)") }
}
