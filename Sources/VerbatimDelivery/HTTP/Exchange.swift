internal import Foundation
internal import Synchronization

#if canImport(FoundationNetworking)
  internal import FoundationNetworking
#endif

/// Requests of a session with their answers: no redirect is followed, and what an answer says
/// besides its head is not kept.
///
/// As the session's delegate, since on Linux a request with a delegate of its own follows redirects
/// without asking it. A session there also loses a request now and then whose connection is cut:
/// it neither ends it nor lets its time run out. So the time is kept here, and whoever cancels does
/// not wait for the session's word either.
final class Exchange: NSObject, URLSessionDataDelegate, Sendable {
  private typealias Waiting = CheckedContinuation<HTTPURLResponse?, any Error>

  private let waiting = Mutex<[Int: Waiting]>([:])

  /// Sends a request that may take so many seconds.
  ///
  /// - Returns: The head of the answer; nil when what answers does not speak HTTP.
  /// - Throws: `URLError`: `timedOut` after those seconds, `cancelled` when the task is.
  func answer(
    to request: URLRequest,
    in session: URLSession,
    timeout: Double
  ) async throws -> HTTPURLResponse? {
    let task = session.dataTask(with: request)
    let guardian = Task {
      try await Task.sleep(for: .seconds(timeout))
      end(task, URLError(.timedOut))
    }
    defer { guardian.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        waiting.withLock { $0[task.taskIdentifier] = continuation }
        task.resume()
        // Cancelled before there was anything to end.
        if Task.isCancelled { end(task, URLError(.cancelled)) }
      }
    } onCancel: {
      end(task, URLError(.cancelled))
    }
  }

  /// Ends a request from this side, unless it has ended.
  private func end(_ task: URLSessionDataTask, _ error: URLError) {
    task.cancel()
    waiting.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.resume(throwing: error)
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
