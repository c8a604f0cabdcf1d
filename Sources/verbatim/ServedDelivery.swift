import VerbatimDelivery
import VerbatimPipeline

/// A delivery beside the server, which goes on whatever becomes of it.
struct ServedDelivery: Sendable {
  /// How long another writer of the store is waited for, in seconds.
  private static let pause = 1.0

  private let delivery: DeliveryRun
  private let address: String

  /// A delivery to an address.
  init(_ delivery: DeliveryRun, address: String) {
    self.delivery = delivery
    self.address = address
  }

  /// Delivers until the task is cancelled, or until the receiver refuses signal after signal: that
  /// is a matter of the address or the secret, and each further try would make dead letters.
  func run() async {
    while !Task.isCancelled {
      do {
        _ = try await delivery.run()
        return
      } catch is CancellationError {
        return
      } catch StoreFailure.locked {
        // Somebody imports; what is to be delivered is in the store.
        try? await Task.sleep(for: .seconds(Self.pause))
      } catch {
        let diagnostic = error as? Diagnostic ?? (error as? StoreFailure)?.diagnostic
        Console.error(diagnostic?.description ?? "\(address): \(error)")
        Console.error("\(address): nothing more is delivered; the server goes on")
        return
      }
    }
  }
}
