import ArgumentParser
import VerbatimPipeline

extension AuditCommand {
  /// One conversation.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Show one conversation turn by turn, with waits, promises and escalations."
    )

    @Argument(help: "The id of a conversation's signal, as `verbatim audit list` prints it.")
    var signalID: String

    @Flag(help: "Tell what counted in each of the customer's turns.")
    var explain = false

    @OptionGroup var arguments: AuditArguments

    func run() async throws {
      try await Failure.reporting {
        let run = AuditRun(try SignalStore(readingPath: arguments.db))
        let found = try run.conversation(signalID, explains: explain)
        try arguments.print(.conversation(found)) {
          AuditTable.turns(found)
        } text: {
          AuditCasePrinter(found: found).lines
        }
      }
    }
  }
}
