import ArgumentParser
import VerbatimPipeline

/// The main job.
struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Detect, parse, score and store; print a reconciled summary and the top clusters."
  )

  @Argument(help: "Files and folders.")
  var paths: [String]

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db: String?

  @Option(help: ArgumentHelp("text, or json for one ingest.report.v1 a line.", valueName: "format"))
  var to = "text"

  @Option(help: ArgumentHelp("How many clusters to print.", valueName: "n"))
  var top = 8

  @Flag(help: "Print what each table's columns would be read as, as a map to edit; store nothing.")
  var dryRun = false

  @OptionGroup var engineArguments: EngineArguments
  @OptionGroup var input: InputArguments

  func validate() throws {
    guard top >= 0 else { throw ValidationError("--top takes a number from 0 on.") }
    guard to == "text" || to == "json" else { throw ValidationError("--to is text or json.") }
    guard !paths.contains("-") else {
      throw ValidationError(
        "ingest reads files, so that it can know them again; use score for a stream."
      )
    }
  }

  func run() async throws {
    try await Failure.reporting(storeIsOutput: true) {
      if dryRun { return try showMaps() }
      let configuration = try ConfigurationFile.load(engineArguments.config)
      let list = InputList(paths)
      Console.tell(list.diagnostics, quiet: false, verbose: true)
      guard !list.files.isEmpty else { throw ExitCode(Failure.Code.inputMissing.rawValue) }
      let engine = try engineArguments.engine(configuration)
      let store = try SignalStore(path: db ?? configuration.db ?? "verbatim.db")
      try tellOfChange(engine, store)
      let options = try input.options(
        takesTextsAsTheyAre: engine.takesTextsAsTheyAre,
        lexicons: engineArguments.lexicons ?? configuration.lexicons
      )
      let run = ImportRun(
        engine: engine,
        store: store,
        jobs: engineArguments.jobCount(configuration),
        options: options,
        macros: MacroCensus.tally(of: list.files, options: options)
      )
      var reports: [ImportReport] = []
      for file in list.files {
        let line = ProgressLine(file, quiet: engineArguments.quiet)
        let report = try await run.run(file) { line.show(items: $0, bytes: $1) }
        line.clear()
        try show(report)
        reports.append(report)
      }
      try writeRejects(reports)
      if to == "text" { try summarize(reports, store, engine) }
      try exit(reports, list)
    }
  }

  /// Says when signals of another engine are in the store: they are left as they are.
  private func tellOfChange(_ engine: SignalEngine, _ store: SignalStore) throws {
    guard let latest = try store.latestEngine(), latest != engine.identity else { return }
    let parts = [
      ("version", latest.version, engine.identity.version),
      ("lexicon", latest.lexiconHash, engine.identity.lexiconHash),
      ("taxonomy", latest.taxonomyVersion, engine.identity.taxonomyVersion),
      ("configuration", latest.configHash, engine.identity.configHash),
      ("ICU", latest.icuVersion, engine.identity.icuVersion),
    ]
    let changes = parts.filter { $0.1 != $0.2 }.map { part in
      "\(part.0) \(part.1.prefix(8)), now \(part.2.prefix(8))"
    }
    let warning = Diagnostic(
      .engineChanged,
      .warning,
      at: SourceLocation(file: store.path),
      "its latest signals were made by another engine (\(changes.joined(separator: "; "))); "
        + "they stay as they are",
      hint: "`verbatim bridge` tells what of a change is the engine's"
    )
    Console.tell([warning], quiet: engineArguments.quiet, verbose: true)
  }

  private func show(_ report: ImportReport) throws {
    let verbose = engineArguments.verbose
    if let failure = report.failure { Console.error(failure.description) }
    let shown = verbose ? report.rejects.count : min(3, report.rejects.count)
    for diagnostic in report.rejects.prefix(shown) { Console.error(diagnostic.description) }
    if report.counts.rejected > shown {
      Console.error(
        "\(report.path): \(report.counts.rejected - shown) more records were rejected; "
          + "--rejects FILE lists them"
      )
    }
    let unread = report.counts.items == 0 && report.failure == nil
    Console.tell(report.warnings, quiet: engineArguments.quiet, verbose: verbose || unread)
    if !verbose, !unread, !report.warnings.isEmpty, !engineArguments.quiet {
      Console.error("\(report.path): \(report.warnings.count) warnings; --verbose shows them")
    }
    if to == "json" {
      var json = JSONWriter()
      report.write(to: &json)
      json.endLine()
      try Console.write(json.bytes)
    } else {
      try Console.print(ImportPrinter.line(report))
    }
  }

  private func summarize(
    _ reports: [ImportReport],
    _ store: SignalStore,
    _ engine: SignalEngine
  ) throws {
    try Console.print("")
    try Console.print(ImportPrinter.total(reports))
    try Console.print(ImportPrinter.coverage(store.totals()))
    try Console.print("")
    let run = ClusterRun(store, words: ClusterWords(engine))
    let clusters = try run.clusters(by: nil)
    let printer = ClusterPrinter(issueNames: engine.issueNames, passage: run.passage)
    let shown = Array(clusters.prefix(top))
    try Console.write(Array(printer.text(shown).utf8))
    if clusters.count > shown.count {
      try Console.print(
        "\(clusters.count - shown.count) more: verbatim clusters --db \(store.path)"
      )
    }
    if let line = SilencePrinter.line(try SilenceRun(store).sources()) { try Console.print(line) }
  }

  private func writeRejects(_ reports: [ImportReport]) throws {
    guard let path = input.rejects else { return }
    var json = JSONWriter()
    for report in reports {
      for diagnostic in report.rejects + [report.failure].compactMap(\.self) {
        diagnostic.write(to: &json)
        json.endLine()
      }
    }
    try ReplacedFile.write(json.bytes, to: path)
  }

  /// The exit code: missing and unusable inputs before rejected shares.
  ///
  /// A file in a folder that is no feedback does not fail the rest; one that was named does.
  private func exit(_ reports: [ImportReport], _ list: InputList) throws {
    let named = Set(paths)
    let failures = reports.compactMap { report in
      report.failure.flatMap {
        named.contains(report.path) || reports.allSatisfy { $0.failure != nil } ? $0 : nil
      }
    }
    let codes = (list.diagnostics + failures).map { Failure.code(of: $0) }
    if codes.contains(.inputMissing) { throw ExitCode(Failure.Code.inputMissing.rawValue) }
    if codes.contains(.inputUnusable) || !codes.isEmpty {
      throw ExitCode(codes.first?.rawValue ?? Failure.Code.inputUnusable.rawValue)
    }
    if input.strict, reports.contains(where: { $0.counts.rejected > 0 || $0.failure != nil }) {
      throw ExitCode(Failure.Code.inputUnusable.rawValue)
    }
    if reports.contains(where: { $0.rejectShare > input.maxRejectShare }) {
      throw ExitCode(Failure.Code.rejects.rawValue)
    }
  }

  private func showMaps() throws {
    let list = InputList(paths)
    Console.tell(list.diagnostics, quiet: false, verbose: true)
    let configuration = try ConfigurationFile.load(engineArguments.config)
    let options = try input.options(
      lexicons: engineArguments.lexicons ?? configuration.lexicons
    )
    var reports: [ImportReport] = []
    for file in list.files {
      var report = ImportReport(path: file)
      do {
        let opened = try OpenedInput(path: file, options: options)
        try Console.print(
          "# \(file): \(opened.decision.format.rawValue)"
            // A data file decodes its own texts.
            + (opened.schema != nil && opened.dialect == nil ? "" : ", \(opened.encoding.name)")
            + " (\(opened.decision.rule))"
        )
        if let schema = opened.schema {
          try Console.write(Array(ColumnMapFile.yaml(schema, opened.dialect).utf8))
        }
      } catch let diagnostic as Diagnostic {
        Console.error(diagnostic.description)
        report.failure = diagnostic
      }
      reports.append(report)
    }
    try exit(reports, list)
  }
}
