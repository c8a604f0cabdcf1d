/// How much two verdicts count as agreeing when they are not the same.
public enum KappaWeighting: String, Hashable, Sendable, CaseIterable {
  /// Only the same verdict counts, for classes without an order (Cohen 1960).
  case identity
  /// One step apart costs half of what two steps cost (Cicchetti and Allison 1971).
  case linear
  /// The cost grows with the square of the distance (Fleiss and Cohen 1973).
  case quadratic

  /// What a pair of classes counts, 1 for the same and 0 for the two that are furthest apart.
  ///
  /// - Parameters:
  ///   - first: A class, counted from 0 in the order of the scale.
  ///   - second: The other.
  ///   - classes: How many classes the scale has.
  /// - Returns: The credit, 0 to 1.
  public func credit(_ first: Int, _ second: Int, of classes: Int) -> Double {
    if first == second { return 1 }
    guard classes > 1 else { return 1 }
    let distance = Double(abs(first - second)) / Double(classes - 1)
    switch self {
    case .identity: return 0
    case .linear: return 1 - distance
    case .quadratic: return 1 - distance * distance
    }
  }
}
