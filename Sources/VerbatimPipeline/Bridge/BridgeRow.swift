/// One measure in one segment, on both sides of a bridge (`engine.bridge.v1`).
///
/// The change from the old engine before to the new engine after is split evenly: customers' part
/// is the change between the periods as the mean of both engines sees it, the engine's part is the
/// difference of the engines on the same texts, as the mean of both periods has it. The two add up
/// to the change, and neither depends on which is taken away first.
///
/// Intervals are normal, texts counted as independent; the engine's part is paired, text by text.
///
/// - SeeAlso: Kitagawa (1955), "Components of a difference between two rates", Journal of the
/// American   Statistical Association 50.
public struct BridgeRow: Hashable, Sendable {
  /// What one period has.
  public struct Period: Hashable, Sendable {
    var old = BridgeMoments()
    var new = BridgeMoments()
    var both = BridgeMoments()
    var difference = BridgeMoments()

    /// Nothing yet.
    init() {}

    /// Signals that both engines give a value.
    public var count: Int { old.count }
    /// The old engine's mean; nil without signals.
    public var from: Double? { old.mean }
    /// The new engine's mean; nil without signals.
    public var to: Double? { new.mean }

    /// Takes the values of a signal.
    mutating func add(_ old: Double, _ new: Double) {
      self.old.add(old)
      self.new.add(new)
      both.add((old + new) / 2)
      difference.add(new - old)
    }
  }

  /// The signals that are measured.
  public var segment: BridgeSegment
  /// What is measured.
  public var measure: BridgeMeasure
  /// The period before.
  public var before = Period()
  /// The period that was asked for.
  public var after = Period()

  /// A row without signals.
  init(_ segment: BridgeSegment, _ measure: BridgeMeasure) {
    self.segment = segment
    self.measure = measure
  }

  /// From the old engine before to the new engine after.
  public var change: BridgeEstimate {
    BridgeEstimate(
      Self.combined(after.new.mean, before.old.mean) { $0 - $1 },
      squaredError: Self.combined(after.new.squaredError, before.old.squaredError) { $0 + $1 }
    )
  }

  /// What customers said differently.
  public var customers: BridgeEstimate {
    BridgeEstimate(
      Self.combined(after.both.mean, before.both.mean) { $0 - $1 },
      squaredError: Self.combined(after.both.squaredError, before.both.squaredError) { $0 + $1 }
    )
  }

  /// What the engine reads differently.
  public var engine: BridgeEstimate {
    BridgeEstimate(
      Self.combined(after.difference.mean, before.difference.mean) { ($0 + $1) / 2 },
      squaredError: Self.combined(
        after.difference.squaredError,
        before.difference.squaredError
      ) { ($0 + $1) / 4 }
    )
  }

  private static func combined(
    _ left: Double?,
    _ right: Double?,
    _ join: (Double, Double) -> Double
  ) -> Double? {
    guard let left, let right else { return nil }
    return join(left, right)
  }
}
