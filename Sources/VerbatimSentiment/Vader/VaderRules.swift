/// The constants and word tables of VADER: Hutto and Gilbert (2014), as vaderSentiment 3.3.2 has
/// them.
///
/// They stand here and not among the lexicon files because an edit would end what the mode is for:
/// the same four numbers as the published program.
enum VaderRules {
  /// What a negator makes of a valence.
  static let negation = -0.74
  /// What "never so" and "never this" make of a valence.
  static let never = 1.25
  /// What capitals add, in a text that has other words too.
  static let capitals = 0.733
  /// What a booster adds; a dampener takes as much away.
  static let boost = 0.293
  /// How much of that is left one word further away, and two.
  static let distances = [1, 0.95, 0.9]
  /// What is left of what stands before "but".
  static let beforeBut = 0.5
  /// What becomes of what stands behind "but".
  static let afterBut = 1.5
  /// α in s/√(s² + α).
  static let normalisation = 15.0
  /// The compound from which a text is positive or negative.
  static let threshold = 0.05

  /// What exclamation and question marks add to a sum, away from 0.
  ///
  /// Each of at most four exclamation marks counts 0.292; two or three question marks 0.18 each,
  /// more of them 0.96 together, a single one nothing.
  static func emphasis(exclamations: Int, questions: Int) -> Double {
    let exclaimed = Double(min(exclamations, 4)) * 0.292
    let asked = questions < 2 ? 0 : questions <= 3 ? Double(questions) * 0.18 : 0.96
    return exclaimed + asked
  }

  /// Single words that strengthen the word behind them.
  static let boosters = words(
    """
    absolutely amazingly awfully completely considerable considerably decidedly deeply effing
    enormous enormously entirely especially exceptional exceptionally extreme extremely fabulously
    flippin flipping frackin fracking frickin fricking friggin frigging fuckin fucking fuggin
    fugging fully greatly hella highly hugely incredible incredibly intensely major majorly more
    most particularly purely quite really remarkably so substantially thoroughly total totally
    tremendous tremendously uber unbelievably unusually utter utterly very
    """
  )

  /// Single words that weaken the word behind them.
  static let dampeners = words(
    """
    almost barely hardly kind-of kinda kindof less little marginal marginally occasional
    occasionally partly scarce scarcely slight slightly somewhat sort-of sorta sortof
    """
  )

  /// Whether two words in a row weaken what stands behind them.
  static func isDampenerPair(_ key: UInt32) -> Bool {
    switch key {
    case VaderWord.key(.just, .enough), VaderWord.key(.kind, .of), VaderWord.key(.sort, .of): true
    default: false
    }
  }

  /// Negators; so is every word with "n't" in it.
  static let negators = words(
    """
    ain't aint aren't arent can't cannot cant couldn't couldnt daren't darent despite didn't didnt
    doesn't doesnt don't dont hadn't hadnt hasn't hasnt haven't havent isn't isnt mightn't mightnt
    mustn't mustnt needn't neednt neither never none nope nor not nothing nowhere oughtn't oughtnt
    rarely seldom shan't shant shouldn't shouldnt uh-uh uhuh wasn't wasnt weren't werent without
    won't wont wouldn't wouldnt
    """
  )

  /// The valence of words in a row that have one of their own, whatever their words say.
  static func idiom(_ key: UInt32) -> Double? {
    switch key {
    case VaderWord.key(.the, .shit), VaderWord.key(.the, .bomb): 3
    case VaderWord.key(.to, .die, .for): 3
    case VaderWord.key(.beating, .heart): 3.5
    case VaderWord.key(.bad, .ass): 1.5
    case VaderWord.key(.bus, .stop): 0
    case VaderWord.key(.yeah, .right): -2
    case VaderWord.key(.kiss, .of, .death): -1.5
    default: nil
    }
  }

  private static func words(_ lines: String) -> [String] {
    lines.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
