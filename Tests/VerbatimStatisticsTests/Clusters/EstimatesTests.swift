import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("A p-value in the place of a cell's own")
struct EstimatesTests {
  @Test("passes where it is the cell's own and passes", arguments: SeededGenerator.seeds(20))
  func own(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (estimates, components) = Self.estimates(&random)
    for (number, component) in components.enumerated() {
      #expect(
        estimates.passes(component.pValue, insteadOfCell: number)
          == (estimates.qValues[number] <= 0.05)
      )
    }
  }

  @Test("passes only where the run's rate lets it, with it among the others")
  func replaced() {
    var random = SeededGenerator(seed: 7)
    var passed = 0
    for _ in 0..<300 {
      let (estimates, components) = Self.estimates(&random)
      let number = Int.random(in: components.indices, using: &random)
      var pValues = components.map(\.pValue)
      pValues[number] = random.unit() * 0.1
      guard estimates.passes(pValues[number], insteadOfCell: number) else { continue }
      passed += 1
      #expect(FalseDiscovery.qValues(pValues)[number] <= 0.05)
    }
    #expect(passed > 20)
  }

  /// The estimates of a few cells, some of them far beyond chance.
  private static func estimates(
    _ random: inout SeededGenerator
  ) -> (ClusterTable.Estimates, [InformationComponent]) {
    let components = (0..<30).map { _ in
      InformationComponent(
        observed: Int.random(in: 1...12, using: &random),
        expected: 1 + 4 * random.unit()
      )
    }
    let estimates = ClusterTable.Estimates(
      components,
      Array(components.indices),
      keys: components.count,
      issues: 1,
      rate: 0.05,
      expected: { _, _ in 1 }
    )
    return (estimates, components)
  }
}
