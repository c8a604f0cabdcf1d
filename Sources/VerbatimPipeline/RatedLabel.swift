internal import VerbatimCore

/// Reading of verdicts: words, numbers and ratings to a label.
enum RatedLabel {
  /// Below this share of a scale a rating is negative: one and two of five stars, as 2.5 stars are
  /// the middle between two and three.
  static let negativeShare = 0.375
  /// Above this share of a scale a rating is positive: four and five of five stars.
  static let positiveShare = 0.625

  /// The label that a word states; nil for a number and for words that are none.
  static func word(_ text: String) -> RatedText.Label? {
    switch text.lowercased() {
    case "positive", "pos", "yes", "good", "up", "thumbs up", "thumbs_up", "true", "👍": .positive
    case "negative", "neg", "no", "bad", "down", "thumbs down", "thumbs_down", "false", "👎":
      .negative
    case "neutral", "neu": .neutral
    case "mixed", "both": .mixed
    case "no_opinion", "no opinion", "no-opinion", "objective": .noOpinion
    default: nil
    }
  }

  /// The finite number that a text is; nil for any other text.
  static func number(_ text: String) -> Double? {
    Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// What the numbers of a label column mean, decided by all of them together.
  enum Scale: Hashable, Sendable {
    /// 0 is negative, 1 is positive: no other number occurs.
    case twoSided
    /// −1, 0 and 1.
    case threeSided
    /// 1 to 5, more than 1 among them.
    case stars
    /// Anything else: no label can be read.
    case unknown

    /// The scale of a column's numbers.
    init(_ numbers: some Sequence<Double>) {
      var isWhole = true
      var lowest = Double.infinity
      var highest = -Double.infinity
      for number in numbers {
        lowest = Swift.min(lowest, number)
        highest = Swift.max(highest, number)
        if number != number.rounded() { isWhole = false }
      }
      if isWhole, lowest >= 0, highest <= 1 {
        self = .twoSided
      } else if isWhole, lowest == -1, highest <= 1 {
        self = .threeSided
      } else if lowest >= 1, highest <= 5 {
        self = .stars
      } else {
        self = .unknown
      }
    }

    /// The label that a word or a number states; nil when it is none.
    func label(of text: String) -> RatedText.Label? {
      if let label = RatedLabel.word(text) { return label }
      guard let number = RatedLabel.number(text) else { return nil }
      return switch self {
      case .twoSided: number == 0 ? .negative : .positive
      case .threeSided: number < 0 ? .negative : number > 0 ? .positive : .neutral
      case .stars: Rating(.stars, number, min: 1, max: 5).flatMap { RatedLabel.label(of: $0) }
      case .unknown: nil
      }
    }
  }

  /// The label of a rating; nil when its direction is unknown.
  ///
  /// Stars and satisfaction of five: 1 and 2 negative, 3 neutral, 4 and 5 positive, other scales by
  /// the same shares. Likelihood to recommend: 0 to 6 negative, 7 and 8 neutral, 9 and 10 positive,
  /// the detractors, passives and promoters of the net promoter score.
  static func label(of rating: Rating) -> RatedText.Label? {
    if rating.kind == .nps {
      return rating.value <= 6 ? .negative : rating.value >= 9 ? .positive : .neutral
    }
    return rating.share.map { share in
      share < negativeShare ? .negative : share > positiveShare ? .positive : .neutral
    }
  }
}
