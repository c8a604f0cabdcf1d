import Testing
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

@testable import VerbatimSentiment

@Suite("A calibration")
struct SentimentCalibrationTests {
  private func read(_ text: String) throws -> SentimentCalibration {
    try SentimentCalibration(
      id: "c1",
      TableFile(
        path: "calibration.tsv",
        bytes: Array(text.utf8),
        columns: SentimentCalibration.columns
      )
    )
  }

  @Test("is read between its points on a straight line, beyond them as at the ends")
  func curve() throws {
    let calibration = try read(
      "# Texts: invented.\ncompound\tp_negative\tn\n-0.5\t0.9\t60\n0\t0.4\t50\n0.5\t0.1\t70\n"
    )
    #expect(calibration.id == "c1")
    #expect(calibration.points.map(\.count) == [60, 50, 70])
    for (compound, share) in [
      (-1, 0.9), (-0.5, 0.9), (-0.25, 0.65), (0, 0.4), (0.25, 0.25), (1, 0.1),
    ] {
      #expect(calibration.pNegative(compound) == share)
    }
  }

  @Test("of one point says the same of all scores")
  func onePoint() throws {
    let calibration = try read("compound\tp_negative\tn\n0.2\t0.3\t9\n")
    #expect([-1, 0.2, 1].map { calibration.pNegative($0) } == [0.3, 0.3, 0.3])
  }

  @Test("never rises with the score", arguments: SeededGenerator.seeds(5))
  func falls(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let scores = Set((0..<12).map { _ in (random.unit() * 2 - 1) }).sorted()
    let shares = (0..<scores.count).map { _ in random.unit() }.sorted(by: >)
    let points = zip(scores, shares).map {
      SentimentCalibration.Point(compound: $0, pNegative: $1, count: 50)
    }
    let calibration = try #require(SentimentCalibration(id: "x", points: points))
    let values = stride(from: -1.0, through: 1, by: 0.01).map { calibration.pNegative($0) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test(
    "that is none is told with its line",
    arguments: [
      ("-0.5\thigh\t60\n", 2), ("-0.5\t0.9\n", 2), ("0\t0.4\t5\n-0.5\t0.9\t5\n", 2),
      ("0\t0.4\t5\n0.5\t0.6\t5\n", 2), ("-2\t0.4\t5\n", 2), ("0\t1.4\t5\n", 2),
    ]
  )
  func wrong(rows: String, line: Int) throws {
    do {
      _ = try read("compound\tp_negative\tn\n" + rows)
      Issue.record("it was read")
    } catch let diagnostic as Diagnostic {
      #expect(diagnostic.code == .lexiconLine)
      #expect(diagnostic.location.line == line)
    }
  }
}
