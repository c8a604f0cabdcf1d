import VerbatimPipeline

/// Near misses as text and as a table.
struct NearMissPrinter {
  /// The names of issues by code.
  var issueNames: [String: String]

  /// How a look at all reports came out, and among which reports it compared; nil where no placebo
  /// was run.
  static func summary(_ scan: ClusterScan) -> String? {
    guard let placebo = scan.placebo, let expected = placebo.expectedAlerts else { return nil }
    func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    let runs = placebo.runs == 1 ? "1 placebo run" : "\(placebo.runs) placebo runs"
    return "\(scan.testsRun) combinations tested, \(scan.alerts) alerts; chance alone makes "
      + "\(rounded(expected)) in \(runs), at most \(rounded(placebo.upper ?? 0)) "
      + "(\((placebo.shuffledShare * 1000).rounded() / 10) % of the reports shuffled)"
      + (scan.expectedWithin.words.map { "\nExpected counts by \($0)" } ?? "")
  }

  /// The text of a list.
  func text(_ scan: ClusterScan) -> String {
    var lines = Self.summary(scan).map { [$0, ""] } ?? []
    guard !scan.nearMisses.isEmpty else {
      return (lines + ["Nothing nearly was an alert."]).joined(separator: "\n") + "\n"
    }
    for (index, near) in scan.nearMisses.enumerated() {
      let name = issueNames[near.issue] ?? near.issue
      lines.append(
        "\(index + 1). \(near.level.rawValue) \(Console.shown(near.key)) × \(near.issue): \(name)"
      )
      lines.append(
        "   \(near.observed) observed, \(rounded(near.expected)) expected; "
          + "EBGM \(rounded(near.shrunkRatio.geometricMean)), "
          + "EB05 \(rounded(near.shrunkRatio.lower))"
      )
      lines.append("   No alert: \(near.explanation)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rows of a list.
  static func table(_ nearMisses: [NearMiss]) -> [UInt8] {
    var bytes = CSVLine.bytes([
      "level", "key", "issue", "observed", "expected", "ebgm", "eb05", "eb95", "ic025", "q_value",
      "removed", "reasons", "explanation",
    ])
    for near in nearMisses {
      bytes += CSVLine.bytes([
        near.level.rawValue, near.key, near.issue, String(near.observed), String(near.expected),
        String(near.shrunkRatio.geometricMean), String(near.shrunkRatio.lower),
        String(near.shrunkRatio.upper), String(near.ic025), String(near.qValue),
        String(near.removed), near.reasons.map(\.rawValue).joined(separator: " "),
        near.explanation,
      ])
    }
    return bytes
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
