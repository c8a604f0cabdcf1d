import Testing

@testable import VerbatimText

@Suite("Names by clauses, handles and what their bearers are")
struct ClauseNameTests {
  @Test(
    "a given and a family's name that fill a clause, a line or brackets are masked",
    arguments: [
      "Order 88213, «Ravindra Pillai»",
      "Order #20441 («Ingeborg Lund») arrived damaged.",
      "Bestellung 20418, «Eike Harms»",
      "«Mathilde D.», Lyon",
      "«Иван П.», Тверь",
    ]
  )
  func clause(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a family's name before a comma and a given one is masked",
    arguments: ["«O'Hara», «Kathleen» - account query", "«Achterberg», «Lotte» (returns)"]
  )
  func flipped(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "goods and towns that fill a clause stay",
    arguments: [
      "Lens (Carl Zeiss) arrived damaged.", "Leeds, never again",
      "Ronald McDonald", "Great shop, Calvin Klein, always cheap",
    ]
  )
  func goods(text: String) { #expect(Redacting.masked(text) == []) }

  @Test(
    "a given name that is also another word is masked before what only persons do",
    arguments: [
      "«Mark» from accounts emailed me.", "«Bill» at the counter was grumpy.",
      "Thanks «Rose», it came today.",
    ]
  )
  func weak(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "such a word stays where a colour, a month or a verb is meant",
    arguments: [
      "Will the driver carry it upstairs?", "Rose was lovely with the grey.",
      "Nobody asked. Mark the date.", "May you never buy one.", "Grace period was three days.",
    ]
  )
  func words(text: String) { #expect(Redacting.masked(text) == []) }

  @Test(
    "who is addressed behind an @ is masked",
    arguments: [
      "@«Jacinta» any news?", "Hi @«Piotr» can you check this?", "@«Melanie»: bitte prüfen",
    ]
  )
  func handles(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "handles of firms and signs of the price stay",
    arguments: ["@Amazon any news?", "2 @ 3.50 each", "@ the shop again"]
  )
  func otherHandles(text: String) { #expect(Redacting.masked(text) == []) }

  @Test(
    "a name before what its bearer is, is masked",
    arguments: [
      "«Hadiza», your trainee, was more helpful than the rest.",
      "«Gerlinde» eure Beraterin war top", "«Isidore» votre monteur a été parfait",
    ]
  )
  func apposed(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "small articles belong to a family's name",
    arguments: ["Please contact «Sheikh Hamad al-Rashidi».", "Spoke to «Chiara d'Angelo» twice."]
  )
  func articles(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "a name alone is masked where it answers or signs",
    arguments: [
      "Who would you like to thank? «Mohini»", "- «Tabitha», Norwich", "«Emeka»!! Best driver ever",
    ]
  )
  func answers(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }

  @Test(
    "cues of deliveries, promises and parts are known in every language",
    arguments: [
      "I was told by «Tilda» that it would be here Tuesday.",
      "Abgegeben beim Nachbarn «Szymanski».",
      "Demandez «Corinne», elle est géniale.",
      "Lo de «Marcelino» fue de vergüenza.",
      "Un grazie speciale a «Nunzio»!",
      "Ao cuidado de «Belmiro Sá»",
      "Zonder «Greetje» was het niet gelukt.",
      "Brawa dla «Moniki»!",
      "Stort tack till «Sara»!",
      "Komşumuz «İsmail» almış.",
      "Получил «Гаврилов», я такого не знаю.",
      "宛名が«平野»になっていました。",
      "签收人是«赵磊»，我不认识。",
      "손녀 «서아» 주려고 샀어요.",
      "ชื่อผู้สั่ง: «รัตนา บุญมี»",
      "لولا «مريم» لما حلت المشكلة.",
    ]
  )
  func cues(text: String) { #expect(Redacting.outcome(text) == Redacting.wanted(text, .name)) }
}
