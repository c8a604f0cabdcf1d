internal import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// How far people agree with the engine in one category.
public struct AuditAgreement: Hashable, Sendable {
  /// What was judged.
  public let category: AuditCategory
  /// The classes, in the order of the scale.
  public let classes: [String]
  /// How often each verdict of people (rows) met each of the engine (columns), unweighted.
  public let table: ConfusionTable
  /// How many conversations were judged.
  public let conversations: Int
  /// How many people judged.
  public let people: Int
  /// Kappa over all conversations, as the sample estimates it; nil where there is none.
  public let kappa: Double?
  /// Its 95 % interval by the bootstrap; nil where fewer than half of the draws define it.
  public let interval: Bootstrap.Interval?
  /// Kappa of the verdicts as they are, with its standard error; nil where there is none.
  public let unweighted: WeightedKappa?
  /// Why there is no kappa; nil otherwise.
  public let gap: KappaGap?
  /// Verdicts on conversations outside the sample, which count nowhere.
  public let outside: Int
  /// Verdicts that say nothing, or where the engine has none.
  public let undecided: Int
  /// Strata of the sample of which nothing was judged: the kappa says nothing of them.
  public let unread: [String]
}

extension AuditRun {
  /// How far people agree with the engine, over the conversations of a sample.
  ///
  /// Each judged conversation stands for as many as its stratum has for each that was judged; of
  /// several people each counts with a share. Without a sample every verdict of the store counts
  /// alike. The engine's verdict is the one in the store now.
  ///
  /// - Parameters:
  ///   - category: What was judged.
  ///   - sample: The sample; nil for all verdicts of the store.
  ///   - bootstrap: What the interval is drawn with.
  /// - Returns: The agreement; nil when nobody judged.
  /// - Throws: A failure of the store.
  public func agreement(
    on category: AuditCategory,
    sample: AuditSample?,
    bootstrap: Bootstrap = Bootstrap(seed: usualSeed)
  ) throws -> AuditAgreement? {
    let reviews = Review.counting(try store.reviews(category: category.rawValue))
    guard !reviews.isEmpty else { return nil }
    var strata: [String: Int] = [:]
    for (place, stratum) in (sample?.strata ?? []).enumerated() {
      for id in stratum.signalIDs { strata[id] = place }
    }
    var pairs: [Pair] = []
    var (outside, undecided) = (0, 0)
    for review in reviews {
      guard let stratum = sample == nil ? 0 : strata[review.signalID] else {
        outside += 1
        continue
      }
      guard let person = category.judged(review.verdict),
        let engine = try engineVerdict(category, on: review.signalID)
      else {
        undecided += 1
        continue
      }
      pairs.append(Pair(review, person: person, engine: engine, stratum: stratum))
    }
    let populations = sample?.strata.map(\.population)
    let judged = JudgedPairs(pairs, category: category, populations: populations)
    let measures = judged.measures
    let outcome = measures.plain.outcome
    let gap: KappaGap? = if case .failure(let gap) = outcome { gap } else { nil }
    let interval =
      gap == nil
      ? bootstrap.intervals(
        of: [measures.rescaled],
        strata: pairs.map(\.stratum),
        groups: judged.units
      )[0] : nil
    let seen = Set(pairs.map(\.stratum))
    return AuditAgreement(
      category: category,
      classes: judged.classes,
      table: judged.table,
      conversations: (judged.units.max() ?? -1) + 1,
      people: Set(pairs.map(\.reviewer)).count,
      kappa: try? outcome.get(),
      interval: interval,
      unweighted: try? WeightedKappa(judged.table, weighting: category.weighting),
      gap: gap,
      outside: outside,
      undecided: undecided,
      unread: (sample?.strata ?? []).enumerated()
        .filter { !seen.contains($0.offset) && $0.element.population > 0 }.map(\.element.name)
    )
  }

  /// What the engine says of a conversation now; nil where it has no verdict.
  ///
  /// - Throws: `V5003` or `V5131` when the signal is no conversation, and a failure of the store.
  public func engineVerdict(_ category: AuditCategory, of signalID: String) throws -> String? {
    category.engineVerdict(try known(signalID), label: try label(ofSignal: signalID))
  }

  /// The same of one that may be gone, which then has no verdict.
  private func engineVerdict(_ category: AuditCategory, on signalID: String) throws -> String? {
    guard let conversation = try store.conversation(ofSignal: signalID) else { return nil }
    return category.engineVerdict(conversation, label: try label(ofSignal: signalID))
  }
}

/// A person's verdict on a conversation beside the engine's.
struct Pair {
  let signalID: String
  let reviewer: String
  let person: String
  let engine: String
  let stratum: Int

  init(_ review: Review, person: String, engine: String, stratum: Int) {
    signalID = review.signalID
    reviewer = review.reviewer
    self.person = person
    self.engine = engine
    self.stratum = stratum
  }
}

/// Pairs of verdicts as kappa counts them.
struct JudgedPairs {
  let classes: [String]
  let table: ConfusionTable
  /// The conversation of each pair, numbered from 0.
  let units: [Int]
  /// The kappa of the sample, and the same with weights for the bootstrap.
  let measures: (plain: KappaMeasure, rescaled: KappaMeasure)

  /// Pairs of a sample whose strata have `populations` conversations; nil where each counts alike.
  init(_ pairs: [Pair], category: AuditCategory, populations: [Int]?) {
    let classes = category.classes(pairs.flatMap { [$0.person, $0.engine] })
    func number(_ name: String) -> Int { classes.firstIndex(of: name) ?? 0 }
    let first = pairs.map { number($0.person) }
    let second = pairs.map { number($0.engine) }
    var table = ConfusionTable(rows: classes.count, columns: classes.count)
    for (row, column) in zip(first, second) { table[row, column] += 1 }
    var numbers: [String: Int] = [:]
    for pair in pairs where numbers[pair.signalID] == nil {
      numbers[pair.signalID] = numbers.count
    }
    let units = pairs.map { numbers[$0.signalID] ?? 0 }
    var people = [Int](repeating: 0, count: numbers.count)
    for unit in units { people[unit] += 1 }
    var judged = [Set<Int>](repeating: [], count: populations?.count ?? 1)
    for (pair, unit) in zip(pairs, units) { judged[pair.stratum].insert(unit) }
    let weights = zip(pairs, units).map { pair, unit in
      let stands = populations.map { Double($0[pair.stratum]) / Double(judged[pair.stratum].count) }
      return (stands ?? 1) / Double(people[unit])
    }
    func measure(_ weights: [Double]) -> KappaMeasure {
      KappaMeasure(
        first: first,
        second: second,
        classes: classes.count,
        weighting: category.weighting,
        weights: weights
      )
    }
    let strata = pairs.map(\.stratum)
    measures = (
      measure(weights), measure(Bootstrap.rescaled(weights, strata: strata, groups: units))
    )
    self.classes = classes
    self.table = table
    self.units = units
  }
}
