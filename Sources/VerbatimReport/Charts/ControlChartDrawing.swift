/// A control chart: limits, centre, the base period shaded, and a triangle with week and value on
/// each point beyond the limit.
public enum ControlChartDrawing {
  /// The chart as a desk or paper shows it, 760 wide.
  public static func wide(_ chart: ControlChart) -> Drawing {
    drawing(chart, width: 760, height: 300, style: "wide")
  }

  /// The chart as a phone shows it, 358 wide, its text as large as on the other.
  public static func narrow(_ chart: ControlChart) -> Drawing {
    drawing(chart, width: 358, height: 250, style: "narrow")
  }

  private static func drawing(
    _ chart: ControlChart,
    width: Double,
    height: Double,
    style: String
  ) -> Drawing {
    var drawing = Drawing(width, height, label: chart.finding, style: style)
    let isWide = width > 500
    let left = 34.0
    let right = width - (isWide ? 104 : 16)
    let top = 44.0
    let bottom = height - 36
    let uppers = chart.points.compactMap(\.upper)
    let scale = Scale(linear: chart.points.map(\.value) + uppers + [1])
    func x(_ index: Int) -> Double {
      let steps = Double(max(1, chart.points.count - 1))
      return left + 10 + Double(index) / steps * (right - left - 20)
    }
    func y(_ value: Double) -> Double { bottom - scale.share(value) * (bottom - top) }

    drawing.text(chart.quantity, 0, 12)
    if chart.baseCount > 0, chart.baseCount < chart.points.count {
      let end = x(chart.baseCount - 1) + 5
      drawing.rectangle("base", left, top - 20, end - left, bottom - top + 20)
      drawing.text("limits set on these weeks", left + 6, top - 7, style: "t-dim")
    }
    for tick in scale.ticks {
      drawing.line(tick == scale.lower ? "axis" : "grid", [(left, y(tick)), (right, y(tick))])
      drawing.text(scale.figure(tick), left - 6, y(tick) + 4, anchor: "end")
    }
    if let centre = chart.centre { drawing.line("ctr", [(left, y(centre)), (right, y(centre))]) }
    drawing.line(
      "lim",
      chart.points.enumerated().compactMap { index, point in
        point.upper.map { (x(index), y($0)) }
      }
    )
    drawing.line("ser", chart.points.enumerated().map { (x($0), y($1.value)) })
    let inside = chart.points.enumerated().filter { !$1.isOutside }
    drawing.dots("dots", inside.map { (x($0), y($1.value)) })
    for (index, point) in chart.points.enumerated() where point.isOutside {
      drawing.triangle("out", x(index), y(point.value))
    }
    outsideLabels(chart, &drawing, x: x, y: y)
    if isWide { lineLabels(chart, &drawing, right: right, y: y) }
    weekLabels(chart, &drawing, bottom: bottom, isWide: isWide, x: x)
    return drawing
  }

  /// Week and value over each point beyond the limit, on the side where the line does not run;
  /// where many lie close, of the highest of them, so that no label covers another.
  private static func outsideLabels(
    _ chart: ControlChart,
    _ drawing: inout Drawing,
    x: (Int) -> Double,
    y: (Double) -> Double
  ) {
    let room = 78.0
    let outside = chart.points.indices.filter { chart.points[$0].isOutside }
    let byHeight = outside.sorted {
      (-chart.points[$0].value, -$0) < (-chart.points[$1].value, -$1)
    }
    var placed: [(x: Double, y: Double)] = []
    for index in byHeight {
      let point = chart.points[index]
      let place = (x: x(index), y: max(y(point.value), 32))
      let isCovered = placed.contains {
        abs($0.x - place.x) < room && abs($0.y - place.y) < 15
      }
      guard !isCovered else { continue }
      placed.append(place)
      let comesDown = index > 0 && chart.points[index - 1].value > point.value
      let isAtRight = comesDown || place.x < room + 40
      drawing.text(
        "\(point.label): \(chart.figure(point.value))",
        place.x + (isAtRight ? -4 : 4),
        place.y - 9,
        style: "t-neg",
        anchor: isAtRight ? "start" : "end"
      )
    }
  }

  private static func lineLabels(
    _ chart: ControlChart,
    _ drawing: inout Drawing,
    right: Double,
    y: (Double) -> Double
  ) {
    guard let centre = chart.centre else { return }
    var centreY = y(centre) + 4
    if let upper = chart.points.last?.upper {
      let upperY = y(upper) + 4
      drawing.text("limit \(chart.figure(upper))", right + 6, upperY, style: "t-neg")
      if centreY - upperY < 14 { centreY = upperY + 14 }
    }
    drawing.text("centre \(chart.figure(centre))", right + 6, centreY, style: "t-dim")
  }

  /// Week names and, under them, the reports of each week.
  private static func weekLabels(
    _ chart: ControlChart,
    _ drawing: inout Drawing,
    bottom: Double,
    isWide: Bool,
    x: (Int) -> Double
  ) {
    let count = chart.points.count
    // A week's name takes 30 units, its count 16.
    let width = x(count - 1) - x(0)
    let step = max(1, Int((30 * Double(count) / max(width, 1)).rounded(.up)))
    for index in stride(from: count - 1, through: 0, by: -step) {
      drawing.text(chart.points[index].label, x(index), bottom + 15, anchor: "middle")
    }
    guard isWide, Double(count) * 16 <= width + 16 else { return }
    for (index, point) in chart.points.enumerated() {
      drawing.text(
        String(point.reports),
        x(index),
        bottom + 31,
        style: "t-dim",
        anchor: "middle"
      )
    }
    drawing.text("n", x(0) - 16, bottom + 31, style: "t-dim", anchor: "end")
  }
}
