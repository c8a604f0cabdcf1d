public import VerbatimCore
internal import VerbatimText

/// The sentiment lexicon of one language as its files say it.
public struct SentimentLexicon: Sendable {
  /// The files that make up a lexicon, with the columns of each.
  public static let files = [
    "terms-positive.tsv", "terms-negative.tsv", "terms-neutral.tsv", "phrases.tsv", "emoji.tsv",
    "emoticons.tsv", "modifiers.tsv", "frames.tsv",
  ]

  /// Terms, phrases, emoji and emoticons.
  public internal(set) var entries: [LexiconEntry] = []
  /// Negators, intensifiers and the words that divide clauses.
  public internal(set) var modifiers: [Modifier] = []
  /// Turns of phrase that change how what stands around them is meant.
  public internal(set) var frames: [Frame] = []
  /// What is wrong with the files, by line; a faulty line is left out.
  public internal(set) var diagnostics: [Diagnostic] = []
  private let isOverlay: Bool

  /// An empty lexicon.
  public init() { self.init(isOverlay: false) }

  init(isOverlay: Bool) { self.isOverlay = isOverlay }

  /// Takes in one file, known by its name.
  public mutating func read(name: String, path: String, bytes: [UInt8]) throws(Diagnostic) {
    switch name {
    case "modifiers.tsv": try readModifiers(path: path, bytes: bytes)
    case "frames.tsv": try readFrames(path: path, bytes: bytes)
    case "phrases.tsv": try readEntries(.phrase, "pattern", path: path, bytes: bytes)
    case "emoji.tsv": try readEntries(.emoji, "emoji", path: path, bytes: bytes)
    case "emoticons.tsv": try readEntries(.emoticon, "emoticon", path: path, bytes: bytes)
    default: try readEntries(.term, "term", path: path, bytes: bytes)
    }
  }

  private mutating func readEntries(
    _ kind: LexiconEntry.Kind,
    _ column: String,
    path: String,
    bytes: [UInt8]
  ) throws(Diagnostic) {
    var seen = Set(entries.filter { $0.kind == kind }.map(\.term))
    let table = try TableFile(path: path, bytes: bytes, columns: [column, "valence", "note"])
    for row in table.rows {
      guard let valence = valence(row[1], at: row.location),
        isNew(row[0], in: &seen, at: row.location)
      else { continue }
      entries.append(
        LexiconEntry(
          term: row[0],
          kind: kind,
          valence: valence,
          note: row[2],
          location: row.location
        )
      )
    }
  }

  /// The number of a cell; nil, and said, when it is no valence.
  private mutating func valence(_ cell: String, at location: SourceLocation) -> Double? {
    if let valence = Double(cell), abs(valence) <= 4 { return valence }
    diagnostics.append(
      Diagnostic(
        .lexiconLine,
        at: location,
        "`\(cell)` is no valence",
        hint: "write a number from -4 to 4"
      )
    )
    return nil
  }

  /// Whether a term stands here for the first time; said when it does not.
  private mutating func isNew(
    _ term: String,
    in seen: inout Set<String>,
    at location: SourceLocation
  ) -> Bool {
    if seen.insert(term).inserted { return true }
    diagnostics.append(
      Diagnostic(.termTwice, .warning, at: location, "`\(term)` stands twice")
    )
    return false
  }

  private mutating func readModifiers(path: String, bytes: [UInt8]) throws(Diagnostic) {
    let table = try TableFile(
      path: path,
      bytes: bytes,
      columns: ["word", "kind", "weight", "note"]
    )
    for row in table.rows {
      guard let kind = Modifier.Kind(rawValue: row[1]) else {
        let known = Modifier.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            .lexiconLine,
            at: row.location,
            "`\(row[1])` is no kind of modifier",
            hint: "one of \(known)"
          )
        )
        continue
      }
      let weight = row[2].isEmpty && !kind.hasWeight ? 0 : Double(row[2])
      guard let weight, weight.isFinite, weight != 0 || !kind.hasWeight || isOverlay else {
        diagnostics.append(
          Diagnostic(
            .lexiconLine,
            at: row.location,
            "`\(row[2])` is no weight of a \(kind.rawValue)",
            hint: "write a number other than 0, with a full stop"
          )
        )
        continue
      }
      modifiers.append(
        Modifier(
          word: row[0],
          kind: kind,
          weight: weight,
          note: row[3],
          location: row.location
        )
      )
    }
  }

  private mutating func readFrames(path: String, bytes: [UInt8]) throws(Diagnostic) {
    let table = try TableFile(
      path: path,
      bytes: bytes,
      columns: ["kind", "pattern", "valence", "note"]
    )
    var seen = Set(frames.map(\.pattern))
    for row in table.rows {
      guard let kind = Frame.Kind(rawValue: row[0]) else {
        let known = Frame.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            .lexiconLine,
            at: row.location,
            "`\(row[0])` is no kind of frame",
            hint: "one of \(known)"
          )
        )
        continue
      }
      guard let valence = row[2].isEmpty ? 0 : valence(row[2], at: row.location),
        isNew(row[1], in: &seen, at: row.location)
      else { continue }
      frames.append(
        Frame(
          pattern: row[1],
          kind: kind,
          valence: valence,
          note: row[3],
          location: row.location
        )
      )
    }
  }
}
