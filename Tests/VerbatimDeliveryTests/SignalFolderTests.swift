import Foundation
import Testing
import VerbatimCore
import VerbatimDelivery
import VerbatimStore
import VerbatimTestSupport

@Suite("Signals as files")
struct SignalFolderTests {
  private typealias Fixture = DeliveryFixture

  /// Monday 9 November 2026 begins W46, Monday 16 November W47.
  private static let items = [
    Fixture.item("a", of: "cafe", day: 9), Fixture.item("b", of: "cafe", day: 15),
    Fixture.item("c", of: "beef", day: 16), Fixture.item("d", day: nil),
  ]

  private func lines(_ folder: String, _ week: String) throws -> [String] {
    try String(contentsOfFile: "\(folder)/out/\(week)/signals.ndjson", encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  private func ids(_ folder: String, _ week: String) throws -> [String] {
    try lines(folder, week).map { line in
      try JSONDecoder().decode(TestReceiver.Event.Signal.self, from: Data(line.utf8)).signal_id
    }
  }

  private func update(_ store: SignalStore, _ folder: String) throws -> SignalFolder.Report {
    try SignalFolder("\(folder)/out", in: store).update()
  }

  /// The SHA-256 of a file by another program; nil where there is none.
  private func hash(of path: String) throws -> String? {
    let program = "/usr/bin/sha256sum"
    guard FileManager.default.isExecutableFile(atPath: program) else { return nil }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [path]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: " ").first.map(String.init)
  }

  @Test("stand in the week of their event, with a manifest that is right about them")
  func weeks() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.items)
      let report = try update(store, folder)
      #expect(report.written.map(\.cycle.description) == ["undated", "2026-W46", "2026-W47"])
      #expect(report.counts.new == 4)
      #expect(try ids(folder, "2026-W46") == ["a", "b"].map { Fixture.hash($0) })
      #expect(try ids(folder, "undated") == [Fixture.hash("d")])
      let validator = try JSONSchemaValidator(
        schema: try #require(Schema.named("signals.manifest.v1")).json
      )
      for manifest in report.written {
        let week = "\(folder)/out/\(manifest.cycle)"
        let written = try Data(contentsOf: URL(fileURLWithPath: "\(week)/manifest.json"))
        #expect(validator.failures(in: String(decoding: written, as: UTF8.self)) == [])
        let signals = try Data(contentsOf: URL(fileURLWithPath: "\(week)/signals.ndjson"))
        #expect(signals.count == manifest.bytes)
        #expect(try hash(of: "\(week)/signals.ndjson") ?? manifest.sha256 == manifest.sha256)
        #expect(manifest.engines.count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: week).count == 2)
      }
    }
  }

  @Test("are not written again while nothing changes")
  func unchanged() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.items)
      _ = try update(store, folder)
      let again = try update(store, folder)
      #expect(again.counts == DeliveryCounts())
      #expect(again.written.isEmpty)
      #expect(again.unchanged == 3)
    }
  }

  @Test("are written again where something was added, revised or retracted")
  func changed() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.items)
      _ = try update(store, folder)
      try Fixture.add(
        [Fixture.item("e", day: 17), Fixture.item("c", of: "beef", says: "Other.", day: 18)],
        to: store,
        as: "more"
      )
      let more = try update(store, folder)
      #expect(more.written.map(\.cycle.description) == ["2026-W47"])
      #expect(more.counts.new == 1)
      #expect(more.counts.revised == 1)
      #expect(more.unchanged == 2)
      _ = try store.forget(customers: ["cafe"])
      let less = try update(store, folder)
      #expect(less.written.map(\.cycle.description) == ["2026-W46"])
      #expect(less.counts.retracted == 2)
      #expect(less.written.map(\.retracted) == [2])
      #expect(try lines(folder, "2026-W46").allSatisfy { $0.contains(#""retracted":true"#) })
    }
  }

  @Test("leave the week that they move out of")
  func moved() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.items)
      _ = try update(store, folder)
      let later = Fixture.item("c", of: "beef", says: "Other.", day: 25)
      try Fixture.add([later], to: store, as: "more")
      let report = try update(store, folder)
      #expect(report.written.map(\.cycle.description) == ["2026-W47", "2026-W48"])
      #expect(report.written.map(\.signals) == [0, 1])
      #expect(try ids(folder, "2026-W47") == [])
    }
  }

  @Test("are put right when a file is damaged or gone")
  func damaged() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.items)
      _ = try update(store, folder)
      let whole = try lines(folder, "2026-W47")
      try Data("{".utf8).write(to: URL(fileURLWithPath: "\(folder)/out/2026-W47/signals.ndjson"))
      try FileManager.default.removeItem(atPath: "\(folder)/out/2026-W46/manifest.json")
      let report = try update(store, folder)
      #expect(report.written.map(\.cycle.description) == ["2026-W46", "2026-W47"])
      #expect(try lines(folder, "2026-W47") == whole)
    }
  }

  @Test("cannot be written below a file")
  func unwritable() async throws {
    try await Fixture.withFolder { folder in
      let store = try Fixture.store(folder, Self.items)
      try Data().write(to: URL(fileURLWithPath: "\(folder)/out"))
      let failure = #expect(throws: Diagnostic.self) { try update(store, folder) }
      #expect(failure?.code == .outputUnwritable)
    }
  }

  // The first and last days of years with 52 and 53 weeks, by the calendar of ISO 8601.
  @Test(
    "know the weeks of ISO 8601",
    arguments: [
      ("2026-01-01", "2026-W01"), ("2025-12-28", "2025-W52"), ("2025-12-29", "2026-W01"),
      ("2026-12-31", "2026-W53"), ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"),
      ("2020-12-31", "2020-W53"), ("2021-01-03", "2020-W53"), ("2024-12-30", "2025-W01"),
      ("1969-12-31", "1970-W01"), ("2026-11-22", "2026-W47"),
    ]
  )
  func calendar(day: String, week: String) {
    #expect(SignalCycle(of: Instant(iso8601: day)).description == week)
  }
}
