import ArgumentParser
import VerbatimDelivery
import VerbatimPipeline

/// Signals to a scoring service, or into files.
struct DeliverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract:
      "Deliver signals, revisions and retractions, at least once, in order for each customer.",
    discussion: """
      To an address of http or https: as CloudEvents 1.0, each request with an Idempotency-Key \
      and, with --secret-file, a signature by HMAC-SHA-256. What a receiver has is kept in the \
      store, so that a delivery that was killed goes on where it was; without --once new signals \
      are waited for. Answers of 408, 425, 429 and 5xx are tried again after growing waits, or \
      after what Retry-After asks; others than 2xx make a dead letter.

      To a folder: a folder for each week of events, 2026-W47/signals.ndjson with manifest.json \
      (counts, SHA-256, engines), each file whole or not at all; what has not changed is left.

      The exit code is 1 when there are new dead letters, 69 when the receiver cannot be reached.
      """
  )

  @Option(help: ArgumentHelp("The store.", valueName: "file"))
  var db = "verbatim.db"

  @Option(help: ArgumentHelp("The receiver's address, or a folder.", valueName: "url|dir"))
  var to: String?

  @Option(help: ArgumentHelp("structured: an event a request; or batched.", valueName: "mode"))
  var mode: String?

  @Option(help: ArgumentHelp("For batched: how many events a request has at most.", valueName: "n"))
  var batch = 100

  @Option(
    help: ArgumentHelp(
      "A file whose first line is the secret that requests are signed with.",
      valueName: "file"
    )
  )
  var secretFile: String?

  @Option(help: ArgumentHelp("How often an event is sent before it is dead.", valueName: "n"))
  var maxAttempts = 12

  @Option(
    help: ArgumentHelp(
      "How many requests are under way at once; with 1 all signals come in order.",
      valueName: "n"
    )
  )
  var requests = 4

  @Option(help: ArgumentHelp("How long an answer may take.", valueName: "seconds"))
  var timeout = 30.0

  @Option(help: ArgumentHelp("The source of the events, a URI reference.", valueName: "uri"))
  var source = "urn:verbatim"

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
    guard batch >= 1, maxAttempts >= 1, requests >= 1, timeout > 0 else {
      throw ValidationError(
        "--batch, --max-attempts and --requests take a number from 1 on, --timeout one over 0."
      )
    }
    guard mode.map({ EventMode(rawValue: $0) != nil }) ?? true else {
      throw ValidationError("--mode is structured or batched.")
    }
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
      guard !retryDead, mode == nil, secretFile == nil else {
        throw ValidationError("--retry-dead, --mode and --secret-file go with an address.")
      }
      return
    }
    guard HTTPReceiver(to) != nil else {
      throw ValidationError("`\(to)` is no address of http or https.")
    }
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
    guard let lock = try OutboxLock(forStoreAt: db) else {
      throw Diagnostic(
        .deliveryBusy,
        at: SourceLocation(file: db),
        "another process delivers signals of this store",
        hint: "wait until it is done, or end it"
      )
    }
    defer { withExtendedLifetime(lock) {} }
    let place = SourceLocation(file: address)
    if address.hasPrefix("http:"), !HTTPReceiver.isLoopback(address) {
      let warning = Diagnostic(
        .deliveryInTheClear,
        .warning,
        at: place,
        "signals go over the network in the clear",
        hint: "give an https address"
      )
      Console.tell([warning], quiet: quiet, verbose: true)
    }
    let receiver = HTTPReceiver(
      address,
      secret: try secretFile.map { try SecretFile.line($0) },
      timeout: timeout,
      connections: requests,
      clock: at.flatMap { Instant(iso8601: $0) }.map { .standing(at: $0.seconds) } ?? .system
    )
    guard let receiver else { return }
    var options = DeliveryOptions(address: address)
    options.mode = mode.flatMap { EventMode(rawValue: $0) } ?? .structured
    options.batch = batch
    options.maxAttempts = maxAttempts
    options.requests = requests
    options.source = source
    options.isOnce = once
    if retryDead {
      let raised = try store.raiseDeadLetters(of: store.destination(address))
      try Console.print("\(address): \(raised) dead letter\(raised == 1 ? "" : "s") raised")
    }
    let quiet = quiet
    let run = DeliveryRun(
      store,
      to: receiver,
      options: options,
      tell: { Console.tell([$0], quiet: quiet, verbose: true) }
    )
    let counts = try await run.run()
    try Console.print(DeliveryPrinter.line(address, counts))
    if counts.dead > 0 {
      Console.error(DeliveryPrinter.warning(of: counts.dead, at: place).description)
      throw ExitCode(Failure.Code.rejects.rawValue)
    }
  }

  private func writeFiles(_ folder: String) throws {
    let store = try SignalStore(readingPath: db)
    let report = try SignalFolder(folder, of: store).update()
    for manifest in report.written { try Console.print(DeliveryPrinter.line(folder, manifest)) }
    try Console.print(DeliveryPrinter.line(folder, report))
  }

  private func listDeadLetters() throws {
    let letters = try SignalStore(readingPath: db).deadLetters(of: to)
    guard !letters.isEmpty else { return try Console.print("no dead letters") }
    for line in DeliveryPrinter.lines(letters) { try Console.print(line) }
  }
}
