public import VerbatimCore
internal import VerbatimIssues
internal import VerbatimSentiment
internal import VerbatimStatistics
internal import VerbatimText

/// Weighs the terms of labelled texts for the marks of their tone, see `Tone` of VerbatimSentiment.
///
/// Each mark gets the weights that part the texts with it best from the others: of words, pairs and fields
/// of words, and of what the rules say. The same texts give the same weights, to the hundredth, on every
/// machine.
public struct ToneFit {
  /// In how many texts a term stands at least (authored).
  public static let fewestTexts = 3
  /// How much a weight is worth at least to be kept: its hundredths times the root of the number of texts
  /// in which its term stands (chosen on writers that were not learnt from).
  public static let leastWorth = 450.0
  /// What a text on the wrong side costs (from 0.7 to 3 little changes on texts not learnt from).
  public static let cost = 1.0
  /// For how many texts all texts of a file of others' count at most: there are many of them, and they
  /// speak of cameras and films (chosen on texts that were not learnt from).
  public static let mostOfOthers = 4_000.0
  /// For how many texts one of them counts at most: people wrote them, of things they had bought.
  public static let mostOfOther = 2.0

  private let engine: SignalEngine
  private let fields: WordFields
  private let inflector: Inflector
  private var scratch = SignalEngine.Scratch()
  private var forms = FormNumbers()
  private var texts: [Text] = []

  private struct Text: Sendable {
    var words: TokenizedText
    var label: RatedText.Label
    var verdict: Int
    /// For how many texts it counts.
    var count: Double
    /// Whether all labels occur where it is from.
    var tellsAll: Bool
  }

  /// Nothing taken in yet.
  ///
  /// - Parameter lexicons: The folder with the lexicons; nil for the one that travels with the binary.
  /// - Throws: A diagnostic where the folder lacks a file.
  public init(lexicons: String?) throws(Diagnostic) {
    var options = EngineOptions()
    options.lexicons = lexicons
    options.readsTone = false
    engine = try SignalEngine(options)
    let files = try EngineFiles(directory: lexicons)
    let language = try CompiledEngine.language(files)
    inflector = language.inflector
    fields = try CompiledEngine.wordFields(files, language)
  }

  /// How many texts were taken in.
  public var textCount: Int { texts.count }

  /// Takes in texts with their labels.
  ///
  /// - Parameters:
  ///   - rated: The texts of one source. Those with more than one part, or of which the rules can say
  ///     nothing, are passed over.
  ///   - isOthers: Whether they were not written for this: then they count for no more than
  ///     ``mostOfOthers`` texts, each for no more than ``mostOfOther``.
  public mutating func take(_ rated: [RatedText], isOthers: Bool) {
    let tellsAll = rated.contains { $0.side == 0 && $0.label != .mixed }
    let count =
      isOthers ? min(Self.mostOfOther, Self.mostOfOthers / Double(max(1, rated.count))) : 1
    for text in rated {
      var record = text.record
      record.language = "en"
      let unscored = engine.mask(&record)
      let sentiment = engine.sentiment(
        ofMasked: record,
        without: unscored,
        explains: false,
        scratch: &scratch
      )
      guard let verdict = Tone.Verdict(sentiment),
        let number = Tone.Verdict.allCases.firstIndex(of: verdict),
        scratch.texts.count == 1, var words = scratch.texts.first, !words.words.isEmpty
      else { continue }
      forms.renumber(&words, vocabulary: engine.tokenizer.vocabulary)
      texts.append(
        Text(words: words, label: text.label, verdict: number, count: count, tellsAll: tellsAll)
      )
    }
  }

  /// The lines of the file with the weights that part the texts best.
  ///
  /// - Complexity: O(marks × words × passes); some seconds for 50,000 texts.
  public func fit() async -> [String] {
    let table = TermTable(
      texts: texts.map(\.words),
      findings: texts.map { $0.words.sentences.map { _ in TermScan.Findings() } },
      numbers: forms.numbers,
      fields: fields,
      inflector: inflector,
      taxonomy: engine.issueMatcher.taxonomy,
      fewestTexts: Self.fewestTexts
    )
    let texts = texts
    let fits = await withTaskGroup(of: (Int, SquaredHingeFit).self) { group in
      for (number, mark) in Tone.Mark.allCases.enumerated() {
        group.addTask { (number, Self.fit(mark, texts, table)) }
      }
      var fits: [Int: SquaredHingeFit] = [:]
      for await (number, fit) in group { fits[number] = fit }
      return Tone.Mark.allCases.indices.compactMap { fits[$0] }
    }
    return IssueWeights(rows: Self.rows(fits, table)).lines(Tone.Mark.allCases.map(\.rawValue))
  }

  private static func fit(
    _ mark: Tone.Mark,
    _ texts: [Text],
    _ table: TermTable
  ) -> SquaredHingeFit {
    let label = label(of: mark)
    var rows = SquaredHingeFit.Rows()
    var isYes: [Bool] = []
    var counts: [Double] = []
    for (index, text) in texts.enumerated() where text.tellsAll || label.side != 0 {
      let columns = table.wholes[index]
      rows.append(
        columns,
        columns.map { Double(table.rarities[Int($0)]) },
        ballast: Double(IssueReader.ballast),
        whole: Int32(table.terms.count + text.verdict)
      )
      isYes.append(text.label == label)
      counts.append(text.count)
    }
    return SquaredHingeFit(
      rows,
      isYes: isYes,
      columnCount: table.terms.count + Tone.Verdict.allCases.count,
      cost: cost,
      counts: counts
    )
  }

  private static func label(of mark: Tone.Mark) -> RatedText.Label {
    switch mark {
    case .praise: .positive
    case .criticism: .negative
    case .plain: .noOpinion
    case .okay: .neutral
    case .mixed: .mixed
    }
  }

  /// By how much less CRITICISM has to score than parts the texts best: a complaint that is overlooked is
  /// worse than one too many (chosen on texts that were not learnt from).
  static let criticismShift = 0.2
  /// By how much more PLAIN has to score where the rules find fault: what they found is a complaint more
  /// often than the words of the text tell (chosen on texts that were not learnt from).
  static let plainShift = 0.4
  private static let faults: Set<Tone.Verdict> = [
    .faintlyNegative, .negative, .veryNegative, .mixedNegative,
  ]

  private static func rows(_ fits: [SquaredHingeFit], _ table: TermTable) -> [IssueWeights.Row] {
    func row(
      _ term: IssueTerm,
      rarity: Int,
      _ values: [Double],
      least: Double = 0
    ) -> IssueWeights.Row? {
      let weights = values.enumerated().compactMap { mark, value -> IssueWeights.Weight? in
        let value = Int(min(30_000, max(-30_000, (value * 100).rounded())))
        return Double(abs(value)) < least ? nil : IssueWeights.Weight(leaf: mark, value: value)
      }
      return weights.isEmpty ? nil : IssueWeights.Row(term: term, rarity: rarity, weights: weights)
    }
    let bases = zip(Tone.Mark.allCases, fits).map {
      $1.intercept + ($0 == .criticism ? criticismShift : 0)
    }
    let any = row(.any, rarity: 0, bases)
    let verdicts = Tone.Verdict.allCases.enumerated().map { number, verdict in
      row(
        .pattern(verdict.rawValue),
        rarity: 0,
        zip(Tone.Mark.allCases, fits).map {
          $1.weights[table.terms.count + number]
            - ($0 == .plain && faults.contains(verdict) ? plainShift : 0)
        }
      )
    }
    let terms = table.terms.enumerated().map { column, term in
      row(
        term,
        rarity: table.rarities[column],
        fits.map { $0.weights[column] * Double(table.rarities[column]) / 100 },
        least: leastWorth / table.textCounts[column].squareRoot()
      )
    }
    return ([any] + verdicts + terms).compactMap(\.self)
  }
}
