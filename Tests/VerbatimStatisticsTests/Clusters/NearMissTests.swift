import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Near misses")
struct NearMissTests {
  private typealias Sample = SampleReports
  private static let breaks = Sample.issue("DUR.BREAKS")

  private func nearMisses(_ reports: [ComplaintReport]) -> [NearMiss] {
    ClusterTable(reports, by: .sku).nearMisses()
  }

  private func near(_ reports: [ComplaintReport]) throws -> NearMiss {
    try #require(nearMisses(reports).first { $0.key == "K-1" && $0.issue == "DUR.BREAKS" })
  }

  @Test("two reports are too few, and it says how many an alert needs")
  func tooFew() throws {
    let near = try near(
      Sample.background(90) + (0..<2).map { Sample.report("s\($0)", Self.breaks) }
    )
    #expect(near.reasons.first == .tooFew)
    #expect(near.explanation.hasPrefix("2 distinct reports; an alert needs 3"))
    #expect(near.observed == 2)
  }

  @Test("many reports where many are expected miss the ratio")
  func ratio() throws {
    var reports = Sample.background(90)
    for sku in 1...9 {
      for index in 0..<(sku == 1 ? 9 : 6) {
        reports.append(Sample.report("s\(sku)-\(index)", sku: "K-\(sku)", Self.breaks))
      }
    }
    let near = try near(reports)
    #expect(near.reasons.contains(.ratio))
    #expect(near.shrunkRatio.lower < 2)
    #expect(near.explanation.contains("EB05"))
  }

  @Test("one customer who repeats it is named as the reason")
  func oneCustomer() throws {
    let loud = (0..<9).map { Sample.report("s\($0)", customer: "c", Self.breaks) }
    let near = try near(Sample.background(90) + loud)
    #expect(near.reasons.first == .tooFew)
    #expect(near.reasons.last == .oneCustomer)
    #expect(near.removed == 8)
    #expect(near.explanation.contains("8 more are repeats of one customer"))
  }

  @Test("copies of a text are named as the reason")
  func copies() throws {
    let copies = (0..<9).map { Sample.report("s\($0)", text: "the same words", Self.breaks) }
    let near = try near(Sample.background(90) + copies)
    #expect(near.reasons.contains(.copies))
    #expect(near.explanation.contains("8 more are copies of a text"))
  }

  @Test("a week that brings more of everything is named as the reason")
  func volume() throws {
    var reports = WeeklyShop.calm(weeks: 20, perWeek: 4, skus: ["K-1", "K-2", "K-3", "K-4"])
    for week in 0..<20 {
      for sku in 1...4 {
        let isBusy = week == 18 && sku == 1
        for index in 0..<(isBusy ? 8 : 1) {
          reports.append(
            WeeklyShop.report("s\(week)-\(sku)-\(index)", week: week, sku: "K-\(sku)", Self.breaks)
          )
        }
        guard isBusy else { continue }
        for index in 0..<32 { reports.append(WeeklyShop.report("p\(index)", week: week)) }
      }
    }
    let near = try near(reports)
    #expect(near.reasons.contains(.volume), "\(near)")
    #expect(near.explanation.contains("with everything that is heard about it"))
  }

  @Test("are neither alerts nor hazards, the nearest first and no more than asked for")
  func order() {
    var reports = Sample.background(90)
    reports += (0..<9).map { Sample.report("a\($0)", Self.breaks) }
    reports.append(Sample.report("h", Sample.issue("SAF.HOT", tier: .t1)))
    reports += (0..<2).map { Sample.report("b\($0)", sku: "K-2", Sample.issue("FIT.SMALL")) }
    reports += (0..<2).map { Sample.report("c\($0)", sku: "K-3", Sample.issue("FUN.LOUD")) }
    let table = ClusterTable(reports, by: .sku)
    let near = table.nearMisses()
    #expect(!near.contains { $0.issue == "DUR.BREAKS" || $0.issue == "SAF.HOT" })
    #expect(near.contains { $0.key == "K-2" && $0.issue == "FIT.SMALL" })
    #expect(near.contains { $0.key == "K-3" && $0.issue == "FUN.LOUD" })
    let ends = near.map(\.shrunkRatio.lower)
    #expect(ends == ends.sorted(by: >))
    #expect(table.nearMisses(limit: 1) == Array(near.prefix(1)))
    #expect(nearMisses([]).isEmpty)
  }
}
