import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Fit of the gamma mixture")
struct GammaMixtureFitTests {
  /// Cells whose counts come from a known mixture, empty ones among them.
  static func cells(
    _ count: Int,
    of prior: GammaMixture,
    seed: UInt64
  ) -> [(count: Int, expected: Double)] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let expected = exp(-4 + 7 * random.unit())
      let isFirst = random.chance(prior.p)
      let ratio =
        GammaFunction.quantile(
          isFirst ? prior.alpha1 : prior.alpha2,
          0.0005 + 0.999 * random.unit()
        ) / (isFirst ? prior.beta1 : prior.beta2)
      // A Poisson draw, term by term.
      var (n, term, rest) = (0, exp(-ratio * expected), random.unit())
      while rest > term, n < 10_000 {
        rest -= term
        n += 1
        term *= ratio * expected / Double(n)
      }
      return (n, expected)
    }
  }

  static let planted = GammaMixture(alpha1: 2, beta1: 0.4, alpha2: 8, beta2: 9, p: 0.1)

  static func fit(
    _ cells: [(count: Int, expected: Double)],
    _ options: GammaMixtureFit.Options = .init()
  ) -> GammaMixtureFit {
    GammaMixtureFit(cells.filter { $0.count > 0 }, options: options) {
      cells.filter { $0.count == 0 }
    }
  }

  @Test("finds a planted mixture within its standard errors", arguments: [false, true])
  func planted(withEmptyCells: Bool) throws {
    let cells = Self.cells(3000, of: Self.planted, seed: 7)
    var options = GammaMixtureFit.Options()
    options.includesEmptyCells = withEmptyCells
    let fit = Self.fit(cells, options)
    #expect(fit.outcome == .maximum && !fit.isFallback)
    #expect(fit.includesEmptyCells == withEmptyCells)
    let errors = try #require(fit.standardErrors)
    let (found, planted) = (fit.mixture, Self.planted)
    // Leaving the empty cells out, p is the share among cells with reports.
    for (index, pair) in [
      (found.alpha1, planted.alpha1), (found.beta1, planted.beta1), (found.alpha2, planted.alpha2),
      (found.beta2, planted.beta2),
    ].enumerated() {
      #expect(abs(pair.0 - pair.1) < 3.5 * errors[index], "\(index): \(pair) ± \(errors[index])")
    }
    #expect(abs(found.p - planted.p) < 3.5 * errors[4] || !withEmptyCells)
  }

  @Test("has the log-likelihood of the naive sum", arguments: [false, true])
  func logLikelihood(isTruncated: Bool) {
    let prior = GammaMixture(alpha1: 0.7, beta1: 0.2, alpha2: 3, beta2: 3.5, p: 0.2)
    let cells = Self.cells(300, of: prior, seed: 3).filter { !isTruncated || $0.count > 0 }
    let likelihood = MixtureLikelihood(SquashedCells(cells), isTruncated: isTruncated)
    for mixture in [prior, Self.planted, .fixed, PublishedDisproportionalityTests.caers] {
      let value = likelihood.value(MixtureLikelihood.parameters(mixture))
      let naive = NaiveDisproportionality.logLikelihood(cells, mixture, isTruncated: isTruncated)
      #expect(value.logLikelihood.isClose(to: naive, relatively: 1e-11))
    }
  }

  @Test("has the gradient that differences give", arguments: [false, true])
  func gradient(isTruncated: Bool) {
    let cells = Self.cells(200, of: Self.planted, seed: 5).filter { !isTruncated || $0.count > 0 }
    let likelihood = MixtureLikelihood(SquashedCells(cells), isTruncated: isTruncated)
    let point = [0.3, -0.7, 1.2, 1.4, -1.5]
    let gradient = likelihood.value(point).gradient
    for index in point.indices {
      var (low, high) = (point, point)
      low[index] -= 1e-5
      high[index] += 1e-5
      let slope =
        (likelihood.value(high).logLikelihood - likelihood.value(low).logLikelihood) / 2e-5
      #expect(gradient[index].isClose(to: slope, within: 1e-5 * (1 + abs(slope))), "\(index)")
    }
  }

  @Test("has the second derivatives that differences give", arguments: [false, true])
  func information(isTruncated: Bool) {
    let cells = Self.cells(200, of: Self.planted, seed: 5).filter { !isTruncated || $0.count > 0 }
    for isPenalized in [false, true] {
      let likelihood = MixtureLikelihood(
        SquashedCells(cells),
        isTruncated: isTruncated,
        isPenalized: isPenalized
      )
      for point in [[0.3, -0.7, 1.2, 1.4, -1.5], [4.5, 4.2, -1.0, 0.5, 2.0]] {
        let information = likelihood.value(point).information
        for row in point.indices {
          var (low, high) = (point, point)
          low[row] -= 1e-5
          high[row] += 1e-5
          let (below, above) = (likelihood.value(low).gradient, likelihood.value(high).gradient)
          for column in point.indices {
            let slope = (below[column] - above[column]) / 2e-5
            #expect(
              information[row][column].isClose(to: slope, within: 1e-5 * (1 + abs(slope))),
              "\(row), \(column)"
            )
          }
        }
      }
    }
  }

  @Test("climbs no higher by any small step from where it ends")
  func isMaximum() {
    let cells = Self.cells(800, of: Self.planted, seed: 12).filter { $0.count > 0 }
    let fit = Self.fit(cells)
    let likelihood = MixtureLikelihood(SquashedCells(cells), isTruncated: true)
    let best = MixtureLikelihood.parameters(fit.mixture)
    var random = SeededGenerator(seed: 1)
    for _ in 0..<40 {
      let other = best.map { $0 + 0.02 * (random.unit() - 0.5) }
      #expect(likelihood.value(other).logLikelihood <= fit.logLikelihood + 1e-9)
    }
  }

  @Test("moves little when cells are squashed")
  func squashing() throws {
    let cells = Self.cells(6000, of: Self.planted, seed: 2)
    var options = GammaMixtureFit.Options()
    options.includesEmptyCells = true
    let squashed = Self.fit(cells, options)
    options.squashes = false
    let whole = Self.fit(cells, options)
    #expect(squashed.pointCount < whole.pointCount && whole.pointCount == 6000)
    let errors = try #require(whole.standardErrors)
    let (one, other) = (squashed.mixture, whole.mixture)
    for (index, pair) in [
      (one.alpha1, other.alpha1), (one.beta1, other.beta1), (one.alpha2, other.alpha2),
      (one.beta2, other.beta2), (one.p, other.p),
    ].enumerated() {
      #expect(abs(pair.0 - pair.1) < 0.05 * errors[index], "\(index): \(pair)")
    }
    #expect(squashed.logLikelihood <= whole.logLikelihood + 1e-9)
    #expect(squashed.logLikelihood > whole.logLikelihood - 0.01)
  }

  @Test("squashes to points that keep the cells, their sum and their largest")
  func points() {
    let cells = Self.cells(4000, of: Self.planted, seed: 8)
    let squashed = SquashedCells(squashing: cells)
    #expect(squashed.points.map(\.weight).reduce(0, +) == 4000)
    for count in 0...3 {
      let group = cells.filter { $0.count == count }.map(\.expected).sorted()
      let points = squashed.points.filter { $0.count == count }
      #expect(points.map(\.weight).reduce(0, +) == Double(group.count))
      let sum = points.map { $0.expected * $0.weight }.reduce(0, +)
      #expect(sum.isClose(to: group.reduce(0, +), relatively: 1e-12))
      #expect(points.map(\.expected) == points.map(\.expected).sorted())
      if group.count > 500 {
        #expect(points.suffix(100).map(\.expected) == group.suffix(100))
        #expect(points.count < group.count)
      } else {
        #expect(points.map(\.expected) == group)
      }
    }
  }

  @Test("names the component with the greater mean first")
  func componentOrder() {
    for seed in 1...3 as ClosedRange<UInt64> {
      let mixture = Self.fit(Self.cells(400, of: Self.planted, seed: seed)).mixture
      #expect(mixture.alpha1 / mixture.beta1 >= mixture.alpha2 / mixture.beta2)
    }
  }

  @Test("says so when the likelihood has no maximum, and still gives numbers")
  func degenerate() {
    let same = [(count: Int, expected: Double)](repeating: (3, 3), count: 40)
    let ones = (1...30).map { (count: 1, expected: Double($0) / 10) }
    let huge = (1...30).map { (count: 1_000_000 + $0, expected: 1e6) }
    let tiny = (1...30).map { (count: $0 % 3 + 1, expected: 1e-6) }
    for (name, cells) in [("same", same), ("ones", ones), ("huge", huge), ("tiny", tiny)] {
      for empty in [[], [(count: 0, expected: 0.5)]] {
        let fit = GammaMixtureFit(cells) { empty }
        #expect(fit.outcome != .maximum || fit.standardErrors != nil, "\(name)")
        #expect(fit.logLikelihood.isFinite, "\(name)")
        for cell in cells {
          let posterior = fit.mixture.posterior(count: cell.count, expected: cell.expected)
          #expect(posterior.lower.isFinite && posterior.upper.isFinite, "\(name)")
          #expect(posterior.lower <= posterior.geometricMean, "\(name)")
          #expect(posterior.geometricMean <= posterior.upper, "\(name)")
        }
        #expect(!fit.summary.isEmpty)
      }
    }
    #expect(GammaMixtureFit(same) { [] }.outcome == .single)
    let few = GammaMixtureFit([(count: 2, expected: 1)]) { [] }
    #expect(few.outcome == .fixed && few.isFallback && few.mixture == .fixed)
    #expect(few.summary.hasPrefix("fewer than 10 pairs have reports"))
  }

  @Test("holds a component wide that one pair alone shows")
  func width() {
    // Thirty pairs as independence predicts, and one that stands out.
    var cells = (1...30).map { (count: $0 % 4 + 1, expected: Double($0 % 4) + 1) }
    cells.append((count: 12, expected: 1.75))
    let fit = GammaMixtureFit(cells) { [(count: 0, expected: 0.3), (count: 0, expected: 0.4)] }
    #expect(fit.outcome == .penalized && fit.standardErrors == nil && fit.isFallback)
    let posterior = fit.mixture.posterior(count: 12, expected: 1.75)
    #expect(posterior.lower > 2 && posterior.upper > 1.4 * posterior.lower)
  }

  @Test("does without the empty cells when there are too many")
  func tooManyCells() {
    let ones = (1...30).map { (count: 1, expected: Double($0) / 10) }
    let fit = GammaMixtureFit(ones) { nil }
    #expect(fit.outcome == .fixed && !fit.includesEmptyCells)
    #expect(fit.summary == "the likelihood has no maximum; the fixed prior Gamma(1/2, 1/2) is used")
  }
}
