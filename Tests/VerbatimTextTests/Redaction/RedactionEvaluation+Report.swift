extension RedactionEvaluation {
  /// The table of kinds, the table of languages, and the first misses where they may be read.
  func report(_ title: String, listsMisses: Bool) -> String {
    var lines = ["", "Redaction, \(title): \(textCount) texts"]
    lines.append(Self.row(["kind", "n", "masked", "share", "95 %", "half or more"]))
    let personal = Self.structured + ["address"] + Self.names
    for kind in personal { lines.append(Self.row(kind, count(of: [kind]))) }
    lines.append(Self.row("structured", count(of: Self.structured)))
    lines.append(Self.row(["kept", "n", "changed", "share", "95 %"]))
    for kind in Self.kept { lines.append(Self.row(kind, count(of: [kind]))) }
    lines.append(Self.row("keep:*", count(of: Self.kept)))
    lines.append("texts changed outside every span: \(overmaskedCount)")
    lines.append(
      Self.row(["language", "structured", "address", "name", "mention", "changed of kept"])
    )
    for language in languages {
      let groups = [Self.structured, ["address"], ["name"], ["mention"], Self.kept]
      lines.append(
        Self.row(
          [language]
            + groups.map { group in
              let count = count(of: group, in: language)
              return "\(count.hit)/\(count.all)"
            }
        )
      )
    }
    guard listsMisses else { return lines.joined(separator: "\n") }
    lines.append("the first of \(misses.count) misses:")
    lines += misses.prefix(40).map { "  " + $0 }
    return lines.joined(separator: "\n")
  }

  private static func row(_ kind: String, _ count: Count) -> String {
    let (low, high) = count.interval
    let isKept = kind.hasPrefix("keep:")
    return row([
      kind, "\(count.all)", "\(count.hit)", percent(count.share),
      "\(percent(low)) to \(percent(high))", isKept ? "" : "\(count.half)",
    ])
  }

  private static func row(_ cells: [String]) -> String {
    cells.enumerated().map { column, cell in
      let width = column == 4 ? 20 : 14
      return cell + String(repeating: " ", count: max(1, width - cell.count))
    }.joined()
  }

  /// A share as a percentage with two decimals.
  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    return "\(hundredths / 100).\(NaiveCheckDigits.twoDigits(hundredths % 100)) %"
  }
}
