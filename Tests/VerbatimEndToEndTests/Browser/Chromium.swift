import Foundation
import Testing

extension Trait where Self == ConditionTrait {
  /// For tests in a real browser: passed over, and said so, where there is none.
  static var inChromium: Self {
    .enabled(if: Chromium.isThere, Comment(rawValue: Chromium.missing))
  }
}

/// The browser program that page tests use, where there is one.
enum Chromium {
  /// What tests say that are passed over for want of it.
  static let missing = "there is no Chromium; install one, or name it with VERBATIM_CHROMIUM"

  /// The program: the one that `VERBATIM_CHROMIUM` names, else the first of the usual names in the
  /// folders where programs are.
  static let program: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let path = environment["VERBATIM_CHROMIUM"] { return path.isEmpty ? nil : path }
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init) + ["/usr/bin"]
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    return (names.flatMap { name in folders.map { "\($0)/\(name)" } } + [mac])
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Whether there is one.
  static var isThere: Bool { program != nil }

  /// How it is started, but for the folder of its profile.
  ///
  /// No sandbox: tests often run as root in a container, where Chromium's own cannot be made, and
  /// they open nothing but pages of this package.
  static let arguments = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
    "--no-default-browser-check", "--disable-dev-shm-usage", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--lang=en-US", "--remote-debugging-pipe",
  ]
}
