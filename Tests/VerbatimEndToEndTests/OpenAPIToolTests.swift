import Foundation
import Testing
import VerbatimTestSupport

/// The API as other people's tools see it.
///
/// They run where there is a ``PythonTool`` with them.
@Suite("The API under tools for OpenAPI")
struct OpenAPIToolTests {
  private struct Outcome: Decodable {
    var versions: [String: String]
    var paths: Int
    var status: Int
    var cases: String
    var told: String
  }

  /// A Python with the tools; nil when there is none and none can be made.
  static let python = PythonTool(
    presence: OpenAPIToolScript.presence,
    packages: ["openapi-spec-validator", "schemathesis"],
    environment: "verbatim-openapi-tools"
  )

  @Test(
    "is described by a valid document, and answers as that document says",
    .enabled(if: python != nil, "no Python with schemathesis, and pip cannot be reached"),
    .timeLimit(.minutes(5))
  )
  func conforms() throws {
    let shop = try Workspace()
    try DemoShop.shared().copyStore(to: shop.url("demo.db").path)
    let server = try StartedRun(["serve", "--db", "demo.db", "--port", "0"], in: shop.folder)
    #expect(server.wait { server.outputSoFar.last == 0x0A })
    let address = String(decoding: server.outputSoFar, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let arguments = [
      "-c", OpenAPIToolScript.text, address, "12", OpenAPIToolScript.checks.joined(separator: ","),
    ]
    let python = try #require(Self.python)
    let data = try #require(
      python.output(arguments, in: shop.folder),
      "the document is not valid"
    )
    let outcome = try JSONDecoder().decode(Outcome.self, from: data)
    #expect(outcome.status == 0, "\(outcome.told)")
    #expect(outcome.paths > 10)
    print("schemathesis \(outcome.versions["schemathesis"] ?? "?"): \(outcome.cases)")
    server.terminate()
    #expect(try server.finish().status == 0)
  }
}
