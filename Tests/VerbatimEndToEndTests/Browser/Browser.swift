import Foundation
import Synchronization

/// A real browser without a window, one for all tests; each page has cookies of its own.
final class Browser: Sendable {
  private let pipe: DevToolsPipe
  private let profile: URL
  /// The browser's name and version, such as `HeadlessChrome/130.0`.
  let version: String

  private static let running = Mutex<Task<Browser, any Error>?>(nil)
  private static let toStop = Mutex<(@Sendable () -> Void)?>(nil)

  /// The browser, started when first asked for and ended with the tests.
  static func shared() async throws -> Browser {
    let start = running.withLock { running in
      let task = running ?? Task { try await Browser() }
      running = task
      return task
    }
    return try await start.value
  }

  private init() async throws {
    guard let program = Chromium.program else {
      throw DevToolsPipe.Failure(description: Chromium.missing)
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pipe = try DevToolsPipe(
      program,
      Chromium.arguments + ["--user-data-dir=\(folder.appendingPathComponent("profile").path)"],
      in: folder
    )
    self.pipe = pipe
    profile = folder
    Self.toStop.withLock { stop in
      stop = {
        pipe.stop()
        try? FileManager.default.removeItem(at: folder)
      }
    }
    _ = atexit { Browser.toStop.withLock { $0 }?() }
    version = try await pipe.call("Browser.getVersion")["product"].text ?? ""
  }

  /// An empty page in a context of its own.
  func page(width: Int = 1280) async throws -> Page {
    let context = try await pipe.call("Target.createBrowserContext")["browserContextId"]
    let target = try await pipe.call(
      "Target.createTarget",
      ["url": "about:blank", "browserContextId": context]
    )["targetId"]
    let session = try await pipe.call(
      "Target.attachToTarget",
      ["targetId": target, "flatten": true]
    )["sessionId"].text
    guard let session else { throw DevToolsPipe.Failure(description: "no session") }
    let page = try await Page(pipe, session: session, context: context)
    try await page.resize(width: width)
    return page
  }
}
