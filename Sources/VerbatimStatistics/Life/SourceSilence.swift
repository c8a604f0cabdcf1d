public import VerbatimCore

internal import Foundation

/// How regularly a source of feedback delivers, and whether it has stopped.
///
/// A source that stops looks like customers who are content: the counts fall, and nothing says why.
/// What gap is to be expected is told by the source's own gaps, from one day with feedback to the
/// next. Of *n* gaps of a steady source, whatever their distribution, the next is the longest yet with
/// a chance of 1 / (*n* + 1) (Wilks 1941); with nineteen or more, a longer one than ever is expected
/// in at most one case of twenty. With five to eighteen gaps that says too little, and the days are
/// taken for a Poisson process of unknown rate: after *n* gaps that took *T* days, the next is longer
/// than *g* with a chance of (*T* / (*T* + *g*))ⁿ, the predictive distribution of Lomax (1954).
public struct SourceSilence: Hashable, Sendable {
  /// The fewest gaps that tell anything.
  static let minimumGaps = 5
  /// From so many on the longest is what is expected: 1 / 20 is the chance of a longer one.
  static let enoughGaps = 19
  /// The chance of a longer gap than expected, of a source that goes on as before.
  static let chance = 0.05
  /// A silence is told after a whole cycle without feedback, in days.
  static let cycle = 7

  /// What kind of source it is.
  public let kind: FeedbackRecord.Kind
  /// The folder and name of its files, with `#` for each run of digits.
  public let source: String
  /// Its signals with a time.
  public let signals: Int
  /// The days with feedback, in days since 1970, ascending, each once.
  public let days: [Int]
  /// The day that is asked about.
  public let today: Int

  /// A source by the days on which its feedback was given.
  ///
  /// - Parameters:
  ///   - kind: What kind of source it is.
  ///   - source: Its name.
  ///   - days: How many signals there are of each day since 1970.
  ///   - today: The day that is asked about; later days are left out, and nil is the result when
  ///     nothing is left.
  public init?(kind: FeedbackRecord.Kind, source: String, days: [Int: Int], today: Int) {
    let known = days.filter { $0.key <= today }
    guard !known.isEmpty else { return nil }
    self.kind = kind
    self.source = source
    self.today = today
    signals = known.values.reduce(0, +)
    self.days = known.keys.sorted()
  }

  private var gaps: [Int] { zip(days, days.dropFirst()).map { $1 - $0 } }

  /// The most days from one day with feedback to the next; nil when there is only one.
  public var longestGap: Int? { gaps.max() }

  /// A gap of more days than that is not expected; nil when the past is too short to tell.
  public var expectedGap: Int? {
    let gaps = gaps
    guard gaps.count >= Self.minimumGaps, let longest = gaps.max() else { return nil }
    guard gaps.count < Self.enoughGaps else { return longest }
    let total = Double(gaps.reduce(0, +))
    let quantile = total * (pow(Self.chance, -1 / Double(gaps.count)) - 1)
    return max(longest, Int(quantile.rounded(.up)))
  }

  /// The days since the last day with feedback.
  public var presentGap: Int { today - (days.last ?? today) }

  /// Whether the present gap is longer than expected and than a cycle.
  public var isSilent: Bool {
    expectedGap.map { presentGap > max($0, Self.cycle) } ?? false
  }

  /// Writes the source as `source.silence.v1`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "source.silence.v1")
      json.field("kind", kind.rawValue)
      json.field("source", source)
      json.field("signals", signals)
      json.field("days", days.count)
      json.field("first_day", days.first.map(ClusterLife.printed))
      json.field("last_day", days.last.map(ClusterLife.printed))
      json.field("longest_gap", longestGap)
      json.field("expected_gap", expectedGap)
      json.field("present_gap", presentGap)
      json.field("silent", isSilent)
    }
  }
}
