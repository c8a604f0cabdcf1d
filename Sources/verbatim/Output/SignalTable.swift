import VerbatimPipeline

/// A signal as a row of a table: what an analyst filters by.
struct SignalTable {
  static let columns = [
    "signal_id", "event_time", "kind", "file", "line", "sku", "product", "supplier", "lot",
    "status", "compound", "label", "severity", "issues", "quotes",
  ]

  private let reader = JSONReader()

  /// The fields of a signal's JSON, in the order of `columns`.
  func row(_ json: [UInt8]) -> [String] {
    guard let signal = try? reader.parse(json) else { return [] }
    func text(_ path: String...) -> String {
      var value: JSONValue? = signal
      for name in path { value = value?[name] }
      return value?.scalarText ?? ""
    }
    let issues = signal["issues"]?.elements ?? []
    return [
      text("signal_id"), text("event_time"), text("source", "kind"), text("source", "file"),
      text("source", "position", "line"), text("product", "sku"), text("product", "name"),
      text("supplier", "id"), text("lot", "id"), text("sentiment", "status"),
      text("sentiment", "compound"), text("sentiment", "label"), text("severity"),
      issues.compactMap { issue in
        issue["code"]?.string.map { "\($0) \(issue["modality"]?.string ?? "")" }
      }.joined(separator: "; "),
      issues.compactMap { $0["evidence"]?["quote"]?.string }.joined(separator: " | "),
    ]
  }
}
