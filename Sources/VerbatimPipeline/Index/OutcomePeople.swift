internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

/// The customers of a store with what each said when, and what it comes to.
struct OutcomePeople {
  /// One piece of feedback.
  struct Feedback {
    var day: Int
    var signalID: String
    var answers: [SatisfactionAnswer]
    var issues: [(code: String, tier: Issue.Tier)]
    var category: String?
  }

  /// What a customer had said by some day.
  struct Profile {
    /// The satisfaction, 0 to 100.
    var satisfaction: Double?
    /// The mean answer of each component.
    var components: [SatisfactionComponent: Double] = [:]
    /// The issues, in byte order.
    var issues: [String] = []
    var isHazard = false
    /// The state of the category's index when the customer last spoke; nil without a category.
    var state: TrendState?
  }

  /// A kind of signal with each customer's number, the higher the worse; nil where it is not known.
  struct Signal {
    var name: String
    var scores: [Double?]
  }

  /// An issue that fewer customers report is no signal of its own (authored).
  private static let fewestReports = 5

  /// What each customer said, by key, in the order of days.
  let byKey: [String: [Feedback]]
  private let keys: [String]
  private let scale: ComponentScale
  private let cycleDays: Int
  private var states: [String: [Int: TrendState]] = [:]

  init(_ store: SignalStore) throws {
    let names = try store.segmentNames()
    let dimensions =
      names.contains("category")
      ? [try Dimension("category", among: names, of: store.path)] : []
    var reader = SatisfactionReader(dimensions: dimensions)
    var byKey: [String: [Feedback]] = [:]
    try store.forEachRatedSignal { signal in
      reader.add(signal)
      guard !signal.isIncentivised, let key = signal.customerKey, let time = signal.eventTime
      else { return }
      byKey[key, default: []].append(
        Feedback(
          day: time.dayNumber,
          signalID: signal.signalID,
          answers: SatisfactionReader.answers(of: signal),
          issues: signal.issues,
          category: dimensions.first?.value(of: signal)
        )
      )
    }
    let history = reader.history()
    let index = SatisfactionIndex()
    scale = index.scale(after: history)
    cycleDays = index.settings.days
    for series in index.series(history) {
      guard let category = series.segment.first?.value else { continue }
      for point in series.points {
        states[category, default: [:]][point.cycle.number] = point.state
      }
    }
    self.byKey = byKey.mapValues { feedback in
      feedback.sorted { ($0.day, $0.signalID) < ($1.day, $1.signalID) }
    }
    keys = byKey.keys.sorted()
  }

  /// The customers who spoke before a day of their own, in the order of their keys.
  func profiles(before day: (_ key: String) -> Int) -> [(key: String, profile: Profile)] {
    keys.compactMap { key in
      let limit = day(key)
      let feedback = (byKey[key] ?? []).prefix { $0.day < limit }
      return feedback.isEmpty ? nil : (key, profile(Array(feedback)))
    }
  }

  /// The first day of feedback and the last before a day; nil when there is none.
  func days(before day: Int) -> ClosedRange<Int>? {
    let days = byKey.values.flatMap { $0.map(\.day) }.filter { $0 < day }
    return days.min().flatMap { first in days.max().map { first...$0 } }
  }

  private func profile(_ feedback: [Feedback]) -> Profile {
    var profile = Profile()
    let answers = feedback.flatMap(\.answers)
    profile.satisfaction = scale.satisfaction(of: answers)
    for component in SatisfactionComponent.allCases {
      let values = answers.filter { $0.component == component }.map(\.value).sorted()
      guard !values.isEmpty else { continue }
      profile.components[component] = values.reduce(0, +) / Double(values.count)
    }
    let issues = feedback.flatMap(\.issues)
    profile.issues = Set(issues.map(\.code)).sorted()
    profile.isHazard = issues.contains { $0.tier.isHazard }
    if let last = feedback.last, let category = last.category {
      let cycle = FeedbackCycle(containing: last.day, days: cycleDays).number
      profile.state = states[category]?[cycle]
    }
    return profile
  }

  /// The kinds of signals of profiles: satisfaction and its components, complaints and hazards, each
  /// issue that enough customers report, and the state of the category.
  func signals(of profiles: [Profile]) -> [Signal] {
    func signal(_ name: String, _ score: (Profile) -> Double?) -> Signal {
      Signal(name: name, scores: profiles.map(score))
    }
    func truth(_ isTrue: Bool) -> Double { isTrue ? 1 : 0 }
    var signals = [signal("satisfaction") { $0.satisfaction.map { -$0 } }]
    for component in SatisfactionComponent.allCases {
      signals.append(signal(component.name) { $0.components[component].map { -$0 } })
    }
    signals.append(signal("complaint") { truth(!$0.issues.isEmpty) })
    signals.append(signal("hazard") { truth($0.isHazard) })
    for state in [TrendState.wobble1, .wobble2] {
      signals.append(
        signal(state.rawValue) { profile in
          guard let known = profile.state, known != .insufficient else { return nil }
          return truth(known == state)
        }
      )
    }
    var counts: [String: Int] = [:]
    for profile in profiles { for issue in profile.issues { counts[issue, default: 0] += 1 } }
    for (issue, count) in counts.sorted(by: { $0.key < $1.key }) where count >= Self.fewestReports {
      signals.append(signal(issue) { truth($0.issues.contains(issue)) })
    }
    return signals.filter { signal in signal.scores.contains { $0 != nil } }
  }
}
