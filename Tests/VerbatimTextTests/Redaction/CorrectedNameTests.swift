import Testing

@testable import VerbatimText

@Suite("Names that are corrected, sent with kisses, or written without capitals")
struct CorrectedNameTests {
  @Test(
    "two spellings of a name are masked",
    arguments: [
      "It's «Clarke», not «Clark».",
      "Es heißt «Maier», nicht «Meyer».",
      "È «Rossini», non «Rosini».",
      "Nazywam się «Wójcik», a nie «Wojcik».",
      "Es «Giménez», con G, no «Jiménez».",
      "Фамилия «Ковалёва», а не «Ковалева».",
    ]
  )
  func spellings(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "goods, colours and firms that are corrected stay",
    arguments: [
      "It's Blue, not Green.", "It's Nike, not Adidas.", "C'est Dyson, pas Rowenta.",
      "Het is Bosch, niet Philips.", "Это Бош, а не Сименс.", "I got Amber, not Rose.",
    ]
  )
  func goods(text: String) { #expect(Redacting.masked(text) == []) }

  @Test(
    "kisses tell a name, listed or not",
    arguments: ["«Brenda» xx", "Love «Brenda» xxx", "«Wendra» xx", "xoxo «Brenda»"]
  )
  func kisses(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a listed name without its capital is masked at the end of a text and after who did something",
    arguments: [
      "please call me. «omari»", "no answer yet, call me asap - «omari»", "«omari» here, any news?",
      "dealt with by «sanjay»", "afgehandeld door «marloes»", "the person who helped was «ingrid»",
    ]
  )
  func lower(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "words without capitals at the end of a text stay",
    arguments: [
      "i would not buy this again. never", "good colour - ruby", "dealt with by email",
      "still nothing here. rubbish", "x large fits",
    ]
  )
  func lowerWords(text: String) { #expect(Redacting.masked(text) == []) }

  @Test(
    "a listed name behind an article is masked before what only persons do",
    arguments: [
      "Der «Torsten» an der Kasse ist spitze.", "Die «Steffi» an der Kasse war sehr nett.",
      "O «Valdemar» do balcão foi impecável", "Got «Hamish» on the line in the end.",
    ]
  )
  func articles(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "goods behind an article, and robots, stay",
    arguments: [
      "Der Bosch aus der Werkstatt ist spitze.", "Rückfragen an der Hotline bleiben offen",
      "o Bosch do armazém foi impecável", "our cat Luna loves the box it came in",
      "Unser Hund Rocky hat es zerbissen",
    ]
  )
  func robots(text: String) { #expect(Redacting.masked(text) == []) }

  @Test(
    "an age or a doubt behind a name tells of a person",
    arguments: [
      "De kleine («Siem», 2) vindt het geweldig", "«Tyrese», 5, loves it",
      "The young lad («Ethan» I think) carried it upstairs", "It's for «Lakshmi's» 5th birthday",
    ]
  )
  func ages(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a full name beside an order's number is masked",
    arguments: [
      "«Klaudia Berg» order 33821", "order 33821 «Klaudia Berg»", "Order 33821 ( «Klaudia Berg» )",
      "Caller: «Desmond Pike». Wants a refund.",
    ]
  )
  func orders(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a name alone on the first line, or as the last sentence of a closing, is masked",
    arguments: [
      "«Quenby»,\nI have attached the photos.", "Looking forward to your reply. «Tafarel Kamara»",
      "Hello? «Leonie»? Are you there?",
    ]
  )
  func lines(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "names that scripts without capitals begin with, quote or give a title are masked",
    arguments: [
      "«สมศักดิ์»รับสายแล้ววางหู", "«서준» 엄마입니다", "担当は「«いしかわ»」でした", "返品の«かおり»さんをお願いします",
      "多亏了«陈立»帮忙",
    ]
  )
  func caseless(text: String) {
    let pieces = Redacting.marked(text).pieces
    #expect(Redacting.outcome(text).pieces.allSatisfy { $0.hasPrefix(pieces[0]) })
    #expect(Redacting.outcome(text).counts == ["name": 1])
  }

  @Test(
    "who joins a chat or is in a ticket's note is masked in every language",
    arguments: [
      "«Priscilla» has joined the chat", "«Valdemar» entrou na conversa",
      "«Marloes» neemt deel aan de chat", "«Ewelina» dołączyła do czatu",
      "«Gunilla» har anslutit till chatten", "Ihr Ticket wurde «Annegret» zugewiesen.",
      "«Graham» should be sacked", "Escalating to «Siobhan» (team lead)",
    ]
  )
  func chats(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "firms and programs that join or are told stay",
    arguments: [
      "Support has joined the chat", "Bot has left the conversation.", "tell Amazon thanks",
      "ok google stop", "Dear Sir or Madam, when does the shop open?", "your packer drew a smiley",
      "not actually made by Compaq.", "Netflix kept asking for my password", "deine Rückrufaktion",
      "unsere große Fritteuse ist kaputt.", "il n'y a pas de Bluetooth.", "nota 10 para Natura",
      "رد علي بسرعة", "幸亏包装好没碎", "Roborock turned 3 times and died",
    ]
  )
  func firms(text: String) { #expect(Redacting.masked(text) == []) }
}
