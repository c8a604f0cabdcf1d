public import VerbatimCore

extension IndexSeries {
  /// Writes a point as `satisfaction.index.v1`.
  ///
  /// - Parameters:
  ///   - point: One of the series' points.
  ///   - minimum: From how many customers on there is an index.
  ///   - json: Where to.
  public func write(_ point: IndexPoint, minimum: Int, to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "satisfaction.index.v1")
      segment.write(to: &json)
      json.object("cycle") { json in
        json.field("id", point.cycle.id)
        json.field("start", point.cycle.start.description)
        json.field("end", point.cycle.end.description)
        json.field("complete", point.isComplete)
      }
      json.field("index", point.index.map(Self.shown))
      json.interval("ci95", point.interval)
      json.field("n_customers", point.customers)
      json.field("n_signals", point.signals)
      json.field("minimum", minimum)
      json.object("components") { json in
        json.field("rating", point.component(.rating))
        json.field("nps", point.component(.nps))
        json.field("csat", point.component(.csat))
        json.field("ces", point.component(.ces))
        json.field("text", point.component(.text))
      }
      json.key("nps")
      if let promotion = point.promotion, let value = promotion.value {
        json.object { json in
          json.field("value", Self.shown(value))
          json.field("promoters", promotion.promoters)
          json.field("passives", promotion.passives)
          json.field("detractors", promotion.detractors)
          json.field("margin95", promotion.margin95.map(Self.shown))
        }
      } else {
        json.null()
      }
      json.field("csat", point.satisfied)
      json.field("ces", point.eased)
      json.field("shrinkage", point.shrinkage.map(Self.shown))
      json.field("parent_index", point.parentIndex.map(Self.shown))
      json.field("trend_state", point.state.rawValue)
      json.array("crossing", point.crossings) { json, crossing in
        json.object { json in
          json.field("threshold", crossing.threshold)
          json.field("side", crossing.side?.rawValue)
          json.field("crossing", crossing.crossing.rawValue)
        }
      }
      json.field("delta", point.delta.map(Self.shown))
      json.field("delta_se", point.deltaError.map(Self.shown))
    }
  }

  /// Six digits behind the point: more are the last bits of sums.
  static func shown(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }
}

extension [IndexSeries.Value] {
  /// Writes the segment as the field `segment`.
  func write(to json: inout JSONWriter) {
    json.key("segment")
    json.beginObject()
    for value in self {
      json.key(dynamic: value.dimension)
      json.value(value.value)
    }
    json.endObject()
  }
}

extension IndexPoint {
  /// One part of the index; nil when nobody has it.
  public func component(_ component: SatisfactionComponent) -> Component? {
    components.first { $0.component == component }
  }
}

extension JSONWriter {
  /// Writes an interval as an array of two numbers.
  mutating func interval(_ name: StaticString, _ interval: Bootstrap.Interval?) {
    key(name)
    guard let interval else { return null() }
    array([interval.lower, interval.upper]) { json, end in
      if end.isFinite { json.value(IndexSeries.shown(end)) } else { json.null() }
    }
  }

  fileprivate mutating func field(_ name: StaticString, _ component: IndexPoint.Component?) {
    key(name)
    guard let component else { return null() }
    object { json in
      json.field("mean", IndexSeries.shown(component.mean))
      json.field("n", component.n)
      json.field("weight", IndexSeries.shown(component.weight))
      json.field("coverage", IndexSeries.shown(component.coverage))
      json.field("mapping", component.mapping.rawValue)
    }
  }

  fileprivate mutating func field(_ name: StaticString, _ share: IndexPoint.Share?) {
    key(name)
    guard let share else { return null() }
    object { json in
      json.field("share", IndexSeries.shown(share.value))
      json.field("n", share.n)
      json.array("ci95", [share.interval.lower, share.interval.upper]) { json, end in
        json.value(IndexSeries.shown(end))
      }
    }
  }
}
