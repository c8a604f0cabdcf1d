import Foundation
import VerbatimTestSupport

/// A store with `verbatim serve` over it, as a person has it before them; ends with the test.
///
/// Sendable: its server is started in `init` and only killed after, which may happen twice.
final class ServedShop: @unchecked Sendable {
  /// The time that decisions are stamped with.
  static let now = "2026-11-23T08:40:00Z"

  /// The folder with the store, `verbatim.db`.
  let workspace: Workspace
  /// Where the pages are, without a slash at the end.
  let address: String
  private let server: StartedRun

  /// Serves a copy of the demo shop.
  convenience init(_ options: String...) throws {
    let workspace = try Workspace()
    try DemoShop.shared().copyStore(to: workspace.url("verbatim.db").path)
    try self.init(workspace, options + ["--catalog", DemoShop.catalog])
  }

  /// Serves the store of a folder.
  init(_ workspace: Workspace, _ options: [String]) throws {
    self.workspace = workspace
    let store = workspace.url("verbatim.db").path
    server = try StartedRun(
      ["serve", "--db", store, "--port", "0", "--at", Self.now] + options,
      in: DemoShop.root
    )
    let server = server
    guard server.wait(until: { server.outputSoFar.contains(UInt8(ascii: "\n")) }) else {
      server.kill()
      throw VerbatimRun.Failure(description: "no server: \(try server.finish().errors)")
    }
    address = String(
      String(decoding: server.outputSoFar, as: UTF8.self)
        .prefix { $0 != "\n" }.drop { $0 != "h" }
    ).trimmingSuffix("/")
  }

  deinit { stop() }

  /// Ends the server and removes the folder; for one whose end no deinit sees.
  func stop() {
    server.kill()
    workspace.remove()
  }

  /// Runs the command over the served store.
  func run(_ arguments: String...) throws -> VerbatimRun {
    let store = workspace.url("verbatim.db").path
    return try VerbatimRun(arguments + ["--db", store], in: DemoShop.root)
  }

  /// Whether an address is of these pages.
  func isOwn(_ request: String) -> Bool { request.hasPrefix(address + "/") }
}

extension Page {
  /// Looks again until what was decided is counted: on a slow machine a page says that it shows the
  /// counts of a moment ago.
  func settle() async throws {
    try await wait("the counts") {
      guard try await text.contains("counts of a moment ago") else { return true }
      try await loading { _ = try await call("Page.reload") }
      return false
    }
  }
}

extension String {
  /// The text without an ending that it may have.
  func trimmingSuffix(_ ending: String) -> String {
    hasSuffix(ending) ? String(dropLast(ending.count)) : self
  }
}
