internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore
public import VerbatimPipeline
public import VerbatimReport

/// The pages and the API over one store, on a server of its own.
///
/// Nothing is opened to the network but the address told; without tokens that is a loopback
/// address, and requests that name another host are refused.
public struct Dashboard: Sendable {
  private let services: Services
  private let routes: RouteTable

  /// A dashboard.
  ///
  /// - Parameters:
  ///   - store: What is shown and added to.
  ///   - engine: What scores the feedback that is sent in, and names the issues.
  ///   - renderer: The templates of the pages.
  ///   - settings: Where to listen, and who may do what.
  public init(
    store: SignalStore,
    engine: SignalEngine,
    renderer: Renderer,
    settings: DashboardSettings
  ) {
    services = Services(store: store, engine: engine, renderer: renderer, settings: settings)
    routes = RouteTable(services)
  }

  /// Serves until SIGTERM or SIGINT; requests under way are answered first.
  ///
  /// - Parameter running: Told the address as a URL once the server listens.
  /// - Throws: `V9001` when it cannot listen at the address.
  public func run(running: @escaping @Sendable (String) -> Void) async throws {
    do {
      let services = services
      let warming = Task { await services.warmth.warm(services) }
      defer { warming.cancel() }
      try await application(running: running).runService()
    } catch let error as IOError {
      throw unusable(error)
    } catch let error as SocketAddressError {
      throw Diagnostic(
        .addressUnusable,
        at: SourceLocation(file: place),
        "the address is not known: \(error)",
        hint: "give a number such as 127.0.0.1 with --address"
      )
    }
  }

  /// The stories that the pages show, with the state of the store in which they were counted.
  ///
  /// - Throws: A failure of the store.
  public func stories() async throws -> (stories: [ComplaintCluster], state: StoreState) {
    let kept = try await services.clusters.value(nil, waits: true)
    return (kept.value, kept.state)
  }

  private var place: String { "\(services.settings.address):\(services.settings.port)" }

  private func unusable(_ error: IOError) -> Diagnostic {
    let (message, hint) =
      switch error.errnoCode {
      case EADDRINUSE:
        ("another program listens there already", "stop it, or choose another port with --port")
      case EADDRNOTAVAIL:
        ("the address is not this machine's", "give one of its own with --address")
      case EACCES:
        ("you may not listen at this port", "choose one from 1024 on with --port")
      default:
        ("the server cannot listen there: \(error)", "choose another address or port")
      }
    return Diagnostic(.addressUnusable, at: SourceLocation(file: place), message, hint: hint)
  }

  /// The server, for tests also without a socket.
  func application(
    running: @escaping @Sendable (String) -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let settings = services.settings
    let address = settings.address
    // The address is told by whoever runs the server; a log tells what went wrong.
    var logger = Logger(label: "verbatim")
    logger.logLevel = .warning
    return Application(
      router: router(),
      server: .http1(configuration: .init(idleTimeout: .seconds(60))),
      configuration: ApplicationConfiguration(
        address: .hostname(address, port: settings.port),
        serverName: "verbatim"
      ),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? settings.port
        running("http://\(address.contains(":") ? "[\(address)]" : address):\(port)/")
      },
      logger: logger
    )
  }

  private func router() -> Router<BasicRequestContext> {
    let gate = Gate(services: services)
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: Fallback(gate: gate))
    for (path, group) in routes.byPath {
      for route in group {
        router.on(RouterPath(route.pattern), method: route.method) { request, context in
          await gate.respond(request, by: route, parts: context.parameters)
        }
      }
      let taken = Set(group.map(\.method) + (group.contains { $0.method == .get } ? [.head] : []))
      let allowed = Gate.known.filter(taken.contains).map(\.rawValue).joined(separator: ", ")
      for method in Gate.known where !taken.contains(method) {
        router.on(RouterPath(group.first?.pattern ?? path), method: method) { request, _ in
          var problem = Problem(.method, "methods are \(allowed)")
          problem.headers = [("Allow", allowed)]
          return gate.refuse(request, problem)
        }
      }
    }
    return router
  }
}

/// What becomes of requests that no route takes.
private struct Fallback: RouterMiddleware {
  let gate: Gate

  @concurrent func handle(
    _ request: Request,
    context: BasicRequestContext,
    next: @concurrent (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      guard Gate.known.contains(request.method) else {
        return gate.refuse(request, Problem(.unknownMethod, "methods are those of RFC 9110"))
      }
      return gate.refuse(request, Problem(.unknownPath, "/openapi.json lists the paths"))
    }
  }
}
