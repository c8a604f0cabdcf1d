import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Variances within and between groups")
struct VarianceComponentsTests {
  private static func components(_ groups: [[Double]]) -> VarianceComponents {
    let numbers = groups.indices.flatMap { group in groups[group].map { _ in group } }
    return VarianceComponents(groups.flatMap(\.self), levels: [numbers])
  }

  @Test("are those by hand")
  func byHand() {
    // Means 1 and 5 around 3: within 1 ÷ 2, between (16 − 0.5) ÷ 2.
    let found = Self.components([[0.5, 1.5], [4.5, 5.5]])
    #expect(found.within.isClose(to: 0.5))
    #expect(found.between[0].isClose(to: (16 - 0.5) / 2))
  }

  static let inseparable: [([[Double]], Double)] = [
    ([], 0), ([[1]], 0), ([[1, 3]], 2), ([[1], [3]], 2), ([[1, 3], [1, 3]], 2),
  ]

  @Test("that cannot be told apart are within", arguments: inseparable)
  func degenerate(groups: [[Double]], within: Double) {
    let found = Self.components(groups)
    #expect(found.within.isClose(to: within))
    #expect(found.between == [0])
  }

  @Test("of levels, by hand")
  func levels() {
    // Two groups of two parts of two values each. Parts around their groups: ±1 and ±2, squares 4·1
    // + 4·4 = 20, less 2 · 0.5 within, over 8 − 4 = 4. Groups around 5: ±4, squares 8·16 = 128, less
    // 0.5 within and (4 − 2) · 4.75 of the parts, over 8 − 4 = 4.
    let found = VarianceComponents(
      [-0.5, 0.5, 1.5, 2.5, 6.5, 7.5, 10.5, 11.5],
      levels: [[0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 2, 2, 3, 3]]
    )
    #expect(found.within.isClose(to: 0.5))
    #expect(found.between[1].isClose(to: 4.75))
    #expect(found.between[0].isClose(to: (128 - 0.5 - 2 * 4.75) / 4))
  }

  @Test("pass over a level of single values, or of one part a group")
  func passedOver() {
    let values = [0.0, 1, 4, 5]
    let groups = [0, 0, 1, 1]
    let plain = VarianceComponents(values, levels: [groups])
    let single = VarianceComponents(values, levels: [groups, [0, 1, 2, 3]])
    #expect(single.between == plain.between + [0])
    #expect(single.within == plain.within)
    let same = VarianceComponents(values, levels: [groups, groups])
    #expect(same.between[0].isClose(to: plain.between[0]))
    #expect(same.between[1] == 0)
  }

  /// The sums of squares as quadratic forms, their expectations as traces: slow and plain.
  private static func naive(_ values: [Double], _ levels: [[Int]]) -> [Double] {
    let places = values.indices
    func alike(_ groups: [Int]) -> [[Double]] {
      places.map { one in places.map { groups[one] == groups[$0] ? 1 : 0 } }
    }
    func means(_ groups: [Int]) -> [[Double]] {
      alike(groups).map { row in
        let size = row.reduce(0, +)
        return row.map { $0 / size }
      }
    }
    func trace(_ one: [[Double]], _ other: [[Double]]) -> Double {
      places.reduce(0) { sum, row in
        sum + places.reduce(0) { $0 + one[row][$1] * other[$1][row] }
      }
    }
    // Single values are the finest level.
    let all = [values.map { _ in 0 }] + levels + [Array(places)]
    var found = [Double](repeating: 0, count: all.count)
    for level in stride(from: all.count - 1, to: 0, by: -1) {
      let (own, above) = (means(all[level]), means(all[level - 1]))
      let form = places.map { row in places.map { own[row][$0] - above[row][$0] } }
      var rest = places.reduce(0) { sum, row in
        sum + places.reduce(0) { $0 + values[row] * form[row][$1] * values[$1] }
      }
      for finer in (level + 1)..<max(level + 1, all.count) {
        rest -= found[finer] * trace(form, alike(all[finer]))
      }
      found[level] = max(0, rest / trace(form, alike(all[level])))
    }
    return Array(found.dropFirst())
  }

  @Test("agree with quadratic forms and traces", arguments: SeededGenerator.seeds(12))
  func twin(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let cells = (0..<40).map { _ in Int(12 * random.unit()) }
    let levels = [cells.map { $0 / 6 }, cells.map { $0 / 2 }, cells]
    let lifts = (0..<12).map { _ in 2 * random.unit() }
    let values = cells.map { lifts[$0] + lifts[$0 / 6] + random.unit() }
    let found = VarianceComponents(values, levels: levels)
    let twin = Self.naive(values, levels)
    #expect(found.within.isClose(to: twin[3]))
    for level in 0..<3 { #expect(found.between[level].isClose(to: twin[level])) }
  }
}
