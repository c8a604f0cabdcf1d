import VerbatimPipeline

/// Alerts of the detector as CSV, NDJSON or lines for a person.
struct AlertPrinter {
  /// `date,level,key,issue,score`, an alert a line.
  func csv(_ alerts: [DefectAlert]) -> [UInt8] {
    var bytes = CSVLine.bytes(["date", "level", "key", "issue", "score"])
    for alert in alerts {
      bytes += CSVLine.bytes([
        date(alert), alert.level.rawValue, alert.key, alert.issue, String(alert.score),
      ])
    }
    return bytes
  }

  /// An object a line with the fields of the CSV.
  func json(_ alerts: [DefectAlert]) -> [UInt8] {
    var json = JSONWriter()
    for alert in alerts {
      json.beginObject()
      json.field("date", date(alert))
      json.field("level", alert.level.rawValue)
      json.field("key", alert.key)
      json.field("issue", alert.issue)
      json.field("score", alert.score)
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }

  /// A line an alert.
  func text(_ alerts: [DefectAlert]) -> [UInt8] {
    var text = ""
    for alert in alerts {
      text += "\(date(alert))  \(alert.score)  \(alert.level.rawValue) \(alert.key)"
      text += "  \(alert.issue)\n"
    }
    return Array(text.utf8)
  }

  private func date(_ alert: DefectAlert) -> String {
    Instant(seconds: Int64(alert.day) * 86_400, precision: .day).description
  }
}
