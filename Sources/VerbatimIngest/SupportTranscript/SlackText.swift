/// The words of a Slack message, its marks for people, channels and links put into words.
enum SlackText {
  /// The text as a reader sees it.
  ///
  /// - Parameters:
  ///   - text: The text as the export has it.
  ///   - names: The names of people by id.
  /// - Returns: The words.
  static func plain(_ text: String, names: [String: String]) -> String {
    guard text.contains("<") || text.contains("&") else { return text }
    var output = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      output += rest[..<open]
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: ">") else {
        rest = rest[open...]
        break
      }
      output += words(inside[..<close], names)
      rest = inside[inside.index(after: close)...]
    }
    output += rest
    // These three are all that Slack escapes; the ampersand comes last.
    return output.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
  }

  private static func words(_ mark: Substring, _ names: [String: String]) -> String {
    let parts = mark.split(separator: "|", maxSplits: 1)
    guard let target = parts.first, let sign = target.first else { return "" }
    let label = parts.count > 1 ? String(parts[1]) : nil
    switch sign {
    case "@":
      let id = String(target.dropFirst())
      return "@" + (names[id] ?? label ?? id)
    case "#": return "#" + (label ?? String(target.dropFirst()))
    case "!": return label ?? "@" + target.dropFirst().prefix { $0 != "^" }
    default: return label ?? String(target)
    }
  }
}
