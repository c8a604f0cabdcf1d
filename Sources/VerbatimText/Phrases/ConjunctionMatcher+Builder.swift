extension ConjunctionMatcher {
  /// Interns the words of the parts before the vocabulary is frozen.
  public struct Builder: Sendable {
    private var parts = PhraseMatcher.Builder()
    private var numbers: [String: Int32] = [:]
    private var rules: [(pattern: Int, parts: Range<Int32>)] = []
    private var ruleParts: [Int32] = []

    /// A builder without conjunctions.
    public init() {}

    /// Takes in a conjunction under the number of its pattern.
    ///
    /// - Parameters:
    ///   - source: The parts with ``ConjunctionMatcher/mark`` between them.
    ///   - pattern: The number by which its places are known.
    ///   - language: What classes and forms mean.
    ///   - vocabulary: What the words are interned in.
    /// - Throws: A failure that says what is wrong with a part.
    public mutating func add(
      _ source: String,
      as pattern: Int,
      language: PhraseLanguage,
      vocabulary: inout Vocabulary.Builder
    ) throws(PhrasePattern.Failure) {
      let first = ruleParts.count
      guard !source.allSatisfy({ $0 == " " || $0 == "&" }) else {
        throw PhrasePattern.Failure(description: "the pattern is empty")
      }
      for part in ConjunctionMatcher.parts(of: source) {
        if let known = numbers[part] {
          ruleParts.append(known)
          continue
        }
        do throws(PhrasePattern.Failure) {
          parts.add(try language.pattern(part), to: &vocabulary)
        } catch {
          ruleParts.removeSubrange(first...)
          throw error
        }
        let number = Int32(numbers.count)
        numbers[part] = number
        ruleParts.append(number)
      }
      rules.append((pattern, Int32(first)..<Int32(ruleParts.count)))
    }

    /// The matcher over a vocabulary that holds every word of the parts.
    ///
    /// - Parameters:
    ///   - vocabulary: The vocabulary the parts were interned in.
    ///   - barriers: Words that no gap of a part may skip.
    ///   - common: Words so frequent in any text that no part should hang on them.
    /// - Returns: A matcher that is immutable and can be shared.
    public func freeze(
      _ vocabulary: Vocabulary,
      barriers: [String],
      common: [String]
    ) -> ConjunctionMatcher {
      let (parts, costs) = parts.freezeUnindexed(vocabulary, barriers: barriers, common: common)
      let rules = rules.map { rule in
        var key = ruleParts[Int(rule.parts.lowerBound)]
        for at in rule.parts where costs[Int(ruleParts[Int(at)])] < costs[Int(key)] {
          key = ruleParts[Int(at)]
        }
        return Rule(pattern: Int32(rule.pattern), parts: rule.parts, key: key)
      }
      return ConjunctionMatcher(
        parts: parts,
        rules: rules,
        ruleParts: ruleParts,
        wordCount: vocabulary.count
      )
    }
  }

  /// Whether a pattern is a conjunction.
  public static func isConjunction(_ source: String) -> Bool {
    source.withBytes { bytes in bytes.indices.contains { isMark(bytes, at: $0) } }
  }

  /// The parts of a pattern; the whole of one that is no conjunction.
  public static func parts(of source: String) -> [String] {
    source.withBytes { bytes in
      var parts: [String] = []
      var start = 0
      var at = 0
      while at < bytes.count {
        guard isMark(bytes, at: at) else {
          at += 1
          continue
        }
        if at > start { parts.append(String(copying: bytes.extracting(start..<at))) }
        at += mark.utf8.count
        start = at
      }
      if start < bytes.count {
        parts.append(String(copying: bytes.extracting(start..<bytes.count)))
      }
      return parts
    }
  }

  private static func isMark(_ bytes: Span<UInt8>, at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at + 1] == UInt8(ascii: "&") && bytes[at] == 0x20
      && bytes[at + 2] == 0x20
  }

  /// Hangs the rules on the words of their keys.
  private init(parts: PhraseMatcher, rules: [Rule], ruleParts: [Int32], wordCount: Int) {
    let bits = Self.bits(of: rules, ruleParts, partCount: parts.patternCount)
    var words = [WordFacts](repeating: WordFacts(row: 0, start: 0), count: wordCount + 1)
    var wordBits = [UInt64](repeating: 0, count: wordCount / 64 + 1)
    var rows = [PartSet(), PartSet()]
    for part in 0..<parts.patternCount {
      let bit = bits[part]
      let isNumber = parts.forEachAnchor(of: part) { word in
        wordBits[Int(word) >> 6] |= 1 << UInt64(word & 63)
        guard let bit else { return }
        if words[Int(word)].row == 0 {
          words[Int(word)].row = Int32(rows.count)
          rows.append(PartSet())
        }
        rows[Int(words[Int(word)].row)].insert(bit)
      }
      if isNumber, let bit { rows[1].insert(bit) }
    }
    var numberRules: [Hanging] = []
    for (number, rule) in rules.enumerated() {
      let isNumber = parts.forEachAnchor(of: Int(rule.key)) { words[Int($0) + 1].start += 1 }
      if isNumber { numberRules.append(Self.hanging(number, rule, ruleParts, bits)) }
    }
    for word in 0..<wordCount { words[word + 1].start += words[word].start }
    var next = words.map(\.start)
    var hanging = [Hanging](
      repeating: Hanging(rule: 0, first: 0, second: 0),
      count: Int(words[wordCount].start)
    )
    for (number, rule) in rules.enumerated() {
      let own = Self.hanging(number, rule, ruleParts, bits)
      _ = parts.forEachAnchor(of: Int(rule.key)) { word in
        hanging[Int(next[Int(word)])] = own
        next[Int(word)] += 1
      }
    }
    self.parts = parts
    self.rules = rules
    self.ruleParts = ruleParts
    self.words = words
    self.wordBits = wordBits
    self.rows = rows
    self.hanging = hanging
    self.numberRules = numberRules
  }

  /// The bits of the parts that rules have besides their keys, by part.
  private static func bits(
    of rules: [Rule],
    _ ruleParts: [Int32],
    partCount: Int
  ) -> [UInt16?] {
    var bits = [UInt16?](repeating: nil, count: partCount)
    var next = 0
    for rule in rules {
      for part in rule.others(in: ruleParts).map(Int.init) where bits[part] == nil {
        bits[part] = UInt16(next % PartSet.bitCount)
        next += 1
      }
    }
    return bits
  }

  private static func hanging(
    _ number: Int,
    _ rule: Rule,
    _ ruleParts: [Int32],
    _ bits: [UInt16?]
  ) -> Hanging {
    let others = rule.others(in: ruleParts).compactMap { bits[Int($0)] }
    return Hanging(
      rule: Int32(number),
      first: others.first ?? 0,
      second: others.dropFirst().first ?? others.first ?? 0
    )
  }
}
