internal import VerbatimCore
internal import VerbatimText

extension TextSource {
  /// What was lost in conversion so far; nil when nothing was.
  var encodingDamage: Diagnostic? {
    if replacements == 0, lostBefore > 0 {
      return Diagnostic(
        .encodingDamaged,
        .warning,
        at: SourceLocation(file: path),
        "\(lostBefore) characters are U+FFFD in the file itself: they were lost before it was written",
        hint: "export again from where the text is still right"
      )
    }
    guard replacements > 0 else { return nil }
    return Diagnostic(
      .encodingDamaged,
      .warning,
      at: SourceLocation(file: path),
      "\(replacements) sequences of bytes have no meaning in \(encoding.name); each was read as U+FFFD",
      hint: "export the file again as UTF-8"
    )
  }
}
