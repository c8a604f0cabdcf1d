internal import Synchronization
internal import VerbatimPipeline

/// Whether what pages are made of was counted since the server started.
///
/// Over a million signals that takes a minute. Until then pages would keep people waiting, and
/// whoever asks whether the server is ready is told that it is not.
final class Warmth: Sendable {
  /// How far it has come.
  enum State: Sendable {
    /// Nobody asked for it: what is missing is counted when it is asked for.
    case cold
    /// Under way.
    case warming
    /// All is counted.
    case warm
  }

  private let held = Mutex(State.cold)

  /// How far it has come.
  var state: State { held.withLock { $0 } }

  /// Counts everything that pages are made of: clusters and what stands around them, beside them
  /// what needs walks of its own.
  ///
  /// What fails here fails again when a page asks for it, and is told there.
  func warm(_ services: Services) async {
    held.withLock { $0 = .warming }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { _ = try? await services.board.value(.init()) }
      group.addTask { await Self.warmOthers(services) }
    }
    held.withLock { $0 = .warm }
  }

  private static func warmOthers(_ services: Services) async {
    _ = try? await services.searchIndex.value(.init())
    let store = services.store
    _ = try? await Aside.run { try store.readSearchIndex() }
    _ = try? await services.audit.value(.init())
    for dimension in [nil] + IndexKey.dimensions.map(Optional.some) {
      _ = try? await services.index(by: dimension)
    }
  }
}
