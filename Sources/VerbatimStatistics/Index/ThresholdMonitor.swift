/// Which side of a threshold an index is on, with hysteresis: it changes sides only when it is clear
/// of the threshold by a margin, and so does not flutter about it.
///
/// - SeeAlso: Schmitt (1938), *A thermionic trigger*.
public struct ThresholdMonitor: Hashable, Sendable {
  /// A side.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    /// At the threshold or above.
    case above
    /// Below it.
    case below
  }

  /// What a cycle did.
  public enum Crossing: String, Hashable, Sendable, CaseIterable {
    /// It went below.
    case down = "crossed_down"
    /// It went above.
    case up = "crossed_up"
    /// It stayed, or was not known.
    case unchanged
  }

  /// The threshold, 0 to 100.
  public let threshold: Double
  /// By how much an index must be clear of it to change sides.
  public let margin: Double
  /// The side; nil before the first index.
  public private(set) var side: Side?

  /// A monitor that has seen nothing.
  ///
  /// - Parameters:
  ///   - threshold: The threshold, 0 to 100.
  ///   - margin: In points; 0 for none.
  public init(threshold: Double, margin: Double) {
    self.threshold = threshold
    self.margin = margin
  }

  /// Takes in the next index; nil leaves it where it is.
  public mutating func next(_ index: Double?) -> Crossing {
    guard let index else { return .unchanged }
    switch side {
    case nil:
      side = index < threshold ? .below : .above
      return .unchanged
    case .above:
      guard index < threshold - margin else { return .unchanged }
      side = .below
      return .down
    case .below:
      guard index > threshold + margin else { return .unchanged }
      side = .above
      return .up
    }
  }
}
