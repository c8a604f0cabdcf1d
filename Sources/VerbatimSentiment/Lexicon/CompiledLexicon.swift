public import VerbatimCore
public import VerbatimText

/// A sentiment lexicon ready for lookup by word number.
public struct CompiledLexicon: Sendable {
  /// Interns the words of a lexicon before the vocabulary is frozen.
  public struct Builder {
    private let entries: [LexiconEntry]
    private let modifiers: [Modifier]
    private let asking: [String]
    private var phrases = PhraseMatcher.Builder()
    private var phraseEntries: [LexiconEntry] = []
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
      asking = language.words(of: "asks")
      for entry in entries {
        if entry.kind == .emoticon {
          _ = vocabulary.intern(emoticon: entry.term)
        } else {
          _ = vocabulary.intern(entry.term)
        }
      }
      for modifier in modifiers { _ = vocabulary.intern(modifier.word) }
      for word in asking { _ = vocabulary.intern(word) }
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
        modifiers: modifiers,
        asking: asking,
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
    var isContrast = false
    var isConcession = false
    var asks = false
  }

  let valences: [Double]
  let effects: [Effect]
  let phrases: PhraseMatcher
  let phraseValences: [Double]
  private let terms: [WordID: String]
  private let phraseTerms: [String]

  private init(
    entries: [LexiconEntry],
    phraseEntries: [LexiconEntry],
    modifiers: [Modifier],
    asking: [String],
    phrases: PhraseMatcher,
    vocabulary: Vocabulary
  ) {
    var valences = [Double](repeating: 0, count: vocabulary.count)
    var terms: [WordID: String] = [:]
    for entry in entries {
      let id = vocabulary.id(
        of: entry.kind == .emoticon ? entry.term : ICUNormalizer.matchingForm(entry.term)
      )
      guard id != 0 else { continue }
      valences[Int(id)] = entry.valence
      terms[id] = entry.term
    }
    var effects = [Effect](repeating: Effect(), count: vocabulary.count)
    for modifier in modifiers {
      let id = Int(vocabulary.id(of: ICUNormalizer.matchingForm(modifier.word)))
      guard id != 0 else { continue }
      switch modifier.kind {
      case .negator: effects[id].negation = modifier.weight
      case .intensifier, .dampener: effects[id].intensity = modifier.weight
      case .contrast: effects[id].isContrast = true
      case .concession: effects[id].isConcession = true
      case .condition: effects[id].condition = modifier.weight
      case .opener, .joiner, .subject: break
      }
    }
    for word in asking {
      let id = Int(vocabulary.id(of: word))
      if id != 0 { effects[id].asks = true }
    }
    self.valences = valences
    self.terms = terms
    self.effects = effects
    self.phrases = phrases
    phraseValences = phraseEntries.map(\.valence)
    phraseTerms = phraseEntries.map(\.term)
  }

  /// The term behind a word number.
  func term(of id: WordID) -> String { terms[id] ?? "" }

  /// The pattern of a phrase.
  func term(ofPhrase index: Int) -> String { phraseTerms[index] }
}
