import Foundation
import Synchronization
import Testing
import VerbatimCore
import VerbatimDelivery
import VerbatimStore
import VerbatimTestSupport

@Suite("Delivery over HTTP")
struct HTTPDeliveryTests {
  private typealias Fixture = DeliveryFixture

  /// One event to post.
  private static let post = EventPost(
    [StoredChange(seq: 1, signalID: "a", revision: 1, orderKey: "k", body: Array("{}".utf8))],
    mode: .structured,
    source: "urn:shop"
  )

  @Test("sends the bytes that were signed, with the headers that say so")
  func request() async throws {
    let record = TestReceiver.Record()
    let server = try TestReceiver { request in
      record.note(request)
      return TestReceiver.Response(202)
    }
    defer { server.stop() }
    let secret = Array("shared".utf8)
    let receiver = try #require(
      HTTPReceiver(server.address, secret: secret, clock: .standing(at: 1_800_000_000))
    )
    #expect(await receiver.post(Self.post) == .taken)
    let request = try #require(record.requests.first)
    #expect(request.method == "POST")
    #expect(request.path == "/in")
    #expect(request.body == Self.post.body)
    #expect(request.headers["content-type"] == "application/cloudevents+json; charset=utf-8")
    #expect(request.headers["idempotency-key"] == #""a.1""#)
    #expect(request.headers["verbatim-timestamp"] == "1800000000")
    let signature = RequestSignature.of(request.body, at: 1_800_000_000, secret: secret)
    #expect(request.headers["verbatim-signature"] == "v1=\(signature)")
  }

  @Test("follows no redirect")
  func redirect() async throws {
    let elsewhere = try TestReceiver { _ in TestReceiver.Response(200) }
    defer { elsewhere.stop() }
    let address = elsewhere.address
    let server = try TestReceiver { _ in
      TestReceiver.Response(307, headers: ["Location": address])
    }
    defer { server.stop() }
    let receiver = try #require(HTTPReceiver(server.address))
    let refusal = Answer.refused(reason: "307, a redirect, which is not followed")
    #expect(await receiver.post(Self.post) == refusal)
  }

  @Test("reads how long to wait")
  func retryAfter() async throws {
    let server = try TestReceiver { _ in
      TestReceiver.Response(503, headers: ["Retry-After": "17"])
    }
    defer { server.stop() }
    let receiver = try #require(HTTPReceiver(server.address))
    #expect(await receiver.post(Self.post) == .later(reason: "503", retryAfter: 17))
  }

  @Test("counts an answer that takes too long as a try")
  func slow() async throws {
    let server = try TestReceiver { _ in TestReceiver.Response(200, delay: 3) }
    defer { server.stop() }
    let receiver = try #require(HTTPReceiver(server.address, timeout: 0.5))
    #expect(
      await receiver.post(Self.post) == .later(reason: "no answer in time", retryAfter: nil)
    )
  }

  @Test("breaks off with its task, before and after the request is out", arguments: [0, 50])
  func cancelled(milliseconds: Int) async throws {
    let server = try TestReceiver { _ in TestReceiver.Response(200, delay: 2) }
    defer { server.stop() }
    let receiver = try #require(HTTPReceiver(server.address, timeout: 3600))
    let sender = Task { await receiver.post(Self.post) }
    try await Task.sleep(for: .milliseconds(milliseconds))
    sender.cancel()
    guard case .unreachable = await sender.value else {
      Issue.record("what was broken off has no answer")
      return
    }
  }

  @Test("tells nobody there from a refusal")
  func nobody() async throws {
    let server = try TestReceiver { _ in TestReceiver.Response(200) }
    server.stop()
    let receiver = try #require(HTTPReceiver(server.address))
    #expect(await receiver.post(Self.post) == .unreachable(reason: "no connection"))
  }

  @Test(
    "takes only addresses of the web",
    arguments: ["", "shop", "ftp://shop.example/in", "http://", "file:///etc/passwd"]
  )
  func addresses(address: String) {
    #expect(HTTPReceiver(address) == nil)
  }

  @Test(
    "knows this machine's own addresses",
    arguments: [
      ("http://127.0.0.1:8000/in", true), ("http://localhost/in", true), ("http://[::1]/", true),
      ("http://127.0.0.1.example.com/", false), ("http://10.0.0.1/", false),
      ("https://localhost.example/", false),
    ]
  )
  func loopback(address: String, isLoopback: Bool) {
    #expect(HTTPReceiver.isLoopback(address) == isLoopback)
  }

  /// Who may fail, cut or be slow.
  private static func unsteady(
    _ random: borrowing Mutex<SeededGenerator>,
    _ record: TestReceiver.Record,
    _ request: TestReceiver.Request
  ) -> TestReceiver.Response {
    let draw = random.withLock { $0.unit() }
    switch draw {
    case ..<0.2: return TestReceiver.Response(503)
    case ..<0.3: return TestReceiver.Response(0, isCut: true)
    case ..<0.33:
      // Taken, and the answer is lost: the sender has to send it again.
      _ = record.take(request)
      return TestReceiver.Response(0, isCut: true)
    case ..<0.38:
      var response = record.take(request)
      response.delay = 0.02
      return response
    default: return record.take(request)
    }
  }

  @Test(
    "loses nothing and keeps the order of each key, though both ends are stopped again and again",
    arguments: [(UInt64(1), EventMode.structured), (2, .batched)]
  )
  func killed(seed: UInt64, mode: EventMode) async throws {
    try await Fixture.withFolder { folder in
      var items = (0..<240).map { Fixture.item("s\($0)", of: "customer \($0 % 17)") }
      items += (0..<40).map {
        Fixture.item("s\($0 * 5)", of: "customer \($0 * 5 % 17)", says: "Other.", day: 19)
      }
      let path = "\(folder)/shop.db"
      try Fixture.add(items, to: SignalStore(path: path))
      let record = TestReceiver.Record()
      let random = Mutex(SeededGenerator(seed: seed))
      let answer: @Sendable (TestReceiver.Request) -> TestReceiver.Response = { request in
        Self.unsteady(random, record, request)
      }
      var server = try TestReceiver(answer: answer)
      let port = server.port
      var kills = SeededGenerator(seed: seed &+ 100)
      var isDone = false
      var rounds = 0
      while !isDone {
        rounds += 1
        let address = server.address
        let sender = Task {
          let store = try SignalStore(changingPath: path)
          var options = Fixture.options(address)
          options.mode = mode
          options.batch = 7
          options.maxAttempts = 1000
          options.maxSilences = 1000
          let receiver = HTTPReceiver(address, timeout: 5)
          return try await receiver.map { receiver in
            DeliveryRun(store, to: receiver, options: options)
          }?.run()
        }
        if rounds <= 12 {
          try await Task.sleep(for: .milliseconds(Int.random(in: 5...120, using: &kills)))
          if kills.chance(0.5) { sender.cancel() }
          server.stop()
          if kills.chance(0.3) { try await Task.sleep(for: .milliseconds(30)) }
          server = try TestReceiver(port: port, answer: answer)
        }
        switch await sender.result {
        case .success: isDone = true
        case .failure(let error): if !(error is CancellationError) { throw error }
        }
      }
      server.stop()
      let expected = (0..<240).map { number in
        "\(Fixture.hash("s\(number)")).\(number.isMultiple(of: 5) && number < 200 ? 2 : 1)"
      }
      #expect(Set(record.taken.map(\.id)) == Set(expected))
      #expect(record.keysOutOfOrder == [])
      #expect(record.idempotencyKeys.filter { $0.value.count > 1 }.isEmpty || mode == .batched)
      let store = try SignalStore(readingPath: path)
      #expect(try store.deadLetters() == [])
    }
  }
}
