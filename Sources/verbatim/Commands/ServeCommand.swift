import ArgumentParser
import Foundation
import VerbatimDashboard
import VerbatimPipeline
import VerbatimReport

/// The dashboard and the API.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the dashboard and the HTTP API.",
    discussion: """
      Listens on 127.0.0.1, where nobody is asked for a token; any other address needs \
      --token-file, with a name, roles (read, review, ingest) and a token a line. The address is \
      printed once the server listens. SIGTERM and SIGINT end it after the requests under way.

      With --deliver-to signals and alerts are delivered beside, as by `verbatim deliver`: what comes \
      in is on its way within a second or two, what was not taken stays in the store for the next \
      start. /metrics tells the backlog and the last success. A receiver that refuses everything \
      ends the delivery and not the server.

      Over a large store what pages are made of is counted first: /readyz and pages answer 503 until \
      then.

      /openapi.json describes the API. Exit code 69 when the server cannot listen at the address.
      """
  )

  @Option(help: ArgumentHelp("The store; made when there is none.", valueName: "file"))
  var db: String?

  @Option(help: "The address to listen at.")
  var address = "127.0.0.1"

  @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "n"))
  var port = 8080

  @Option(
    help: ArgumentHelp(
      "Who may do what: a line has a name, roles and a token.",
      valueName: "file"
    )
  )
  var tokenFile: String?

  @Option(
    help: ArgumentHelp(
      "Stamp decisions with this time instead of the clock's.",
      valueName: "time"
    )
  )
  var at: String?

  @Option(help: ArgumentHelp("The folder with the templates of the pages.", valueName: "dir"))
  var templates: String?

  @Option(
    help: ArgumentHelp("Deliver signals and alerts to this address.", valueName: "url")
  )
  var deliverTo: String?

  @OptionGroup(title: "With --deliver-to") var delivery: DeliveryArguments

  @OptionGroup var engineArguments: EngineArguments

  func validate() throws {
    if let deliverTo { try DeliveryArguments.requireAddress(deliverTo) }
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535.")
    }
    guard tokenFile != nil || DashboardSettings.isLoopback(address) else {
      throw ValidationError(
        "--address \(address) can be reached from other machines and needs --token-file."
      )
    }
    if let at, Instant(iso8601: at) == nil {
      throw ValidationError("--at takes a time such as 2026-11-21T08:00:00Z.")
    }
  }

  func run() async throws {
    try await Failure.reporting(storeIsOutput: true) {
      let configuration = try ConfigurationFile.load(engineArguments.config)
      var settings = DashboardSettings()
      settings.address = address
      settings.port = port
      settings.tokens = try tokenFile.map { try Tokens(path: $0) }
      settings.lexicons = engineArguments.lexicons ?? configuration.lexicons
      settings.stamp = at.flatMap { Instant(iso8601: $0) }
      let engine = try engineArguments.engine(configuration)
      let path = db ?? configuration.db ?? "verbatim.db"
      let store = try SignalStore(path: path)
      let dashboard = Dashboard(
        store: store,
        engine: engine,
        renderer: try Renderer(templates: templates),
        settings: settings
      )
      guard let deliverTo else {
        return try await dashboard.run { address in try? Console.print(address) }
      }
      let lock = try DeliveryArguments.lock(path)
      defer { withExtendedLifetime(lock) {} }
      let served = ServedDelivery(
        try delivery.run(of: store, to: deliverTo, isOnce: false, quiet: false) { _ in
          try await Self.noteAlerts(dashboard, in: store)
        },
        address: deliverTo
      )
      let delivering = Task { await served.run() }
      let result: Result<Void, any Error>
      do {
        try await dashboard.run { address in try? Console.print(address) }
        result = .success(())
      } catch {
        result = .failure(error)
      }
      delivering.cancel()
      await delivering.value
      try result.get()
    }
  }

  /// Puts the alerts that the pages show in the outbox.
  private static func noteAlerts(_ dashboard: Dashboard, in store: SignalStore) async throws {
    let counted = try await dashboard.stories()
    guard try store.alertState() != counted.state else { return }
    _ = try AlertRun(store).note(counted.stories, countedIn: counted.state)
  }
}
