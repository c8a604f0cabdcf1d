import Synchronization
import VerbatimPipeline

/// Brings the alerts in the outbox up to date while signals are delivered.
///
/// A delivery that waits for new signals looks every second. Alerts are computed over all reports,
/// which takes seconds in a large store, so that they wait until nothing has come for one look: an
/// import of hours is followed once, at its end. A delivery that ends does not wait.
final class AlertWatch: Sendable {
  private let store: SignalStore
  private let seen = Mutex<StoreState?>(nil)

  /// A watch over a store.
  init(_ store: SignalStore) { self.store = store }

  /// Computes the alerts when something had happened since they were computed.
  func look(isOnce: Bool) throws {
    let state = try store.state()
    let isQuiet = seen.withLock { seen in
      defer { seen = state }
      return seen == state
    }
    guard isOnce || isQuiet else { return }
    _ = try AlertRun(store).update()
  }
}
