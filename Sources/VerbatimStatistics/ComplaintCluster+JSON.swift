public import VerbatimCore

extension ComplaintCluster {
  /// Writes the cluster as `cluster.alert.v1`.
  public func write(to json: inout JSONWriter) {
    func shown(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }
    json.object { json in
      json.field("type", "cluster.alert.v1")
      json.field("cluster_id", id)
      json.field("level", level.rawValue)
      json.field("key", key)
      json.field("issue", issue)
      json.field("tier", tier.rawValue)
      json.field("direction", "negative")
      json.field("state", state.rawValue)
      json.field("observed", observed)
      json.field("expected", shown(expected))
      json.field("exposure", exposure)
      json.field("rate", exposure > 0 ? shown(Double(observed) / Double(exposure)) : nil)
      json.array("rate_ci95", [rate.lower, rate.upper]) { $0.value(shown($1)) }
      json.field("ratio", ratio.map(shown))
      json.field("ebgm", shown(shrunkRatio.geometricMean))
      json.field("eb05", shown(shrunkRatio.lower))
      json.field("eb95", shown(shrunkRatio.upper))
      json.field("ic", shown(ic))
      json.field("ic025", shown(ic025))
      json.field("p_value", pValue)
      json.field("q_value", qValue)
      json.field("tests_run", testsRun)
      json.object("chart") { json in
        json.field("method", "weekly_counts")
        json.array("points", weeks) { json, point in
          json.object { json in
            json.field("week", point.week.description)
            json.field("count", point.count)
          }
        }
      }
      json.field("first_cycle", firstWeek?.description)
      json.field("why_now", whyNow)
      json.array("lots", lots) { $1.write(to: &$0, as: "lot") }
      json.array("skus", skus) { $1.write(to: &$0, as: "sku") }
      json.field("near_duplicates_removed", nearDuplicatesRemoved)
      if let coverage {
        json.object("coverage") { json in
          json.field("sku", shown(coverage.sku))
          json.field("supplier", shown(coverage.supplier))
          json.field("lot", shown(coverage.lot))
        }
      }
      json.array("evidence", evidence) { json, item in
        json.object { json in
          json.field("signal_id", item.signalID)
          json.field("event_time", item.eventTime?.description)
          json.field("part", item.part)
          json.field("start", item.range.start)
          json.field("end", item.range.end)
          json.field("modality", item.modality.rawValue)
          json.field("quote", item.quote)
        }
      }
    }
  }
}

extension ComplaintCluster.Count {
  fileprivate func write(to json: inout JSONWriter, as key: StaticString) {
    json.object { json in
      json.field(key, name)
      json.field("count", count)
    }
  }
}
