internal import VerbatimCore

extension PageCollector {
  /// The value of a property by the rules of the microdata standard, with `content` allowed on any
  /// element as schema.org's own examples have it; else the text inside.
  mutating func noteValue(
    of element: MarkupElement,
    in node: inout MarkupNode,
    _ flag: inout Flags
  ) {
    let name = element.name
    if let content = element.value(of: "content") {
      node.value = keep(content)
      return
    }
    switch name.first {
    case UInt8(ascii: "m") where name.is("meta"): return
    case UInt8(ascii: "t") where name.is("time"): node.value = keep(element.value(of: "datetime"))
    case UInt8(ascii: "d") where name.is("data"), UInt8(ascii: "m") where name.is("meter"):
      node.value = keep(element.value(of: "value"))
    case UInt8(ascii: "o") where name.is("object"):
      node.value = keep(element.value(of: "data"))
      node.isLink = node.value != nil
    case UInt8(ascii: "i") where name.is("img"):
      node.value = keep(element.value(of: "src"))
      node.isLink = true
      // Inside a text its words are already there.
      let alt = element.value(of: "alt")
      if openTexts == 0 || hidden > 0 { alt?.append(to: &words) }
      node.words = ByteRange(words.count - (alt?.count ?? 0), words.count)
      return
    default:
      let address =
        element.value(of: "resource") ?? element.value(of: "href") ?? element.value(of: "src")
      node.value = keep(address)
      node.isLink = node.value != nil
    }
    guard node.value == nil || node.isLink else { return }
    if name.is("link") { return }
    node.words = ByteRange(words.count, words.count)
    openTexts += 1
    flag.insert(.text)
  }
}
