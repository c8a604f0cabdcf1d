import Testing

@testable import VerbatimPipeline

@Suite("The turning point of a mood")
struct MoodCourseTests {
  private func course(_ scores: [Double?]) -> MoodCourse {
    MoodCourse(
      scores.enumerated().map {
        .init(turn: $0.offset * 2, speaker: "customer", compound: $0.element)
      }
    )
  }

  @Test(
    "is the turn after which the mean differs most",
    arguments: [
      ([], nil), ([0.4], nil), ([0.4, nil], nil), ([0.4, 0.4, 0.4], nil),
      ([-0.5, 0.5], 2), ([-0.6, -0.5, 0.5, 0.6], 4), ([0.5, 0.5, 0.5, -0.9], 6),
      ([-0.5, nil, nil, 0.5], 6),
      // By hand: the cuts give 0.2408, 0.3025 and 0.1875.
      ([-0.5, -0.2, 0.1, 0.3], 4),
      // Two cuts as good as each other: the first.
      ([-0.5, 0, 0.5], 2),
    ] as [([Double?], Int?)]
  )
  func turning(scores: [Double?], turn: Int?) {
    #expect(course(scores).turningTurn == turn)
  }

  @Test("agrees with a search by least squares on random courses")
  func naive() {
    var random = SplitMix64(seed: 11)
    var differences = 0
    for _ in 0..<300 {
      let scores = (0..<(2 + Int(random.next() % 9))).map { _ in
        Double(random.next() % 2001) / 1000 - 1
      }
      func squares(_ part: ArraySlice<Double>) -> Double {
        let mean = part.reduce(0, +) / Double(part.count)
        return part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      }
      let best = (1..<scores.count).min {
        squares(scores[..<$0]) + squares(scores[$0...])
          < squares(scores[..<$1]) + squares(scores[$1...])
      }
      if course(scores).turningTurn != best.map({ $0 * 2 }) { differences += 1 }
    }
    #expect(differences == 0)
  }
}
