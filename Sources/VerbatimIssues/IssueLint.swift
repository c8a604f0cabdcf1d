public import VerbatimCore
internal import VerbatimText

/// What the reader of the pattern files cannot see row by row: patterns that say the same twice, or
/// nothing at all, and leaves with too few examples.
public struct IssueLint {
  /// How many examples an own file gives a leaf.
  public struct Examples: Hashable, Sendable {
    /// Texts in which it is true.
    public var held = 0
    /// Texts in which it is not, though they look like it.
    public var lookalikes = 0

    /// No example.
    public init() {}
  }

  /// The fewest texts in which a leaf is true, and the fewest look-alikes (taxonomy, version 1).
  public static let fewest = (held: 10, lookalikes: 5)
  /// How many ways a pattern may be tried at one place (authored).
  public static let mostWays = 500

  /// The findings, by file and line.
  public private(set) var findings: [Diagnostic] = []

  /// A pattern with the forms of its places.
  private struct Read {
    var pattern: IssuePattern
    var elements: [PhrasePattern.Element]
  }

  /// Looks through the patterns of a matcher.
  ///
  /// - Parameters:
  ///   - matcher: The matcher; faulty lines are told of where it is built.
  ///   - examples: The examples of each leaf; a leaf without an entry has none.
  ///   - spellings: Other spellings with the forms they stand for.
  /// - Complexity: O(*n*²) in the patterns of a leaf.
  public init(
    _ matcher: IssueMatcher,
    examples: [String: Examples],
    spellings: [(variant: String, form: String)] = []
  ) {
    var shape = FormFolding(spellings)
    var byLeaf: [String: [Read]] = [:]
    var sources: [String: IssuePattern] = [:]
    for pattern in matcher.patterns {
      let parts = ConjunctionMatcher.parts(of: pattern.source)
        .compactMap { try? matcher.language.pattern($0) }
      if parts.count > 1 {
        checkParts(parts, of: pattern, &shape, &sources, &byLeaf)
        continue
      }
      guard let parsed = parts.first else { continue }
      var read = Read(pattern: pattern, elements: parsed.elements)
      for place in read.elements.indices {
        read.elements[place].forms = shape.folded(read.elements[place].forms)
      }
      checkWays(of: read)
      checkWords(of: read)
      checkTwins(of: read, &sources)
      byLeaf[pattern.code, default: []].append(read)
    }
    for leaf in matcher.taxonomy.leaves {
      let patterns = byLeaf[leaf.code] ?? []
      checkShadows(in: patterns)
      checkVetoes(in: patterns)
      checkExamples(of: leaf, examples[leaf.code] ?? Examples(), patterns)
    }
    findings.sort {
      ($0.location.file, $0.location.line ?? 0, $0.message)
        < ($1.location.file, $1.location.line ?? 0, $1.message)
    }
  }

  private mutating func tell(
    _ code: DiagnosticCode,
    _ pattern: IssuePattern,
    _ message: String,
    hint: String? = nil
  ) {
    findings.append(Diagnostic(code, at: pattern.location, message, hint: hint))
  }

  /// A conjunction: each part by itself, and the whole among those of its leaf.
  private mutating func checkParts(
    _ parts: [PhrasePattern],
    of pattern: IssuePattern,
    _ shape: inout FormFolding,
    _ sources: inout [String: IssuePattern],
    _ byLeaf: inout [String: [Read]]
  ) {
    var whole = Read(pattern: pattern, elements: [])
    for (number, part) in parts.enumerated() {
      var read = Read(pattern: pattern, elements: part.elements)
      for place in read.elements.indices {
        read.elements[place].forms = shape.folded(read.elements[place].forms)
        // Anything may stand between the parts, so nothing shadows them from within.
        if place == 0, number > 0 { read.elements[place].gapBefore = ConjunctionMatcher.reach }
      }
      checkWays(of: Read(pattern: pattern, elements: part.elements))
      checkWords(of: read)
      whole.elements += read.elements
    }
    checkTwins(of: whole, &sources)
    byLeaf[pattern.code, default: []].append(whole)
  }

  /// Each gap and each optional word multiplies the ways in which a pattern is tried.
  private mutating func checkWays(of read: Read) {
    let ways = read.elements.reduce(1) { ways, element in
      min(1_000_000, ways * (element.gapBefore + 1) * (element.isOptional ? 2 : 1))
    }
    guard ways > Self.mostWays else { return }
    tell(
      .patternMalformed,
      read.pattern,
      "`\(read.pattern.source)` can be tried in \(ways) ways at one place",
      hint: "use fewer gaps, at most \(Self.mostWays) ways"
    )
  }

  /// A word that no text has.
  private mutating func checkWords(of read: Read) {
    for element in read.elements where !element.isOptional && !element.matchesNumber {
      guard !element.forms.contains(where: Self.isWord) else { continue }
      tell(
        .termUnreachable,
        read.pattern,
        "no text has the pattern: none of "
          + element.forms.sorted().prefix(3).map { "`\($0)`" }.joined(separator: ", ")
          + " is a word",
        hint: "write each word as the texts have it, without punctuation"
      )
      return
    }
  }

  private static func isWord(_ form: String) -> Bool {
    !form.isEmpty && PhrasePattern.words(of: form).count == 1
  }

  /// The same pattern with the same use twice in a leaf.
  private mutating func checkTwins(of read: Read, _ sources: inout [String: IssuePattern]) {
    let meaning =
      "\(read.pattern.code) \(read.pattern.use.rawValue) "
      + read.elements.map { element in
        "\(element.gapBefore)\(element.isOptional ? "?" : "")\(element.matchesNumber ? "#" : "")("
          + element.forms.sorted().joined(separator: "|") + ")"
      }.joined(separator: " ")
    guard let known = sources[meaning] else {
      sources[meaning] = read.pattern
      return
    }
    tell(
      .termTwice,
      read.pattern,
      "`\(read.pattern.source)` says the same as `\(known.source)` on line "
        + "\(known.location.line ?? 0)"
    )
  }

  /// A pattern that another of its leaf finds wherever it fits, and says no less of.
  private mutating func checkShadows(in patterns: [Read]) {
    for (index, read) in patterns.enumerated() where read.pattern.use != .veto {
      for (other, wider) in patterns.enumerated() where other != index {
        let isVeto = wider.pattern.use == .veto
        guard !ConjunctionMatcher.isConjunction(wider.pattern.source),
          isVeto || (wider.pattern.use == read.pattern.use && saysAll(wider, of: read)),
          Self.fits(wider.elements, inside: read.elements)
        else { continue }
        // Of two that fit in each other the later is told of, by the check for twins.
        if !isVeto, Self.fits(read.elements, inside: wider.elements) { continue }
        tell(
          .phraseShadowed,
          read.pattern,
          isVeto
            ? "`\(read.pattern.source)` can never count: `\(wider.pattern.source)` on line "
              + "\(wider.pattern.location.line ?? 0) vetoes it wherever it fits"
            : "`\(wider.pattern.source)` on line \(wider.pattern.location.line ?? 0) finds all "
              + "that `\(read.pattern.source)` finds"
        )
        break
      }
    }
  }

  private func saysAll(_ wider: Read, of read: Read) -> Bool {
    wider.pattern.tier == read.pattern.tier
      && wider.pattern.attribution == read.pattern.attribution
      && wider.pattern.confidence >= read.pattern.confidence
  }

  /// Whether a row of places fits somewhere inside every match of another.
  private static func fits(
    _ wider: [PhrasePattern.Element],
    inside read: [PhrasePattern.Element]
  ) -> Bool {
    guard !wider.isEmpty, wider.count <= read.count,
      !wider.contains(where: \.isOptional), !read.contains(where: \.isOptional)
    else { return false }
    return (0...(read.count - wider.count)).contains { start in
      wider.indices.allSatisfy { place in
        let (one, other) = (wider[place], read[start + place])
        return (place == 0 || one.gapBefore >= other.gapBefore)
          && (one.matchesNumber || !other.matchesNumber) && other.forms.isSubset(of: one.forms)
      }
    }
  }

  /// A look-alike that no pattern of its leaf can share a word with.
  private mutating func checkVetoes(in patterns: [Read]) {
    let matches = patterns.filter { $0.pattern.use != .veto }
    for read in patterns where read.pattern.use == .veto {
      let hasGap = read.elements.contains { $0.gapBefore > 0 || $0.matchesNumber }
      let forms = read.elements.reduce(into: Set<String>()) { $0.formUnion($1.forms) }
      let canMeet = matches.contains { match in
        hasGap
          || match.elements.contains {
            $0.gapBefore > 0 || $0.matchesNumber || !$0.forms.isDisjoint(with: forms)
          }
      }
      guard !canMeet else { continue }
      tell(
        .termUnreachable,
        read.pattern,
        "the look-alike `\(read.pattern.source)` shares no word with a pattern of "
          + read.pattern.code
      )
    }
  }

  private mutating func checkExamples(
    of leaf: Taxonomy.Leaf,
    _ examples: Examples,
    _ patterns: [Read]
  ) {
    let place = patterns.first?.pattern.location ?? SourceLocation(file: "taxonomy.tsv")
    let location = SourceLocation(file: place.file)
    guard patterns.contains(where: { $0.pattern.use == .match }) else {
      findings.append(
        Diagnostic(.issueUnknown, at: location, "no pattern finds the leaf \(leaf.code)")
      )
      return
    }
    guard
      examples.held < Self.fewest.held || examples.lookalikes < Self.fewest.lookalikes
    else { return }
    findings.append(
      Diagnostic(
        .issueUnknown,
        at: location,
        "\(leaf.code) has \(examples.held) true examples and \(examples.lookalikes) look-alikes",
        hint: "at least \(Self.fewest.held) and \(Self.fewest.lookalikes) stand beside the patterns"
      )
    )
  }
}

/// Folds forms to the ones that the vocabulary has.
struct FormFolding {
  private let spellings: [String: String]
  private var known: [Set<String>: Set<String>] = [:]

  init(_ spellings: [(variant: String, form: String)]) {
    self.spellings = Dictionary(
      spellings.map {
        (ICUNormalizer.matchingForm($0.variant), ICUNormalizer.matchingForm($0.form))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  mutating func folded(_ forms: Set<String>) -> Set<String> {
    if let known = known[forms] { return known }
    let folded = Set(forms.map { spellings[$0] ?? $0 })
    known[forms] = folded
    return folded
  }
}
