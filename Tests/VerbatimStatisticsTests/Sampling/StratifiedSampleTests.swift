import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("A stratified sample")
struct StratifiedSampleTests {
  private let units = (0..<500).map { index in
    (
      id: "signal-\(index)",
      strata: (index % 10 == 0 ? [0] : []) + (index % 4 == 0 ? [1] : [])
    )
  }

  private func ids(_ sample: StratifiedSample, of units: [(id: String, strata: [Int])])
    -> [[String]]
  {
    sample.strata.map { $0.drawn.map { units[$0].id } }
  }

  @Test("puts a unit into the first stratum that it qualifies for, else into the last")
  func overlap() throws {
    let sample = StratifiedSample(of: units, wanted: [12, 8, 20], seed: 4711)
    // 50 tens, of which 25 are fours as well; 125 fours; the rest.
    #expect(sample.strata.map(\.population) == [50, 100, 350])
    #expect(sample.strata.map(\.drawn.count) == [12, 8, 20])
    for place in sample.strata[0].drawn { #expect(place % 10 == 0) }
    for place in sample.strata[1].drawn { #expect(place % 4 == 0 && place % 10 != 0) }
    #expect(sample.strata[0].inclusionProbability == 0.24)
    #expect(sample.strata[1].weight == 12.5)
    #expect(sample.strata[2].weight == 17.5)
    let stands = sample.strata.reduce(0.0) { $0 + Double($1.drawn.count) * ($1.weight ?? 0) }
    #expect(stands == 500)
  }

  @Test("is the same for the same seed in whatever order the list comes")
  func order() {
    let sample = StratifiedSample(of: units, wanted: [12, 8, 20], seed: 4711)
    let reversed = Array(units.reversed())
    let again = StratifiedSample(of: reversed, wanted: [12, 8, 20], seed: 4711)
    #expect(ids(sample, of: units) == ids(again, of: reversed))
    let other = StratifiedSample(of: units, wanted: [12, 8, 20], seed: 4712)
    #expect(ids(sample, of: units) != ids(other, of: units))
  }

  @Test("changes in one place at most when the list gains a unit")
  func stability() {
    let sample = ids(StratifiedSample(of: units, wanted: [12, 8, 20], seed: 1), of: units)
    for extra in 0..<50 {
      let more = units + [(id: "late-\(extra)", strata: [])]
      let again = ids(StratifiedSample(of: more, wanted: [12, 8, 20], seed: 1), of: more)
      #expect(again[0] == sample[0])
      #expect(again[1] == sample[1])
      #expect(Set(again[2]).subtracting(sample[2]).count <= 1)
    }
  }

  @Test("takes all of a stratum that has fewer than asked, and none of an empty one")
  func small() {
    let few = [(id: "a", strata: [0]), (id: "b", strata: [0]), (id: "c", strata: [])]
    let sample = StratifiedSample(of: few, wanted: [12, 8, 20], seed: 3)
    #expect(sample.strata.map(\.drawn.count) == [2, 0, 1])
    #expect(sample.strata.map(\.weight) == [1, nil, 1])
    #expect(sample.strata.map(\.inclusionProbability) == [1, nil, 1])
    #expect(sample.strata.map(\.wanted) == [12, 8, 20])
    let none = StratifiedSample(of: [], wanted: [12, 8, 20], seed: 3)
    #expect(none.strata.map(\.drawn) == [[], [], []])
  }

  @Test("gives each unit of a stratum the same chance")
  func fairness() {
    var drawn = [Int](repeating: 0, count: 40)
    let units = (0..<40).map { (id: "c\($0)", strata: [Int]()) }
    for seed in 0..<2_000 {
      let sample = StratifiedSample(of: units, wanted: [10], seed: UInt64(seed))
      for place in sample.strata[0].drawn { drawn[place] += 1 }
    }
    // 500 expected with a standard deviation of 19.4; five of them on each side.
    for count in drawn { #expect((403...597).contains(count)) }
  }
}
