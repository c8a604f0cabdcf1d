import Testing
import VerbatimCore

@Suite("Ratings")
struct RatingTests {
  @Test(
    "are none outside their scale",
    arguments: [
      (0.9, 1.0, 5.0), (5.1, 1, 5), (-1, 0, 10), (3, 5, 1), (5, 5, 5), (.nan, 1, 5), (3, .nan, 5),
      (3, 1, .nan), (.infinity, 1, 5), (-.infinity, 1, 5),
    ]
  )
  func refused(value: Double, min: Double, max: Double) {
    #expect(Rating(.stars, value, min: min, max: max) == nil)
  }

  @Test(
    "keep their native scale, both ends included",
    arguments: [(1.0, 1.0, 5.0), (5, 1, 5), (0, 0, 10), (0.5, 0, 1), (-3, -3, 3)]
  )
  func scale(value: Double, min: Double, max: Double) throws {
    let rating = try #require(Rating(.other, value, min: min, max: max))
    #expect(rating.kind == .other)
    #expect(rating.value == value)
    #expect(rating.min == min)
    #expect(rating.max == max)
    #expect(rating.direction == .higherIsBetter)
  }

  @Test(
    "have a share from worst to best",
    arguments: [
      (1.0, 1.0, 5.0, Rating.Direction.higherIsBetter, 0.0), (5, 1, 5, .higherIsBetter, 1),
      (4, 1, 5, .higherIsBetter, 0.75), (1, 1, 5, .lowerIsBetter, 1),
      (2, 1, 5, .lowerIsBetter, 0.75), (5, 1, 5, .lowerIsBetter, 0),
      (0, -3, 3, .higherIsBetter, 0.5),
      (80, 0, 100, .higherIsBetter, 0.8),
    ]
  )
  func share(
    value: Double,
    min: Double,
    max: Double,
    direction: Rating.Direction,
    share: Double
  ) {
    #expect(Rating(.ces, value, min: min, max: max, direction: direction)?.share == share)
  }

  @Test("have no share when nobody says which end is good")
  func unknownDirection() throws {
    let rating = try #require(Rating(.ces, 3, min: 1, max: 7, direction: .unknown))
    #expect(rating.share == nil)
  }
}
