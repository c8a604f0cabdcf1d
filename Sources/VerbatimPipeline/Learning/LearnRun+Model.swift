internal import VerbatimCore
internal import VerbatimSentiment
internal import VerbatimStatistics

/// The entries as columns, the fit over them, and how strongly it is held back.
extension LearnRun {
  /// The entries of the lexicon and the candidates, numbered.
  struct Columns: Sendable {
    /// The terms; candidates come after the lexicon's.
    private(set) var terms: [LexiconEntry] = []
    /// The number of each term.
    private(set) var places: [String: Int] = [:]
    /// How many are the lexicon's.
    let authored: Int

    init(_ lexicon: SentimentLexicon, candidates: [PhraseMining.Candidate]) {
      for entry in lexicon.entries where entry.valence != 0 {
        // Where two rows are read as one term, the later counts.
        if let place = places[entry.term] {
          terms[place] = entry
        } else {
          places[entry.term] = terms.count
          terms.append(entry)
        }
      }
      authored = terms.count
      for candidate in candidates where places[candidate.term] == nil {
        places[candidate.term] = terms.count
        terms.append(LearnRun.entry(candidate.term, 0))
      }
      isPraise = terms.prefix(authored).map { $0.valence > 0 } + candidates.map { $0.z > 0 }
    }

    /// The valence that a column is held back to.
    var valences: [Double] { terms.map(\.valence) }

    /// Whether each praises: by the author's sign, for candidates by the side they were found on.
    let isPraise: [Bool]
  }

  /// What is fitted, for any penalty.
  struct Model: Sendable {
    let measured: Measured
    let columns: Columns
    let mined: Mined

    init(_ measured: Measured, _ columns: Columns, _ mined: Mined) {
      self.measured = measured
      self.columns = columns
      self.mined = mined
    }

    /// What a text of each side counts: n / (k·nₛ), so that each of the k sides counts alike.
    static func classWeights(_ sides: [Int8]) -> [Double] {
      var counts = [0.0, 0.0, 0.0]
      for side in sides { counts[Int(side) + 1] += 1 }
      let present = Double(counts.count { $0 > 0 })
      return counts.map { $0 > 0 ? Double(sides.count) / (present * $0) : 0 }
    }

    /// The same for the texts learnt from.
    var classWeights: [Double] { Self.classWeights(measured.sides) }

    /// Which columns are no candidates here and stay at 0.
    private func isFixed(but candidates: Set<Int>) -> [Bool] {
      columns.terms.indices.map {
        $0 >= columns.authored && !candidates.contains($0 - columns.authored)
      }
    }

    /// All texts learnt from as a problem.
    private func problem() -> ValenceFit.Problem {
      let weights = classWeights
      return ValenceFit.Problem(
        features: measured.features,
        sides: measured.sides,
        weights: measured.sides.map { weights[Int($0) + 1] },
        authored: columns.valences,
        isPraise: columns.isPraise,
        isFixed: isFixed(but: mined.whole)
      )
    }

    /// How sharply verdicts follow the authored compound.
    var slope: Double { problem().slope }

    /// Fits all texts; entries whose sign the texts ask to change by strong evidence are let go and
    /// fitted anew.
    func fit(
      _ choice: LearnResult.Trial,
      start: [Double]?,
      slope: Double? = nil
    ) -> ValenceFit {
      var problem = problem()
      let slope = slope ?? problem.slope
      let fit = ValenceFit(problem, slope: slope, penalty: choice.penalty, start: start)
      let evidence = fit.evidenceForSignChange(problem)
      var isAny = false
      for (column, z) in evidence.enumerated()
      where z >= ValenceFit.signChange.z
        && problem.features.count(ofColumn: column) >= ValenceFit.signChange.count
      {
        problem.isPraise[column].toggle()
        isAny = true
      }
      guard isAny else { return fit }
      return ValenceFit(problem, slope: slope, penalty: choice.penalty, start: fit.valences)
    }

    /// The macro-F1 parts of one fold for each penalty: what was said against what was meant.
    func tables(without fold: Int) -> [ConfusionTable] {
      let sides = measured.sampleSides
      let classes = Self.classWeights(sides)
      let isIn = measured.sampleFolds.map { Int($0) == fold }
      let problem = ValenceFit.Problem(
        features: measured.sampleFeatures,
        sides: sides,
        weights: zip(sides, isIn).map { $1 ? 0 : classes[Int($0) + 1] },
        authored: columns.valences,
        isPraise: columns.isPraise,
        isFixed: isFixed(but: mined.folds[fold])
      )
      let slope = problem.slope
      var start: [Double]?
      return LearnRun.penalties.map { penalty in
        let fit = ValenceFit(problem, slope: slope, penalty: penalty, start: start)
        start = fit.valences
        return table(fit.valences, of: isIn)
      }
    }

    /// What valences say of some of the sample against what was meant.
    func table(_ valences: [Double], of isIn: [Bool]) -> ConfusionTable {
      // As they would be written: to a tenth, candidates of next to nothing let go.
      let written = valences.enumerated().map {
        LearnRun.written($1, isAuthored: $0 < columns.authored)
      }
      let masses = measured.sampleFeatures.masses(written)
      var table = ConfusionTable(rows: 3, columns: 3)
      for row in isIn.indices where isIn[row] {
        let side = LearnRun.side(masses.positive[row], masses.negative[row])
        table[Int(measured.sampleSides[row]) + 1, side + 1] += 1
      }
      return table
    }
  }

  /// The side that the engine's label would be on, from masses.
  static func side(_ positive: Double, _ negative: Double) -> Int {
    let sum = positive + negative
    guard sum > 0, min(positive, negative) < ScoringRules.mixedShare * sum else { return 0 }
    let compound = positive - negative
    return compound >= ScoringRules.threshold ? 1 : compound <= -ScoringRules.threshold ? -1 : 0
  }

  /// A valence as it is written: to a tenth; a candidate that a lone word could not stand on is 0.
  static func written(_ valence: Double, isAuthored: Bool) -> Double {
    let rounded = (valence * 10).rounded() / 10 + 0
    return isAuthored || abs(rounded) >= smallest ? rounded : 0
  }

  /// Chooses the penalty by five folds, of equal ones the stronger; nil when none does better than
  /// the lexicon as it is.
  func choose(_ model: Model, _ result: inout LearnResult) async -> LearnResult.Trial? {
    let all = [Bool](repeating: true, count: model.measured.sampleSides.count)
    let asIs = model.table(model.columns.valences, of: all).macroF1 ?? 0
    result.trials = [LearnResult.Trial(penalty: .infinity, macroF1: asIs)]
    var tables = [[ConfusionTable]](repeating: [], count: 5)
    await withTaskGroup(of: (Int, [ConfusionTable]).self) { group in
      var next = 0
      func addNext() {
        guard next < 5 else { return }
        let fold = next
        next += 1
        group.addTask { (fold, model.tables(without: fold)) }
      }
      for _ in 0..<max(1, options.jobs) { addNext() }
      while let (fold, part) = await group.next() {
        tables[fold] = part
        addNext()
      }
    }
    for (index, penalty) in Self.penalties.enumerated() {
      var sum = ConfusionTable(rows: 3, columns: 3)
      for fold in tables {
        for row in 0..<3 { for column in 0..<3 { sum[row, column] += fold[index][row, column] } }
      }
      let trial = LearnResult.Trial(penalty: penalty, macroF1: sum.macroF1 ?? 0)
      result.trials.append(trial)
      if trial.macroF1 > max(result.chosen?.macroF1 ?? 0, asIs) { result.chosen = trial }
    }
    return result.chosen
  }

  /// The rows that valences make.
  static func overlay(
    of valences: [Double],
    _ columns: Columns,
    _ measured: Measured
  ) -> LexiconOverlay {
    var entries: [LexiconEntry] = []
    for (column, valence) in valences.enumerated() {
      var entry = columns.terms[column]
      let isAuthored = column < columns.authored
      let new = written(valence, isAuthored: isAuthored)
      guard new != entry.valence else { continue }
      let count = measured.features.count(ofColumn: column)
      guard count > 0 else { continue }
      entry.note =
        isAuthored ? "learned n=\(count), was \(entry.valence)" : "learned n=\(count), was absent"
      entry.valence = new
      entries.append(entry)
    }
    return LexiconOverlay(entries: entries)
  }
}

extension LearnResult {
  /// Takes the valences of a fit as changes.
  mutating func take(
    _ valences: [Double],
    _ columns: LearnRun.Columns,
    _ measured: LearnRun.Measured
  ) {
    overlay = LearnRun.overlay(of: valences, columns, measured)
    changes = overlay.entries.compactMap { entry in
      guard let column = columns.places[entry.term] else { return nil }
      return Change(
        term: entry.term,
        kind: entry.kind,
        count: measured.features.count(ofColumn: column),
        old: column < columns.authored ? columns.terms[column].valence : nil,
        new: entry.valence
      )
    }
    .sorted { left, right in
      let (one, other) = (abs(left.new - (left.old ?? 0)), abs(right.new - (right.old ?? 0)))
      return one != other ? one > other : left.term < right.term
    }
  }

  /// Says in words how texts are divided.
  mutating func describe(_ split: LearningSplit, _ survey: RatedSurvey) {
    func date(_ day: Int) -> String {
      Instant(seconds: Int64(day) * 86_400, precision: .day).description
    }
    if let days = split.days { dates = date(days.lowerBound)...date(days.upperBound) }
    if split.productLimit != nil {
      self.split.append(
        "\(split.products.heldOut) of \(split.products.all) articles, by the hash of their name"
      )
    }
    if let cut = split.cut {
      self.split.append(
        cut.hashLimit == .max
          ? "the latest fifth: from \(date(cut.day)) on"
          : "the latest fifth: after \(date(cut.day)), and of that day a part by the hash of the "
            + "words"
      )
    }
    if self.split.isEmpty {
      self.split.append("a fifth of the texts by the hash of their words: no articles, no dates")
    }
  }
}
