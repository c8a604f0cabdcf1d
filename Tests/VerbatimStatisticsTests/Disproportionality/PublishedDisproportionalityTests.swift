import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

/// Values that others printed, to the digits they printed.
@Suite("Published disproportionality")
struct PublishedDisproportionalityTests {
  /// The prior of `theta_hat` in the article "Empirical Bayes Metrics with openEBGM" of the R package
  /// openEBGM 0.9.1, from its CAERS data.
  static let caers = GammaMixture(
    alpha1: 3.253_793_56,
    beta1: 0.399_888_54,
    alpha2: 2.026_126_92,
    beta2: 1.908_079_70,
    p: 0.065_345_57
  )

  @Test(
    "the mixture fractions Qn() of openEBGM's article on posteriors",
    arguments: [
      (0.036_054_827_2, 0.281_973_7), (0.003_873_659_1, 0.340_965_3),
      (0.000_297_973_8, 0.348_231_7), (0.076_579_261_0, 0.222_635_6),
      (0.052_741_358_8, 0.255_667_0),
    ]
  )
  func mixtureFractions(expected: Double, printed: Double) {
    let posterior = Self.caers.posterior(count: 1, expected: expected)
    #expect(posterior.weight.isClose(to: printed, within: 0.6e-7))
  }

  @Test(
    "EBGM, EB05 and EB95 of openEBGM's article on posteriors",
    arguments: [
      (1, 0.036_054_827_2, 2.23, 0.49, 13.85), (1, 0.003_873_659_1, 2.58, 0.52, 15.78),
      (1, 0.000_297_973_8, 2.63, 0.52, 16.02), (1, 0.076_579_261_0, 1.92, 0.47, 11.77),
      (1, 0.052_741_358_8, 2.09, 0.48, 12.95), (16, 0.406_436_23, 23.26, 15.68, 33.48),
      (19, 0.896_901_07, 16.78, 11.65, 23.55), (6, 0.078_665_08, 18.28, 10.16, 30.83),
      (8, 0.304_827_18, 15.25, 9.00, 24.52), (11, 0.563_170_44, 14.28, 8.98, 21.78),
    ] as [(Int, Double, Double, Double, Double)]
  )
  func posteriors(count: Int, expected: Double, mean: Double, lower: Double, upper: Double) {
    let posterior = Self.caers.posterior(count: count, expected: expected)
    #expect(Self.rounded(posterior.geometricMean) == mean)
    #expect(Self.rounded(Self.bisected(posterior.lower)) == lower)
    #expect(Self.rounded(Self.bisected(posterior.upper)) == upper)
  }

  /// What openEBGM prints for a quantile: the middle of the interval that contains it when 24
  /// halvings of −100,000 to 1, or of 1 to 100,000, have made intervals narrower than its tolerance.
  private static func bisected(_ quantile: Double) -> Double {
    let (from, to) = quantile < 1 ? (-100_000.0, 1.0) : (1.0, 100_000.0)
    let width = (to - from) / 0x1p24
    return from + (((quantile - from) / width).rounded(.down) + 0.5) * width
  }

  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  @Test(
    "RR and PRR of openEBGM's article on posteriors: 3356 reports, one of the product",
    arguments: [
      (121, 27.74, 27.96), (13, 258.15, 279.58), (257, 13.06, 13.11), (177, 18.96, 19.06),
      (1, 3356, nil),
    ] as [(Int, Double, Double?)]
  )
  func ratios(events: Int, ratio: Double, proportional: Double?) {
    let expected = Double(events) / 3356
    #expect((1 / expected).isClose(to: ratio, within: 0.005_01))
    let fourfold = FourfoldTable(both: 1, first: 1, second: events, total: 3356)
    let found = fourfold.proportionalReportingRatio?.value
    if let proportional, let found {
      #expect(found.isClose(to: proportional, within: 0.005_01))
    } else {
      // The article prints Inf.
      #expect(found == nil && proportional == nil)
    }
  }

  /// The reports of "Processing Raw Data with openEBGM": product, event, and two strata.
  static let toy = [
    "B1 F2", "A1 M1", "B2 M1", "A1 M1", "A1 F1", "A1 F1", "A2 F1", "A2 F1", "A1 M2", "A2 M1",
    "A2 M1", "B2 M2", "B1 M1", "B2 M1", "B1 M1", "B2 F1", "C1 M1",
  ]

  @Test("E, RR and PRR of openEBGM's article on raw data, plain and stratified")
  func toyTable() {
    // Pair, N, E, RR, PRR; E and RR stratified.
    let printed: [(String, Int, Double, Double, Double, Double, Double)] = [
      ("A1", 5, 4.764_705_9, 1.05, 1.11, 4.322_222_2, 1.16),
      ("A2", 4, 4.235_294_1, 0.94, 0.89, 4.677_777_8, 0.86),
      ("B1", 3, 3.705_882_4, 0.81, 0.71, 4.122_222_2, 0.73),
      ("B2", 4, 3.294_117_6, 1.21, 1.43, 2.877_777_8, 1.39),
      ("C1", 1, 0.529_411_8, 1.89, 2.00, 0.555_555_6, 1.80),
    ]
    for isStratified in [false, true] {
      let table = Self.table(Self.toy, isStratified: isStratified)
      #expect(table.strataCount == (isStratified ? 4 : 1))
      #expect(table.cells.count == printed.count)
      let run = DisproportionalityRun(table)
      for row in (0..<run.count).map({ run[$0] }) {
        guard let line = printed.first(where: { $0.0 == row.first + row.second }) else {
          Issue.record("no line for \(row.first) \(row.second)")
          continue
        }
        #expect(row.count == line.1)
        #expect(row.expected.isClose(to: isStratified ? line.5 : line.2, within: 0.6e-7))
        #expect(row.relativeRatio.isClose(to: isStratified ? line.6 : line.3, within: 0.005_01))
        #expect(row.proportionalRatio?.value.isClose(to: line.4, within: 0.005_01) == true)
      }
    }
    // With its zeroes = TRUE the article adds C2 with E = 0.4705882.
    let empty = Self.table(Self.toy, isStratified: false).emptyCells()
    #expect(empty.count == 1 && empty[0].isClose(to: 0.470_588_2, within: 0.6e-7))
  }

  @Test("E of the hand calculation in openEBGM's own tests, plain and stratified")
  func handTable() {
    // testA_Counts.R of openEBGM 0.9.1, `hand` and `hand_s`.
    let reports = [
      "A1 M1", "B2 M1", "B2 M1", "B3 M1", "C3 M1", "A2 F1", "A3 F1", "B3 F1", "B3 M2", "C1 M2",
    ]
    let plain = ["A1": 0.6, "A2": 0.9, "A3": 1.5, "B2": 1.5, "B3": 2.5, "C1": 0.4, "C3": 1]
    let stratified = [
      "A1": 0.2, "A2": 0.4 + 2.0 / 3, "A3": 0.4 + 4.0 / 3, "B2": 1.2 + 1.0 / 3,
      "B3": 1.7 + 2.0 / 3, "C1": 0.7, "C3": 0.9,
    ]
    for (isStratified, expected) in [(false, plain), (true, stratified)] {
      let table = Self.table(reports, isStratified: isStratified)
      #expect(table.cells.count == expected.count)
      for cell in table.cells {
        let pair = table.firstNames[cell.first] + table.secondNames[cell.second]
        #expect(cell.expected.isClose(to: expected[pair] ?? .nan, within: 1e-14), "\(pair)")
      }
    }
  }

  @Test(
    "IC and IC025 of the R package vigicaen, as its tests print them",
    arguments: [
      // compute_interaction.md of vigicaen 0.16: n_obs, n_exp, ic, ic_tail.
      (18, 41.0 * 2 * 26 * 750 / (25 * 140 * 58), 1.14, 0.400, 0.005, 0.0005),
      (0, 3.46, -2.99, -13.0, 0.005, 0.05), (0, 3.13, -2.86, -12.9, 0.005, 0.05),
      (0, 0, 0, -9.99, 0, 0.005), (1, 0, 1.58, -2.21, 0.005, 0.005),
      (12, 0, 4.64, 3.71, 0.005, 0.005),
    ] as [(Int, Double, Double, Double, Double, Double)]
  )
  func informationComponents(
    observed: Int,
    expected: Double,
    point: Double,
    lower: Double,
    pointDigits: Double,
    lowerDigits: Double
  ) {
    let component = InformationComponent(observed: observed, expected: expected)
    #expect(component.value.isClose(to: point, within: pointDigits))
    #expect(component.lower.isClose(to: lower, within: lowerDigits))
  }

  @Test("E of the example of Norén et al. (2006), Table III, as pharmsignal prints it")
  func expectedCount() {
    // 25 reports, 1126 of the drug, 87 of the event, 572,573 in all: E = 0.1710908.
    let fourfold = FourfoldTable(both: 25, first: 1126, second: 87, total: 572_573)
    let expected =
      (fourfold.a + fourfold.b) * (fourfold.a + fourfold.c)
      / (fourfold.a + fourfold.b + fourfold.c + fourfold.d)
    #expect(expected.isClose(to: 0.171_090_8, within: 0.6e-7))
  }

  private static func table(_ reports: [String], isStratified: Bool) -> ContingencyTable {
    var counts = ContingencyCounts(isStratified: isStratified)
    for report in reports.map(Array.init) {
      counts.add(
        first: String(report[0]),
        second: String(report[1]),
        stratum: isStratified ? String(report[3...]) : ""
      )
    }
    return counts.table()
  }
}
