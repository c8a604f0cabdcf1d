public import VerbatimStatistics

/// How right one engine is on rated texts, or two engines side by side, with intervals.
public struct Evaluation: Sendable {
  /// A measure of every engine.
  public struct Line: Hashable, Sendable {
    /// What is measured.
    public let measure: EvaluationMeasure
    /// The value for each engine; nil where it is not defined.
    public let values: [Double?]
    /// The 95 % interval for each engine.
    public let intervals: [Bootstrap.Interval?]
    /// First engine less second; nil when there is only one.
    public let difference: Double?
    /// The 95 % interval of the difference, on the same draws.
    public let differenceInterval: Bootstrap.Interval?
  }

  /// The texts with one value of what the report is divided by.
  public struct Slice: Hashable, Sendable {
    /// The value; nil for texts without one, and for values that only few texts have.
    public let name: String?
    /// How many texts there are.
    public let count: Int
    /// How many of them are negative.
    public let negatives: Int
    /// Accuracy, AUC and recall of negatives.
    public let lines: [Line]
  }

  /// A text on whose side an engine is not.
  public struct Miss: Hashable, Sendable {
    /// The text.
    public let text: RatedText
    /// What the first engine said.
    public let verdict: EngineVerdict
  }

  /// What the bootstrap draws.
  public enum Unit: Hashable, Sendable {
    /// One text.
    case text
    /// All texts on one article; so many articles, a text without one standing for itself.
    case product(Int)
  }

  /// The fewest articles by which texts are drawn: a handful gives no interval worth the name.
  public static let fewestProducts = 10
  /// The fewest texts of a slice of its own.
  public static let smallestSlice = 10

  /// The texts, in their order.
  public let texts: [RatedText]
  /// The engines' names.
  public let engines: [String]
  /// The verdicts of each engine, in the order of the texts.
  public let verdicts: [[EngineVerdict]]
  /// How intervals are found.
  public let bootstrap: Bootstrap
  /// What is drawn.
  public let unit: Unit
  /// The measures over all texts that these texts define.
  public let lines: [Line]
  private let groups: [Int]?

  /// Measures verdicts against texts.
  ///
  /// - Parameters:
  ///   - texts: What people said.
  ///   - engines: The names of one engine or two.
  ///   - verdicts: For each engine its verdicts, in the order of the texts.
  ///   - bootstrap: How intervals are found.
  /// - Precondition: Every engine has a verdict on every text.
  /// - Complexity: O(draws · texts) for each measure and engine.
  public init(
    of texts: [RatedText],
    engines: [String],
    verdicts: [[EngineVerdict]],
    bootstrap: Bootstrap
  ) {
    precondition(engines.count == verdicts.count, "each engine needs its verdicts")
    precondition(
      verdicts.allSatisfy { $0.count == texts.count },
      "each text needs a verdict of each engine"
    )
    self.texts = texts
    self.engines = engines
    self.verdicts = verdicts
    self.bootstrap = bootstrap
    let products = Self.products(of: texts)
    groups = products?.groups
    unit = products.map { .product($0.count) } ?? .text
    lines = Self.lines(
      EvaluationMeasure.allCases,
      texts,
      verdicts,
      bootstrap,
      groups
    )
  }

  /// How often each label of a person met each verdict of an engine: rows in the order of
  /// `RatedText.Label`, columns in that of `EngineVerdict.Label`.
  public func confusion(ofEngine engine: Int) -> ConfusionTable {
    let columns = EngineVerdict.Label.allCases
    var table = ConfusionTable(rows: RatedText.Label.allCases.count, columns: columns.count)
    for (text, verdict) in zip(texts, verdicts[engine]) {
      let column = columns.firstIndex(of: verdict.label) ?? 0
      table[EvaluationMeasure.row(of: text.label), column] += 1
    }
    return table
  }

  /// Whether the calibrated chances of the first engine mean what they say; nil when it has none.
  public var reliability: ReliabilityTable? {
    var chances: [Double] = []
    var outcomes: [Bool] = []
    for (text, verdict) in zip(texts, verdicts.first ?? []) {
      guard let chance = verdict.pNegative else { continue }
      chances.append(chance)
      outcomes.append(text.side < 0)
    }
    return chances.isEmpty ? nil : ReliabilityTable(chances: chances, outcomes: outcomes)
  }

  /// The texts by what they are divided by, those of most texts first, then by name; what few texts
  /// share stands last, together.
  public func slices(by slicing: EvaluationSlicing) -> [Slice] {
    var members: [String: [Int]] = [:]
    var rest: [Int] = []
    for (index, text) in texts.enumerated() {
      if let name = slicing.value(of: text, verdicts.first?[index]) {
        members[name, default: []].append(index)
      } else {
        rest.append(index)
      }
    }
    var named: [(name: String, indices: [Int])] = []
    for name in members.keys.sorted() {
      let indices = members[name] ?? []
      if indices.count < Self.smallestSlice {
        rest += indices
      } else {
        named.append((name, indices))
      }
    }
    named.sort { ($1.indices.count, $0.name) < ($0.indices.count, $1.name) }
    return named.map { slice($0.name, $0.indices) }
      + (rest.isEmpty ? [] : [slice(nil, rest.sorted())])
  }

  /// The texts on whose side the first engine is not, the worst first: by the distance of its score
  /// from the person's side, a text without a score counting as 0.
  public func worst(_ count: Int) -> [Miss] {
    let misses = zip(texts, verdicts.first ?? []).enumerated()
      .filter { $0.element.1.label.side != $0.element.0.side }
      .map { (index: $0.offset, miss: Miss(text: $0.element.0, verdict: $0.element.1)) }
    func distance(_ miss: Miss) -> Double {
      abs((miss.verdict.compound ?? 0) - Double(miss.text.side))
    }
    return misses.sorted { (distance($1.miss), $0.index) < (distance($0.miss), $1.index) }
      .prefix(count).map(\.miss)
  }

  private func slice(_ name: String?, _ indices: [Int]) -> Slice {
    let texts = indices.map { self.texts[$0] }
    // Numbered anew from 0, as groups are.
    var numbers: [Int: Int] = [:]
    var own: [Int] = []
    for index in indices {
      let group = groups?[index] ?? index
      let number = numbers[group] ?? numbers.count
      numbers[group] = number
      own.append(number)
    }
    return Slice(
      name: name,
      count: texts.count,
      negatives: texts.lazy.filter { $0.side < 0 }.count,
      lines: Self.lines(
        [.accuracy, .auc, .negativeRecall],
        texts,
        verdicts.map { verdicts in indices.map { verdicts[$0] } },
        bootstrap,
        own
      )
    )
  }

  private static func lines(
    _ measures: [EvaluationMeasure],
    _ texts: [RatedText],
    _ verdicts: [[EngineVerdict]],
    _ bootstrap: Bootstrap,
    _ groups: [Int]?
  ) -> [Line] {
    // One pass of draws for everything: each measure of each engine, and the differences.
    var parts: [any WeightedMeasure] = []
    var kinds: [EvaluationMeasure] = []
    for measure in measures {
      let own = verdicts.compactMap { measure.over(texts, $0) }
      guard own.count == verdicts.count else { continue }
      kinds.append(measure)
      parts += own
      if own.count == 2 { parts.append(MeasureDifference(own[0], own[1])) }
    }
    let intervals = bootstrap.intervals(of: parts, groups: groups)
    let width = verdicts.count == 2 ? 3 : verdicts.count
    return kinds.enumerated().map { index, kind in
      let places = index * width..<index * width + verdicts.count
      let last = index * width + width - 1
      let isPaired = verdicts.count == 2
      return Line(
        measure: kind,
        values: places.map { parts[$0].value },
        intervals: places.map { intervals[$0] },
        difference: isPaired ? parts[last].value : nil,
        differenceInterval: isPaired ? intervals[last] : nil
      )
    }
  }

  /// The group of each text by its article; nil when the texts name too few articles to draw.
  private static func products(of texts: [RatedText]) -> (groups: [Int], count: Int)? {
    var numbers: [String: Int] = [:]
    var groups: [Int] = []
    var next = 0
    for text in texts {
      if let product = text.product, let number = numbers[product] {
        groups.append(number)
        continue
      }
      if let product = text.product { numbers[product] = next }
      groups.append(next)
      next += 1
    }
    return numbers.count >= fewestProducts ? (groups, numbers.count) : nil
  }
}
