import Foundation
import VerbatimCore
import VerbatimPipeline

/// Runs named cases on made-up or given text, checks each answer before trusting its time, and
/// prints MB/s and texts/s of cpu time.
@main
enum BenchCommand {
  static func main() throws {
    var lines = BenchText.lines(count: 40_000)
    if let path = CommandLine.arguments.dropFirst().first {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let bytes = lines.reduce(0) { $0 + $1.utf8.count + 1 }
    print("\(lines.count) lines, \(bytes / 1000) kB, \(bytes / max(1, lines.count)) bytes a line")
    let engine = try SignalEngine()
    let stages = EngineStages(engine, lines: lines)
    for stage in stages.all {
      var best = Double.infinity
      var answer = 0
      for round in 0..<3 {
        let start = ProcessClock.cpuSeconds
        let result = stage.run()
        best = min(best, ProcessClock.cpuSeconds - start)
        guard round == 0 || result == answer else {
          print("\(stage.name): the answer changed from run to run")
          exit(1)
        }
        answer = result
      }
      let rate = Double(bytes) / best / 1_000_000
      let texts = Double(lines.count) / best
      print(
        "\(stage.name.padding(toLength: 28, withPad: " ", startingAt: 0))"
          + String(format: "%8.1f MB/s %10.0f texts/s", rate, texts) + "   answer \(answer)"
      )
    }
  }
}

/// The cpu time of this process.
enum ProcessClock {
  /// Seconds of user and system time so far.
  static var cpuSeconds: Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }
}
