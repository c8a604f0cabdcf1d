public import VerbatimCore
public import VerbatimText

/// Why a text did or did not yield an issue: one pattern that fits, or the terms that together say a
/// leaf, and what became of it.
public struct IssueTrace: Hashable, Sendable {
  /// What a term adds to a score.
  public struct Term: Hashable, Sendable {
    /// The term, as the file of weights writes it.
    public var source: String
    /// Its weight, divided by what the sum is divided by.
    public var share: Double
  }

  /// The leaf.
  public var code: String
  /// The pattern; nil where terms say it.
  public var pattern: IssuePattern?
  /// What the terms of the sentence come to, where they say the leaf or contradict a pattern.
  public var score: Double?
  /// The terms that bear on the leaf, those that say most first; empty where there is no score.
  public var terms: [Term] = []
  /// The words it fits.
  public var evidence: Issue.Evidence
  /// Whether it is among the issues of the text.
  public var isKept: Bool
  /// What became of it, for a person.
  public var outcome: String
  /// Whether it happened; nil for a veto and what a veto or another product dropped.
  public var modality: Issue.Modality?
  /// Why, for a person: the rule and its words.
  public var why: String
  /// Whose fault it is; nil as ``modality``.
  public var attribution: Issue.Attribution?
  /// Why, for a person.
  public var blame: String
  /// How many days it took; nil where the text does not say.
  public var afterDays: Int?
}

/// A pattern of which all words but one stand in a clause, or all in another order or too far apart.
public struct IssueNearMiss: Hashable, Sendable {
  /// The pattern.
  public var pattern: IssuePattern
  /// The place that nothing fits; nil when all are there.
  public var missing: String?
}

extension IssueMatcher {
  /// Every pattern that fits a text, in the order of their words, with what became of each.
  public func trace(
    _ text: TokenizedText,
    part: TextPart,
    scratch: inout Scratch
  ) -> [IssueTrace] {
    findMatches(in: text, &scratch)
    judge(text, &scratch)
    yield(&scratch.candidates)
    var best: [Int: Int] = [:]
    for (index, candidate) in scratch.candidates.enumerated() where candidate.outcome == .kept {
      if let known = best[candidate.leaf], !isBetter(candidate, scratch.candidates[known]) {
        continue
      }
      best[candidate.leaf] = index
    }
    var traces: [IssueTrace] = []
    for (index, candidate) in scratch.candidates.enumerated() {
      var trace = trace(candidate, isBest: best[candidate.leaf] == index, in: text, part: part)
      if candidate.score != nil {
        trace.terms = terms(of: candidate, in: text, &scratch)
      }
      traces.append(trace)
    }
    for veto in scratch.vetoes {
      traces.append(
        IssueTrace(
          code: patterns[veto.pattern].code,
          pattern: patterns[veto.pattern],
          evidence: evidence(veto.words, in: text, part),
          isKept: false,
          outcome: "look-alike",
          why: "",
          blame: ""
        )
      )
    }
    return traces.sorted {
      (
        $0.evidence.range.start, $0.evidence.range.end, $0.code, $0.pattern?.source ?? ""
      )
        < (
          $1.evidence.range.start, $1.evidence.range.end, $1.code, $1.pattern?.source ?? ""
        )
    }
  }

  /// What each term of a candidate's sentence adds to the score of its leaf; that of any sentence
  /// last.
  private func terms(
    of candidate: IssueCandidate,
    in text: TokenizedText,
    _ scratch: inout Scratch
  ) -> [IssueTrace.Term] {
    guard let reader else { return [] }
    let sentence = text.sentences[context.sentence(candidate.words.lowerBound, text)]
    let words = words(of: sentence, in: text)
    reader.read(words, of: text, findings: findings(words, scratch), &scratch.reader)
    return reader.shares(of: candidate.leaf, scratch.reader).map {
      IssueTrace.Term(source: $0.term.source, share: $0.share)
    }
  }

  private func evidence(
    _ words: Range<Int>,
    in text: TokenizedText,
    _ part: TextPart
  ) -> Issue.Evidence {
    let range = text.range(of: words)
    return Issue.Evidence(part: part, range: range, quote: text.cut(range))
  }

  private func trace(
    _ candidate: IssueCandidate,
    isBest: Bool,
    in text: TokenizedText,
    part: TextPart
  ) -> IssueTrace {
    func quoted(_ words: Range<Int>?) -> String {
      words.map { " “\(text.cut(text.range(of: $0)))”" } ?? ""
    }
    let pattern = candidate.pattern.map { patterns[$0] }
    var trace = IssueTrace(
      code: taxonomy.leaves[candidate.leaf].code,
      pattern: pattern,
      score: candidate.score,
      evidence: evidence(candidate.words, in: text, part),
      isKept: isBest,
      outcome: "",
      why: "",
      blame: ""
    )
    switch candidate.outcome {
    case .kept: trace.outcome = isBest ? "kept" : "a graver or surer match of the leaf is kept"
    case .vetoed(let veto):
      trace.outcome = "vetoed by `\(patterns[veto].source)`"
      return trace
    case .otherProduct(let words):
      trace.outcome = "about another product:\(quoted(words))"
      return trace
    case .yields(let leaf):
      trace.outcome = "\(taxonomy.leaves[leaf].code) is more precise"
    case .contradicted: trace.outcome = "the terms of its sentence speak against it"
    case .unclear: trace.outcome = "the contrary is denied, which makes no danger"
    }
    trace.modality = candidate.reason.modality
    trace.why = candidate.reason.rule.rawValue + quoted(candidate.reason.words)
    trace.attribution = candidate.attribution
    trace.blame =
      if pattern?.attribution != nil {
        "the pattern says so"
      } else if let words = candidate.fault {
        "named:\(quoted(words))"
      } else {
        "usual for the leaf"
      }
    trace.afterDays = days(candidate, in: text)?.days
    return trace
  }

  // MARK: Near misses

  /// The patterns that nearly fit, the nearest first.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - count: How many at most.
  /// - Returns: Patterns of three places or more of which at most one is missing in a clause.
  /// - Complexity: O(patterns × clauses); for one text that a person asks about.
  public func nearMisses(in text: TokenizedText, count: Int) -> [IssueNearMiss] {
    var scratch = Scratch()
    findMatches(in: text, &scratch)
    let fitting = Set(scratch.matches.map(\.pattern))
    let clauses = text.clauses.map { clause in
      Set(
        clause.words.map { word in
          String(
            ICUNormalizer.matchingForm(text.cut(text.words[word].range)).map {
              $0 == "\u{2018}" || $0 == "\u{2019}" ? "'" : $0
            }
          )
        }
      )
    }
    let hasNumber = text.clauses.map { clause in
      clause.words.contains { text.words[$0].kind == .number }
    }
    var found: [(miss: IssueNearMiss, rank: (Int, Int, Int))] = []
    for (index, pattern) in patterns.enumerated()
    where pattern.use == .match && !fitting.contains(index) {
      guard let parsed = try? language.pattern(pattern.source) else { continue }
      let needed = parsed.elements.filter { !$0.isOptional }
      guard needed.count >= 3 else { continue }
      for (place, words) in clauses.enumerated() {
        let missing = needed.indices.filter { element in
          !(needed[element].matchesNumber && hasNumber[place])
            && needed[element].forms.isDisjoint(with: words)
        }
        guard missing.count <= 1 else { continue }
        let lacking = missing.first.map { element in
          needed[element].forms.sorted().prefix(3).joined(separator: "|")
        }
        let breadth = needed.reduce(0) { $0 + min(100, $1.forms.count) } / needed.count
        found.append(
          (
            IssueNearMiss(pattern: pattern, missing: lacking),
            (missing.count, -needed.count, breadth)
          )
        )
        break
      }
    }
    found.sort { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      return (left.miss.pattern.code, left.miss.pattern.source)
        < (right.miss.pattern.code, right.miss.pattern.source)
    }
    return found.prefix(count).map(\.miss)
  }
}
