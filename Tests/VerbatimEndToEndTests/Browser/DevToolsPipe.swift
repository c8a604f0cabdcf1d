import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A browser that was started with `--remote-debugging-pipe`, and the messages to and from it.
///
/// The browser reads JSON messages, each ended by a zero byte, from its file 3 and writes them to
/// its file 4. Both are one end of a pair of sockets: it comes as the standard input of a shell,
/// which moves it to 3 and 4 and becomes the browser. A socket, unlike a pipe, can be written to
/// without the signal that ends a process whose reader is gone.
///
/// - SeeAlso: The Chrome DevTools Protocol, https://chromedevtools.github.io/devtools-protocol/
final class DevToolsPipe: Sendable {
  /// What the browser refused, or that it is gone.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Something that happened in a page.
  typealias Listener = @Sendable (_ method: String, _ parameters: DevToolsValue) -> Void

  /// The most that an answer may take, in seconds.
  static let patience = 300.0

  private struct State {
    var last = 0
    var waiting: [Int: CheckedContinuation<DevToolsValue, any Error>] = [:]
    var listeners: [String: Listener] = [:]
    var isClosed = false
  }

  private let socket: Int32
  private let errors: URL
  private let state = Mutex(State())
  /// Who has it writes; messages do not run into each other.
  private let pen = Mutex(())
  private let process: Process

  /// Starts a browser.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - arguments: Its arguments.
  ///   - folder: Where what it writes to standard error is kept, as `chromium.log`.
  /// - Throws: ``Failure`` when there are no sockets to be had, or what hinders the shell's start.
  init(_ program: String, _ arguments: [String], in folder: URL) throws {
    var ends: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    // Safety: the list has room for the two ends.
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw Failure(description: "no pair of sockets: \(errno)")
    }
    socket = ends[0]
    errors = folder.appendingPathComponent("chromium.log")
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      ["-c", #"log=$1; shift; exec "$@" 3<&0 4>&0 0</dev/null 1>/dev/null 2>"$log""#, "sh"]
      + [errors.path, program] + arguments
    process.standardInput = FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
    defer { close(ends[1]) }
    do {
      try process.run()
    } catch {
      close(ends[0])
      throw error
    }
    Thread.detachNewThread { [self] in reading() }
  }

  /// Ends the browser at once.
  func stop() {
    _ = kill(process.processIdentifier, SIGKILL)
    shutdown(socket, Int32(SHUT_RDWR))
  }

  /// Tells a session's events to a listener, on the thread that reads.
  func listen(to session: String, _ listener: Listener?) {
    state.withLock { $0.listeners[session] = listener }
  }

  /// Sends a command and waits for its answer.
  ///
  /// - Throws: ``Failure`` when the browser refuses, is gone, or takes too long.
  @discardableResult
  func call(
    _ method: String,
    _ parameters: DevToolsValue = [:],
    session: String? = nil
  ) async throws -> DevToolsValue {
    let id = state.withLock { state in
      state.last += 1
      return state.last
    }
    var message: [String: DevToolsValue] = [
      "id": .number(Double(id)), "method": .text(method), "params": parameters,
    ]
    message["sessionId"] = session.map { .text($0) }
    let bytes = try Array(JSONEncoder().encode(DevToolsValue.object(message))) + [0]
    return try await withCheckedThrowingContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isClosed { state.waiting[id] = continuation }
        return !state.isClosed
      }
      guard isOpen else { return continuation.resume(throwing: gone(method)) }
      DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) { [self] in
        finish(id, .failure(Failure(description: "\(method) took more than \(Self.patience) s")))
      }
      if !write(bytes) { finish(id, .failure(gone(method))) }
    }
  }

  /// Sends a command whose answer nobody needs, from a listener too.
  func send(_ method: String, _ parameters: DevToolsValue, session: String) {
    Task { try? await call(method, parameters, session: session) }
  }

  private func finish(_ id: Int, _ answer: Result<DevToolsValue, any Error>) {
    state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(with: answer)
  }

  private func gone(_ method: String) -> Failure {
    let told = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
    return Failure(description: "the browser is gone at \(method)\n\(told.suffix(2000))")
  }

  // MARK: Bytes

  private func reading() {
    var waiting: [UInt8] = []
    var searched = 0
    while true {
      // Safety: the system writes at most as many bytes as there is room for, and says how many.
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        count = unsafe max(0, recv(socket, buffer.baseAddress, buffer.count, 0))
      }
      guard !piece.isEmpty else { break }
      waiting += piece
      while let end = waiting[searched...].firstIndex(of: 0) {
        take(Data(waiting[..<end]))
        waiting.removeFirst(end + 1)
        searched = 0
      }
      searched = waiting.count
    }
    let left = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in left { continuation.resume(throwing: gone("an answer")) }
    close(socket)
  }

  private func take(_ bytes: Data) {
    guard let message = try? JSONDecoder().decode(DevToolsValue.self, from: bytes) else { return }
    if let id = message["id"].integer {
      if let reason = message["error"]["message"].text {
        finish(id, .failure(Failure(description: reason)))
      } else {
        finish(id, .success(message["result"]))
      }
    } else if let method = message["method"].text {
      let session = message["sessionId"].text ?? ""
      state.withLock { $0.listeners[session] }?(method, message["params"])
    }
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    pen.withLock { _ in
      var rest = bytes[...]
      while !rest.isEmpty {
        // Safety: the bytes live for the call.
        let sent = unsafe rest.withUnsafeBytes { unsafe sendQuietly($0, to: socket) }
        guard sent > 0 else { return false }
        rest = rest.dropFirst(sent)
      }
      return true
    }
  }
}

/// Sends bytes without the signal of a closed socket; how many went out.
private func sendQuietly(_ bytes: UnsafeRawBufferPointer, to socket: Int32) -> Int {
  #if canImport(Glibc)
    let flags = Int32(MSG_NOSIGNAL)
  #else
    let flags: Int32 = 0
  #endif
  // Safety: the caller's bytes live for the call.
  return unsafe send(socket, bytes.baseAddress, bytes.count, flags)
}
