import VerbatimPipeline

/// The life of a cluster as text: what people decided and what followed.
enum LifePrinter {
  /// A state for people: `corrective action`.
  static func name(_ state: ComplaintCluster.State) -> String {
    state.rawValue.split(separator: "_").joined(separator: " ")
  }

  /// The state on a card: since when, by whom, and what becomes of the corrective action.
  static func lines(_ life: ClusterLife) -> [String] {
    var line = name(life.state)
    if let until = life.snoozedUntil { line += " until \(day(until))" }
    if let since = life.since { line += " since \(day(since))" }
    var lines = [line]
    if let last = life.lastDecision {
      let reason = last.reason.map { ": \(Console.shown($0))" } ?? ""
      lines[0] += "; \(Console.shown(last.by)) decided `\(last.action.rawValue)`\(reason)"
    }
    if let correction = life.correction {
      lines.append(
        "corrective action from \(day(correction.effective)) on: "
          + correction.verification.summary
      )
    }
    return lines
  }

  /// The whole log of a cluster.
  static func text(_ history: ClusterHistory) -> String {
    var lines = ["\(Console.shown(history.identity.description)): \(name(history.life.state))"]
    if let cluster = history.cluster { lines.append("  now: \(cluster.whyNow)") }
    for transition in history.life.transitions {
      var line = "  \(day(transition.day))  \(name(transition.state))  \(transition.note)"
      if let decision = transition.decision {
        line += "  [\(Console.shown(decision.by))]"
        if let reason = decision.reason { line += " “\(Console.shown(reason))”" }
      }
      lines.append(line)
    }
    if let correction = history.life.correction {
      lines.append(
        "  since \(day(correction.effective)): \(correction.verification.summary)"
      )
    }
    for mark in history.marks {
      var line = "  \(mark.at)  \(mark.signalID)  \(mark.finding.rawValue)"
      line += mark.counts ? "  counts" : "  marked out"
      line += "  [\(Console.shown(mark.by))]"
      if let reason = mark.reason { line += " “\(Console.shown(reason))”" }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }

  /// What a mark has changed: the counts, and whether it is still an alert.
  static func text(before: ClusterHistory, after: ClusterHistory) -> String {
    guard let old = before.cluster else { return text(after) }
    let name = Console.shown(after.identity.description)
    guard let new = after.cluster else {
      return "\(name): \(old.observed) → 0 reports; nothing is left of it"
    }
    var line = "\(name): \(old.observed) → \(new.observed) reports"
    line += ", EB05 \(hundredths(old.shrunkRatio.lower)) → \(hundredths(new.shrunkRatio.lower)): "
    if new.tier.isHazard { return line + "a hazard; a person decides" }
    let finder = ClusterFinder()
    let isAlert =
      new.observed >= finder.minimumCount && new.shrunkRatio.lower >= finder.alertRatio
      && new.qValue <= finder.falseDiscoveryRate
    guard isAlert else { return line + "no alert" }
    // Within a tenth of the threshold.
    let isBare = new.shrunkRatio.lower < finder.alertRatio * 1.1
    return line + "still an alert" + (isBare ? ", barely: it takes 2" : "")
  }

  static func day(_ number: Int) -> String {
    Instant(seconds: Int64(number) * 86_400, precision: .day).description
  }

  private static func hundredths(_ value: Double) -> String {
    String((value * 100).rounded() / 100)
  }
}
