extension CSSSelector {
  /// The same as XPath 1.0, asked at an element or a document.
  ///
  /// An element is found when it matches, whatever else does; a group gives each element once, in
  /// the page's order.
  var xPath: String { alternatives.map { Self.path($0) }.joined(separator: " | ") }

  private static func path(_ steps: [Step]) -> String {
    var path = ""
    for (index, step) in steps.enumerated() {
      if index > 0 { path += "/" }
      switch step.combinator {
      case .descendant: path += "descendant::"
      case .child: path += "child::"
      case .next: path += "following-sibling::*[1]/self::"
      case .sibling: path += "following-sibling::"
      }
      // A type that is no name of XPath stands in a condition, as does a second one.
      if case .type(let name)? = step.tests.first, isName(name) {
        path += name + step.tests.dropFirst().map { "[\(condition($0))]" }.joined()
      } else {
        path += "*" + step.tests.map { "[\(condition($0))]" }.joined()
      }
    }
    return path
  }

  private static func condition(_ test: Test) -> String {
    switch test {
    case .type(let name):
      isName(name) ? "self::\(name)" : "name() = \(literal(name))"
    case .id(let id): "@id = \(literal(id))"
    case .named(let name): hasWord("@class", name)
    case .has(let name): attribute(name)
    case .attribute(let name, let comparison, let value, let ignoresCase):
      compare(attribute(name), comparison, value, ignoresCase)
    case .isFirst: "not(preceding-sibling::*)"
    case .isLast: "not(following-sibling::*)"
    case .nth(let step, let start): nth(step, start)
    case .not(let compounds):
      compounds.map { tests in
        let all = tests.isEmpty ? ["true()"] : tests.map { condition($0) }
        return "not(\(all.joined(separator: " and ")))"
      }.joined(separator: " and ")
    }
  }

  private static func compare(
    _ attribute: String,
    _ comparison: Operator,
    _ written: String,
    _ ignoresCase: Bool
  ) -> String {
    var value = written
    var subject = attribute
    if ignoresCase {
      // As CSS has it: the letters of ASCII alone.
      let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
      value = String(
        String.UnicodeScalarView(
          written.unicodeScalars.map { scalar in
            scalar.value >= 0x41 && scalar.value <= 0x5A
              ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
          }
        )
      )
      subject = "translate(\(attribute), '\(capitals)', '\(capitals.lowercased())')"
    }
    let text = literal(value)
    switch comparison {
    case .equals:
      return ignoresCase ? "\(attribute) and \(subject) = \(text)" : "\(subject) = \(text)"
    case .hasWord: return hasWord(subject, value)
    case .hasLanguage:
      return
        "(\(attribute) and \(subject) = \(text)) or starts-with(\(subject), \(literal(value + "-")))"
    // By the standard an empty text is the beginning, the end and a part of nothing.
    case .begins: return value.isEmpty ? "false()" : "starts-with(\(subject), \(text))"
    case .contains: return value.isEmpty ? "false()" : "contains(\(subject), \(text))"
    case .ends:
      guard !value.isEmpty else { return "false()" }
      let before = value.unicodeScalars.count - 1
      return "substring(\(subject), string-length(\(subject)) - \(before)) = \(text)"
    }
  }

  private static func hasWord(_ subject: String, _ word: String) -> String {
    let isWord = !word.isEmpty && !word.unicodeScalars.contains { $0.value <= 0x20 }
    guard isWord else { return "false()" }
    return "contains(concat(' ', normalize-space(\(subject)), ' '), \(literal(" \(word) ")))"
  }

  private static func nth(_ step: Int, _ start: Int) -> String {
    let place = "(count(preceding-sibling::*) + 1)"
    if step == 0 { return "\(place) = \(start)" }
    if step > 0 { return "\(place) >= \(start) and (\(place) - \(start)) mod \(step) = 0" }
    return "\(place) <= \(start) and (\(start) - \(place)) mod \(-step) = 0"
  }

  private static func attribute(_ name: String) -> String {
    isName(name) ? "@\(name)" : "@*[name() = \(literal(name))]"
  }

  /// Whether a name can stand in XPath as it is.
  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first == UInt8(ascii: "_") || isLetter(first) else {
      return false
    }
    return name.utf8.allSatisfy { byte in
      isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// A text as XPath writes it, which has no escapes: pieces between quotes are joined.
  private static func literal(_ text: String) -> String {
    if !text.contains("'") { return "'\(text)'" }
    if !text.contains("\"") { return "\"\(text)\"" }
    let pieces = text.split(separator: "'", omittingEmptySubsequences: false).map { "'\($0)'" }
    return "concat(\(pieces.joined(separator: ", \"'\", ")))"
  }
}
