import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Measures of an engine")
struct WeightedMeasureTests {
  @Test("order pairs: the area under the curve by hand")
  func area() {
    // Of four pairs three are in order: 0.35 lies below 0.4.
    let area = AreaUnderCurve(scores: [0.1, 0.4, 0.35, 0.8], sides: [-1, -1, 1, 1])
    #expect(area.value == 0.75)
    #expect(AreaUnderCurve(scores: [2, 2, 2], sides: [1, -1, 0]).value == 0.5)
    // 0 stands between the sides and counts for neither.
    #expect(AreaUnderCurve(scores: [3, 9, 1], sides: [1, 0, -1]).value == 1)
    #expect(AreaUnderCurve(scores: [3, 9], sides: [1, 1]).value == nil)
    #expect(AreaUnderCurve(scores: [], sides: []).value == nil)
  }

  @Test("go together: correlations by hand")
  func correlation() throws {
    let (x, y) = ([1.0, 2, 3, 4, 5], [2.0, 4, 5, 4, 5])
    let pearson = try #require(Correlation(x, y).value)
    #expect(pearson.isClose(to: 6 / 60.0.squareRoot()))
    let spearman = try #require(RankCorrelation(x, y).value)
    #expect(spearman.isClose(to: 7 / 90.0.squareRoot()))
    #expect(try #require(Correlation(x, x).value).isClose(to: 1))
    #expect(try #require(RankCorrelation(x, x.map { -$0 * $0 * $0 }).value).isClose(to: -1))
    #expect(Correlation([1, 1], [2, 3]).value == nil)
    #expect(RankCorrelation([], []).value == nil)
  }

  @Test("count right and wrong: a confusion table by hand")
  func confusion() throws {
    var table = ConfusionTable(rows: 2, columns: 3)
    table[0, 0] = 8
    table[0, 1] = 1
    table[0, 2] = 1
    table[1, 0] = 1
    table[1, 1] = 9
    #expect(table.total == 20)
    #expect(table.accuracy == 0.85)
    #expect(table.precision(of: 0) == 8.0 / 9)
    #expect(table.recall(of: 0) == 0.8)
    #expect(table.f1(of: 0) == 16.0 / 19)
    #expect(table.f1(of: 1) == 0.9)
    #expect(try #require(table.macroF1).isClose(to: (16.0 / 19 + 0.9) / 2))
  }

  @Test("leave out of the macro-F1 what has no record, but not what was never found")
  func emptyClasses() {
    var table = ConfusionTable(rows: 3, columns: 3)
    #expect(table.accuracy == nil)
    #expect(table.macroF1 == nil)
    table[0, 0] = 5
    table[1, 0] = 5
    #expect(table.f1(of: 1) == 0)
    #expect(table.f1(of: 2) == nil)
    #expect(table.macroF1 == (10.0 / 15) / 2)
    #expect(table.precision(of: 1) == nil)
  }

  @Test("give with weights what they give with repeats", arguments: SeededGenerator.seeds(20))
  func weights(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...40, using: &random)
    func numbers(_ range: ClosedRange<Int>) -> [Int] {
      (0..<count).map { _ in Int.random(in: range, using: &random) }
    }
    let (scores, ratings) = (numbers(-4...4).map(Double.init), numbers(1...5).map(Double.init))
    let (sides, gold, found, weights) = (
      numbers(-1...1), numbers(0...2), numbers(0...3), numbers(0...3)
    )
    func repeated<Value>(_ values: [Value]) -> [Value] {
      values.indices.flatMap { Array(repeating: values[$0], count: weights[$0]) }
    }
    func isSame(_ one: Double?, _ other: Double?) -> Bool {
      guard let one, let other else { return one == nil && other == nil }
      return one.isClose(to: other)
    }
    #expect(
      isSame(
        AreaUnderCurve(scores: scores, sides: sides).value(weights),
        AreaUnderCurve(scores: repeated(scores), sides: repeated(sides)).value
      )
    )
    #expect(
      isSame(
        Correlation(scores, ratings).value(weights),
        Correlation(repeated(scores), repeated(ratings)).value
      )
    )
    #expect(
      isSame(
        RankCorrelation(scores, ratings).value(weights),
        RankCorrelation(repeated(scores), repeated(ratings)).value
      )
    )
    for kind in [ClassificationMeasure.Kind.accuracy, .macroF1, .precision(1), .recall(2)] {
      let measure = ClassificationMeasure(kind, gold: gold, found: found, rows: 3, columns: 4)
      let twin = ClassificationMeasure(
        kind,
        gold: repeated(gold),
        found: repeated(found),
        rows: 3,
        columns: 4
      )
      #expect(isSame(measure.value(weights), twin.value))
    }
  }

  @Test("count wins and half-wins of all pairs", arguments: SeededGenerator.seeds(10))
  func naiveArea(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...30, using: &random)
    let scores = (0..<count).map { _ in Double(Int.random(in: 0...6, using: &random)) }
    let sides = (0..<count).map { _ in Int.random(in: -1...1, using: &random) }
    var pairs = 0.0
    var wins = 0.0
    for up in 0..<count where sides[up] > 0 {
      for down in 0..<count where sides[down] < 0 {
        pairs += 1
        wins += scores[up] > scores[down] ? 1 : scores[up] == scores[down] ? 0.5 : 0
      }
    }
    let area = AreaUnderCurve(scores: scores, sides: sides).value
    #expect(area == (pairs == 0 ? nil : wins / pairs))
  }

  @Test("stand some records aside, and subtract from each other")
  func combinations() {
    let first = AreaUnderCurve(scores: [1, 2, 3, 0], sides: [-1, 1, 1, 1])
    let some = SubsetMeasure(first, isIn: [true, true, true, false])
    #expect(some.value == 1)
    #expect(MeasureDifference(some, first).value == 1 - 2.0 / 3)
    #expect(
      MeasureDifference(first, SubsetMeasure(first, isIn: [false, true, true, true])).value == nil
    )
  }
}

@Suite("A ratio")
struct RatioMeasureTests {
  @Test("is one sum over another, each record as often as it counts")
  func value() {
    let measure = RatioMeasure(above: [1, 0, 4], below: [1, 1, 4])
    #expect(measure.count == 3)
    #expect(measure.value == 5.0 / 6)
    #expect(measure.value([0, 3, 0]) == 0)
    #expect(measure.value([0, 0, 0]) == nil)
  }
}
