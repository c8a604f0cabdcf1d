import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

/// The golden weeks against the monitor that makes real ones.
@Suite("The golden trend")
struct ConformanceTrendTests {
  private struct Week: Decodable {
    var index: Double?
    var ci95: [Double]?
    var trend_state: String
    var delta: Double?
    var delta_se: Double?
  }

  @Test("is what the monitor of the index says of the same figures")
  func states() throws {
    let workspace = try Workspace()
    let run = try workspace.run("conformance --out golden")
    #expect(run.status == 0, "\(run.errors)")
    let text = try String(contentsOf: workspace.url("golden/index.ndjson"), encoding: .utf8)
    let weeks = try text.split(separator: "\n").map {
      try JSONDecoder().decode(Week.self, from: Data($0.utf8))
    }
    var monitor = WobbleMonitor()
    var states: [String] = []
    for week in weeks {
      // The interval is 1.96 standard errors to each side.
      let error = week.ci95.map { ($0[1] - $0[0]) / 2 / 1.96 } ?? 0
      let reading = monitor.next(week.index, variance: error * error)
      states.append(reading.state.rawValue)
      #expect((reading.delta == nil) == (week.delta == nil))
      #expect(abs((reading.delta ?? 0) - (week.delta ?? 0)) < 1e-9)
      if let stated = week.delta_se {
        #expect(abs((reading.deltaError ?? 0) - stated) < 0.05)
      }
    }
    #expect(states == weeks.map(\.trend_state))
    #expect(states == ["stable", "wobble1", "wobble2", "wobble2", "recovered", "insufficient"])
  }
}
