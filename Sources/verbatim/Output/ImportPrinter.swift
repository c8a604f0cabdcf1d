import VerbatimPipeline

/// The reconciled summary of an import, for people.
enum ImportPrinter {
  /// The line of a file: what it is, and how its counts add up.
  static func line(_ report: ImportReport) -> String {
    var line = report.path
    if let decision = report.decision {
      line += "  [\(decision.format.rawValue), \(report.encoding ?? "?")]"
    }
    line += "\n    in \(equation(report.counts))"
    if report.isKnown { line += "  (known: the same bytes were imported before)" }
    if report.reasons.total > 0 { line += "\n    " + reasons(report.reasons) }
    if report.isResumed { line += "  (went on where an import was cut short)" }
    return line
  }

  /// `in 5 = 3 signals + 1 duplicate + 1 rejected`, without the first word.
  static func equation(_ counts: ImportCounts) -> String {
    "\(counts.items) = \(counts.signals) signals + \(counts.duplicates) duplicates + "
      + "\(counts.rejected) rejected"
  }

  /// How return-reason codes go with the texts: `return codes 12 agree, 3 disagree (20.0 %), …`.
  private static func reasons(_ tally: ReasonTally) -> String {
    var line = "return codes \(tally.agreeing) agree with the text, \(tally.disagreeing) disagree"
    if let share = tally.disagreement { line += " (\((share * 1000).rounded() / 10) %)" }
    line += ", \(tally.silent) beside no issue"
    let unknown = tally.unknownCodes
    if !unknown.isEmpty {
      let shown = unknown.prefix(8).map {
        "\(Console.shown($0.reason.scheme)) \(Console.shown($0.reason.code)) ×\($0.count)"
      }
      line += "; unknown: " + shown.joined(separator: ", ")
      if unknown.count > shown.count { line += " and \(unknown.count - shown.count) more" }
    }
    return line
  }

  /// The sum over all files.
  static func total(_ reports: [ImportReport]) -> String {
    let sum = reports.reduce(into: ImportCounts()) { sum, report in
      sum.signals += report.counts.signals
      sum.duplicates += report.counts.duplicates
      sum.rejected += report.counts.rejected
    }
    let unusable = reports.filter { $0.failure != nil }.count
    var line = "Total  in \(equation(sum))"
    line += "  from \(reports.count) file\(reports.count == 1 ? "" : "s")"
    if unusable > 0 { line += ", \(unusable) unusable" }
    return line
  }

  /// What share of the store's signals is resolved.
  static func coverage(_ totals: StoreTotals) -> String {
    func share(_ count: Int) -> String {
      guard totals.signals > 0 else { return "–" }
      let tenths = (Double(count) / Double(totals.signals) * 1000).rounded() / 10
      return "\(tenths) %"
    }
    func methods(_ counts: [String: Int], in order: [String]) -> String? {
      let found = order.filter { $0 != "none" }.compactMap { method in
        counts[method].map { "\(method.split(separator: "_").joined(separator: " ")) \(share($0))" }
      }
      return found.isEmpty ? nil : found.joined(separator: ", ")
    }
    var text =
      "Store  \(totals.signals) signals; SKU \(share(totals.withSKU)), supplier "
      + "\(share(totals.withSupplier)), lot \(share(totals.withLot)), sentiment scored "
      + "\(share(totals.scored))"
    let products = ProductResolution.Method.allCases.map(\.rawValue)
    let suppliers = SupplierResolution.Method.allCases.map(\.rawValue)
    let ways = [
      methods(totals.productMethods, in: products).map { "SKU by \($0)" },
      methods(totals.supplierMethods, in: suppliers).map { "supplier by \($0)" },
      totals.lotsInferred > 0 ? "lot likely from dates \(share(totals.lotsInferred))" : nil,
    ]
    let found = ways.compactMap(\.self)
    if !found.isEmpty { text += "\n       " + found.joined(separator: "; ") }
    return text
  }
}
