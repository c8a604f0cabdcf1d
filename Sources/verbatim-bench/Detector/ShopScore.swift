import Foundation
import VerbatimStatistics

/// What a list of alerts found of what was planted, at a threshold.
struct ShopScore {
  var planted = 0
  /// A defect is found by an alert from its onset on, unless one spoke of it shortly before.
  var found = 0
  /// Days from the onset's Monday to the end of the week of the first alert.
  var delays: [Int] = []
  /// How many were first told at the level at which they were planted.
  var placed = 0
  var burstsFound = 0
  /// How many bursts were first told as the lot that they were planted in.
  var lotsRight = 0
  var falseAlerts = 0
  var weeks = 0
  var foundByKind: [String: (found: Int, planted: Int)] = [:]

  var falseAWeek: Double { Double(falseAlerts) / Double(max(1, weeks)) }

  /// Weeks after the end of a defect in which an alert still belongs to it.
  static let grace = 8
  /// Weeks before the onset in which an alert makes a defect a chronic alarm, which is no find.
  static let chronic = 12

  init() {}

  init(_ alerts: [DefectAlert], _ shop: PlantedShop, threshold: Double) {
    let places = Places(shop)
    weeks = shop.settings.weeks
    planted = shop.defects.count
    var first = [DefectAlert?](repeating: nil, count: shop.defects.count)
    var isChronic = [Bool](repeating: false, count: shop.defects.count)
    for alert in alerts where alert.score >= threshold {
      var belongs = false
      for index in places.defects(alert) {
        let defect = shop.defects[index]
        // An alert before the onset was not caused by the defect.
        if alert.week < defect.onset {
          if alert.week >= defect.onset - Self.chronic { isChronic[index] = true }
          continue
        }
        guard alert.week <= defect.end + Self.grace else { continue }
        belongs = true
        if first[index] == nil { first[index] = alert }
      }
      if !belongs { falseAlerts += 1 }
    }
    for (index, defect) in shop.defects.enumerated() {
      foundByKind[defect.kind.rawValue, default: (0, 0)].planted += 1
      guard let alert = first[index], !isChronic[index] else { continue }
      found += 1
      foundByKind[defect.kind.rawValue, default: (0, 0)].found += 1
      delays.append(7 * (alert.week - defect.onset + 1))
      if alert.level == defect.level { placed += 1 }
      if defect.level == .lot {
        burstsFound += 1
        if alert.level == .lot, alert.key == PlantedShop.lot(defect.lot) { lotsRight += 1 }
      }
    }
  }

  mutating func add(_ other: ShopScore) {
    planted += other.planted
    found += other.found
    delays += other.delays
    placed += other.placed
    burstsFound += other.burstsFound
    lotsRight += other.lotsRight
    falseAlerts += other.falseAlerts
    weeks += other.weeks
    for (kind, counts) in other.foundByKind {
      foundByKind[kind, default: (0, 0)].found += counts.found
      foundByKind[kind, default: (0, 0)].planted += counts.planted
    }
  }

  var medianDelay: Int { delays.isEmpty ? 0 : delays.sorted()[delays.count / 2] }

  /// The lowest threshold that keeps to the budget of false alerts a week.
  static func threshold(_ alerts: [DefectAlert], _ shop: PlantedShop, budget: Double) -> Double {
    let scores = alerts.map(\.score).sorted()
    guard !scores.isEmpty else { return 0 }
    var low = 0
    var high = scores.count - 1
    while low < high {
      let middle = (low + high) / 2
      if ShopScore(alerts, shop, threshold: scores[middle]).falseAWeek <= budget {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return scores[low]
  }

  /// Which defects an alert could speak of.
  private struct Places {
    var bySKU: [String: [Int]] = [:]
    var bySupplier: [String: [Int]] = [:]
    var byLot: [String: [Int]] = [:]

    init(_ shop: PlantedShop) {
      var skuOfLot: [Int: [Int]] = [:]
      for (index, defect) in shop.defects.enumerated() {
        let issue = "/" + PlantedShop.issue(defect.issue)
        bySupplier[PlantedShop.supplier(defect.supplier) + issue, default: []].append(index)
        if defect.kind == .supplier {
          for sku in shop.supplierOf.indices where shop.supplierOf[sku] == defect.supplier {
            bySKU[PlantedShop.sku(sku) + issue, default: []].append(index)
            skuOfLot[sku, default: []].append(index)
          }
        } else {
          bySKU[PlantedShop.sku(defect.sku) + issue, default: []].append(index)
          skuOfLot[defect.sku, default: []].append(index)
        }
      }
      for (sku, list) in skuOfLot {
        for lot in shop.lotRange(sku) {
          for index in list {
            let issue = "/" + PlantedShop.issue(shop.defects[index].issue)
            byLot[PlantedShop.lot(lot) + issue, default: []].append(index)
          }
        }
      }
    }

    func defects(_ alert: DefectAlert) -> [Int] {
      let name = alert.key + "/" + alert.issue
      return switch alert.level {
      case .sku: bySKU[name] ?? []
      case .supplier: bySupplier[name] ?? []
      case .lot: byLot[name] ?? []
      }
    }
  }
}
