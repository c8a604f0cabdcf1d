/// The satisfaction index by segment, each with its interval, n and trend.
public struct IndexTableView: ViewValue {
  /// One segment.
  public struct Segment: Sendable {
    /// Its name.
    public var name: String
    /// The index, 0–100, with its ends; nil below the least n.
    public var index: (value: Double, lower: Double, upper: Double)?
    /// The index a cycle ago.
    public var before: Double?
    /// The change with its standard error; nil where there is none to tell.
    public var change: (value: Double, error: Double)?
    /// How many customers.
    public var customers: Int
    /// `stable`, `wobble1`, `wobble2`, `recovered` or `insufficient`.
    public var trend: String
    /// What there is instead of an index, or a remark.
    public var remark: String?
    /// Whether it is the sum of the others.
    public var isTotal: Bool

    /// A segment.
    public init(
      name: String,
      index: (value: Double, lower: Double, upper: Double)?,
      before: Double? = nil,
      change: (value: Double, error: Double)? = nil,
      customers: Int,
      trend: String,
      remark: String? = nil,
      isTotal: Bool = false
    ) {
      self.name = name
      self.index = index
      self.before = before
      self.change = change
      self.customers = customers
      self.trend = trend
      self.remark = remark
      self.isTotal = isTotal
    }
  }

  struct Row: ViewValue {
    let name: String
    let estimate: EstimateView?
    let change: String
    let customers: String
    let tag: ClusterRowView.StateTag
    let remark: String?
    let isTotal: Bool
  }

  /// What the rows are by: `Category`.
  let heading: String
  let axis: Drawing
  let rows: [Row]

  /// The table, in the order given.
  ///
  /// - Parameters:
  ///   - heading: What the segments are.
  ///   - segments: Each with its estimate.
  ///   - reference: The index of all, drawn dotted.
  public init(_ heading: String, _ segments: [Segment], reference: Double? = nil) {
    self.heading = heading
    let drawn = segments.flatMap { segment in
      segment.index.map { [$0.lower, $0.upper] + [segment.before].compactMap(\.self) } ?? []
    }
    let scale = Scale(linear: drawn.isEmpty ? [0, 100] : drawn, fromZero: false, steps: 5)
    axis = IntervalDrawing.axis(scale, width: 240)
    rows = segments.map { segment in
      let estimate = segment.index.map { index in
        let value = Figures.decimal(index.value)
        let range = Figures.range(index.lower, index.upper)
        return EstimateView(
          drawing: IntervalDrawing.bar(
            index.value,
            index.lower,
            index.upper,
            scale: scale,
            width: 240,
            label: "Index \(value), 95 percent \(range)",
            reference: reference,
            before: segment.before
          ),
          value: value,
          range: range
        )
      }
      return Row(
        name: segment.name,
        estimate: estimate,
        change: segment.change.map { change in
          let half = 1.96 * change.error
          return Figures.signed(change.value, 1)
            + " (\(Figures.decimal(change.value - half)) to \(Figures.decimal(change.value + half)))"
        } ?? "unknown",
        customers: Figures.count(segment.customers),
        tag: Self.tag(segment.trend),
        remark: segment.remark,
        isTotal: segment.isTotal
      )
    }
  }

  private static func tag(_ trend: String) -> ClusterRowView.StateTag {
    switch trend {
    case "wobble1": ClusterRowView.StateTag("wobble, 1 cycle", style: "watch")
    case "wobble2": ClusterRowView.StateTag("wobble, 2 cycles", style: "alert")
    case "insufficient": ClusterRowView.StateTag("not enough data", style: "ok")
    default: ClusterRowView.StateTag(trend, style: "ok")
    }
  }
}

extension ClusterRowView.StateTag {
  init(_ text: String, style: String) {
    self.text = text
    self.style = style
  }
}
