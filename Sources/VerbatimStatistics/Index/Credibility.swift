/// How far a segment's mean is drawn towards its parent's, by how much segments differ at all.
///
/// *k* = spread within segments ÷ spread between them, both pooled over the level and all cycles so
/// far, so that later feedback never changes an earlier index. *k* stays at or below a limit: a
/// segment that just has enough customers keeps half of its own mean, and its fall is seen.
///
/// - SeeAlso: Bühlmann and Straub (1970), *Glaubwürdigkeit für Schadensätze*; Bühlmann and Gisler
///   (2005), *A course in credibility theory*, section 4.8, for the estimators.
public struct Credibility: Hashable, Sendable {
  private var squaresWithin = 0.0
  private var freedomWithin = 0
  private var squaresBetween = 0.0
  private var freedomBetween = 0
  private var size = 0.0

  /// Nothing is known yet.
  public init() {}

  /// Takes in the segments of one parent in one cycle; those with fewer than two customers tell
  /// nothing.
  ///
  /// - Parameter segments: Of each its customers, their mean and their variance.
  public mutating func add(_ segments: [(n: Int, mean: Double, variance: Double)]) {
    var total = 0.0
    var squares = 0.0
    var sum = 0.0
    var count = 0
    for segment in segments where segment.n > 1 {
      let n = Double(segment.n)
      squaresWithin += (n - 1) * segment.variance
      freedomWithin += segment.n - 1
      total += n
      squares += n * n
      sum += n * segment.mean
      count += 1
    }
    guard count > 1 else { return }
    let centre = sum / total
    for segment in segments where segment.n > 1 {
      squaresBetween += Double(segment.n) * (segment.mean - centre) * (segment.mean - centre)
    }
    freedomBetween += count - 1
    size += total - squares / total
  }

  /// The pooled variance of customers within a segment; nil until there are two in one.
  public var within: Double? {
    freedomWithin > 0 ? squaresWithin / Double(freedomWithin) : nil
  }

  /// The variance of the segments' true means, at least 0; nil until two were compared.
  public var between: Double? {
    guard let within, size > 0 else { return nil }
    return max(0, (squaresBetween - Double(freedomBetween) * within) / size)
  }

  /// *k*, in customers: as many as the parent counts for.
  ///
  /// - Parameter limit: No more than this; it is also what counts until segments can be compared.
  /// - Returns: From 0 to the limit.
  public func customers(limit: Double) -> Double {
    guard let within, let between, between > 0 else { return limit }
    return min(limit, within / between)
  }
}
