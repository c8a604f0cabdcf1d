internal import Foundation

/// The lots of an article in the weeks of a window: what was heard of each, and what of the issue.
struct LotTable {
  struct Found {
    let lot: Int32
    let value: Double
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

  /// Loads the last weeks of a cell, as many as the window has.
  mutating func load(
    _ history: ReportHistory,
    _ window: SeriesWindow,
    _ cell: DefectReplay.Cell,
    week: Int
  ) {
    length = window.longest
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

  /// The evidence of each lot with complaints.
  func evidence(_ window: SeriesWindow) -> [Found] {
    var found: [Found] = []
    let offset = window.counts.count - length
    let past = window.past(length)
    let usual =
      (past.shape + window.recentCounts[length]) / (past.rate + window.recentExpected[length])
    let total = window.recentCounts[length]
    let totalExpected = window.recentExpected[length]
    for lot in lots {
      var count = 0.0
      var expected = 0.0
      var squares = 0.0
      var others = 0.0
      var sum = LogSum()
      var recent = 0
      // Reports without a lot come from this one with the share it has of the others.
      var gains = [Double](repeating: 0, count: DefectReplay.factors.count)
      var grown = gains
      for index in stride(from: length - 1, through: lot.first, by: -1) {
        count += lot.counts[index]
        // What the week's siblings tell of the week's noise.
        let siblings = lot.counts[index] + unlabelled[index]
        let near =
          usual
          * (window.expected[offset + index] - lot.expected[index] - unlabelledExpected[index])
        let noiseSize = 1 / max(window.noise, 1e-6)
        let residual =
          noiseSize + max(0, window.counts[offset + index] - siblings)
        let calm = residual / (noiseSize + max(0, near))
        var all = lot.expected[index] * calm
        for (place, factor) in DefectReplay.factors.enumerated() {
          gains[place] += lot.counts[index] * factor.log
          grown[place] += lot.expected[index] * calm * factor.factor
        }
        if unlabelledExpected[index] > 1e-9 * window.expected[offset + index],
          lot.expected[index] > 0
        {
          let labelled = window.expected[offset + index] - unlabelledExpected[index]
          let share = lot.expected[index] / max(labelled, 1e-12)
          for (place, factor) in DefectReplay.factors.enumerated() {
            let part = 1 + (factor.factor - 1) * share
            if unlabelled[index] > 0 { gains[place] += unlabelled[index] * log(part) }
            grown[place] += unlabelledExpected[index] * part
          }
          all += unlabelledExpected[index]
          others += unlabelled[index]
        }
        expected += all
        squares += all * all / residual
        recent += 1
        let isWhole = index == lot.first
        guard isWhole || recent == 3 || recent == 6 else { continue }
        guard count >= 2 || count + others >= 3 && count >= 1 else { continue }
        let shape = past.shape + max(0, total - count - others)
        let rate = past.rate + max(0, totalExpected - expected)
        let relative = shape / rate
        let size = 1 / (1 / shape + squares / (expected * expected + 1e-300))
        for (place, factor) in DefectReplay.factors.enumerated() {
          let value =
            gains[place] - (size + count + others)
            * log((size + relative * grown[place]) / (size + relative * expected))
          sum.add(value, factor.weight * (isWhole ? 2 : 0.5))
        }
      }
      let value = sum.mean
      if value > 0 {
        found.append(Found(lot: lot.id, value: value - log(Double(lots.count))))
      }
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
