public import VerbatimCore
public import VerbatimText

/// A sentiment lexicon ready for lookup by word number.
public struct CompiledLexicon: Sendable {
  /// Interns the words of a lexicon before the vocabulary is frozen.
  public struct Builder {
    private let entries: [LexiconEntry]
    private let modifiers: [Modifier]
    /// Words whose part in a sentence is told by a class.
    private let classes: [(role: Roles, words: [String])]
    private var phrases = PhraseMatcher.Builder()
    private var phraseEntries: [LexiconEntry] = []
    private var frames: [Frame] = []
    /// Patterns that do not parse.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Reads the phrases and interns every word.
    public init(
      _ lexicon: SentimentLexicon,
      language: PhraseLanguage,
      vocabulary: inout Vocabulary.Builder
    ) {
      entries = lexicon.entries.filter { $0.kind != .phrase }
      modifiers = lexicon.modifiers
      classes = [
        (.asks, language.words(of: "asks")), (.writer, language.words(of: "writer")),
        (.affirms, language.words(of: "yes")), (.determiner, ["no", "none", "neither", "nothing"]),
      ]
      for entry in entries {
        if entry.kind == .emoticon {
          _ = vocabulary.intern(emoticon: entry.term)
        } else {
          _ = vocabulary.intern(entry.term)
        }
      }
      for modifier in modifiers { _ = vocabulary.intern(modifier.word) }
      for word in classes.flatMap(\.words) { _ = vocabulary.intern(word) }
      for entry in lexicon.entries where entry.kind == .phrase {
        do throws(PhrasePattern.Failure) {
          let pattern = try language.pattern(entry.term)
          phrases.add(pattern, to: &vocabulary)
          phraseEntries.append(entry)
        } catch {
          diagnostics.append(
            Diagnostic(.patternMalformed, at: entry.location, error.description)
          )
        }
      }
      // After the phrases: a pattern's number tells which it is.
      for frame in lexicon.frames {
        do throws(PhrasePattern.Failure) {
          phrases.add(try language.pattern(frame.pattern), to: &vocabulary)
          frames.append(frame)
        } catch {
          diagnostics.append(
            Diagnostic(.patternMalformed, at: frame.location, error.description)
          )
        }
      }
    }

    /// The lexicon over a vocabulary that holds every word of it.
    ///
    /// - Parameters:
    ///   - vocabulary: The vocabulary the words were interned in.
    ///   - common: Words so frequent in any text that no phrase should hang on them.
    /// - Returns: A lexicon that is immutable and can be shared.
    public func freeze(_ vocabulary: Vocabulary, common: [String] = []) -> CompiledLexicon {
      CompiledLexicon(
        entries: entries,
        phraseEntries: phraseEntries,
        frames: frames,
        modifiers: modifiers,
        classes: classes,
        phrases: phrases.freeze(
          vocabulary,
          barriers: modifiers.filter { $0.kind == .negator }.map(\.word),
          common: common
        ),
        vocabulary: vocabulary
      )
    }
  }

  /// What a modifier does, by word number.
  struct Effect: Sendable {
    var negation = 0.0
    var intensity = 0.0
    var condition = 0.0
  }

  /// What a word can do, as bits: most words can do nothing, and two bytes stay in the nearest cache.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt16
    static let polar = Roles(rawValue: 1)
    static let negator = Roles(rawValue: 2)
    static let intensity = Roles(rawValue: 4)
    static let condition = Roles(rawValue: 8)
    static let contrast = Roles(rawValue: 16)
    static let concession = Roles(rawValue: 32)
    static let asks = Roles(rawValue: 64)
    static let writer = Roles(rawValue: 128)
    static let affirms = Roles(rawValue: 256)
    static let determiner = Roles(rawValue: 512)
  }

  let roles: [Roles]
  let valences: [Double]
  let effects: [Effect]
  /// The phrases, then the frames.
  let phrases: PhraseMatcher
  /// By pattern number; a frame's own valence after those of the phrases.
  let phraseValences: [Double]
  /// The kinds of the frames: those of the patterns from `firstFrame` on.
  let frameKinds: [Frame.Kind]
  let firstFrame: Int
  private let terms: [WordID: String]
  private let phraseTerms: [String]

  private init(
    entries: [LexiconEntry],
    phraseEntries: [LexiconEntry],
    frames: [Frame],
    modifiers: [Modifier],
    classes: [(role: Roles, words: [String])],
    phrases: PhraseMatcher,
    vocabulary: Vocabulary
  ) {
    var roles = [Roles](repeating: [], count: vocabulary.count)
    var valences = [Double](repeating: 0, count: vocabulary.count)
    var terms: [WordID: String] = [:]
    for entry in entries {
      let id = vocabulary.id(
        of: entry.kind == .emoticon ? entry.term : ICUNormalizer.matchingForm(entry.term)
      )
      guard id != 0 else { continue }
      valences[Int(id)] = entry.valence
      if entry.valence == 0 { roles[Int(id)].remove(.polar) } else { roles[Int(id)].insert(.polar) }
      terms[id] = entry.term
    }
    var effects = [Effect](repeating: Effect(), count: vocabulary.count)
    for modifier in modifiers {
      let id = Int(vocabulary.id(of: ICUNormalizer.matchingForm(modifier.word)))
      guard id != 0 else { continue }
      switch modifier.kind {
      case .negator:
        effects[id].negation = modifier.weight
        roles[id].insert(.negator)
      case .intensifier, .dampener:
        effects[id].intensity = modifier.weight
        roles[id].insert(.intensity)
      case .contrast: roles[id].insert(.contrast)
      case .concession: roles[id].insert(.concession)
      case .condition:
        effects[id].condition = modifier.weight
        roles[id].insert(.condition)
      case .opener, .joiner, .subject: break
      }
    }
    for (role, words) in classes {
      for word in words {
        let id = Int(vocabulary.id(of: word))
        if id != 0 { roles[id].insert(role) }
      }
    }
    self.roles = roles
    self.valences = valences
    self.terms = terms
    self.effects = effects
    self.phrases = phrases
    phraseValences = phraseEntries.map(\.valence) + frames.map(\.valence)
    phraseTerms = phraseEntries.map(\.term) + frames.map(\.pattern)
    frameKinds = frames.map(\.kind)
    firstFrame = phraseEntries.count
  }

  /// The term behind a word number.
  func term(of id: WordID) -> String { terms[id] ?? "" }

  /// The pattern of a phrase or a frame.
  func term(ofPhrase index: Int) -> String { phraseTerms[index] }
}
