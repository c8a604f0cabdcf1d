import ArgumentParser
import Foundation
import VerbatimPipeline

/// How right the engine is.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure the engine on labelled or rated feedback, with intervals.",
    discussion: """
      Any input format. The verdict is a column named label, sentiment, polarity or the like \
      (positive, negative, neutral, mixed, no_opinion; 1 and 0; 1, 0 and -1), else the rating: of \
      five stars 1 and 2 are negative, 3 is neutral, 4 and 5 are positive. Accuracy, macro-F1, \
      recall and precision go by the side: negative, positive, or neither. A text to which the \
      engine gives no answer counts as wrong, and as a score of 0 in the AUC and the correlations.

      A text is held out when a column `split` says so, else when the SHA-256 of its words begins \
      with a digit from 0 to 3.
      """
  )

  @Argument(help: "Files, or - for standard input.")
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Divide by sku, channel, category, language, length, or a column of the file.",
      valueName: "what"
    )
  )
  var by: String?

  @Option(help: ArgumentHelp("all, held-out or tuning.", valueName: "part"))
  var part = "all"

  @Option(help: ArgumentHelp("The column with the labels.", valueName: "name"))
  var labelColumn: String?

  @Option(help: ArgumentHelp("The column with the words, and no other.", valueName: "name"))
  var textColumn: String?

  @Flag(help: "Take the verdict from the rating even where a label stands beside it.")
  var ratings = false

  @Option(help: ArgumentHelp("The seed of the draws for the intervals.", valueName: "n"))
  var seed = 1

  @Option(help: ArgumentHelp("How many draws.", valueName: "n"))
  var draws = Bootstrap.usualResamples

  @Option(help: ArgumentHelp("Print so many of the worst errors.", valueName: "n"))
  var errors = 0

  @Option(
    help: ArgumentHelp(
      "Fit the calibration on the tuning part, write it there, and measure it on what is held out.",
      valueName: "file"
    )
  )
  var calibrate: String?

  @Option(
    help: ArgumentHelp("What the texts are, for the file of the calibration.", valueName: "text")
  )
  var note: String?

  @Option(
    help: ArgumentHelp("The day of the fit, for the file of the calibration.", valueName: "date")
  )
  var fittedOn: String?

  @Option(help: ArgumentHelp("text, or json for one evaluation.report.v1.", valueName: "format"))
  var to = "text"

  @OptionGroup var engineArguments: EngineArguments
  @OptionGroup var input: InputArguments

  func validate() throws {
    guard part == "all" || RatedText.Part(rawValue: part) != nil else {
      throw ValidationError("--part is all, held-out or tuning.")
    }
    guard to == "text" || to == "json" else { throw ValidationError("--to is text or json.") }
    guard errors >= 0, seed >= 0, draws >= 1 else {
      throw ValidationError("--errors and --seed take a number from 0 on, --draws one from 1 on.")
    }
    if calibrate != nil, part != "all" {
      throw ValidationError("--calibrate fits one part and measures the other; leave --part out.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let configuration = try ConfigurationFile.load(engineArguments.config)
      let list = InputList(files)
      Console.tell(list.diagnostics, quiet: false, verbose: true)
      guard list.diagnostics.isEmpty else { throw ExitCode(Failure.Code.inputMissing.rawValue) }
      let rated = try read(list.files, configuration)
      var retail = engineArguments
      retail.engineName = "retail"
      retail.vaderLexicon = nil
      retail.vaderEmoji = nil
      let engine = try retail.engine(configuration)
      let jobs = engineArguments.jobCount(configuration)
      let engines = try engines(beside: engine, configuration)
      var part = RatedText.Part(rawValue: self.part)
      var fit: CalibrationFit?
      if let calibrate {
        let texts = rated.texts(of: .tuning)
        fit = try CalibrationFit(
          texts,
          await engines[0].verdicts(on: texts, jobs: jobs),
          provenance: .init(
            files: list.files.map { URL(fileURLWithPath: $0).lastPathComponent },
            note: note,
            date: fittedOn,
            engine: engine.identity
          )
        )
        try ReplacedFile.write(Array((fit?.file ?? "").utf8), to: calibrate)
        part = .heldOut
      }
      let texts = rated.texts(of: part)
      guard !texts.isEmpty else { throw ValidationError("No text belongs to that part.") }
      var verdicts: [[EngineVerdict]] = []
      for engine in engines { verdicts.append(await engine.verdicts(on: texts, jobs: jobs)) }
      if let fit { verdicts[0] = fit.applied(to: verdicts[0]) }
      let evaluation = Evaluation(
        of: texts.map { masked($0, by: engine) },
        engines: engines.map(\.name),
        verdicts: verdicts,
        bootstrap: Bootstrap(resamples: draws, seed: UInt64(seed))
      )
      if to == "json" {
        var json = JSONWriter()
        evaluation.write(
          to: &json,
          engine: engine.identity,
          counts: rated.counts,
          part: part,
          slicing: by.map { (name: $0, slicing: EvaluationSlicing(name: $0)) },
          errors: errors
        )
        json.endLine()
        try Console.write(json.bytes)
      } else {
        try show(evaluation, rated, part, fit)
      }
      let tooMany = Double(rated.counts.read) * input.maxRejectShare
      if input.strict, rated.counts.rejected > 0 {
        throw ExitCode(Failure.Code.inputUnusable.rawValue)
      }
      if Double(rated.counts.rejected) > tooMany { throw ExitCode(Failure.Code.rejects.rawValue) }
    }
  }

  /// The engines that are measured side by side, ours first.
  private func engines(
    beside engine: SignalEngine,
    _ configuration: ConfigurationFile
  ) throws -> [MeasuredEngine] {
    let own = MeasuredEngine(engine)
    guard (engineArguments.engineName ?? configuration.engine) == "vader" else { return [own] }
    return [own, MeasuredEngine(try engineArguments.engine(configuration), name: "vader")]
  }

  private func read(
    _ paths: [String],
    _ configuration: ConfigurationFile
  ) throws -> RatedTexts {
    var options = RatedTexts.Options()
    options.input = try input.options(lexicons: engineArguments.lexicons ?? configuration.lexicons)
    options.labelColumn = labelColumn
    options.textColumn = textColumn
    options.prefersRatings = ratings
    let rated = try RatedTexts(paths, options: options)
    Console.tell(
      rated.diagnostics,
      quiet: engineArguments.quiet,
      verbose: engineArguments.verbose
    )
    if let path = input.rejects {
      var json = JSONWriter()
      for diagnostic in rated.diagnostics where diagnostic.severity == .error {
        diagnostic.write(to: &json)
        json.endLine()
      }
      try ReplacedFile.write(json.bytes, to: path)
    }
    return rated
  }

  /// A text as it may be printed: personal data masked.
  private func masked(_ text: RatedText, by engine: SignalEngine) -> RatedText {
    guard errors > 0 else { return text }
    var text = text
    var counts: [String: Int] = [:]
    engine.redactor.redact(&text.record, counts: &counts)
    return text
  }

  private func show(
    _ evaluation: Evaluation,
    _ rated: RatedTexts,
    _ part: RatedText.Part?,
    _ fit: CalibrationFit?
  ) throws {
    let printer = EvaluationPrinter(evaluation: evaluation, rated: rated, part: part)
    var lines = printer.summary
    if let by { lines += [""] + printer.slices(by: by, EvaluationSlicing(name: by)) }
    if let table = evaluation.reliability {
      lines += [""] + EvaluationPrinter.reliability(table)
    }
    if let fit, let calibrate {
      lines += [
        "",
        "wrote \(calibrate): \(fit.method.rawValue), \(EvaluationPrinter.grouped(fit.count)) texts "
          + "of the tuning part, \(EvaluationPrinter.grouped(fit.negatives)) negative",
      ]
    }
    if errors > 0 { lines += ["", "the worst errors"] + printer.errors(errors) }
    try Console.print(lines.joined(separator: "\n"))
  }
}
