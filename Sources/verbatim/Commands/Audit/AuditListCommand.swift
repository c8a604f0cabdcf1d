import ArgumentParser
import VerbatimPipeline

extension AuditCommand {
  /// Conversations in the order in which to read them.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List conversations by risk, then by recovery against what is usual.",
      discussion: """
        First what can be said of all: how many count and why others do not, waits by the calendar \
        and in opening hours, promises, repeat contacts, and queues and people beside what others \
        reach with the same issues. What is usual is learnt from all conversations of the store.
        """
    )

    @Option(help: ArgumentHelp("List at most so many.", valueName: "n"))
    var limit = 20

    @Option(
      help: ArgumentHelp("Say nothing of fewer conversations than this.", valueName: "n")
    )
    var minimum = ResidualComparison.usualMinimum

    @Option(
      help: ArgumentHelp(
        "A contact on the same matter within so many days is a repeat.",
        valueName: "n"
      )
    )
    var repeatDays = AuditRun.usualWindow

    @OptionGroup var period: AuditPeriod
    @OptionGroup var arguments: AuditArguments

    func validate() throws {
      guard limit >= 0, minimum >= 2, repeatDays >= 1 else {
        throw ValidationError(
          "--limit takes a number from 0 on, --minimum one from 2, --repeat-days one from 1."
        )
      }
    }

    func run() async throws {
      try await Failure.reporting {
        let run = AuditRun(try SignalStore(readingPath: arguments.db))
        let list = try run.list(period.filter, minimum: minimum, window: repeatDays)
        try arguments.print(.list(list, limit: limit)) {
          AuditTable.conversations(Array(list.conversations.prefix(limit)))
        } text: {
          AuditListPrinter(list: list, limit: limit).lines
        }
      }
    }
  }
}
