import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("The order of ids")
struct IdentifierOrderTests {
  @Test(
    "is that of their texts, also of short and equal heads",
    arguments: SeededGenerator.seeds(8)
  )
  func naive(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ids = (0..<400).map { _ in
      String(
        (0..<Int.random(in: 0...12, using: &random)).map { _ in
          ["0", "1", "a", "f"].randomElement(using: &random) ?? "0"
        }
      )
    }
    let ordered = IdentifierOrder.places(of: ids).map { ids[$0] }
    #expect(ordered == ids.sorted())
  }

  @Test("puts what stands beside them in their order", arguments: SeededGenerator.seeds(8))
  func arranged(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let places = Array(0..<Int.random(in: 0...60, using: &random)).shuffled(using: &random)
    let items = places.indices.map { "item \($0)" }
    var arranged = items
    IdentifierOrder.arrange(&arranged, by: places)
    #expect(arranged == places.map { items[$0] })
  }
}
