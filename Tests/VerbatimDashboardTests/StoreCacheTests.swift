import Dispatch
import Foundation
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("Counts of a state of the store")
struct StoreCacheTests {
  @Test("a count that was begun before a change is not called one of now")
  func overtaken() async throws {
    let shop = try DashboardShop()
    var settings = DashboardSettings()
    settings.mostAwaited = 0
    let begun = DispatchSemaphore(value: 0)
    let go = DispatchSemaphore(value: 0)
    let cache = StoreCache<Int, Int64>(shop.store, settings) { store, _ in
      let signals = try store.state().lastSignal
      begun.signal()
      go.wait()
      return signals
    }
    try shop.fill()
    let before = try shop.store.state()
    await #expect(throws: Counting.self) { try await cache.value(0) }
    try await Aside.run { begun.wait() }
    let late = #"{"id":"late","kind":"review","sku":"MUG-1","text":"The handle broke","rating":1}"#
    _ = try PostRun(engine: try DashboardShop.engine.get(), store: shop.store)
      .run(Array((late + "\n").utf8), from: "late.ndjson")
    let now = try shop.store.state()
    #expect(before != now)
    // Whether this finds the work of before still running or does it anew, it says which.
    async let asked = cache.value(0, waits: true)
    try await Task.sleep(for: .milliseconds(50))
    go.signal()
    go.signal()
    let kept = try await asked
    #expect(kept.isCurrent == (kept.state == now))
    #expect(kept.value == before.lastSignal || kept.state == now)
  }
}
