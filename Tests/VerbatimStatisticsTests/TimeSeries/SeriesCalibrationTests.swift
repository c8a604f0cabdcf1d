import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

/// Series in which nothing happens: how often there is an alarm all the same.
@Suite("Series calibration")
struct SeriesCalibrationTests {
  @Test("C1 gives as many false alarms as Student's distribution says, not as its alpha says")
  func ears() {
    // (x − m) ÷ s against z is Student's t of 6 degrees with z ÷ √(1 + 1⁄7) beyond: for alpha 0.05 that
    // is P(t₆ > 1.5386) = 0.0874.
    var random = SeededGenerator(seed: 21)
    let chart = EARS(.c1, alpha: 0.05)
    var alarms = 0
    let runs = 6000
    for _ in 0..<runs {
      let values = (0..<8).map { _ in RandomSeries.normal(&random) }
      if chart.points(of: values)[7].isAlarm { alarms += 1 }
    }
    let interval = ProportionInterval(wilson: alarms, of: runs)
    #expect(interval.lower <= 0.0874 && interval.upper >= 0.0874, "\(interval)")
  }

  @Test(
    "the combined score errs on the safe side, with Poisson's counts and with others",
    arguments: [0.0, 0.2]
  )
  func score(dispersion: Double) {
    var random = SeededGenerator(seed: 22)
    var monitor = SeriesMonitor()
    monitor.baseline = Baseline()
    let levels = [0.05, 0.01]
    var small = [0, 0]
    let runs = 500
    for run in 0..<runs {
      let mean = [0.3, 1, 3, 10][run % 4]
      let counts = RandomSeries.counts(60, mean: mean, dispersion: dispersion, &random)
      guard let p = monitor.scorePValues(of: CountSeries(counts: counts))[59] else { continue }
      for (place, level) in levels.enumerated() where p <= level { small[place] += 1 }
    }
    for (place, level) in levels.enumerated() {
      let lower = ProportionInterval(wilson: small[place], of: runs).lower
      #expect(lower <= level, "\(level): \(small[place]) of \(runs)")
    }
  }

  @Test("by Benjamini and Hochberg few runs of null series have any alarm")
  func discovery() {
    var random = SeededGenerator(seed: 23)
    let monitor = SeriesMonitor()
    var withAlarm = 0
    let runs = 60
    for _ in 0..<runs {
      var values: [Double] = []
      for mean in [0.5, 1, 2, 4, 8] {
        let counts = RandomSeries.counts(60, mean: mean, dispersion: 0.1, &random)
        values += monitor.scorePValues(of: CountSeries(counts: counts)).compactMap(\.self)
      }
      if FalseDiscovery.qValues(values).contains(where: { $0 <= 0.05 }) { withAlarm += 1 }
    }
    #expect(ProportionInterval(wilson: withAlarm, of: runs).lower <= 0.05, "\(withAlarm)")
  }
}
