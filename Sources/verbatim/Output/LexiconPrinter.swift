import VerbatimPipeline

/// What the `lexicon` commands print.
enum LexiconPrinter {
  /// The counts of a lexicon.
  static func counts(_ counts: LexiconCounts, hash: String) -> [UInt8] {
    var rows = [["file", "single", "phrases", "modifiers", "frames", "above 0", "below 0", "at 0"]]
    for file in counts.files {
      rows.append(
        [
          file.path.split(separator: "/").suffix(3).joined(separator: "/"),
          "\(file.single)", "\(file.phrases)", "\(file.modifiers)", "\(file.frames)",
          "\(file.positive)", "\(file.negative)", "\(file.silent)",
        ]
      )
    }
    var text = table(rows)
    let kinds: [(LexiconEntry.Kind, String)] = [
      (.term, "terms"), (.phrase, "phrases"), (.emoji, "emoji"), (.emoticon, "emoticons"),
    ]
    text += "\n" + kinds.map { "\(counts.kinds[$0.0] ?? 0) \($0.1)" }.joined(separator: ", ")
    let modifiers = Modifier.Kind.allCases.compactMap { kind in
      counts.modifiers[kind].map { "\($0) \(kind.rawValue)" }
    }
    text += "\nmodifiers: " + modifiers.joined(separator: ", ")
    let frames = Frame.Kind.allCases.compactMap { kind in
      counts.frames[kind].map { "\($0) \(kind.rawValue)" }
    }
    text += "\nframes: " + frames.joined(separator: ", ")
    text += "\nlexicon \(hash.prefix(12))\n\nvalence\n"
    let most = max(1, counts.distribution.max() ?? 1)
    for (index, count) in counts.distribution.enumerated() {
      let low = index - 4
      let bar = String(repeating: "#", count: count * 40 / most)
      text += "  \(pad("\(low)", 2)) to \(pad("\(low + 1)", 2))  \(pad("\(count)", 6))  \(bar)\n"
    }
    return Array(text.utf8)
  }

  /// What a lexicon covers.
  static func coverage(_ coverage: LexiconCoverage, top: Int) -> [UInt8] {
    var text = "\n\(coverage.texts) texts, \(coverage.rejected) rejected\n"
    let statuses = Sentiment.Status.allCases.compactMap { status in
      coverage.statuses[status].map { "\(status.rawValue) \($0)" }
    }
    let labels = Sentiment.Label.allCases.compactMap { label in
      coverage.labels[label].map { "\(label.rawValue) \($0)" }
    }
    text +=
      "with an opinion \(percent(coverage.scoredShare)): \(statuses.joined(separator: ", "))\n"
    text += "labels: \(labels.joined(separator: ", "))\n"
    text +=
      "words known \(percent(coverage.knownShare)): \(coverage.known) of \(coverage.tokens); "
      + "\(coverage.hits) hits of entries\n"
    text += "\nunknown words, the most frequent\n"
    for term in coverage.unknownWords(top) {
      text += "  \(pad("\(term.count)", 7))  \(term.term)\n"
    }
    text += "\nentries, by what they move scores\n"
    for term in coverage.weightiestEntries(top) {
      text += "  \(pad(signed(term.contribution), 9))  \(pad("\(term.count)", 7))×  \(term.term)\n"
    }
    return Array(text.utf8)
  }

  /// What differs between two lexicons.
  static func difference(_ difference: LexiconDifference, top: Int) -> [UInt8] {
    var text = ""
    let groups = [
      ("added", difference.added), ("removed", difference.removed), ("changed", difference.changed),
    ]
    for (name, changes) in groups where !changes.isEmpty {
      text += "\(name): \(changes.count)\n"
      for change in changes.prefix(top == 0 ? changes.count : top) {
        let values = [change.old, change.new].compactMap { $0.map(signed) }
        text +=
          "  \(pad(values.joined(separator: " → "), 14))  \(change.term)  (\(change.location))\n"
      }
      if top > 0, changes.count > top {
        text += "  … \(changes.count - top) more; --top 0 lists all\n"
      }
    }
    if difference.changes.isEmpty { text = "no entry differs\n" }
    return Array(text.utf8)
  }

  /// A text that flips.
  static func flip(_ flip: LabelFlip) -> [UInt8] {
    var text = "\n\(flip.location): \(flip.before) → \(flip.after)\n"
    text += "  “\(Console.shown(cut(flip.text, 100)))”\n"
    for cause in flip.causes.prefix(3) {
      text += "  \(pad(signed(cause.effect), 8))  \(cause)\n"
    }
    return Array(text.utf8)
  }

  /// How many texts flip.
  static func flipCounts(_ counts: FlipRun.Counts) -> [UInt8] {
    let share = counts.texts == 0 ? 0 : Double(counts.flips) / Double(counts.texts)
    var rows = [["", "before", "after"]]
    for name in Set(counts.before.keys).union(counts.after.keys).sorted() {
      rows.append([name, "\(counts.before[name] ?? 0)", "\(counts.after[name] ?? 0)"])
    }
    return Array(
      ("\n\(counts.flips) of \(counts.texts) texts flip (\(percent(share))), "
        + "\(counts.rejected) rejected\n" + table(rows)).utf8
    )
  }

  /// What was taken of another lexicon.
  static func imported(_ reading: LexiconImport, to path: String) -> [UInt8] {
    let counts = reading.counts
    var text =
      "\(counts.lines) lines: \(counts.taken) taken as \(counts.rows) rows, "
      + "\(reading.refused.count) refused\n"
    for file in reading.overlay.files {
      let rows = file.bytes.count { $0 == 0x0A } - 1
      text += "  \(path)/\(file.name): \(rows)\n"
    }
    text +=
      "use it with --overlay \(path); compare with: verbatim lexicon diff current \(path) FILE\n"
    return Array(text.utf8)
  }

  /// What stands beside an imported overlay.
  static func importReadme(
    _ reading: LexiconImport,
    _ options: LexiconImport.Options,
    path: String
  ) -> [UInt8] {
    let counts = reading.counts
    let refused = reading.refused.map { "- \($0.location): \($0.message)" }.joined(separator: "\n")
    let text = """
      # \(options.source) as an overlay

      Read from `\(path)` as \(options.kind.rawValue), scale \(options.scale.lowerBound) to \
      \(options.scale.upperBound): \(counts.lines) lines, \(counts.taken) taken as \(counts.rows) \
      rows, \(reading.refused.count) refused. A row here replaces the row of the lexicon for the \
      same term; a row of 0 silences it. The rights in the words are those of their source.

      ## Refused

      \(refused.isEmpty ? "Nothing." : refused)

      """
    return Array(text.utf8)
  }

  // MARK: Parts

  /// Rows with their columns in line, the first to the left, the others to the right.
  static func table(_ rows: [[String]]) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let fill = String(repeating: " ", count: max(0, widths[column] - cell.count))
        line += column == 0 ? cell + fill : "  " + fill + cell
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }

  static func signed(_ value: Double) -> String { value < 0 ? "\(value)" : "+\(value)" }

  static func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  static func cut(_ text: String, _ length: Int) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= length ? line : line.prefix(length - 1) + "…"
  }
}
