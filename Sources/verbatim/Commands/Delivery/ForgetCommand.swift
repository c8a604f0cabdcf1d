import ArgumentParser
import VerbatimPipeline

/// The erasure of a customer.
struct ForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Erase what a customer said, and retract their signals.",
    discussion: """
      Texts, turns, quotes and scores are gone from the store's files, also from free pages and \
      the write-ahead log; so is what diagnostics of rejected records cite of them. In place of \
      each signal stands a retraction, which `verbatim deliver` sends on. Clusters are counted \
      anew from what is left, whenever they are asked for. The ledger of imports keeps its \
      counts. It may be run again at any time; the original files are not touched.
      """
  )

  @Option(
    help: ArgumentHelp(
      "The id as the source has it, a reviewer's name, or the customer_key of a signal.",
      valueName: "key"
    )
  )
  var customer: String

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db: String?

  @Option(
    help: ArgumentHelp(
      "The file with the secret under which customers were hashed.",
      valueName: "file"
    )
  )
  var keyFile: String?

  @Option(help: ArgumentHelp("A YAML file with db and key_file.", valueName: "file"))
  var config: String?

  func validate() throws {
    guard !customer.isEmpty else { throw ValidationError("--customer takes an id or a key.") }
  }

  func run() async throws {
    try await Failure.reporting {
      let configuration = try ConfigurationFile.load(config)
      var options = EngineOptions()
      if let path = keyFile ?? configuration.keyFile {
        options.customerKey = try SecretFile.read(path)
      }
      let store = try SignalStore(changingPath: db ?? configuration.db ?? "verbatim.db")
      var keys = options.customerKeys(of: customer)
      if Self.isKey(customer) { keys.append(customer) }
      guard try store.knows(customers: keys) else {
        throw Diagnostic(
          .customerUnknown,
          at: SourceLocation(file: store.path),
          "the store has nothing of that customer",
          hint: "give the id as the source has it, and the --key-file of the import"
        )
      }
      let forgotten = try store.forget(customers: keys, names: [customer])
      var line = "\(forgotten.signals) signal\(forgotten.signals == 1 ? "" : "s") retracted"
      if forgotten.before > 0 { line += ", \(forgotten.before) earlier" }
      if forgotten.rejects > 0 { line += "; \(forgotten.rejects) rejects no longer cite them" }
      if forgotten.reasons > 0 {
        line +=
          "; \(forgotten.reasons) reason\(forgotten.reasons == 1 ? "" : "s") of decisions erased"
      }
      try Console.print(line)
      let balance = try store.ledgerBalance()
      try Console.print(
        "Ledger  \(balance.imported) signals imported = \(balance.held) held + "
          + "\(balance.forgotten) forgotten, revisions counted"
      )
    }
  }

  /// Whether a text has the form of a keyed hash.
  private static func isKey(_ text: String) -> Bool {
    text.utf8.count == 32 && text.allSatisfy { "0123456789abcdef".contains($0) }
  }
}
