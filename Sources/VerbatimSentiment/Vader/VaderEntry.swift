/// What VADER knows about one word in small letters.
struct VaderEntry {
  /// Its valence in the lexicon; 0 when it does not stand there.
  var valence = 0.0
  /// What it adds to the valence of a word behind it, below 0 for a dampener; 0 for other words.
  var boost = 0.0
  /// Which of the words that rules ask for it is.
  var word = VaderWord.other
  /// Whether it stands in the lexicon, at whatever valence.
  var isTerm = false
  /// Whether it is in the list of negators.
  var isNegator = false
}
