import VerbatimCore
import VerbatimSentiment
import VerbatimTestSupport

/// A VADER engine over a lexicon of a few words, and what it makes of texts.
struct VaderFixture {
  /// Words with their valence, as a user's file would list them.
  static let lexicon = """
    glow\t2.0\t0.5\t[2, 2]
    spark\t1.0
    bliss\t3.0
    grime\t-1.0
    murk\t-2.0
    no\t-1.2
    kind\t2.4
    ass\t-2.5
    die\t-2.9
    ok\t1.0
    :)\t2.0
    XD\t2.5
    зло\t-2.0
    σοφος\t2.0
    i\u{307}yi\t2.0

    """

  /// Emoji with their descriptions.
  static let emoji = "💡\tglow bulb\n🌑\tmurk\n👩‍🔧\tbliss\n⁉\treally?!\n"

  let engine: VaderEngine

  init(lexicon: String = Self.lexicon, emoji: String = Self.emoji) throws {
    engine = VaderEngine(
      try VaderLexicon(
        path: "words.txt",
        bytes: Array(lexicon.utf8),
        emojiPath: "emoji.txt",
        emojiBytes: Array(emoji.utf8)
      )
    )
  }

  /// The four numbers of a text.
  func score(_ text: String) -> VaderScores {
    var scratch = VaderEngine.Scratch()
    return engine.score(text, scratch: &scratch)
  }

  /// What made them.
  func explain(_ bytes: [UInt8]) -> (scores: VaderScores, contributions: [VaderContribution]) {
    var scratch = VaderEngine.Scratch()
    return engine.explain(bytes.span, scratch: &scratch)
  }

  /// A compound from a sum of valences.
  static func compound(_ sum: Double) -> Double {
    (sum / (sum * sum + 15).squareRoot() * 10_000).rounded() / 10_000 + 0
  }

  /// A text of words that rules look for, with marks, emoji and stray characters between them.
  static func salad(_ random: inout SeededGenerator) -> String {
    random.text(of: words, longest: 14)
  }

  private static let words =
    [
      "glow", "GLOW", "murk", "spark", "bliss", "grime", "no", "kind", "of", "sort", "just",
      "enough", "very", "VERY", "hardly", "not", "isn't", "never", "so", "this", "without",
      "doubt", "least", "at", "but", "BUT", "or", "the", "bomb", "bad", "ass", "to", "die", "for",
      "lamp", "shelf", "Зло", "ΣΟΦΟΣ", "İyi",
    ].map { $0 + " " } + ["!", "?", ":) ", "💡", "🌑", "⁉", "\u{A0}", "\n", "é", "\u{FE0F}", "."]
}
