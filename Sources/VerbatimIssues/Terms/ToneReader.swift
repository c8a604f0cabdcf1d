public import VerbatimCore
public import VerbatimText

/// Scores marks of a whole text by the weights of its terms and by what rules have said of it: whether
/// it praises, criticises, or only tells.
///
/// The weights are those of an ``IssueReader``, with marks in place of leaves. What rules say is a row
/// `=NAME` of rarity 0, which is added undivided, as `*` is.
public struct ToneReader: Sendable {
  let reader: IssueReader
  /// By verdict of the rules, the weights of the marks, in hundredths.
  let verdicts: [[Int]]

  /// The weights of a file, before the vocabulary is frozen.
  public struct Builder: Sendable {
    private var builder: IssueReader.Builder
    private var verdicts: [[Int]]

    /// Takes in weights and fields.
    ///
    /// - Parameters:
    ///   - path: The file with the weights.
    ///   - bytes: What it holds.
    ///   - marks: The names of the marks.
    ///   - verdicts: The names of what rules may say.
    ///   - fields: The fields of words.
    ///   - inflector: The forms of a word.
    ///   - diagnostics: Takes what is wrong with the lines.
    /// - Throws: `V3001` when the header is another.
    public init(
      path: String,
      bytes: [UInt8],
      marks: [String],
      verdicts: [String],
      fields: WordFields,
      inflector: Inflector,
      diagnostics: inout [Diagnostic]
    ) throws(Diagnostic) {
      let weights = try IssueWeights(
        path: path,
        bytes: bytes,
        names: marks,
        diagnostics: &diagnostics
      )
      builder = IssueReader.Builder(weights, fields: fields, names: marks, inflector: inflector)
      self.verdicts = [[Int]](
        repeating: [Int](repeating: 0, count: marks.count),
        count: verdicts.count
      )
      for row in weights.rows {
        guard case .pattern(let name) = row.term,
          let verdict = verdicts.firstIndex(of: name)
        else { continue }
        for weight in row.weights { self.verdicts[verdict][weight.leaf] = weight.value }
      }
    }

    /// Gives every word of terms and fields its number.
    public mutating func intern(into vocabulary: inout Vocabulary.Builder) {
      builder.intern(into: &vocabulary)
    }

    /// The reader over a vocabulary in which its words were interned.
    public func freeze(_ vocabulary: Vocabulary) -> ToneReader {
      ToneReader(reader: builder.freeze(vocabulary), verdicts: verdicts)
    }
  }

  /// What one thread reuses from text to text.
  public struct Scratch {
    var reader = IssueReader.Scratch()
    /// By part of the text: how many terms it and those before it hold.
    var ends: [Int] = []

    /// An empty scratch.
    public init() {}
  }

  /// A term in a text.
  public struct Term: Hashable, Sendable {
    /// Which of the parts it stands in first.
    public var part: Int
    /// The words it stands on.
    public var words: Range<Int>
    /// The term as its file writes it.
    public var source: String
    /// What it adds.
    public var share: Double
  }

  /// The scores of the marks for a text, all of its parts together.
  ///
  /// - Parameters:
  ///   - texts: The parts.
  ///   - verdict: What rules have said of it, by its place among the verdicts.
  ///   - scratch: Keeps the terms.
  /// - Returns: A score for each mark, in their order.
  /// - Complexity: O(*n*) in the words.
  public func scores(
    of texts: [TokenizedText],
    verdict: Int,
    _ scratch: inout Scratch
  ) -> [Double] {
    reader.begin(&scratch.reader)
    scratch.ends.removeAll(keepingCapacity: true)
    for text in texts {
      // A pair does not reach from one sentence into the next.
      for sentence in text.sentences {
        let words =
          text.clauses[sentence.clauses.lowerBound].words
          .lowerBound..<text.clauses[sentence.clauses.upperBound - 1].words.upperBound
        reader.add(words, of: text, findings: TermScan.Findings(), &scratch.reader)
      }
      scratch.ends.append(scratch.reader.hits.count)
    }
    return verdicts[verdict].indices.map { mark in
      reader.knows(mark)
        ? reader.score(of: mark, scratch.reader) + Double(verdicts[verdict][mark]) / 100 : -1
    }
  }

  /// What the terms of the text that was read last add to a sum of marks, the most first.
  ///
  /// - Parameters:
  ///   - signs: By mark, how often its score is in the sum: −1, 0 or 1.
  ///   - scratch: What that reading left.
  /// - Returns: The terms with a share.
  public func terms(_ signs: [Int], _ scratch: Scratch) -> [Term] {
    var terms: [Term] = []
    var part = 0
    for (number, hit) in scratch.reader.hits.enumerated() {
      while scratch.ends[part] <= number { part += 1 }
      let weight = signs.enumerated().reduce(0) {
        $1.element == 0 ? $0 : $0 + $1.element * reader.weight(of: hit.term, for: $1.offset)
      }
      guard weight != 0 else { continue }
      terms.append(
        Term(
          part: part,
          words: hit.words,
          source: reader.sources[Int(hit.term)].source,
          share: Double(weight) / scratch.reader.norm
        )
      )
    }
    return terms.sorted { ($1.share, $0.source) < ($0.share, $1.source) }
  }

  /// What is added to a sum of marks without any term: by any text, and by the verdict of the rules.
  public func beside(_ signs: [Int], verdict: Int) -> (any: Double, verdict: Double) {
    func sum(_ weights: [Int]) -> Double {
      Double(zip(signs, weights).reduce(0) { $0 + $1.0 * $1.1 }) / 100
    }
    return (sum(reader.base.map(Int.init)), sum(verdicts[verdict]))
  }
}
