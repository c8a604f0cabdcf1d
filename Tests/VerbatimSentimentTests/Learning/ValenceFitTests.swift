import Foundation
import Testing
import VerbatimSentiment
import VerbatimTestSupport

@Suite("Fitting valences")
struct ValenceFitTests {
  /// Texts of one to four entries, their verdicts drawn from what planted valences say.
  private func planted(
    _ valences: [Double],
    authored: [Double],
    texts: Int,
    seed: UInt64
  ) -> ValenceFit.Problem {
    var random = SeededGenerator(seed: seed)
    var rows = SparseFeatures.Builder()
    var sides: [Int8] = []
    for _ in 0..<texts {
      var cells: [(column: Int, value: Double)] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        cells.append((Int.random(in: valences.indices, using: &random), 0.2))
      }
      let worths = cells.map { $0.value * valences[$0.column] }
      let praise = worths.filter { $0 > 0 }.reduce(0, +)
      let blame = -worths.filter { $0 < 0 }.reduce(0, +)
      // Logistic noise of a sixth, which is a slope of six.
      let chance = Double.random(in: 0.001...0.999, using: &random)
      let noise = log(chance / (1 - chance)) / 6
      sides.append(
        praise - 3 * blame - 0.05 + noise > 0
          ? 1 : 3 * praise - blame + 0.05 + noise < 0 ? -1 : 0
      )
      rows.add(cells)
    }
    return ValenceFit.Problem(
      features: rows.columns(count: valences.count),
      sides: sides,
      weights: sides.map { _ in 1 },
      authored: authored,
      isPraise: zip(authored, valences).map { ($0 != 0 ? $0 : $1) >= 0 }
    )
  }

  private let planted = [2.0, -2.0, 1.0, -1.0, 3.0, -3.0, 0, 1.5]

  @Test("finds planted valences again", arguments: SeededGenerator.seeds(3))
  func recover(seed: UInt64) {
    let authored = [1.0, -1, 1, -1, 1, -1, 0, 0]
    let problem = planted(planted, authored: authored, texts: 20_000, seed: seed)
    let fit = ValenceFit(problem, slope: 6, penalty: 1)
    for (found, truth) in zip(fit.valences, planted) {
      #expect(abs(found - truth) < 0.3, "\(fit.valences)")
    }
    #expect(fit.rounds < 15)
  }

  @Test("stays with the author where there is little to go by")
  func prior() {
    let authored = [1.5, -1.5, 1, -1, 2, -2, 0, 0]
    let problem = planted(planted, authored: authored, texts: 6, seed: 1)
    let fit = ValenceFit(problem, slope: 5, penalty: 64)
    for (found, author) in zip(fit.valences, authored) { #expect(abs(found - author) < 0.15) }
  }

  @Test("leaves an entry that no text has where it was")
  func unseen() {
    var rows = SparseFeatures.Builder()
    rows.add([(column: 0, value: 0.25)])
    rows.add([])
    let problem = ValenceFit.Problem(
      features: rows.columns(count: 2),
      sides: [1, -1],
      weights: [1, 1],
      authored: [1, -2],
      isPraise: [true, false]
    )
    #expect(ValenceFit(problem, slope: 5, penalty: 1).valences[1] == -2)
  }

  @Test("gives the same bits every time")
  func deterministic() {
    let problem = planted(planted, authored: planted.map { $0 / 2 }, texts: 2_000, seed: 9)
    let first = ValenceFit(problem, slope: 4, penalty: 4).valences
    #expect(first == ValenceFit(problem, slope: 4, penalty: 4).valences)
  }

  @Test("ends where no small step improves it")
  func minimum() {
    let problem = planted(planted, authored: planted.map { $0 / 2 }, texts: 3_000, seed: 3)
    let far = ValenceFit(problem, slope: 4, penalty: 4, start: planted.map { -$0 })
    let near = ValenceFit(problem, slope: 4, penalty: 4)
    for (one, other) in zip(far.valences, near.valences) { #expect(abs(one - other) < 0.01) }
  }

  @Test("stops at 0 rather than turn an author's sign, and says how strongly it was asked to")
  func signs() {
    let authored = [2.0, -2, 1, -1, 3, 3, 0, 1.5]
    let problem = planted(planted, authored: authored, texts: 4_000, seed: 5)
    let fit = ValenceFit(problem, slope: 5, penalty: 1)
    #expect(fit.valences[5] == 0)
    let evidence = fit.evidenceForSignChange(problem)
    #expect(evidence[5] > ValenceFit.signChange.z)
    #expect(evidence.enumerated().allSatisfy { $0.offset == 5 || $0.element == 0 })
  }

  @Test("never leaves its bounds")
  func bounds() {
    var rows = SparseFeatures.Builder()
    for _ in 0..<500 { rows.add([(column: 0, value: 0.25), (column: 0, value: 0.01)]) }
    let problem = ValenceFit.Problem(
      features: rows.columns(count: 1),
      sides: Array(repeating: 1, count: 500),
      weights: Array(repeating: 1, count: 500),
      authored: [0],
      isPraise: [true]
    )
    #expect(ValenceFit(problem, slope: 3, penalty: 0.01).valences == [4])
  }

  @Test("reads masses from columns as rows would give them")
  func masses() {
    var rows = SparseFeatures.Builder()
    rows.add([(column: 1, value: 0.5), (column: 0, value: 0.25)])
    var more = SparseFeatures.Builder()
    more.add([])
    more.add([(column: 0, value: -0.5)])
    rows.add(more)
    let features = rows.columns(count: 2)
    let masses = features.masses([2, -1])
    #expect(masses.positive == [0.5, 0, 0])
    #expect(masses.negative == [0.5, 0, 1])
    #expect(features.count(ofColumn: 0) == 2)
    #expect(features.rowCount == 3)
  }
}

@Suite("Weighted log-odds")
struct LogOddsTests {
  @Test("tell the side of a term, and nothing of one that is as frequent on both")
  func sides() {
    let odds = LogOdds(negatives: 10_000, positives: 20_000)
    #expect(odds.z(negative: 60, positive: 10) < -4)
    #expect(odds.z(negative: 10, positive: 200) > 4)
    #expect(abs(odds.z(negative: 50, positive: 100)) < 0.1)
  }

  @Test("want more than a few texts, which the prior outweighs")
  func rare() {
    let odds = LogOdds(negatives: 10_000, positives: 10_000)
    #expect(abs(odds.z(negative: 3, positive: 0)) < 1.96)
    #expect(odds.z(negative: 0, positive: 0).isFinite)
    #expect(LogOdds(negatives: 0, positives: 0).z(negative: 0, positive: 0).isFinite)
  }
}
