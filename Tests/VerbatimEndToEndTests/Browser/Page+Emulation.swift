import Foundation

/// Another screen, paper, no network, no script.
extension Page {
  /// Gives the window a size.
  func resize(width: Int, height: Int = 900) async throws {
    try await call(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": .number(Double(width)), "height": .number(Double(height)),
        "deviceScaleFactor": 1, "mobile": false,
      ]
    )
  }

  /// Shows it as on a screen or on paper, light or dark.
  func show(dark: Bool = false, onPaper: Bool = false) async throws {
    try await call(
      "Emulation.setEmulatedMedia",
      [
        "media": onPaper ? "print" : "",
        "features": [["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]],
      ]
    )
  }

  /// Turns the network off or on.
  func goOffline(_ isOffline: Bool = true) async throws {
    try await call(
      "Network.emulateNetworkConditions",
      [
        "offline": .boolean(isOffline), "latency": 0, "downloadThroughput": -1,
        "uploadThroughput": -1,
      ]
    )
  }

  /// Turns the page's own scripts off or on.
  func disableScripts(_ isOff: Bool = true) async throws {
    try await call("Emulation.setScriptExecutionDisabled", ["value": .boolean(isOff)])
  }

  /// A picture of all of it, as PNG.
  func picture() async throws -> Data {
    let size: [Double] = try await evaluate(
      "[document.documentElement.clientWidth, document.documentElement.scrollHeight]"
    )
    return try await bytes(
      "Page.captureScreenshot",
      [
        "format": "png", "captureBeyondViewport": true,
        "clip": [
          "x": 0, "y": 0, "width": .number(size[0]), "height": .number(size[1]), "scale": 1,
        ],
      ]
    )
  }

  /// The page as a printer gets it, as PDF on the paper that its sheet names.
  func printed() async throws -> Data {
    try await bytes("Page.printToPDF", ["preferCSSPageSize": true, "printBackground": true])
  }

  /// How many pages a PDF has.
  static func pages(of pdf: Data) -> Int {
    String(decoding: pdf, as: UTF8.self).matches(of: #/\/Type\s*\/Page\b/#).count
  }

  private func bytes(_ method: String, _ parameters: DevToolsValue) async throws -> Data {
    guard let text = try await call(method, parameters)["data"].text,
      let bytes = Data(base64Encoded: text)
    else { throw Failure(description: "\(method) gave nothing") }
    return bytes
  }
}
