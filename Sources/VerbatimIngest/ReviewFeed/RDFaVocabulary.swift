internal import VerbatimCore

/// What names mean at a place of a page in RDFa: the vocabulary in force and the prefixes.
struct RDFaVocabulary {
  /// The vocabularies that know reviews.
  enum Space {
    case schema
    /// data-vocabulary.org.
    case old
    case other
  }

  private var space = Space.other
  /// Prefixes in the order of their declaration; the last of a name counts.
  private var prefixes: [(name: String, space: Space)] = Self.initial

  /// RDFa's initial context has these among others, and writers take them for granted.
  ///
  /// Source: W3C, RDFa Core Initial Context.
  private static let initial: [(name: String, space: Space)] = [("schema", .schema), ("v", .old)]

  /// The most declarations that are followed.
  private static let mostPrefixes = 64

  /// Sets the vocabulary for names without a prefix.
  mutating func setDefault(_ address: String) { space = Self.space(address) }

  /// Adds the prefixes of a `prefix` attribute: pairs of a name with a colon and an address.
  mutating func declare(_ text: String) {
    let parts = MarkupText.tokens(text)
    for (name, address) in zip(parts, parts.dropFirst()) where name.utf8.last == UInt8(ascii: ":") {
      declare(String(name.dropLast()), as: String(address))
    }
  }

  /// Adds a prefix.
  mutating func declare(_ name: String, as address: String) {
    guard prefixes.count < Self.mostPrefixes else { return }
    prefixes.append((name.lowercased(), Self.space(address)))
  }

  /// The terms of a list that name something of schema.org or data-vocabulary.org.
  func names(_ text: String) -> [(name: String, isOld: Bool)] {
    MarkupText.tokens(text).prefix(StructuredPage.mostNames).compactMap { term in
      guard let colon = term.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        return named(String(term), in: space)
      }
      if SchemaName.isSchemaAddress(term) { return (String(SchemaName.short(term)), false) }
      if let name = OldVocabulary.name(at: term) { return (name, true) }
      let prefix = term[..<colon].lowercased()
      let space = prefixes.last { $0.name == prefix }?.space ?? .other
      return named(String(term[term.utf8.index(after: colon)...]), in: space)
    }
  }

  private func named(_ name: String, in space: Space) -> (name: String, isOld: Bool)? {
    guard !name.isEmpty else { return nil }
    return switch space {
    case .schema: (name, false)
    case .old: (name, true)
    case .other: nil
    }
  }

  private static func space(_ address: String) -> Space {
    if SchemaName.isSchemaAddress(address) { return .schema }
    return OldVocabulary.name(at: address) == nil ? .other : .old
  }
}
