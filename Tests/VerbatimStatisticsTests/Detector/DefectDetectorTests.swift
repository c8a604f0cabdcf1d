import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("The detector of defects")
struct DefectDetectorTests {
  @Test("finds a burst in its lot")
  func burst() throws {
    let lot = SmallShop.lot(ofSKU: 1, week: 23)
    let shop = SmallShop(seed: 3) { sku, issue, _, other in
      sku == 1 && issue == 2 && other == lot ? 8 : 1
    }
    let alerts = SmallShop.alerts(shop.rows).filter { $0.issue == "I2" }
    let first = try #require(alerts.first)
    #expect(first.level == .lot)
    #expect(first.key == lot)
    let onset = (22..<30).first { SmallShop.lot(ofSKU: 1, week: $0) == lot } ?? 0
    #expect((onset...(onset + 4)).contains(first.week))
    #expect(alerts.allSatisfy { $0.key == lot })
  }

  @Test("finds a slow drift at its SKU")
  func drift() throws {
    let shop = SmallShop(seed: 4) { sku, issue, week, _ in
      sku == 0 && issue == 1 && week >= 16 ? 1 + 0.16 * Double(min(week - 15, 26)) : 1
    }
    let alerts = SmallShop.alerts(shop.rows).filter { $0.issue == "I1" }
    let first = try #require(alerts.first)
    #expect(first.level == .sku)
    #expect(first.key == "S10")
    #expect(first.week >= 16)
  }

  @Test("finds trouble at a supplier once, not article by article")
  func supplier() throws {
    let shop = SmallShop(seed: 5) { sku, issue, week, _ in
      SmallShop.supplier(ofSKU: sku) == "V2" && issue == 3 && week >= 25 ? 3.5 : 1
    }
    let alerts = SmallShop.alerts(shop.rows).filter { $0.issue == "I3" }
    let first = try #require(alerts.first)
    #expect(first.level == .supplier)
    #expect(first.key == "V2")
    #expect((25...32).contains(first.week))
    #expect(alerts.allSatisfy { $0.level == .supplier })
  }

  @Test("tells of no lot that is gone")
  func gone() {
    var late = [0, 0]
    for seed in SeededGenerator.seeds(6) {
      let lot = SmallShop.lot(ofSKU: 1, week: 14)
      let shop = SmallShop(seed: 40 + seed) { sku, issue, _, other in
        sku == 1 && issue == 2 && other == lot ? 2.5 : 1
      }
      for (place, silence) in [8, 100].enumerated() {
        var settings = DetectorSettings()
        settings.lotSilence = silence
        let alerts = DefectDetector(settings).replay(SmallShop.history(shop.rows))
        for alert in alerts where alert.level == .lot {
          let last = shop.rows.reduce(0) {
            $1.lot == alert.key && $1.day <= alert.day ? max($0, $1.day) : $0
          }
          if alert.day - last >= 7 * 9 { late[place] += 1 }
        }
      }
    }
    #expect(late[0] == 0)
    // They would be told, if they were news.
    #expect(late[1] > 0)
  }

  @Test("does not hang on the order of the rows")
  func order() {
    let shop = SmallShop(seed: 6) { sku, issue, week, _ in
      sku == 4 && issue == 0 && week > 20 ? 5 : 1
    }
    var random = SeededGenerator(seed: 1)
    let expected = SmallShop.alerts(shop.rows, from: 0)
    #expect(!expected.isEmpty)
    #expect(SmallShop.alerts(shop.rows.shuffled(using: &random), from: 0) == expected)
    #expect(SmallShop.alerts(shop.rows.reversed(), from: 0) == expected)
  }

  @Test("uses only what was known then", arguments: [12, 27, 36])
  func past(week: Int) {
    let shop = SmallShop(seed: 7) { sku, issue, week, _ in
      sku == 2 && issue == 1 && week > 20 ? 4 : 1
    }
    let all = SmallShop.alerts(shop.rows, from: 0)
    let end = SmallShop.monday + 7 * (week + 1)
    let cut = SmallShop.alerts(shop.rows.filter { $0.day < end }, from: 0)
    #expect(cut == all.filter { $0.week <= week })
  }

  @Test("tells little where nothing was planted")
  func nothing() {
    var alerts = 0
    for seed in SeededGenerator.seeds(3) {
      let shop = SmallShop(seed: 100 + seed) { _, _, _, _ in 1 }
      alerts += SmallShop.alerts(shop.rows, from: 1.5).count
    }
    // 96 series of articles and 16 of suppliers over 44 weeks, three times: at a score of 1.5 the
    // evidence is 32 to 1, so of as many series one in 32 at most may be told, ever.
    #expect(alerts <= 3 * 112 / 32)
  }

  @Test("takes an empty history, one report and a lone week")
  func small() {
    #expect(DefectDetector().replay(ReportHistory.Builder().history()).isEmpty)
    var builder = ReportHistory.Builder()
    for count in [1, 500] {
      for _ in 0..<count {
        builder.add(
          day: -4,
          sku: "S",
          supplier: "",
          lot: "",
          issue: "I",
          isNegative: true,
          source: ""
        )
      }
      #expect(DefectDetector().replay(builder.history()).isEmpty)
    }
  }

  @Test("puts a Sunday into the week that it ends", arguments: [-3, -10, 0, 6, 20_000])
  func weeks(day: Int) {
    var builder = ReportHistory.Builder()
    builder.add(
      day: day,
      sku: "S",
      supplier: "V",
      lot: "L",
      issue: "I",
      isNegative: true,
      source: ""
    )
    let history = builder.history()
    #expect(history.weekCount == 1)
    #expect((0..<7).contains(history.lastDay(ofWeek: 0) - day))
    // 1970-01-04 was a Sunday.
    #expect((history.lastDay(ofWeek: 0) - 3).isMultiple(of: 7))
  }

  @Test("runs each method alone", arguments: DetectorMethod.allCases)
  func methods(method: DetectorMethod) {
    let shop = SmallShop(seed: 8) { sku, issue, week, _ in
      sku == 0 && issue == 1 && week > 24 ? 6 : 1
    }
    let alerts = DefectDetector().replay(SmallShop.history(shop.rows), method: method)
    #expect(alerts.contains { $0.issue == "I1" && $0.week > 24 && $0.week < 34 })
  }
}
