internal import Dispatch

/// Work that takes long, on a thread of its own: it would keep one of the few that serve requests.
enum Aside {
  static func run<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global(qos: .utility).async {
        continuation.resume(with: Result { try body() })
      }
    }
  }
}
