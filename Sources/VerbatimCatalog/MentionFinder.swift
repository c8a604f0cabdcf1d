internal import VerbatimCore
public import VerbatimText

/// Finds articles that a text names, by code, name or alias: the longest mention wins.
public struct MentionFinder: Sendable {
  /// How an article was named.
  enum Form: Int, Hashable, Sendable {
    case code
    case name
    case alias
  }

  /// Interns the words of names before the vocabulary is frozen.
  public struct Builder {
    private var matcher = PhraseMatcher.Builder()
    private var targets: [(product: Int, form: Form)] = []

    /// Takes in the names of a catalog.
    public init(_ catalog: Catalog, vocabulary: inout Vocabulary.Builder) {
      for word in LotCue.words + LotCue.fillers { _ = vocabulary.intern(word) }
      for (index, product) in catalog.products.enumerated() {
        add(product.sku.value, index, .code, &vocabulary)
        add(product.name, index, .name, &vocabulary)
        for alias in product.aliases { add(alias, index, .alias, &vocabulary) }
      }
    }

    private mutating func add(
      _ name: String,
      _ product: Int,
      _ form: Form,
      _ vocabulary: inout Vocabulary.Builder
    ) {
      let words = PhrasePattern.words(of: name)
      // One short word, or a bare number, is no evidence.
      guard words.count > 1 || (words.first?.utf8.count ?? 0) >= 4,
        words.contains(where: { $0.contains { !$0.isNumber } })
      else { return }
      matcher.add(PhrasePattern(name: name), to: &vocabulary)
      targets.append((product, form))
    }

    /// The finder over a vocabulary that holds every name.
    public func freeze(_ vocabulary: Vocabulary) -> MentionFinder {
      MentionFinder(
        matcher: matcher.freeze(vocabulary, barriers: []),
        targets: targets,
        lotCue: LotCue(vocabulary)
      )
    }
  }

  private let matcher: PhraseMatcher
  private let targets: [(product: Int, form: Form)]
  let lotCue: LotCue

  private init(
    matcher: PhraseMatcher,
    targets: [(product: Int, form: Form)],
    lotCue: LotCue
  ) {
    self.matcher = matcher
    self.targets = targets
    self.lotCue = lotCue
  }

  /// The articles named by the longest mentions of a text, by their places in the catalog.
  func mentions(in text: TokenizedText) -> (products: [Int], form: Form)? {
    guard !targets.isEmpty else { return nil }
    var matches: [PhraseMatch] = []
    matcher.find(in: text, into: &matches)
    guard !matches.isEmpty else { return nil }
    let codes = matches.filter { targets[$0.pattern].form == .code }
    let pool = codes.isEmpty ? matches : codes
    let longest = pool.map(\.words.count).max() ?? 0
    let best = pool.filter { $0.words.count == longest }
    let form = best.map { targets[$0.pattern].form }.min { $0.rawValue < $1.rawValue } ?? .alias
    return (Set(best.map { targets[$0.pattern].product }).sorted(), form)
  }
}
