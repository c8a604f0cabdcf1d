internal import VerbatimCore

/// Rows to lay over a lexicon, as a folder of files with the lexicon's own names and columns.
public struct LexiconOverlay: Hashable, Sendable {
  /// Terms, phrases, emoji and emoticons; the location is where a row came from.
  public var entries: [LexiconEntry]
  /// Negators, intensifiers, dampeners.
  public var modifiers: [Modifier]

  /// An overlay of rows.
  public init(entries: [LexiconEntry] = [], modifiers: [Modifier] = []) {
    self.entries = entries
    self.modifiers = modifiers
  }

  /// Whether it changes nothing.
  public var isEmpty: Bool { entries.isEmpty && modifiers.isEmpty }

  /// The files, in the order of ``SentimentLexicon/files``, those without a row left out.
  ///
  /// Rows are in the order of the bytes of their terms; valences have at most two decimals.
  public var files: [(name: String, bytes: [UInt8])] {
    SentimentLexicon.files.compactMap { name in
      let rows = name == "modifiers.tsv" ? modifierRows() : entryRows(of: name)
      guard !rows.isEmpty else { return nil }
      let header =
        switch name {
        case "modifiers.tsv": "word\tkind\tweight\tnote"
        case "phrases.tsv": "pattern\tvalence\tnote"
        case "emoji.tsv": "emoji\tvalence\tnote"
        case "emoticons.tsv": "emoticon\tvalence\tnote"
        default: "term\tvalence\tnote"
        }
      return (name, Array(([header] + rows).joined(separator: "\n").utf8) + [0x0A])
    }
  }

  private func entryRows(of name: String) -> [String] {
    entries.filter { Self.file(of: $0) == name }
      .sorted { Array($0.term.utf8).lexicographicallyPrecedes(Array($1.term.utf8)) }
      .map { "\($0.term)\t\(Self.number($0.valence))\t\(Self.cell($0.note))" }
  }

  private func modifierRows() -> [String] {
    modifiers
      .sorted {
        ($0.kind.rawValue, $0.word, $0.weight) < ($1.kind.rawValue, $1.word, $1.weight)
      }
      .map {
        "\($0.word)\t\($0.kind.rawValue)\t\(Self.number($0.weight))\t"
          + Self.cell($0.note)
      }
  }

  /// The file that a row belongs to.
  private static func file(of entry: LexiconEntry) -> String {
    switch entry.kind {
    case .phrase: "phrases.tsv"
    case .emoji: "emoji.tsv"
    case .emoticon: "emoticons.tsv"
    case .term:
      entry.valence > 0
        ? "terms-positive.tsv" : entry.valence < 0 ? "terms-negative.tsv" : "terms-neutral.tsv"
    }
  }

  /// A number with at most two decimals and never −0.
  static func number(_ value: Double) -> String { ((value * 100).rounded() / 100 + 0).description }

  private static func cell(_ text: String) -> String {
    String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
