import Foundation
import Synchronization
import Testing
import VerbatimCore
import VerbatimTestSupport

/// A store of a small survey, made once for all tests below; each works on a copy.
private enum DeliveredShop {
  static let rows = 120
  /// With `VERBATIM_EXHAUSTIVE=1` the hunt is that of the issue: 10,000 signals and 50 kills.
  static let isExhaustive = ProcessInfo.processInfo.environment["VERBATIM_EXHAUSTIVE"] == "1"

  /// What only one customer says.
  static let secret = "zimtschneckenfarben"

  static let workspace = Result { try made(rows: rows) }

  /// A folder with a store of so many signals.
  static func made(rows: Int) throws -> Workspace {
    let workspace = try Workspace()
    var lines = ["ResponseId,Date,Customer ID,Rating,Comment"]
    for row in 0..<rows {
      let customer = row % (rows < 1_000 ? 11 : rows / 10)
      let words =
        customer == 3 ? "The \(secret) lid broke after \(row) days." : "Works well, number \(row)."
      lines.append("R_\(row),2026-11-\(10 + row % 12),customer-\(customer),\(row % 5 + 1),\(words)")
    }
    try workspace.write("survey.csv", lines.joined(separator: "\n") + "\n")
    let run = try workspace.run("ingest survey.csv --db shop.db --quiet")
    guard run.status == 0 else { throw VerbatimRun.Failure(description: run.errors) }
    return workspace
  }

  /// A folder with a copy of the store.
  static func copy() throws -> Workspace {
    let copy = try Workspace()
    let folder = try workspace.get()
    for name in folder.names where name.hasPrefix("shop.db") {
      try FileManager.default.copyItem(at: folder.url(name), to: copy.url(name))
    }
    return copy
  }
}

@Suite("verbatim deliver")
struct DeliverTests {
  @Test("loses nothing though both ends are killed again and again", .timeLimit(.minutes(30)))
  func killed() throws {
    let rows = DeliveredShop.isExhaustive ? 10_000 : DeliveredShop.rows
    let rounds = DeliveredShop.isExhaustive ? 50 : 6
    let shop =
      DeliveredShop.isExhaustive ? try DeliveredShop.made(rows: rows) : try DeliveredShop.copy()
    let record = TestReceiver.Record()
    let random = Mutex(SeededGenerator(seed: 7))
    let answer: @Sendable (TestReceiver.Request) -> TestReceiver.Response = { request in
      switch random.withLock({ $0.unit() }) {
      case ..<0.3: TestReceiver.Response(503)
      default: record.take(request)
      }
    }
    var server = try TestReceiver(answer: answer)
    defer { server.stop() }
    let arguments = ["deliver", "--db", "shop.db", "--to", server.address, "--max-attempts", "99"]
    var kills = SeededGenerator(seed: 8)
    for round in 1...rounds {
      let run = try StartedRun(arguments, in: shop.folder)
      let goal = round * rows / (rounds + 4)
      _ = run.wait { record.firsts.count >= goal }
      Thread.sleep(forTimeInterval: 0.02 * kills.unit())
      // By turns the receiver goes first, in the midst of requests, and comes back at its address.
      if round.isMultiple(of: 2) {
        server.stop()
        Thread.sleep(forTimeInterval: 0.02 * kills.unit())
        server = try TestReceiver(port: server.port, answer: answer)
      }
      run.kill()
      _ = try run.finish()
    }
    let last = try VerbatimRun(arguments + ["--once"], in: shop.folder)
    #expect(last.status == 0, "\(last.errors)")
    #expect(record.firsts.count == rows)
    #expect(record.keysOutOfOrder == [])
    #expect(record.idempotencyKeys.allSatisfy { $0.value == ["\"\($0.key)\""] })
    let again = try VerbatimRun(arguments + ["--once"], in: shop.folder)
    #expect(again.text == "\(server.address): 0 taken = 0 new + 0 revised + 0 retracted\n")
  }

  @Test("signs as of the time that it is told")
  func signed() throws {
    let shop = try DeliveredShop.copy()
    let record = TestReceiver.Record()
    let server = try TestReceiver { request in
      record.note(request)
      return record.take(request)
    }
    defer { server.stop() }
    try shop.write("secret.txt", "shared\n")
    let run = try shop.run(
      "deliver --db shop.db --to \(server.address) --once --mode batched --batch 50 "
        + "--secret-file secret.txt --at 2026-11-22T08:00:00Z"
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(record.firsts.count == DeliveredShop.rows)
    #expect(record.requests.count < DeliveredShop.rows / 5)
    #expect(
      record.requests.allSatisfy { $0.headers["verbatim-timestamp"] == "1795334400" }
    )
    #expect(
      record.requests.allSatisfy { $0.headers["verbatim-signature"]?.utf8.count == 67 }
    )
  }

  @Test("lists what was refused, and sends it again")
  func dead() throws {
    let shop = try DeliveredShop.copy()
    let record = TestReceiver.Record()
    let isMended = Mutex(false)
    let server = try TestReceiver { request in
      let place =
        (try? TestReceiver.Event.all(in: request))?.first.flatMap { Int($0.sequence) } ?? 0
      if place % 11 == 3, !isMended.withLock({ $0 }) { return TestReceiver.Response(422) }
      return record.take(request)
    }
    defer { server.stop() }
    let refused = (1...DeliveredShop.rows).filter { $0 % 11 == 3 }.count
    let deliver = "deliver --db shop.db --to \(server.address)"
    let first = try shop.run("\(deliver) --once --requests 1")
    #expect(first.status == 1)
    #expect(first.tells(.signalRefused, about: server.address))
    #expect(record.firsts.count == DeliveredShop.rows - refused)
    let list = try shop.run("deliver --db shop.db --list-dead")
    #expect(list.lines.count == refused + 1)
    #expect(list.lines.dropFirst().allSatisfy { $0.hasSuffix("422") })
    isMended.withLock { $0 = true }
    let second = try shop.run("\(deliver) --once --retry-dead")
    #expect(second.status == 0)
    #expect(record.firsts.count == DeliveredShop.rows)
    #expect(try shop.run("deliver --db shop.db --list-dead").text == "no dead letters\n")
  }

  @Test("says when nobody answers", .timeLimit(.minutes(10)))
  func unreachable() throws {
    let shop = try DeliveredShop.copy()
    let server = try TestReceiver { _ in TestReceiver.Response(200) }
    server.stop()
    let run = try shop.run("deliver --db shop.db --to \(server.address) --once --quiet")
    #expect(run.status == 69)
    #expect(run.tells(.receiverUnreachable, about: server.address))
  }

  @Test("writes a folder for each week, and the second time nothing")
  func files() throws {
    let shop = try DeliveredShop.copy()
    let first = try shop.run("deliver --db shop.db --to signals")
    #expect(first.status == 0)
    #expect(
      first.lines.last
        == "signals: 120 new, 0 revised, 0 retracted; 2 weeks written, 0 weeks unchanged"
    )
    let names = try FileManager.default.contentsOfDirectory(atPath: shop.url("signals").path)
    #expect(names.sorted() == ["2026-W46", "2026-W47"])
    let second = try shop.run("deliver --db shop.db --to signals")
    #expect(
      second.text == "signals: 0 new, 0 revised, 0 retracted; 0 weeks written, 2 weeks unchanged\n"
    )
  }

  @Test(
    "refuses what makes no sense",
    arguments: [
      "deliver", "deliver --to ftp://shop.example", "deliver --to http://a.example --mode both",
      "deliver --to http://a.example --batch 0", "deliver --to signals --retry-dead",
      "deliver --to http://a.example --at noon", "bridge --from a.yaml", "forget",
      "forget --customer x --db shop.db --until never",
    ]
  )
  func usage(arguments: String) throws {
    #expect(try VerbatimRun(arguments.split(separator: " ").map(String.init)).status == 64)
  }

  @Test("says when there is no store", arguments: ["deliver --to signals", "forget --customer x"])
  func noStore(arguments: String) throws {
    let workspace = try Workspace()
    let run = try workspace.run("\(arguments) --db none.db")
    #expect(run.status == 66 || run.status == 73)
    #expect(workspace.names == [])
  }
}

@Suite("verbatim forget")
struct ForgetTests {
  /// Whether the words stand in any file of the store.
  private func holds(_ words: String, _ shop: Workspace) throws -> Bool {
    try shop.names.filter { $0.hasPrefix("shop.db") }.contains { name in
      try Data(contentsOf: shop.url(name)).range(of: Data(words.utf8)) != nil
    }
  }

  @Test("leaves no word of a customer, and delivers that they are forgotten")
  func words() throws {
    let shop = try DeliveredShop.copy()
    #expect(try holds(DeliveredShop.secret, shop))
    let record = TestReceiver.Record()
    let server = try TestReceiver { record.take($0) }
    defer { server.stop() }
    let deliver = "deliver --db shop.db --to \(server.address) --once"
    #expect(try shop.run(deliver).status == 0)
    #expect(try shop.run("deliver --db shop.db --to signals").status == 0)
    let run = try shop.run("forget --customer customer-3 --db shop.db")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.lines == [
        "11 signals retracted",
        "Ledger  120 signals imported = 109 held + 11 forgotten, revisions counted",
      ]
    )
    #expect(try !holds(DeliveredShop.secret, shop))
    #expect(
      try shop.run(deliver).text
        == "\(server.address): 11 taken = 0 new + 0 revised + 11 retracted\n"
    )
    let retractions = record.taken.filter { $0.data.retracted == true }
    #expect(retractions.count == 11)
    #expect(Set(retractions.map(\.partitionkey)).count == 1)
    let files = try shop.run("deliver --db shop.db --to signals")
    #expect(files.lines.last?.hasPrefix("signals: 0 new, 0 revised, 11 retracted;") == true)
    let validator = try JSONSchemaValidator(
      schema: try #require(Schema.named("feedback.signal.v1")).json
    )
    for week in ["2026-W46", "2026-W47"] {
      let text = try String(
        contentsOf: shop.url("signals/\(week)/signals.ndjson"),
        encoding: .utf8
      )
      #expect(!text.contains(DeliveredShop.secret))
      for line in text.split(separator: "\n") where line.contains(#""retracted":true"#) {
        #expect(validator.failures(in: String(line)) == [])
      }
    }
  }

  @Test("may be run again, and tells an unknown customer from one that is forgotten")
  func again() throws {
    let shop = try DeliveredShop.copy()
    #expect(try shop.run("forget --customer customer-3 --db shop.db").status == 0)
    let again = try shop.run("forget --customer customer-3 --db shop.db")
    #expect(again.lines.first == "0 signals retracted, 11 earlier")
    let unknown = try shop.run("forget --customer customer-99 --db shop.db")
    #expect(unknown.status == 65)
    #expect(unknown.tells(.customerUnknown, about: "shop.db"))
  }
}

@Suite("verbatim conformance")
struct ConformanceCommandTests {
  @Test("writes the same files every time")
  func same() throws {
    let workspace = try Workspace()
    #expect(try workspace.run("conformance --out one").status == 0)
    #expect(try workspace.run("conformance --out two").status == 0)
    let manager = FileManager.default
    let names = try manager.subpathsOfDirectory(atPath: workspace.url("one").path).sorted()
    #expect(names.contains("schemas/feedback.signal.v1.json"))
    #expect(try manager.subpathsOfDirectory(atPath: workspace.url("two").path).sorted() == names)
    for name in names {
      #expect(
        manager.contentsEqual(
          atPath: workspace.url("one/\(name)").path,
          andPath: workspace.url("two/\(name)").path
        )
      )
    }
  }
}
