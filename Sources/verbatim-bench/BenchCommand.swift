import ArgumentParser
import Foundation
import VerbatimCore
import VerbatimPipeline
import VerbatimText

/// Runs named cases on made-up or given text, checks each answer before trusting its time, and
/// prints MB/s and texts/s of cpu time.
///
/// Without a file: English one-liners, English texts of a survey's length, texts in eight languages
/// with emoji, the reading of files, and of tables beside the tools that others read them with.
/// `--stage tables` measures those alone, `--stage pages` review pages and a feed beside bare libxml2
/// and what others read pages with; `--stage detector` measures what the detector of defects
/// finds in made-up shops instead, `--stage dashboard` what pages cost over a store of many
/// signals.
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

  @Option(help: ArgumentHelp("With --stage dashboard: how many signals.", valueName: "n"))
  var signals = 1_000_000

  @Option(help: ArgumentHelp("With --stage dashboard: the built command.", valueName: "file"))
  var binary = ".build/release/verbatim"

  @Option(
    help: ArgumentHelp(
      "With --stage dashboard: the store; filled when there is none.",
      valueName: "file"
    )
  )
  var db = "verbatim-bench.db"

  @Option(help: "How often each stage runs; the best counts.")
  var rounds = 3

  @Option(
    help: ArgumentHelp("VADER's lexicon, for the VADER mode.", valueName: "file")
  )
  var vaderLexicon: String?

  @Option(
    help: ArgumentHelp(
      "A Python with vaderSentiment, pandas, openpyxl, extruct, lxml and selectolax, to be timed "
        + "on the same data.",
      valueName: "interpreter"
    )
  )
  var python: String?

  func run() throws {
    if stage == "detector" {
      DetectorStage().run(shop)
      return
    }
    if stage == "tables" {
      try tables(rows: 60_000)
      return
    }
    if stage == "pages" {
      try pages(150)
      return
    }
    var options = EngineOptions()
    if let vaderLexicon { options.vader = try VaderFiles(lexicon: vaderLexicon) }
    let engine = try SignalEngine(options)
    if stage == "dashboard" {
      let isInTime = try DashboardStage(binary: binary, signals: signals, db: db).run(engine)
      throw isInTime ? ExitCode.success : ExitCode.failure
    }
    if let file {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      try run("lines of \(file)", lines, engine)
      return
    }
    try run("English one-liners", BenchText.lines(count: 40_000), engine)
    try run("English texts of four sentences", BenchText.texts(count: 10_000), engine)
    try run("eight languages and emoji", BenchText.mixed(count: 20_000), engine)
    guard stage == nil else { return }
    reading()
    try tables(rows: 60_000)
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
    try inFolder { folder in
      let texts = folder.appendingPathComponent("texts.txt")
      try Data(lines.joined(separator: "\n").utf8).write(to: texts)
      try compare(.vader(python: python, texts: texts.path, rounds: rounds), bytes, lines.count)
    }
  }

  /// Tables, and the tools that others read them with.
  private func tables(rows: Int) throws {
    print("tables of \(rows) rows")
    for table in TableStages.all(rows: rows) {
      let size = table.bytes.count
      for stage in table.delimited { measure(stage, size, rows) }
      try inFolder { folder in
        let path = folder.appendingPathComponent("\(table.name).csv").path
        try Data(table.bytes).write(to: URL(fileURLWithPath: path))
        if let scan = try ReferenceTool.scan(path: path, rounds: rounds, in: folder) {
          try compare(scan, size, rows)
        }
        guard let python else { return }
        try compare(.tables(python: python, path: path, rounds: rounds), size, rows)
        let book = folder.appendingPathComponent("\(table.name).xlsx").path
        guard
          try ReferenceTool.makeWorkbook(python: python, from: path, to: book).output() != nil
        else { return }
        for stage in table.workbook(path: book) { measure(stage, size, rows) }
        try compare(.workbook(python: python, path: book, rounds: rounds), size, rows)
      }
    }
  }

  /// Review pages and a feed, and what others read them with; how often as fast we are.
  private func pages(_ count: Int) throws {
    for item in PageStages.all(pages: count) {
      let documents = item.kind == .feed ? count * PageStages.reviewsOnPage : count
      print("\(item.name): \(item.size / 1000) kB")
      let ours = measure(item.records, item.size, documents)
      try inFolder { folder in
        let path = folder.appendingPathComponent("documents").path
        try Data(item.joined).write(to: URL(fileURLWithPath: path))
        let isFeed = item.kind == .feed
        var figures: [ReferenceTool.Figures] = []
        if let sax = try ReferenceTool.sax(path: path, isFeed: isFeed, rounds: rounds, in: folder) {
          figures += try compare(sax, item.size, documents)
        }
        if let python {
          let tool = ReferenceTool.pages(
            python: python,
            path: path,
            kind: item.kind,
            rounds: rounds
          )
          figures += try compare(tool, item.size, documents)
        }
        for figure in figures {
          let name = figure.name.padding(toLength: 26, withPad: " ", startingAt: 0)
          print("  × \(name)" + String(format: "%8.2f", figure.seconds / ours))
        }
      }
    }
  }

  @discardableResult
  private func compare(
    _ tool: ReferenceTool,
    _ bytes: Int,
    _ texts: Int
  ) throws -> [ReferenceTool.Figures] {
    guard let figures = try tool.measure() else {
      print("  \(tool.command[0]) cannot run it")
      return []
    }
    for item in figures { report(item.name, item.seconds, bytes, texts, item.answer) }
    return figures
  }

  /// Does work in a folder that is gone afterwards.
  private func inFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
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
  }

  /// The cpu seconds of the best round, which it prints.
  @discardableResult
  private func measure(_ stage: EngineStages.Stage, _ bytes: Int, _ texts: Int) -> Double {
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
    return best
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
