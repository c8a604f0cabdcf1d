public import VerbatimCore

extension ClusterLife {
  /// Writes the life as an object; every field, null where there is nothing.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("since", since.map(Self.printed))
      json.field("by", lastDecision?.by)
      json.field("snoozed_until", snoozedUntil.map(Self.printed))
      json.key("corrective_action")
      if let correction { correction.write(to: &json) } else { json.null() }
      json.array("history", transitions) { $1.write(to: &$0) }
    }
  }
}

extension ClusterLife.Transition {
  /// Writes the transition as an object.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("day", ClusterLife.printed(day))
      json.field("state", state.rawValue)
      json.field("action", decision?.action.rawValue)
      json.field("by", decision?.by)
      json.field("verdict", decision?.verdict?.rawValue)
      json.field("reason", decision?.reason)
      json.field("note", note)
    }
  }
}

/// Six digits behind the point are more than any count of customers can tell.
private func shown(_ value: Double) -> Double { (value * 1_000_000).rounded() / 1_000_000 }

extension FixVerification.Share {
  fileprivate func write(to json: inout JSONWriter) {
    json.field("count", count)
    json.field("exposure", exposure)
    json.field("rate", rate.map(shown))
  }
}

extension ClusterLife.Correction {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("effective", ClusterLife.printed(effective))
      json.array("lots", decision.lots) { $0.value($1) }
      json.field("verdict", verification.verdict.rawValue)
      json.object("before") { verification.before.write(to: &$0) }
      json.object("after") { verification.after.write(to: &$0) }
      json.field("change", (verification.change?.value).map(shown))
      if let change = verification.change {
        json.array("change_ci95", [change.lower, change.upper]) { $0.value(shown($1)) }
      } else {
        json.field("change_ci95", nil as Double?)
      }
      json.field("still_needed", verification.stillNeeded)
    }
  }
}
