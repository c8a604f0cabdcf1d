internal import VerbatimCore
internal import VerbatimText

/// Scores a text as vaderSentiment 3.3.2 does: the same four numbers, digit for digit.
///
/// The rules are those of the published algorithm over the published word tables, its oddities
/// with them; the lexicon is the user's. Texts of ASCII are read where they lie; others are copied
/// once, with emoji replaced by their descriptions.
///
/// Immutable and shared by all tasks; each task brings its own scratch.
///
/// - SeeAlso: Hutto and Gilbert (2014), "VADER: A Parsimonious Rule-based Model for Sentiment
///   Analysis of Social Media Text".
public final class VaderEngine: Sendable {
  /// Which rules these are: part of a signal's configuration hash.
  public static let version = "vader 3.3.2"

  let table: VaderTable
  let emoji: VaderEmoji

  /// An engine over a lexicon.
  public init(_ lexicon: VaderLexicon) {
    table = lexicon.table
    emoji = lexicon.emoji
  }

  /// What one thread reuses from text to text.
  public struct Scratch {
    var text = VaderText()
    var words = VaderWords()
    var polar: [PolarWord] = []

    /// An empty scratch.
    public init() {}
  }

  /// A word whose valence is not 0.
  struct PolarWord {
    var word: Int
    var valence: Double
  }

  /// The four numbers of a text; four times 0 for one without words.
  ///
  /// - Complexity: O(*n*) in the bytes; O(*m* log *m*) in the polar words of a text with "but".
  public func score(_ text: String, scratch: inout Scratch) -> VaderScores {
    // Text that is not stored as UTF-8 already has to be copied to be seen so.
    var text = text
    text.makeContiguousUTF8()
    return score(text.utf8Span.span, scratch: &scratch)
  }

  /// The four numbers of a text; bytes that are no UTF-8 read as U+FFFD.
  public func score(_ text: Span<UInt8>, scratch: inout Scratch) -> VaderScores {
    if !emoji.hasASCII, scratch.words.divide(text, isASCII: true, by: table) {
      return score(text, &scratch)
    }
    var copy = VaderText()
    swap(&copy, &scratch.text)
    defer { swap(&copy, &scratch.text) }
    copy.fill(text, emoji)
    _ = scratch.words.divide(copy.bytes.span, isASCII: false, by: table)
    return score(copy.bytes.span, &scratch)
  }

  /// The numbers of a text that has been divided.
  private func score(_ bytes: Span<UInt8>, _ scratch: inout Scratch) -> VaderScores {
    let words = scratch.words
    scratch.polar.removeAll(keepingCapacity: true)
    for index in words.terms {
      let valence = valence(of: index, in: words, bytes) { _ in }
      if valence != 0 { scratch.polar.append(PolarWord(word: index, valence: valence)) }
    }
    if let but = words.but { VaderContrast.apply(at: but, to: &scratch.polar) }
    return summed(scratch.polar, words).scores
  }

  /// A sum on its way to a compound.
  struct Sum {
    var scores: VaderScores
    /// The sum of the valences.
    var valence = 0.0
    /// The same with what the punctuation adds.
    var emphasized = 0.0
  }

  /// Adds the valences up, in the order of the text.
  func summed(_ polar: [PolarWord], _ words: VaderWords) -> Sum {
    guard !words.words.isEmpty else { return Sum(scores: .none) }
    var sum = 0.0
    var positive = 0.0
    var negative = 0.0
    var neutral = Double(words.words.count - polar.count)
    for word in polar {
      sum += word.valence
      // Each word counts 1 for itself, as a neutral one does.
      if word.valence > 0 {
        positive += word.valence + 1
      } else if word.valence < 0 {
        negative += word.valence - 1
      } else {
        neutral += 1
      }
    }
    let emphasis = VaderRules.emphasis(
      exclamations: words.exclamations,
      questions: words.questions
    )
    var emphasized = sum
    if sum > 0 { emphasized += emphasis } else if sum < 0 { emphasized -= emphasis }
    let compound =
      emphasized / (emphasized * emphasized + VaderRules.normalisation).squareRoot()
    if positive > -negative {
      positive += emphasis
    } else if positive < -negative {
      negative -= emphasis
    }
    let mass = positive - negative + neutral
    let scores = VaderScores(
      negative: VaderScores.rounded(-negative / mass, to: 1_000),
      neutral: VaderScores.rounded(neutral / mass, to: 1_000),
      positive: VaderScores.rounded(positive / mass, to: 1_000),
      compound: VaderScores.rounded(max(-1, min(1, compound)), to: 10_000)
    )
    return Sum(scores: scores, valence: sum, emphasized: emphasized)
  }
}
