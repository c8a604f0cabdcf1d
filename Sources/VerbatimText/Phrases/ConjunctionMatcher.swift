/// Finds patterns whose parts may stand in any order within a sentence:
/// `(refund|money back) & (still|never) & …`.
///
/// People tell one fault in many orders. A conjunction names what must be said, not how it is
/// strung together; its parts are patterns of their own. Each conjunction hangs on the rarest word
/// of its rarest part: only where that word stands, and a word of every other part may stand in
/// the same sentence, are its parts looked for. So a part as common as "it" costs next to nothing.
public struct ConjunctionMatcher: Sendable {
  /// What stands between the parts of a conjunction.
  public static let mark = " & "
  /// How many words a conjunction may span, from the first word of a part to the last of another.
  public static let reach = 16

  /// A conjunction.
  struct Rule: Sendable {
    /// The number under which it was added.
    var pattern: Int32
    /// Its parts, the places in ``ruleParts``.
    var parts: Range<Int32>
    /// The part that it hangs on.
    var key: Int32

    /// The parts besides its key; the key once more when it is named twice, or alone.
    func others(in ruleParts: [Int32]) -> [Int32] {
      var others = parts.map { ruleParts[Int($0)] }
      if others.count > 1, let place = others.firstIndex(of: key) { others.remove(at: place) }
      return others
    }
  }

  /// The parts, each once.
  let parts: PhraseMatcher
  let rules: [Rule]
  /// The parts of the rules one behind the other, each rule's in the order of its pattern.
  let ruleParts: [Int32]
  /// What is known of each word, and one more at the end.
  let words: [WordFacts]
  /// A bit for each word that is in any part.
  let wordBits: [UInt64]
  /// Which parts besides keys a word may be in; the first is of no word, the second of numbers.
  let rows: [PartSet]
  /// The rules of every word, one word after the other.
  let hanging: [Hanging]
  /// The rules that hang on numbers.
  let numberRules: [Hanging]

  /// What is known of a word.
  struct WordFacts: Sendable {
    /// Its set of parts.
    var row: Int32
    /// Where the rules begin that hang on it.
    var start: Int32
  }

  /// A rule on a word of its key, with the bits of two other parts; the same twice when it has one.
  struct Hanging: Sendable {
    var rule: Int32
    var first: UInt16
    var second: UInt16
  }

  /// A place where all parts of a conjunction stand.
  public struct Place: Hashable, Sendable {
    /// The number under which the conjunction was added.
    public var pattern: Int
    /// The words from the first part to the last.
    public var words: Range<Int>
    /// The words of each part, in the order in which the pattern names them.
    public var parts: [Range<Int>]
  }

  /// What one thread reuses from text to text.
  public struct Scratch: Sendable {
    /// Where the parts of the rule that is tried stand.
    var found: [Range<Int>] = []
    /// Which of ``found`` are those of each part, in the order of the rule.
    var ofPart: [Range<Int>] = []
    /// By rule: the sentence in which it was tried last, counted over all texts.
    var tried: [UInt32] = []
    var sentence: UInt32 = 0
    /// The set of parts that have a word in the sentence.
    var present: [UInt64] = []
    /// What was found in a sentence, and what orders it.
    var places: [Ranked] = []

    /// An empty scratch.
    public init() {}
  }

  /// A place with the numbers of its first part and its rule.
  struct Ranked: Sendable {
    var place: Place
    var part: Int32
    var rule: Int32

    var order: (Int, Int, Int32, Int32) {
      (place.parts[0].lowerBound, place.parts[0].upperBound, part, rule)
    }
  }

  /// Appends every place where all parts of a conjunction stand near each other in one sentence, by
  /// where the first part stands.
  ///
  /// - Complexity: O(words × conjunctions hanging on each); then O(words × parts) for those few
  ///   that may be there. Allocates only for what is found.
  public func find(
    in text: borrowing TokenizedText,
    scratch: inout Scratch,
    into places: inout [Place]
  ) {
    places.removeAll(keepingCapacity: true)
    guard !rules.isEmpty else { return }
    if scratch.tried.count != rules.count {
      scratch.tried = [UInt32](repeating: 0, count: rules.count)
      scratch.sentence = 0
    }
    let words = text.words.span
    let clauses = text.clauses.span
    let sentences = text.sentences.span
    for number in sentences.indices {
      let own = sentences[number].clauses
      let range =
        clauses[own.lowerBound].words.lowerBound..<clauses[own.upperBound - 1].words.upperBound
      guard range.count > 1 else { continue }
      find(words, range, &scratch)
      guard !scratch.places.isEmpty else { continue }
      if scratch.places.count > 1 { scratch.places.sort { $0.order < $1.order } }
      for ranked in scratch.places { places.append(ranked.place) }
      scratch.places.removeAll(keepingCapacity: true)
    }
  }

  /// Finds the places in one sentence.
  private func find(_ words: Span<Word>, _ range: Range<Int>, _ scratch: inout Scratch) {
    let bits = wordBits.span
    let facts = self.words.span
    let rows = rows.span
    var present = PartSet()
    var isOpen = false
    var at = range.lowerBound
    while at < range.upperBound {
      let word = words[at]
      if PhraseAnchors.isAnchor(word.id, bits) {
        let fact = facts[Int(word.id)]
        present.formUnion(rows[Int(fact.row)])
        isOpen = isOpen || facts[Int(word.id) + 1].start > fact.start
      }
      if word.kind == .number {
        present.formUnion(rows[1])
        isOpen = isOpen || !numberRules.isEmpty
      }
      at += 1
    }
    guard isOpen else { return }
    present.write(to: &scratch.present)
    scratch.sentence &+= 1
    let hanging = hanging.span
    at = range.lowerBound
    while at < range.upperBound {
      let word = words[at]
      if PhraseAnchors.isAnchor(word.id, bits) {
        var place = Int(facts[Int(word.id)].start)
        let end = Int(facts[Int(word.id) + 1].start)
        while place < end {
          attempt(hanging[place], words, range, &scratch)
          place += 1
        }
      }
      if word.kind == .number {
        for rule in numberRules { attempt(rule, words, range, &scratch) }
      }
      at += 1
    }
  }

  /// Tries a rule once in a sentence, if its other parts may be there.
  @inline(__always)
  private func attempt(
    _ rule: Hanging,
    _ words: Span<Word>,
    _ range: Range<Int>,
    _ scratch: inout Scratch
  ) {
    guard Self.holds(scratch.present.span, rule.first),
      Self.holds(scratch.present.span, rule.second),
      scratch.tried[Int(rule.rule)] != scratch.sentence
    else { return }
    scratch.tried[Int(rule.rule)] = scratch.sentence
    attempt(Int(rule.rule), words, range, &scratch)
  }

  @inline(__always)
  private static func holds(_ present: Span<UInt64>, _ bit: UInt16) -> Bool {
    present[Int(bit &>> 6)] &>> UInt64(bit & 63) & 1 != 0
  }

  /// Looks for all parts of a rule in a sentence, and for the places where they stand together.
  private func attempt(
    _ number: Int,
    _ words: Span<Word>,
    _ range: Range<Int>,
    _ scratch: inout Scratch
  ) {
    let rule = rules[number]
    scratch.found.removeAll(keepingCapacity: true)
    scratch.ofPart.removeAll(keepingCapacity: true)
    // What is rare is missing soonest.
    let keys = parts.find(Int(rule.key), words, range, into: &scratch.found)
    guard !keys.isEmpty else { return }
    for at in rule.parts {
      let part = ruleParts[Int(at)]
      let own =
        part == rule.key ? keys : parts.find(Int(part), words, range, into: &scratch.found)
      guard !own.isEmpty else { return }
      scratch.ofPart.append(own)
    }
    for lead in scratch.ofPart[0] {
      guard let (span, taken) = together(lead, scratch) else { continue }
      scratch.places.append(
        Ranked(
          place: Place(pattern: Int(rule.pattern), words: span, parts: taken),
          part: ruleParts[Int(rule.parts.lowerBound)],
          rule: Int32(number)
        )
      )
    }
  }

  /// The parts nearest to a place of the first part, each beside those taken before it; nil when
  /// one is too far.
  private func together(
    _ lead: Int,
    _ scratch: borrowing Scratch
  ) -> (span: Range<Int>, parts: [Range<Int>])? {
    var span = scratch.found[lead]
    let lowest = span.lowerBound - Self.reach
    let end = span.lowerBound + Self.reach
    var taken = [span]
    for part in 1..<scratch.ofPart.count {
      let own = scratch.ofPart[part]
      var best: Range<Int>?
      var length = Self.reach + 1
      var at = Self.place(of: lowest, scratch.found.span, own)
      while at < own.upperBound, scratch.found[at].lowerBound < end {
        let words = scratch.found[at]
        at += 1
        let whole =
          min(span.lowerBound, words.lowerBound)..<max(span.upperBound, words.upperBound)
        guard whole.count < length, !taken.contains(where: { $0.overlaps(words) }) else {
          continue
        }
        length = whole.count
        best = words
      }
      guard let best else { return nil }
      taken.append(best)
      span = min(span.lowerBound, best.lowerBound)..<max(span.upperBound, best.upperBound)
    }
    return (span, taken)
  }

  /// The first of some ranges that begins at a word or behind it.
  private static func place(
    of word: Int,
    _ found: Span<Range<Int>>,
    _ places: Range<Int>
  ) -> Int {
    var low = places.lowerBound
    var high = places.upperBound
    while low < high {
      let middle = (low + high) / 2
      if found[middle].lowerBound < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
