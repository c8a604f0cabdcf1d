import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("The satisfaction index")
struct SatisfactionIndexTests {
  private static func settings(_ minimum: Int) -> SatisfactionIndex.Settings {
    var settings = SatisfactionIndex.Settings()
    settings.minimum = minimum
    return settings
  }

  @Test("is the mean of customers and not of answers, by hand")
  func byHand() throws {
    // One customer with 100 and 50 twice over, one with 0: (75 + 0) ÷ 2 and not 50.
    let history = SampleAnswers.history([
      SampleAnswers.report("a", customer: "one", week: 0, [(.rating, 100), (.text, 50)]),
      SampleAnswers.report("b", customer: "one", week: 0, day: 4, [(.rating, 100), (.text, 50)]),
      SampleAnswers.report("c", customer: "two", week: 0, [(.rating, 0)]),
    ])
    let series = SatisfactionIndex(Self.settings(2)).series(history)
    let point = try #require(series.first?.points.first)
    #expect(series.count == 1 && point.index == 37.5)
    #expect(point.customers == 2 && point.signals == 3)
    #expect(point.components.map(\.component) == [.rating, .text])
    #expect(point.components.map(\.mean) == [50, 50])
    #expect(point.components.map(\.coverage) == [1, 0.5])
    #expect(point.components.allSatisfy { $0.mapping == .linear && $0.weight == 1 })
    #expect(point.cycle.id == "2026-W02" && point.state == .stable)
    #expect(point.promotion == nil && point.parentIndex == nil && point.shrinkage == 0)
  }

  @Test("is null below the minimum, and says with how many customers")
  func insufficient() throws {
    let reports = (0..<29).map { SampleAnswers.report("s\($0)", week: 0, [(.rating, 60)]) }
    let few = SatisfactionIndex().series(SampleAnswers.history(reports))
    let point = try #require(few.first?.points.first)
    #expect(point.index == nil && point.interval == nil && point.state == .insufficient)
    #expect(point.customers == 29)
    let enough = reports + [SampleAnswers.report("s29", week: 0, [(.rating, 60)])]
    let series = SatisfactionIndex().series(SampleAnswers.history(enough))
    #expect(series.first?.points.first?.index == 60)
    #expect(SatisfactionIndex().series(SampleAnswers.history([])) == [])
    let silent = [SampleAnswers.report("x", week: 0, [], issues: ["DEL.LATE"])]
    #expect(SatisfactionIndex().series(SampleAnswers.history(silent)) == [])
  }

  @Test("has the last answer of each customer in NPS, CSAT and CES")
  func scores() throws {
    let history = SampleAnswers.history([
      SampleAnswers.report("a", customer: "one", week: 0, day: 1, [(.nps, 20), (.ces, 5)]),
      SampleAnswers.report("b", customer: "one", week: 0, day: 3, [(.nps, 90)]),
      SampleAnswers.report("c", customer: "two", week: 0, [(.nps, 80), (.csat, 3), (.ces, 4)]),
      SampleAnswers.report("d", customer: "three", week: 0, [(.nps, 0), (.csat, 2), (.ces, 7)]),
    ])
    let series = SatisfactionIndex(Self.settings(2)).series(history)
    let point = try #require(series.first?.points.first)
    #expect(point.promotion == NetPromoterScore(promoters: 1, passives: 1, detractors: 1))
    #expect(point.satisfied?.count == 1 && point.satisfied?.n == 2)
    #expect(point.eased?.count == 2 && point.eased?.n == 3)
  }

  @Test("is the same in whatever order the reports come")
  func order() {
    let reports = SampleAnswers.random(weeks: 6, aWeek: 120, seed: 3)
    var random = SeededGenerator(seed: 4)
    let index = SatisfactionIndex(Self.settings(10))
    let dimensions = ["category", "channel"]
    let one = index.series(SampleAnswers.history(reports, dimensions: dimensions))
    let other = index.series(
      SampleAnswers.history(reports.shuffled(using: &random), dimensions: dimensions)
    )
    #expect(one == other)
    // All customers, three categories, and two channels in each.
    #expect(one.map(\.segment.count) == [0, 1, 1, 1, 2, 2, 2, 2, 2, 2])
  }

  @Test("of a finished cycle stays as it was said then", arguments: [1, 4, 7])
  func asOf(week: Int) {
    let reports = SampleAnswers.random(weeks: 10, aWeek: 150, seed: 8)
    var settings = Self.settings(10)
    settings.overlaps = 120
    settings.thresholds = [50]
    let index = SatisfactionIndex(settings)
    let dimensions = ["category", "channel"]
    let whole = index.series(SampleAnswers.history(reports, dimensions: dimensions))
    let last = SampleAnswers.time(week: week, day: 6).dayNumber
    let then = index.series(
      SampleAnswers.history(
        reports.filter { $0.eventTime.dayNumber <= last },
        dimensions: dimensions
      ),
      asOf: last
    )
    // The scales were learnt on the way, so this is about them, too.
    let mappings = Set(whole.flatMap { $0.points.flatMap { $0.components.map(\.mapping) } })
    #expect(mappings == [.linear, .equipercentile])
    #expect(then.count == whole.count)
    for (early, late) in zip(then, whole) {
      #expect(early.segment == late.segment)
      #expect(early.points == late.points.filter { $0.cycle.lastDay <= last })
    }
  }

  @Test("of a cycle that is not over says so")
  func incomplete() {
    let reports = (0..<2).map { SampleAnswers.report("s\($0)", week: $0, day: 3, [(.rating, 9)]) }
    let points = SatisfactionIndex().series(SampleAnswers.history(reports)).first?.points
    #expect(points?.map(\.isComplete) == [true, false])
  }

  @Test("has a point for each week between the first and the last, gaps included")
  func gaps() {
    let reports = [0, 3].flatMap { week in
      (0..<30).map { SampleAnswers.report("\(week) \($0)", week: week, [(.rating, 50)]) }
    }
    let points = SatisfactionIndex().series(SampleAnswers.history(reports)).first?.points ?? []
    #expect(points.map(\.customers) == [30, 0, 0, 30])
    #expect(points.map(\.state) == [.stable, .insufficient, .insufficient, .stable])
    #expect(points.map(\.delta) == [nil, nil, nil, nil])
  }

  @Test("agrees with a naive computation", arguments: SeededGenerator.seeds(4))
  func naive(seed: UInt64) throws {
    let reports = SampleAnswers.random(weeks: 3, aWeek: 90, seed: seed)
    var settings = Self.settings(5)
    settings.overlaps = .max
    let dimensions = ["category", "channel"]
    let series = SatisfactionIndex(settings).series(
      SampleAnswers.history(reports, dimensions: dimensions)
    )
    var checked = 0
    for one in series {
      for point in one.points {
        let naive = NaiveIndex(reports, dimensions, cycle: point.cycle, minimum: 5)
        let index = naive.index(of: one.segment.map(\.value))
        #expect((index == nil) == (point.index == nil))
        guard let index, let found = point.index else { continue }
        #expect(found.isClose(to: index, within: 1e-9))
        checked += 1
      }
    }
    #expect(checked >= 12)
  }

  @Test("is not moved by a change of scale")
  func rescaled() throws {
    // Texts run 20 points below ratings; from 100 overlaps on they are put on the ratings' scale.
    var random = SeededGenerator(seed: 21)
    var reports: [SatisfactionReport] = []
    for week in 0..<6 {
      for number in 0..<60 {
        let mood = 40 + 40 * random.unit()
        let text = mood - 20 + 4 * random.unit()
        let answers: [(SatisfactionComponent, Double)] =
          number.isMultiple(of: 2) ? [(.rating, mood.rounded()), (.text, text)] : [(.text, text)]
        reports.append(SampleAnswers.report("s\(week) \(number)", week: week, answers))
      }
    }
    var settings = Self.settings(30)
    settings.overlaps = 100
    let series = SatisfactionIndex(settings).series(SampleAnswers.history(reports))
    let points = try #require(series.first?.points)
    let mappings = points.map { $0.components.last?.mapping }
    #expect(mappings == [.linear, .linear, .linear, .linear, .equipercentile, .equipercentile])
    let indices = points.compactMap(\.index)
    #expect(indices[4] - indices[3] > 10)
    #expect(abs(try #require(points[4].delta)) < 6)
    #expect(points.allSatisfy { $0.state == .stable })
  }

  @Test(
    "counts cycles from Mondays",
    arguments: [
      ("2026-11-22", 7, "2026-W47", "2026-11-16", "2026-11-22"),
      ("2026-11-23", 7, "2026-W48", "2026-11-23", "2026-11-29"),
      ("2021-01-03", 7, "2020-W53", "2020-12-28", "2021-01-03"),
      ("1969-12-31", 7, "1970-W01", "1969-12-29", "1970-01-04"),
      ("2026-11-22", 28, "2026-10-26+28d", "2026-10-26", "2026-11-22"),
    ]
  )
  func cycles(day: String, days: Int, id: String, start: String, end: String) throws {
    let instant = try #require(Instant(iso8601: day))
    let cycle = FeedbackCycle(containing: instant.dayNumber, days: days)
    #expect(cycle.id == id)
    #expect(cycle.start.description == start && cycle.end.description == end)
    #expect(cycle.start.weekStart == cycle.start)
  }
}
