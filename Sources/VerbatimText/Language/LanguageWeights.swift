/// What a piece of evidence adds to a language.
struct LanguageWeight: Sendable {
  /// The language, as its place in the roster.
  let slot: Int
  /// In hundredths of a nat.
  let weight: Int
}

/// How much each kind of evidence counts, in hundredths of a nat.
///
/// A score is the logarithm of how much likelier the words are in a language than in no language
/// at all. The weights are estimates, checked on development texts; that words hang together, which
/// a sum leaves out, is in ``LanguageScores/spread``.
enum LanguageEvidence {
  /// A function word of three letters or more, of two, and of one.
  static let functionWord = [1: 80, 2: 190, 3: 280]
  /// A word of customers of four letters or more, and a shorter one.
  static let customerWord = 250
  static let shortCustomerWord = 180
  /// A word of the English lexicons.
  static let knownWord = 150
  /// A word of the English lexicons that another language has too.
  static let sharedWord = 200
  /// For English, a word in no list: one in eight of English texts, every other one elsewhere.
  static let unknownWord = -70
  /// A word in a script other than Latin, for each language that writes it.
  static let script = 200
  /// What a script says once for the languages that write it, by how many shop in them.
  static let priorsOfScript = [100, 0, -50, -150]
  /// A word with kana.
  static let kana = 400
  /// The most that the letters of one word add.
  static let mostOfLetters = 400
  /// CLD2's answer when it trusts it, and when not; times the share of the text and the letters
  /// read, up to ``fullLetters``.
  static let statistics = 450
  static let unsureStatistics = 150
  static let fullLetters = 36
  /// English before anything is read.
  static let english = 100
  /// What the source declares; it is wrong for one text in thirty or so.
  static let declared = 350
  /// No language at all: codes, names, numbers.
  static let nothing = 150
  /// From this lead on, no more evidence is looked for.
  static let clear = 450

  /// The weight of a function word.
  static func weight(ofFunctionWord word: String) -> Int {
    functionWord[min(3, word.unicodeScalars.count)] ?? 0
  }

  /// The weight of a word of customers.
  static func weight(ofCustomerWord word: String) -> Int {
    word.unicodeScalars.count > 3 ? customerWord : shortCustomerWord
  }
}
