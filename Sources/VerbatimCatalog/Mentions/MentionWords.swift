public import VerbatimCore
public import VerbatimText

/// The words that tell what a mention of an article is worth: data that a person edits.
public struct MentionWords: Sendable {
  /// The files under the lexicons, with their columns.
  public static let files: [(name: String, columns: [String])] = [
    ("en/products/common-words.tsv", ["word"]),
    ("en/products/mention-roles.tsv", ["side", "role", "pattern"]),
    ("languages/lot-cues.tsv", ["word", "kind"]),
  ]

  /// A phrase that gives a mention beside it a role.
  struct Cue: Sendable {
    var isBefore: Bool
    var role: Mention.Role
    var pattern: PhrasePattern
  }

  /// Words that are no evidence of an article by themselves, folded.
  public private(set) var common: Set<String> = []
  /// Words that say nothing at all, folded ("the").
  private(set) var function: Set<String> = []
  private(set) var cues: [Cue] = []
  private(set) var lotCues: [String: LotCue.Kind] = LotCue.standard
  /// What is wrong with the files; faulty rows are left out.
  public private(set) var diagnostics: [Diagnostic] = []

  /// No words: every name counts as it stands.
  public init() {}

  /// Reads the three files, in the order of ``files``.
  ///
  /// - Parameters:
  ///   - tables: The tables.
  ///   - functionWords: Further words that are no evidence.
  ///   - language: The forms of words that patterns may name.
  public init(_ tables: [TableFile], functionWords: [String], language: PhraseLanguage) {
    for row in tables[0].rows { common.insert(ICUNormalizer.matchingForm(row[0])) }
    for word in functionWords { function.insert(ICUNormalizer.matchingForm(word)) }
    for row in tables[1].rows {
      guard let role = Mention.Role(rawValue: row[1]), role != .subject,
        row[0] == "before" || row[0] == "after"
      else {
        note(
          row.location,
          "`\(row[0])`, `\(row[1])`: the sides are before and after, the roles "
            + "comparison, former and other"
        )
        continue
      }
      do throws(PhrasePattern.Failure) {
        let pattern = try PhrasePattern(parsing: row[2], language: language)
        cues.append(Cue(isBefore: row[0] == "before", role: role, pattern: pattern))
      } catch {
        note(row.location, error.description)
      }
    }
    for row in tables[2].rows {
      guard let kind = LotCue.Kind(rawValue: row[1]) else {
        note(row.location, "`\(row[1])` is no kind; one of plain, strict, filler")
        continue
      }
      lotCues[ICUNormalizer.matchingForm(row[0])] = kind
    }
  }

  private mutating func note(_ location: SourceLocation, _ message: String) {
    diagnostics.append(Diagnostic(.lexiconLine, at: location, message))
  }

  /// Whether a name is one common word, maybe with words that say nothing around it ("The One").
  func isCommon(_ words: [String]) -> Bool {
    var meaningful = 0
    for word in words where !function.contains(word) {
      guard common.contains(word) else { return false }
      meaningful += 1
    }
    return meaningful <= 1
  }

  /// Whether a word names nothing by itself.
  func isEmpty(_ word: String) -> Bool { common.contains(word) || function.contains(word) }
}
