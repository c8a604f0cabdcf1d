internal import Foundation

/// The time and the waiting of a delivery, so that tests need neither.
public struct DeliveryClock: Sendable {
  /// The time, in seconds since 1970.
  public var now: @Sendable () -> Double
  /// Waits for some seconds.
  public var sleep: @Sendable (Double) async throws -> Void

  /// A clock.
  public init(
    now: @escaping @Sendable () -> Double,
    sleep: @escaping @Sendable (Double) async throws -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  /// The machine's clock.
  public static let system = DeliveryClock(
    now: { Date().timeIntervalSince1970 },
    sleep: { try await Task.sleep(for: .seconds($0)) }
  )

  /// A clock that stands at a time; it waits like the machine's.
  public static func standing(at seconds: Int64) -> DeliveryClock {
    DeliveryClock(now: { Double(seconds) }, sleep: system.sleep)
  }

  /// The time in whole seconds.
  func seconds() -> Int64 { Int64(now()) }
}
