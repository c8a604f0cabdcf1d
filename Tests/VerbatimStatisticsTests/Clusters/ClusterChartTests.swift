import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Charts of clusters")
struct ClusterChartTests {
  private typealias Shop = WeeklyShop

  /// A shop of so many weeks with a burst of one article in the last two.
  private static func shop(weeks: Int) -> [ComplaintReport] {
    var reports = Shop.calm(weeks: weeks, perWeek: 4, skus: ["K-1", "K-2", "K-3"])
    reports.append(Shop.report("old", week: 1, SampleReports.issue("DUR.BREAKS")))
    for index in 0..<8 {
      reports.append(
        Shop.report("new-\(index)", week: weeks - 1 - index % 2, SampleReports.issue("DUR.BREAKS"))
      )
    }
    return reports
  }

  private static func cluster(weeks: Int) throws -> ComplaintCluster {
    try #require(ClusterFinder().clusters(shop(weeks: weeks), by: .sku).first)
  }

  @Test("have every week of the data, also those without a report")
  func everyWeek() throws {
    let chart = try Self.cluster(weeks: 20).chart
    #expect(chart.points.count == 20)
    #expect(chart.points.map(\.week) == (0..<20).map(Shop.monday))
    #expect(chart.points.map(\.count).reduce(0, +) == 9)
    #expect(chart.points.map(\.count).suffix(3) == [0, 4, 4])
    #expect(chart.points[5].count == 0)
    #expect(chart.points[5].exposure == 4)
    #expect(chart.points[19].exposure == 8)
  }

  @Test(
    "choose their limits by the length of the history",
    arguments: [
      (7, ComplaintCluster.Chart.Method.none), (8, .earsC1), (13, .earsC1), (14, .laneyUPrime),
      (60, .laneyUPrime),
    ]
  )
  func methods(weeks: Int, method: ComplaintCluster.Chart.Method) throws {
    let chart = try Self.cluster(weeks: weeks).chart
    #expect(chart.method == method)
    #expect((chart.note == nil) == (method != .none))
    #expect(chart.points.contains { $0.upper != nil } == (method != .none))
  }

  @Test("say when a burst left the limits that the weeks before it set")
  func burst() throws {
    let cluster = try Self.cluster(weeks: 20)
    let chart = cluster.chart
    #expect(chart.signalAt == Shop.monday(18))
    #expect(chart.baseline == 0..<16)
    // One report of the 65 that were heard about the article in the first 16 weeks.
    #expect(chart.centre?.isClose(to: 1.0 / 65, within: 1e-12) == true)
    #expect(cluster.whyNow.contains("outside its own limits first in the week of 2026-05-11"))
    #expect(cluster.whyNow.contains("4 reports"))
  }

  @Test("the recent weeks do not move the limits that they are held against")
  func baseline() {
    let calm = [1.0, 2, 1, 3, 2, 1, 2, 2, 1, 2]
    let sizes = [Double](repeating: 20, count: 12)
    for last in [[2.0, 2], [20, 18]] {
      let chart = AttributeChart(.uPrime, counts: calm + last, sizes: sizes, baseline: 0..<10)
      let first = AttributeChart(.uPrime, counts: calm, sizes: Array(sizes.prefix(10)))
      #expect(chart.centre == first.centre)
      #expect(chart.spread == first.spread)
      #expect(chart.points.prefix(10).map(\.upper) == first.points.map(\.upper))
      #expect(chart.points.suffix(2).map(\.isAlarm) == last.map { $0 > 10 })
    }
  }

  @Test("are long over when they are")
  func old() throws {
    var reports = Shop.calm(weeks: 40, perWeek: 4, skus: ["K-1", "K-2", "K-3"])
    for index in 0..<8 {
      reports.append(
        Shop.report("b\(index)", week: 20 + index % 2, SampleReports.issue("DUR.BREAKS"))
      )
    }
    let cluster = try #require(ClusterFinder().clusters(reports, by: .sku).first)
    #expect(cluster.whyNow.contains("; not in the last 18 weeks"), "\(cluster.whyNow)")
  }

  @Test("without dates say so, and a mistyped year does not make a thousand weeks")
  func dates() throws {
    var reports = Self.shop(weeks: 20)
    reports.append(Shop.report("mistyped", week: -1_500))
    let chart = try #require(ClusterFinder().clusters(reports, by: .sku).first).chart
    #expect(chart.points.count == 156)
    #expect(chart.points.last?.week == Shop.monday(19))
    for index in reports.indices { reports[index].eventTime = nil }
    let undated = try #require(ClusterFinder().clusters(reports, by: .sku).first)
    #expect(undated.chart.points.isEmpty)
    #expect(undated.whyNow.hasSuffix("whether it is new cannot be said: its reports have no dates"))
  }

  @Test("one report after silence is no burst")
  func single() {
    var reports = Shop.calm(weeks: 12, perWeek: 3, skus: ["K-1", "K-2"])
    for week in [2, 7, 11] {
      reports.append(Shop.report("s\(week)", week: week, SampleReports.issue("SAF.HOT", tier: .t1)))
    }
    let chart = ClusterFinder().clusters(reports, by: .sku).first?.chart
    #expect(chart?.method == .earsC1)
    #expect(chart?.signalAt == nil)
  }
}
