import VerbatimPipeline

/// How right the issues are, for people.
struct IssueEvaluationPrinter {
  var evaluation: IssueEvaluation

  /// The measures with their intervals.
  func measures(_ bootstrap: Bootstrap) -> [String] {
    var table = AlignedTable(["", "value", "95 %", "of"])
    for line in evaluation.lines(bootstrap) {
      table.add([
        line.measure.rawValue, EvaluationPrinter.number(line.value),
        line.interval.map {
          "\(EvaluationPrinter.number($0.lower))…\(EvaluationPrinter.number($0.upper))"
        } ?? "–",
        EvaluationPrinter.grouped(line.count),
      ])
    }
    return table.lines
  }

  /// What modality met what.
  var modalities: [String] {
    confusion("modality", Issue.Modality.allCases.map(\.rawValue), evaluation.modalities)
  }

  /// What attribution met what.
  var attributions: [String] {
    confusion("attribution", Issue.Attribution.allCases.map(\.rawValue), evaluation.attributions)
  }

  private func confusion(_ title: String, _ names: [String], _ cells: ConfusionTable) -> [String] {
    var table = AlignedTable(["\(title): people ↓  engine →"] + names + ["all"])
    for row in names.indices where cells.count(ofRow: row) > 0 {
      table.add(
        ["  " + names[row]] + names.indices.map { String(cells[row, $0]) }
          + [String(cells.count(ofRow: row))]
      )
    }
    return table.lines
  }

  /// How each leaf fares.
  var leaves: [String] {
    var table = AlignedTable(
      ["leaf", "both", "missed", "wrong", "F1", "modality right", "look-alikes hit"]
    )
    for leaf in evaluation.leaves {
      let sum = 2 * leaf.hits + leaf.missed + leaf.wrong
      table.add([
        leaf.code, String(leaf.hits), String(leaf.missed), String(leaf.wrong),
        EvaluationPrinter.number(sum == 0 ? nil : Double(2 * leaf.hits) / Double(sum)),
        String(leaf.sameModality), String(leaf.lookalikes),
      ])
    }
    return table.lines
  }

  /// The texts that are not right, with what is wrong about each.
  var misses: [String] {
    evaluation.rows.filter { !$0.isRight }.flatMap { row in
      var lines = ["\(row.gold.location): \(Console.shown(row.gold.text))"]
      lines += row.missed.map {
        "    missed     \($0.code)/\($0.tier.rawValue) \($0.modality.rawValue) "
          + $0.attribution.rawValue
      }
      lines += row.wrong.map { "    wrong      \(Self.told($0))" }
      for (claim, issue) in row.pairs {
        if claim.modality != issue.modality {
          lines.append("    modality   \(Self.told(issue)), not \(claim.modality.rawValue)")
        }
        if claim.attribution != issue.attribution {
          lines.append("    fault      \(Self.told(issue)), not \(claim.attribution.rawValue)")
        }
      }
      lines += row.lookalikesHit.map { "    look-alike \($0)" }
      if row.days != row.gold.days {
        func told(_ days: Int?) -> String { days.map(String.init) ?? "none" }
        lines.append("    days       \(told(row.days)), not \(told(row.gold.days))")
      }
      return lines
    }
  }

  private static func told(_ issue: Issue) -> String {
    "\(issue.code)/\(issue.tier.rawValue) \(issue.modality.rawValue) "
      + "\(issue.attribution.rawValue) “\(Console.shown(issue.evidence?.quote ?? ""))”"
  }
}
