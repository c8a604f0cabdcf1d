import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import VerbatimPipeline
import VerbatimReport
import VerbatimTestSupport

@testable import VerbatimDashboard

/// A store in a folder of its own with a dashboard over it.
final class DashboardShop: Sendable {
  let path: String
  let store: SignalStore
  let dashboard: Dashboard

  /// The engine of the shipped lexicons, compiled once for all tests.
  static let engine = Result {
    var options = EngineOptions()
    let path = NSTemporaryDirectory() + "verbatim-dashboard-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try catalog.write(toFile: path, atomically: true, encoding: .utf8)
    (options.catalog, options.catalogHash) = try CatalogLoader.load(path)
    return try SignalEngine(options)
  }

  /// The templates as they stand in the sources.
  static let renderer = Result {
    let root = PackageRoot.url()?.path ?? ""
    return try Renderer(templates: "\(root)/Sources/VerbatimReport/Templates")
  }

  static let catalog = """
    sku,name,category,supplier_id,supplier_name
    MUG-1,Harbour Mug,Kitchen,S-1,Tidewater
    MUG-2,Lantern Mug,Kitchen,S-1,Tidewater
    PAN-1,Skillet 28,Kitchen,S-2,Ironside
    LMP-1,Desk Lamp,Lighting,S-3,Glowworks

    """

  init(_ change: (inout DashboardSettings) -> Void = { _ in }) throws {
    path = NSTemporaryDirectory() + "verbatim-dashboard-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    store = try SignalStore(path: "\(path)/shop.db")
    var settings = DashboardSettings()
    settings.patience = .seconds(60)
    // However slow the machine, no count is followed by a rest.
    settings.longCount = .seconds(600)
    settings.stamp = Instant(iso8601: "2026-11-22T09:00:00Z")
    change(&settings)
    dashboard = Dashboard(
      store: store,
      engine: try Self.engine.get(),
      renderer: try Self.renderer.get(),
      settings: settings
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Feedback of a small shop: broken handles of one mug, one hot plug, and contented others.
  @discardableResult
  func fill() throws -> PostedFeedback {
    try PostRun(engine: try Self.engine.get(), store: store)
      .run(Array(Self.feedback.utf8), from: "spring.ndjson")
  }

  static let feedback: String = {
    var lines: [String] = []
    func add(_ id: String, _ sku: String, _ day: Int, _ text: String, _ rating: Int) {
      lines.append(
        #"{"id":"\#(id)","kind":"review","sku":"\#(sku)","date":"2026-03-\#(10 + day)","#
          + #""text":"\#(text)","rating":\#(rating),"customer":"c-\#(id)"}"#
      )
    }
    let breaks = [
      "The handle broke off after two days", "Handle snapped in the first week",
      "The handle broke last Sunday", "It broke, the handle came off",
      "Handle broke off, very disappointed", "The handle snapped off, poor work",
      "Handle broke at once, poor quality", "The handle broke after a month",
    ]
    for (index, text) in breaks.enumerated() { add("b\(index)", "MUG-1", index, text, 1) }
    for index in 0..<30 {
      let sku = ["MUG-2", "PAN-1", "LMP-1"][index % 3]
      add("g\(index)", sku, index % 15, "Lovely thing number \(index), works well", 5)
    }
    add("h0", "LMP-1", 3, "Love it, but the plug gets really hot and smells of burning", 4)
    lines.append(#"{"id":"bad"}"#)
    return lines.joined(separator: "\n") + "\n"
  }()

  /// Asks the server without a socket.
  func ask(
    _ uri: String,
    _ method: HTTPRequest.Method = .get,
    headers: [String: String] = [:],
    body: String? = nil
  ) async throws -> Reply {
    try await ask([(uri, method, headers, body)])[0]
  }

  /// Asks several times, one after another.
  func ask(
    _ questions: [(
      uri: String, method: HTTPRequest.Method, headers: [String: String], body: String?
    )]
  ) async throws -> [Reply] {
    try await dashboard.application().test(.router) { client in
      var replies: [Reply] = []
      for question in questions {
        var fields = HTTPFields()
        for (name, value) in question.headers.sorted(by: { $0.key < $1.key }) {
          if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let response = try await client.executeRequest(
          uri: question.uri,
          method: question.method,
          headers: fields,
          body: question.body.map { ByteBuffer(string: $0) }
        )
        replies.append(Reply(response))
      }
      return replies
    }
  }

  /// Sends JSON.
  func send(
    _ uri: String,
    _ body: String,
    method: HTTPRequest.Method = .post,
    type: String = "application/json",
    headers: [String: String] = [:]
  ) async throws -> Reply {
    var all = headers
    all["Content-Type"] = type
    return try await ask(uri, method, headers: all, body: body)
  }
}

extension DashboardShop {
  /// Sends a form as a browser does: with the cookie and the token of the page it stands on.
  func submit(
    _ uri: String,
    _ fields: [String: String],
    of page: Reply
  ) async throws -> Reply {
    var fields = fields
    let token = page.text.firstMatch(of: #/name="form_token" value="([0-9a-f]*)"/#)
    if fields["form_token"] == nil { fields["form_token"] = token.map { String($0.output.1) } }
    let body = fields.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(FormFields.encoded($0.value))" }.joined(separator: "&")
    var headers = ["Origin": "http://localhost"]
    headers["Cookie"] = page.cookie
    return try await send(
      uri,
      body,
      type: "application/x-www-form-urlencoded",
      headers: headers
    )
  }
}

/// An answer of the server.
struct Reply: Sendable {
  let status: Int
  let headers: HTTPFields
  let text: String

  init(_ response: TestResponse) {
    status = response.status.code
    headers = response.headers
    text = String(buffer: response.body)
  }

  /// The value of a header.
  func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

  /// The cookie that the answer sets, as a browser sends it back.
  var cookie: String? { header("Set-Cookie").map { String($0.prefix { $0 != ";" }) } }

  /// The document; null when it is no JSON.
  var json: JSONValue { (try? JSONReader().parse(Array(text.utf8))) ?? .null }

  /// The kind of a problem, without its prefix.
  var problem: String? {
    guard header("Content-Type") == "application/problem+json" else { return nil }
    return json["type"]?.string.map { $0.replacing("urn:verbatim:problem:", with: "") }
  }
}

extension JSONValue {
  /// A whole number; nil when this is none.
  var integer: Int? {
    if case .number(let number) = self { Int(exactly: number) } else { nil }
  }

  /// Whether this is `true`; nil when it is no truth value.
  var truth: Bool? {
    if case .boolean(let truth) = self { truth } else { nil }
  }
}
