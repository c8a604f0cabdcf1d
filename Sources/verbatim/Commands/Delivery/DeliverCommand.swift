import ArgumentParser
import VerbatimDelivery
import VerbatimPipeline

/// Signals to a scoring service, or into files.
struct DeliverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract:
      "Deliver signals and alerts, revisions and retractions, at least once, in order for each key.",
    discussion: """
      Signals are in order for each customer, alerts (cluster.alert.v1) for each cluster: an alert \
      is delivered when it opens, again when it says something else, and as a retraction when it \
      is gone.

      To an address of http or https: as CloudEvents 1.0, each request with an Idempotency-Key \
      and, with --secret-file, a signature by HMAC-SHA-256. What a receiver has is kept in the \
      store, so that a delivery that was killed goes on where it was; without --once new signals \
      are waited for. Answers of 408, 425, 429 and 5xx are tried again after growing waits, or \
      after what Retry-After asks; others than 2xx make a dead letter.

      To a folder: a folder for each week of events, 2026-W47/signals.ndjson with manifest.json \
      (counts, SHA-256, engines), and alerts.ndjson with alerts.manifest.json for the alerts whose \
      latest report is of that week; each file whole or not at all; what has not changed is left.

      The exit code is 1 when there are new dead letters, 69 when the receiver cannot be reached.
      """
  )

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: ArgumentHelp("The receiver's address, or a folder.", valueName: "url|dir"))
  var to: String?

  @OptionGroup var delivery: DeliveryArguments

  @Option(help: ArgumentHelp("Sign as of this time instead of the clock's.", valueName: "time"))
  var at: String?

  @Flag(help: "End when all is delivered.")
  var once = false

  @Flag(help: "List the dead letters, those of --to or all.")
  var listDead = false

  @Flag(help: "Send the dead letters of --to again.")
  var retryDead = false

  @Flag(help: "Tell only what is an error.")
  var quiet = false

  func validate() throws {
    guard at.map({ Instant(iso8601: $0) != nil }) ?? true else {
      throw ValidationError("--at takes a time such as 2026-11-21T08:00:00Z.")
    }
    guard let to else {
      guard listDead else {
        throw ValidationError("--to names the receiver's address or a folder.")
      }
      return
    }
    guard to.contains("://") else {
      guard !retryDead, delivery.mode == nil, delivery.secretFile == nil else {
        throw ValidationError("--retry-dead, --mode and --secret-file go with an address.")
      }
      return
    }
    try DeliveryArguments.requireAddress(to)
  }

  func run() async throws {
    try await Failure.reporting {
      if listDead { return try listDeadLetters() }
      guard let to else { return }
      try await to.contains("://") ? deliver(to) : writeFiles(to)
    }
  }

  private func deliver(_ address: String) async throws {
    let store = try SignalStore(changingPath: db)
    let lock = try DeliveryArguments.lock(db)
    defer { withExtendedLifetime(lock) {} }
    if retryDead {
      let raised = try store.raiseDeadLetters(of: store.destination(address))
      try Console.print("\(address): \(raised) dead letter\(raised == 1 ? "" : "s") raised")
    }
    let alerts = AlertWatch(store)
    let run = try delivery.run(
      of: store,
      to: address,
      signedAt: at.flatMap { Instant(iso8601: $0) },
      isOnce: once,
      quiet: quiet
    ) { isOnce in try alerts.look(isOnce: isOnce) }
    let counts = try await run.run()
    try Console.print(DeliveryPrinter.line(address, counts))
    if counts.dead > 0 {
      Console.error(
        DeliveryPrinter.warning(of: counts.dead, at: SourceLocation(file: address)).description
      )
      throw ExitCode(Failure.Code.rejects.rawValue)
    }
  }

  private func writeFiles(_ folder: String) throws {
    let store = try SignalStore(changingPath: db)
    _ = try AlertRun(store).update()
    for kind in [StoredChange.Kind.alert, .signal] {
      let report = try SignalFolder(folder, of: kind, in: store).update()
      for manifest in report.written { try Console.print(DeliveryPrinter.line(folder, manifest)) }
      // A shop without alerts need not read of them.
      let isEmpty = report.written.isEmpty && report.unchanged == 0
      guard kind == .signal || !isEmpty else { continue }
      try Console.print(DeliveryPrinter.line(folder, report, kind))
    }
  }

  private func listDeadLetters() throws {
    let letters = try SignalStore(readingPath: db).deadLetters(of: to)
    guard !letters.isEmpty else { return try Console.print("no dead letters") }
    for line in DeliveryPrinter.lines(letters) { try Console.print(line) }
  }
}
