import Foundation
import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Where a cluster sits")
struct PlaceTests {
  private typealias Shop = WeeklyShop
  private static let breaks = SampleReports.issue("DUR.BREAKS")

  /// Four articles of one supplier and four of another, twenty calm reports each, of two lots.
  private static func shop(_ complaints: [(sku: String, lot: String?, count: Int)])
    -> [ComplaintReport]
  {
    var reports: [ComplaintReport] = []
    for (supplier, first) in [("north", 1), ("south", 5)] {
      for sku in first..<first + 4 {
        for index in 0..<20 {
          reports.append(
            Shop.report(
              "calm-\(sku)-\(index)",
              week: index,
              sku: "K-\(sku)",
              supplier: supplier,
              lot: "L-\(sku)-\(index % 2)"
            )
          )
        }
      }
    }
    for (sku, lot, count) in complaints {
      for index in 0..<count {
        reports.append(
          Shop.report(
            "bad-\(sku)-\(lot ?? "")-\(index)",
            week: index,
            sku: sku,
            supplier: "north",
            lot: lot,
            breaks
          )
        )
      }
    }
    return reports
  }

  @Test("is the article when it alone is bad")
  func article() throws {
    let stories = ClusterFinder().stories(Self.shop([("K-1", nil, 12), ("K-2", nil, 1)]))
    #expect(stories.map(\.id) == ["sku:K-1:DUR.BREAKS"])
    #expect(stories.first?.places.first?.level ?? .sku == .sku)
  }

  @Test("is the supplier when its articles are bad alike, and one cluster tells it")
  func supplier() throws {
    let stories = ClusterFinder().stories(
      Self.shop([("K-1", nil, 5), ("K-2", nil, 5), ("K-3", nil, 5), ("K-4", nil, 5)])
    )
    #expect(stories.map(\.id) == ["supplier:north:DUR.BREAKS"])
    let places = try #require(stories.first).places
    #expect(places.first?.level == .supplier)
    #expect(places.first?.key == "north")
    #expect(places.first?.observed == 20)
  }

  @Test("is the lot when the article's other lots are as usual")
  func lot() throws {
    let stories = ClusterFinder().stories(
      Self.shop([("K-1", "L-1-0", 11), ("K-1", "L-1-1", 1)])
    )
    let cluster = try #require(stories.first { $0.id == "sku:K-1:DUR.BREAKS" })
    #expect(cluster.places.first?.level == .lot)
    #expect(cluster.places.first?.key == "L-1-0")
    #expect(cluster.places.first?.observed == 11)
    #expect(cluster.lots.map(\.name) == ["L-1-0", "L-1-1"])
  }

  @Test("is not one lot when both are bad")
  func bothLots() throws {
    let stories = ClusterFinder().stories(
      Self.shop([("K-1", "L-1-0", 7), ("K-1", "L-1-1", 7)])
    )
    let cluster = try #require(stories.first { $0.id == "sku:K-1:DUR.BREAKS" })
    #expect(cluster.places.first.map(\.level) != .lot)
  }

  @Test("scores are the log-likelihood of a rate of its own less the price of choosing it")
  func byHand() throws {
    let reports = Self.shop([("K-1", "L-1-0", 11), ("K-1", "L-1-1", 1)])
    let cluster = try #require(
      ClusterFinder().clusters(reports, by: .sku).first { $0.key == "K-1" }
    )
    // 12 of 172 reports break. 32 are about K-1, one of the supplier's four articles; 21 of them
    // state the one of its two lots, 11 the other.
    func gain(_ observed: Double, _ reports: Double) -> Double {
      let expected = reports * 12 / 172
      return observed * log(observed / expected) - (observed - expected)
    }
    let own = gain(12, 32) - log(12.0) / 2 - log(4.0)
    let lot = own + gain(11, 21) - log(2.0) - gain(12, 32)
    #expect(cluster.places.map(\.level) == [.lot, .sku])
    #expect(cluster.places.first?.score.isClose(to: lot, within: 1e-9) == true)
    #expect(cluster.places.last?.score.isClose(to: own, within: 1e-9) == true)
  }

  @Test("lists the ten siblings nearest to an alert, as if all were asked")
  func nearestSiblings() throws {
    var reports = Self.shop([(sku: "K-1", lot: nil, count: 12)])
    for sku in 10..<50 {
      for index in 0..<(sku % 7 + 1) * 3 {
        let id = "more-\(sku)-\(index)"
        let key = "K-\(sku)"
        reports.append(
          index == 0 && sku % 9 == 0
            ? Shop.report(id, week: index, sku: key, supplier: "north", Self.breaks)
            : Shop.report(id, week: index, sku: key, supplier: "north")
        )
      }
    }
    let table = ClusterTable(reports, by: .sku)
    let cluster = try #require(table.clusters().first { $0.key == "K-1" })
    let others = Set(reports.filter { $0.supplier == "north" }.compactMap(\.sku)).subtracting([
      "K-1"
    ])
    let all = others.compactMap { table.standing(of: $0, issue: "DUR.BREAKS") }.sorted {
      ($1.shrunkRatio.lower, $0.sku) < ($0.shrunkRatio.lower, $1.sku)
    }
    #expect(all.count > 30)
    #expect(cluster.siblings == Array(all.prefix(10)))
  }

  @Test("lists the supplier's other articles, the nearest to an alert first")
  func siblings() throws {
    let reports = Self.shop([("K-1", nil, 12), ("K-3", nil, 4), ("K-2", nil, 1)])
    let cluster = try #require(
      ClusterFinder().clusters(reports, by: .sku).first { $0.key == "K-1" }
    )
    #expect(cluster.siblings.map(\.sku) == ["K-3", "K-2", "K-4"])
    #expect(cluster.siblings.map(\.observed) == [4, 1, 0])
    #expect(cluster.siblings.first?.standing == .raised)
    let total = Double(reports.count)
    #expect(cluster.siblings[0].expected.isClose(to: 24 * 17 / total, within: 1e-12))
    let ends = cluster.siblings.map(\.shrunkRatio.lower)
    #expect(ends == ends.sorted(by: >))
  }
}
