/// The likeliest languages of clauses in a row, when a change of language is rare.
///
/// - SeeAlso: Viterbi (1967), "Error bounds for convolutional codes".
struct LanguagePath {
  /// How many languages there are to choose from.
  let width: Int
  private var scores: [Int]
  /// For each clause and language, the language of the clause before.
  private var origins: [UInt8] = []

  /// A path through up to 255 languages.
  init(width: Int) {
    self.width = width
    scores = [Int](repeating: 0, count: width)
  }

  /// Takes in what the next clause says, at what a change of language before it costs; both in
  /// hundredths of a nat.
  mutating func append(_ evidence: [Int], changeCost: Int) {
    var best = 0
    for index in scores.indices where scores[index] > scores[best] { best = index }
    let changed = scores[best] - changeCost
    for index in 0..<width {
      let stays = scores[index] >= changed
      origins.append(UInt8(stays ? index : best))
      scores[index] = (stays ? scores[index] : changed) + evidence[index]
    }
  }

  /// The language of each clause.
  func languages() -> [Int] {
    var at = 0
    for index in scores.indices where scores[index] > scores[at] { at = index }
    var path = [Int](repeating: 0, count: origins.count / max(width, 1))
    for clause in path.indices.reversed() {
      path[clause] = at
      at = Int(origins[clause * width + at])
    }
    return path
  }
}
