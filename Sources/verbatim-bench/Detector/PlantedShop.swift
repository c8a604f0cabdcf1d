import Foundation
import VerbatimStatistics

/// A made-up shop with defects of which everything is known.
///
/// Counts of each SKU, issue, lot and week are negative-binomial: Poisson around a volume with
/// popularity, season, promotions and launches, times gamma noise.
struct PlantedShop {
  /// How the shop is made.
  struct Settings {
    var name = "plain"
    var skus = 2000
    var suppliers = 60
    var issues = 40
    var weeks = 104
    /// Reports a week of the best-selling SKU.
    var topVolume = 400.0
    /// The power of the rank by which popularity falls.
    var tailExponent = 1.0
    var negativeShare = 0.3
    /// The variance of the week's noise of a SKU, common to its issues.
    var volumeNoise = 0.3
    /// The variance of the week's noise of a SKU's issue.
    var issueNoise = 0.2
    /// The shape of the gamma distribution of a SKU's rate of an issue.
    var profileShape = 2.0
    var seasonAmplitude = 0.3
    /// The share of SKUs that are launched while the shop is watched.
    var launchShare = 0.2
    /// How much more is complained about in the first weeks after a launch.
    var launchTrouble = 1.5
    /// The chance of a promotion in a week.
    var promotionChance = 0.03
    var lotWeeks = 4...10
    var missingLots = 0.0
    /// Whether reports that are no complaints are in the file.
    var hasPraise = true
    /// The variance over weeks of an issue's rate, common to all SKUs.
    var issueSeason = 0.0
    var bursts = 60
    var drifts = 20
    var supplierDefects = 15
    /// The fewest complaints that a defect must cause, as expected.
    var leastExcess = 5.0
    /// The power of a SKU's volume by which it is drawn for a defect.
    var plantingPower = 1.0
  }

  /// What was planted.
  struct Defect {
    enum Kind: String, CaseIterable {
      case burst2 = "burst ×2"
      case burst4 = "burst ×4"
      case burst8 = "burst ×8"
      case drift
      case supplier = "supplier-wide"
    }

    var kind: Kind
    var issue: Int
    var sku: Int
    var supplier: Int
    var lot: Int
    var factor: Double
    /// The first week and the last.
    var onset: Int
    var end: Int

    /// The multiplier of the rate in a week.
    func multiplier(_ week: Int, lot other: Int) -> Double {
      guard week >= onset, week <= end else { return 1 }
      switch kind {
      case .burst2, .burst4, .burst8: return other == lot ? factor : 1
      case .drift: return pow(factor, min(1, Double(week - onset + 1) / 26))
      case .supplier: return factor
      }
    }

    var level: DefectAlert.Level {
      switch kind {
      case .drift: .sku
      case .supplier: .supplier
      default: .lot
      }
    }
  }

  let settings: Settings
  let supplierOf: [Int]
  let history: ReportHistory
  let defects: [Defect]
  private let lotStarts: [Int]

  /// The lots of a SKU.
  func lotRange(_ sku: Int) -> Range<Int> { lotStarts[sku]..<lotStarts[sku + 1] }

  static func sku(_ index: Int) -> String { "S" + String(10_000 + index) }
  static func supplier(_ index: Int) -> String { "V" + String(100 + index) }
  static func lot(_ index: Int) -> String { "L" + String(100_000 + index) }
  static func issue(_ index: Int) -> String { "I" + String(10 + index) }

  private struct Lot {
    let id: Int
    let start: Int
    let end: Int
  }

  init(_ settings: Settings, seed: UInt64) {
    self.settings = settings
    var random = SplitMix64(seed: seed)
    let s = settings
    var popularity = (0..<s.skus).map { s.topVolume / pow(Double($0 + 1), s.tailExponent) }
    for index in stride(from: s.skus - 1, to: 0, by: -1) {
      popularity.swapAt(index, random.index(below: index + 1))
    }
    let supplierOf = (0..<s.skus).map { _ in
      // Suppliers differ in size.
      min(random.index(below: s.suppliers), random.index(below: s.suppliers))
    }
    self.supplierOf = supplierOf
    // Issues are common and rare.
    var issueShare = (0..<s.issues).map { _ in exp(0.8 * random.normal()) }
    let shareSum = issueShare.reduce(0, +)
    issueShare = issueShare.map { $0 / shareSum }
    var profile = [Double](repeating: 0, count: s.skus * s.issues)
    for sku in 0..<s.skus {
      for issue in 0..<s.issues {
        profile[sku * s.issues + issue] =
          issueShare[issue] * random.frailty(1 / s.profileShape)
      }
    }
    let launch = (0..<s.skus).map { _ in
      random.unit() < s.launchShare ? random.index(below: s.weeks - 8) : -1
    }
    var lots: [[Lot]] = []
    var lotCount = 0
    for _ in 0..<s.skus {
      var own: [Lot] = []
      var week = -random.index(below: 8)
      while week < s.weeks {
        let length =
          s.lotWeeks.lowerBound + random.index(below: s.lotWeeks.count)
        own.append(Lot(id: lotCount, start: week, end: week + length - 1))
        lotCount += 1
        week += length
      }
      lots.append(own)
    }
    lotStarts = lots.map { $0.first?.id ?? 0 } + [lotCount]
    var taken = Set<Int>()
    var defects: [Defect] = []
    func drawSKU(_ random: inout SplitMix64, by week: Int) -> Int {
      let weights = (0..<s.skus).map {
        launch[$0] > week - 8 ? 0 : pow(popularity[$0], s.plantingPower)
      }
      var left = random.unit() * weights.reduce(0, +)
      for index in weights.indices {
        left -= weights[index]
        if left < 0 { return index }
      }
      return 0
    }
    func drawIssue(_ random: inout SplitMix64, _ sku: Int) -> Int {
      var left = random.unit() * (0..<s.issues).reduce(0) { $0 + profile[sku * s.issues + $1] }
      for issue in 0..<s.issues {
        left -= profile[sku * s.issues + issue]
        if left < 0 { return issue }
      }
      return 0
    }
    let first = s.weeks / 4
    let kinds: [Defect.Kind] =
      (0..<s.bursts).map { [.burst2, .burst4, .burst8][$0 % 3] }
      + (0..<s.drifts).map { _ in .drift } + (0..<s.supplierDefects).map { _ in .supplier }
    for kind in kinds {
      var attempts = 0
      while true {
        attempts += 1
        let onset = first + random.index(below: s.weeks - first - 12)
        let sku = drawSKU(&random, by: onset)
        let supplier = kind == .supplier ? random.index(below: s.suppliers) : supplierOf[sku]
        let issue =
          kind == .supplier ? random.index(below: s.issues) : drawIssue(&random, sku)
        guard taken.insert(supplier * s.issues + issue).inserted else { continue }
        var defect = Defect(
          kind: kind,
          issue: issue,
          sku: sku,
          supplier: supplier,
          lot: -1,
          factor: 1,
          onset: onset,
          end: s.weeks - 1
        )
        switch kind {
        case .drift: defect.factor = 2 + 2 * random.unit()
        case .supplier:
          defect.factor = 2 + 1.5 * random.unit()
          defect.end = min(s.weeks - 1, onset + 11 + random.index(below: 15))
        default:
          guard let lot = lots[sku].first(where: { $0.start >= onset }) else {
            taken.remove(supplier * s.issues + issue)
            continue
          }
          defect.factor = kind == .burst2 ? 2 : kind == .burst4 ? 4 : 8
          defect.lot = lot.id
          defect.onset = lot.start
          defect.end = min(s.weeks - 1, lot.end + 6)
        }
        let members =
          kind == .supplier ? (0..<s.skus).filter { supplierOf[$0] == supplier } : [sku]
        let rate = members.reduce(0.0) {
          $0 + (launch[$1] > onset ? 0 : popularity[$1] * profile[$1 * s.issues + issue])
        }
        let excess = (defect.onset...defect.end).reduce(0.0) {
          let isAfter = defect.level == .lot && $1 > defect.end - 6
          return $0 + (isAfter ? 0 : defect.multiplier($1, lot: defect.lot) - 1)
        }
        guard attempts > 500 || rate * s.negativeShare * excess >= s.leastExcess else {
          taken.remove(supplier * s.issues + issue)
          continue
        }
        defects.append(defect)
        break
      }
    }
    self.defects = defects

    var byCell: [Int: [Int]] = [:]
    for (index, defect) in defects.enumerated() {
      for sku in 0..<s.skus
      where defect.kind == .supplier ? supplierOf[sku] == defect.supplier : sku == defect.sku {
        byCell[sku * s.issues + defect.issue, default: []].append(index)
      }
    }
    let phase = (0..<s.skus).map { _ in random.unit() }
    var seasonOfIssue = [Double](repeating: 1, count: s.issues * s.weeks)
    for index in seasonOfIssue.indices {
      seasonOfIssue[index] = random.frailty(s.issueSeason)
    }
    var builder = ReportHistory.Builder()
    let monday = 19_723  // 2024-01-01
    for sku in 0..<s.skus {
      let name = Self.sku(sku)
      let supplier = Self.supplier(supplierOf[sku])
      var promotion = 0
      for week in 0..<s.weeks {
        if promotion > 0 { promotion -= 1 }
        if random.unit() < s.promotionChance { promotion = 2 }
        guard week >= launch[sku] else { continue }
        let angle = 2 * .pi * (Double(week) / 52 + 0.2 * phase[sku])
        var volume = popularity[sku] * (1 + s.seasonAmplitude * sin(angle))
        if promotion > 0 { volume *= 2 }
        volume *= random.frailty(s.volumeNoise)
        var trouble = 1.0
        if launch[sku] >= 0 {
          let age = Double(week - launch[sku])
          trouble += (s.launchTrouble - 1) * exp(-age / 6)
          volume *= 1 - exp(-(age + 1) / 3)
        }
        // Lots sell while they last and trickle out afterwards.
        var shares: [(lot: Int, share: Double)] = []
        for lot in lots[sku] where lot.start <= week && week - lot.end < 6 {
          shares.append((lot.id, week <= lot.end ? 1 : exp(-Double(week - lot.end) / 2)))
        }
        let sum = shares.reduce(0) { $0 + $1.share }
        func add(_ random: inout SplitMix64, _ issue: Int, _ lot: Int, _ isNegative: Bool) {
          let hasLot = random.unit() >= s.missingLots
          builder.add(
            day: monday + 7 * week + random.index(below: 7),
            sku: name,
            supplier: supplier,
            lot: hasLot ? Self.lot(lot) : "",
            issue: issue < 0 ? "" : Self.issue(issue),
            isNegative: isNegative,
            source: random.unit() < 0.5 ? "review" : "survey"
          )
        }
        for (lot, share) in shares {
          let part = volume * share / sum
          if s.hasPraise {
            for _ in 0..<random.poisson(part * (1 - s.negativeShare)) {
              add(&random, -1, lot, false)
            }
          }
        }
        for issue in 0..<s.issues {
          let cell = sku * s.issues + issue
          let mean =
            volume * s.negativeShare * profile[cell] * trouble
            * seasonOfIssue[issue * s.weeks + week]
          let noisy = mean > 0.01 ? mean * random.frailty(s.issueNoise) : mean
          let planted = byCell[cell]
          for (lot, share) in shares {
            var part = noisy * share / sum
            for index in planted ?? [] { part *= defects[index].multiplier(week, lot: lot) }
            for _ in 0..<random.poisson(part) { add(&random, issue, lot, true) }
          }
        }
      }
    }
    history = builder.history()
  }
}
