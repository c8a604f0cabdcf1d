internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore
internal import VerbatimText

/// What the words of a store's texts add to clusters: near copies, phrases, groups, and the order
/// of quotes.
///
/// Statistics know no text: words go in here, and counts and numbers come out.
public struct ClusterWords: Sendable {
  /// The most texts of one cluster that are read, the first by id.
  ///
  /// Ids are hashes, so the first are a sample without a bias. Authored, to bound the time.
  static let textLimit = 2_000
  /// The most texts that a cluster's are compared with, the first by id.
  static let sampleLimit = 2_000

  private let tokenizer: Tokenizer
  private let runs: TermRuns

  /// Words by an engine's language tables.
  public init(_ engine: SignalEngine) {
    tokenizer = engine.tokenizer
    runs = TermRuns(engine)
  }

  /// Words that say nothing by themselves.
  var empty: Set<String> { runs.empty }

  /// The words of one text.
  struct Text {
    /// Runs of up to three words that say something.
    var runs: Set<String> = []
    /// Those in the sentences of the evidence.
    var focus: Set<String> = []
    /// The words of those sentences.
    var sentence: Set<String> = []
  }

  /// What one task reuses from text to text.
  struct Scratch {
    var words = Tokenizer.Scratch()
    var text = TokenizedText()
  }

  /// The words of a signal's texts; the words in focus are those of sentences that hold bytes of
  /// `ranges`.
  func text(
    _ verbatim: StoredVerbatim,
    focus ranges: [(part: String, range: ByteRange)],
    scratch: inout Scratch
  ) -> Text {
    var result = Text()
    for (part, words) in verbatim.customerParts {
      scratch.text.bytes.removeAll(keepingCapacity: true)
      scratch.text.bytes.append(contentsOf: words.utf8)
      tokenizer.tokenize(&scratch.text, scratch: &scratch.words)
      let text = scratch.text
      let wanted = ranges.filter { $0.part == part.description }.map(\.range)
      let sentences = Set(
        text.words.filter { word in wanted.contains { $0.overlaps(word.range) } }
          .map { text.clauses[Int($0.clause)].sentence }
      )
      runs.forEach(in: text, lengths: 1...3) { result.runs.insert($0) }
      guard !sentences.isEmpty else { continue }
      runs.forEach(in: text, lengths: 1...3, where: sentences.contains) { result.focus.insert($0) }
      for word in text.words
      where sentences.contains(text.clauses[Int(word.clause)].sentence) {
        result.sentence.insert(ICUNormalizer.matchingForm(text.cut(word.range)))
      }
    }
    return result
  }

  /// Every three words in a row of a signal's texts, hashed, each once, ascending.
  func shingles(_ verbatim: StoredVerbatim, scratch: inout Scratch) -> [UInt64] {
    var shingles: [UInt64] = []
    for (_, words) in verbatim.customerParts {
      scratch.text.bytes.removeAll(keepingCapacity: true)
      scratch.text.bytes.append(contentsOf: words.utf8)
      tokenizer.tokenize(&scratch.text, scratch: &scratch.words)
      let text = scratch.text
      // The hashes of the word before the last, and of the last.
      var (early, late): (UInt64?, UInt64?) = (nil, nil)
      for word in text.words {
        let hash = Self.hash(ICUNormalizer.matchingForm(text.cut(word.range)))
        if let early, let late {
          shingles.append([early, late, hash].reduce(0) { ($0 ^ $1) &* 0x100_0000_01B3 })
        }
        (early, late) = (late, hash)
      }
    }
    shingles.sort()
    return shingles.indices.filter { $0 == 0 || shingles[$0] != shingles[$0 - 1] }
      .map { shingles[$0] }
  }

  /// FNV-1a, the same on every machine.
  private static func hash(_ word: String) -> UInt64 {
    word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
