import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Information component")
struct InformationComponentTests {
  @Test(
    "is the shrunk ratio in bits, by hand",
    arguments: [
      // log₂((n + ½) / (E + ½)): powers of two.
      (0, 0.0, 0.0), (0, 0.5, -1), (1, 0.25, 1), (3, 1.25, 1), (15, 7.25, 1), (7, 0.4375, 3),
      (31, 1.46875, 4), (2, 4.5, -1),
    ] as [(Int, Double, Double)]
  )
  func point(observed: Int, expected: Double, bits: Double) {
    let component = InformationComponent(observed: observed, expected: expected)
    #expect(component.value.isClose(to: bits, within: 1e-14))
  }

  @Test(
    "has the interval that numeric integration gives",
    arguments: [(14, 3.1), (3, 0.5), (1, 0.2), (8, 8.0), (60, 41.5), (2, 11.0)]
  )
  func interval(observed: Int, expected: Double) {
    let component = InformationComponent(observed: observed, expected: expected)
    let (lower, upper) = Self.integrated(observed: observed, expected: expected)
    #expect(component.lower.isClose(to: log2(lower), within: 1e-6))
    #expect(component.upper.isClose(to: log2(upper), within: 1e-6))
    #expect(component.lower < component.value && component.value < component.upper)
  }

  @Test("of 14 where 3.1 are expected is 2.01, from 1.16 to 2.67")
  func example() {
    let component = InformationComponent(observed: 14, expected: 3.1)
    #expect(component.value.isClose(to: 2.009_984_088_572_6))
    #expect(component.lower.isClose(to: 1.156_241_243_560_8))
    #expect(component.upper.isClose(to: 2.666_828_718_654_6))
  }

  @Test(
    "lies where the published approximation of its interval does",
    arguments: [(5, 1.0), (14, 3.1), (40, 12.0), (100, 40.0), (400, 350.0)]
  )
  func approximation(observed: Int, expected: Double) {
    // Norén, Hopstadius and Bate (2013): a rule of thumb for spreadsheets.
    let component = InformationComponent(observed: observed, expected: expected)
    let root = 1 / (Double(observed) + 0.5).squareRoot()
    let cube = root * root * root
    #expect(component.lower.isClose(to: component.value - 3.3 * root - 2 * cube, within: 0.06))
    #expect(component.upper.isClose(to: component.value + 2.4 * root - 0.5 * cube, within: 0.06))
  }

  @Test("says little of small counts and more of great ones of the same ratio")
  func shrinkage() {
    let components = [1, 2, 5, 10, 100, 1000].map {
      InformationComponent(observed: $0, expected: Double($0) / 4)
    }
    #expect(components.map(\.value) == components.map(\.value).sorted())
    #expect(components.map(\.lower) == components.map(\.lower).sorted())
    #expect(components.allSatisfy { $0.value < 2 })
    #expect(components[5].value.isClose(to: 2, within: 0.01))
  }

  @Test("has the Poisson tail as p-value, to every digit of a plain sum")
  func poissonTail() {
    for observed in 0...40 {
      for expected in [0.01, 0.3, 1, 3.1, 8, 15.5, 30] {
        let component = InformationComponent(observed: observed, expected: expected)
        let naive = Self.naiveTail(observed, expected)
        #expect(component.pValue.isClose(to: naive, relatively: 1e-11), "\(observed) \(expected)")
      }
    }
  }

  @Test("has p-values at the edges")
  func edges() {
    #expect(InformationComponent(observed: 0, expected: 5).pValue == 1)
    #expect(InformationComponent(observed: 0, expected: 0).pValue == 1)
    #expect(InformationComponent(observed: 1, expected: 0).pValue == 0)
    let one = InformationComponent(observed: 1, expected: 2).pValue
    #expect(one.isClose(to: 1 - exp(-2), within: 1e-15))
  }

  /// P(X ≥ n) for a Poisson X, the smallest terms first; below the mean as the complement.
  static func naiveTail(_ observed: Int, _ expected: Double) -> Double {
    var term = exp(-expected)
    var terms = [term]
    for k in 1...400 {
      term *= expected / Double(k)
      terms.append(term)
    }
    if Double(observed) < expected { return 1 - terms[..<observed].reduce(0, +) }
    return terms[observed...].reversed().reduce(0, +)
  }

  /// The 2.5 % and 97.5 % points of the density xⁿ⁻½ e^−(E+½)x, by Simpson's rule on a fine grid.
  ///
  /// The density is scaled by its own integral, so no gamma function is needed; x = t² takes the
  /// root out of the origin.
  static func integrated(observed: Int, expected: Double) -> (lower: Double, upper: Double) {
    let rate = expected + 0.5
    let shape = Double(observed) + 0.5
    let mode = shape / rate
    func density(_ t: Double) -> Double {
      t == 0 ? 0 : exp((2 * shape - 1) * log(t / mode.squareRoot()) - rate * (t * t - mode))
    }
    let steps = 40_000
    let end = ((shape + 12 * shape.squareRoot() + 40) / rate).squareRoot()
    let width = end / Double(steps)
    var sums = [0.0]
    for step in 0..<steps {
      let t = Double(step) * width
      let piece = density(t) + 4 * density(t + width / 2) + density(t + width)
      sums.append(sums[step] + piece * width / 6)
    }
    func point(_ probability: Double) -> Double {
      let target = probability * sums[steps]
      let after = sums.firstIndex { $0 >= target } ?? steps
      let share = (target - sums[after - 1]) / (sums[after] - sums[after - 1])
      let t = (Double(after - 1) + share) * width
      return t * t
    }
    return (point(0.025), point(0.975))
  }
}
