public import VerbatimCore

/// A column's scale: its two ends, and which of them is the good one.
public struct RatingScale: Hashable, Sendable {
  /// The lowest value.
  public var min: Double
  /// The highest value.
  public var max: Double
  /// Which end is the good one.
  public var direction: Rating.Direction

  /// A scale from one end to the other.
  public init(min: Double, max: Double, direction: Rating.Direction = .higherIsBetter) {
    self.min = min
    self.max = max
    self.direction = direction
  }

  /// The scale that a role has unless something else is said; nil for what is on no scale.
  static func usual(_ role: ColumnRole) -> RatingScale? {
    switch role {
    case .nps: RatingScale(min: 0, max: 10)
    case .stars, .csat: RatingScale(min: 1, max: 5)
    case .ces: RatingScale(min: 1, max: 7, direction: .unknown)
    case .thumbs: RatingScale(min: 0, max: 1)
    default: nil
    }
  }

  /// The scale that a question states, as in `on a scale of 1 to 10` or `(0 = never, 10 = always)`.
  ///
  /// - Parameter question: The question, normalised.
  /// - Returns: The two ends; nil when the question states none.
  static func stated(in question: String) -> (min: Double, max: Double)? {
    let bytes = Array(question.utf8)
    var numbers: [(value: Int, start: Int, end: Int)] = []
    var at = 0
    while at < bytes.count {
      guard isDigit(bytes[at]) else {
        at += 1
        continue
      }
      let start = at
      var value = 0
      while at < bytes.count, isDigit(bytes[at]), value < 1000 {
        value = value * 10 + Int(bytes[at] & 15)
        at += 1
      }
      numbers.append((value, start, at))
    }
    for (low, high) in zip(numbers, numbers.dropFirst()) {
      guard low.value <= 1, (3...100).contains(high.value), high.start - low.end <= 40 else {
        continue
      }
      // `Q1_5` is a code.
      if low.start > 0, bytes[low.start - 1] > 0x40 { continue }
      let between = String(decoding: bytes[low.end..<high.start], as: UTF8.self)
      let joints: Set<String> = [
        "-", "–", "—", "~", "〜", "to", "bis", "à", "a", "al", "até", "tot", "do", "till",
      ]
      let isJoint = joints.contains(between.filter { $0 != " " })
      let isLegend = between.first { $0 != " " } == "="
      // HeaderName writes a hyphen as a blank.
      if isJoint || isLegend || between == " " {
        return (Double(low.value), Double(high.value))
      }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
