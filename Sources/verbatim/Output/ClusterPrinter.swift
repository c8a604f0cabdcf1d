import VerbatimPipeline

/// Complaint clusters as text: the finding first, then the numbers, then the customers' words.
struct ClusterPrinter {
  /// How many quotes a cluster shows.
  var quotes = 3
  /// The names of issues by code.
  var issueNames: [String: String]
  /// The passage around a quote.
  var passage: (ComplaintCluster.Evidence) throws -> String

  /// The text of a list of clusters.
  func text(_ clusters: [ComplaintCluster]) throws -> String {
    guard !clusters.isEmpty else {
      return "No cluster: nothing is reported beyond chance, and no hazard.\n"
    }
    return try clusters.enumerated().map { try card($0 + 1, $1) }.joined(separator: "\n")
  }

  private func card(_ number: Int, _ cluster: ComplaintCluster) throws -> String {
    var lines = [
      "\(number). [\(mark(of: cluster))] \(cluster.level.rawValue) \(cluster.key) × \(name(of: cluster))"
    ]
    lines.append("   \(cluster.whyNow)")
    if let life = cluster.life { lines += LifePrinter.lines(life).map { "   " + $0 } }
    if !cluster.tier.isHazard || cluster.observed >= 3 {
      lines.append(
        "   \(cluster.observed) of \(cluster.exposure) reports about it, "
          + "95 % \(percent(cluster.rate.lower)) to \(percent(cluster.rate.upper)); "
          + "first week \(cluster.firstWeek?.description ?? "unknown")"
      )
    }
    lines += ClusterEvidenceLines(cluster).lines
    if cluster.markedOut > 0 {
      lines.append("   Marked out by people: \(cluster.markedOut)")
    }
    for item in cluster.evidence.prefix(quotes) {
      let date = item.eventTime.map { String($0.description.prefix(10)) } ?? "no date"
      let note = item.modality == .actual ? "" : " (\(item.modality.rawValue))"
      lines.append("   \(date)  “\(Console.shown(try passage(item)))”\(note)  \(item.signalID)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func mark(of cluster: ComplaintCluster) -> String {
    let state = LifePrinter.name(cluster.state)
    guard cluster.tier.isHazard else { return state }
    let hazard = "HAZARD \(cluster.tier.rawValue)"
    return cluster.life == nil ? hazard : "\(hazard), \(state)"
  }

  private func name(of cluster: ComplaintCluster) -> String {
    guard cluster.direction == .negative else { return "praise: \(Console.shown(cluster.issue))" }
    return "\(cluster.issue): \(issueNames[cluster.issue] ?? cluster.issue)"
  }

  private func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }
}
