/// The skeleton of a page: its tags with the names of their attributes, and what may act.
///
/// Reads mark-up as a browser does where it matters: a tag begins with `<` and a letter or `/`, an
/// attribute's value ends at its quote.
struct MarkupOutline {
  /// The tags in order: `a href class`.
  private(set) var tags: [String] = []
  /// The values of `href`, `src`, `action` and `xlink:href`.
  private(set) var addresses: [String] = []
  /// What stands between tags, `style` left out.
  private(set) var text = ""

  init(_ html: String) {
    let characters = Array(html.unicodeScalars)
    var at = 0
    var isStyle = false
    while at < characters.count {
      let isTag =
        characters[at] == "<" && at + 1 < characters.count
        && (characters[at + 1] == "/" || characters[at + 1] == "!"
          || characters[at + 1].properties.isAlphabetic)
      guard isTag else {
        if !isStyle { text.unicodeScalars.append(characters[at]) }
        at += 1
        continue
      }
      var end = at + 1
      var quote: Unicode.Scalar?
      while end < characters.count {
        let scalar = characters[end]
        if let open = quote {
          if scalar == open { quote = nil }
        } else if scalar == "\"" || scalar == "'" {
          quote = scalar
        } else if scalar == ">" {
          break
        }
        end += 1
      }
      var inside = String.UnicodeScalarView()
      inside.append(contentsOf: characters[(at + 1)..<min(end, characters.count)])
      take(String(inside))
      if tags.last == "style" { isStyle = true }
      if tags.last == "/style" { isStyle = false }
      at = end + 1
    }
  }

  private mutating func take(_ tag: String) {
    let name = tag.prefix { !$0.isWhitespace }
    var parts = [String(name)]
    for match in tag.dropFirst(name.count).matches(
      of: /([^\s=\/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/
    ) {
      let attribute = match.output.1.lowercased()
      parts.append(attribute)
      if ["href", "src", "action", "xlink:href", "formaction"].contains(attribute) {
        addresses.append(String(match.output.2 ?? match.output.3 ?? match.output.4 ?? ""))
      }
    }
    tags.append(parts.joined(separator: " "))
  }
}
