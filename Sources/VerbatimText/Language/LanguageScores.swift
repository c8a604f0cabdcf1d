/// What speaks for each language, and how sure that makes one.
struct LanguageScores {
  /// By slot, in hundredths of a nat.
  var values: [Int] = []

  /// What a lead is divided by: evidence is not independent, as the sum takes it to be.
  ///
  /// Fitted on development texts so that of those at 0.9 nine in ten or more are right.
  static let spread = 1.5
  /// The highest confidence there is.
  static let mostConfidence = 0.99
  /// The lead from which nothing else has a share: 8 nats after ``spread``.
  private static let certain = 1_200

  /// The language ahead.
  struct Leader {
    /// Its slot; nil when nothing speaks for any language.
    let slot: Int?
    /// How far it is ahead of the next, or of none at all.
    let lead: Int
  }

  /// Back to nothing, for as many languages.
  mutating func clear(_ count: Int) {
    guard values.count == count else {
      values = [Int](repeating: 0, count: count)
      return
    }
    for slot in 0..<count { values[slot] = 0 }
  }

  /// Adds what a word says.
  @inline(__always)
  mutating func add(_ weights: Span<LanguageWeight>, _ range: Range<Int>) {
    for index in range { values[weights[index].slot] += weights[index].weight }
  }

  /// The language ahead and its lead.
  func leader() -> Leader {
    let values = values.span
    var best = LanguageEvidence.nothing
    var next = Int.min
    var slot: Int?
    for index in values.indices where values[index] > next {
      if values[index] > best {
        next = best
        best = values[index]
        slot = index
      } else {
        next = values[index]
      }
    }
    return Leader(slot: slot, lead: best - next)
  }

  /// The share of the likelihood of all that a leader has, none at all counted among them.
  func confidence(of leader: Leader) -> Double {
    guard let slot = leader.slot else { return 0 }
    guard leader.lead < Self.certain else { return Self.mostConfidence }
    let best = values[slot]
    var sum = Self.likelihood(best - LanguageEvidence.nothing)
    // What is behind none at all is not worth a share.
    for value in values where value > LanguageEvidence.nothing {
      sum += Self.likelihood(best - value)
    }
    return min((100 / sum).rounded() / 100, Self.mostConfidence)
  }

  /// e to the power of minus a lead after ``spread``, to a tenth of a nat.
  private static func likelihood(_ behind: Int) -> Double {
    let step = Int(Double(max(0, behind)) / spread) / 10
    return step < powers.count ? powers[step] : 0
  }

  /// e^(−k/10) for k from 0 up to 119.
  private static let powers: [Double] = {
    var powers = [1.0]
    while powers.count < 120 { powers.append(powers[powers.count - 1] * 0.904_837_418_035_959_6) }
    return powers
  }()
}
