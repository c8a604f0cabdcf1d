internal import VerbatimCore
internal import VerbatimText

/// What stands around a match and decides whether it happened, to whose product, and whose fault it
/// is: negation, fear, condition, question, repair, and who is named.
struct IssueContext: Sendable {
  /// The kinds of context, as `context.tsv` names them.
  enum Kind: String, CaseIterable {
    /// It was put right.
    case resolved
    /// A repair around it was only promised, asked for or refused.
    case unkept
    /// A repair before it did not hold.
    case relapse
    /// It is about another product.
    case other
    /// It is about this one again.
    case own
    /// It is feared or expected.
    case potential
    /// It is feared, said behind it, too.
    case looming
    /// It was expected; what follows may say that it was not so.
    case belief
    /// It is a condition.
    case hypothetical
    /// A question around it reports it.
    case fact
    /// It is kept away, or missing.
    case absence
    /// It is denied, said behind it, too.
    case denied
    /// No word inside it negates, supposes, fears or mends anything.
    case harmless
    /// The maker did it.
    case supplier
    /// The warehouse did it.
    case warehouse
    /// The carrier did it.
    case carrier
    /// The page that sold it did it.
    case listing
    /// The shop's service did it.
    case service
    /// The customer chose so.
    case customerChoice = "customer_choice"
    /// The customer proposes something.
    case suggestion
    /// The customer leaves.
    case cancel
    /// The customer buys elsewhere.
    case `switch`
    /// The customer wants no mail, no calls.
    case noContact = "no_contact"

    /// Whether it matters only beside a repair, another product or a question.
    var isDetail: Bool {
      switch self {
      case .unkept, .relapse, .own, .fact: true
      default: false
      }
    }

    /// Its bit among those of all kinds.
    var bit: UInt32 {
      switch self {
      case .resolved: 1
      case .unkept: 1 << 1
      case .relapse: 1 << 2
      case .other: 1 << 3
      case .own: 1 << 4
      case .potential: 1 << 5
      case .looming: 1 << 6
      case .belief: 1 << 7
      case .hypothetical: 1 << 8
      case .fact: 1 << 9
      case .absence: 1 << 10
      case .denied: 1 << 11
      case .harmless: 1 << 12
      case .supplier, .warehouse, .carrier, .listing, .service, .customerChoice: Self.faults
      case .suggestion, .cancel, .switch, .noContact: 0
      }
    }

    /// The bit of all kinds that say whose fault it is.
    static let faults: UInt32 = 1 << 13

    /// Whose fault it says it is.
    var attribution: Issue.Attribution? {
      switch self {
      case .supplier: .supplier
      case .warehouse: .warehouse
      case .carrier: .carrier
      case .listing: .listing
      case .service: .service
      case .customerChoice: .customerChoice
      default: nil
      }
    }

    /// What the customer says with it beside any issue.
    var remark: Remark.Kind? {
      switch self {
      case .suggestion: .suggestion
      case .cancel: .cancel
      case .switch: .switch
      case .noContact: .noContact
      default: nil
      }
    }
  }

  /// What part a word has in the grammar around a match.
  struct Role: OptionSet {
    let rawValue: UInt16
    /// It negates.
    static let negates = Role(rawValue: 1)
    /// It negates a verb; two of them make a statement.
    static let negatesVerb = Role(rawValue: 2)
    /// It opens a question for a fact.
    static let asks = Role(rawValue: 4)
    /// It opens a question by standing before its subject.
    static let inverts = Role(rawValue: 8)
    /// It opens a clause that says otherwise.
    static let contrasts = Role(rawValue: 16)
    /// It may be the subject of a new statement.
    static let subject = Role(rawValue: 32)
    /// It opens a noun phrase.
    static let determiner = Role(rawValue: 64)
    /// Behind it a subject belongs to the statement before.
    static let carries = Role(rawValue: 128)
    /// It joins the items of a list that a negator before them negates.
    static let or = Role(rawValue: 256)
    /// It joins what a negator of a verb before it does not reach.
    static let and = Role(rawValue: 512)
    /// It says what will or would follow.
    static let outcome = Role(rawValue: 1024)
    /// It gives a reason, or states a fact inside a question.
    static let because = Role(rawValue: 2048)
  }

  /// A context phrase in a text.
  struct Found {
    var kind: Kind
    var words: Range<Int>
  }

  /// The context phrases of a text, by their first word.
  struct Surroundings {
    var found: [Found] = []
    /// A bit for each kind that is among them.
    var present: UInt32 = 0
    /// Negators that make an issue, such as that of "never arrived", each with the end of its match:
    /// they negate nothing behind an "and" behind it.
    var taken: [(negator: Int, end: Int)] = []
    /// The parts of the conjunction that is judged: their negators negate nothing.
    var own: [Range<Int>] = []
    /// The most words that a phrase or a match has.
    var longest = 1
  }

  let matcher: PhraseMatcher
  let kinds: [Kind]
  /// What matters only beside a repair, another product or a question.
  let details: PhraseMatcher
  let detailKinds: [Kind]
  /// By word form.
  let roles: [Role]

  /// How far a phrase counts, in words, whatever the punctuation says.
  static let window = 60
  /// How far behind a match a repair may be told, in words.
  static let repairWindow = 160
  /// How many sentences behind a match a repair may be told.
  static let repairSentences = 3

  /// The role of a word.
  @inline(__always)
  func role(_ word: Int, _ text: borrowing TokenizedText) -> Role {
    roles[Int(text.words[word].id)]
  }

  /// Finds every context phrase of a text.
  func find(
    in text: TokenizedText,
    scratch: inout [PhraseMatch],
    into surroundings: inout Surroundings
  ) {
    scratch.removeAll(keepingCapacity: true)
    surroundings.found.removeAll(keepingCapacity: true)
    surroundings.present = 0
    matcher.find(in: text, into: &scratch)
    let needsDetails =
      scratch.contains { kinds[$0.pattern] == .resolved || kinds[$0.pattern] == .other }
      || text.sentences.contains(where: \.isQuestion)
    if needsDetails {
      let count = scratch.count
      details.find(in: text, into: &scratch)
      for index in count..<scratch.count { scratch[index].pattern += kinds.count }
    }
    guard !scratch.isEmpty else { return }
    if scratch.count > 1 {
      scratch.sort {
        ($0.words.lowerBound, $0.words.upperBound, $0.pattern)
          < ($1.words.lowerBound, $1.words.upperBound, $1.pattern)
      }
    }
    var longest = 1
    var hasHarmless = false
    for match in scratch {
      longest = max(longest, match.words.count)
      hasHarmless = hasHarmless || kind(match) == .harmless
    }
    // Phrases inside a harmless one mean nothing.
    for (index, match) in scratch.enumerated() {
      let kind = kind(match)
      if hasHarmless, kind != .harmless, isHarmless(match.words, scratch, near: index, longest) {
        continue
      }
      surroundings.found.append(Found(kind: kind, words: match.words))
      surroundings.present |= kind.bit
    }
    surroundings.longest = longest
  }

  @inline(__always)
  private func kind(_ match: PhraseMatch) -> Kind {
    match.pattern < kinds.count ? kinds[match.pattern] : detailKinds[match.pattern - kinds.count]
  }

  private func isHarmless(
    _ words: Range<Int>,
    _ matches: [PhraseMatch],
    near index: Int,
    _ longest: Int
  ) -> Bool {
    func covers(_ other: PhraseMatch) -> Bool {
      kind(other) == .harmless && other.words.lowerBound <= words.lowerBound
        && other.words.upperBound >= words.upperBound
    }
    var at = index
    while at > 0, matches[at - 1].words.lowerBound + longest > words.lowerBound {
      at -= 1
      if covers(matches[at]) { return true }
    }
    at = index + 1
    while at < matches.count, matches[at].words.lowerBound == words.lowerBound {
      if covers(matches[at]) { return true }
      at += 1
    }
    return false
  }

  // MARK: Places

  /// The clause of a word.
  func clause(_ word: Int, _ text: borrowing TokenizedText) -> Int { Int(text.words[word].clause) }

  /// The sentence of a word.
  func sentence(_ word: Int, _ text: borrowing TokenizedText) -> Int {
    text.clauses[Int(text.words[word].clause)].sentence
  }

  /// Whether what stands right before a word is a comma.
  func followsComma(_ word: Int, _ text: borrowing TokenizedText) -> Bool {
    guard word > 0, text.words[word].style.contains(.afterBreak) else { return false }
    var at = Int(text.words[word - 1].end)
    while at < Int(text.words[word].start) {
      if text.bytes[at] == UInt8(ascii: ",") { return true }
      at += 1
    }
    return false
  }
}

extension IssueContext.Surroundings {
  /// Whether a phrase of a kind that begins in a range of words is as it must be.
  func contains(
    _ kind: IssueContext.Kind,
    from start: Int,
    to end: Int,
    where isFit: (Range<Int>) -> Bool = { _ in true }
  ) -> Bool {
    first(kind, from: start, to: end, where: isFit) != nil
  }

  /// The first phrase of a kind that begins in a range of words and is as it must be.
  func first(
    _ kind: IssueContext.Kind,
    from start: Int,
    to end: Int,
    where isFit: (Range<Int>) -> Bool = { _ in true }
  ) -> Range<Int>? {
    guard present & kind.bit != 0 else { return nil }
    var at = index(of: start)
    while at < found.count, found[at].words.lowerBound < end {
      if found[at].kind == kind, isFit(found[at].words) { return found[at].words }
      at += 1
    }
    return nil
  }

  /// The place of the first phrase that begins at a word or behind it.
  func index(of word: Int) -> Int {
    var low = 0
    var high = found.count
    while low < high {
      let middle = (low + high) / 2
      if found[middle].words.lowerBound < word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The end of the match in which a negator makes an issue; nil where it makes none.
  func endOfTaking(_ negator: Int) -> Int? {
    var low = 0
    var high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].negator < negator { low = middle + 1 } else { high = middle }
    }
    // Of several matches that hold it the shortest counts: they are sorted by their ends.
    return low < taken.count && taken[low].negator == negator ? taken[low].end : nil
  }
}
