internal import Foundation
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A receiver of HTTP requests on a port of this machine, which answers as a test tells it.
///
/// Speaks as much of HTTP/1.1 as a client that sends a body with its length needs, over sockets,
/// one thread a connection.
public final class TestReceiver: Sendable {
  /// What came in.
  public struct Request: Hashable, Sendable {
    /// The method and the path of the first line.
    public var method: String
    /// The path.
    public var path: String
    /// The headers, their names in lower case.
    public var headers: [String: String]
    /// The body.
    public var body: [UInt8]
  }

  /// What goes out.
  public struct Response: Hashable, Sendable {
    /// The status.
    public var status: Int
    /// Headers besides the length.
    public var headers: [String: String]
    /// How long it takes, in seconds.
    public var delay: Double
    /// Whether the connection is cut instead of an answer.
    public var isCut: Bool

    /// A response.
    public init(
      _ status: Int,
      headers: [String: String] = [:],
      delay: Double = 0,
      isCut: Bool = false
    ) {
      self.status = status
      self.headers = headers
      self.delay = delay
      self.isCut = isCut
    }
  }

  /// A socket that could not be made.
  public struct Failure: Error {
    /// Which step failed.
    public let step: String
  }

  private struct State {
    var connections: Set<Int32> = []
    var isStopped = false
  }

  /// The port it listens on.
  public let port: UInt16
  private let listener: Int32
  private let answer: @Sendable (Request) -> Response
  private let state = Mutex(State())

  /// Listens on a port, or on a free one for 0.
  public init(
    port: UInt16 = 0,
    answer: @escaping @Sendable (Request) -> Response
  ) throws {
    self.answer = answer
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let listener = socket(AF_INET, kind, 0)
    guard listener >= 0 else { throw Failure(step: "socket") }
    var yes: Int32 = 1
    // Safety: the option and the address live for each call, and their sizes are their own.
    unsafe setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(listener, pointer, size) == 0 && listen(listener, 64) == 0
          && getsockname(listener, pointer, &size) == 0
      }
    }
    guard isBound else {
      close(listener)
      throw Failure(step: "bind")
    }
    self.listener = listener
    self.port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in accepting() }
  }

  /// Where requests go.
  public var address: String { "http://127.0.0.1:\(port)/in" }

  /// Ends it as a kill would: every connection is cut, whatever is under way.
  public func stop() {
    let connections = state.withLock { state in
      guard !state.isStopped else { return Set<Int32>() }
      state.isStopped = true
      shutdown(listener, Int32(SHUT_RDWR))
      close(listener)
      return state.connections
    }
    for connection in connections { shutdown(connection, Int32(SHUT_RDWR)) }
  }

  private func accepting() {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      let isStopped = state.withLock { state in
        if !state.isStopped { state.connections.insert(connection) }
        return state.isStopped
      }
      if isStopped {
        close(connection)
        return
      }
      Thread.detachNewThread { [self] in
        serve(connection)
        _ = state.withLock { $0.connections.remove(connection) }
        close(connection)
      }
    }
  }

  private func serve(_ connection: Int32) {
    var waiting: [UInt8] = []
    while let request = read(from: connection, &waiting) {
      let response = answer(request)
      if response.delay > 0 { Thread.sleep(forTimeInterval: response.delay) }
      if response.isCut {
        shutdown(connection, Int32(SHUT_RDWR))
        return
      }
      var head = "HTTP/1.1 \(response.status) Answer\r\nContent-Length: 0\r\n"
      for name in response.headers.keys.sorted() {
        head += "\(name): \(response.headers[name] ?? "")\r\n"
      }
      guard write(Array("\(head)\r\n".utf8), to: connection) else { return }
    }
  }

  /// The next request of a connection; nil at its end.
  private func read(from connection: Int32, _ waiting: inout [UInt8]) -> Request? {
    let blank = Array("\r\n\r\n".utf8)
    var head = waiting.firstRange(of: blank)
    while head == nil {
      guard fill(&waiting, from: connection) else { return nil }
      head = waiting.firstRange(of: blank)
    }
    guard let head else { return nil }
    let lines = String(decoding: waiting[..<head.lowerBound], as: UTF8.self)
      .components(separatedBy: "\r\n")
    let first = lines[0].split(separator: " ").map(String.init)
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      headers[line[..<colon].lowercased()] =
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    if headers["expect"]?.lowercased() == "100-continue" {
      guard write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), to: connection) else { return nil }
    }
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    while waiting.count < head.upperBound + length {
      guard fill(&waiting, from: connection) else { return nil }
    }
    let body = Array(waiting[head.upperBound..<head.upperBound + length])
    waiting.removeFirst(head.upperBound + length)
    return Request(
      method: first.first ?? "",
      path: first.count > 1 ? first[1] : "",
      headers: headers,
      body: body
    )
  }

  private func fill(_ waiting: inout [UInt8], from connection: Int32) -> Bool {
    // Safety: the system writes at most as many bytes as there is room for, and says how many.
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = unsafe max(0, recv(connection, buffer.baseAddress, buffer.count, 0))
    }
    waiting += piece
    return !piece.isEmpty
  }

  private func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    var rest = bytes[...]
    while !rest.isEmpty {
      // Safety: the bytes live for the call.
      let sent = unsafe rest.withUnsafeBytes { buffer in
        unsafe send(connection, buffer.baseAddress, buffer.count, flags)
      }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }
}
