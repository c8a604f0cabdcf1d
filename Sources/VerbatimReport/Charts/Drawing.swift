/// A chart as SVG draws it: shapes in their order, colours by class, so that the sheet serves light,
/// dark and paper.
public struct Drawing: ViewValue {
  /// One shape; exactly one of the parts is there.
  public struct Shape: ViewValue {
    let path: Path?
    let circle: Circle?
    let rectangle: Rectangle?
    let text: Text?
  }

  struct Path: ViewValue {
    let style: String
    let d: String
  }

  struct Circle: ViewValue {
    let style: String
    let x: String
    let y: String
    let r: String
  }

  struct Rectangle: ViewValue {
    let style: String
    let x: String
    let y: String
    let width: String
    let height: String
  }

  struct Text: ViewValue {
    let style: String?
    let x: String
    let y: String
    let anchor: String?
    let text: String
  }

  /// The finding, for those who hear the page; nil for an axis that repeats what stands beside it.
  public let label: String?
  /// When the drawing is shown: `wide`, `narrow`, or nil for always.
  public let style: String?
  let width: String
  let height: String
  /// Whether the drawing is stretched to the width it is given, as a bar is.
  let isStretched: Bool
  private(set) var shapes: [Shape] = []

  init(
    _ width: Double,
    _ height: Double,
    label: String?,
    style: String? = nil,
    isStretched: Bool = false
  ) {
    self.width = Figures.place(width)
    self.height = Figures.place(height)
    self.label = label
    self.style = style
    self.isStretched = isStretched
  }

  /// A line through points; single points make none.
  mutating func line(_ style: String, _ points: [(x: Double, y: Double)]) {
    guard points.count > 1 else { return }
    let d = points.enumerated().map { index, point in
      (index == 0 ? "M" : "L") + Figures.place(point.x) + " " + Figures.place(point.y)
    }
    path(style, d.joined())
  }

  mutating func path(_ style: String, _ d: String) {
    shapes.append(
      Shape(path: Path(style: style, d: d), circle: nil, rectangle: nil, text: nil)
    )
  }

  mutating func dot(_ style: String, _ x: Double, _ y: Double, _ radius: Double) {
    let circle = Circle(
      style: style,
      x: Figures.place(x),
      y: Figures.place(y),
      r: Figures.place(radius)
    )
    shapes.append(Shape(path: nil, circle: circle, rectangle: nil, text: nil))
  }

  /// A triangle around a point, as outside a limit: shape tells it before colour does.
  mutating func triangle(_ style: String, _ x: Double, _ y: Double) {
    path(style, "M\(Figures.place(x)) \(Figures.place(y - 6))l6 10h-12z")
  }

  mutating func rectangle(
    _ style: String,
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ height: Double
  ) {
    let rectangle = Rectangle(
      style: style,
      x: Figures.place(x),
      y: Figures.place(y),
      width: Figures.place(max(0, width)),
      height: Figures.place(max(0, height))
    )
    shapes.append(Shape(path: nil, circle: nil, rectangle: rectangle, text: nil))
  }

  mutating func text(
    _ text: String,
    _ x: Double,
    _ y: Double,
    style: String? = nil,
    anchor: String? = nil
  ) {
    let label = Text(
      style: style,
      x: Figures.place(x),
      y: Figures.place(y),
      anchor: anchor,
      text: text
    )
    shapes.append(Shape(path: nil, circle: nil, rectangle: nil, text: label))
  }
}
