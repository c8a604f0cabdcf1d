import Testing
import VerbatimStatistics
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Equal percentiles")
struct EquipercentileTests {
  private static func answers(_ counts: [Int]) -> [Double] {
    counts.enumerated().flatMap { [Double](repeating: Double($0), count: $1) }
  }

  @Test("are those of the textbook")
  func published() throws {
    // Kolen and Brennan (2014), tables 2.2 and 2.3: two forms of four items, ten takers each.
    let map = try #require(
      EquipercentileMap(
        from: Self.answers([2, 3, 2, 2, 1]),
        to: Self.answers([1, 2, 2, 3, 2])
      )
    )
    let equivalents = [0.5, 1.75, 2.8333333333, 3.5, 4.25]
    for (score, equivalent) in equivalents.enumerated() {
      #expect(map.value(of: Double(score)).isClose(to: equivalent, within: 1e-9))
    }
  }

  @Test("follow the textbook's formulas on any scales", arguments: SeededGenerator.seeds(100))
  func naive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Each point has an answer: between points that nobody chose, cells are wider here.
    let points = Int.random(in: 2...11, using: &random)
    let others = Int.random(in: 2...11, using: &random)
    let f = (0..<points).map { _ in Int.random(in: 1...9, using: &random) }
    let g = (0..<others).map { _ in Int.random(in: 1...9, using: &random) }
    let map = try #require(EquipercentileMap(from: Self.answers(f), to: Self.answers(g)))
    let n = Double(f.reduce(0, +))
    let m = Double(g.reduce(0, +))
    for score in 0..<points {
      // Percentile rank: half of its own kind lies below a score.
      let rank = (Double(f[..<score].reduce(0, +)) + Double(f[score]) / 2) / n
      var below = 0.0
      var equivalent = 0.0
      for other in 0..<others {
        let upTo = below + Double(g[other]) / m
        if rank >= below, rank <= upTo {
          equivalent = (rank - below) / (upTo - below) + Double(other) - 0.5
        }
        below = upTo
      }
      #expect(map.value(of: Double(score)).isClose(to: equivalent, within: 1e-9))
    }
  }

  @Test("leave a scale as it is when it meets itself", arguments: [0.0, 12.5, 50, 100])
  func identity(answer: Double) throws {
    let answers = [0.0, 0, 25, 50, 50, 75, 100, 100]
    let map = try #require(EquipercentileMap(from: answers, to: answers))
    #expect(map.value(of: answer).isClose(to: answer))
  }

  @Test("never turn two answers round", arguments: SeededGenerator.seeds(20))
  func monotone(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let map = try #require(
      EquipercentileMap(
        from: (0..<80).map { _ in random.unit() * 100 },
        to: (0..<80).map { _ in (random.unit() * 5).rounded() * 20 }
      )
    )
    let values = stride(from: -20.0, through: 120, by: 0.5).map { map.value(of: $0) }
    #expect(values == values.sorted())
  }

  @Test("need two answers on either side")
  func degenerate() {
    #expect(EquipercentileMap(from: [50, 50], to: [0, 100]) == nil)
    #expect(EquipercentileMap(from: [0, 100], to: [50, 50]) == nil)
    #expect(EquipercentileMap(from: [], to: []) == nil)
  }

  @Test("and reliabilities come from triads, by hand")
  func triads() {
    // Loadings 0.9, 0.8 and 0.7: the reliabilities are their squares.
    let loadings = [0.9, 0.8, 0.7]
    let matrix: [[Double?]] = loadings.indices.map { one in
      loadings.indices.map { one == $0 ? nil : loadings[one] * loadings[$0] }
    }
    let found = ComponentReliability.reliabilities(matrix).compactMap(\.self)
    #expect(found.count == 3)
    #expect(zip(found, [0.81, 0.64, 0.49]).allSatisfy { $0.isClose(to: $1) })
    let pair: [[Double?]] = [[nil, -0.6, nil], [-0.6, nil, nil], [nil, nil, nil]]
    #expect(ComponentReliability.reliabilities(pair) == [0.6, 0.6, nil])
    #expect(
      ComponentReliability.correlation([(0, 0), (1, 1), (2, 5)])?.isClose(
        to: 5 / (2 * 14.0).squareRoot()
      ) == true
    )
    #expect(ComponentReliability.correlation([(1, 0), (1, 1), (1, 5)]) == nil)
  }
}
