/// Valences that fit verdicts better, each held back towards what an author gave it.
///
/// Minimises Σ wᵢ·loss(masses of text i, verdictᵢ) + λ/2·Σ (vⱼ − authoredⱼ)². Every valence keeps
/// to one side of 0, so each mass is linear in the valences and the loss convex: Newton's method on
/// the texts, coordinate descent on the entries inside their bounds, as in Friedman, Hastie and
/// Tibshirani (2010). Everything runs in the order of texts and entries, so the same input gives
/// the same bits.
public struct ValenceFit: Sendable {
  /// What valences are fitted to.
  public struct Problem: Sendable {
    /// What each entry adds to each text.
    public var features: SparseFeatures
    /// The verdict of each text: below 0, 0, above 0.
    public var sides: [Int8]
    /// How much each text counts; 0 leaves it out.
    public var weights: [Double]
    /// The valence that each entry is held back to.
    public var authored: [Double]
    /// Whether each entry praises (0 to 4) or not (−4 to 0).
    public var isPraise: [Bool]
    /// Entries that stay where they are.
    public var isFixed: [Bool]

    /// A problem.
    ///
    /// - Precondition: Rows and columns agree in number.
    public init(
      features: SparseFeatures,
      sides: [Int8],
      weights: [Double],
      authored: [Double],
      isPraise: [Bool],
      isFixed: [Bool]? = nil
    ) {
      precondition(
        features.rowCount == sides.count && sides.count == weights.count,
        "each row needs a side and a weight"
      )
      precondition(
        features.columnCount == authored.count && authored.count == isPraise.count,
        "each column needs a valence and a side"
      )
      self.features = features
      self.sides = sides
      self.weights = weights
      self.authored = authored
      self.isPraise = isPraise
      self.isFixed = isFixed ?? Array(repeating: false, count: authored.count)
    }

    /// How sharply verdicts follow the masses under the authored valences.
    public var slope: Double {
      OrdinalLoss.fitted(features.masses(authored), sides, weights)
    }

    /// The valence nearest to one that an entry may have.
    func bounded(_ valence: Double, _ column: Int) -> Double {
      isPraise[column] ? min(max(valence, 0), 4) : min(max(valence, -4), 0)
    }

    /// What a cell counts in the two margins, by whether it adds to praise or to criticism.
    func margins(_ value: Double, _ column: Int) -> (upper: Double, lower: Double) {
      (value > 0) == isPraise[column]
        ? (value, value * OrdinalLoss.ratio) : (value * OrdinalLoss.ratio, value)
    }
  }

  /// At how many standard errors, and in how many texts, an authored entry may change its sign.
  public static let signChange = (z: 4.0, count: 20)

  /// The valences, in the order of the columns.
  public private(set) var valences: [Double]
  /// How often texts were looked at anew.
  public private(set) var rounds = 0
  private let loss: OrdinalLoss

  /// Fits valences.
  ///
  /// - Parameters:
  ///   - problem: What to fit to.
  ///   - slope: How sharply verdicts follow the masses; see ``Problem/slope``.
  ///   - penalty: λ: how strongly the authored valences hold.
  ///   - start: Where to start; the authored valences when nil.
  /// - Complexity: O(*n*) in the cells for each round; some ten rounds.
  public init(_ problem: Problem, slope: Double, penalty: Double, start: [Double]? = nil) {
    loss = OrdinalLoss(slope: slope)
    valences = (start ?? problem.authored).enumerated().map { problem.bounded($1, $0) }
    solve(problem, penalty)
  }

  private mutating func solve(_ problem: Problem, _ penalty: Double) {
    var margins = Self.margins(problem, valences)
    var value = objective(problem, margins, valences, penalty)
    var model = Quadratic(count: problem.sides.count)
    for _ in 0..<30 {
      rounds += 1
      model.touch(problem, margins, loss)
      var steps = [Double](repeating: 0, count: valences.count)
      model.descend(problem, penalty, valences, &steps)
      // A whole step nearly always improves; else half of it, and so on.
      var share = 1.0
      var isBetter = false
      let start = valences
      let before = value
      for _ in 0..<12 {
        let trial = zip(start, steps).map { $0 + share * $1 }
        let trialMargins = Self.margins(problem, trial)
        let trialValue = objective(problem, trialMargins, trial, penalty)
        if trialValue <= before {
          (valences, margins, value, isBetter) = (trial, trialMargins, trialValue, true)
          break
        }
        share /= 2
      }
      guard isBetter, before - value > 1e-7 * max(1, abs(before)) else { return }
    }
  }

  /// p − κn and κp − n of each text.
  private static func margins(
    _ problem: Problem,
    _ valences: [Double]
  ) -> (upper: [Double], lower: [Double]) {
    let masses = problem.features.masses(valences)
    let ratio = OrdinalLoss.ratio
    return (
      zip(masses.positive, masses.negative).map { $0 - ratio * $1 },
      zip(masses.positive, masses.negative).map { ratio * $0 - $1 }
    )
  }

  private func objective(
    _ problem: Problem,
    _ margins: (upper: [Double], lower: [Double]),
    _ valences: [Double],
    _ penalty: Double
  ) -> Double {
    var sum = 0.0
    for row in problem.sides.indices where problem.weights[row] != 0 {
      sum +=
        problem.weights[row]
        * loss.at(
          upper: margins.upper[row],
          lower: margins.lower[row],
          side: problem.sides[row]
        ).loss
    }
    var strain = 0.0
    for column in valences.indices {
      let distance = valences[column] - problem.authored[column]
      strain += distance * distance
    }
    return sum + penalty / 2 * strain
  }

  /// How strongly the texts ask an entry that was stopped at 0 to change its sign: standard errors
  /// of the score at 0, robust against the weights; above 0 when they ask for it.
  ///
  /// - SeeAlso: White (1982) for the robust variance.
  public func evidenceForSignChange(_ problem: Problem) -> [Double] {
    let features = problem.features
    var turned = problem
    turned.isPraise = problem.isPraise.map { !$0 }
    let margins = Self.margins(problem, valences)
    var values = [OrdinalLoss.Value](repeating: .init(), count: features.rowCount)
    for row in values.indices where problem.weights[row] != 0 {
      values[row] = loss.at(
        upper: margins.upper[row],
        lower: margins.lower[row],
        side: problem.sides[row]
      )
    }
    return valences.indices.map { column in
      guard problem.authored[column] != 0, abs(valences[column]) < 1e-9 else { return 0 }
      var score = 0.0
      var variance = 0.0
      for cell in features.starts[column]..<features.starts[column + 1] {
        let row = Int(features.rows[cell])
        let cell = turned.margins(Double(features.values[cell]), column)
        let part =
          -problem.weights[row]
          * (values[row].byUpper * cell.upper + values[row].byLower * cell.lower)
        score += part
        variance += part * part
      }
      guard variance > 0 else { return 0 }
      return (problem.authored[column] > 0 ? -score : score) / variance.squareRoot()
    }
  }
}
