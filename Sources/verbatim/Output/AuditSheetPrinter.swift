import VerbatimPipeline

/// A sample for people.
struct AuditSheetPrinter {
  let sheet: AuditSheet

  /// The strata, what the sample says of all, and who to read.
  var lines: [String] {
    let sample = sheet.sample
    var first = "sample \(sample.id)  seed \(sample.seed)"
    if let at = sample.drawnAt { first += ", drawn \(at)" }
    first += "; \(EvaluationPrinter.grouped(sample.count)) of "
    first += AuditWords.count(sample.population, "conversation")
    if let since = sample.since { first += ", from \(since)" }
    if let until = sample.until { first += ", before \(until)" }
    var table = AlignedTable(["stratum", "eligible", "wanted", "drawn", "each stands for", "read"])
    for (place, stratum) in sample.strata.enumerated() {
      table.add([
        stratum.name, EvaluationPrinter.grouped(stratum.population), "\(stratum.wanted)",
        "\(stratum.signalIDs.count)",
        stratum.weight.map { "\(($0 * 10).rounded() / 10)" } ?? "–",
        "\(sheet.read(inStratum: place))",
      ])
    }
    var lines = [first] + table.lines + ["", "what it says of all of them"]
    lines += sheet.estimates.map(estimate)
    lines += ["", "read these"]
    for member in sheet.members {
      let said = member.reviews.map { "\($0.category) \($0.verdict)" }.joined(separator: ", ")
      let risks = (member.conversation?.risks ?? []).map(\.words).joined(separator: ", ")
      var line = "  \(member.signalID)  \(sample.strata[member.stratum].name)"
      if member.conversation == nil { line += "  not in the store any more" }
      if !risks.isEmpty { line += "  ! \(risks)" }
      if !said.isEmpty { line += "  read: \(said)" }
      lines.append(line)
    }
    return lines
  }

  private func estimate(_ estimate: AuditSheet.Estimate) -> String {
    let name = estimate.measure + (estimate.verdict.map { " \($0)" } ?? "")
    if let gap = estimate.gap { return "  \(name): not known yet, \(gap)" }
    guard let found = estimate.value else { return "  \(name): not known" }
    var line = "  \(name): "
    if estimate.verdict == nil {
      line += AuditWords.mood(found.value)
      line += found.interval.map { " (95 % \(AuditWords.moods($0))" } ?? " (no interval"
    } else {
      line += "\(AuditWords.percent(found.value)) %"
      line +=
        found.interval.map {
          " (95 % \(AuditWords.percent($0.lower))–\(AuditWords.percent($0.upper))"
        } ?? " (no interval"
    }
    line += ", n = \(found.count))"
    return estimate.truth.map { line + "; of all \(AuditWords.mood($0))" } ?? line
  }
}
