/// The elements of a page's body that are left out: those that hold no data and whose tags pair up.
///
/// The tag of an element that may be such waits until another inside of it is kept, or its end tag
/// comes. Leaving it out changes nothing only if its start tag ends no other element, which can be
/// told where the element around it is known.
extension AbridgedPage {
  /// An element that is open.
  struct OpenElement {
    var name: TagName
    var rule: ElementRule
    /// How many line feeds stand before it and in it that the abridged page lacks.
    var lines: Int
    /// Whether it is known to have ended no other.
    var endedNone: Bool
  }

  /// How many open elements are followed.
  private static var mostKnown: Int { 512 }

  /// Whether a start tag may end the innermost open element.
  func mayEnd(_ rule: ElementRule) -> Bool {
    known.last.map { rule.mayEnd($0.rule) } ?? (rule.ends != 0)
  }

  /// Passes the start tag of an element of the body that says nothing.
  mutating func pass(_ tag: PageTag, _ span: Span<UInt8>) {
    lines += tag.lines
    let mayEnd = mayEnd(tag.rule)
    let isEmpty = tag.kind == .empty || tag.isClosed
    if mayEnd || (!isEmpty && known.count >= Self.mostKnown) {
      writeKnown(span)
      forget()
    }
    guard isEmpty else {
      note(tag, endedNone: !mayEnd)
      return
    }
    if mayEnd { write(tag, span) }
  }

  /// Writes a start tag that says nothing, with the line feeds that are owed.
  mutating func write(_ tag: PageTag, _ span: Span<UInt8>) {
    write(tag.name, span)
    writeLines()
    if tag.isClosed { bytes.append(UInt8(ascii: "/")) }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Notes an element that the abridged page holds, if it stays open.
  mutating func note(_ tag: PageTag) {
    guard tag.kind != .empty, !tag.isClosed, tag.kind != .outline else { return }
    if known.count >= Self.mostKnown { forget() }
    note(tag, endedNone: true)
    written = known.count
  }

  private mutating func note(_ tag: PageTag, endedNone: Bool) {
    known.append(
      OpenElement(
        name: tag.name,
        rule: tag.rule,
        lines: lines,
        endedNone: endedNone
      )
    )
    lines = 0
  }

  /// Closes the element of an end tag, and those inside that have no end tag; writes the end tag
  /// where the start tag is written, or may end others.
  mutating func close(_ name: TagName, _ span: Span<UInt8>) {
    var depth = known.count - 1
    while depth >= 0, known[depth].rule.kind == .open, !known[depth].name.isSame(as: name, in: span)
    {
      depth -= 1
    }
    guard depth >= 0, known[depth].name.isSame(as: name, in: span) else {
      writeKnown(span)
      forget()
      writeEnd(name, span)
      return
    }
    if depth >= written, !known[depth].endedNone { writeKnown(span) }
    if depth < written {
      writeLines()
      writeEnd(name, span)
    }
    while known.count > depth {
      let inner = known.removeLast()
      if known.count >= written { lines += inner.lines }
    }
    written = min(written, depth)
  }

  /// Writes the tags that wait.
  mutating func writeKnown(_ span: Span<UInt8>) {
    let behind = lines
    for index in written..<known.count {
      lines = known[index].lines
      writeLines()
      write(known[index].name, span)
      bytes.append(UInt8(ascii: ">"))
    }
    written = known.count
    lines = behind
    writeLines()
  }

  /// Forgets what is open, none of which waits.
  mutating func forget() {
    known.removeAll(keepingCapacity: true)
    written = 0
  }

  mutating func writeLines() {
    for _ in 0..<lines { bytes.append(0x0A) }
    lines = 0
  }

  /// Writes a start tag without its ">".
  private mutating func write(_ name: TagName, _ span: Span<UInt8>) {
    bytes.append(UInt8(ascii: "<"))
    for at in name.range { bytes.append(span[at]) }
  }

  private mutating func writeEnd(_ name: TagName, _ span: Span<UInt8>) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    for at in name.range { bytes.append(span[at]) }
    bytes.append(UInt8(ascii: ">"))
  }
}
