import Testing
import VerbatimCore
import VerbatimStore
import VerbatimTestSupport

@testable import VerbatimDelivery

@Suite("A delivery")
struct DeliveryRunTests {
  private typealias Fixture = DeliveryFixture

  /// Delivers a store's signals to a receiver; what was done, and what was waited for.
  private func deliver(
    _ store: SignalStore,
    to receiver: ScriptedReceiver,
    _ change: (inout DeliveryOptions) -> Void = { _ in }
  ) async throws -> (counts: DeliveryCounts, waits: [Double]) {
    var options = DeliveryOptions(address: "https://scores.example/in")
    options.isOnce = true
    options.requests = 1
    change(&options)
    let clock = MovedClock()
    let run = DeliveryRun(
      store,
      to: receiver,
      options: options,
      clock: clock.clock,
      draw: { 0.5 }
    )
    return (try await run.run(), clock.waits)
  }

  private static let three = ["a", "b", "c"].map { DeliveryFixture.item($0) }

  private func ids(_ receiver: ScriptedReceiver) -> [String] {
    receiver.posts.map(\.idempotencyKey)
  }

  private static func key(_ id: String, _ revision: Int = 1) -> String {
    "\(DeliveryFixture.hash(id)).\(revision)"
  }

  @Test("sends every signal once, in order, and the second time none")
  func once() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.three)
      let receiver = ScriptedReceiver()
      #expect(try await deliver(store, to: receiver).counts.new == 3)
      #expect(ids(receiver) == [Self.key("a"), Self.key("b"), Self.key("c")])
      #expect(try await deliver(store, to: receiver).counts == DeliveryCounts())
      #expect(receiver.posts.count == 3)
    }
  }

  @Test("of an empty store does nothing")
  func empty() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, [])
      #expect(try await deliver(store, to: ScriptedReceiver()).counts == DeliveryCounts())
    }
  }

  @Test("tries again after growing waits, and then goes on")
  func retries() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.three)
      let later = Answer.later(reason: "503", retryAfter: nil)
      let receiver = ScriptedReceiver([later, later, later])
      let (counts, waits) = try await deliver(store, to: receiver)
      #expect(counts.new == 3)
      #expect(counts.retries == 3)
      #expect(waits == [0.25, 0.5, 1])
      #expect(
        ids(receiver).prefix(5) == [
          Self.key("a"), Self.key("a"), Self.key("a"), Self.key("a"), Self.key("b"),
        ]
      )
    }
  }

  @Test("waits as long as the receiver asks")
  func retryAfter() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.three)
      let receiver = ScriptedReceiver([.later(reason: "429", retryAfter: 40)])
      let (counts, waits) = try await deliver(store, to: receiver)
      #expect(counts.new == 3)
      #expect(waits == [40])
    }
  }

  @Test("that ends does not wait for hours, and remembers the wish")
  func patience() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.three)
      let receiver = ScriptedReceiver([.later(reason: "429", retryAfter: 901)])
      await #expect(throws: Diagnostic.self) {
        // The wait itself is over when the next signal is due: ask at once, in another run.
        var options = DeliveryOptions(address: "https://scores.example/in")
        options.isOnce = true
        let run = DeliveryRun(
          store,
          to: receiver,
          options: options,
          clock: DeliveryClock(now: { 0 }, sleep: { _ in throw CancellationError() })
        )
        do { _ = try await run.run() } catch is CancellationError {}
        _ = try await run.run()
      }
      #expect(receiver.posts.count <= 3)
      let destination = try store.destination("https://scores.example/in")
      #expect(try store.outbox(destination, limit: 1).quietUntil == 901)
    }
  }

  @Test("gives up on a signal after so many tries, and not on the others")
  func exhausted() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.three)
      let later = Answer.later(reason: "500", retryAfter: nil)
      let receiver = ScriptedReceiver([later, later, later])
      let counts = try await deliver(store, to: receiver) { $0.maxAttempts = 3 }.counts
      #expect(counts.dead == 1)
      #expect(counts.new == 2)
      let letters = try store.deadLetters()
      #expect(letters.map(\.reason) == ["500, 3 times"])
      #expect(letters.map(\.attempts) == [3])
    }
  }

  @Test("sets aside what is refused; raised, it is sent again")
  func dead() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.three)
      let receiver = ScriptedReceiver([.taken, .refused(reason: "422")])
      let counts = try await deliver(store, to: receiver).counts
      #expect(counts.dead == 1)
      #expect(counts.new == 2)
      #expect(try store.deadLetters().map(\.signalID) == [Fixture.hash("b")])
      let destination = try store.destination("https://scores.example/in")
      #expect(try store.raiseDeadLetters(of: destination) == 1)
      #expect(try await deliver(store, to: receiver).counts.new == 1)
      #expect(ids(receiver).last == Self.key("b"))
      #expect(try store.deadLetters() == [])
    }
  }

  @Test("ends when nothing at all is taken")
  func refusesAll() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, (0..<30).map { Fixture.item("s\($0)") })
      let receiver = ScriptedReceiver(Array(repeating: .refused(reason: "404"), count: 30))
      let failure = await #expect(throws: Diagnostic.self) {
        try await deliver(store, to: receiver)
      }
      #expect(failure?.code == .receiverRefuses)
      #expect(receiver.posts.count == DeliveryRun.mostRefusalsInRow)
    }
  }

  @Test("finds the one bad event of a batch")
  func batch() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, (0..<8).map { Fixture.item("s\($0)") })
      let refused = Answer.refused(reason: "400")
      // Eight; the first four; two of them; the first of those; the second is the bad one.
      let receiver = ScriptedReceiver([refused, refused, refused, .taken, refused])
      let counts = try await deliver(store, to: receiver) {
        $0.mode = .batched
        $0.batch = 8
      }.counts
      #expect(counts.dead == 1)
      #expect(counts.new == 7)
      #expect(try store.deadLetters().map(\.signalID) == [Fixture.hash("s1")])
      #expect(receiver.posts.count == 7)
    }
  }

  @Test("says when nobody answers, and delivers all the next time")
  func unreachable() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.three)
      let silence = Answer.unreachable(reason: "no connection")
      let receiver = ScriptedReceiver(Array(repeating: silence, count: 6))
      let failure = await #expect(throws: Diagnostic.self) {
        try await deliver(store, to: receiver)
      }
      #expect(failure?.code == .receiverUnreachable)
      #expect(failure?.severity == .error)
      #expect(try store.deadLetters() == [])
      #expect(try await deliver(store, to: receiver).counts.new == 3)
    }
  }

  @Test("delivers revisions and retractions in place of what they replace")
  func changes() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(
        folder,
        ["a", "b"].map { Fixture.item($0, of: "cafe") } + [Fixture.item("c", of: "beef")]
      )
      let receiver = ScriptedReceiver()
      _ = try await deliver(store, to: receiver)
      let revision = Fixture.item("a", of: "cafe", says: "It works again.", day: 19)
      try Fixture.add([revision], to: store, as: "beef")
      #expect(try await deliver(store, to: receiver).counts.revised == 1)
      _ = try store.forget(customers: ["cafe"])
      #expect(try await deliver(store, to: receiver).counts.retracted == 2)
      #expect(ids(receiver).suffix(3) == [Self.key("a", 2), Self.key("b", 2), Self.key("a", 3)])
    }
  }

  @Test("keeps the order of a key while another key is tried again", arguments: [1, 2, 4])
  func lanes(lanes: Int) async throws {
    try await Fixture.withFolder { folder in
      let items = (0..<60).map { Fixture.item("s\($0)", of: "customer \($0 % 7)") }
      let store = try Fixture.store(folder, items)
      var answers: [Answer] = []
      for index in 0..<80 {
        answers.append(index.isMultiple(of: 3) ? .later(reason: "503", retryAfter: nil) : .taken)
      }
      let receiver = ScriptedReceiver(answers)
      let counts = try await deliver(store, to: receiver) { $0.requests = lanes }.counts
      #expect(counts.new == 60)
      for customer in 0..<7 {
        let own = stride(from: customer, to: 60, by: 7).map { Self.key("s\($0)") }
        let came = ids(receiver).filter { own.contains($0) }
        var seen: Set<String> = []
        #expect(came.filter { seen.insert($0).inserted } == own)
      }
    }
  }
}
