import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Escaped entities")
struct EscapedEntitiesTests {
  private func decoded(_ text: String) -> (text: String, levels: Int)? {
    let bytes = Array(text.utf8)
    return EscapedEntities.decoded(bytes.span).map {
      (String(decoding: $0.bytes, as: UTF8.self), $0.levels)
    }
  }

  @Test(
    "are decoded",
    arguments: [
      ("R&amp;D", "R&D", 1), ("it&#39;s", "it's", 1), ("it&#x27;s &#X27;", "it's '", 1),
      ("&quot;hi&quot;", "\"hi\"", 1), ("5&nbsp;&euro;", "5\u{A0}€", 1), ("caf&eacute;", "café", 1),
      ("&Eacute;&eacute;&ETH;&eth;", "ÉéÐð", 1), ("&apos;&AMP;&NBSP;", "'&\u{A0}", 1),
      ("a &lt; b &gt; c", "a < b > c", 1), ("&thetasym;&alefsym;", "ϑℵ", 1), ("&hearts;", "♥", 1),
      ("&lang;&rang;&hArr;&piv;&zwj;", "⟨⟩⇔ϖ\u{200D}", 1), ("&yuml;&Yuml;&fnof;", "ÿŸƒ", 1),
      ("&#8217;&#0039;", "’'", 1), ("don&#146;t &#150; &#128;", "don’t – €", 1),
      ("&#129;", "\u{81}", 1),
      (
        "&#0;&#xD800;&#1114112;&#99999999999999999999;",
        "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", 1
      ),
      ("&#55357;&#56832; &#xD83D;&#xDE00;", "😀 😀", 1), ("&#55357;&#33;", "\u{FFFD}!", 1),
      ("&#128512;", "😀", 1), ("&amp;#39;", "'", 2), ("&amp;amp;", "&", 2),
      ("&amp;amp;amp;", "&", 3),
      ("&amp;lt;b&amp;gt;", "<b>", 2), ("&lt; &amp;lt;", "< <", 2), ("&&amp;&", "&&&", 1),
      ("&#38;quot;", "\"", 2), ("&#x26;", "&", 1), ("&#9;&#10;", "\t\n", 1),
    ]
  )
  func decode(text: String, expected: String, levels: Int) throws {
    let found = try #require(decoded(text))
    #expect(found.text == expected)
    #expect(found.levels == levels)
  }

  @Test(
    "are not seen where there are none",
    arguments: [
      "", "&", "&&", "&;", "&#;", "&#x;", "AT&T", "R&D", "Q&A;", "&c", "&c;", "a & b", "&amp",
      "&#39",
      "&#x27", "&nosuch;", "&eacute", "https://shop.example/?a=1&copy=2&reg=3", "&#12a;", "&#xG;",
      "&toolongname;", "& amp;", "&am p;", "&Quot;", "fish&chips; fine",
    ]
  )
  func none(text: String) {
    #expect(decoded(text) == nil)
  }

  @Test("escaped more than three times over stay as they are")
  func deep() {
    #expect(decoded("&amp;amp;amp;amp; &lt;") == nil)
  }

  @Test("every name of HTML 4 has its character")
  func names() throws {
    // The sum and the ends of the blocks tell a gap in the table.
    let latin = "&nbsp;&shy;&Agrave;&times;&szlig;&divide;&yuml;"
    #expect(decoded(latin)?.text == "\u{A0}\u{AD}À×ß÷ÿ")
    let greek = "&Alpha;&Rho;&Sigma;&Omega;&alpha;&rho;&sigmaf;&sigma;&omega;&thetasym;&upsih;&piv;"
    #expect(decoded(greek)?.text == "ΑΡΣΩαρςσωϑϒϖ")
    let signs = "&larr;&darr;&harr;&crarr;&lArr;&hArr;&forall;&nabla;&isin;&notin;&ni;&prod;&sum;"
    #expect(decoded(signs)?.text == "←↓↔↵⇐⇔∀∇∈∉∋∏∑")
    let more =
      "&minus;&lowast;&ang;&and;&int;&there4;&sim;&cong;&asymp;&ne;&equiv;&le;&ge;&nsub;&supe;"
    #expect(decoded(more)?.text == "−∗∠∧∫∴∼≅≈≠≡≤≥⊄⊇")
    let last = "&oplus;&otimes;&perp;&sdot;&lceil;&rfloor;&loz;&spades;&clubs;&diams;&trade;&bull;"
    #expect(decoded(last)?.text == "⊕⊗⊥⋅⌈⌋◊♠♣♦™•")
    let marks =
      "&lsquo;&rsquo;&sbquo;&ldquo;&bdquo;&dagger;&Dagger;&hellip;&permil;&prime;&Prime;&lsaquo;"
    #expect(decoded(marks)?.text == "‘’‚“„†‡…‰′″‹")
  }

  @Test("decoding twice is decoding once, whatever the text", arguments: SeededGenerator.seeds(2))
  func idempotent(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = [
      "&", "amp;", "lt;", "#39;", "#38;", "#x26;", "#", "3", "8", ";", "a", "m", "p", "é", "&amp;",
    ]
    for _ in 0..<4000 {
      let text = generator.text(of: alphabet, longest: 12)
      if let once = decoded(text), decoded(once.text) != nil {
        Issue.record("\(text): \(once.text)")
      }
    }
  }

  @Test("no row of ampersands makes it slow")
  func linear() {
    for text in [
      String(repeating: "&", count: 500_000), "&#" + String(repeating: "1", count: 500_000),
      String(repeating: "&amp", count: 100_000), "&" + String(repeating: "amp;", count: 100_000),
    ] {
      #expect(decoded(text) == nil)
    }
  }
}
