internal import VerbatimCore

extension ConformanceSet {
  /// One segment's index over six weeks, `index.ndjson`: each state of a trend, crossings of a
  /// threshold, and a week with too few customers.
  public static var index: [ConformanceCase] {
    [
      week(
        "stable",
        "The first week: there is nothing to compare with, so `delta` is null.",
        GoldenWeek(43, index: 71.2, customers: 120)
      ),
      week(
        "wobble1",
        "One drop by more than chance and the least that matters.",
        GoldenWeek(44, .wobble1, index: 65.1, delta: -6.1, customers: 131)
      ),
      week(
        "wobble2",
        "The second drop in a row, and 60 is crossed downwards: this is the one to act on.",
        GoldenWeek(45, .wobble2, index: 58.8, delta: -6.3, customers: 118, .crossedDown, "below")
      ),
      week(
        "crossed up",
        "Above the threshold again and back inside, for one week: the wobble is not over.",
        GoldenWeek(46, .wobble2, index: 69.4, delta: 10.6, customers: 125, .crossedUp)
      ),
      week(
        "recovered",
        "The second week back inside.",
        GoldenWeek(47, .recovered, index: 69.9, delta: 0.5, customers: 122)
      ),
      week(
        "insufficient",
        "18 customers and 30 needed: `index` is null, which is not 0 and not a drop.",
        GoldenWeek(48, .insufficient, index: nil, customers: 18)
      ),
    ]
  }

  private enum State: String { case stable, wobble1, wobble2, recovered, insufficient }

  private enum Crossing: String {
    case crossedDown = "crossed_down"
    case crossedUp = "crossed_up"
    case unchanged
  }

  /// What tells the weeks apart.
  private struct GoldenWeek {
    var number: Int
    var state: State
    var index: Double?
    var delta: Double?
    var customers: Int
    var crossing: Crossing
    var side: String

    init(
      _ number: Int,
      _ state: State = .stable,
      index: Double?,
      delta: Double? = nil,
      customers: Int,
      _ crossing: Crossing = .unchanged,
      _ side: String = "above"
    ) {
      self.number = number
      self.state = state
      self.index = index
      self.delta = delta
      self.customers = customers
      self.crossing = crossing
      self.side = side
    }
  }

  private static func week(
    _ name: String,
    _ expects: String,
    _ week: GoldenWeek
  ) -> ConformanceCase {
    // 19 October 2026 begins W43.
    let monday = Int64(1_792_368_000 + (week.number - 43) * 7 * 86_400)
    func day(_ days: Int64) -> String {
      Instant(seconds: monday + days * 86_400, precision: .day).description
    }
    var json = JSONWriter()
    json.object { json in
      json.field("type", "satisfaction.index.v1")
      json.object("segment") { $0.field("category", "kitchen") }
      json.object("cycle") { json in
        json.field("id", "2026-W\(week.number)")
        json.field("start", day(0))
        json.field("end", day(6))
        json.field("complete", true)
      }
      json.field("index", week.index)
      json.key("ci95")
      if let index = week.index {
        json.array([index - 2.5, index + 2.5]) { $0.value(($1 * 10).rounded() / 10) }
      } else {
        json.null()
      }
      json.field("n_customers", week.customers)
      json.field("n_signals", week.customers + 9)
      json.field("minimum", 30)
      json.object("components") { json in
        component("rating", of: week, customers: week.customers, &json)
        json.key("nps")
        json.null()
        json.key("csat")
        json.null()
        json.key("ces")
        json.null()
        component("text", of: week, customers: week.customers / 2, &json)
      }
      json.key("nps")
      json.null()
      json.key("csat")
      json.null()
      json.key("ces")
      json.null()
      json.field("shrinkage", week.index == nil ? nil : 0.1)
      json.field("parent_index", 70.4)
      json.field("trend_state", week.state.rawValue)
      json.array("crossing", [60]) { json, threshold in
        json.object { json in
          json.field("threshold", threshold)
          json.field("side", week.side)
          json.field("crossing", week.crossing.rawValue)
        }
      }
      json.field("delta", week.delta)
      json.field("delta_se", week.delta == nil ? nil : 1.8)
    }
    return ConformanceCase(name, expects: expects, json: json.bytes)
  }

  private static func component(
    _ name: StaticString,
    of week: GoldenWeek,
    customers: Int,
    _ json: inout JSONWriter
  ) {
    json.object(name) { json in
      json.field("mean", week.index ?? 55)
      json.field("n", customers)
      json.field("weight", 1)
      json.field("coverage", Double(customers) / Double(week.customers))
      json.field("mapping", "linear")
    }
  }
}
