import Foundation

/// Mouse and keys, at the place where a person finds the element.
extension Page {
  private struct Spot: Decodable {
    var x: Double
    var y: Double
    var fault: String?
  }

  /// Where the middle of an element is, after scrolling to it.
  private func spot(_ element: String) async throws -> Spot {
    let spot: Spot = try await evaluate(
      """
      (() => {
        const element = \(element);
        if (!element) return {x: 0, y: 0, fault: "is not there"};
        element.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
        const box = [...element.getClientRects()].find(r => r.width > 0 && r.height > 0);
        if (!box) return {x: 0, y: 0, fault: "cannot be seen"};
        const x = box.left + Math.min(box.width / 2, 200), y = box.top + box.height / 2;
        const hit = document.elementFromPoint(x, y);
        const isHit = hit && (element.contains(hit) || hit.contains(element));
        return {x, y, fault: isHit ? null : "lies under " + (hit ? hit.outerHTML.slice(0, 80) : "nothing")};
      })()
      """
    )
    if let fault = spot.fault { throw Failure(description: "\(element) \(fault)") }
    return spot
  }

  /// Clicks an element that an expression of JavaScript gives.
  private func click(at element: String) async throws {
    let spot = try await spot(element)
    for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
      try await call(
        "Input.dispatchMouseEvent",
        [
          "type": .text(kind), "x": .number(spot.x), "y": .number(spot.y),
          "button": kind == "mouseMoved" ? "none" : "left", "clickCount": 1,
        ]
      )
    }
  }

  /// Clicks the first link or button with these words.
  ///
  /// - Parameters:
  ///   - words: What stands on it, in whole.
  ///   - part: A selector of the part of the page in which it is sought.
  /// - Throws: ``Failure`` when there is none, or none that a mouse reaches.
  func click(_ words: String, in part: String = "body") async throws {
    try await click(at: Self.control(words, in: part))
  }

  /// Clicks a link or button that leads to another document, and waits for it.
  func follow(_ words: String, in part: String = "body") async throws {
    try await loading { try await click(words, in: part) }
  }

  /// Chooses one of several by the words beside it, such as a radio button.
  func pick(_ words: String, in part: String = "body") async throws {
    try await click(
      at: "[...document.querySelectorAll(\(Self.literal("\(part) label")))]"
        + ".find(e => e.innerText.replace(/\\s+/g, ' ').trim().startsWith(\(Self.literal(words))))"
    )
  }

  private static func control(_ words: String, in part: String) -> String {
    let selector = ["a", "button", "summary"].map { "\(part) \($0)" }.joined(separator: ",")
    return "[...document.querySelectorAll(\(literal(selector)))].find(e => "
      + "e.innerText.replace(/\\s+/g, ' ').trim() === \(literal(words)))"
  }

  /// The field with a label.
  private static func field(_ label: String, in part: String) -> String {
    "[...document.querySelectorAll(\(literal("\(part) label")))].find(e => "
      + "e.innerText.trim() === \(literal(label)))?.control"
  }

  /// Writes into the field with a label, in place of what stands there.
  func write(_ text: String, into label: String, in part: String = "body") async throws {
    let field = Self.field(label, in: part)
    try await click(at: field)
    let kind: String = try await evaluate("\(field).type")
    guard kind == "date" else {
      try await run("\(field).select()")
      try await call("Input.insertText", ["text": .text(text)])
      return
    }
    // A field for a day takes its parts one after another: month, day, year in the browser's tongue.
    try await run("\(field).blur(), \(field).focus()")
    let parts = text.split(separator: "-")
    guard parts.count == 3 else { throw Failure(description: "\(text) is no day") }
    for digit in parts[1] + parts[2] + parts[0] { try await press(String(digit)) }
  }

  /// Chooses in a list by its label: with the arrow key, until the words begin so.
  func choose(_ words: String, of label: String, in part: String = "body") async throws {
    let field = Self.field(label, in: part)
    try await run("\(field).focus()")
    let count: Int = try await evaluate("\(field).options.length")
    for _ in 0..<count {
      let shown: String = try await evaluate("\(field).selectedOptions[0].text")
      if shown.hasPrefix(words) { return }
      try await press("ArrowDown")
    }
    throw Failure(description: "\(label) does not offer \(words)")
  }

  /// Presses a key: one character, or a name such as `Tab`.
  func press(_ key: String) async throws {
    let codes = ["Tab": 9, "Enter": 13, "Escape": 27, "ArrowDown": 40]
    let code = codes[key] ?? Int(key.utf8.first ?? 0)
    let isText = key.count == 1 || key == "Enter"
    var down: [String: DevToolsValue] = [
      "type": isText ? "keyDown" : "rawKeyDown", "key": .text(key), "code": .text(key),
      "windowsVirtualKeyCode": .number(Double(code)),
    ]
    if isText { down["text"] = .text(key == "Enter" ? "\r" : key) }
    try await call("Input.dispatchKeyEvent", .object(down))
    down["type"] = "keyUp"
    down["text"] = nil
    try await call("Input.dispatchKeyEvent", .object(down))
  }
}
