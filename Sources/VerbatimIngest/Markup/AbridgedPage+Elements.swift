/// What the parser makes of the elements of a page, as far as their tags alone tell it.
extension AbridgedPage {
  /// Behind an element that neither closes another nor leaves one open: a picture, or a span with
  /// words alone; nil for all others.
  ///
  /// Source: libxml2's table of what start tags close (`htmlStartClose`), in which `img` and `span`
  /// stand for the head alone, and `picture` and `source` not at all.
  func endOfIdle(_ tag: PageTag, _ span: Span<UInt8>) -> Int? {
    if named("img", tag.name, span) { return tag.end }
    guard !tag.isClosed else { return nil }
    if named("span", tag.name, span) {
      var at = tag.end
      while at < span.count, span[at] != UInt8(ascii: "<") {
        at = Self.tags.first(in: span, from: at + 1)
      }
      return endOfEndTag("span", span, at)
    }
    guard named("picture", tag.name, span) else { return nil }
    var at = tag.end
    while at + 1 < span.count {
      if PageTag.isBlank(span[at]) {
        at += 1
        continue
      }
      guard span[at] == UInt8(ascii: "<"), PageTag.isLetter(span[at + 1]) else { break }
      guard let inner = PageTag(span, at), !isWorthKeeping(inner, span), !holdsText(inner),
        named("source", inner.name, span) || named("img", inner.name, span)
      else { return nil }
      at = inner.end
    }
    return endOfEndTag("picture", span, at)
  }

  /// Behind the end tag of a name at `start`; nil when another thing stands there.
  private func endOfEndTag(_ name: StaticString, _ span: Span<UInt8>, _ start: Int) -> Int? {
    let end = start + 2 + name.utf8CodeUnitCount
    guard end < span.count, span[start] == UInt8(ascii: "<"),
      span[start + 1] == UInt8(ascii: "/"), span[end] == UInt8(ascii: ">"),
      named(name, start + 2..<end, span)
    else { return nil }
    return end + 1
  }

  func named(_ name: StaticString, _ range: Range<Int>, _ span: Span<UInt8>) -> Bool {
    PageTag.equals(span, range.lowerBound, range.upperBound, name)
  }

  func isSame(_ left: Range<Int>, _ right: Range<Int>, _ span: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where PageTag.small(span[left.lowerBound + offset])
      != PageTag.small(span[right.lowerBound + offset])
    {
      return false
    }
    return true
  }

  func isTrailing(_ name: Range<Int>, _ span: Span<UInt8>) -> Bool {
    PageTag.kind(span, name) == .trailing
  }
}
