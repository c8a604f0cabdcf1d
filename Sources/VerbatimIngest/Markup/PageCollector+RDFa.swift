internal import VerbatimCore

extension PageCollector {
  /// Keeps what the element says in RDFa; whether it has a value of a property.
  mutating func openRDFa(
    _ element: MarkupElement,
    _ telling: TellingAttributes,
    _ index: Int
  ) -> Bool {
    let isReply = telling.contains(.reply) && scope.isRDFa
    guard
      isReply || !telling.isDisjoint(with: [.rdfa, .relation])
        || (scope.isHanging && telling.contains(.address))
    else { return false }
    var made = RDFaElement(node: index)
    if telling.contains(.vocab) {
      made.vocab = keep(element.value(of: "vocab"))
      made.prefixes = keep(element.value(of: "prefix"))
      keepNamespaces(of: element, in: &made)
    }
    if telling.contains(.typeOf) { made.types = keep(element.value(of: "typeof")) }
    if telling.contains(.property) {
      made.properties = keep(element.value(of: "property"))
    } else if isReply {
      made.properties = keep(Self.replyName)
    }
    made.about = keep(element.value(of: "about"))
    made.resource = keep(element.value(of: "resource"))
    made.address = keep(element.value(of: "href") ?? element.value(of: "src"))
    if telling.contains(.relation) {
      made.rel = keep(element.value(of: "rel"))
      made.rev = keep(element.value(of: "rev"))
    }
    made.isLiteral = element.value(of: "content") != nil || element.value(of: "datatype") != nil
    let isItem = made.types != nil && made.about == nil
    if made.types != nil, !opensItem() { made.types = nil }
    scope.isRDFa = scope.isRDFa || made.vocab != nil || made.types != nil
    // A relation without a target waits for what stands inside; what stands there ends the wait.
    if made.rel != nil || made.rev != nil {
      scope.isHanging = made.resource == nil && made.address == nil && made.types == nil
    } else if made.types != nil || made.properties != nil {
      scope.isHanging = false
    }
    rdfa.append(made)
    return made.properties != nil && !isItem
  }

  private mutating func keepNamespaces(of element: MarkupElement, in made: inout RDFaElement) {
    var index = 0
    while let name = element.attributeName(at: index), made.namespaces.count < 16 {
      if let prefix = keep(name.bytes(behind: "xmlns:")),
        let address = keep(element.value(at: index))
      {
        made.namespaces.append((prefix, address))
      }
      index += 1
    }
  }

  static func hasColon(_ value: MarkupBytes?) -> Bool {
    guard let value else { return false }
    return (0..<value.count).contains { value[$0] == UInt8(ascii: ":") }
  }
}
