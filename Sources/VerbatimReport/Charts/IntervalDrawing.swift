/// Estimates with their intervals on an axis that a column shares.
public enum IntervalDrawing {
  /// The axis for the head of the column; one tick may stand out, such as an alert's threshold.
  public static func axis(_ scale: Scale, width: Double, emphasis: Double? = nil) -> Drawing {
    var drawing = Drawing(width, 16, label: nil)
    for (index, tick) in scale.ticks.enumerated() {
      let anchor = index == 0 ? "start" : index == scale.ticks.count - 1 ? "end" : "middle"
      drawing.text(
        scale.figure(tick),
        place(tick, scale, width),
        12,
        style: tick == emphasis ? "t-ink" : nil,
        anchor: anchor
      )
    }
    return drawing
  }

  /// An estimate between its ends.
  ///
  /// - Parameters:
  ///   - estimate: Drawn as a dot.
  ///   - lower: The lower end.
  ///   - upper: The upper end.
  ///   - scale: The axis of the column.
  ///   - width: The column's width.
  ///   - label: The estimate in words.
  ///   - threshold: Drawn dashed: what an alert needs.
  ///   - reference: Drawn dotted: what all have.
  ///   - before: An open dot: the same a cycle ago.
  /// - Returns: A drawing of one row.
  public static func bar(
    _ estimate: Double,
    _ lower: Double,
    _ upper: Double,
    scale: Scale,
    width: Double,
    label: String,
    threshold: Double? = nil,
    reference: Double? = nil,
    before: Double? = nil
  ) -> Drawing {
    var drawing = Drawing(width, 22, label: label)
    if let reference {
      let x = place(reference, scale, width)
      drawing.line("ref", [(x, 0), (x, 22)])
    }
    if let threshold {
      let x = place(threshold, scale, width)
      drawing.line("thr", [(x, 0), (x, 22)])
    }
    let ends = (place(lower, scale, width), place(upper, scale, width))
    drawing.line("iv", [(ends.0, 11), (ends.1, 11)])
    drawing.line("iv", [(ends.0, 7), (ends.0, 15)])
    drawing.line("iv", [(ends.1, 7), (ends.1, 15)])
    if let before { drawing.dot("open", place(before, scale, width), 11, 3.5) }
    drawing.dot("pt", place(estimate, scale, width), 11, 4)
    return drawing
  }

  /// Leaves room for half a dot at either end.
  private static func place(_ value: Double, _ scale: Scale, _ width: Double) -> Double {
    4 + scale.share(value) * (width - 8)
  }
}
