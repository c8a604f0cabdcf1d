import Testing
import VerbatimCore

@testable import VerbatimIngest

@Suite("Words in a review that are not the customer's")
struct ReviewMarksTests {
  @Test(
    "say what it was translated from",
    arguments: [
      ("The lid broke.\nTranslated from German", "The lid broke.", "de"),
      (
        "Review automatically translated from Spanish by Google\nThe lid broke.", "The lid broke.",
        "es"
      ),
      ("Der Deckel brach.\n(Übersetzt aus dem Englischen)", "Der Deckel brach.", "en"),
      ("Le couvercle a cassé. [Traduit de l'anglais]", "Le couvercle a cassé.", "en"),
      ("Se rompió la tapa.\nTraducido del inglés · Ver original", "", nil),
      ("Het deksel brak.\nVertaald uit het Engels - show original", "Het deksel brak.", "en"),
    ] as [(String, String, String?)]
  )
  func translated(stated: String, words: String, language: String?) {
    let marks = ReviewMarks(stated)
    #expect(marks.translatedFrom == language)
    #expect(marks.text == (language == nil ? stated : words))
  }

  @Test(
    "give way to the original",
    arguments: [
      "(Translated by Google) The lid broke. (Original) Der Deckel brach.",
      "Der Deckel brach.\n\n(Translated by Google)\nThe lid broke.",
    ]
  )
  func original(stated: String) throws {
    let marks = ReviewMarks(stated)
    #expect(marks.text == "Der Deckel brach.")
    #expect(marks.isOriginal)
    let page = try PageReading.review(
      "\"inLanguage\":\"en\",\"reviewBody\":\"\(stated.replacing("\n", with: "\\n"))\""
    )
    #expect(page.records.map(\.text) == ["Der Deckel brach."])
    #expect(page.records.first?.language == nil)
  }

  @Test("tell of a reward and of another shop")
  func others() throws {
    let page = try PageReading.review(
      #""reviewBody":"[This review was collected as part of a promotion.] The lid broke.\n[Originally posted on pans.example]""#
    )
    let record = try #require(page.records.first)
    #expect(record.text == "The lid broke.")
    #expect(record.flags.incentivised == true)
    #expect(record.flags.syndicatedFrom == "pans.example")
    let feed = try FeedReading(
      "<reviews><review><text>The lid broke.\n[Incentivized review]</text></review></reviews>"
    )
    #expect(feed.records.first?.text == "The lid broke.")
    #expect(feed.records.first?.flags.incentivised == true)
  }

  @Test(
    "are the customer's own in the middle, or with more behind them",
    arguments: [
      "The manual was translated from German by a robot and the lid broke.",
      "Badly translated from German", "Translated from German instructions, hard to follow",
      "I received free product and it broke", "Originally posted on the wall it fell down",
      "A [weird] lid", "Translated from Klingon",
    ]
  )
  func own(text: String) {
    let marks = ReviewMarks(text)
    #expect(marks.text == text)
    #expect(marks.translatedFrom == nil && !marks.isIncentivised && marks.syndicatedFrom == nil)
  }

  @Test("name the work that a review is a translation of")
  func work() throws {
    let page = try PageReading.review(
      #""reviewBody":"The lid broke","translationOfWork":{"@type":"Review","inLanguage":"de"}"#
    )
    #expect(page.records.first?.dims == ["translated_from": "de"])
  }

  @Test(
    "are the shop's answers, wherever it stands",
    arguments: [
      "<p itemprop=reviewBody>The lid broke.<i class='owner-response'>So sorry!</i></p>",
      "<p itemprop=reviewBody>The lid broke.<i class='storeReply__text'>So sorry!</i></p>",
      "<p itemprop=reviewBody>The lid broke.<i itemprop=comment>So sorry!</i></p>",
      "<p itemprop=reviewBody>The lid broke.</p><div itemprop=comment itemscope "
        + "itemtype='https://schema.org/Comment'><b itemprop=author>Shop</b>"
        + "<i itemprop=text>So sorry!</i></div>",
    ]
  )
  func replies(inside: String) throws {
    let page = try PageReading(
      "<div itemscope itemtype='https://schema.org/Review'>\(inside)</div>"
    )
    #expect(page.records.map(\.text) == ["The lid broke."])
    #expect(page.records.first?.answers.map(\.role) == ["reply"])
    #expect(page.records.first?.answers.map(\.value) == ["So sorry!"])
  }

  @Test(
    "are no review in the other syntaxes either",
    arguments: [
      "<div vocab='https://schema.org/' typeof=Review><p property=reviewBody>The lid broke."
        + "<i class='merchant-reply'>So sorry!</i></p></div>",
      "<div class=h-review><p class=e-content>The lid broke.<i class='seller-reply'>So sorry!</i></p>"
        + "</div>",
      "<script type='application/ld+json'>{\"@type\":\"Review\",\"reviewBody\":\"The lid broke.\","
        + "\"comment\":{\"@type\":\"Comment\",\"text\":\"So sorry!\",\"author\":{\"@type\":"
        + "\"Organization\",\"name\":\"Shop\"}}}</script>",
    ]
  )
  func repliesElsewhere(page: String) throws {
    let page = try PageReading(page)
    #expect(page.records.map(\.text) == ["The lid broke."])
    #expect(page.records.first?.answers.map(\.value) == ["So sorry!"])
  }

  @Test("of other customers are neither")
  func comments() throws {
    let page = try PageReading.review(
      #""reviewBody":"The lid broke.","comment":{"text":"Mine too","author":{"@type":"Person","name":"Tom"}}"#
    )
    #expect(page.records.map(\.text) == ["The lid broke."])
    #expect(page.records.first?.answers.isEmpty == true)
  }

  @Test(
    "that nobody sees are left out",
    arguments: [
      "The lid<b hidden> never</b> broke.", "The lid<b style='DISPLAY : none'> never</b> broke.",
      "The lid<noscript> never</noscript> broke.",
      "The lid<b style='visibility:hidden'>x</b> broke.",
      "The lid<b hidden><b hidden>x</b>y</b> broke.", "The lid<template>x</template> broke.",
      "The lid<button class='review-reply'>Reply</button> broke.",
    ]
  )
  func hidden(inside: String) throws {
    let pages = [
      "<div itemscope itemtype='http://schema.org/Review'><p itemprop=reviewBody>\(inside)</p></div>",
      "<div class=h-review><p class=e-content>\(inside)</p></div>",
      "<div vocab='http://schema.org/' typeof=Review><p property=reviewBody>\(inside)</p></div>",
    ]
    for page in pages { #expect(try PageReading(page).records.map(\.text) == ["The lid broke."]) }
  }

  @Test("count where the page states them as values, seen or not")
  func hiddenValue() throws {
    let page = try PageReading(
      "<div class=h-review><div hidden><b class=p-rating>4</b><p class=e-content>Good</p></div></div>"
        + "<div itemscope itemtype='http://schema.org/Review'><p itemprop=reviewBody hidden>Bent</p>"
        + "</div>"
    )
    #expect(Set(page.records.map(\.text)) == ["Good", "Bent"])
  }

  @Test("hide nothing by a byte of the page itself")
  func bytes() throws {
    let page = try PageReading(
      "<div itemscope itemtype='http://schema.org/Review'><p itemprop=reviewBody>a\u{E}b\u{E}c</p>"
        + "</div>"
    )
    #expect(page.records.first?.text?.contains("c") == true)
  }
}
