internal import Synchronization
internal import VerbatimPipeline
internal import VerbatimReport

/// Whether what pages are made of was counted since the server started.
///
/// Over a million signals that takes a minute. Until then whoever asks for a page, or whether the
/// server is ready, is told how far it has come.
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
  private let cursor = Atomic<Int64>(0)

  /// How far it has come.
  var state: State { held.withLock { $0 } }

  /// Notes that the walk over the store has come to a signal.
  func read(_ seq: Int64) { cursor.store(seq, ordering: .relaxed) }

  /// What is told to those who ask too early.
  ///
  /// - Parameter last: The cursor of the last signal.
  /// - Returns: A problem that passes by itself.
  func problem(of last: Int64) -> Problem {
    let read = min(cursor.load(ordering: .relaxed), last)
    var problem = Problem(
      .counting,
      read < last
        ? "\(Figures.count(Int(read))) of \(Figures.count(Int(last))) signals are read"
        : "all \(Figures.count(Int(last))) signals are read, and what they say is being reckoned",
      hint: "ask again in \(Self.wait) seconds"
    )
    problem.headers = [("Retry-After", String(Self.wait))]
    return problem
  }

  /// How long to wait before asking again, in seconds (authored).
  private static let wait = 2

  /// Counts everything that pages are made of: clusters and what stands around them, beside them
  /// what needs walks of its own.
  ///
  /// What fails here fails again when a page asks for it, and is told there.
  func warm(_ services: Services) async {
    held.withLock { $0 = .warming }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { _ = try? await services.board.value(.init(), waits: true) }
      group.addTask { await Self.warmOthers(services) }
    }
    held.withLock { $0 = .warm }
  }

  private static func warmOthers(_ services: Services) async {
    _ = try? await services.searchIndex.value(.init(), waits: true)
    let store = services.store
    _ = try? await Aside.run { try store.readSearchIndex() }
    _ = try? await services.audit.value(.init(), waits: true)
    for dimension in [nil] + IndexKey.dimensions.map(Optional.some) {
      _ = try? await services.index(by: dimension, waits: true)
    }
  }
}
