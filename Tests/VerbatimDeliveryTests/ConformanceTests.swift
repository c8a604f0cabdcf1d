import Foundation
import Testing
import VerbatimCore
import VerbatimDelivery
import VerbatimTestSupport

@Suite("The golden set")
struct ConformanceTests {
  /// A consumer as the README tells one to be.
  private struct Consumer {
    struct Standing: Equatable {
      var revision: Int
      var isRetracted: Bool
    }

    var order: [String] = []
    var held: [String: Standing] = [:]

    mutating func take(_ json: [UInt8]) throws {
      let signal = try JSONDecoder().decode(
        TestReceiver.Event.Signal.self,
        from: Data(json)
      )
      guard let before = held[signal.signal_id] else {
        order.append(signal.signal_id)
        held[signal.signal_id] = Standing(
          revision: signal.revision,
          isRetracted: signal.retracted ?? false
        )
        return
      }
      guard signal.revision > before.revision else { return }
      held[signal.signal_id] = Standing(
        revision: signal.revision,
        isRetracted: signal.retracted ?? false
      )
    }
  }

  private static func validator(_ type: String) throws -> JSONSchemaValidator {
    try JSONSchemaValidator(schema: try #require(Schema.named(type)).json)
  }

  @Test("validates against the schema, line by line")
  func valid() throws {
    let validator = try Self.validator("feedback.signal.v1")
    for item in ConformanceSet.signals {
      #expect(
        validator.failures(in: String(decoding: item.json, as: UTF8.self)) == [],
        "\(item.name)"
      )
    }
  }

  @Test("holds each state of a trend, by its schema")
  func index() throws {
    let validator = try Self.validator("satisfaction.index.v1")
    let lines = ConformanceSet.index.map { String(decoding: $0.json, as: UTF8.self) }
    for line in lines { #expect(validator.failures(in: line) == []) }
    for state in ["stable", "wobble1", "wobble2", "recovered", "insufficient"] {
      #expect(lines.contains { $0.contains(#""trend_state":"\#(state)""#) })
    }
    #expect(lines.filter { $0.contains(#""index":null"#) }.count == 1)
  }

  @Test("holds lines of the future that today's schema does not know")
  func future() throws {
    let validator = try Self.validator("feedback.signal.v1")
    #expect(ConformanceSet.future.count == 4)
    for item in ConformanceSet.future {
      #expect(
        !validator.failures(in: String(decoding: item.json, as: UTF8.self)).isEmpty,
        "\(item.name)"
      )
    }
  }

  @Test("leads a consumer to what the manifest says")
  func final() throws {
    var consumer = Consumer()
    for item in ConformanceSet.signals { try consumer.take(item.json) }
    let final = ConformanceSet.final
    #expect(consumer.order == final.map(\.signalID))
    for standing in final {
      let held = consumer.held[standing.signalID]
      #expect(held?.revision == standing.revision)
      #expect(held?.isRetracted == standing.isRetracted)
    }
  }

  @Test("tries nulls, a retraction, mixed, an unresolved SKU and each reason for no score")
  func coverage() {
    let text = ConformanceSet.signals.map { String(decoding: $0.json, as: UTF8.self) }
    let needed = [
      #""retracted":true"#, #""label":"mixed""#, #""sku":null"#, #""compound":0,"#,
      #""status":"no_opinion""#, #""status":"abstained""#, #""status":"unsupported_language""#,
      #""status":"no_text""#, #""event_time":null"#, #""supersedes":1"#, #""severity":"S0""#,
      #""first_response_seconds":null"#, #""status":"inferred""#,
    ]
    for part in needed { #expect(text.contains { $0.contains(part) }, "\(part)") }
  }

  @Test("is the same every time, and its manifest is right about the files")
  func files() throws {
    let files = ConformanceFolder.files
    #expect(files.map(\.bytes) == ConformanceFolder.files.map(\.bytes))
    #expect(files.map(\.name) == files.map(\.name).sorted())
    let manifest = try #require(files.first { $0.name == "manifest.json" })
    let validator = try Self.validator("conformance.set.v1")
    #expect(validator.failures(in: String(decoding: manifest.bytes, as: UTF8.self)) == [])
    let text = String(decoding: manifest.bytes, as: UTF8.self)
    for file in files where file.name != "manifest.json" {
      #expect(text.contains(#""name":"\#(file.name)","bytes":\#(file.bytes.count),"#))
    }
  }

  @Test("holds the signals as events too")
  func events() throws {
    let file = try #require(ConformanceFolder.files.first { $0.name == "events.json" })
    let events = try JSONDecoder().decode([TestReceiver.Event].self, from: Data(file.bytes))
    #expect(events.count == ConformanceSet.signals.count)
    #expect(
      events.allSatisfy { $0.specversion == "1.0" && $0.id == "\($0.subject).\($0.data.revision)" }
    )
    #expect(events.filter { $0.data.retracted == true }.count == 1)
  }

  @Test("is written whole, twice over")
  func written() async throws {
    try await DeliveryFixture.withFolder { folder in
      try ConformanceFolder.write(to: "\(folder)/golden")
      try ConformanceFolder.write(to: "\(folder)/golden")
      for file in ConformanceFolder.files {
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/golden/\(file.name)"))
        #expect(Array(data) == file.bytes)
      }
    }
  }
}
