/// Rules that find patterns in a chart whose points are all within its limits.
///
/// Values are distances from the centre in standard deviations. A rule is told at the period that
/// completes its pattern. A period without a value breaks every run.
///
/// - SeeAlso: Western Electric (1956), *Statistical Quality Control Handbook*; Nelson (1984), "The
///   Shewhart control chart: tests for special causes", *Journal of Quality Technology* 16.
public struct RunRules: OptionSet, Hashable, Sendable {
  /// One bit a rule.
  public let rawValue: UInt16

  /// A set of rules.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One point beyond 3σ: Western Electric's rule 1, Nelson's 1.
  public static let beyondThree = RunRules(rawValue: 1)
  /// Two of three points beyond 2σ on one side: Western Electric's rule 2, Nelson's 5.
  public static let twoOfThree = RunRules(rawValue: 2)
  /// Four of five points beyond 1σ on one side: Western Electric's rule 3, Nelson's 6.
  public static let fourOfFive = RunRules(rawValue: 4)
  /// Eight points in a row on one side of the centre: Western Electric's rule 4.
  public static let eightOnOneSide = RunRules(rawValue: 8)
  /// Nine points in a row on one side of the centre: Nelson's 2.
  public static let nineOnOneSide = RunRules(rawValue: 16)
  /// Six points in a row that rise, or fall: Nelson's 3.
  public static let sixRising = RunRules(rawValue: 32)
  /// Fourteen points in a row that alternate: Nelson's 4.
  public static let fourteenAlternating = RunRules(rawValue: 64)
  /// Fifteen points in a row within 1σ: Nelson's 7.
  public static let fifteenWithinOne = RunRules(rawValue: 128)
  /// Eight points in a row beyond 1σ, on either side: Nelson's 8.
  public static let eightBeyondOne = RunRules(rawValue: 256)

  /// Western Electric's four rules.
  public static let westernElectric: RunRules = [
    .beyondThree, .twoOfThree, .fourOfFive, .eightOnOneSide,
  ]
  /// Nelson's eight rules.
  public static let nelson: RunRules = [
    .beyondThree, .nineOnOneSide, .sixRising, .fourteenAlternating, .twoOfThree, .fourOfFive,
    .fifteenWithinOne, .eightBeyondOne,
  ]

  /// Which of these rules each period completes.
  ///
  /// - Complexity: O(*n*).
  public func signals(in values: [Double?]) -> [RunRules] {
    values.indices.map { index in
      var found: RunRules = []
      func last(_ count: Int) -> [Double]? {
        guard index >= count - 1 else { return nil }
        var run: [Double] = []
        for place in index - count + 1...index {
          guard let value = values[place] else { return nil }
          run.append(value)
        }
        return run
      }
      /// Whether the newest and, with it, `count` of the last `run` lie beyond on one side.
      func isBeyond(_ limit: Double, _ count: Int, of run: Int) -> Bool {
        guard let newest = values[index], abs(newest) > limit else { return false }
        let first = Swift.max(0, index - run + 1)
        var found = 0
        for place in first...index {
          guard let value = values[place] else { continue }
          if value * newest > 0, abs(value) > limit { found += 1 }
        }
        return found >= count
      }
      func check(_ rule: RunRules, _ isFound: () -> Bool) {
        if contains(rule), isFound() { found.insert(rule) }
      }
      check(.beyondThree) { (values[index].map(abs) ?? 0) > 3 }
      check(.twoOfThree) { isBeyond(2, 2, of: 3) }
      check(.fourOfFive) { isBeyond(1, 4, of: 5) }
      check(.eightOnOneSide) { isBeyond(0, 8, of: 8) }
      check(.nineOnOneSide) { isBeyond(0, 9, of: 9) }
      check(.sixRising) {
        guard let run = last(6) else { return false }
        let steps = zip(run.dropFirst(), run).map { $0 - $1 }
        return steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 }
      }
      check(.fourteenAlternating) {
        guard let run = last(14) else { return false }
        let steps = zip(run.dropFirst(), run).map { $0 - $1 }
        return zip(steps.dropFirst(), steps).allSatisfy { $0 * $1 < 0 }
      }
      check(.fifteenWithinOne) { last(15)?.allSatisfy { abs($0) < 1 } ?? false }
      check(.eightBeyondOne) { last(8)?.allSatisfy { abs($0) > 1 } ?? false }
      return found
    }
  }
}
