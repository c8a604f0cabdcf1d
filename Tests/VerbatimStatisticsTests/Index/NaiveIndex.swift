import VerbatimCore
import VerbatimStatistics

/// The index of one cycle by the definitions alone: every sum is taken anew, nothing is packed, and
/// the scales are end to end.
struct NaiveIndex {
  private let reports: [SatisfactionReport]
  private let earlier: [[SatisfactionReport]]
  private let minimum: Int

  init(
    _ reports: [SatisfactionReport],
    _ dimensions: [String],
    cycle: FeedbackCycle,
    minimum: Int
  ) {
    func inCycle(_ number: Int) -> [SatisfactionReport] {
      reports.filter {
        FeedbackCycle(containing: $0.eventTime.dayNumber, days: cycle.days).number == number
          && !$0.answers.isEmpty
      }
    }
    self.reports = inCycle(cycle.number)
    let first = reports.map {
      FeedbackCycle(containing: $0.eventTime.dayNumber, days: cycle.days).number
    }.min()
    earlier = (first.map { Array($0...cycle.number) } ?? []).map(inCycle)
    self.minimum = minimum
  }

  /// The satisfaction of each customer of a segment.
  private func customers(_ path: [String], in reports: [SatisfactionReport]) -> [Double] {
    let own = reports.filter { Array($0.segments.prefix(path.count)) == path.map(Optional.some) }
    let people = Dictionary(grouping: own) { $0.customerKey ?? "signal \($0.signalID)" }
    return people.keys.sorted().map { key in
      let answers = (people[key] ?? []).flatMap(\.answers)
      let means = SatisfactionComponent.allCases.compactMap { component -> Double? in
        let values = answers.filter { $0.component == component }.map(\.value)
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
      }
      return means.reduce(0, +) / Double(means.count)
    }
  }

  private func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  /// k of a depth, from this cycle and all before.
  private func credibility(_ depth: Int) -> Double {
    var within = 0.0
    var freedom = 0.0
    var between = 0.0
    var compared = 0.0
    var size = 0.0
    for reports in earlier {
      let paths = Set(
        reports.compactMap { report -> [String]? in
          let path = report.segments.prefix(depth).compactMap(\.self)
          return path.count == depth ? path : nil
        }
      )
      let families = Dictionary(grouping: paths.sorted { $0.lexicographicallyPrecedes($1) }) {
        Array($0.dropLast())
      }
      for parent in families.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        let groups = (families[parent] ?? []).map { customers($0, in: reports) }
          .filter { $0.count > 1 }
        for group in groups {
          within += Double(group.count - 1) * variance(group)
          freedom += Double(group.count - 1)
        }
        guard groups.count > 1 else { continue }
        let all = groups.flatMap(\.self)
        let centre = all.reduce(0, +) / Double(all.count)
        for group in groups {
          let mean = group.reduce(0, +) / Double(group.count)
          between += Double(group.count) * (mean - centre) * (mean - centre)
        }
        compared += Double(groups.count - 1)
        let squares = groups.reduce(0.0) { $0 + Double($1.count * $1.count) }
        size += Double(all.count) - squares / Double(all.count)
      }
    }
    guard freedom > 0, size > 0 else { return Double(minimum) }
    let spread = (between - compared * within / freedom) / size
    return spread > 0 ? min(Double(minimum), within / freedom / spread) : Double(minimum)
  }

  /// The index of a segment; nil below the minimum.
  func index(of path: [String]) -> Double? {
    let values = customers(path, in: reports)
    guard values.count >= minimum else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    guard !path.isEmpty else { return mean }
    guard let parent = index(of: Array(path.dropLast())) else { return nil }
    let k = credibility(path.count)
    let n = Double(values.count)
    return (n * mean + k * parent) / (n + k)
  }
}
