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
  ///
  /// A series is written in steps from point to point, and a level stretch as one step: the same
  /// line in half the bytes.
  mutating func line(_ style: String, _ points: [(x: Double, y: Double)]) {
    guard points.count > 1 else { return }
    guard points.count > 2 else {
      let places = points.map { "\(Figures.place($0.x)) \(Figures.place($0.y))" }
      return path(style, "M" + places.joined(separator: "L"))
    }
    let corners = Self.corners(points.map { (Figures.tenths($0.x), Figures.tenths($0.y)) })
    var d = "M" + Figures.step(corners[0].x) + " " + Figures.step(corners[0].y)
    for (last, next) in zip(corners, corners.dropFirst()) {
      let (x, y) = (next.x - last.x, next.y - last.y)
      d += y == 0 ? "h\(Figures.step(x))" : "l\(Figures.step(x)) \(Figures.step(y))"
    }
    path(style, d)
  }

  /// Points as one shape, as wide as the style's round pen.
  mutating func dots(_ style: String, _ points: [(x: Double, y: Double)]) {
    guard !points.isEmpty else { return }
    path(
      style,
      points.map { "M" + Figures.place($0.x) + " " + Figures.place($0.y) + "h0" }.joined()
    )
  }

  /// The points at which a line is not level, and its ends.
  private static func corners(_ points: [(x: Int, y: Int)]) -> [(x: Int, y: Int)] {
    var corners: [(x: Int, y: Int)] = []
    for point in points {
      let count = corners.count
      if count > 1, corners[count - 1].y == point.y, corners[count - 2].y == point.y {
        corners[count - 1] = point
      } else {
        corners.append(point)
      }
    }
    return corners
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
