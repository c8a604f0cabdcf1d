public import VerbatimCore
public import VerbatimText

/// Finds issues and hazards in what is said, independent of how it is said.
///
/// One pass finds every pattern; vetoes drop look-alikes; the context decides whether it happened.
/// Per leaf, the gravest and surest finding of a part is kept.
public final class IssueMatcher: Sendable {
  /// Interns the words of patterns before the vocabulary is frozen.
  public struct Builder: Sendable {
    private let taxonomy: Taxonomy
    private var matcher = PhraseMatcher.Builder()
    private var patterns: [IssuePattern] = []
    private var context = PhraseMatcher.Builder()
    private var contextKinds: [IssueContext.Kind] = []
    private let negators: [String]
    private let asking: [String]
    /// Lines that do not parse.
    public private(set) var diagnostics: [Diagnostic] = []

    /// A builder for the patterns of a taxonomy.
    public init(
      _ taxonomy: Taxonomy,
      language: PhraseLanguage,
      vocabulary: inout Vocabulary.Builder
    ) {
      self.taxonomy = taxonomy
      negators = language.words(of: "not")
      asking = language.words(of: "asks")
      for word in negators + asking { _ = vocabulary.intern(word) }
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
          matcher.add(try language.pattern(pattern.source), to: &vocabulary)
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
          context.add(try language.pattern(row[1]), to: &vocabulary)
          contextKinds.append(kind)
        } catch {
          diagnostics.append(Diagnostic(.patternMalformed, at: row.location, error.description))
        }
      }
    }

    /// The matcher over a vocabulary that holds every word of the patterns.
    ///
    /// - Parameters:
    ///   - vocabulary: The vocabulary the patterns were interned in.
    ///   - common: Words so frequent in any text that no pattern should hang on them.
    /// - Returns: A matcher that is immutable and can be shared.
    public func freeze(_ vocabulary: Vocabulary, common: [String] = []) -> IssueMatcher {
      func table(_ words: [String]) -> [Bool] {
        var table = [Bool](repeating: false, count: vocabulary.count)
        for word in words { table[Int(vocabulary.id(of: word))] = true }
        table[0] = false
        return table
      }
      return IssueMatcher(
        taxonomy: taxonomy,
        patterns: patterns,
        matcher: matcher.freeze(vocabulary, barriers: negators, common: common),
        context: IssueContext(
          matcher: context.freeze(vocabulary, barriers: [], common: common),
          kinds: contextKinds,
          negates: table(negators),
          asks: table(asking)
        )
      )
    }
  }

  /// The taxonomy whose codes it finds.
  public let taxonomy: Taxonomy
  /// The patterns, for checks and counts.
  public let patterns: [IssuePattern]
  private let matcher: PhraseMatcher
  private let context: IssueContext
  private let leaves: [Int]
  /// Which patterns are vetoes.
  private let isVeto: [Bool]
  /// The precedence of the taxonomy, by the numbers of its leaves.
  private let precedence: [(winner: Int, loser: Int)]

  fileprivate init(
    taxonomy: Taxonomy,
    patterns: [IssuePattern],
    matcher: PhraseMatcher,
    context: IssueContext
  ) {
    self.taxonomy = taxonomy
    self.patterns = patterns
    self.matcher = matcher
    self.context = context
    leaves = patterns.map { taxonomy.index(of: $0.code) ?? 0 }
    isVeto = patterns.map { $0.use == .veto }
    precedence = taxonomy.precedence.compactMap { pair in
      guard let winner = taxonomy.index(of: pair.winner),
        let loser = taxonomy.index(of: pair.loser)
      else { return nil }
      return (winner, loser)
    }
  }

  /// What one thread reuses from text to text.
  public struct Scratch {
    var matches: [PhraseMatch] = []
    var contextMatches: [PhraseMatch] = []

    /// An empty scratch.
    public init() {}
  }

  /// The issues of one part of a record, by place.
  ///
  /// - Complexity: O(*n*) in the words, and O(*m*²) in the few matches.
  public func issues(in text: TokenizedText, part: TextPart, scratch: inout Scratch) -> [Issue] {
    scratch.matches.removeAll(keepingCapacity: true)
    matcher.find(in: text, into: &scratch.matches)
    guard scratch.matches.contains(where: { !isVeto[$0.pattern] }) else { return [] }
    let found = context.find(in: text, scratch: &scratch.contextMatches)
    var reported: [(leaf: Int, issue: Issue, clause: Int32)] = []
    for match in scratch.matches where !isVeto[match.pattern] {
      let leaf = leaves[match.pattern]
      if isVetoed(match, leaf: leaf, scratch.matches) { continue }
      if context.precedes(.other, match.words, in: text, found) { continue }
      let clause = text.words[match.words.lowerBound].clause
      reported.append((leaf, issue(match, in: text, part: part, found), clause))
    }
    // Before the best of each leaf is taken: the one kept may be the one that yields.
    for pair in precedence where reported.contains(where: { $0.leaf == pair.loser }) {
      let clauses = reported.compactMap { $0.leaf == pair.winner ? $0.clause : nil }
      guard !clauses.isEmpty else { continue }
      reported.removeAll { $0.leaf == pair.loser && clauses.contains($0.clause) }
    }
    var best: [(leaf: Int, issue: Issue)] = []
    for (leaf, issue, _) in reported {
      if let known = best.firstIndex(where: { $0.leaf == leaf }) {
        if isBetter(issue, best[known].issue) { best[known] = (leaf, issue) }
      } else {
        best.append((leaf, issue))
      }
    }
    return best.map(\.issue).sorted { order($0) < order($1) }
  }

  private func order(_ issue: Issue) -> (Int, Int, String) {
    (issue.evidence?.range.start ?? 0, issue.evidence?.range.end ?? 0, issue.code)
  }

  private func isVetoed(_ match: PhraseMatch, leaf: Int, _ matches: [PhraseMatch]) -> Bool {
    matches.contains {
      isVeto[$0.pattern] && leaves[$0.pattern] == leaf
        && $0.words.overlaps(match.words)
    }
  }

  private func issue(
    _ match: PhraseMatch,
    in text: TokenizedText,
    part: TextPart,
    _ found: [IssueContext.Found]
  ) -> Issue {
    let pattern = patterns[match.pattern]
    let leaf = taxonomy.leaves[leaves[match.pattern]]
    let range = text.range(of: match.words)
    let modality = modality(of: match.words, in: text, found)
    var intent = Issue.Intent.complaint
    if modality == .negated {
      intent = .praise
    } else if modality == .hypothetical, context.isAsked(match.words, in: text) {
      intent = .question
    } else if context.precedes(.suggestion, match.words, in: text, found) {
      intent = .suggestion
    } else if found.contains(where: { $0.kind == .switch }) {
      intent = .switch
    } else if found.contains(where: { $0.kind == .cancel }) {
      intent = .cancel
    }
    return Issue(
      code: leaf.code,
      tier: pattern.tier ?? leaf.tier,
      confidence: pattern.confidence,
      modality: modality,
      intent: intent,
      attribution: pattern.attribution ?? leaf.attribution,
      evidence: Issue.Evidence(part: part, range: range, quote: text.cut(range))
    )
  }

  private func modality(
    of words: Range<Int>,
    in text: TokenizedText,
    _ found: [IssueContext.Found]
  ) -> Issue.Modality {
    if context.isAsked(words, in: text) { return .hypothetical }
    if context.precedes(.hypothetical, words, in: text, found) { return .hypothetical }
    if context.isNegated(words, in: text, found) { return .negated }
    if context.precedes(.potential, words, in: text, found) { return .potential }
    if context.isResolved(words, in: text, found) { return .resolved }
    return .actual
  }

  /// Reports before denials, then the graver, then the surer; the earlier stays on a tie.
  private func isBetter(_ new: Issue, _ old: Issue) -> Bool {
    func rank(_ issue: Issue) -> (Int, String, Double) {
      let modality: Int =
        switch issue.modality {
        case .actual: 0
        case .resolved: 1
        case .potential: 2
        case .negated: 3
        case .hypothetical: 4
        }
      return (modality, issue.tier.rawValue, -issue.confidence)
    }
    return rank(new) < rank(old)
  }
}
