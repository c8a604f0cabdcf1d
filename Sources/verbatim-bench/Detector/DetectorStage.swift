import Foundation
import VerbatimStatistics

/// What the detector and each single method find in made-up shops with planted defects.
///
/// Each method's threshold is the lowest that keeps the first shop to the budget of false alerts;
/// the figures are of the shops after it.
struct DetectorStage {
  /// False alerts a week over all series.
  static let budget = 2.0
  /// The seed of the shop on which thresholds are learned, and those of the shops reported.
  static let learned: UInt64 = 1
  static let reported: ClosedRange<UInt64> = 2...11

  /// The shops: as the issue describes them, and harder ones.
  static var shops: [PlantedShop.Settings] {
    let plain = PlantedShop.Settings()
    var sparse = plain
    sparse.name = "sparse"
    sparse.topVolume = 120
    sparse.tailExponent = 0.8
    sparse.plantingPower = 0.5
    var rough = plain
    rough.name = "rough"
    rough.volumeNoise = 0.8
    rough.issueNoise = 0.6
    rough.profileShape = 0.7
    rough.launchTrouble = 2
    rough.issueSeason = 0.05
    rough.missingLots = 0.3
    var bare = plain
    bare.name = "complaints only"
    bare.hasPraise = false
    bare.volumeNoise = 0.1
    bare.issueNoise = 0
    return [plain, sparse, rough, bare]
  }

  /// Prints the tables of the shops whose name holds `name`.
  func run(_ name: String?, seeds: ClosedRange<UInt64> = reported) {
    for settings in Self.shops where name.map(settings.name.contains) ?? true {
      table(settings, seeds)
    }
  }

  private func table(_ settings: PlantedShop.Settings, _ seeds: ClosedRange<UInt64>) {
    let methods = DetectorMethod.allCases
    var thresholds: [Double] = []
    var scores = [ShopScore](repeating: ShopScore(), count: methods.count)
    var seconds = 0.0
    let first = PlantedShop(settings, seed: Self.learned)
    print(
      "\(settings.name): \(settings.skus) SKUs, \(settings.suppliers) suppliers, "
        + "\(settings.issues) issues, \(settings.weeks) weeks, "
        + "\(first.history.reportCount) reports, \(first.defects.count) defects; "
        + "thresholds of seed \(Self.learned) at \(Self.budget) false alerts a week, "
        + "figures of seeds \(seeds.lowerBound) to \(seeds.upperBound)"
    )
    for method in methods {
      let alerts = DefectDetector().replay(first.history, method: method)
      thresholds.append(ShopScore.threshold(alerts, first, budget: Self.budget))
    }
    for seed in seeds {
      let shop = PlantedShop(settings, seed: seed)
      for (index, method) in methods.enumerated() {
        let start = ProcessClock.cpuSeconds
        let alerts = DefectDetector().replay(shop.history, method: method)
        if method == .combined { seconds += ProcessClock.cpuSeconds - start }
        scores[index].add(ShopScore(alerts, shop, threshold: thresholds[index]))
      }
    }
    print(
      "method    threshold  found               days         level right         lot right"
        + "           false/week"
    )
    for (index, method) in methods.enumerated() {
      print(scores[index].row(method.rawValue, thresholds[index]))
    }
    print("found by kind, combined: " + scores[0].kinds)
    print(String(format: "cpu of a combined replay: %.2f s", seconds / Double(seeds.count)))
    print("")
  }
}

extension ShopScore {
  /// A line of the table, with 95 % intervals.
  func row(_ name: String, _ threshold: Double) -> String {
    let delay = delayInterval
    return name.padding(toLength: 9, withPad: " ", startingAt: 0)
      + String(format: "%10.2f  ", threshold)
      + Self.share(found, planted)
      + String(format: "  %3d (%d–%d)", medianDelay, delay.0, delay.1)
      .padding(toLength: 15, withPad: " ", startingAt: 0)
      + Self.share(placed, found) + "  " + Self.share(lotsRight, burstsFound)
      + String(format: "  %5.2f", falseAWeek)
  }

  /// What was found of each kind.
  var kinds: String {
    PlantedShop.Defect.Kind.allCases.map { kind in
      let counts = foundByKind[kind.rawValue] ?? (0, 0)
      return "\(kind.rawValue) \(counts.found) of \(counts.planted)"
    }.joined(separator: ", ")
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "–".padding(toLength: 18, withPad: " ", startingAt: 0) }
    let interval = ProportionInterval(wilson: part, of: whole)
    return String(
      format: "%4.1f %% (%.1f–%.1f)",
      100 * Double(part) / Double(whole),
      100 * interval.lower,
      100 * interval.upper
    ).padding(toLength: 18, withPad: " ", startingAt: 0)
  }

  /// The order statistics that hold the median of the delays in 95 % of samples.
  private var delayInterval: (Int, Int) {
    let sorted = delays.sorted()
    guard !sorted.isEmpty else { return (0, 0) }
    let half = 0.98 * Double(sorted.count).squareRoot()
    let middle = Double(sorted.count) / 2
    return (
      sorted[max(0, Int(middle - half))],
      sorted[min(sorted.count - 1, Int(middle + half))]
    )
  }
}
