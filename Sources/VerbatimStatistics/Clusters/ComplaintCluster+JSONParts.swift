internal import VerbatimCore

extension GammaMixturePosterior {
  /// Writes EBGM and its interval as fields of the object at hand.
  func write(to json: inout JSONWriter) {
    json.field("ebgm", ComplaintCluster.shown(geometricMean))
    json.field("eb05", ComplaintCluster.shown(lower))
    json.field("eb95", ComplaintCluster.shown(upper))
  }
}

extension ComplaintCluster.Count {
  func write(to json: inout JSONWriter, as key: StaticString) {
    json.object { json in
      json.field(key, name)
      json.field("count", count)
    }
  }
}

extension ComplaintCluster.Chart {
  func write(to json: inout JSONWriter) {
    json.field("method", method.rawValue)
    json.array("points", points) { json, point in
      json.object { json in
        json.field("week", point.week.description)
        json.field("count", point.count)
        json.field("exposure", point.exposure)
        json.field("value", point.value.map(ComplaintCluster.shown))
      }
    }
    json.field("centre", centre.map(ComplaintCluster.shown))
    json.array("upper", points) { json, point in
      if let upper = point.upper {
        json.value(ComplaintCluster.shown(upper))
      } else {
        json.null()
      }
    }
    let weeks = baseline.flatMap { $0.isEmpty ? nil : $0 }
    json.field("baseline_from", weeks.map { points[$0.lowerBound].week.description })
    json.field("baseline_to", weeks.map { points[$0.upperBound - 1].week.description })
    json.field("signal_at", signalAt?.description)
    json.field("note", note)
  }
}

extension ComplaintCluster.Place {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("level", level.rawValue)
      json.field("key", key)
      json.field("observed", observed)
      json.field("expected", ComplaintCluster.shown(expected))
      json.field("score", ComplaintCluster.shown(score))
    }
  }
}

extension ComplaintCluster.Sibling {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("sku", sku)
      json.field("observed", observed)
      json.field("expected", ComplaintCluster.shown(expected))
      shrunkRatio.write(to: &json)
      json.field("standing", standing.rawValue)
    }
  }
}

extension ComplaintCluster.Recount {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("without", omission.rawValue)
      json.field("detail", detail)
      json.field("observed", observed)
      json.field("expected", ComplaintCluster.shown(expected))
      shrunkRatio.write(to: &json)
      json.field("is_alert", isAlert)
    }
  }
}

extension ComplaintCluster.Phrase {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("phrase", words)
      json.field("count", count)
      json.field("texts", texts)
      json.field("elsewhere", elsewhere)
      json.field("others", others)
      json.field("z", ComplaintCluster.shown(z))
    }
  }
}

extension ComplaintCluster.Evidence {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("signal_id", signalID)
      json.field("event_time", eventTime?.description)
      json.field("part", part)
      json.field("start", range.start)
      json.field("end", range.end)
      json.field("modality", modality.rawValue)
      json.field("attribution", attribution.rawValue)
      json.field("confidence", ComplaintCluster.shown(confidence))
      json.field("source", source.isEmpty ? nil : source)
      json.field("quote", quote)
      json.array("copies", copies) { json, copy in
        json.object { json in
          json.field("signal_id", copy.signalID)
          json.field("source", copy.source.isEmpty ? nil : copy.source)
        }
      }
    }
  }
}

extension PlaceboOutcome {
  func write(to json: inout JSONWriter) {
    json.field("runs", runs)
    json.field("alerts", alerts)
    json.field("runs_with_alert", runsWithAlert)
    json.field("lower95", lower.map(ComplaintCluster.shown))
    json.field("upper95", upper.map(ComplaintCluster.shown))
    json.field("shuffled_share", ComplaintCluster.shown(shuffledShare))
    json.field("seed", Int(clamping: seed))
  }
}
