public import VerbatimStatistics

extension IndexTableView {
  /// The last whole cycle of each segment, those with the most customers first and all of them
  /// last; nil when no segment has a cycle.
  ///
  /// - Parameters:
  ///   - heading: What the segments are.
  ///   - series: The segments; the one without a value is the sum of the others.
  ///   - minimum: The fewest customers of an index.
  ///   - limit: How many segments at most, without the sum.
  public init?(_ heading: String, _ series: [IndexSeries], minimum: Int, limit: Int) {
    let whole = series.first { $0.segment.isEmpty }
    let parts = series.filter { !$0.segment.isEmpty }.sorted { left, right in
      let customers = (left.latest?.customers ?? 0, right.latest?.customers ?? 0)
      return customers.0 == customers.1
        ? left.segment.map(\.value).lexicographicallyPrecedes(right.segment.map(\.value))
        : customers.0 > customers.1
    }
    let rows = (parts.prefix(limit) + [whole].compactMap(\.self))
      .compactMap { Segment($0, minimum: minimum) }
    guard !rows.isEmpty else { return nil }
    self.init(heading, rows, reference: whole?.latest?.index)
  }
}

extension IndexSeries {
  /// The last cycle that is over, else the one under way.
  public var latest: IndexPoint? { points.last(where: \.isComplete) ?? points.last }
}

extension IndexTableView.Segment {
  /// The last whole cycle of a segment; nil when it has none.
  init?(_ series: IndexSeries, minimum: Int) {
    guard let point = series.latest else { return nil }
    self.init(
      name: series.segment.isEmpty
        ? "All customers" : series.segment.map(\.value).joined(separator: " · "),
      index: point.index.flatMap { index in
        point.interval.map { (index, $0.lower, $0.upper) }
      },
      before: series.points.last { $0.cycle.end < point.cycle.start }?.index,
      change: point.delta.flatMap { delta in point.deltaError.map { (delta, $0) } },
      customers: point.customers,
      trend: point.state.rawValue,
      remark: point.index == nil
        ? "Not enough data: \(Figures.count(point.customers, "customer")), "
          + "\(Figures.count(minimum)) needed." : nil,
      isTotal: series.segment.isEmpty
    )
  }
}
