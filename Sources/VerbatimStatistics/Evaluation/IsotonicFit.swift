/// The rising curve that fits observations best in squares, read between its steps on a straight
/// line.
///
/// Neighbours that would fall are pooled to their mean until nothing falls (pool adjacent violators).
///
/// - SeeAlso: Ayer et al. (1955); Barlow et al. (1972); Zadrozny and Elkan (2002) for calibration.
public struct IsotonicFit: Hashable, Sendable {
  /// A stretch of observations with one fitted value.
  public struct Block: Hashable, Sendable {
    /// The weighted mean place of its observations.
    public let centre: Double
    /// The weighted mean of its observations.
    public let value: Double
    /// How much its observations weigh.
    public let weight: Double

    /// A block by its numbers.
    public init(centre: Double, value: Double, weight: Double) {
      self.centre = centre
      self.value = value
      self.weight = weight
    }

    func joined(_ other: Block) -> Block {
      let sum = weight + other.weight
      return Block(
        centre: (centre * weight + other.centre * other.weight) / sum,
        value: (value * weight + other.value * other.weight) / sum,
        weight: sum
      )
    }
  }

  /// The blocks, their centres and values ascending.
  public let blocks: [Block]

  /// Fits observations.
  ///
  /// - Parameters:
  ///   - places: Where each was made.
  ///   - values: What was observed there.
  ///   - weights: What each weighs, above 0; 1 each for nil.
  ///   - smallestBlock: Blocks that weigh less are joined with the neighbour whose value is nearer,
  ///     so that no step rests on a handful of observations.
  /// - Precondition: There are as many of all.
  /// - Complexity: O(*n* log *n*), and the square of the blocks that are too small.
  public init(
    places: [Double],
    values: [Double],
    weights: [Double]? = nil,
    smallestBlock: Double = 0
  ) {
    precondition(places.count == values.count, "each observation needs its place")
    let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
    var stack: [Block] = []
    var at = 0
    while at < order.count {
      // Observations at one place are one.
      let place = places[order[at]]
      var weight = 0.0
      var sum = 0.0
      while at < order.count, places[order[at]] == place {
        let own = weights?[order[at]] ?? 1
        weight += own
        sum += own * values[order[at]]
        at += 1
      }
      var block = Block(centre: place, value: sum / weight, weight: weight)
      while let last = stack.last, last.value >= block.value {
        stack.removeLast()
        block = last.joined(block)
      }
      stack.append(block)
    }
    blocks = Self.joined(stack, smallest: smallestBlock)
  }

  /// The fitted value at a place, between the centres of two blocks on a straight line, beyond the
  /// first and the last that of the block; nil when nothing was fitted.
  public func value(at place: Double) -> Double? {
    guard let first = blocks.first, let last = blocks.last else { return nil }
    if place <= first.centre { return first.value }
    if place >= last.centre { return last.value }
    var low = 0
    var high = blocks.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].centre <= place { low = middle } else { high = middle }
    }
    let (from, to) = (blocks[low], blocks[high])
    return from.value
      + (place - from.centre) / (to.centre - from.centre) * (to.value - from.value)
  }

  /// Joins what is too small; a mean of neighbours lies between them, so nothing falls.
  private static func joined(_ blocks: [Block], smallest: Double) -> [Block] {
    var blocks = blocks
    while blocks.count > 1, let index = blocks.firstIndex(where: { $0.weight < smallest }) {
      let isLast = index + 1 == blocks.count
      let isNearerBelow =
        index > 0 && !isLast
        && blocks[index].value - blocks[index - 1].value
          <= blocks[index + 1].value - blocks[index].value
      let low = isLast || isNearerBelow ? index - 1 : index
      blocks[low] = blocks[low].joined(blocks[low + 1])
      blocks.remove(at: low + 1)
    }
    return blocks
  }
}
