/// A page with what says nothing of its data taken out: the same elements in the same order, each on
/// its line, but without the attributes and the words that no property holds.
///
/// Most of a shop's page is menus, pictures and words around the reviews, and a parser spends its
/// time on their attributes and entities. What decides how elements close one another are their
/// names, and where words stand where none belong; so every tag stays, and of words one letter. The
/// collector finds the same in the abridged page as in the whole one, by construction and by test:
///
/// - a tag with an attribute that may carry data stays as it is;
/// - inside of an element whose text is a property's value, and of a microformat, all stays, up to
///   the element's own end tag where the tags between pair up, else to the page's end;
/// - white space stays where there is enough of it to count as words to libxml2;
/// - inside of the body, where words and pictures open and close nothing, they go without a trace.
struct AbridgedPage {
  /// The page.
  private(set) var bytes: [UInt8] = []
  private let page: [UInt8]
  /// The names of the elements that are open around and inside of a text that is kept.
  private var open: [Range<Int>] = []
  /// Where what is kept begins; -1 outside.
  private var keptFrom = -1
  /// Whether relations may wait for addresses that stand inside of them.
  private var hasRDFa = false
  /// Whether the body was opened by its own tag, and nothing closed it since.
  private var isInBody = false

  /// libxml2 looks at so many bytes of text at once (`HTML_PARSER_BIG_BUFFER_SIZE`): white space in
  /// the head that is longer counts as words.
  private static let longestBlank = 1000

  /// Finds the next tag, or the end of a line.
  static var tags: ByteFinder { ByteFinder(UInt8(ascii: "<")) }

  /// How deep elements inside of a text are followed.
  private static let deepest = 256

  /// Goes through a page once; nil when it must be parsed whole, or is shorter than `shortest`.
  init?(_ page: [UInt8], shortest: Int = PageSkeleton.shortestPage) {
    guard page.count > shortest, !PageSkeleton.holdsNUL(page) else { return nil }
    self.page = page
    bytes.reserveCapacity(page.count / 2)
    let span = page.span
    var at = 0
    while at < span.count {
      guard let end = take(span, at) else { return nil }
      at = end
    }
    if keptFrom >= 0 { bytes.append(contentsOf: page[keptFrom...]) }
  }

  /// Takes what begins at `start`; the place behind it, or nil when it cannot be told where it ends.
  private mutating func take(_ span: Span<UInt8>, _ start: Int) -> Int? {
    guard span[start] == UInt8(ascii: "<") else { return takeWords(span, start) }
    guard start + 1 < span.count else { return takeWhole(start, span.count) }
    if PageTag.isLetter(span[start + 1]) {
      guard let tag = PageTag(span, start) else { return nil }
      return takeStart(tag, span, start)
    }
    guard let end = PageSkeleton.endOfOther(span, start) else { return nil }
    if span[start + 1] == UInt8(ascii: "/") { return takeEnd(span, start, end) }
    guard keptFrom < 0 else { return end }
    if isInBody {
      keepLines(span, start, end)
    } else if end == start + 1 {
      // A "<" that opens nothing is a letter; the blank keeps it from what follows.
      bytes.append(contentsOf: "< ".utf8)
    } else if PageSkeleton.isComment(span, start) {
      bytes.append(contentsOf: "<!--".utf8)
      keepLines(span, start, end)
      bytes.append(contentsOf: "-->".utf8)
    } else {
      bytes.append(contentsOf: page[start..<end])
    }
    return end
  }

  /// Keeps bytes as they are.
  private mutating func takeWhole(_ start: Int, _ end: Int) -> Int {
    if keptFrom < 0 { bytes.append(contentsOf: page[start..<end]) }
    return end
  }

  private mutating func keepLines(_ span: Span<UInt8>, _ start: Int, _ end: Int) {
    for at in start..<end where span[at] == 0x0A { bytes.append(0x0A) }
  }

  /// Takes text up to the next "<": of words one letter.
  private mutating func takeWords(_ span: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    guard keptFrom < 0 else {
      while at < span.count, span[at] != UInt8(ascii: "<") {
        at = Self.tags.first(in: span, from: at + 1)
      }
      return at
    }
    let before = bytes.count
    var hasWords = false
    while at < span.count {
      let byte = span[at]
      if byte == UInt8(ascii: "<") { break }
      if byte == 0x0A { bytes.append(byte) }
      hasWords = hasWords || !PageTag.isBlank(byte)
      at = hasWords ? Self.tags.first(in: span, from: at + 1) : at + 1
    }
    if isInBody { return at }
    if hasWords {
      bytes.append(UInt8(ascii: "x"))
    } else if at - start >= Self.longestBlank {
      bytes.removeLast(bytes.count - before)
      bytes.append(contentsOf: page[start..<at])
    }
    return at
  }

  // MARK: Tags

  private mutating func takeStart(_ tag: PageTag, _ span: Span<UInt8>, _ start: Int) -> Int? {
    var end = tag.end
    if PageSkeleton.isRaw(tag) {
      guard let raw = PageSkeleton.endOfRaw(span, tag.end, tag.kind) else { return nil }
      end = raw
    }
    if !tag.marks.isDisjoint(with: [.rdfa, .prefix, .prefixedRelation]) { hasRDFa = true }
    guard keptFrom < 0 else {
      if tag.kind == .outline || open.count >= Self.deepest {
        return keepRest(span)
      }
      if !tag.isClosed, tag.kind != .empty, tag.kind != .open { open.append(tag.name) }
      return end
    }
    if holdsText(tag) {
      keptFrom = start
      if tag.kind == .outline || tag.kind == .open { return keepRest(span) }
      open = [tag.name]
      return end
    }
    if isWorthKeeping(tag, span) {
      bytes.append(contentsOf: page[start..<tag.end])
    } else if isInBody, let end = endOfIdle(tag, span) {
      keepLines(span, start, end)
      return end
    } else {
      bytes.append(UInt8(ascii: "<"))
      for at in tag.name { bytes.append(span[at]) }
      for _ in 0..<tag.lines { bytes.append(0x0A) }
      if tag.isClosed { bytes.append(UInt8(ascii: "/")) }
      bytes.append(UInt8(ascii: ">"))
    }
    if named("body", tag.name, span) { isInBody = true }
    if named("frameset", tag.name, span) { isInBody = false }
    if tag.kind == .script, tag.marks.contains(.dataType) { return takeWhole(tag.end, end) }
    keepLines(span, tag.end, end)
    return end
  }

  /// Whether the text of the element may be the value of a property, or belong to a microformat.
  func holdsText(_ tag: PageTag) -> Bool {
    guard !tag.isClosed, tag.kind != .empty else { return false }
    if !tag.marks.isDisjoint(with: [.property, .microformat]) { return true }
    return tag.marks.contains(.itemprop) && !tag.marks.contains(.itemscope)
  }

  /// Whether a tag says something outside of texts.
  func isWorthKeeping(_ tag: PageTag, _ span: Span<UInt8>) -> Bool {
    if !tag.marks.isDisjoint(with: Self.data) { return true }
    if hasRDFa, tag.marks.contains(.address) { return true }
    if tag.kind == .script { return tag.marks.contains(.dataType) }
    return tag.kind == .empty && named("base", tag.name, span)
  }

  private static let data: PageTag.Marks = [
    .itemscope, .itemprop, .property, .rdfa, .prefix, .rel, .state, .microformat,
  ]

  /// Keeps the page from where a text began to its end.
  private mutating func keepRest(_ span: Span<UInt8>) -> Int {
    open = []
    return span.count
  }

  private mutating func takeEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var nameEnd = start + 2
    while nameEnd < end, PageTag.isName(span[nameEnd]) { nameEnd += 1 }
    let name = start + 2..<nameEnd
    if named("body", name, span) || named("html", name, span) { isInBody = false }
    guard keptFrom < 0 else {
      guard let depth = depth(of: name, span) else { return keepRest(span) }
      guard depth < open.count else { return end }
      open.removeLast(open.count - depth)
      if depth == 0 {
        bytes.append(contentsOf: page[keptFrom..<end])
        keptFrom = -1
      }
      return end
    }
    for at in start..<nameEnd { bytes.append(span[at]) }
    if name.isEmpty {
      bytes.append(0x20)
    } else {
      keepLines(span, nameEnd, end)
      bytes.append(UInt8(ascii: ">"))
    }
    return end
  }

  /// How many elements stay open behind an end tag: all when it ends none of them; nil when the
  /// parser may see it otherwise.
  ///
  /// Over an element whose end tag may be left out an end tag reaches, unless it has the name of the
  /// element whose text is kept: the end tag of that would not be told from its own.
  private func depth(of name: Range<Int>, _ span: Span<UInt8>) -> Int? {
    var depth = open.count
    while depth > 0 {
      if isSame(open[depth - 1], name, span) { return depth - 1 }
      guard isTrailing(open[depth - 1], span), !isSame(open[depth - 1], open[0], span) else {
        break
      }
      depth -= 1
    }
    let isOpen = open.contains { isSame($0, name, span) }
    return isOpen ? nil : open.count
  }
}
