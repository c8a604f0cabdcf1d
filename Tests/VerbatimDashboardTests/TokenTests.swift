import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("Tokens")
struct TokenTests {
  static let file = """
    # who       may          token
    reader      read         aaaaaaaaaaaaaaaaaaaaaaaa
    reviewer    read,review  bbbbbbbbbbbbbbbbbbbbbbbb   # on the second floor
    till        ingest       cccccccccccccccccccccccc

    """

  private func shop() throws -> DashboardShop {
    let tokens = try Tokens(Self.file, path: "tokens")
    return try DashboardShop { $0.tokens = tokens }
  }

  private static func bearer(_ letter: String) -> [String: String] {
    ["Authorization": "Bearer " + String(repeating: letter, count: 24)]
  }

  @Test(
    "open what their roles allow",
    arguments: [
      ("a", "/v1/signals", 200), ("b", "/v1/signals", 200), ("c", "/v1/signals", 403),
      ("a", "/metrics", 200), ("d", "/v1/signals", 401), ("", "/v1/signals", 401),
      ("a", "/v1/clusters", 200), ("c", "/v1/imports", 403), ("d", "/healthz", 200),
      ("", "/readyz", 200), ("", "/openapi.json", 200),
    ]
  )
  func roles(letter: String, path: String, status: Int) async throws {
    let reply = try await shop().ask(path, headers: letter.isEmpty ? [:] : Self.bearer(letter))
    #expect(reply.status == status)
    if status == 401 { #expect(reply.header("WWW-Authenticate") == "Bearer realm=\"verbatim\"") }
    if status == 403 { #expect(reply.problem == "role") }
  }

  @Test(
    "let feedback in only with the role for it",
    arguments: [("a", 403), ("c", 200), ("d", 401)]
  )
  func ingest(letter: String, status: Int) async throws {
    let reply = try await shop().send(
      "/v1/feedback",
      #"{"text":"It broke"}"#,
      headers: Self.bearer(letter)
    )
    #expect(reply.status == status)
  }

  @Test(
    "are sent as bearer tokens and no other way",
    arguments: [
      "Basic aaaaaaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaa", "Bearer",
      "Bearer aaaaaaaaaaaaaaaaaaaaaaa", "Bearer aaaaaaaaaaaaaaaaaaaaaaaaa", "Bearer ",
    ]
  )
  func malformed(header: String) async throws {
    let reply = try await shop().ask("/v1/signals", headers: ["Authorization": header])
    #expect(reply.status == 401)
  }

  @Test("know their holder by name and roles")
  func holders() throws {
    let tokens = try Tokens(Self.file, path: "tokens")
    let holder = tokens.holder(of: String(repeating: "b", count: 24))
    #expect(holder == Principal(name: "reviewer", roles: [.read, .review]))
    #expect(tokens.holder(of: "") == nil)
  }

  @Test(
    "in a faulty file are told with their line",
    arguments: [
      ("anna read", "tokens:1: error: the line has 2 words, not a name, roles and a token"),
      ("\nanna admin aaaaaaaaaaaaaaaaaaaaaaaa", "tokens:2: error: `admin` is no role"),
      ("anna read short", "tokens:1: error: the token has 5 characters, not 24 or more"),
      ("# nobody\n", "tokens: error: the file holds no token"),
      (
        "a read aaaaaaaaaaaaaaaaaaaaaaaa\nb read aaaaaaaaaaaaaaaaaaaaaaaa",
        "tokens:2: error: the token stands twice"
      ),
    ]
  )
  func faults(text: String, message: String) {
    let fault = #expect(throws: Diagnostic.self) { _ = try Tokens(text, path: "tokens") }
    #expect(fault?.code == .tokenFile)
    #expect(fault?.description.hasPrefix(message) == true)
  }
}
