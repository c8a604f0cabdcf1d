public import VerbatimCore
public import VerbatimText

extension IssueMatcher {
  /// Interns the words of patterns before the vocabulary is frozen.
  public struct Builder: Sendable {
    private let taxonomy: Taxonomy
    private let language: PhraseLanguage
    private var matcher = PhraseMatcher.Builder()
    private var patterns: [IssuePattern] = []
    /// The patterns that stand in `matcher`, in its order; the others are conjunctions.
    private var rows: [Int] = []
    private var conjunctions = ConjunctionMatcher.Builder()
    private var context = PhraseMatcher.Builder()
    private var contextKinds: [IssueContext.Kind] = []
    private var details = PhraseMatcher.Builder()
    private var detailKinds: [IssueContext.Kind] = []
    /// Patterns of remarks, which are found with the issues.
    private var remarks: [(kind: IssueContext.Kind, pattern: PhrasePattern)] = []
    private var spans: [(role: FailureTime.Role, word: String, value: Double)] = []
    /// Lines that do not parse.
    public private(set) var diagnostics: [Diagnostic] = []

    /// A builder for the patterns of a taxonomy.
    public init(
      _ taxonomy: Taxonomy,
      language: PhraseLanguage,
      vocabulary: inout Vocabulary.Builder
    ) {
      self.taxonomy = taxonomy
      self.language = language
      for name in WordClass.allCases {
        for word in language.words(of: name.rawValue) { _ = vocabulary.intern(word) }
      }
    }

    /// Takes in a group's patterns.
    public mutating func add(
      patternsAt path: String,
      bytes: [UInt8],
      language: PhraseLanguage,
      vocabulary: inout Vocabulary.Builder
    ) throws(Diagnostic) {
      let read = try IssuePattern.read(
        path: path,
        bytes: bytes,
        taxonomy: taxonomy,
        diagnostics: &diagnostics
      )
      for pattern in read {
        do throws(PhrasePattern.Failure) {
          if ConjunctionMatcher.isConjunction(pattern.source) {
            try conjunctions.add(
              pattern.source,
              as: patterns.count,
              language: language,
              vocabulary: &vocabulary
            )
          } else {
            matcher.add(try language.pattern(pattern.source), to: &vocabulary)
            rows.append(patterns.count)
          }
          patterns.append(pattern)
        } catch {
          diagnostics.append(
            Diagnostic(.patternMalformed, at: pattern.location, error.description)
          )
        }
      }
    }

    /// Takes in the context phrases.
    public mutating func add(
      contextAt path: String,
      bytes: [UInt8],
      language: PhraseLanguage,
      vocabulary: inout Vocabulary.Builder
    ) throws(Diagnostic) {
      let table = try TableFile(path: path, bytes: bytes, columns: ["kind", "pattern"])
      for row in table.rows {
        guard let kind = IssueContext.Kind(rawValue: row[0]) else {
          let known = IssueContext.Kind.allCases.map(\.rawValue).joined(separator: ", ")
          diagnostics.append(
            Diagnostic(
              .lexiconLine,
              at: row.location,
              "`\(row[0])` is no kind of context",
              hint: "one of \(known)"
            )
          )
          continue
        }
        do throws(PhrasePattern.Failure) {
          let pattern = try language.pattern(row[1])
          guard kind.remark == nil else {
            remarks.append((kind, pattern))
            continue
          }
          if kind.isDetail {
            details.add(pattern, to: &vocabulary)
            detailKinds.append(kind)
          } else {
            context.add(pattern, to: &vocabulary)
            contextKinds.append(kind)
          }
        } catch {
          diagnostics.append(Diagnostic(.patternMalformed, at: row.location, error.description))
        }
      }
    }

    /// Takes in the words of which times are made.
    public mutating func add(
      spansAt path: String,
      bytes: [UInt8],
      vocabulary: inout Vocabulary.Builder
    ) throws(Diagnostic) {
      let table = try TableFile(path: path, bytes: bytes, columns: ["role", "word", "value"])
      for row in table.rows {
        guard let role = FailureTime.Role(rawValue: row[0]),
          let value = row[2].isEmpty ? 0 : Double(row[2]), value >= 0
        else {
          let known = FailureTime.Role.allCases.map(\.rawValue).joined(separator: ", ")
          diagnostics.append(
            Diagnostic(
              .lexiconLine,
              at: row.location,
              "`\(row[0])` with `\(row[2])` is no part of a time",
              hint: "one of \(known), with a value that is no less than 0"
            )
          )
          continue
        }
        _ = vocabulary.intern(row[1])
        spans.append((role, row[1], value))
      }
    }

    /// Takes the patterns of remarks behind those of the issues; to be called once all files are in.
    public mutating func addRemarks(to vocabulary: inout Vocabulary.Builder) {
      for remark in remarks { matcher.add(remark.pattern, to: &vocabulary) }
    }

    /// The matcher over a vocabulary that holds every word of the patterns.
    ///
    /// - Parameters:
    ///   - vocabulary: The vocabulary the patterns were interned in.
    ///   - common: Words so frequent in any text that no pattern should hang on them.
    ///   - reader: What reads what no pattern says; nil for patterns alone.
    /// - Returns: A matcher that is immutable and can be shared.
    public func freeze(
      _ vocabulary: Vocabulary,
      common: [String] = [],
      reader: IssueReader? = nil
    ) -> IssueMatcher {
      var roles = [IssueContext.Role](repeating: [], count: vocabulary.count)
      for name in WordClass.allCases {
        for word in language.words(of: name.rawValue) {
          roles[Int(vocabulary.id(of: word))].insert(name.role)
        }
      }
      roles[0] = []
      return IssueMatcher(
        taxonomy: taxonomy,
        patterns: patterns,
        language: language,
        matcher: matcher.freeze(
          vocabulary,
          barriers: language.words(of: WordClass.not.rawValue),
          common: common
        ),
        rows: rows,
        conjunctions: conjunctions.freeze(
          vocabulary,
          barriers: language.words(of: WordClass.not.rawValue),
          common: common
        ),
        context: IssueContext(
          matcher: context.freeze(vocabulary, barriers: [], common: common),
          kinds: contextKinds,
          details: details.freeze(vocabulary, barriers: [], common: common),
          detailKinds: detailKinds,
          roles: roles
        ),
        remarks: remarks.map(\.kind),
        time: failureTime(vocabulary),
        reader: reader
      )
    }

    private func failureTime(_ vocabulary: Vocabulary) -> FailureTime {
      func values(_ role: FailureTime.Role) -> [Double] {
        var table = [Double](repeating: -1, count: vocabulary.count)
        for span in spans where span.role == role {
          table[Int(vocabulary.id(of: span.word))] = span.value
        }
        table[0] = -1
        return table
      }
      func flags(_ role: FailureTime.Role) -> [Bool] { values(role).map { $0 >= 0 } }
      return FailureTime(
        units: values(.unit),
        numbers: values(.number),
        ordinals: values(.ordinal),
        opens: flags(.before),
        closes: flags(.after),
        holds: flags(.hold),
        turning: flags(.turn),
        excepts: flags(.except),
        half: vocabulary.id(of: "half"),
        and: vocabulary.id(of: "and"),
        duration: vocabulary.id(of: "for"),
        old: vocabulary.id(of: "old")
      )
    }
  }

  /// Classes of `classes.tsv` that mean more than a list.
  enum WordClass: String, CaseIterable {
    /// Words that negate an issue.
    case not
    /// Those of them that negate a verb.
    case negatesVerb = "not_verb"
    /// Words with which a question asks for a fact.
    case asks
    /// Words that open a question by standing before their subject.
    case inverts
    /// Words that open a clause that says otherwise.
    case contrasts
    /// Words that may be the subject of a new statement.
    case subject
    /// Words that open a noun phrase.
    case determiner = "my"
    /// Words behind which a subject belongs to the statement before.
    case carries
    /// Words that join the items of a negated list.
    case or
    /// Words behind which a negator of a verb no longer holds.
    case and
    /// Words that say what would follow.
    case outcome
    /// Words that give a reason.
    case because

    /// What their words are to a match.
    var role: IssueContext.Role {
      switch self {
      case .not: .negates
      case .negatesVerb: .negatesVerb
      case .asks: .asks
      case .inverts: .inverts
      case .contrasts: .contrasts
      case .subject: .subject
      case .determiner: .determiner
      case .carries: .carries
      case .or: .or
      case .and: .and
      case .outcome: .outcome
      case .because: .because
      }
    }
  }
}
