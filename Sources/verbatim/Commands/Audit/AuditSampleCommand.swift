import ArgumentParser
import VerbatimPipeline

extension AuditCommand {
  /// A stratified sample.
  struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sample",
      abstract: "Draw a stratified sample, keep it, and tell what it says of all conversations.",
      discussion: """
        A conversation is of the first stratum that it qualifies for: risk (a hazard, an escalation, \
        a broken promise), then positive, then the rest, from which the random ones are drawn. The \
        same seed over the same conversations draws the same sample. Once verdicts are there, the \
        same command tells what they say of all conversations, with intervals.
        """
    )

    @Option(help: ArgumentHelp("How many of the rest.", valueName: "n"))
    var random = AuditQuota().random

    @Option(help: ArgumentHelp("How many with a risk.", valueName: "n"))
    var risk = AuditQuota().risk

    @Option(help: ArgumentHelp("How many of the others with a positive customer.", valueName: "n"))
    var positive = AuditQuota().positive

    @Option(help: ArgumentHelp("What decides who is drawn.", valueName: "n"))
    var seed = AuditRun.usualSeed

    @Option(
      name: .customLong("id"),
      help: ArgumentHelp("Show a sample that was drawn before, and draw none.", valueName: "id")
    )
    var sampleID: String?

    @OptionGroup var period: AuditPeriod
    @OptionGroup var stamp: AuditStamp
    @OptionGroup var arguments: AuditArguments

    func validate() throws {
      guard min(random, risk, positive) >= 0, random + risk + positive > 0 else {
        throw ValidationError("--random, --risk and --positive take numbers from 0 on, not all 0.")
      }
    }

    func run() async throws {
      try await Failure.reporting {
        let reading = AuditRun(try SignalStore(readingPath: arguments.db))
        let sample: AuditSample
        if sampleID != nil {
          sample = try reading.kept(sampleID)
        } else {
          let drawn = try reading.sample(
            AuditQuota(risk: risk, positive: positive, random: random),
            seed: seed,
            filter: period.filter,
            at: stamp.instant
          )
          try SignalStore(path: arguments.db).add(drawn)
          sample = try reading.kept(drawn.id)
        }
        let sheet = try reading.sheet(of: sample)
        try arguments.print(.sample(sheet)) {
          AuditTable.members(sheet)
        } text: {
          AuditSheetPrinter(sheet: sheet).lines
        }
      }
    }
  }
}
