import Foundation
import VerbatimCore
import VerbatimPipeline
import VerbatimText

/// Runs named cases on made-up or given text, checks each answer before trusting its time, and
/// prints MB/s and texts/s of cpu time.
///
/// Without arguments: English one-liners, English texts of a survey's length, and texts in eight
/// languages with emoji. With a path: the lines of that file.
@main
enum BenchCommand {
  static func main() throws {
    let engine = try SignalEngine()
    if let path = CommandLine.arguments.dropFirst().first {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      run("lines of \(path)", lines, engine)
      return
    }
    run("English one-liners", BenchText.lines(count: 40_000), engine)
    run("English texts of four sentences", BenchText.texts(count: 10_000), engine)
    run("eight languages and emoji", BenchText.mixed(count: 20_000), engine)
    reading()
  }

  private static func run(_ title: String, _ lines: [String], _ engine: SignalEngine) {
    let bytes = lines.reduce(0) { $0 + $1.utf8.count + 1 }
    print(
      "\(title): \(lines.count) texts, \(bytes / 1000) kB, "
        + "\(bytes / max(1, lines.count)) bytes a text"
    )
    for stage in EngineStages(engine, lines: lines).all { measure(stage, bytes, lines.count) }
  }

  /// Bytes of a file to checked UTF-8.
  private static func reading() {
    let english = BenchText.lines(count: 160_000).joined(separator: "\n")
    let mixed = BenchText.mixed(count: 80_000).joined(separator: "\n")
    print("files of some 9 MB read as UTF-8")
    for (name, text) in [("ASCII", english), ("mixed", mixed)] {
      let bytes = Array(text.utf8)
      let stage = EngineStages.Stage(name: "check and read, \(name)") {
        guard let source = try? TextSource(path: name, bytes: bytes) else { return 0 }
        var count = 0
        while let block = try? source.read(), !block.isEmpty { count += block.count }
        return count
      }
      measure(stage, bytes.count, 1)
    }
  }

  private static func measure(_ stage: EngineStages.Stage, _ bytes: Int, _ texts: Int) {
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
    print(
      "  \(stage.name.padding(toLength: 28, withPad: " ", startingAt: 0))"
        + String(format: "%8.1f MB/s %10.0f texts/s", rate, Double(texts) / best)
        + "   answer \(answer)"
    )
  }
}

/// The cpu time of this process.
enum ProcessClock {
  /// Seconds of user and system time so far.
  static var cpuSeconds: Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }
}
