internal import Foundation

/// Weights of a linear chain: of each column for each label, and of each label for the one behind it; a
/// conditional random field.
///
/// It maximises the sum of the logarithms of the chances that the chain gives the labels of each row, by
/// stochastic gradient steps, each weight's divided by the root of the sum of its squared gradients. The
/// order of the rows is drawn from a fixed seed, so the same rows give the same weights.
///
/// - SeeAlso: Lafferty, McCallum and Pereira (2001), *Conditional random fields*; Duchi, Hazan and Singer
///   (2011), *Adaptive subgradient methods*.
public struct LinearChainFit: Sendable {
  /// A row of places, each with its columns and its label.
  public struct Row: Sendable {
    /// Where the columns of each place begin; one more than places.
    public var starts: [Int32] = [0]
    /// The columns of all places, each of which counts 1.
    public var columns: [Int32] = []
    /// The labels of the places.
    public var labels: [UInt8] = []
    /// For how many rows it stands.
    public var count: Double

    /// A row without places.
    public init(count: Double = 1) { self.count = count }

    /// Adds a place.
    public mutating func append(_ columns: some Sequence<Int32>, label: UInt8) {
      self.columns.append(contentsOf: columns)
      starts.append(Int32(self.columns.count))
      labels.append(label)
    }
  }

  /// The weights of the columns, those of the labels of one column beside each other.
  public private(set) var weights: [Float]
  /// By label, the weights of the labels behind it; last, those of the labels of a first place.
  public private(set) var transitions: [Double]

  /// How far a first step leads.
  static let rate = 0.1

  private let labelCount: Int
  private var squares: [Float]
  private var transitionSquares: [Double]
  private var scores: [Double] = []
  private var forward: [Double] = []
  private var backward: [Double] = []
  /// What a row moves the transitions by; moved at its end, for all places read them.
  private var moves: [Double]

  /// Fits weights.
  ///
  /// - Parameters:
  ///   - rows: The rows; those without places are passed over.
  ///   - columnCount: How many columns there are.
  ///   - labelCount: How many labels there are.
  ///   - passes: How often each row is looked at.
  /// - Complexity: O(passes × columns of all places × labels).
  public init(_ rows: [Row], columnCount: Int, labelCount: Int, passes: Int) {
    self.labelCount = labelCount
    weights = [Float](repeating: 0, count: columnCount * labelCount)
    squares = weights
    transitions = [Double](repeating: 0, count: (labelCount + 1) * labelCount)
    transitionSquares = transitions
    moves = transitions
    var order = rows.indices.filter { !rows[$0].labels.isEmpty }
    var generator = SplitMix64(seed: 1)
    for _ in 0..<passes {
      for last in stride(from: order.count - 1, to: 0, by: -1) {
        order.swapAt(last, generator.index(below: last + 1))
      }
      for row in order { step(rows[row]) }
    }
  }

  private mutating func step(_ row: Row) {
    let count = row.labels.count
    read(row)
    let whole = logarithm(of: (0..<labelCount).map { forward[(count - 1) * labelCount + $0] })
    var last: Int?
    for place in 0..<count {
      let from = place * labelCount
      let right = Int(row.labels[place])
      var gradients = [Double](repeating: 0, count: labelCount)
      for label in 0..<labelCount {
        let chance = exp(forward[from + label] + backward[from + label] - whole)
        gradients[label] = ((label == right ? 1 : 0) - chance) * row.count
      }
      moveTransitions(row, place, last, gradients, whole)
      last = right
      guard gradients.contains(where: { abs($0) > 1e-3 }) else { continue }
      for at in Int(row.starts[place])..<Int(row.starts[place + 1]) {
        let first = Int(row.columns[at]) * labelCount
        for label in 0..<labelCount {
          let gradient = Float(gradients[label])
          squares[first + label] += gradient * gradient
          weights[first + label] +=
            Float(Self.rate) * gradient / (squares[first + label] + 0.01).squareRoot()
        }
      }
    }
    for transition in moves.indices {
      let gradient = moves[transition]
      transitionSquares[transition] += gradient * gradient
      transitions[transition] +=
        Self.rate * gradient / (transitionSquares[transition] + 0.01).squareRoot()
      moves[transition] = 0
    }
  }

  /// The scores of the labels and what leads to and from each place.
  private mutating func read(_ row: Row) {
    let count = row.labels.count
    scores = [Double](repeating: 0, count: count * labelCount)
    forward = scores
    backward = scores
    for place in 0..<count {
      for at in Int(row.starts[place])..<Int(row.starts[place + 1]) {
        let first = Int(row.columns[at]) * labelCount
        for label in 0..<labelCount {
          scores[place * labelCount + label] += Double(weights[first + label])
        }
      }
    }
    var sums = [Double](repeating: 0, count: labelCount)
    for label in 0..<labelCount {
      forward[label] = scores[label] + transitions[labelCount * labelCount + label]
    }
    for place in 1..<max(1, count) {
      for label in 0..<labelCount {
        for before in 0..<labelCount {
          sums[before] =
            forward[(place - 1) * labelCount + before] + transitions[before * labelCount + label]
        }
        forward[place * labelCount + label] =
          logarithm(of: sums) + scores[place * labelCount + label]
      }
    }
    for place in stride(from: count - 2, through: 0, by: -1) {
      for label in 0..<labelCount {
        for next in 0..<labelCount {
          let at = (place + 1) * labelCount + next
          sums[next] = backward[at] + scores[at] + transitions[label * labelCount + next]
        }
        backward[place * labelCount + label] = logarithm(of: sums)
      }
    }
  }

  private mutating func moveTransitions(
    _ row: Row,
    _ place: Int,
    _ last: Int?,
    _ gradients: [Double],
    _ whole: Double
  ) {
    let right = Int(row.labels[place])
    guard let last else {
      for label in 0..<labelCount { moves[labelCount * labelCount + label] += gradients[label] }
      return
    }
    for before in 0..<labelCount {
      for label in 0..<labelCount {
        let at = place * labelCount + label
        let chance = exp(
          forward[(place - 1) * labelCount + before] + transitions[before * labelCount + label]
            + scores[at] + backward[at] - whole
        )
        let isRight = before == last && label == right
        moves[before * labelCount + label] += ((isRight ? 1 : 0) - chance) * row.count
      }
    }
  }

  /// The logarithm of the sum of the exponentials.
  private func logarithm(of values: [Double]) -> Double {
    let largest = values.max() ?? 0
    return largest + log(values.reduce(0) { $0 + exp($1 - largest) })
  }
}
