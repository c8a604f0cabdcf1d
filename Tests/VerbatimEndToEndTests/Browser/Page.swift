import Foundation

/// A page of a browser, used as a person uses it.
final class Page: Sendable {
  /// What a page does not have, or does not do.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What happened in it.
  let log = PageLog()
  let pipe: DevToolsPipe
  let session: String
  private let context: DevToolsValue

  init(_ pipe: DevToolsPipe, session: String, context: DevToolsValue) async throws {
    self.pipe = pipe
    self.session = session
    self.context = context
    pipe.listen(to: session) { [log] method, parameters in
      log.take(method, parameters)
      guard method == "Page.javascriptDialogOpening" else { return }
      pipe.send("Page.handleJavaScriptDialog", ["accept": false], session: session)
    }
    for domain in ["Page", "Runtime", "Network", "Log"] { try await call("\(domain).enable") }
  }

  /// Closes it and forgets its cookies.
  func close() async {
    pipe.listen(to: session, nil)
    _ = try? await pipe.call("Target.disposeBrowserContext", ["browserContextId": context])
  }

  /// Sends a command to it.
  @discardableResult
  func call(_ method: String, _ parameters: DevToolsValue = [:]) async throws -> DevToolsValue {
    try await pipe.call(method, parameters, session: session)
  }

  // MARK: Going

  /// Opens an address and waits until all of it is there.
  func open(_ address: String) async throws {
    let before = log.soFar.loads
    let answer = try await call("Page.navigate", ["url": .text(address)])
    if let fault = answer["errorText"].text {
      throw Failure(description: "\(address): \(fault)")
    }
    // Another place of the same document is no new one.
    guard answer["loaderId"].text != nil else { return }
    try await wait(address) { log.soFar.loads > before }
  }

  /// Does what makes another document load, and waits for it.
  func loading(_ body: () async throws -> Void) async throws {
    let before = log.soFar.loads
    try await body()
    try await wait("a document") { log.soFar.loads > before }
  }

  /// Looks again and again until something holds.
  func wait(_ what: String, until holds: () async throws -> Bool) async throws {
    let limit = Date(timeIntervalSinceNow: DevToolsPipe.patience)
    while try await !holds() {
      guard Date() < limit else { throw Failure(description: "waited in vain for \(what)") }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  // MARK: Reading

  /// The value of an expression of JavaScript.
  func evaluate<Value: Decodable>(
    _ script: String,
    as type: Value.Type = Value.self
  ) async throws -> Value {
    let result = try await run(script)
    let value = try JSONEncoder().encode([result])
    guard let decoded = try JSONDecoder().decode([Value].self, from: value).first else {
      throw Failure(description: "no value: \(script)")
    }
    return decoded
  }

  /// Runs an expression of JavaScript; its value.
  @discardableResult
  func run(_ script: String) async throws -> DevToolsValue {
    let answer = try await call(
      "Runtime.evaluate",
      ["expression": .text(script), "returnByValue": true, "awaitPromise": true]
    )
    if case .object = answer["exceptionDetails"] {
      let details = answer["exceptionDetails"]
      throw Failure(
        description: details["exception"]["description"].text ?? details["text"].text ?? script
      )
    }
    return answer["result"]["value"]
  }

  /// The address it is at.
  var address: String { get async throws { try await evaluate("location.href") } }

  /// All words of the page as a person sees them, blanks made one.
  var text: String {
    get async throws {
      try await evaluate("document.body.innerText.replace(/\\s+/g, ' ')")
    }
  }

  /// The words of each element that a selector finds, in the order of the page.
  func texts(_ selector: String) async throws -> [String] {
    try await evaluate(
      "[...document.querySelectorAll(\(Self.literal(selector)))]"
        + ".map(e => (e.innerText ?? e.textContent).replace(/\\s+/g, ' ').trim())"
    )
  }

  /// A text as JavaScript writes it.
  static func literal(_ text: String) -> String {
    let bytes = (try? JSONEncoder().encode([text])) ?? Data()
    return "\(String(decoding: bytes, as: UTF8.self))[0]"
  }
}
