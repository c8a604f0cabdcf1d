/// What of a page matters when all its data stand in JSON-LD: a document with `html`, `base`, `link`
/// and the scripts of JSON-LD, each on the line on which it stands in the page.
///
/// Most shops' pages are such, and the parser would spend its time on boxes and menus that say
/// nothing. A page with microdata, RDFa or microformats, or one whose tags cannot be told apart with
/// certainty, has no skeleton; the former is abridged (``AbridgedPage``).
struct PageSkeleton {
  /// The document.
  private(set) var bytes: [UInt8] = []

  /// The shortest page that is worth it, in bytes: shorter ones are parsed as fast.
  static let shortestPage = 4096

  /// Goes through a page once; nil when it must be parsed otherwise, or is shorter than `shortest`.
  init?(_ page: [UInt8], shortest: Int = shortestPage) {
    guard page.count > shortest, !Self.holdsNoncharacter(page) else { return nil }
    bytes.reserveCapacity(page.count / 4)
    let span = page.span
    var at = 0
    var hasTag = false
    var hasEnded = false
    while at < span.count {
      let byte = span[at]
      if byte != UInt8(ascii: "<") {
        if byte == 0x0A { bytes.append(byte) }
        // Words open a body, as tags do, if the parser takes them for words.
        guard hasTag || !PageTag.isControl(byte) else { return nil }
        hasTag = hasTag || !PageTag.isBlank(byte)
        at += 1
        continue
      }
      guard at + 1 < span.count else { return }
      if PageTag.isLetter(span[at + 1]) {
        guard let tag = PageTag(span, at), !Self.isTelling(tag) else { return nil }
        // The parser passes over an `html` behind other tags, and over all behind the end of one.
        guard !hasEnded, !hasTag || !tag.name.is("html") else { return nil }
        hasTag = true
        at = take(tag, span, at)
        guard at > 0 else { return nil }
      } else {
        guard let end = Self.endOfOther(span, at) else { return nil }
        // To libxml2 an end tag before anything is the page's end.
        guard hasTag || span[at + 1] != UInt8(ascii: "/") else { return nil }
        hasEnded = hasEnded || (end > at + 6 && Self.isNamed("/html", at + 1..<at + 6, span))
        keepLines(span, at, end)
        at = end
      }
    }
  }

  private static func isNamed(
    _ name: StaticString,
    _ range: Range<Int>,
    _ span: Span<UInt8>
  ) -> Bool {
    PageTag.equals(span, range.lowerBound, range.upperBound, name)
  }

  /// Whether a page has a NUL, which ends what libxml2 reads of a text, or U+FFFE or U+FFFF, by which
  /// it may take the page's encoding for another.
  static func holdsNoncharacter(_ page: [UInt8]) -> Bool {
    // Safety: the buffer lives for the calls.
    let (hasNUL, mayHaveMore) = unsafe page.withUnsafeBufferPointer {
      unsafe (ByteFinder.contains(0, in: $0), ByteFinder.contains(0xEF, in: $0))
    }
    guard mayHaveMore, !hasNUL, page.count > 2 else { return hasNUL }
    let span = page.span
    for at in 0..<span.count - 2
    where span[at] == 0xEF && span[at + 1] == 0xBF && span[at + 2] >= 0xBE {
      return true
    }
    return false
  }

  /// Behind what a "<" begins that is no start tag: an end tag, a declaration, an instruction, or
  /// the "<" alone; nil where it cannot be told.
  static func endOfOther(_ span: Span<UInt8>, _ start: Int) -> Int? {
    switch span[start + 1] {
    case UInt8(ascii: "/"): return endOfEndTag(span, start)
    case UInt8(ascii: "!"): return endOfDeclaration(span, start)
    case UInt8(ascii: "?"):
      guard start + 2 < span.count, PageTag.isLetter(span[start + 2]) else { return nil }
      for at in start..<span.count where span[at] == UInt8(ascii: ">") { return at + 1 }
      return nil
    case UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."): return nil
    default: return start + 1
    }
  }

  /// Whether a tag carries data that only a parser can read.
  private static func isTelling(_ tag: PageTag) -> Bool {
    !tag.marks.isDisjoint(with: [.itemscope, .schemaProperty, .rdfa, .microformat])
      || tag.kind == .plaintext
  }

  /// Keeps or drops an element's start, with its text where that is raw; gives the place behind it,
  /// or -1 when the text has no end.
  private mutating func take(_ tag: PageTag, _ span: Span<UInt8>, _ start: Int) -> Int {
    if Self.isRaw(tag) {
      guard let end = Self.endOfRaw(span, tag.end, tag.kind) else { return -1 }
      if tag.kind == .script, tag.marks.contains(.dataType) {
        keep(span, start, end)
        bytes.append(contentsOf: "</script>".utf8)
      } else {
        keepLines(span, start, end)
      }
      return end
    }
    if tag.name.is("html") || tag.name.is("base") || tag.name.is("link") {
      keep(span, start, tag.end)
    } else {
      keepLines(span, start, tag.end)
    }
    return tag.end
  }

  private mutating func keep(_ span: Span<UInt8>, _ start: Int, _ end: Int) {
    for at in start..<end { bytes.append(span[at]) }
  }

  private mutating func keepLines(_ span: Span<UInt8>, _ start: Int, _ end: Int) {
    for at in start..<end where span[at] == 0x0A { bytes.append(0x0A) }
  }

  /// Whether what follows a tag is text up to the element's own end tag.
  static func isRaw(_ tag: PageTag) -> Bool {
    !tag.isClosed && (tag.kind == .script || tag.kind == .style)
  }

  /// Behind a comment or a document type; nil for one without an end, for one that a parser may
  /// end elsewhere, and for what is neither.
  static func endOfDeclaration(_ span: Span<UInt8>, _ start: Int) -> Int? {
    guard start + 3 < span.count else { return nil }
    guard isComment(span, start) else {
      // Of any other declaration libxml2 reads the rest as words and tags.
      guard start + 9 < span.count, isNamed("doctype", start + 2..<start + 9, span) else {
        return nil
      }
      // A ">" inside of quotes ends it or not, by where the quotes stand.
      var quote: UInt8 = 0
      for at in start..<span.count {
        let byte = span[at]
        if byte == UInt8(ascii: ">") { return quote == 0 ? at + 1 : nil }
        if byte == UInt8(ascii: "<"), at > start { return nil }
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        }
      }
      return nil
    }
    // `<!-->`, `<!--->` and `--!>` are read in two ways.
    var at = start + 4
    guard at + 1 < span.count, span[at] != UInt8(ascii: ">"),
      span[at] != UInt8(ascii: "-") || span[at + 1] != UInt8(ascii: ">")
    else { return nil }
    while at + 2 < span.count {
      if span[at] == UInt8(ascii: "-"), span[at + 1] == UInt8(ascii: "-") {
        if span[at + 2] == UInt8(ascii: ">") { return at + 3 }
        if span[at + 2] == UInt8(ascii: "!") { return nil }
      }
      at += 1
    }
    return nil
  }

  /// Whether a "<!" opens a comment.
  static func isComment(_ span: Span<UInt8>, _ start: Int) -> Bool {
    start + 3 < span.count && span[start + 2] == UInt8(ascii: "-")
      && span[start + 3] == UInt8(ascii: "-")
  }

  /// Behind an end tag, which reaches to the next ">" whatever stands between; behind the "</" alone
  /// where no name follows; nil for one without an end.
  static func endOfEndTag(_ span: Span<UInt8>, _ start: Int) -> Int? {
    var at = start + 2
    guard at < span.count else { return nil }
    guard PageTag.isNameStart(span[at]) else { return at }
    let finder = ByteFinder(UInt8(ascii: ">"))
    at = finder.first(in: span, from: at)
    while at < span.count, span[at] != UInt8(ascii: ">") {
      at = finder.first(in: span, from: at + 1)
    }
    return at < span.count ? at + 1 : nil
  }

  /// Where the end tag of a raw text begins; nil when it has none, or one that only begins like it.
  static func endOfRaw(_ span: Span<UInt8>, _ start: Int, _ kind: PageTag.Kind) -> Int? {
    let name: StaticString = kind == .style ? "style" : "script"
    let count = name.utf8CodeUnitCount
    let finder = ByteFinder(UInt8(ascii: "<"))
    var at = finder.first(in: span, from: start)
    while at + count + 2 < span.count {
      if span[at] == UInt8(ascii: "<"), span[at + 1] == UInt8(ascii: "/"),
        PageTag.equals(span, at + 2, at + 2 + count, name)
      {
        return PageTag.isName(span[at + 2 + count]) ? nil : at
      }
      at = finder.first(in: span, from: at + 1)
    }
    return nil
  }
}
