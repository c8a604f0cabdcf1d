/// Names of schema.org's types and properties, in any of the ways in which pages spell them.
enum SchemaName {
  /// Whether a text is an address in schema.org: either scheme or none, with or without "www.".
  static func isSchemaAddress(_ text: some StringProtocol) -> Bool {
    path(text[...]) != nil
  }

  /// The bare name: `https://schema.org/Review` and `schema:Review` are `Review`.
  ///
  /// A name of another vocabulary stays as it is.
  static func short<Text: StringProtocol>(_ text: Text) -> Text.SubSequence {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) else {
      return text[...]
    }
    if let path = path(text[...]) { return path }
    return text.hasPrefix("schema:") ? text.dropFirst(7) : text[...]
  }

  private static func path<Text: StringProtocol>(_ text: Text) -> Text.SubSequence?
  where Text.SubSequence == Text {
    var rest = text
    if rest.hasPrefix("https:") || rest.hasPrefix("http:") {
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[slash...]
    }
    while rest.hasPrefix("/") { rest = rest.dropFirst() }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    guard rest.hasPrefix("schema.org") else { return nil }
    rest = rest.dropFirst(10)
    guard rest.isEmpty || rest.hasPrefix("/") else { return nil }
    while rest.hasPrefix("/") || rest.hasPrefix("#") { rest = rest.dropFirst() }
    return rest
  }
}
