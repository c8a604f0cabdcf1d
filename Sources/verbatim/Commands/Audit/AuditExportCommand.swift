import ArgumentParser
import VerbatimPipeline

extension AuditCommand {
  /// What goes on to others.
  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write verdicts as labelled text, the coaching list, or repeat contacts, as CSV.",
      discussion: """
        labels: the customer's words with people's verdicts on sentiment, as `verbatim evaluate` and \
        `verbatim lexicon learn` read them. coaching: conversations to talk about, by the pseudonym \
        of the person and then in the order of reading; there is no figure for a person in it. \
        repeats: the issues that customers came back for.
        """
    )

    /// What can be written.
    enum Content: String, CaseIterable, ExpressibleByArgument {
      case labels
      case coaching
      case repeats
    }

    @Option(help: ArgumentHelp("labels, coaching or repeats.", valueName: "what"))
    var what = Content.labels

    @Option(help: ArgumentHelp("Write there and not to standard output.", valueName: "file"))
    var out: String?

    @Option(help: ArgumentHelp("The store.", valueName: "file"))
    var db = "verbatim.db"

    @OptionGroup var period: AuditPeriod

    func run() async throws {
      try await Failure.reporting {
        let run = AuditRun(try SignalStore(readingPath: db))
        let bytes: [UInt8]
        switch what {
        case .labels:
          let labelled = try run.labelled()
          guard !labelled.isEmpty else {
            throw run.reviewsMissing(AuditCategory.sentiment.rawValue)
          }
          bytes = AuditTable.labels(labelled)
        case .coaching: bytes = AuditTable.coaching(try run.coaching(period.filter))
        case .repeats: bytes = AuditTable.repeats(try run.list(period.filter))
        }
        if let out {
          try ReplacedFile.write(bytes, to: out)
        } else {
          try Console.write(bytes)
        }
      }
    }
  }
}
