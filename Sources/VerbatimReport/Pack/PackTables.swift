internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

/// The tables of a pack as CSV that a spreadsheet opens without harm.
enum PackTables {
  /// One row a report, in order of time.
  static func reports(_ material: PackMaterial) -> [UInt8] {
    var bytes = CSVLine.bytes([
      "number", "signal_id", "date", "kind", "sku", "supplier", "lot_stated", "issue", "tier",
      "modality", "attribution", "confidence", "part", "bytes", "quote", "text",
    ])
    for (index, row) in material.rows.enumerated() {
      bytes += CSVLine.bytes([
        String(index + 1), row.report.signalID,
        row.report.eventTime.map { String($0.description.prefix(10)) } ?? "",
        row.report.kind.rawValue, row.report.sku ?? "", row.report.supplier ?? "",
        row.report.lot ?? "", row.issue.code, row.issue.tier.rawValue,
        row.issue.modality.rawValue, row.issue.attribution.rawValue,
        String(row.issue.confidence), row.issue.part?.description ?? "",
        row.ranges.map { "\($0.start)-\($0.end)" }.joined(separator: " "),
        row.issue.quote ?? "", row.text ?? "",
      ])
    }
    return bytes
  }

  /// One row a lot; what is not known is empty.
  static func lots(_ material: PackMaterial) -> [UInt8] {
    var bytes = CSVLine.bytes([
      "lot", "reports_stated", "reports_inferred", "reports_in_cluster", "units_received",
      "reports_per_1000_units", "per_1000_low95", "per_1000_high95",
    ])
    for lot in material.lots {
      bytes += CSVLine.bytes([
        lot.id, String(lot.stated), String(lot.inferred), String(material.cluster.observed),
        lot.units.map { String($0) } ?? "", lot.perThousand.map { String($0.value) } ?? "",
        lot.perThousand.map { String($0.lower) } ?? "",
        lot.perThousand.map { String($0.upper) } ?? "",
      ])
    }
    return bytes
  }
}
