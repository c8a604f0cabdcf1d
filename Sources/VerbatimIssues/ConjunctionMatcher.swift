internal import VerbatimText

/// Finds patterns whose parts may stand in any order within a sentence:
/// `(refund|money back) & (still|never) & …`.
///
/// People tell one fault in many orders. A conjunction names what must be said, not how it is
/// strung together; its parts are patterns of their own.
struct ConjunctionMatcher: Sendable {
  /// What stands between the parts of a conjunction.
  static let mark = " & "
  /// How many words a conjunction may span, from the first word of a part to the last of another.
  static let reach = 16

  /// A conjunction, by its parts; it is tried where its first part stands.
  private struct Rule {
    var pattern: Int
    var others: [Int]
  }

  private let parts: PhraseMatcher
  private let rules: [[Rule]]

  /// Interns the words of the parts before the vocabulary is frozen.
  struct Builder: Sendable {
    private var parts = PhraseMatcher.Builder()
    private var numbers: [String: Int] = [:]
    private var rules: [(pattern: Int, parts: [Int])] = []

    /// Takes in a conjunction under the number of its pattern.
    mutating func add(
      _ source: String,
      as pattern: Int,
      language: PhraseLanguage,
      vocabulary: inout Vocabulary.Builder
    ) throws(PhrasePattern.Failure) {
      var own: [Int] = []
      for part in source.split(separator: mark) {
        let part = String(part)
        if let known = numbers[part] {
          own.append(known)
          continue
        }
        parts.add(try language.pattern(part), to: &vocabulary)
        numbers[part] = numbers.count
        own.append(numbers.count - 1)
      }
      rules.append((pattern, own))
    }

    /// The matcher over a vocabulary that holds every word of the parts.
    func freeze(
      _ vocabulary: Vocabulary,
      barriers: [String],
      common: [String]
    ) -> ConjunctionMatcher {
      var byFirst = [[Rule]](repeating: [], count: numbers.count)
      for rule in rules {
        byFirst[rule.parts[0]].append(
          Rule(pattern: rule.pattern, others: Array(rule.parts.dropFirst()))
        )
      }
      return ConjunctionMatcher(
        parts: parts.freeze(vocabulary, barriers: barriers, common: common),
        rules: byFirst
      )
    }
  }

  private init(parts: PhraseMatcher, rules: [[Rule]]) {
    self.parts = parts
    self.rules = rules
  }

  /// A place where all parts of a conjunction stand.
  struct Place {
    /// The number of the pattern.
    var pattern: Int
    /// The words from the first part to the last.
    var words: Range<Int>
    /// The words of each part, in the order in which the pattern names them.
    var parts: [Range<Int>]
  }

  /// Appends every place where all parts of a conjunction stand near each other in one sentence.
  ///
  /// - Complexity: One pass for the parts; then O(*m* × rules on each × parts within reach) in the
  ///   few matches.
  func find(
    in text: TokenizedText,
    scratch: inout [PhraseMatch],
    into places: inout [Place]
  ) {
    places.removeAll(keepingCapacity: true)
    guard !rules.isEmpty else { return }
    scratch.removeAll(keepingCapacity: true)
    parts.find(in: text, into: &scratch)
    guard scratch.count > 1 else { return }
    scratch.sort {
      ($0.words.lowerBound, $0.words.upperBound, $0.pattern)
        < ($1.words.lowerBound, $1.words.upperBound, $1.pattern)
    }
    // Where the parts begin that may stand near a lead.
    var start = 0
    for lead in scratch {
      while scratch[start].words.lowerBound + Self.reach < lead.words.upperBound,
        scratch[start].words.lowerBound < lead.words.lowerBound
      {
        start += 1
      }
      for rule in rules[lead.pattern] {
        if let place = place(of: rule, from: lead, scratch, start, in: text) {
          places.append(place)
        }
      }
    }
  }

  /// The parts nearest to a lead; nil when a part is missing or too far.
  private func place(
    of rule: Rule,
    from lead: PhraseMatch,
    _ found: [PhraseMatch],
    _ start: Int,
    in text: TokenizedText
  ) -> Place? {
    func sentence(_ words: Range<Int>) -> Int {
      text.clauses[Int(text.words[words.lowerBound].clause)].sentence
    }
    let own = sentence(lead.words)
    var taken = [lead.words]
    var span = lead.words
    for part in rule.others {
      var best: Range<Int>?
      var length = Self.reach + 1
      var at = start
      while at < found.count, found[at].words.lowerBound < lead.words.lowerBound + Self.reach {
        let match = found[at]
        at += 1
        guard match.pattern == part, sentence(match.words) == own,
          !taken.contains(where: { $0.overlaps(match.words) })
        else { continue }
        let whole = Self.union(span, match.words)
        if whole.count < length {
          length = whole.count
          best = match.words
        }
      }
      guard let best else { return nil }
      taken.append(best)
      span = Self.union(span, best)
    }
    return Place(pattern: rule.pattern, words: span, parts: taken)
  }

  private static func union(_ one: Range<Int>, _ other: Range<Int>) -> Range<Int> {
    min(one.lowerBound, other.lowerBound)..<max(one.upperBound, other.upperBound)
  }
}
