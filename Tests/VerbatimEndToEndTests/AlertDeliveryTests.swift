import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("verbatim deliver, alerts")
struct AlertDeliveryTests {
  private func validator() throws -> JSONSchemaValidator {
    try JSONSchemaValidator(schema: try #require(Schema.named("cluster.alert.v1")).json)
  }

  /// The data of the events about the mug's handle, in their order, as JSON.
  private func alerts(_ record: TestReceiver.Record) throws -> [String] {
    try record.requests.compactMap { request in
      let event = try JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
      guard event?["type"] as? String == "cluster.alert.v1",
        event?["subject"] as? String == AlertShop.cluster, let data = event?["data"]
      else { return nil }
      return String(decoding: try JSONSerialization.data(withJSONObject: data), as: UTF8.self)
    }
  }

  @Test("opens, revises, and retracts an alert, each once, valid by its schema")
  func life() throws {
    let shop = try AlertShop.make()
    let record = TestReceiver.Record()
    let server = try TestReceiver { request in
      record.note(request)
      return record.take(request)
    }
    defer { server.stop() }
    let deliver = "deliver --db shop.db --to \(server.address) --once"
    func standing() -> [String] {
      record.firsts.filter { $0.subject == AlertShop.cluster }.map { event in
        "\(event.data.revision) \(event.data.state ?? "-") \(event.data.retracted ?? false)"
      }
    }
    #expect(try shop.run(deliver).status == 0)
    #expect(standing() == ["1 open false"])
    #expect(record.firsts.contains { $0.partitionkey == AlertShop.cluster })
    #expect(try shop.run(deliver).text.hasSuffix("0 taken = 0 new + 0 revised + 0 retracted\n"))

    let decision = try shop.run(
      "clusters decide \(AlertShop.cluster) --action acknowledge --by Ada --reason seen "
        + "--at 2026-11-22T08:00:00Z --db shop.db"
    )
    #expect(decision.status == 0, "\(decision.errors)")
    #expect(try shop.run(deliver).status == 0)
    #expect(standing().last == "2 acknowledged false")

    try shop.write(
      "more.ndjson",
      AlertShop.line("b9", "MUG-1", 16, "Handle broke off again") + "\n"
    )
    #expect(try AlertShop.ingest("more.ndjson", in: shop).status == 0)
    #expect(try shop.run(deliver).status == 0)
    #expect(standing().count == 3)
    #expect(standing().last?.hasPrefix("3 ") == true)

    let forgotten = try shop.run("forget --customer c-b9 --db shop.db")
    #expect(forgotten.status == 0, "\(forgotten.errors)")
    #expect(try shop.run(deliver).status == 0)
    // The alert that quoted the customer was retracted at once, and stands again without the quote.
    #expect(standing().last?.hasPrefix("5 acknowledged") == true)
    let bodies = try alerts(record)
    let validator = try validator()
    for body in bodies { #expect(validator.failures(in: body) == []) }
    #expect(try #require(bodies.last).contains("broke off again") == false)
    #expect(record.keysOutOfOrder == [])
  }

  @Test("stand in files of the week of their latest report")
  func files() throws {
    let shop = try AlertShop.make()
    let first = try shop.run("deliver --db shop.db --to out")
    #expect(first.status == 0, "\(first.errors)")
    // The last of the broken handles was told on 17 March 2026, a Tuesday of W12.
    let week = shop.url("out/2026-W12")
    let lines = try String(
      contentsOf: week.appendingPathComponent("alerts.ndjson"),
      encoding: .utf8
    )
    .split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains(AlertShop.cluster) })
    let validator = try validator()
    for line in lines { #expect(validator.failures(in: line) == []) }
    let manifest = try String(
      contentsOf: week.appendingPathComponent("alerts.manifest.json"),
      encoding: .utf8
    )
    let schema = try #require(Schema.named("signals.manifest.v1")).json
    #expect(try JSONSchemaValidator(schema: schema).failures(in: manifest) == [])
    #expect(manifest.contains(#""lines":\#(lines.count),"#))
    let second = try shop.run("deliver --db shop.db --to out")
    #expect(second.lines.contains { $0.contains("alerts 0 new, 0 revised, 0 retracted") })
  }
}
