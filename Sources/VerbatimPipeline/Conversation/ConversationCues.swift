internal import VerbatimCore
internal import VerbatimText

/// The cues of conversations, compiled with a vocabulary and a tokeniser of their own.
///
/// They share nothing with the engine that scores: neither a new cue nor a word of an agent can move
/// a customer's score.
struct ConversationCues: Sendable {
  /// Words that decide whether a cue counts, by what they do.
  enum Word: String, CaseIterable, Sendable {
    /// Turns what follows: "don't".
    case negator
    /// Begins a statement of its own, which a negator before it does not reach: "I".
    case subject
    /// Ends a negator's reach: "until".
    case barrier
    /// Lets a negator reach into the next statement: "I don't *think* I will".
    case opinion
    /// Makes what is said depend on the other side: "if".
    case condition
    /// Whom the speaker speaks to: "you".
    case listener
    /// Puts a promise after something that is still to come: "once".
    case sequence
    /// No promise at all but something usual: "usually".
    case habit
  }

  /// The columns of every cue list.
  static let columns = ["kind", "use", "pattern", "options"]
  /// The words and their file.
  static let wordFile = (name: "en/conversation/words.tsv", columns: ["kind", "words"])

  let cues: [Cue]
  let matcher: PhraseMatcher
  let tokenizer: Tokenizer
  /// What is wrong with the lists; faulty lines are left out.
  let diagnostics: [Diagnostic]
  private let words: [Word: Set<WordID>]

  /// Reads the lists; nil where a lexicon has none.
  ///
  /// - Throws: `V3001` when a header is wrong.
  init?(_ files: EngineFiles, language: PhraseLanguage) throws(Diagnostic) {
    guard files.files[Self.wordFile.name] != nil else { return nil }
    var vocabulary = Vocabulary.Builder()
    for row in try files.table("en/spellings.tsv", ["variant", "form"]).rows {
      vocabulary.alias(row[0], of: row[1])
    }
    var builder = PhraseMatcher.Builder()
    var cues: [Cue] = []
    var diagnostics: [Diagnostic] = []
    for list in Cue.List.allCases where files.files[list.file] != nil {
      for row in try files.table(list.file, Self.columns).rows {
        do throws(Diagnostic) {
          let cue = try Self.cue(row, of: list)
          do throws(PhrasePattern.Failure) {
            builder.add(try language.pattern(row[2]), to: &vocabulary)
          } catch {
            throw Diagnostic(.patternMalformed, at: row.location, error.description)
          }
          cues.append(cue)
        } catch {
          diagnostics.append(error)
        }
      }
    }
    var listed: [(kind: Word, words: [String])] = []
    for row in try files.table(Self.wordFile.name, Self.wordFile.columns).rows {
      do throws(Diagnostic) {
        let kind: Word = try Self.named(row, 0, "is no kind of word")
        let words = row[1].split(separator: " ").map(String.init)
        for word in words { _ = vocabulary.intern(word) }
        listed.append((kind, words))
      } catch {
        diagnostics.append(error)
      }
    }
    let frozen = vocabulary.freeze()
    var words: [Word: Set<WordID>] = [:]
    for item in listed {
      words[item.kind, default: []].formUnion(item.words.map { frozen.id(of: $0) })
    }
    self.cues = cues
    self.diagnostics = diagnostics
    self.words = words
    matcher = builder.freeze(
      frozen,
      barriers: listed.filter { $0.kind == .negator }.flatMap(\.words),
      common: ["i", "you", "we", "to", "the", "a", "it", "is", "will", "have", "be"]
    )
    tokenizer = Tokenizer(
      vocabulary: frozen,
      clauseOpeners: [],
      clauseJoiners: [],
      subjects: []
    )
  }

  /// Whether a word does something.
  func isWord(_ id: WordID, _ kind: Word) -> Bool { words[kind]?.contains(id) ?? false }

  private static func cue(_ row: TableFile.Row, of list: Cue.List) throws(Diagnostic) -> Cue {
    let use: Cue.Use = try named(row, 1, "is no use")
    let isOutcome = use == .done || use == .received || use == .missing
    guard use == .veto || isOutcome == (list == .outcomes) else {
      throw Diagnostic(
        .lexiconLine,
        at: row.location,
        "`\(row[1])` is no use in this list",
        hint: list == .outcomes ? "one of done, received, missing, veto" : "one of match, veto"
      )
    }
    if let kinds = list.kinds, !kinds.contains(row[0]), use != .veto || row[0] != Cue.List.anyKind {
      throw Diagnostic(
        .lexiconLine,
        at: row.location,
        "`\(row[0])` is no kind of this list",
        hint: "one of \(kinds.sorted().joined(separator: ", "))"
      )
    }
    var options: Set<Cue.Option> = []
    for name in row[3].split(separator: " ") {
      guard let option = Cue.Option(rawValue: String(name)) else {
        throw Diagnostic(
          .lexiconLine,
          at: row.location,
          "`\(name)` is no option",
          hint: "one of \(Cue.Option.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      options.insert(option)
    }
    return Cue(list: list, kind: row[0], use: use, options: options)
  }

  private static func named<Name: RawRepresentable<String> & CaseIterable>(
    _ row: TableFile.Row,
    _ column: Int,
    _ fault: String
  ) throws(Diagnostic) -> Name {
    if let name = Name(rawValue: row[column]) { return name }
    throw Diagnostic(
      .lexiconLine,
      at: row.location,
      "`\(row[column])` \(fault)",
      hint: "one of \(Name.allCases.map(\.rawValue).joined(separator: ", "))"
    )
  }
}
