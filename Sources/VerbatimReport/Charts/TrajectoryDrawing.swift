/// One row's piece of the course of a conversation: the customer's mood from −1 to 1, left to right.
///
/// The pieces stand under each other, one a turn; the line comes in at the top where the turn before
/// left it. A turn without an opinion has no point, and the line passes it.
public enum TrajectoryDrawing {
  /// The piece of one turn.
  ///
  /// - Parameters:
  ///   - value: The turn's score; nil when it has none or is not the customer's.
  ///   - before: The customer's score before it, nil at the start.
  ///   - after: Whether the line goes on below.
  /// - Returns: A drawing that is stretched to its row.
  public static func piece(value: Double?, before: Double?, after: Bool) -> Drawing {
    let label = value.map { "Mood \(Figures.signed($0))" }
    var drawing = Drawing(100, 100, label: label, isStretched: true)
    // The right of the row is left to the number.
    func x(_ value: Double) -> Double { 40 + min(max(value, -1), 1) * 30 }
    drawing.line("ref", [(x(0), 0), (x(0), 100)])
    if let value {
      if let before { drawing.line("ser", [(x(before), 0), (x(value), 50)]) }
      if after { drawing.line("ser", [(x(value), 50), (x(value), 100)]) }
      // A circle would be drawn out with its row; a round end of a line of no length is not.
      drawing.path(
        value < 0 ? "dot-neg" : "dot-pos",
        "M\(Figures.place(x(value))) 50h0"
      )
    } else if let before, after {
      drawing.line("ser", [(x(before), 0), (x(before), 100)])
    }
    return drawing
  }
}
