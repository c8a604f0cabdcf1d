/// Shares of one whole on a track as wide as its column; a hatched part is inferred or unknown.
public enum BarDrawing {
  /// A bar.
  ///
  /// - Parameters:
  ///   - solid: The share that is known, 0 to 1.
  ///   - hatched: The share after it that is inferred.
  ///   - label: The share in words.
  /// - Returns: A drawing that is stretched to its column.
  public static func bar(_ solid: Double, hatched: Double = 0, label: String) -> Drawing {
    var drawing = Drawing(200, 10, label: label, isStretched: true)
    drawing.rectangle("trk", 0, 0, 200, 10)
    let first = min(max(solid, 0), 1) * 200
    drawing.rectangle("bar", 0, 0, first, 10)
    let end = min(first + max(hatched, 0) * 200, 200)
    var x = first + 2
    while x < end {
      drawing.line("hatch", [(x, 0), (x, 10)])
      x += 4
    }
    return drawing
  }
}
