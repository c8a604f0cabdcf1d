import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("verbatim serve --deliver-to")
struct ServedDeliveryTests {
  /// Sends a request and gives status and text.
  private func ask(_ address: String, post body: String? = nil) async throws -> (Int, String) {
    var request = URLRequest(url: try #require(URL(string: address)))
    if let body {
      request.httpMethod = "POST"
      request.httpBody = Data(body.utf8)
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
    let (data, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }

  /// A server over the shop, with its address.
  private func serve(_ shop: Workspace, _ receiver: String) throws -> (StartedRun, String) {
    let run = try StartedRun(
      ["serve", "--db", "shop.db", "--port", "0", "--deliver-to", receiver],
      in: shop.folder
    )
    #expect(run.wait { run.outputSoFar.last == 0x0A })
    let address = String(decoding: run.outputSoFar, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return (run, address)
  }

  @Test("delivers what is there and what comes in, tells how far it is, and goes on later")
  func serves() async throws {
    let shop = try AlertShop.make()
    let record = TestReceiver.Record()
    let server = try TestReceiver { record.take($0) }
    defer { server.stop() }
    let (run, address) = try serve(shop, server.address)
    #expect(run.wait { record.firsts.contains { $0.type == "cluster.alert.v1" } })
    #expect(run.wait { record.firsts.filter { $0.type == "feedback.signal.v1" }.count == 48 })
    let posted = try await ask("\(address)v1/feedback", post: #"{"id":"p1","text":"Great lid"}"#)
    #expect(posted.0 == 200)
    #expect(run.wait { record.firsts.filter { $0.type == "feedback.signal.v1" }.count == 49 })
    let label = #"{destination="\#(server.address)"}"#
    let done = "verbatim_delivery_backlog\(label) 0\n"
    var metrics = ""
    for _ in 0..<200 where !metrics.contains(done) {
      metrics = try await ask("\(address)metrics").1
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(metrics.contains(done))
    #expect(metrics.contains("verbatim_delivery_dead_letters\(label) 0\n"))
    #expect(metrics.contains("verbatim_delivery_last_success_timestamp_seconds\(label) "))

    let other = try shop.run("deliver --db shop.db --to \(server.address) --once")
    #expect(other.tells(.deliveryBusy, about: "shop.db"))
    run.terminate()
    #expect(try run.finish().status == 0)

    let before = record.taken.count
    try shop.write("late.ndjson", AlertShop.line("p2", "PAN-1", 3, "Nice pan") + "\n")
    #expect(try AlertShop.ingest("late.ndjson", in: shop).status == 0)
    let (again, _) = try serve(shop, server.address)
    #expect(again.wait { record.firsts.filter { $0.type == "feedback.signal.v1" }.count == 50 })
    again.terminate()
    #expect(try again.finish().status == 0)
    // Of signals, nothing that was taken came again but what was under way in four requests.
    let late = record.taken.dropFirst(before).filter { $0.type == "feedback.signal.v1" }
    #expect(late.count <= 1 + 4)
    #expect(record.keysOutOfOrder == [])
  }

  @Test("refuses what is no address, and a second delivery of the same store")
  func refusals() throws {
    let shop = try Workspace()
    let run = try shop.run("serve --db shop.db --port 0 --deliver-to out")
    #expect(run.status == 64)
  }
}
