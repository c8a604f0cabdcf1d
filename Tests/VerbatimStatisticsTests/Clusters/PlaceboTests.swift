import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Placebo runs")
struct PlaceboTests {
  @Test("hang on the reports and the seed alone")
  func deterministic() {
    var random = SeededGenerator(seed: 4)
    let reports = WeeklyShop.null(300, random: &random)
    let outcome = ClusterTable(reports, by: .sku).placebo(runs: 5, seed: 1)
    let shuffled = ClusterTable(reports.shuffled(using: &random), by: .sku)
    #expect(shuffled.placebo(runs: 5, seed: 1) == outcome)
    #expect(outcome.runs == 5)
    #expect(outcome.shuffledShare == 1)
  }

  @Test("make no alert of an effect that they can shuffle away")
  func effect() throws {
    var random = SeededGenerator(seed: 5)
    var reports = WeeklyShop.null(600, random: &random)
    for index in 0..<16 {
      reports.append(
        WeeklyShop.report(
          "x\(index)",
          week: index,
          sku: "K-2",
          category: "C-0",
          SampleReports.issue("DUR.BREAKS")
        )
      )
    }
    let table = ClusterTable(reports, by: .sku)
    let isAlert = table.clusters().contains {
      $0.id == "sku:K-2:DUR.BREAKS" && $0.state == .open
    }
    #expect(isAlert)
    let placebo = table.placebo(runs: 20, seed: 1, without: table.clusters())
    #expect(placebo.expectedAlerts ?? 1 <= 0.1)
    #expect(placebo.runsWithAlert <= placebo.alerts)
    // With the story's reports left in, chance is made to carry more.
    #expect(table.placebo(runs: 20, seed: 1).alerts >= placebo.alerts)
  }

  @Test("shuffle nothing where each stratum has one article, and say so")
  func alone() {
    var random = SeededGenerator(seed: 6)
    var reports = WeeklyShop.null(200, random: &random)
    for index in reports.indices { reports[index].category = reports[index].sku }
    let table = ClusterTable(reports, by: .sku)
    let placebo = table.placebo(runs: 2, seed: 1)
    #expect(placebo.shuffledShare == 0)
    #expect(placebo.alerts.isMultiple(of: 2))
    #expect(ClusterTable([], by: .sku).placebo(runs: 2, seed: 1).alerts == 0)
    #expect(ClusterTable([], by: .sku).placebo(runs: 0, seed: 1).expectedAlerts == nil)
  }

  @Test("the upper end is Garwood's for a count of Poisson's")
  func upper() {
    // The published limits of 0, 3 and 10 events: 3.69, 8.77 and 18.39.
    for (alerts, limit) in [(0, 3.69), (3, 8.77), (10, 18.39)] {
      let outcome = PlaceboOutcome(
        runs: 1,
        alerts: alerts,
        runsWithAlert: 1,
        shuffledShare: 1,
        seed: 1
      )
      #expect(outcome.upper?.isClose(to: limit, within: 0.005) == true)
    }
  }

  @Test("data without an effect raise an alert as seldom as the placebo says")
  func calibration() {
    var random = SeededGenerator(seed: 7)
    let datasets = 1_000
    var withAlert = 0
    var expected = 0.0
    for _ in 0..<datasets {
      let table = ClusterTable(WeeklyShop.null(300, random: &random), by: .sku)
      withAlert += table.clusters().contains { $0.state == .open } ? 1 : 0
      let placebo = table.placebo(runs: 1, seed: random.next())
      expected += Double(placebo.runsWithAlert)
    }
    let real = ProportionInterval(wilson: withAlert, of: datasets)
    let stated = ProportionInterval(wilson: Int(expected), of: datasets)
    #expect(real.lower <= stated.upper && stated.lower <= real.upper, "\(withAlert) \(expected)")
    #expect(real.lower <= 0.05, "\(withAlert)")
  }
}
