import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Disproportionality")
struct DisproportionalityTests {
  static func table(
    _ reports: [RandomReport],
    hasIDs: Bool = true,
    isStratified: Bool = false
  ) -> ContingencyTable {
    var counts = ContingencyCounts(hasIDs: hasIDs, isStratified: isStratified)
    for report in reports {
      counts.add(
        first: report.first,
        second: report.second,
        stratum: report.stratum,
        report: report.id
      )
    }
    return counts.table()
  }

  @Test("agrees with every formula written down once more", arguments: SeededGenerator.seeds(4))
  func naive(seed: UInt64) {
    let isStratified = seed % 2 == 1
    let reports = RandomReport.reports(200, seed: seed)
    let naive = NaiveDisproportionality(reports: reports, isStratified: isStratified)
    let run = DisproportionalityRun(Self.table(reports, isStratified: isStratified))
    #expect(run.count == Set(reports.map { [$0.first, $0.second] }).count)
    let rows = (0..<run.count).map { run[$0] }
    let qValues = NaiveDisproportionality.qValues(rows.map(\.pValue))
    func agree(_ found: Double?, _ wanted: Double, _ name: String, _ row: Disproportionality) {
      guard wanted.isFinite else {
        #expect(found == nil, "\(name) of \(row)")
        return
      }
      #expect(found?.isClose(to: wanted, relatively: 1e-9) == true, "\(name) of \(row): \(wanted)")
    }
    for (place, row) in rows.enumerated() {
      let (a, b, c, d) = naive.fourfold(row.first, row.second)
      let n = a + b + c + d
      let expected = naive.expected(row.first, row.second)
      #expect(row.count == Int(a) && row.firstTotal == Int(a + b))
      #expect(row.secondTotal == Int(a + c) && row.total == Int(n))
      agree(row.expected, expected, "E", row)
      agree(row.relativeRatio, a / expected, "RR", row)
      let prr = (a / (a + b)) / (c / (c + d))
      let prrError = (1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)).squareRoot()
      agree(row.proportionalRatio?.value, prr, "PRR", row)
      agree(row.proportionalRatio?.lower, exp(log(prr) - 1.96 * prrError), "PRR low", row)
      agree(row.proportionalRatio?.upper, exp(log(prr) + 1.96 * prrError), "PRR high", row)
      let ror = a * d / (b * c)
      let rorError = (1 / a + 1 / b + 1 / c + 1 / d).squareRoot()
      agree(row.oddsRatio?.value, ror, "ROR", row)
      agree(row.oddsRatio?.lower, exp(log(ror) - 1.96 * rorError), "ROR low", row)
      agree(row.oddsRatio?.upper, exp(log(ror) + 1.96 * rorError), "ROR high", row)
      // Chi-square as the sum over the four cells of (observed − expected)²/expected.
      let margins = (a + b, c + d, a + c, b + d)
      let predicted = [
        margins.0 * margins.2 / n, margins.0 * margins.3 / n, margins.1 * margins.2 / n,
        margins.1 * margins.3 / n,
      ]
      let distance = abs(a - predicted[0])
      for (found, off) in [(row.chiSquare, distance), (row.chiSquareYates, max(0, distance - 0.5))]
      {
        agree(found, predicted.map { off * off / $0 }.reduce(0, +), "chi-square", row)
      }
      let component = InformationComponent(observed: Int(a), expected: expected)
      agree(row.informationComponent, log2((a + 0.5) / (expected + 0.5)), "IC", row)
      agree(row.informationLower, component.lower, "IC025", row)
      agree(row.informationUpper, component.upper, "IC975", row)
      agree(row.pValue, InformationComponentTests.naiveTail(Int(a), expected), "p", row)
      agree(row.qValue, qValues[place], "q", row)
      #expect(row.posterior == run.fit.mixture.posterior(count: Int(a), expected: row.expected))
    }
  }

  @Test(
    "has the posterior that integration gives",
    arguments: [
      (1, 0.01), (1, 2.5), (2, 0.4), (5, 0.5), (12, 30.0), (40, 9.0),
    ]
  )
  func posterior(count: Int, expected: Double) {
    let priors = [
      PublishedDisproportionalityTests.caers, .fixed,
      GammaMixture(alpha1: 0.2, beta1: 0.1, alpha2: 2, beta2: 4, p: 1.0 / 3),
    ]
    for prior in priors {
      let found = prior.posterior(count: count, expected: expected)
      let naive = NaiveDisproportionality.posterior(count: count, expected: expected, prior)
      #expect(found.geometricMean.isClose(to: naive.mean, relatively: 1e-9))
      #expect(found.lower.isClose(to: naive.lower, relatively: 1e-9))
      #expect(found.upper.isClose(to: naive.upper, relatively: 1e-9))
    }
  }

  @Test("gives the same table and scores in any order of the reports")
  func order() {
    let reports = RandomReport.reports(400, seed: 11)
    var random = SeededGenerator(seed: 5)
    let one = DisproportionalityRun(Self.table(reports, isStratified: true))
    let other = DisproportionalityRun(
      Self.table(reports.shuffled(using: &random), isStratified: true)
    )
    #expect(one.fit == other.fit)
    #expect((0..<one.count).map { one[$0] } == (0..<other.count).map { other[$0] })
  }

  @Test("counts a report once for each thing, however often it comes")
  func onceEach() {
    let reports = RandomReport.reports(200, seed: 3)
    let once = DisproportionalityRun(Self.table(reports))
    let thrice = DisproportionalityRun(Self.table(reports + reports + reports))
    #expect((0..<once.count).map { once[$0] } == (0..<thrice.count).map { thrice[$0] })
  }

  @Test("counts each row when reports have no ids")
  func withoutIDs() {
    let reports = RandomReport.reports(200, seed: 4)
    let table = Self.table(reports, hasIDs: false)
    #expect(table.total == 200)
    #expect(table.cells.map(\.count).reduce(0, +) == 200)
    #expect(table.firstTotals.reduce(0, +) == 200 && table.secondTotals.reduce(0, +) == 200)
    let expected = table.cells.map(\.expected).reduce(0, +) + table.emptyCells().reduce(0, +)
    #expect(expected.isClose(to: 200, within: 1e-9))
  }

  @Test("has the same expectations over all strata as there are reports")
  func strataAddUp() {
    let reports = RandomReport.reports(250, seed: 9)
    let table = Self.table(reports, hasIDs: false, isStratified: true)
    let expected = table.cells.map(\.expected).reduce(0, +) + table.emptyCells().reduce(0, +)
    #expect(table.strataCount == 4)
    #expect(expected.isClose(to: 250, within: 1e-9))
  }

  @Test("puts the pairs with the greatest EB05 first")
  func sorted() {
    let run = DisproportionalityRun(Self.table(RandomReport.reports(300, seed: 21)))
    let lowers = (0..<run.count).map { run[$0].posterior.lower }
    #expect(lowers == lowers.sorted(by: >))
  }

  @Test("leaves out what is infinite or has no meaning")
  func infinite() {
    // The only reports of the second name are of the first one.
    let alone = FourfoldTable(both: 3, first: 5, second: 3, total: 10)
    #expect(alone.proportionalReportingRatio == nil && alone.reportingOddsRatio == nil)
    #expect(alone.chiSquare?.isClose(to: 30.0 / 7, relatively: 1e-12) == true)
    // Every report is of both names.
    let whole = FourfoldTable(both: 4, first: 4, second: 4, total: 4)
    #expect(whole.proportionalReportingRatio == nil && whole.reportingOddsRatio == nil)
    #expect(whole.chiSquare == nil && whole.chiSquareYates == nil)
    // Nothing but these two names: the odds are 0, and their interval has no ends.
    let odds = FourfoldTable(both: 2, first: 4, second: 5, total: 7)
    #expect(odds.reportingOddsRatio?.value == 0 && odds.reportingOddsRatio?.lower == nil)
    #expect(odds.reportingOddsRatio?.upper == nil)
    // Less than half a report off what is expected: Yates's correction leaves nothing.
    #expect(FourfoldTable(both: 2, first: 4, second: 4, total: 8).chiSquareYates == 0)
  }

  @Test("has no pairs in a table without reports")
  func empty() {
    let run = DisproportionalityRun(ContingencyCounts().table())
    #expect(run.count == 0 && run.table.total == 0)
    #expect(run.fit.outcome == .fixed && run.fit.logLikelihood == 0)
  }

  @Test("scores a single pair that every report has")
  func single() {
    var counts = ContingencyCounts()
    for _ in 0..<50 { counts.add(first: "K-1", second: "leaks") }
    let run = DisproportionalityRun(counts.table())
    #expect(run.count == 1 && run.fit.outcome == .fixed)
    let row = run[0]
    #expect(row.count == 50 && row.expected == 50 && row.relativeRatio == 1)
    #expect(row.proportionalRatio == nil && row.chiSquare == nil)
    #expect(row.posterior.geometricMean.isClose(to: 1, within: 0.02))
    #expect(row.pValue > 0.5 && row.qValue == row.pValue)
  }

  @Test("tells names apart byte by byte, and strata by all their values")
  func names() {
    var counts = ContingencyCounts()
    for name in ["a", "A", "a ", "", "é", "e\u{301}"] { counts.add(first: name, second: "x") }
    #expect(counts.table().firstNames.count == 6)
  }
}
