/// The last weeks of a series in the space of a row, with the last value and the limit written.
///
/// Rows have scales of their own: a spark shows a shape, not a height to compare.
public enum SparkDrawing {
  /// A series of weeks.
  public static func spark(_ chart: ControlChart, width: Double = 232) -> Drawing? {
    guard let last = chart.points.last, chart.points.count > 1 else { return nil }
    let height = 64.0
    let right = width - 62
    var drawing = Drawing(width, height, label: chart.finding)
    let limit = last.upper
    let values = chart.points.map(\.value) + [limit ?? 0, 1]
    let scale = Scale(linear: values)
    func x(_ index: Int) -> Double {
      4 + Double(index) / Double(chart.points.count - 1) * (right - 8)
    }
    func y(_ value: Double) -> Double { 48 - scale.share(value) * 40 }
    drawing.line("axis", [(0, 48), (right, 48)])
    if let centre = chart.centre { drawing.line("ctr", [(0, y(centre)), (right, y(centre))]) }
    drawing.line(
      "lim",
      chart.points.enumerated().compactMap { index, point in
        point.upper.map { (x(index), y($0)) }
      }
    )
    drawing.line("ser", chart.points.enumerated().map { (x($0), y($1.value)) })
    for (index, point) in chart.points.enumerated() where point.isOutside {
      drawing.triangle("out", x(index), y(point.value))
    }
    let figure = chart.figure(last.value)
    let lastY = min(max(y(last.value) + 4, 12), 52)
    drawing.text(figure, right + 6, lastY, style: last.isOutside ? "t-neg" : "t-ink")
    if let limit {
      // Two figures in one place would hide each other.
      var limitY = y(limit) + 4
      if abs(limitY - lastY) < 13 { limitY = lastY + (limitY < lastY ? -13 : 13) }
      if limitY < 10 { limitY = lastY + 13 }
      drawing.text("limit " + chart.figure(limit), right + 6, limitY, style: "t-dim")
    }
    drawing.text(chart.points[0].label, 0, 62, style: "t-dim")
    drawing.text(last.label, right, 62, style: "t-dim", anchor: "end")
    return drawing
  }
}
