public import VerbatimCore
internal import VerbatimText

/// The files that vaderSentiment reads: words with their valence, emoji with their description.
///
/// Both are tables without a header, UTF-8, with tabs between the columns: `word`, `valence`, and
/// whatever follows; `emoji`, `description`. The user brings them. They are read as
/// vaderSentiment 3.3.2 reads them: blanks at the ends of a line fall away, the last of several
/// lines for one word counts, capitals are kept, so that a word with one is never found, and an
/// emoji of several code points is never found either.
public struct VaderLexicon: Sendable {
  var table = VaderTable()
  private(set) var emoji = VaderEmoji()

  /// How many words have a valence.
  public private(set) var termCount = 0

  /// The largest valence, in size: beyond it a sum could overflow.
  static let largest = 1_000_000.0

  /// Reads a lexicon.
  ///
  /// - Parameters:
  ///   - path: What the lexicon is called in a message.
  ///   - bytes: Its bytes.
  ///   - emojiPath: What the table of emoji is called in a message.
  ///   - emojiBytes: Its bytes; nothing for a lexicon without emoji.
  /// - Throws: ``Diagnostic`` `V3001` at the first line that is not UTF-8, has fewer than two
  ///   columns, or has no finite valence, and when no line has a word.
  public init(
    path: String,
    bytes: [UInt8],
    emojiPath: String = "",
    emojiBytes: [UInt8] = []
  ) throws(Diagnostic) {
    let rows = try Self.rows(path, bytes, hint: "it takes a word, a tab and a valence, such as 1.9")
    for row in rows {
      let valence = try Self.valence(row)
      table.update(Array(row.key.utf8)) { entry in
        entry.valence = valence
        entry.isTerm = true
      }
    }
    termCount = table.count
    guard termCount > 0 else {
      throw Diagnostic(
        .lexiconLine,
        at: SourceLocation(file: path),
        "the lexicon has no word",
        hint: "--vader-lexicon takes the vader_lexicon.txt of vaderSentiment"
      )
    }
    let hint = "it takes an emoji, a tab and its description"
    for row in try Self.rows(emojiPath, emojiBytes, hint: hint) {
      emoji.add(row.key, row.value)
    }
    addRuleWords()
  }

  // MARK: Lines

  private struct Row {
    var key: Substring
    var value: Substring
    var location: SourceLocation
  }

  private static func rows(
    _ path: String,
    _ bytes: [UInt8],
    hint: String
  ) throws(Diagnostic) -> [Row] {
    var rows: [Row] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let location = SourceLocation(file: path, line: number)
      guard let text = String(validating: line, as: UTF8.self) else {
        throw Diagnostic(
          .lexiconLine,
          at: location,
          "the line is not UTF-8",
          hint: "save the file as UTF-8"
        )
      }
      let stripped = PythonString.strip(text[...]).utf8
      if stripped.isEmpty { continue }
      guard let tab = stripped.firstIndex(of: UInt8(ascii: "\t")) else {
        throw Diagnostic(.lexiconLine, at: location, "the line has one column", hint: hint)
      }
      let rest = stripped[stripped.index(after: tab)...]
      let end = rest.firstIndex(of: UInt8(ascii: "\t")) ?? rest.endIndex
      rows.append(
        Row(
          key: Substring(stripped[..<tab]),
          value: Substring(rest[..<end]),
          location: location
        )
      )
    }
    return rows
  }

  private static func valence(_ row: Row) throws(Diagnostic) -> Double {
    guard let value = PythonString.float(row.value), abs(value) <= largest else {
      throw Diagnostic(
        .lexiconLine,
        at: row.location,
        "`\(row.value)` is no valence",
        hint: "VADER's own lie from -4 to 4; any number from -1000000 to 1000000 is read"
      )
    }
    return value
  }

  // MARK: Rules

  /// Adds the words of the rules to those of the file.
  private mutating func addRuleWords() {
    for word in VaderRules.boosters {
      table.update(Array(word.utf8)) { $0.boost = VaderRules.boost }
    }
    for word in VaderRules.dampeners {
      table.update(Array(word.utf8)) { $0.boost = -VaderRules.boost }
    }
    for word in VaderRules.negators { table.update(Array(word.utf8)) { $0.isNegator = true } }
    for word in VaderWord.allCases where word != .other {
      table.update(Array(word.spelling.utf8)) { $0.word = word }
    }
  }
}
