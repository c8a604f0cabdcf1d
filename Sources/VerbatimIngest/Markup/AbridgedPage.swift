/// A page with what says nothing of its data taken out: the elements that hold data and those around
/// them, each on its line, but without the attributes and the words that no property holds.
///
/// Most of a shop's page is menus, pictures and words around the reviews, and a parser spends its
/// time on their tags, attributes and entities. What decides how elements close one another are their
/// names, and where words stand where none belong; so every tag stays that may close another or
/// leave one open, and of words one letter. The collector finds the same in the abridged page as in
/// the whole one, by construction and by test:
///
/// - a tag with an attribute that may carry data stays as it is;
/// - inside of an element whose text is a property's value, and of a microformat, all stays, up to
///   the element's own end tag where nothing between may outlast that, else to the page's end;
/// - white space stays where there is enough of it to count as words to libxml2;
/// - inside of the body, where words open and close nothing, they go without a trace, and so do
///   elements that hold no data and whose tags pair up.
struct AbridgedPage {
  /// The page.
  var bytes: [UInt8] = []
  private let page: [UInt8]
  /// The names of the elements that are open around and inside of a text that is kept.
  private var open: [TagName] = []
  /// Where what is kept begins; -1 outside.
  private var keptFrom = -1
  /// Whether the tags of what is kept pair up, so that it leaves open what was open before.
  private var isPaired = true
  /// Whether the parser may have ended the element whose text is kept before its own end tag comes.
  private var mayBeOver = false
  /// Whether an element with data began since: the own end tag may not be its end.
  private var mayHoldMore = false
  /// Whether relations may wait for addresses that stand inside of them.
  private var hasRDFa = false
  /// Whether the body was opened by its own tag, and nothing closed it since.
  private var isInBody = false
  /// The innermost elements of the body that are open, as far as they are known.
  var known: [OpenElement] = []
  /// How many of those, from the outermost on, stand in the abridged page.
  var written = 0
  /// The line feeds behind what stands there, or behind the last element that is open.
  var lines = 0

  /// libxml2 looks at so many bytes of text at once (`HTML_PARSER_BIG_BUFFER_SIZE`): white space in
  /// the head that is longer counts as words.
  private static let longestBlank = 1000

  /// Finds the next tag, or the end of a line.
  private static var tags: ByteFinder { ByteFinder(UInt8(ascii: "<")) }

  /// How deep elements inside of a text are followed.
  private static let deepest = 256

  /// Goes through a page once; nil when it must be parsed whole, or is shorter than `shortest`.
  init?(_ page: [UInt8], shortest: Int = PageSkeleton.shortestPage) {
    guard page.count > shortest, !PageSkeleton.holdsNoncharacter(page) else { return nil }
    self.page = page
    bytes.reserveCapacity(page.count / 2)
    let span = page.span
    var at = 0
    while at < span.count {
      guard let end = take(span, at) else { return nil }
      at = end
    }
    if keptFrom >= 0 { bytes.append(contentsOf: page[keptFrom...]) }
    writeKnown(span)
  }

  /// Takes what begins at `start`; the place behind it, or nil when it cannot be told where it ends.
  private mutating func take(_ span: Span<UInt8>, _ start: Int) -> Int? {
    guard span[start] == UInt8(ascii: "<") else { return takeWords(span, start) }
    guard start + 1 < span.count else {
      return isInBody ? span.count : takeWhole(start, span.count)
    }
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

  /// Keeps the line feeds among bytes: at once where white space may matter.
  private mutating func keepLines(_ span: Span<UInt8>, _ start: Int, _ end: Int) {
    let part = span.extracting(start..<end)
    var at = 0
    while at < part.count {
      if part[at] == 0x0A { lines += 1 }
      at = ByteFinder(0x0A).first(in: part, from: at + 1)
    }
    if !isInBody { writeLines() }
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
    if isInBody {
      while at < span.count, span[at] != UInt8(ascii: "<") {
        if span[at] == 0x0A { lines += 1 }
        at = Self.tags.first(in: span, from: at + 1)
      }
      return at
    }
    let before = bytes.count
    var hasWords = false
    var hasControl = false
    while at < span.count {
      let byte = span[at]
      if byte == UInt8(ascii: "<") { break }
      if byte == 0x0A { bytes.append(byte) }
      hasWords = hasWords || !PageTag.isBlank(byte)
      hasControl = hasControl || PageTag.isControl(byte)
      at += 1
    }
    if hasControl {
      bytes.removeLast(bytes.count - before)
      bytes.append(contentsOf: page[start..<at])
    } else if hasWords {
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
      isPaired = isPaired && open.last.map { !tag.rule.mayEnd($0.rule) } ?? false
      mayBeOver = mayBeOver || tag.rule.mayEnd(open[0].rule)
      mayHoldMore =
        mayHoldMore || mayBeOver && (tag.holdsText || tag.isTelling(besideRDFa: hasRDFa))
      if !tag.isClosed, tag.kind != .empty, tag.kind != .open { open.append(tag.name) }
      return end
    }
    let isKept = tag.holdsText || tag.isTelling(besideRDFa: hasRDFa)
    if isInBody {
      if !isKept, tag.kind != .outline {
        pass(tag, span)
        keepLines(span, tag.end, end)
        return end
      }
      writeKnown(span)
      if tag.kind == .outline || mayEnd(tag.rule) { forget() }
    }
    if tag.holdsText {
      keptFrom = start
      isPaired = true
      mayBeOver = false
      mayHoldMore = false
      if tag.kind == .outline || tag.kind == .open { return keepRest(span) }
      open = [tag.name]
      return end
    }
    if isKept {
      bytes.append(contentsOf: page[start..<tag.end])
      if isInBody { note(tag) }
    } else {
      lines = tag.lines
      write(tag, span)
    }
    if tag.kind == .outline {
      isInBody = tag.name.is("body") || (isInBody && !tag.name.is("frameset"))
    }
    if tag.kind == .script, tag.marks.contains(.dataType) { return takeWhole(tag.end, end) }
    keepLines(span, tag.end, end)
    return end
  }

  /// Keeps the page from where a text began to its end.
  private func keepRest(_ span: Span<UInt8>) -> Int { span.count }

  private mutating func takeEnd(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    guard end > start + 2 else {
      // A "</" before no name ends nothing; the blank keeps it from what follows.
      if keptFrom < 0, !isInBody { bytes.append(contentsOf: "</ ".utf8) }
      return end
    }
    let name = TagName(span, from: start + 2)
    let endsBody = name.range.count == 4 && (name.is("body") || name.is("html"))
    guard keptFrom < 0 else {
      if endsBody { isInBody = false }
      guard let depth = depth(of: name, span) else { return keepRest(span) }
      isPaired = isPaired && depth == open.count - 1
      guard depth < open.count else {
        // It may end an element around this one.
        mayBeOver = true
        return end
      }
      open.removeLast(open.count - depth)
      if depth == 0 {
        guard !mayHoldMore else { return keepRest(span) }
        bytes.append(contentsOf: page[keptFrom..<end])
        keptFrom = -1
        if !isPaired { forget() }
      }
      return end
    }
    if isInBody {
      guard endsBody else {
        close(name, span)
        keepLines(span, name.range.upperBound, end)
        return end
      }
      writeKnown(span)
      forget()
      isInBody = false
    }
    bytes.append(contentsOf: "</".utf8)
    for at in name.range { bytes.append(span[at]) }
    keepLines(span, name.range.upperBound, end)
    writeLines()
    bytes.append(UInt8(ascii: ">"))
    return end
  }

  /// How many elements stay open behind an end tag: all when it ends none of them; nil when the
  /// parser may see it otherwise.
  ///
  /// Over an element whose end tag may be left out an end tag reaches, unless it has the name of the
  /// element whose text is kept: the end tag of that would not be told from its own.
  private func depth(of name: TagName, _ span: Span<UInt8>) -> Int? {
    var depth = open.count
    while depth > 0 {
      let inner = open[depth - 1]
      if inner.isSame(as: name, in: span) { return depth - 1 }
      guard inner.rule.kind == .trailing, !inner.isSame(as: open[0], in: span) else { break }
      depth -= 1
    }
    let isOpen = open.contains { $0.isSame(as: name, in: span) }
    return isOpen ? nil : open.count
  }
}
