/// A series of weeks with what its own past allows: the values of a control chart, of whatever
/// method.
public struct ControlChart: Hashable, Sendable {
  /// One week.
  public struct Point: Hashable, Sendable {
    /// The ISO week: `W47`.
    public var label: String
    /// The count or the rate.
    public var value: Double
    /// The upper limit of that week; nil where none could be set.
    public var upper: Double?
    /// Whether it lies beyond the limit.
    public var isOutside: Bool
    /// The reports of the week, listed under the axis.
    public var reports: Int

    /// A week.
    public init(label: String, value: Double, upper: Double?, isOutside: Bool, reports: Int) {
      self.label = label
      self.value = value
      self.upper = upper
      self.isOutside = isOutside
      self.reports = reports
    }
  }

  /// What is drawn, with its unit: `Reports a week`.
  public var quantity: String
  /// The weeks, ascending, without gaps.
  public var points: [Point]
  /// The centre line; nil when the base period has nothing.
  public var centre: Double?
  /// How many of the first weeks set the limits of all; 0 where each week has its own base.
  public var baseCount: Int
  /// The method and its settings, for the caption.
  public var method: String
  /// How many decimals its values have.
  public var digits: Int

  /// A chart.
  public init(
    quantity: String,
    points: [Point],
    centre: Double?,
    baseCount: Int,
    method: String,
    digits: Int
  ) {
    self.quantity = quantity
    self.points = points
    self.centre = centre
    self.baseCount = baseCount
    self.method = method
    self.digits = digits
  }

  /// The weeks beyond their limit.
  public var outside: [Point] { points.filter(\.isOutside) }

  /// A value as it is written on this chart; a whole number has no decimals.
  func figure(_ value: Double) -> String {
    Figures.decimal(value, value == value.rounded() ? 0 : digits)
  }

  /// The finding in a sentence: what a reader who cannot see the chart should know.
  public var finding: String {
    guard let first = points.first, let last = points.last else { return "\(quantity): no weeks" }
    var text = "\(quantity), \(first.label) to \(last.label)."
    if let centre { text += " Centre \(figure(centre))." }
    if let upper = last.upper { text += " Upper limit \(figure(upper))." }
    guard !outside.isEmpty else { return text + " No week lies beyond it." }
    let weeks = outside.map { "\($0.label) at \(figure($0.value))" }
    return text + " Beyond it: \(weeks.joined(separator: ", "))."
  }

  /// The finding as a heading.
  public var heading: String {
    guard let first = outside.first else { return "Within its own past" }
    return "Out of its own past since \(first.label)"
  }
}
