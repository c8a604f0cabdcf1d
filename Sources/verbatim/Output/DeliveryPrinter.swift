import VerbatimDelivery
import VerbatimPipeline

/// What was delivered, for people.
enum DeliveryPrinter {
  /// `ADDRESS: 12 taken = 10 new + 2 revised + 0 retracted; 3 sent again`.
  static func line(_ address: String, _ counts: DeliveryCounts) -> String {
    let number = EvaluationPrinter.grouped
    var line =
      "\(address): \(number(counts.taken)) taken = \(number(counts.new)) new + "
      + "\(number(counts.revised)) revised + \(number(counts.retracted)) retracted"
    if counts.retries > 0 { line += "; \(number(counts.retries)) requests sent again" }
    if counts.dead > 0 { line += "; \(number(counts.dead)) dead letters" }
    return line
  }

  /// The warning about dead letters.
  static func warning(of dead: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .signalRefused,
      .warning,
      at: place,
      dead == 1
        ? "1 signal was refused and is a dead letter now"
        : "\(dead) signals were refused and are dead letters now",
      hint: "`verbatim deliver --list-dead` shows why; `--retry-dead` sends them again"
    )
  }

  /// The dead letters as a table.
  static func lines(_ letters: [DeadLetter]) -> [String] {
    var table = AlignedTable(["receiver", "signal", "revision", "tries", "answer"])
    for letter in letters {
      table.add([
        letter.address, letter.signalID, String(letter.revision), String(letter.attempts),
        letter.reason,
      ])
    }
    return table.lines
  }

  /// The line of a file that was written.
  static func line(_ folder: String, _ manifest: SignalsManifest) -> String {
    let number = EvaluationPrinter.grouped
    var line =
      "\(folder)/\(manifest.cycle)/\(SignalsManifest.fileName(manifest.kind)): "
      + "\(number(manifest.signals)) \(manifest.kind == .signal ? "signals" : "alerts")"
    if manifest.retracted > 0 { line += ", \(number(manifest.retracted)) retracted" }
    return line + ", SHA-256 \(manifest.sha256.prefix(12))…"
  }

  /// What an update of a folder did.
  static func line(
    _ folder: String,
    _ report: SignalFolder.Report,
    _ kind: StoredChange.Kind
  ) -> String {
    let number = EvaluationPrinter.grouped
    let counts = report.counts
    return
      "\(folder): \(kind == .signal ? "" : "alerts ")\(number(counts.new)) new, \(number(counts.revised)) revised, "
      + "\(number(counts.retracted)) retracted; \(weeks(report.written.count)) written, "
      + "\(weeks(report.unchanged)) unchanged"
  }

  private static func weeks(_ count: Int) -> String { "\(count) week\(count == 1 ? "" : "s")" }
}
