import ArgumentParser
import VerbatimPipeline

/// Records without scores.
struct ParseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print feedback records as JSON lines, without scoring.",
    discussion: """
      With --profile FILE --check nothing is printed but what each selector of the profile finds on \
      the pages; the exit code is 78 when it finds no review, or too little in them.
      """
  )

  @Argument(help: "Files and folders, or - for standard input.")
  var paths: [String]

  @Flag(help: "Say what each selector of the profiles finds, and print no records.")
  var check = false

  @OptionGroup var engineArguments: EngineArguments
  @OptionGroup var input: InputArguments

  func validate() throws {
    guard !check || !input.profile.isEmpty else {
      throw ValidationError("--check goes with --profile FILE.")
    }
  }

  func run() async throws {
    guard !check else {
      return try await ProfileCheck(
        paths: paths,
        engineArguments: engineArguments,
        input: input
      ).run()
    }
    try await StreamJob(paths: paths, engineArguments: engineArguments, input: input) {
      .records(try RecordRedactor($0))
    }
    .run()
  }
}

/// Signals without a store.
struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Print signals as JSON lines, without a store.",
    discussion: """
      The worker of a distributed engine: memory does not grow with the input, the order is kept, \
      and the output is the same bytes for any --jobs.
      """
  )

  @Argument(help: "Files and folders, or - for standard input.")
  var paths: [String] = ["-"]

  @Option(
    help: ArgumentHelp("Print only these fields, with commas between them.", valueName: "list")
  )
  var fields: String?

  @Flag(help: "List every contribution to the score.")
  var explain = false

  @OptionGroup var engineArguments: EngineArguments
  @OptionGroup var input: InputArguments

  func validate() throws {
    for field in fields?.split(separator: ",") ?? []
    where !FeedbackSignal.fieldNames.contains(String(field)) {
      throw ValidationError(
        "`\(field)` is no field; one of \(FeedbackSignal.fieldNames.joined(separator: ", "))."
      )
    }
  }

  func run() async throws {
    let wanted = fields.map { Set($0.split(separator: ",").map(String.init)) }
    let explains = explain || wanted?.contains("explain") ?? false
    try await StreamJob(paths: paths, engineArguments: engineArguments, input: input) {
      .signals(try SignalEngine($0), explain: explains, fields: wanted)
    }
    .run()
  }
}

/// What both have in common: each input in turn, lines to standard output.
struct StreamJob {
  var paths: [String]
  var engineArguments: EngineArguments
  var input: InputArguments
  /// What is printed, by an engine or a part of one that is made here.
  var product: (EngineOptions) throws -> StreamRun.Product

  func run() async throws {
    try await Failure.reporting {
      let configuration = try ConfigurationFile.load(engineArguments.config)
      let list = InputList(paths)
      var failures = list.diagnostics
      Console.tell(failures, quiet: false, verbose: true)
      let engineOptions = try engineArguments.options(configuration)
      let product = try product(engineOptions)
      Console.tell(product.diagnostics, quiet: engineArguments.quiet, verbose: true)
      let options = try input.options(
        takesTextsAsTheyAre: engineOptions.takesTextsAsTheyAre,
        lexicons: engineOptions.lexicons
      )
      let run = StreamRun(product, jobs: engineArguments.jobCount(configuration))
      var rejects = JSONWriter()
      var isOverShare = false
      var isAnyRejected = false
      for path in list.files {
        do {
          var opened = try OpenedInput(path: path, options: options)
          var unread: [Diagnostic] = []
          let line = ProgressLine(path, quiet: engineArguments.quiet || Console.isResultShown)
          let counts = try await run.run(
            &opened,
            write: Console.write,
            tell: { diagnostic in
              if diagnostic.severity == .error {
                diagnostic.write(to: &rejects)
                rejects.endLine()
              } else if unread.count < ImportRun.diagnosticLimit {
                unread.append(diagnostic)
              }
              Console.tell(
                [diagnostic],
                quiet: engineArguments.quiet,
                verbose: engineArguments.verbose || diagnostic.code == .encodingDamaged
              )
            },
            progress: { line.show(items: $0, bytes: $1) }
          )
          line.clear()
          let items = counts.written + counts.rejected
          if items == 0 {
            Console.tell(unread, quiet: engineArguments.quiet, verbose: !engineArguments.verbose)
          }
          isAnyRejected = isAnyRejected || counts.rejected > 0
          if items > 0, Double(counts.rejected) > Double(items) * input.maxRejectShare {
            isOverShare = true
          }
        } catch let diagnostic as Diagnostic {
          Console.error(diagnostic.description)
          failures.append(diagnostic)
          diagnostic.write(to: &rejects)
          rejects.endLine()
        }
      }
      if let path = input.rejects { try ReplacedFile.write(rejects.bytes, to: path) }
      let codes = failures.map { Failure.code(of: $0) }
      if codes.contains(.inputMissing) { throw ExitCode(Failure.Code.inputMissing.rawValue) }
      if let code = codes.first { throw ExitCode(code.rawValue) }
      if input.strict, isAnyRejected { throw ExitCode(Failure.Code.inputUnusable.rawValue) }
      if isOverShare { throw ExitCode(Failure.Code.rejects.rawValue) }
    }
  }
}
