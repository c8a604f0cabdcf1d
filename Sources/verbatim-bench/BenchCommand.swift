import ArgumentParser
import Foundation
import VerbatimCore
import VerbatimPipeline
import VerbatimText

/// Runs named cases on made-up or given text, checks each answer before trusting its time, and
/// prints MB/s and texts/s of cpu time.
///
/// Without a file: English one-liners, English texts of a survey's length, texts in eight languages
/// with emoji, and the reading of files. `--stage detector` measures what the detector of defects
/// finds in made-up shops instead.
@main
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verbatim-bench",
    abstract: "Measure the stages of the engine on one thread."
  )

  @Argument(help: "A file of texts, one a line.")
  var file: String?

  @Option(help: ArgumentHelp("Only stages whose name holds this.", valueName: "words"))
  var stage: String?

  @Option(
    help: ArgumentHelp(
      "With --stage detector: only shops whose name holds this.",
      valueName: "words"
    )
  )
  var shop: String?

  @Option(help: "How often each stage runs; the best counts.")
  var rounds = 3

  @Option(
    help: ArgumentHelp("VADER's lexicon, for the VADER mode.", valueName: "file")
  )
  var vaderLexicon: String?

  @Option(
    help: ArgumentHelp(
      "A Python with vaderSentiment, to be timed on the same texts.",
      valueName: "interpreter"
    )
  )
  var python: String?

  func run() throws {
    if stage == "detector" {
      DetectorStage().run(shop)
      return
    }
    var options = EngineOptions()
    if let vaderLexicon { options.vader = try VaderFiles(lexicon: vaderLexicon) }
    let engine = try SignalEngine(options)
    if let file {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      try run("lines of \(file)", lines, engine)
      return
    }
    try run("English one-liners", BenchText.lines(count: 40_000), engine)
    try run("English texts of four sentences", BenchText.texts(count: 10_000), engine)
    try run("eight languages and emoji", BenchText.mixed(count: 20_000), engine)
    if stage == nil { reading() }
  }

  private func run(_ title: String, _ lines: [String], _ engine: SignalEngine) throws {
    let bytes = lines.reduce(0) { $0 + $1.utf8.count + 1 }
    print(
      "\(title): \(lines.count) texts, \(bytes / 1000) kB, "
        + "\(bytes / max(1, lines.count)) bytes a text"
    )
    for item in EngineStages(engine, lines: lines).all
    where stage.map(item.name.contains) ?? true {
      measure(item, bytes, lines.count)
    }
    guard let python else { return }
    guard let figures = try ReferenceTool(python: python).measure(lines, rounds: rounds) else {
      print("  \(python) has no vaderSentiment")
      return
    }
    report(
      "vaderSentiment \(figures.version)",
      figures.seconds,
      bytes,
      lines.count,
      figures.answer
    )
  }

  /// Bytes of a file to checked UTF-8.
  private func reading() {
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
    print("tables of 60000 rows")
    for (stage, bytes) in TableStages(rows: 60_000).all { measure(stage, bytes, 60_000) }
  }

  private func measure(_ stage: EngineStages.Stage, _ bytes: Int, _ texts: Int) {
    var best = Double.infinity
    var answer = 0
    for round in 0..<max(1, rounds) {
      let start = ProcessClock.cpuSeconds
      let result = stage.run()
      best = min(best, ProcessClock.cpuSeconds - start)
      guard round == 0 || result == answer else {
        print("\(stage.name): the answer changed from run to run")
        Foundation.exit(1)
      }
      answer = result
    }
    report(stage.name, best, bytes, texts, answer)
  }

  private func report(_ name: String, _ seconds: Double, _ bytes: Int, _ texts: Int, _ answer: Int)
  {
    print(
      "  \(name.padding(toLength: 28, withPad: " ", startingAt: 0))"
        + String(
          format: "%8.1f MB/s %10.0f texts/s",
          Double(bytes) / seconds / 1_000_000,
          Double(texts) / seconds
        )
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
