import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Twice encoded text")
struct TwiceEncodedTests {
  private func repaired(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    return TwiceEncoded.repaired(bytes.span).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "is put right",
    arguments: [
      ("LÃ¥r", "Lår"), ("donâ€™t", "don’t"), ("5 â‚¬", "5 €"), ("Ã¼", "ü"), ("Â£5", "£5"),
      ("20Â°C", "20°C"), ("LEGOÂ® set", "LEGO® set"), ("word.Â\u{A0} Next", "word.\u{A0} Next"),
      ("Ã–sterreich", "Österreich"), ("KÃ–LN", "KÖLN"), ("SÃƒO", "SÃO"), ("Ã‰TAT", "ÉTAT"),
      ("LÃ“GICA", "LÓGICA"), ("5Ã—3", "5×3"), ("cÅ“ur", "cœur"), ("Å’uvre", "Œuvre"),
      ("dziÄ™kujÄ™", "dziękuję"), ("È™i", "și"), ("uÌˆ", "u\u{308}"), ("â„¢", "™"), ("âœ“", "✓"),
      ("â€¦", "…"), ("ðŸ˜€", "😀"), ("má»™t cÃ¡i", "một cái"), ("â€“", "–"), ("ï»¿id", "\u{FEFF}id"),
      ("CÃ\u{A0}ceres", "Càceres"), ("BÃ»tan", "Bûtan"), ("BabÉ™k", "Babək"), ("OÊ»zbek", "Oʻzbek"),
      ("Thuáº\u{AD}n", "Thuận"), ("Sá»‘: 5", "Số: 5"), ("MÃ…L", "MÅL"), ("4ì›”", "4월"),
      ("NÃ© en 1990", "Né en 1990"), ("ÅžÃ¼", "Şü"), ("[Ð´]", "[д]"),
    ]
  )
  func once(damaged: String, text: String) {
    #expect(repaired(damaged) == text)
  }

  @Test(
    "is put right twice and three times over",
    arguments: ["Größe für 5 €", "don’t", "電池が切れた", "Ça coûte « cher »", "👍🏽"]
  )
  func more(text: String) {
    #expect(repaired(text.misread.misread) == text)
    #expect(repaired(text.misread.misread.misread) == text)
    #expect(repaired(text.misreadAsLatin.misreadAsLatin) == text)
    #expect(repaired(text.misreadAsLatin.misread) == text)
  }

  @Test("is put right in every language", arguments: Languages.sentences)
  func languages(text: String) {
    #expect(repaired(text.misread) == text)
    #expect(repaired(text.misreadAsLatin) == text)
    #expect(repaired(text) == nil)
  }

  @Test("is put right beside text that is right", arguments: Languages.sentences)
  func partly(text: String) {
    #expect(repaired("schön – " + text.misread + " “naïve”") == "schön – " + text + " “naïve”")
  }

  @Test(
    "that lost a byte is put right where only one character can be meant",
    arguments: [
      ("â€œHiâ€ she said", "“Hi” she said"), ("â€œHiâ€\u{FFFD}.", "“Hi”."),
      ("voilÃ  la", "voilà la"),
      ("cittÃ", "città"), ("cittÃ e", "città e"), ("Ã© et Ã la", "é et à la"),
      ("I â¤ it", "I ❤ it"), ("â¤ï¸\u{8F}", "❤\u{FE0F}"), ("ðŸ‘ great", "👍 great"),
      ("ðŸ‘\u{8D}", "👍"),
    ]
  )
  func lost(damaged: String, text: String) {
    #expect(repaired(damaged) == text)
  }

  @Test("quotes of windows-1252 that were read as ISO-8859-1 are put right")
  func controls() {
    #expect(repaired("don\u{92}t \u{93}go\u{94} \u{96} wait\u{85}") == "don’t “go” – wait…")
    #expect(repaired("\u{81}\u{8D}\u{8F}\u{90}\u{9D}") == nil)
  }

  @Test(
    "is not seen in text that is right",
    arguments: [
      "", "plain", "Ã", "ÄÖÜ äöü ß", "SÃO PAULO", "NÃO", "“MAÇÃ”", "AMANHÃ…", "IRMÃ’",
      "MAÇÃ\u{A0}É",
      "„GROSSES Ä“", "« le café\u{A0}» était fermé", "Café\u{A0}£5", "« déjà\u{A0}», dit-il",
      "CAFÉ…", "“CAFÉ”", "CAFÉ’S", "CAFÉ™", "NESTLÉ®", "Nestlé®™", "COSÌ…", "PIÙ…", "PERÒ…",
      "Úžasný výrobek", "Nevíš…", "ÚŽASNÉ!", "VÝŠKA", "LUNEDÌ”", "5×½", "2×£5", "10×²",
      "UNTERWÄ\u{AD}SCHE",
      "GRÖ\u{AD}SSE", "ĐÃ…", "MÃ\u{A0}SỐ", "Ä–Ö", "qué¡¡", "gustó¡¡¡", "Å…", "“Ã”", "‘Â’", "ÞAÐ”",
      "VIÐ…", "Ø”", "PELÉ™…", "l’été…»", "el niño ¿qué?", "café–“bar”", "né»…", "ê”…", "å…»",
      "Ελληνικά", "Привет", "日本語「とても」", "한국어", "ไทย", "עברית", "العربية", "हिन्दी", "👍🏽",
    ]
  )
  func right(text: String) {
    #expect(repaired(text) == nil)
  }

  @Test("the last letters of words keep the punctuation behind them")
  func wordEnds() {
    let ends = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ"
    let closers = [
      "’", "”", "»", "…", "“", "–", " –", "…”", "’”", "”…", "\u{A0}»", "\u{A0}!", "®", "™",
    ]
    var wrong: [String] = []
    for end in ends {
      for closer in closers {
        // A capital  ends no word; Ó and Ù end more of them than Ã before such a sign.
        if end == "Â" || (end == "Ã" && ["“", "™"].contains(closer)) { continue }
        for word in ["NOM", "mot"] where end == "ß" || (word == "NOM") == end.isUppercase {
          let text = "un \(word)\(end)\(closer) ou"
          if let found = repaired(text) { wrong.append("\(text) → \(found)") }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("mending twice is mending once, whatever the text", arguments: SeededGenerator.seeds(2))
  func idempotent(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = [
      "Ã", "Â", "¼", "ƒ", "‚", "â", "€", "™", "œ", "\u{9D}", "\u{80}", "Ð", "°", "ð", "Ÿ", "˜", "a",
      "A", " ", "\u{A0}", "”", "É", "»", "ï", "¸", "\u{FFFD}", "é", "Å", "š",
    ]
    for _ in 0..<4000 {
      let text = generator.text(of: alphabet, longest: 12)
      if let once = repaired(text), let twice = repaired(once) {
        Issue.record(
          "\(text.debugDescription): \(once.debugDescription), \(twice.debugDescription)"
        )
      }
    }
  }

  @Test("any bytes give a result, and what is no UTF-8 stays", arguments: SeededGenerator.seeds(2))
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let cruel: [UInt8] = [
      0xC3, 0xC2, 0x83, 0x82, 0xA2, 0xE2, 0x80, 0xAC, 0xC5, 0xB8, 0xF0, 0x20, 0xFF,
    ]
    for _ in 0..<4000 {
      let count = Int.random(in: 0...16, using: &generator)
      let bytes = (0..<count).map { _ in cruel.randomElement(using: &generator) ?? 0 }
      let found = TwiceEncoded.repaired(bytes.span)
      if let found {
        #expect(found.count <= bytes.count * 3 / 2)
        #expect(found.count { $0 == 0xFF } == bytes.count { $0 == 0xFF })
      }
    }
  }

  @Test("no chain of repairs makes it slow")
  func linear() {
    let count = 200_000
    for text in [
      "Ã" + String(repeating: "ƒ", count: count), String(repeating: "Ãƒ", count: count),
      String(repeating: "Ã", count: count), String(repeating: "É”", count: count),
    ] {
      let bytes = Array(text.utf8)
      #expect((TwiceEncoded.repaired(bytes.span)?.count ?? 0) <= bytes.count)
    }
  }
}
