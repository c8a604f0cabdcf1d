import Foundation
import VerbatimPipeline

/// Times every page and route of `verbatim serve`, and the report, over a store of many signals.
///
/// The built command is run as a user runs it: a store is filled, the server is started, and once
/// it says that it is ready each address is asked three times with `curl`. The first answer counts
/// as much as the best: somebody waits for it.
struct DashboardStage {
  /// The command.
  let binary: String
  /// How many signals.
  let signals: Int
  /// Where the store is; filled when there is none.
  let db: String

  /// What a page may take at the server, in seconds (issue 10).
  private static let bound = 0.2

  /// Something that could not be run.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Fills the store, asks the server, and writes the report.
  ///
  /// - Returns: Whether every first answer was in time.
  func run(_ engine: SignalEngine) throws -> Bool {
    try fill(engine)
    let server = Process()
    let output = Pipe()
    server.executableURL = URL(fileURLWithPath: binary)
    server.arguments = ["serve", "--db", db, "--port", "0"]
    server.standardOutput = output
    let start = Date()
    try server.run()
    defer { server.terminate() }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let address = line.trimmingCharacters(in: .whitespacesAndNewlines)
    guard address.hasPrefix("http") else { throw Failure(description: "the server says \(line)") }
    while try ask("\(address)readyz").status != 200 { Thread.sleep(forTimeInterval: 0.5) }
    print("ready after \(seconds(Date().timeIntervalSince(start)))")
    var isInTime = true
    for path in try paths(address) {
      let answers = try (0..<3).map { _ in try ask(address + path) }
      let first = answers[0].seconds
      let best = answers.map(\.seconds).min() ?? first
      isInTime = isInTime && first <= Self.bound
      print(
        path.padding(toLength: max(60, path.count), withPad: " ", startingAt: 0)
          + " \(answers[0].status)  first \(milliseconds(first))  best \(milliseconds(best))"
          + (first > Self.bound ? "  over" : "")
      )
    }
    try report()
    return isInTime
  }

  private func fill(_ engine: SignalEngine) throws {
    guard !FileManager.default.fileExists(atPath: db) else { return print("\(db) is there") }
    let start = Date()
    try ManySignals(count: signals).fill(SignalStore(path: db), engine)
    print("\(signals) signals stored in \(seconds(Date().timeIntervalSince(start)))")
  }

  /// Every page, and every route that answers to GET, over things that are in the store.
  private func paths(_ address: String) throws -> [String] {
    let store = try SignalStore(readingPath: db)
    let signal = try store.latestSignals(limit: 1).first ?? ""
    let clusters = try clusterIDs(address)
    let conversation = try conversationID(address)
    return [
      "", "clusters", "clusters?by=supplier", "clusters?by=lot", "clusters?sku=K-1000", "products",
      "products?offset=1000", "products/K-1000", "suppliers/S-0", "trends", "trends?by=category",
      "trends?by=sku", "trends?by=channel", "conversations", "conversations?offset=1000",
      "conversations/\(conversation)", "imports", "imports/1", "signals/\(signal)",
      "search", "search?q=handle", "search?q=the", "search?q=%22handle+snapped%22",
      "search?q=the&sku=K-1999", "search?q=the&supplier=S-1&since=2026-11-01",
      "v1/signals", "v1/signals?limit=1000", "v1/signals?cursor=\(signals / 2)",
      "v1/signals?since=2026-11-20", "v1/signals?since=2030-01-01", "v1/signals?until=2000-01-01",
      "v1/signals?sku=K-1000", "v1/signals?supplier=S-0&since=2026-11-20",
      "v1/signals?issue=DUR.BREAKS", "v1/signals?issue=DUR.BREAKS&since=2030-01-01",
      "v1/signals/\(signal)", "v1/clusters", "v1/clusters?by=sku", "v1/clusters?by=supplier",
      "v1/index", "v1/index?by=sku", "v1/conversations", "v1/conversations/\(conversation)",
      "v1/imports", "v1/imports/1/rejects", "healthz", "readyz", "metrics", "openapi.json",
    ] + clusters.flatMap { ["clusters/\($0)", "v1/clusters/\($0)"] }
  }

  private func clusterIDs(_ address: String) throws -> [String] {
    try values("cluster_id", "\(address)v1/clusters?limit=1")
      + (try values("cluster_id", "\(address)v1/clusters?by=supplier&limit=1"))
  }

  private func conversationID(_ address: String) throws -> String {
    try values("signal_id", "\(address)v1/conversations?limit=1").first ?? ""
  }

  /// The first value of a member in an answer.
  private func values(_ name: String, _ uri: String) throws -> [String] {
    let text = try curl(["-s", uri])
    guard let start = text.range(of: "\"\(name)\":\"")?.upperBound else { return [] }
    let value = text[start...].prefix { $0 != "\"" }
    return [value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""]
  }

  private func ask(_ uri: String) throws -> (status: Int, seconds: Double) {
    let words = try curl(["-s", "-o", "/dev/null", "-w", "%{http_code} %{time_total}", uri])
      .split(separator: " ")
    guard words.count == 2, let status = Int(words[0]), let seconds = Double(words[1]) else {
      throw Failure(description: "curl did not reach \(uri)")
    }
    return (status, seconds)
  }

  private func curl(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["curl"] + arguments
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private func report() throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-bench-report.html")
    defer { try? FileManager.default.removeItem(at: place) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = ["report", "--db", db, "--out", place.path]
    let start = Date()
    try process.run()
    process.waitUntilExit()
    print(
      "report: status \(process.terminationStatus), \(seconds(Date().timeIntervalSince(start)))"
    )
  }

  private func milliseconds(_ seconds: Double) -> String {
    String(format: "%7.1f ms", seconds * 1000)
  }

  private func seconds(_ seconds: Double) -> String { String(format: "%.1f s", seconds) }
}
