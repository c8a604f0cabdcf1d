internal import Foundation
internal import Synchronization

#if canImport(FoundationNetworking)
  internal import FoundationNetworking
#endif

/// Requests of a session with their answers: no redirect is followed, and what an answer says
/// besides its head is not kept.
///
/// As the session's delegate, since on Linux a request with a delegate of its own follows redirects
/// without asking it.
final class Exchange: NSObject, URLSessionDataDelegate, Sendable {
  private typealias Waiting = CheckedContinuation<HTTPURLResponse?, any Error>

  private let waiting = Mutex<[Int: Waiting]>([:])

  /// Sends a request; nil when what answers does not speak HTTP.
  func answer(to request: URLRequest, in session: URLSession) async throws -> HTTPURLResponse? {
    let task = session.dataTask(with: request)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        waiting.withLock { $0[task.taskIdentifier] = continuation }
        task.resume()
      }
    } onCancel: {
      task.cancel()
    }
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    didCompleteWithError error: (any Error)?
  ) {
    let continuation = waiting.withLock { $0.removeValue(forKey: task.taskIdentifier) }
    if let error {
      continuation?.resume(throwing: error)
    } else {
      continuation?.resume(returning: task.response as? HTTPURLResponse)
    }
  }
}
