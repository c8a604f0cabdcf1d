public import VerbatimCore
public import VerbatimText

/// Finds issues and hazards in what is said, independent of how it is said.
///
/// One pass finds every pattern; vetoes drop look-alikes; the context decides whether it happened,
/// to whose product, and whose fault it is. Per leaf, the gravest and surest finding of a part is
/// kept.
public final class IssueMatcher: Sendable {
  /// The taxonomy whose codes it finds.
  public let taxonomy: Taxonomy
  /// The patterns, for checks and counts.
  public let patterns: [IssuePattern]
  /// What their classes and forms mean.
  let language: PhraseLanguage
  let matcher: PhraseMatcher
  /// The patterns that stand in ``matcher``, in its order; remarks come behind them.
  let rows: [Int]
  let conjunctions: ConjunctionMatcher
  let context: IssueContext
  let time: FailureTime
  /// What reads what no pattern says; nil where the lexicon has no weights.
  let reader: IssueReader?
  /// What is asked of each pattern for every match.
  struct Facts: Sendable {
    /// The number of the leaf.
    var leaf: Int
    var use: IssuePattern.Use
    var tier: Issue.Tier
    var confidence: Double
    /// Whose fault it is; what the wording says, else the leaf.
    var attribution: Issue.Attribution
    /// Whether the wording says whose fault it is.
    var isAttributed: Bool
    /// Whether the leaf is a danger.
    var isHazard: Bool
  }

  /// By pattern, without those of remarks, which come behind ``patterns``.
  let facts: [Facts]
  /// The kinds of the patterns behind ``patterns``.
  let remarks: [IssueContext.Kind]
  /// The precedence of the taxonomy, by the numbers of its leaves.
  let precedence: [(winner: Int, loser: Int)]
  /// Leaves that can take time to show.
  let takesTime: [Bool]

  init(
    taxonomy: Taxonomy,
    patterns: [IssuePattern],
    language: PhraseLanguage,
    matcher: PhraseMatcher,
    rows: [Int],
    conjunctions: ConjunctionMatcher,
    context: IssueContext,
    remarks: [IssueContext.Kind],
    time: FailureTime,
    reader: IssueReader?
  ) {
    self.taxonomy = taxonomy
    self.patterns = patterns
    self.language = language
    self.matcher = matcher
    self.rows = rows
    self.conjunctions = conjunctions
    self.context = context
    self.remarks = remarks
    self.time = time
    self.reader = reader
    facts = patterns.map { pattern in
      let number = taxonomy.index(of: pattern.code) ?? 0
      let leaf = taxonomy.leaves[number]
      return Facts(
        leaf: number,
        use: pattern.use,
        tier: pattern.tier ?? leaf.tier,
        confidence: pattern.confidence,
        attribution: pattern.attribution ?? leaf.attribution,
        isAttributed: pattern.attribution != nil,
        isHazard: leaf.tier.isHazard
      )
    }
    precedence = taxonomy.precedence.compactMap { pair in
      guard let winner = taxonomy.index(of: pair.winner),
        let loser = taxonomy.index(of: pair.loser)
      else { return nil }
      return (winner, loser)
    }
    takesTime = taxonomy.leaves.map(FailureTime.isOf)
  }

  /// What one thread reuses from text to text.
  public struct Scratch {
    var matches: [PhraseMatch] = []
    var vetoes: [PhraseMatch] = []
    var conjunctions = ConjunctionMatcher.Scratch()
    /// The conjunctions among the matches, which stand last.
    var places: [ConjunctionMatcher.Place] = []
    var contextMatches: [PhraseMatch] = []
    var surroundings = IssueContext.Surroundings()
    var candidates: [IssueCandidate] = []
    var reader = IssueReader.Scratch()
    /// What the weights of terms say, sentence by sentence.
    var readings: [Reading] = []
    /// The best candidate of each leaf; −1 for none.
    var best: [Int] = []
    /// What the customer wants besides, of the parts since the last ``forget()``.
    public internal(set) var remarks: [Remark] = []

    /// An empty scratch.
    public init() {}

    /// Forgets the remarks of the record before.
    public mutating func forget() { remarks.removeAll(keepingCapacity: true) }
  }

  /// The issues of one part of a record, by place; its remarks are added to the scratch.
  ///
  /// - Complexity: O(*n*) in the words.
  public func issues(in text: TokenizedText, part: TextPart, scratch: inout Scratch) -> [Issue] {
    findMatches(in: text, &scratch)
    if !scratch.matches.isEmpty { addRemarks(in: text, part: part, &scratch) }
    judge(text, &scratch)
    guard !scratch.candidates.isEmpty else { return [] }
    yield(&scratch.candidates)
    scratch.best.removeAll(keepingCapacity: true)
    // Few leaves are found in a text.
    for index in scratch.candidates.indices where scratch.candidates[index].outcome == .kept {
      let leaf = scratch.candidates[index].leaf
      if let known = scratch.best.firstIndex(where: { scratch.candidates[$0].leaf == leaf }) {
        if isBetter(scratch.candidates[index], scratch.candidates[scratch.best[known]]) {
          scratch.best[known] = index
        }
      } else {
        scratch.best.append(index)
      }
    }
    var issues = scratch.best.map {
      issue(scratch.candidates[$0], in: text, part: part, scratch)
    }
    if issues.count > 1 { issues.sort { order($0) < order($1) } }
    return issues
  }

  private func order(_ issue: Issue) -> (Int, Int, String) {
    (issue.evidence?.range.start ?? 0, issue.evidence?.range.end ?? 0, issue.code)
  }

  // MARK: Candidates

  /// Finds every pattern: those of remarks come behind ``patterns``, conjunctions stand last.
  func findMatches(in text: TokenizedText, _ scratch: inout Scratch) {
    scratch.matches.removeAll(keepingCapacity: true)
    matcher.find(in: text, into: &scratch.matches)
    for index in scratch.matches.indices {
      let row = scratch.matches[index].pattern
      scratch.matches[index].pattern =
        row < rows.count ? rows[row] : facts.count + row - rows.count
    }
    conjunctions.find(in: text, scratch: &scratch.conjunctions, into: &scratch.places)
    for place in scratch.places {
      scratch.matches.append(PhraseMatch(pattern: place.pattern, words: place.words))
    }
  }

  /// Judges what patterns and weights say.
  func judge(_ text: TokenizedText, _ scratch: inout Scratch) {
    findCandidates(in: text, &scratch)
    judgeCandidates(in: text, &scratch)
    read(text, &scratch)
    if !scratch.readings.isEmpty { addReadings(in: text, &scratch) }
  }

  /// Takes every match that is no veto for a candidate.
  func findCandidates(in text: TokenizedText, _ scratch: inout Scratch) {
    scratch.vetoes.removeAll(keepingCapacity: true)
    scratch.candidates.removeAll(keepingCapacity: true)
    scratch.surroundings.taken.removeAll(keepingCapacity: true)
    var longest = 1
    for match in scratch.matches where match.pattern < facts.count {
      if facts[match.pattern].use == .veto {
        scratch.vetoes.append(match)
        longest = max(longest, match.words.count)
      }
    }
    scratch.vetoes.sort { ($0.words.lowerBound, $0.pattern) < ($1.words.lowerBound, $1.pattern) }
    let firstPlace = scratch.matches.count - scratch.places.count
    for (index, match) in scratch.matches.enumerated() where match.pattern < facts.count {
      guard facts[match.pattern].use != .veto else { continue }
      var candidate = IssueCandidate(match, leaf: facts[match.pattern].leaf)
      if index >= firstPlace { candidate.parts = scratch.places[index - firstPlace].parts }
      if let veto = veto(of: match, scratch.vetoes, longest) {
        candidate.outcome = .vetoed(veto)
      } else if facts[match.pattern].use == .match {
        if let parts = candidate.parts {
          for part in parts { take(part, in: text, &scratch.surroundings) }
        } else {
          take(match.words, in: text, &scratch.surroundings)
        }
      }
      scratch.candidates.append(candidate)
    }
    scratch.surroundings.taken.sort { $0 < $1 }
  }

  /// Judges the candidates by the words around them.
  func judgeCandidates(in text: TokenizedText, _ scratch: inout Scratch) {
    guard !scratch.candidates.isEmpty else { return }
    context.find(in: text, scratch: &scratch.contextMatches, into: &scratch.surroundings)
    for index in scratch.candidates.indices where scratch.candidates[index].outcome == .kept {
      scratch.surroundings.own = scratch.candidates[index].parts ?? []
      judge(&scratch.candidates[index], in: text, scratch.surroundings)
    }
  }

  /// Takes in the negators that make an issue.
  func take(
    _ words: Range<Int>,
    in text: borrowing TokenizedText,
    _ surroundings: inout IssueContext.Surroundings
  ) {
    for word in words where context.role(word, text).contains(.negates) {
      surroundings.taken.append((word, words.upperBound))
    }
  }

  /// The look-alike that overlaps a match.
  private func veto(of match: PhraseMatch, _ vetoes: [PhraseMatch], _ longest: Int) -> Int? {
    guard !vetoes.isEmpty else { return nil }
    var low = 0
    var high = vetoes.count
    while low < high {
      let middle = (low + high) / 2
      if vetoes[middle].words.lowerBound + longest <= match.words.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    while low < vetoes.count, vetoes[low].words.lowerBound < match.words.upperBound {
      let veto = vetoes[low]
      if facts[veto.pattern].leaf == facts[match.pattern].leaf, veto.words.overlaps(match.words) {
        return veto.pattern
      }
      low += 1
    }
    return nil
  }

  private func judge(
    _ candidate: inout IssueCandidate,
    in text: TokenizedText,
    _ around: IssueContext.Surroundings
  ) {
    guard let pattern = candidate.pattern else { return }
    let facts = facts[pattern]
    let words = candidate.focus
    candidate.clause = context.clause(words.lowerBound, text)
    if let other = context.otherProduct(of: words, in: text, around) {
      candidate.outcome = .otherProduct(other)
      return
    }
    let affirms = facts.use == .denial
    candidate.reason = context.modality(
      of: words,
      affirms: affirms,
      isWhole: candidate.parts == nil && !affirms,
      in: text,
      around
    )
    if candidate.reason.modality.isReport || affirms, let parts = candidate.parts {
      for part in parts.dropFirst() {
        guard let denial = context.denial(ofPart: part, in: text, around) else { continue }
        candidate.reason = IssueContext.Reason(
          modality: affirms ? .actual : .negated,
          rule: .negation,
          words: denial
        )
      }
    }
    if candidate.reason.modality == .actual, !affirms, let parts = candidate.parts {
      // "Held by one thread, sooner or later a baby will have one": feared in a later part.
      for part in parts.dropFirst() {
        guard let fear = context.fear(of: part, in: text, around) else { continue }
        candidate.reason = IssueContext.Reason(modality: .potential, rule: .fear, words: fear)
        break
      }
    }
    candidate.tier = facts.tier
    candidate.confidence = facts.confidence
    candidate.attribution = facts.attribution
    if affirms, candidate.reason.modality == .actual {
      // "Doesn't stay cool" may be said of a cool box.
      if facts.isHazard { candidate.outcome = .unclear }
      candidate.confidence = min(candidate.confidence, IssuePattern.turnedConfidence)
    }
    if !facts.isAttributed { blame(&candidate, in: text, around) }
  }

  /// Takes whose fault it is from the words around a candidate, where they say so.
  func blame(
    _ candidate: inout IssueCandidate,
    in text: TokenizedText,
    _ around: IssueContext.Surroundings
  ) {
    guard let fault = context.fault(of: candidate.focus, in: text, around),
      taxonomy.leaves[candidate.leaf].admits(fault.attribution)
    else { return }
    candidate.attribution = fault.attribution
    candidate.fault = fault.words
  }

  /// Leaves that yield to another in their clause: before the best of each leaf is taken, because
  /// the one kept may be the one that yields.
  func yield(_ candidates: inout [IssueCandidate]) {
    guard candidates.count > 1 else { return }
    for pair in precedence
    where candidates.contains(where: { $0.leaf == pair.loser && $0.outcome == .kept }) {
      let clauses = candidates.compactMap {
        $0.leaf == pair.winner && $0.outcome == .kept ? $0.clause : nil
      }
      guard !clauses.isEmpty else { continue }
      let sorted = clauses.sorted()
      for index in candidates.indices
      where candidates[index].leaf == pair.loser && candidates[index].outcome == .kept
        && Self.contains(sorted, candidates[index].clause)
      {
        candidates[index].outcome = .yields(pair.winner)
      }
    }
  }

  private static func contains(_ sorted: [Int], _ value: Int) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == value
  }

  /// Reports before denials, then the graver, then the surer; the earlier stays on a tie.
  func isBetter(_ new: IssueCandidate, _ old: IssueCandidate) -> Bool {
    func rank(_ candidate: IssueCandidate) -> (Int, String, Double) {
      (candidate.reason.modality.rank, candidate.tier.rawValue, -candidate.confidence)
    }
    return rank(new) < rank(old)
  }

  // MARK: Issues

  private func issue(
    _ candidate: IssueCandidate,
    in text: TokenizedText,
    part: TextPart,
    _ scratch: Scratch
  ) -> Issue {
    let range = text.range(of: candidate.words)
    var issue = Issue(
      code: taxonomy.leaves[candidate.leaf].code,
      tier: candidate.tier,
      confidence: candidate.confidence,
      modality: candidate.reason.modality,
      intent: intent(candidate, in: text, scratch),
      attribution: candidate.attribution,
      evidence: Issue.Evidence(part: part, range: range, quote: text.cut(range))
    )
    issue.afterDays = days(candidate, in: text)?.days
    return issue
  }

  /// The days until a reported failure of a leaf that can take time.
  func days(
    _ candidate: IssueCandidate,
    in text: TokenizedText
  ) -> (days: Int, words: Range<Int>)? {
    let modality = candidate.reason.modality
    guard takesTime[candidate.leaf], modality == .actual || modality == .resolved else {
      return nil
    }
    return time.days(of: candidate.focus, in: text)
  }

  private func intent(
    _ candidate: IssueCandidate,
    in text: TokenizedText,
    _ scratch: Scratch
  ) -> Issue.Intent {
    if candidate.reason.modality == .negated { return .praise }
    if candidate.reason.rule == .question { return .question }
    var leaves: Issue.Intent?
    for match in scratch.matches where match.pattern >= patterns.count {
      switch remarks[match.pattern - patterns.count] {
      case .suggestion:
        if match.words.lowerBound <= candidate.words.lowerBound,
          context.clause(match.words.lowerBound, text) == candidate.clause
        {
          return .suggestion
        }
      case .switch: leaves = .switch
      case .cancel: leaves = leaves ?? .cancel
      default: break
      }
    }
    return leaves ?? .complaint
  }

  /// Takes what the customer wants besides: one of each kind in a sentence.
  private func addRemarks(in text: TokenizedText, part: TextPart, _ scratch: inout Scratch) {
    var seen: [(kind: Remark.Kind, sentence: Int)] = []
    for match in scratch.matches where match.pattern >= patterns.count {
      guard let kind = remarks[match.pattern - patterns.count].remark else { continue }
      let number = context.sentence(match.words.lowerBound, text)
      guard seen.count < Self.mostRemarks,
        !seen.contains(where: { $0.kind == kind && $0.sentence == number })
      else { continue }
      seen.append((kind, number))
      var words = match.words
      if kind == .suggestion {
        let clauses = text.sentences[number].clauses
        let all =
          text.clauses[clauses.lowerBound].words
          .lowerBound..<text.clauses[clauses.upperBound - 1]
          .words.upperBound
        words = all.count <= IssueContext.window ? all : words
      }
      let range = text.range(of: words)
      scratch.remarks.append(
        Remark(
          kind: kind,
          evidence: Issue.Evidence(part: part, range: range, quote: text.cut(range))
        )
      )
    }
  }

  /// The most remarks of a part.
  private static let mostRemarks = 32
}
