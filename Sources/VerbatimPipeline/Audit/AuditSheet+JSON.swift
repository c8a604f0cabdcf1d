internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

extension AuditSample {
  /// Writes the sample; with a sheet also who was drawn and read.
  func write(to json: inout JSONWriter, sheet: AuditSheet?) {
    json.field("id", id)
    // As text: a seed has 64 bits, more than a JSON number keeps everywhere.
    json.field("seed", "\(seed)")
    json.field("since", since?.description)
    json.field("until", until?.description)
    json.field("drawn_at", drawnAt?.description)
    json.field("population", population)
    json.array("strata", strata.enumerated()) { json, part in
      json.object { json in
        json.field("name", part.element.name)
        json.field("population", part.element.population)
        json.field("wanted", part.element.wanted)
        json.field("drawn", part.element.signalIDs.count)
        json.rounded("inclusion_probability", part.element.inclusionProbability)
        json.rounded("weight", part.element.weight)
        if let sheet { json.field("read", sheet.read(inStratum: part.offset)) }
      }
    }
    guard let sheet else { return }
    json.array("members", sheet.members) { json, member in
      json.object { json in
        json.field("signal_id", member.signalID)
        json.field("stratum", strata[member.stratum].name)
        json.rounded("weight", member.weight)
        json.field("in_store", member.conversation != nil)
        json.array("reviews", member.reviews) { json, review in
          json.object { review.write(to: &$0) }
        }
      }
    }
  }
}

extension AuditSheet.Estimate {
  func write(to json: inout JSONWriter) {
    json.field("measure", measure)
    json.field("verdict", verdict)
    json.rounded("value", value?.value)
    json.interval("ci95", value?.interval)
    json.rounded("standard_error", value?.standardError)
    json.field("n", value?.count)
    json.field("gap", gap)
    json.rounded("all", truth)
  }
}

extension AuditAgreement {
  func write(to json: inout JSONWriter) {
    json.field("category", category.rawValue)
    json.field("weighting", category.weighting.rawValue)
    json.field("conversations", conversations)
    json.field("people", people)
    json.rounded("kappa", kappa)
    json.interval("ci95", interval)
    json.field("gap", gap?.rawValue)
    json.key("unweighted")
    if let unweighted {
      json.object { json in
        json.rounded("kappa", unweighted.value)
        json.rounded("standard_error", unweighted.standardError)
        json.interval("ci95", unweighted.interval)
        json.rounded("observed", unweighted.observed)
        json.rounded("expected", unweighted.expected)
      }
    } else {
      json.null()
    }
    json.array("classes", classes) { $0.value($1) }
    json.array("table", classes.indices) { json, row in
      json.array(classes.indices) { $0.value(table[row, $1]) }
    }
    json.field("outside", outside)
    json.field("undecided", undecided)
    json.array("unread", unread) { $0.value($1) }
  }
}
