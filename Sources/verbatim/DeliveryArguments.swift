import ArgumentParser
import VerbatimDelivery
import VerbatimPipeline

/// How signals are delivered, for the commands that do.
struct DeliveryArguments: ParsableArguments {
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

  func validate() throws {
    guard batch >= 1, maxAttempts >= 1, requests >= 1, timeout > 0 else {
      throw ValidationError(
        "--batch, --max-attempts and --requests take a number from 1 on, --timeout one over 0."
      )
    }
    guard mode.map({ EventMode(rawValue: $0) != nil }) ?? true else {
      throw ValidationError("--mode is structured or batched.")
    }
  }

  /// Refuses what is no address of a receiver.
  static func requireAddress(_ address: String) throws {
    guard HTTPReceiver(address) != nil else {
      throw ValidationError("`\(address)` is no address of http or https.")
    }
  }

  /// The right to deliver the signals of a store.
  ///
  /// - Throws: `V7004` when another process has it.
  static func lock(_ path: String) throws -> OutboxLock {
    if let lock = try OutboxLock(forStoreAt: path) { return lock }
    throw Diagnostic(
      .deliveryBusy,
      at: SourceLocation(file: path),
      "another process delivers signals of this store",
      hint: "wait until it is done, or end it"
    )
  }

  /// A delivery.
  ///
  /// - Parameters:
  ///   - store: Whose signals.
  ///   - address: To whom.
  ///   - time: When requests are signed; nil for the clock's time.
  ///   - isOnce: Whether to end when all is delivered.
  ///   - quiet: Whether to tell only what is an error.
  ///   - prepare: Called before the store is asked what is to be delivered.
  /// - Returns: The delivery, which has not begun.
  /// - Throws: A diagnostic when the secret cannot be read.
  func run(
    of store: SignalStore,
    to address: String,
    signedAt time: Instant? = nil,
    isOnce: Bool,
    quiet: Bool,
    prepare: @escaping @Sendable (_ isOnce: Bool) async throws -> Void
  ) throws -> DeliveryRun {
    if address.hasPrefix("http:"), !HTTPReceiver.isLoopback(address) {
      let warning = Diagnostic(
        .deliveryInTheClear,
        .warning,
        at: SourceLocation(file: address),
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
      clock: time.map { .standing(at: $0.seconds) } ?? .system
    )
    guard let receiver else {
      throw ValidationError("`\(address)` is no address of http or https.")
    }
    var options = DeliveryOptions(address: address)
    options.mode = mode.flatMap { EventMode(rawValue: $0) } ?? .structured
    options.batch = batch
    options.maxAttempts = maxAttempts
    options.requests = requests
    options.source = source
    options.isOnce = isOnce
    return DeliveryRun(
      store,
      to: receiver,
      options: options,
      tell: { Console.tell([$0], quiet: quiet, verbose: true) },
      prepare: prepare
    )
  }
}
