public import VerbatimCore

extension ComplaintCluster {
  /// Writes the cluster as `cluster.alert.v1`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "cluster.alert.v1")
      json.field("cluster_id", id)
      json.field("level", level.rawValue)
      json.field("key", key)
      json.field("issue", issue)
      json.field("tier", tier.rawValue)
      json.field("direction", direction.rawValue)
      json.field("state", state.rawValue)
      json.field("observed", observed)
      json.field("expected", Self.shown(expected))
      json.field("exposure", exposure)
      json.field("rate", exposure > 0 ? Self.shown(Double(observed) / Double(exposure)) : nil)
      json.array("rate_ci95", [rate.lower, rate.upper]) { $0.value(Self.shown($1)) }
      json.field("ratio", ratio.map(Self.shown))
      shrunkRatio.write(to: &json)
      json.field("ic", Self.shown(ic))
      json.field("ic025", Self.shown(ic025))
      json.field("p_value", pValue)
      json.field("q_value", qValue)
      json.field("tests_run", testsRun)
      json.object("chart") { chart.write(to: &$0) }
      json.field("first_cycle", firstWeek?.description)
      json.field("why_now", whyNow)
      json.array("lots", lots) { json, lot in
        json.object { json in
          json.field("lot", lot.name)
          json.field("count", lot.count)
          json.field("inferred", Self.shown(lot.inferred))
        }
      }
      json.array("skus", skus) { $1.write(to: &$0, as: "sku") }
      json.array("attribution_mix", attributions) { $1.write(to: &$0, as: "attribution") }
      json.array("sources", sources) { $1.write(to: &$0, as: "source") }
      json.array("places", places) { $1.write(to: &$0) }
      json.array("siblings", siblings) { $1.write(to: &$0) }
      json.array("robustness", robustness) { $1.write(to: &$0) }
      json.array("phrases", phrases) { $1.write(to: &$0) }
      json.array("groups", groups) { json, group in
        json.object { json in
          json.field("phrase", group.phrase)
          json.field("count", group.signalIDs.count)
          json.array("signal_ids", group.signalIDs) { $0.value($1) }
        }
      }
      json.field("near_duplicates_removed", nearDuplicatesRemoved)
      json.field("marked_out", markedOut)
      if let life {
        json.key("life")
        life.write(to: &json)
      }
      if let coverage {
        json.object("coverage") { json in
          json.field("sku", Self.shown(coverage.sku))
          json.field("supplier", Self.shown(coverage.supplier))
          json.field("lot", Self.shown(coverage.lot))
        }
      }
      json.field("expected_false_alerts", placebo?.expectedAlerts.map(Self.shown))
      if let placebo { json.object("placebo") { placebo.write(to: &$0) } }
      json.array("evidence", evidence) { $1.write(to: &$0) }
      json.array("signal_ids", signalIDs) { $0.value($1) }
    }
  }

  /// A number to six decimals.
  static func shown(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }
}
