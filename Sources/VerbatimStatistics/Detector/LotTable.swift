internal import Foundation

/// The lots of an article in the weeks of a window: what was heard of each, and what of the issue.
struct LotTable {
  struct Found {
    let lot: Int32
    let value: Double
    /// The weeks since it was last heard of.
    var silence = 0
  }

  private struct Lot {
    let id: Int32
    var first: Int
    /// By week of the window: other reports, complaints of the issue, expected complaints.
    var rest: [Double]
    var counts: [Double]
    var expected: [Double]
  }

  private var lots: [Lot] = []
  private var rest: [Double] = []
  private var start = 0
  private var length = 0
  private var unlabelled: [Double] = []
  private var unlabelledRest: [Double] = []
  private var unlabelledExpected: [Double] = []

  /// The longest look back at lots, in weeks.
  private static let longest = 26
  /// How many times its siblings' rate a bad lot has.
  private static let factors = [2.0, 4, 8].map { (factor: $0, log: log($0)) }
  /// The share of bursts that come up in the middle of a lot's life.
  private static let lateShare = 0.04

  /// Loads the last weeks of a cell, as many as the window has.
  mutating func load(
    _ history: ReportHistory,
    _ window: SeriesWindow,
    _ cell: DefectReplay.Cell,
    week: Int
  ) {
    length = min(Self.longest, window.longest)
    start = week - length + 1
    lots.removeAll(keepingCapacity: true)
    rest = [Double](repeating: 0, count: length)
    let zero = rest
    unlabelled = rest
    unlabelledRest = rest
    unlabelledExpected = rest
    var low = history.exposureStarts[cell.article]
    var high = history.exposureStarts[cell.article + 1]
    let end = high
    while low < high {
      let middle = (low + high) / 2
      if Int(history.exposures[middle].week) < start { low = middle + 1 } else { high = middle }
    }
    var place = low
    while place < end, Int(history.exposures[place].week) <= week {
      let item = history.exposures[place]
      place += 1
      let index = Int(item.week) - start
      rest[index] += Double(item.count)
      guard item.lot >= 0 else {
        unlabelledRest[index] += Double(item.count)
        continue
      }
      if let slot = lots.firstIndex(where: { $0.id == item.lot }) {
        lots[slot].rest[index] += Double(item.count)
      } else {
        var lot = Lot(id: item.lot, first: index, rest: zero, counts: zero, expected: zero)
        lot.rest[index] = Double(item.count)
        lots.append(lot)
      }
    }
    for place in cell.complaints {
      let item = history.complaints[place]
      guard Int(item.week) <= week else { break }
      guard Int(item.week) >= start else { continue }
      let index = Int(item.week) - start
      rest[index] -= Double(item.count)
      if item.lot < 0 {
        unlabelled[index] += Double(item.count)
        unlabelledRest[index] -= Double(item.count)
      }
      if let slot = lots.firstIndex(where: { $0.id == item.lot }) {
        lots[slot].rest[index] -= Double(item.count)
        lots[slot].counts[index] += Double(item.count)
      }
    }
    let offset = window.counts.count - length
    for index in 0..<length {
      let from = max(0, index - 2)
      let to = min(length - 1, index + 2)
      // The shares of the weeks around, for weeks with too few reports to tell them.
      var around = 0.0
      for slot in lots.indices {
        var own = 0.0
        var isSeen = false
        for other in from...to {
          own += lots[slot].rest[other]
          if lots[slot].rest[other] + lots[slot].counts[other] > 0 { isSeen = true }
        }
        lots[slot].expected[index] = isSeen ? own + 0.5 : 0
        around += lots[slot].expected[index]
      }
      var none = 0.0
      for other in from...to { none += unlabelledRest[other] }
      around += none
      let weight = 2.0
      let scale = window.expected[offset + index] / (rest[index] + weight)
      for slot in lots.indices where lots[slot].expected[index] > 0 {
        lots[slot].expected[index] =
          (lots[slot].rest[index] + weight * lots[slot].expected[index] / around) * scale
      }
      var labelled = 0.0
      for slot in lots.indices {
        labelled += lots[slot].expected[index]
      }
      unlabelledExpected[index] = max(0, window.expected[offset + index] - labelled)
    }
  }

  /// The evidence of each lot with complaints, against the null of a grid.
  ///
  /// Reports without a lot come from each with the share that it has of the others.
  func evidence(_ window: SeriesWindow, _ grid: RateGrid) -> [Found] {
    var found: [Found] = []
    let offset = window.counts.count - length
    let before = window.longest - length
    for lot in lots {
      var count = 0.0
      var others = 0.0
      var ratios = Self.factors.map { _ in LikelihoodRatio() }
      var whole = LogSum()
      var late = LogSum()
      for index in stride(from: length - 1, through: lot.first, by: -1) {
        count += lot.counts[index]
        others += unlabelled[index]
        let mean = window.expected[offset + index]
        if mean > 0, lot.expected[index] > 0 {
          let own = min(1, lot.expected[index] / mean)
          let none = min(1 - own, unlabelledExpected[index] / mean)
          let share = own / (1 - none)
          for (place, factor) in Self.factors.enumerated() {
            var gain = lot.counts[index] * factor.log
            if unlabelled[index] > 0 {
              gain += unlabelled[index] * log(1 + (factor.factor - 1) * share)
            }
            ratios[place].add(
              grid.growth(before + index, by: (factor.factor - 1) * (own + none * share)),
              count: window.counts[offset + index],
              gain: gain
            )
          }
        }
        let isWhole = index == lot.first
        guard isWhole || index == length - 3 || index == length - 6 else { continue }
        guard count >= 2 || count + others >= 3 && count >= 1 else { continue }
        for ratio in ratios {
          if isWhole {
            whole.add(grid.evidence(ratio), 1)
          } else {
            late.add(grid.evidence(ratio), 1)
          }
        }
      }
      guard whole.mean > -.infinity else { continue }
      let value = LogSum.log(whole.mean + log(1 - Self.lateShare), late.mean + log(Self.lateShare))
      var last = length - 1
      while last > lot.first, lot.rest[last] + lot.counts[last] <= 0 { last -= 1 }
      found.append(
        Found(lot: lot.id, value: value - log(Double(lots.count)), silence: length - 1 - last)
      )
    }
    return found
  }

  /// −log₁₀ of the predictive tail of each lot's complaints, from its past and its siblings.
  func tails(_ window: SeriesWindow) -> [Found] {
    let past = window.past(length)
    return lots.compactMap { lot in
      let count = lot.counts.reduce(0, +)
      let expected = lot.expected.reduce(0, +)
      guard count > 0, expected > 0 else { return nil }
      let shape = past.shape + window.recentCounts[length] - count
      let rate = past.rate + max(0, window.recentExpected[length] - expected)
      let squares = lot.expected.reduce(0) { $0 + $1 * $1 }
      let size = 1 / (1 / shape + window.noise * squares / (expected * expected))
      let value = SingleTests.tail(count, mean: shape / rate * expected, size: size)
      return Found(lot: lot.id, value: value)
    }
  }
}
