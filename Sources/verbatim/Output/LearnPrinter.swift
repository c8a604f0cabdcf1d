import VerbatimPipeline

/// What `lexicon learn` prints and writes.
enum LearnPrinter {
  /// What was learnt and what it is worth.
  static func summary(_ result: LearnResult, top: Int) -> [UInt8] {
    var text = facts(result).joined(separator: "\n") + "\n"
    for card in result.cards { text += "\n" + Self.card(card) }
    if !result.changes.isEmpty {
      text += "\nentries that change: \(result.changes.count)\n"
      text += changes(result.changes.prefix(top))
      if result.changes.count > top {
        text += "  … \(result.changes.count - top) more in the files\n"
      }
    }
    return Array(text.utf8)
  }

  /// What was read, how it was divided, what was chosen.
  private static func facts(_ result: LearnResult) -> [String] {
    let counts = result.counts
    var lines = [
      "\(counts.read) records, \(counts.unusable) without words or verdict"
        + (result.dates.map { "; \($0.lowerBound) to \($0.upperBound)" } ?? "")
    ]
    for part in result.split { lines.append("held out: \(part)") }
    if counts.copies > 0 {
      lines.append("\(counts.copies) copies of texts learnt from are not measured on")
    }
    lines.append("learnt from: \(sides(counts.training)); \(result.candidates) new terms tried")
    guard let chosen = result.chosen, let asIs = result.trials.first else {
      lines.append(
        "nothing learnt: five folds inside the texts learnt from found nothing better than the "
          + "lexicon as it is"
      )
      return lines
    }
    lines.append(
      "chosen by five folds inside them: λ = \(number(chosen.penalty)), class weights "
        + result.classWeights.map(number).joined(separator: " / ")
        + "; macro-F1 \(number(asIs.macroF1)) → "
        + number(chosen.macroF1)
    )
    return lines
  }

  /// A before/after card.
  static func card(_ card: LearnResult.Card) -> String {
    let unit = card.products.map { "drawn by \($0) articles" } ?? "drawn text by text"
    var rows = [["", "before", "after", "difference, 95 %"]]
    for line in card.lines {
      rows.append(
        [line.title, number(line.before), number(line.after), line.verdict]
      )
    }
    return "\(card.title): \(sides(card.sides)), \(unit)\n" + LexiconPrinter.table(rows)
  }

  private static func changes(_ changes: some Sequence<LearnResult.Change>) -> String {
    changes.map { change in
      let old = change.old.map(LexiconPrinter.signed) ?? "none"
      return "  \(LexiconPrinter.pad("\(old) → \(LexiconPrinter.signed(change.new))", 14))"
        + "  n=\(LexiconPrinter.pad("\(change.count)", 5))  \(change.term)\n"
    }.joined()
  }

  /// What stands beside the overlay.
  static func readme(_ result: LearnResult) -> [UInt8] {
    var text = """
      # Valences learnt from ratings

      An overlay: its rows replace those of the lexicon for the same terms, its new terms are added, \
      a valence of 0 silences. It is in force where `--overlay` names this folder, and nowhere else. \
      Rows may be changed or deleted by hand; `verbatim lexicon check --overlay DIR` checks them.

      ## Where it comes from


      """
    for source in result.sources { text += "- `\(source.path)`, SHA-256 \(source.hash)\n" }
    text += "- lexicon \(result.lexiconHash)\n"
    for fact in facts(result) { text += "- \(fact)\n" }
    text += "\n## What was tried\n\nFive folds inside the texts learnt from, each side counting "
    text += "alike; λ says how strongly the authored valences hold.\n\n"
    text += "| λ | macro-F1 |\n|---|---|\n"
    for trial in result.trials {
      let name = trial.penalty.isInfinite ? "as it is" : number(trial.penalty)
      text += "| \(name) | \(number(trial.macroF1)) |\n"
    }
    text += "\n## What it is worth\n\n"
    for card in result.cards + [result.trainingCard].compactMap(\.self) {
      text += "\(card.title): \(sides(card.sides))\n\n"
      text += "| | before | after | difference, 95 % interval |\n|---|---|---|---|\n"
      for line in card.lines {
        let verdict = line.interval == nil && card == result.trainingCard ? "" : line.verdict
        text += "| \(line.title) | \(number(line.before)) | \(number(line.after)) | \(verdict) |\n"
      }
      text += "\n"
    }
    text +=
      "Labels that flip: \(result.counts.heldOutFlips) of texts held out, "
      + "\(result.counts.trainingFlips) of texts learnt from; all are in `flips.tsv`.\n"
    return Array(text.utf8)
  }

  /// The header of the list of flips.
  static let flipHeader = Array("part\tbefore\tafter\tplace\tcauses\ttext\n".utf8)

  /// A row of the list of flips.
  static func flipRow(_ flip: LabelFlip, isTraining: Bool) -> [UInt8] {
    let causes = flip.causes.prefix(3).map(\.description).joined(separator: "; ")
    let cells = [
      isTraining ? "training" : "held-out", flip.before.description, flip.after.description,
      flip.location.description, causes, LexiconPrinter.cut(flip.text, 200),
    ]
    let row = cells.map { cell in
      Console.shown(cell).replacing("\t", with: " ").replacing("\n", with: " ")
    }
    return Array((row.joined(separator: "\t") + "\n").utf8)
  }

  private static func sides(_ counts: [Int]) -> String {
    "\(counts.reduce(0, +)) texts (\(counts[0]) negative, \(counts[1]) neutral, "
      + "\(counts[2]) positive)"
  }

  private static func number(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000
    return rounded == rounded.rounded() && abs(rounded) < 1e9 ? "\(Int(rounded))" : "\(rounded)"
  }
}
