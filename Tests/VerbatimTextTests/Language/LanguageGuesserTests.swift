import Foundation
import Testing
import VerbatimCore

@testable import VerbatimText

@Suite("Language guesser")
struct LanguageGuesserTests {
  private let guesser: LanguageGuesser
  private let tokenizer: Tokenizer

  /// The guesser as it ships, with the function words of the package.
  init() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let file = root.appendingPathComponent("lexicons/languages/function-words.tsv")
    let table = try TableFile(
      path: file.path,
      bytes: Array(Data(contentsOf: file)),
      columns: ["language", "words"]
    )
    let words = table.rows.map { row in
      (tag: row[0], words: row[1].split(separator: " ").map(String.init))
    }
    var builder = Vocabulary.Builder()
    for language in words {
      for word in language.words { _ = builder.intern(word) }
    }
    let vocabulary = builder.freeze()
    guesser = LanguageGuesser(functionWords: words, vocabulary: vocabulary)
    tokenizer = Tokenizer(
      vocabulary: vocabulary,
      clauseOpeners: [],
      clauseJoiners: [],
      subjects: []
    )
  }

  private func language(of text: String) -> LanguageGuesser.Guess? {
    var read = TokenizedText()
    read.bytes = Array(text.utf8)
    var scratch = Tokenizer.Scratch()
    tokenizer.tokenize(&read, scratch: &scratch)
    var counts = LanguageGuesser.Scratch()
    return guesser.guess(read, scratch: &counts)
  }

  @Test(
    "knows sentences of customers",
    arguments: [
      ("en", "The lid broke after two days and they will not answer."),
      ("en", "I have had this for a week, it is very good."),
      ("de", "Der Deckel ist nach zwei Tagen gebrochen und niemand antwortet."),
      ("de", "Ich bin sehr zufrieden, aber die Lieferung war zu spät."),
      ("fr", "Le couvercle est cassé et je ne suis pas content du tout."),
      ("fr", "Très bien, mais la livraison était trop longue pour nous."),
      ("es", "La tapa se rompió y no me han devuelto el dinero."),
      ("es", "Muy contento con la compra, pero el envío fue lento."),
      ("it", "Il coperchio si è rotto e non sono per niente contento."),
      ("it", "Tutto bene, ma la spedizione era molto lenta."),
      ("nl", "Het deksel is na twee dagen kapot en ik ben niet blij."),
      ("nl", "Erg goed, maar de levering was te laat voor ons."),
      ("pl", "Pokrywka jest bardzo słaba i nie polecam tego zakupu, bo się zepsuła."),
      ("sv", "Locket är trasigt och jag är inte nöjd med köpet."),
      ("tr", "Kapak çok kötü ve bir hafta sonra kırıldı, ama kargo iyi değil."),
      ("ja", "ふたが二日で壊れました。とても残念です。"),
      ("ja", "カメラは良いです"),
      ("zh", "盖子两天就坏了，客服不回复。"),
      ("ko", "뚜껑이 이틀 만에 부러졌어요. 실망입니다."),
      ("th", "ฝาแตกหลังจากใช้ไปสองวัน ไม่พอใจมาก"),
      ("ar", "انكسر الغطاء بعد يومين ولم يرد أحد على رسالتي."),
      ("ru", "Крышка сломалась через два дня, и никто не отвечает."),
    ]
  )
  func sentences(tag: String, text: String) throws {
    let guess = try #require(language(of: text))
    #expect(guess.tag == tag)
    #expect((0...1).contains(guess.confidence))
  }

  @Test(
    "says nothing when nothing speaks clearly",
    arguments: ["", "ok", "5/5", "👍👍👍", "Acme X200", "???", "é"]
  )
  func unclear(text: String) { #expect(language(of: text) == nil) }

  @Test("a word of another script among many Latin ones does not decide")
  func mixed() throws {
    let guess = try #require(language(of: "The カメラ is very good and I would buy it"))
    #expect(guess.tag == "en")
  }

  @Test("a longer text makes it surer")
  func confidence() throws {
    let short = try #require(language(of: "the lid and the cup"))
    let long = try #require(
      language(of: "the lid and the cup were not with this, but they have it")
    )
    #expect(short.confidence < long.confidence)
  }
}
