public import VerbatimCore
public import VerbatimText

/// What the reader of a lexicon cannot see row by row: rows that contradict each other, and rows
/// that no text can reach.
public struct LexiconLint {
  /// The findings, by file and line.
  public private(set) var findings: [Diagnostic] = []

  /// A row with its number.
  private struct Seen {
    var term: String
    var valence: Double
    var location: SourceLocation
  }

  private let language: PhraseLanguage
  private let spellings: [String: String]
  private var shape = TermShape()
  private var known: [String: Bool] = [:]

  /// Looks through the sentiment files of a lexicon or of an overlay.
  ///
  /// - Parameters:
  ///   - files: The files, by their names, in the order of ``SentimentLexicon/files``.
  ///   - language: What `~` and `@` mean in phrases.
  ///   - spellings: Other spellings with the forms they stand for.
  /// - Throws: `V3001` when a file's header is wrong.
  /// - Complexity: O(*n*) in the rows and the forms of their words.
  public init(
    _ files: [(name: String, path: String, bytes: [UInt8])],
    language: PhraseLanguage,
    spellings: [(variant: String, form: String)] = []
  ) throws(Diagnostic) {
    self.language = language
    self.spellings = Dictionary(
      spellings.map {
        (ICUNormalizer.matchingForm($0.variant), ICUNormalizer.matchingForm($0.form))
      },
      uniquingKeysWith: { first, _ in first }
    )
    var terms: [String: Seen] = [:]
    var phrases: [String: Seen] = [:]
    var faces: [String: Seen] = [:]
    for (name, path, bytes) in files where name != "modifiers.tsv" {
      var lexicon = SentimentLexicon()
      try lexicon.read(name: name, path: path, bytes: bytes)
      for entry in lexicon.entries {
        switch entry.kind {
        case .term:
          checkSign(of: entry, in: name)
          checkTerm(entry, &terms)
        case .phrase: checkPhrase(entry, &phrases)
        case .emoji, .emoticon: checkFace(entry, &faces)
        }
      }
      checkOrder(of: lexicon.entries)
    }
    findings.sort {
      ($0.location.file, $0.location.line ?? 0) < ($1.location.file, $1.location.line ?? 0)
    }
  }

  /// A term of `terms-positive.tsv` is above 0, one of `terms-negative.tsv` below, the others 0.
  private mutating func checkSign(of entry: LexiconEntry, in name: String) {
    let isRight =
      switch name {
      case "terms-positive.tsv": entry.valence > 0
      case "terms-negative.tsv": entry.valence < 0
      default: entry.valence == 0
      }
    guard !isRight else { return }
    findings.append(
      Diagnostic(
        .signsDisagree,
        at: entry.location,
        "`\(entry.term)` has the valence \(entry.valence) in \(name)",
        hint: "positive, negative and neutral terms each have their file"
      )
    )
  }

  private mutating func checkTerm(_ entry: LexiconEntry, _ terms: inout [String: Seen]) {
    let form = ICUNormalizer.matchingForm(entry.term)
    compare(entry, under: spellings[form] ?? form, &terms)
    let words = shape.forms(of: entry.term)
    guard words != [form] else { return }
    findings.append(
      Diagnostic(
        .termUnreachable,
        at: entry.location,
        words.isEmpty
          ? "`\(entry.term)` is no word, so no text has it"
          : "`\(entry.term)` is read as \(words.map { "`\($0)`" }.joined(separator: " and ")), "
            + "so no text has it",
        hint: words.count > 1 ? "put `\(words.joined(separator: " "))` into phrases.tsv" : nil
      )
    )
  }

  private mutating func checkPhrase(_ entry: LexiconEntry, _ phrases: inout [String: Seen]) {
    guard let pattern = try? language.pattern(entry.term) else { return }
    // What a pattern means, however it is written.
    let meaning = pattern.elements.map { element in
      let forms = Set(
        element.forms.map { form in
          let form = ICUNormalizer.matchingForm(form)
          return spellings[form] ?? form
        }
      ).sorted().joined(separator: "|")
      return
        "\(element.gapBefore)\(element.isOptional ? "?" : "")\(element.matchesNumber ? "#" : "")(\(forms))"
    }.joined(separator: " ")
    compare(entry, under: meaning, &phrases)
    for element in pattern.elements where !element.isOptional && !element.matchesNumber {
      let isReachable = element.forms.contains { isWord($0) }
      guard !isReachable else { continue }
      findings.append(
        Diagnostic(
          .termUnreachable,
          at: entry.location,
          "no text has the phrase: none of "
            + element.forms.sorted().prefix(3).map { "`\($0)`" }.joined(separator: ", ")
            + " is a word",
          hint: "write each word as the texts have it, without punctuation"
        )
      )
      return
    }
  }

  private mutating func checkFace(_ entry: LexiconEntry, _ faces: inout [String: Seen]) {
    compare(
      entry,
      under: entry.kind == .emoticon ? entry.term : ICUNormalizer.matchingForm(entry.term),
      &faces
    )
  }

  /// Finds rows that mean the same; equal spellings are told by the reader of the files.
  private mutating func compare(
    _ entry: LexiconEntry,
    under key: String,
    _ seen: inout [String: Seen]
  ) {
    guard let first = seen[key] else {
      seen[key] = Seen(term: entry.term, valence: entry.valence, location: entry.location)
      return
    }
    if first.valence * entry.valence < 0 {
      findings.append(
        Diagnostic(
          .signsDisagree,
          at: entry.location,
          "`\(entry.term)` is \(Self.word(entry.valence)) here and \(Self.word(first.valence)) at "
            + "\(first.location)",
          hint: "keep one of them"
        )
      )
    } else if first.term != entry.term || first.location.file != entry.location.file {
      let isPhrase = entry.kind == .phrase
      findings.append(
        Diagnostic(
          isPhrase ? .phraseShadowed : .termTwice,
          .warning,
          at: entry.location,
          isPhrase
            ? "`\(entry.term)` never counts: `\(first.term)` at \(first.location) means the same"
            : "`\(entry.term)` stands twice: `\(first.term)` at \(first.location) is the same",
          hint: "keep one of them"
        )
      )
    }
  }

  private static func word(_ valence: Double) -> String {
    valence < 0 ? "negative" : valence > 0 ? "positive" : "neutral"
  }

  /// Terms are kept in the order of their bytes, so that a person finds them and differences stay
  /// small; phrases, emoji and emoticons are grouped by meaning.
  private mutating func checkOrder(of entries: [LexiconEntry]) {
    guard entries.first?.kind == .term else { return }
    for (before, entry) in zip(entries, entries.dropFirst())
    where Array(entry.term.utf8).lexicographicallyPrecedes(Array(before.term.utf8)) {
      findings.append(
        Diagnostic(
          .lexiconUnsorted,
          .warning,
          at: entry.location,
          "`\(entry.term)` stands after `\(before.term)`: the file is not sorted",
          hint: "sort it by the bytes of the terms; scores do not change"
        )
      )
      return
    }
  }

  /// Whether the tokeniser can give this very word.
  private mutating func isWord(_ form: String) -> Bool {
    if let answer = known[form] { return answer }
    let matching = ICUNormalizer.matchingForm(form)
    let answer = shape.forms(of: form) == [matching]
    known[form] = answer
    return answer
  }
}
