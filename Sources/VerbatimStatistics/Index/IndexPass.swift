/// One walk over the cycles by one scale.
struct IndexPass {
  private struct Track {
    var wobble: WobbleMonitor
    var thresholds: [ThresholdMonitor]
    var lastCycle: Int?
  }

  private let settings: SatisfactionIndex.Settings
  private let tree: SegmentTree
  private let scale: ComponentScale
  /// The cycles whose points are kept.
  private let shown: Range<Int>
  private let asOf: Int
  private var tracks: [Track]
  private var credibility: [Credibility]
  private var tallies: [IndexTally]
  private var estimates: [IndexEstimate?]
  /// Of each parent the sum of its children's squared shares.
  private var squaredShares: [Double]
  /// The last cycle of each segment that earlier walks kept.
  private let kept: [Int?]
  /// The points of each segment.
  private(set) var points: [[IndexPoint]]

  init(
    settings: SatisfactionIndex.Settings,
    tree: SegmentTree,
    scale: ComponentScale,
    shown: Range<Int>,
    kept: [Int?],
    asOf: Int
  ) {
    self.settings = settings
    self.tree = tree
    self.scale = scale
    self.shown = shown
    self.kept = kept
    self.asOf = asOf
    let count = tree.segments.count
    let track = Track(
      wobble: WobbleMonitor(settings.wobble),
      thresholds: settings.thresholds.map {
        ThresholdMonitor(threshold: $0, margin: settings.hysteresis)
      }
    )
    tracks = [Track](repeating: track, count: count)
    let depths = (tree.segments.last?.depth ?? 0) + 1
    credibility = [Credibility](repeating: Credibility(), count: depths)
    tallies = [IndexTally](repeating: IndexTally(), count: count)
    estimates = [IndexEstimate?](repeating: nil, count: count)
    squaredShares = [Double](repeating: 0, count: count)
    points = [[IndexPoint]](repeating: [], count: count)
  }

  /// Takes in a cycle.
  mutating func run(_ cycle: Int, _ customers: ArraySlice<Range<Int>>, in groups: CustomerGroups) {
    var touched: Set<Int> = []
    for customer in customers { count(customer, in: groups, &touched) }
    // Parents come before their children, and siblings stand side by side.
    let segments = touched.sorted()
    compare(segments)
    for segment in segments {
      estimates[segment] = estimate(segment)
      tell(segment, cycle)
    }
    for segment in segments {
      tallies[segment] = IndexTally()
      estimates[segment] = nil
    }
  }

  /// Counts a customer in each segment that one of the reports is in.
  private mutating func count(
    _ customer: Range<Int>,
    in groups: CustomerGroups,
    _ touched: inout Set<Int>
  ) {
    let paths = customer.map { tree.ofCell[groups.cell($0)] }
    let whole = groups.answers(customer)
    var depth = 0
    while true {
      let reached = Set(paths.compactMap { depth < $0.count ? $0[depth] : nil }).sorted()
      guard !reached.isEmpty else { return }
      for segment in reached {
        let own = customer.indices.filter { place in
          let path = paths[place - customer.lowerBound]
          return depth < path.count && path[depth] == segment
        }
        let answers = own.count == customer.count ? whole : groups.answers(own)
        tallies[segment].add(answers, signals: own.count, by: scale)
        touched.insert(segment)
      }
      depth += 1
    }
  }

  /// Learns how much siblings differ.
  private mutating func compare(_ segments: [Int]) {
    for family in families(segments) {
      guard let first = family.first, let parent = tree.segments[first].parent else { continue }
      var members: [(n: Int, mean: Double, variance: Double)] = []
      var squares = 0.0
      for segment in family {
        let tally = tallies[segment]
        squares += share(of: segment, in: parent) * share(of: segment, in: parent)
        guard let mean = tally.mean, let variance = tally.variance else { continue }
        members.append((tally.customers, mean, variance))
      }
      squaredShares[parent] = squares
      credibility[tree.segments[first].depth].add(members)
    }
  }

  /// The share of a segment's customers in its parent's.
  private func share(of segment: Int, in parent: Int) -> Double {
    min(1, Double(tallies[segment].customers) / Double(tallies[parent].customers))
  }

  /// The segments that have a parent, by it.
  private func families(_ segments: [Int]) -> [ArraySlice<Int>] {
    var families: [ArraySlice<Int>] = []
    var start = 0
    while start < segments.count {
      let parent = tree.segments[segments[start]].parent
      var end = start + 1
      while end < segments.count, tree.segments[segments[end]].parent == parent { end += 1 }
      if parent != nil { families.append(segments[start..<end]) }
      start = end
    }
    return families
  }

  /// The estimate of a segment; nil below the minimum, its own or its parent's.
  private func estimate(_ segment: Int) -> IndexEstimate? {
    let tally = tallies[segment]
    guard tally.customers >= settings.minimum, let mean = tally.mean, let own = tally.variance
    else { return nil }
    let level = credibility[tree.segments[segment].depth]
    // Customers who all say the same tell nothing about their spread.
    let variance = own > 0 ? own : level.within ?? 0
    guard let parent = tree.segments[segment].parent else {
      return IndexEstimate(n: tally.customers, mean: mean, variance: variance)
    }
    guard let above = estimates[parent] else { return nil }
    let limit = Double(settings.minimum)
    let k = level.customers(limit: limit)
    return IndexEstimate(
      n: tally.customers,
      mean: mean,
      variance: variance,
      in: .init(
        parent: above.index,
        parentVariance: above.variance,
        share: share(of: segment, in: parent),
        squaredShares: squaredShares[parent],
        credibility: k,
        between: level.between ?? variance / limit
      )
    )
  }

  /// Moves a segment's monitors on and keeps the point.
  private mutating func tell(_ segment: Int, _ cycle: Int) {
    if let last = tracks[segment].lastCycle, last + 1 < cycle {
      for gap in (last + 1)..<cycle { append(segment, gap, IndexTally(), nil) }
    }
    append(segment, cycle, tallies[segment], estimates[segment])
    tracks[segment].lastCycle = cycle
  }

  private mutating func append(
    _ segment: Int,
    _ number: Int,
    _ tally: IndexTally,
    _ estimate: IndexEstimate?
  ) {
    let reading = tracks[segment].wobble.next(
      estimate?.index,
      variance: estimate?.samplingVariance ?? 0
    )
    var crossings: [IndexPoint.Crossing] = []
    for place in tracks[segment].thresholds.indices {
      let crossing = tracks[segment].thresholds[place].next(estimate?.index)
      let monitor = tracks[segment].thresholds[place]
      crossings.append(
        .init(threshold: monitor.threshold, side: monitor.side, crossing: crossing)
      )
    }
    // A gap that began under an earlier scale is known as one only when it ends.
    guard shown.contains(number) || (number < shown.lowerBound && number > kept[segment] ?? .max)
    else { return }
    let cycle = FeedbackCycle(number: number, days: settings.days)
    let parent = tree.segments[segment].parent
    points[segment].append(
      IndexPoint(
        cycle: cycle,
        isComplete: cycle.lastDay <= asOf,
        index: estimate?.index,
        interval: estimate.map { interval($0, tally.customers) },
        customers: tally.customers,
        signals: tally.signals,
        components: components(tally),
        promotion: tally.promotion.count > 0 ? tally.promotion : nil,
        satisfied: share(tally.satisfied, tally, .csat),
        eased: share(tally.eased, tally, .ces),
        shrinkage: estimate?.shrinkage,
        parentIndex: estimate == nil ? nil : parent.flatMap { estimates[$0]?.index },
        state: reading.state,
        crossings: crossings,
        delta: reading.delta,
        deltaError: reading.deltaError
      )
    )
  }

  private func interval(_ estimate: IndexEstimate, _ customers: Int) -> Bootstrap.Interval {
    let half =
      StudentDistribution.quantile975(Double(customers - 1)) * estimate.variance.squareRoot()
    return Bootstrap.Interval(
      lower: max(0, estimate.index - half),
      upper: min(100, estimate.index + half)
    )
  }

  private func components(_ tally: IndexTally) -> [IndexPoint.Component] {
    SatisfactionComponent.allCases.compactMap { component in
      let n = Int(tally.componentCounts[component.rawValue])
      guard n > 0 else { return nil }
      return IndexPoint.Component(
        component: component,
        mean: tally.componentSums[component.rawValue] / Double(n),
        n: n,
        weight: scale.weight(of: component),
        coverage: Double(n) / Double(tally.customers),
        mapping: scale.mapping(of: component)
      )
    }
  }

  private func share(_ count: Int, _ tally: IndexTally, _ component: SatisfactionComponent)
    -> IndexPoint.Share?
  {
    let n = Int(tally.componentCounts[component.rawValue])
    return n > 0 ? IndexPoint.Share(count: count, n: n) : nil
  }
}
