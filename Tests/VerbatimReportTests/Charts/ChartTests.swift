import Testing
import VerbatimReport
import VerbatimStatistics

@Suite("Charts")
struct ChartTests {

  /// A drawing as SVG.
  private static func svg(_ drawing: Drawing) throws -> String {
    try SharedRenderer.get().html(drawing, by: "drawing")
  }

  private static func chart(_ values: [Double], upper: Double? = 5) -> ControlChart {
    ControlChart(
      quantity: "Reports a week",
      points: values.enumerated().map { index, value in
        ControlChart.Point(
          label: "W\(10 + index)",
          value: value,
          upper: upper,
          isOutside: upper.map { value > $0 } ?? false,
          reports: Int(value)
        )
      },
      centre: 1.5,
      baseCount: 8,
      method: "c-chart",
      digits: 1
    )
  }

  /// Every number of a drawing's shapes.
  private static func places(_ svg: String) -> [Double] {
    svg.matches(of: /\s(?:x|y|cx|cy)="(-?[0-9.]+)"/).compactMap { Double($0.output.1) }
  }

  @Test(
    "of control are drawn in two widths, each within its frame",
    arguments: [1, 2, 8, 16, 52, 120]
  )
  func frames(weeks: Int) throws {
    let chart = Self.chart((0..<weeks).map { Double($0 % 7) })
    for (drawing, width, height) in [
      (ControlChartDrawing.wide(chart), 760.0, 300.0),
      (ControlChartDrawing.narrow(chart), 358.0, 250.0),
    ] {
      let svg = try Self.svg(drawing)
      #expect(svg.contains("viewBox=\"0 0 \(Int(width)) \(Int(height))\""))
      #expect(Self.places(svg).allSatisfy { (0...width).contains($0) })
      #expect(!svg.contains("nan") && !svg.contains("inf"))
    }
  }

  /// Where a path of steps ends.
  private static func end(_ path: Substring) -> (x: Double, y: Double) {
    var place = (x: 0.0, y: 0.0)
    for step in path.matches(of: #/([Mlh])(-?[0-9.]+)(?: (-?[0-9.]+))?/#) {
      let (x, y) = (Double(step.output.2) ?? 0, step.output.3.flatMap { Double($0) } ?? 0)
      place = step.output.1 == "M" ? (x, y) : (place.x + x, place.y + y)
    }
    return place
  }

  @Test("draw a line in steps that end where its last week stands", arguments: [9, 52, 156])
  func steps(weeks: Int) throws {
    let svg = try Self.svg(
      ControlChartDrawing.wide(Self.chart((0..<weeks).map { Double($0 * $0 % 5) }, upper: 9))
    )
    let line = try #require(svg.firstMatch(of: #/class="ser" d="([^"]*)"/#)).output.1
    let dots = try #require(svg.firstMatch(of: #/class="dots" d="([^"]*)"/#)).output.1
    #expect(dots.matches(of: #/M/#).count == weeks)
    let (last, end) = (Self.end(dots), Self.end(line))
    #expect(abs(last.x - end.x) < 1e-6 && abs(last.y - end.y) < 1e-6)
    // A level stretch is one step.
    let level = try Self.svg(
      ControlChartDrawing.wide(Self.chart([Double](repeating: 0, count: weeks)))
    )
    let flat = try #require(level.firstMatch(of: #/class="ser" d="([^"]*)"/#)).output.1
    #expect(flat.wholeMatch(of: #/M[0-9.]+ [0-9.]+h[0-9.]+/#) != nil)
  }

  @Test("of control mark each week beyond the limit with a triangle, and name it")
  func outside() throws {
    let svg = try Self.svg(ControlChartDrawing.wide(Self.chart([0, 1, 2, 0, 1, 2, 1, 0, 9, 14])))
    #expect(svg.matches(of: /<path class="out"/).count == 2)
    #expect(svg.contains(">W18: 9<") && svg.contains(">W19: 14<"))
    #expect(svg.contains("Beyond it: W18 at 9, W19 at 14."))
  }

  @Test(
    "that are all the same, all zero or without a limit say so and do not fail",
    arguments: [
      [0, 0, 0, 0, 0, 0, 0, 0], [3, 3, 3, 3, 3, 3, 3, 3],
    ]
  )
  func flat(values: [Double]) throws {
    let chart = Self.chart(values, upper: nil)
    #expect(chart.finding.hasSuffix("No week lies beyond it."))
    #expect(try Self.svg(ControlChartDrawing.wide(chart)).contains("<polyline") == false)
    #expect(SparkDrawing.spark(chart) != nil)
    #expect(SparkDrawing.spark(Self.chart([1])) == nil)
  }

  @Test("carry their finding for those who hear the page, and hide what only repeats")
  func labels() throws {
    let scale = Scale(ratiosUpTo: [0.6, 6.53])
    let bar = IntervalDrawing.bar(4.25, 2.63, 6.53, scale: scale, width: 216, label: "EBGM 4.25")
    #expect(try Self.svg(bar).contains("role=\"img\" aria-label=\"EBGM 4.25\""))
    #expect(try Self.svg(IntervalDrawing.axis(scale, width: 216)).contains("aria-hidden=\"true\""))
  }

  @Test("put estimate and ends in order on the shared axis: seeded")
  func order() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<100 {
      let ends = (0..<3).map { _ in Double(random.next() % 4000) / 100 + 0.01 }.sorted()
      let svg = try Self.svg(
        IntervalDrawing.bar(
          ends[1],
          ends[0],
          ends[2],
          scale: Scale(ratiosUpTo: ends),
          width: 216,
          label: ""
        )
      )
      let line = try #require(svg.firstMatch(of: /class="iv" d="M([0-9.]+) 11L([0-9.]+) 11"/))
      let dot = try #require(svg.firstMatch(of: /cx="([0-9.]+)"/))
      let places = try [line.output.1, dot.output.1, line.output.2].map {
        try #require(Double($0))
      }
      #expect(places == places.sorted())
      #expect(places.allSatisfy { (0...216).contains($0) })
    }
  }
}
