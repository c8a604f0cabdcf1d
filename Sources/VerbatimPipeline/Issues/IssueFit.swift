internal import Foundation
public import VerbatimCore
public import VerbatimIssues
internal import VerbatimStatistics
internal import VerbatimText

/// Weighs the terms of texts in which people found issues: each leaf gets its own weights, for and
/// against, see ``IssueWeights``.
///
/// First the weights are fitted to whole texts. By them each leaf of a text with several sentences is
/// given to the sentence that says most of it; then they are fitted anew, to texts and sentences. By how
/// much the weight of any sentence is moved, for all leaves alike, is what gives the best F1, together
/// with the patterns, on a quarter of the writers, by weights that were fitted to the others: whoever
/// writes next will not be among them either. Dangers have a step of their own, from which on enough of
/// those that are found there are right. A mark of what is said of leaves, such as that they are
/// denied, is placed there too: where it is wrong of the fewest texts that have a leaf.
///
/// The same texts give the same weights, to the hundredth, on every machine.
public struct IssueFit {
  /// In how many texts a term stands at least (authored).
  public static let fewestTexts = 3
  /// How much a weight is worth at least to be kept: its hundredths times the root of the number of texts
  /// in which its term stands (chosen on writers that were not learnt from).
  public static let leastWorth = 1_600.0
  /// What a text on the wrong side costs (chosen on writers that were not learnt from; from 1 to 4 little
  /// changes).
  public static let cost = 1.5

  /// By how much more a leaf has to score than is best for texts that were written to hold issues:
  /// customers' texts hold fewer (authored).
  public static let caution = 0.25
  /// How large a share of the dangers found is right at least, in texts that were written to hold issues
  /// (authored).
  public static let dangersRight = 0.85

  /// What was fitted.
  public struct Result: Sendable {
    /// The weights.
    public var weights: IssueWeights
    /// How many texts they were fitted to.
    public var textCount: Int
    /// How many of those were set aside to place the threshold.
    public var asideCount: Int
    /// F1 on those that were set aside, by the terms and patterns, of leaves that are no danger.
    public var asideF1: Double
  }

  private let lexicons: String?
  private let engine: SignalEngine
  let taxonomy: Taxonomy
  private let fields: WordFields
  private let inflector: Inflector
  private var scratch = SignalEngine.Scratch()
  private var matching = IssueMatcher.Scratch()
  private var forms = FormNumbers()
  private(set) var texts: [Text] = []

  struct Text {
    var words: TokenizedText
    /// What people found in it, marks with the leaves.
    var leaves: Set<Int>
    /// What patterns find, sentence by sentence.
    var findings: [TermScan.Findings]
    /// Whether it is set aside to place the threshold.
    var isAside: Bool
  }

  /// Nothing taken in yet.
  ///
  /// - Parameter lexicons: The folder with the lexicons; nil for the one that travels with the binary.
  /// - Throws: A diagnostic where the folder lacks a file.
  public init(lexicons: String?) throws(Diagnostic) {
    self.lexicons = lexicons
    var options = EngineOptions()
    options.lexicons = lexicons
    options.readsTerms = false
    // Its words would be known, and so not corrected: the weights would hang on a file fitted after them.
    options.readsTone = false
    engine = try SignalEngine(options)
    taxonomy = engine.issueMatcher.taxonomy
    let files = try EngineFiles(directory: lexicons)
    let language = try CompiledEngine.language(files)
    inflector = language.inflector
    fields = try CompiledEngine.wordFields(files, language)
  }

  /// The leaves that there are.
  public var leaves: Taxonomy { taxonomy }

  /// Takes in a text with its issues.
  ///
  /// - Parameters:
  ///   - gold: The text; one without words is passed over.
  ///   - isAside: Whether it is set aside to place the threshold.
  public mutating func take(_ gold: IssueGold, isAside: Bool) {
    var leaves = Set(
      gold.claims.compactMap { claim in taxonomy.leaves.firstIndex { $0.code == claim.code } }
    )
    for claim in gold.claims {
      if let mark = Self.mark(of: claim.modality) { leaves.insert(mark.number(taxonomy)) }
      if claim.tier == .t0 { leaves.insert(IssueWeights.Mark.harmed.number(taxonomy)) }
    }
    take(gold.text, isAside: isAside) { _ in leaves }
  }

  /// Takes in the examples that stand beside the patterns: what everybody says and few writers write.
  ///
  /// An example tells of its own leaf alone; of the others what the patterns find is believed.
  public mutating func takeExamples() throws(Diagnostic) {
    let taxonomy = taxonomy
    for example in try LeafTests.examples(lexicons) {
      guard let own = taxonomy.leaves.firstIndex(where: { $0.code == example.code }) else {
        continue
      }
      let mark = Issue.Modality(rawValue: example.expected.rawValue).flatMap(Self.mark)
      take(example.text, isAside: false) { fitting in
        guard example.expected != .none else { return fitting.subtracting([own]) }
        return fitting.union([own]).union(mark.map { [$0.number(taxonomy)] } ?? [])
      }
    }
  }

  /// Takes in a text with the leaves that are said of what its patterns find.
  private mutating func take(
    _ text: String,
    isAside: Bool,
    leaves: (_ said: Set<Int>) -> Set<Int>
  ) {
    var record = FeedbackRecord(source: .init(kind: .survey, format: "text", file: "-"))
    record.text = text
    record.id = "fit"
    record.language = "en"
    let signal = engine.signal(for: &record, explains: false, scratch: &scratch)
    guard var words = scratch.texts.first, !words.words.isEmpty else { return }
    let findings = engine.issueMatcher.findings(in: words, &matching)
    forms.renumber(&words, vocabulary: engine.tokenizer.vocabulary)
    let said = Set(
      signal.issues.compactMap { issue in
        taxonomy.leaves.firstIndex { $0.code == issue.code }
      }
    )
    texts.append(Text(words: words, leaves: leaves(said), findings: findings, isAside: isAside))
  }

  /// How a modality is marked; nil for what is said to be so.
  private static func mark(of modality: Issue.Modality) -> IssueWeights.Mark? {
    switch modality {
    case .actual: nil
    case .negated: .denied
    case .hypothetical: .asked
    case .potential: .feared
    case .resolved: .resolved
    }
  }

  /// The weights that part the texts best.
  ///
  /// - Complexity: O(leaves × words × passes); half a minute a core for 40,000 texts.
  public func fit() async -> Result {
    let table = TermTable(
      texts: texts.map(\.words),
      findings: texts.map(\.findings),
      numbers: forms.numbers,
      fields: fields,
      inflector: inflector,
      taxonomy: taxonomy,
      fewestTexts: Self.fewestTexts
    )
    let names = IssueWeights.names(taxonomy)
    let aside = texts.indices.filter { texts[$0].isAside }
    let trial = await fits(texts.indices.filter { !texts[$0].isAside }, table, names.count)
    let leaves = taxonomy.leaves.indices
    let dangers = leaves.filter { taxonomy.leaves[$0].tier.isHazard }
    let others = leaves.filter { !taxonomy.leaves[$0].tier.isHazard }
    let best = tally(others, trial, aside, table).best
    let dangerStep = tally(dangers, trial, aside, table).step(right: Self.dangersRight)
    let steps = names.indices.map { leaf in
      guard leaves.contains(leaf) else { return markStep(trial[leaf], leaf, aside, table) }
      return taxonomy.leaves[leaf].tier.isHazard ? dangerStep : best.step + Self.caution
    }
    let all = await fits(Array(texts.indices), table, names.count)
    return Result(
      weights: IssueWeights(rows: rows(all, table, steps: steps)),
      textCount: texts.count,
      asideCount: aside.count,
      asideF1: best.f1
    )
  }

  // MARK: Fitting

  /// The weights of every leaf for some texts: to whole texts first, then to their sentences too.
  private func fits(
    _ chosen: [Int],
    _ table: TermTable,
    _ leafCount: Int
  ) async -> [SquaredHingeFit] {
    var rows = SquaredHingeFit.Rows()
    var leaves: [Set<Int>] = []
    for index in chosen {
      table.append(table.wholes[index], to: &rows)
      leaves.append(texts[index].leaves)
    }
    let wholes = await fits(rows, leaves, table.terms.count, leafCount)
    for index in chosen where table.sentences[index].count > 1 {
      var own = SquaredHingeFit.Rows()
      for sentence in table.sentences[index] { table.append(sentence, to: &own) }
      var sentenceLeaves = [Set<Int>](repeating: [], count: own.count)
      for leaf in texts[index].leaves {
        let scores = (0..<own.count).map { own.product($0, wholes[leaf].weights) }
        guard let most = scores.max(), let place = scores.firstIndex(of: most) else { continue }
        sentenceLeaves[place].insert(leaf)
      }
      for (sentence, said) in zip(table.sentences[index], sentenceLeaves) {
        table.append(sentence, to: &rows)
        leaves.append(said)
      }
    }
    return await fits(rows, leaves, table.terms.count, leafCount)
  }

  private func fits(
    _ rows: SquaredHingeFit.Rows,
    _ leaves: [Set<Int>],
    _ columnCount: Int,
    _ leafCount: Int
  ) async -> [SquaredHingeFit] {
    await withTaskGroup(of: (Int, SquaredHingeFit).self) { group in
      for leaf in 0..<leafCount {
        group.addTask {
          let fit = SquaredHingeFit(
            rows,
            isYes: leaves.map { $0.contains(leaf) },
            columnCount: columnCount,
            cost: Self.cost
          )
          return (leaf, fit)
        }
      }
      var fits: [Int: SquaredHingeFit] = [:]
      for await (leaf, fit) in group { fits[leaf] = fit }
      return (0..<leafCount).compactMap { fits[$0] }
    }
  }

  // MARK: Rows

  private func rows(
    _ fits: [SquaredHingeFit],
    _ table: TermTable,
    steps: [Double]
  ) -> [IssueWeights.Row] {
    let base = fits.enumerated().map { leaf, fit in
      IssueWeights.Weight(leaf: leaf, value: Self.hundredths(fit.intercept - steps[leaf]))
    }
    var rows = [IssueWeights.Row(term: .any, rarity: 0, weights: base)]
    for (column, term) in table.terms.enumerated() {
      let weights = fits.enumerated().compactMap { leaf, fit -> IssueWeights.Weight? in
        let value = Self.hundredths(fit.weights[column] * Double(table.rarities[column]) / 100)
        return Double(abs(value)) * table.textCounts[column].squareRoot() < Self.leastWorth
          ? nil : IssueWeights.Weight(leaf: leaf, value: value)
      }
      guard !weights.isEmpty else { continue }
      rows.append(IssueWeights.Row(term: term, rarity: table.rarities[column], weights: weights))
    }
    return rows
  }

  private static func hundredths(_ value: Double) -> Int {
    Int(min(30_000, max(-30_000, (value * 100).rounded())))
  }
}
