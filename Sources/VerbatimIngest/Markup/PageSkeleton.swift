/// What of a page matters when all its data stand in JSON-LD: a document with `html`, `base`, `link`
/// and the scripts of JSON-LD, each on the line on which it stands in the page.
///
/// Most shops' pages are such, and the parser would spend its time on boxes and menus that say
/// nothing. A page with microdata, RDFa or microformats, or one whose tags cannot be told apart with
/// certainty, has no skeleton.
struct PageSkeleton {
  /// The document.
  private(set) var bytes: [UInt8] = []

  /// Goes through a page once; nil when it must be parsed whole.
  init?(_ page: [UInt8]) {
    // A short page is parsed as fast.
    guard page.count > 4096 else { return nil }
    bytes.reserveCapacity(page.count / 4)
    let span = page.span
    var at = 0
    while at < span.count {
      let byte = span[at]
      if byte != UInt8(ascii: "<") {
        if byte == 0x0A { bytes.append(byte) }
        guard byte != 0 else { return nil }
        at += 1
        continue
      }
      guard at + 1 < span.count else { return }
      let next = span[at + 1]
      if next == UInt8(ascii: "!") {
        guard let end = Self.endOfDeclaration(span, at) else { return nil }
        keepLines(span, at, end)
        at = end
      } else if Self.isLetter(next) {
        guard let tag = Tag(span, at), !tag.isTelling else { return nil }
        at = take(tag, span, at)
        guard at > 0 else { return nil }
      } else {
        at += 1
      }
    }
  }

  /// Keeps or drops an element's start, with its text where that is raw; gives the place behind it,
  /// or -1 when the text has no end.
  private mutating func take(_ tag: Tag, _ span: Span<UInt8>, _ start: Int) -> Int {
    switch tag.kind {
    case .other:
      keepLines(span, start, tag.end)
      return tag.end
    case .kept:
      keep(span, start, tag.end)
      return tag.end
    case .data, .raw(_):
      let name = tag.rawName
      guard let end = Self.endOfRaw(span, tag.end, name) else { return -1 }
      if case .data = tag.kind {
        keep(span, start, end)
        bytes.append(contentsOf: "</script>".utf8)
      } else {
        keepLines(span, start, end)
      }
      return end
    }
  }

  private mutating func keep(_ span: Span<UInt8>, _ start: Int, _ end: Int) {
    for at in start..<end { bytes.append(span[at]) }
  }

  private mutating func keepLines(_ span: Span<UInt8>, _ start: Int, _ end: Int) {
    for at in start..<end where span[at] == 0x0A { bytes.append(0x0A) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// Behind a comment or a document type; nil for one without an end, and for what is neither.
  private static func endOfDeclaration(_ span: Span<UInt8>, _ start: Int) -> Int? {
    let isComment =
      start + 3 < span.count && span[start + 2] == UInt8(ascii: "-")
      && span[start + 3] == UInt8(ascii: "-")
    guard isComment else {
      guard start + 2 < span.count, isLetter(span[start + 2]) else { return nil }
      var at = start
      while at < span.count, span[at] != UInt8(ascii: ">") { at += 1 }
      return at < span.count ? at + 1 : nil
    }
    // `<!-->` and `--!>` are read in two ways.
    var at = start + 4
    guard at < span.count, span[at] != UInt8(ascii: ">") else { return nil }
    while at + 2 < span.count {
      if span[at] == UInt8(ascii: "-"), span[at + 1] == UInt8(ascii: "-") {
        if span[at + 2] == UInt8(ascii: ">") { return at + 3 }
        if span[at + 2] == UInt8(ascii: "!") { return nil }
      }
      at += 1
    }
    return nil
  }

  /// Where the end tag of a raw text begins; nil when it has none.
  private static func endOfRaw(_ span: Span<UInt8>, _ start: Int, _ name: StaticString) -> Int? {
    let count = name.utf8CodeUnitCount
    var at = start
    while at + count + 1 < span.count {
      if span[at] == UInt8(ascii: "<"), span[at + 1] == UInt8(ascii: "/"),
        Tag.equals(span, at + 2, at + 2 + count, name)
      {
        return at
      }
      at += 1
    }
    return nil
  }
}

extension PageSkeleton {
  /// A start tag.
  struct Tag {
    enum Kind: Equatable {
      case other
      /// A tag that says something of the page.
      case kept
      /// A script of JSON-LD.
      case data
      /// An element whose text is none of the page's: a script when true, else a style.
      case raw(Bool)
    }

    private(set) var kind = Kind.other
    /// One past its ">".
    private(set) var end = 0
    /// Whether it carries data that only a parser can read.
    private(set) var isTelling = false

    /// The name that ends its raw text.
    var rawName: StaticString { kind == .raw(false) ? "style" : "script" }

    /// Reads a tag as HTML's tokenizer does; nil when it has no end.
    init?(_ span: Span<UInt8>, _ start: Int) {
      var at = start + 1
      while at < span.count, Self.isName(span[at]) { at += 1 }
      let name = start + 1..<at
      let isScript = Self.equals(span, name.lowerBound, name.upperBound, "script")
      if isScript {
        kind = .raw(true)
      } else if Self.equals(span, name.lowerBound, name.upperBound, "style") {
        kind = .raw(false)
      } else if Self.equals(span, name.lowerBound, name.upperBound, "html")
        || Self.equals(span, name.lowerBound, name.upperBound, "base")
        || Self.equals(span, name.lowerBound, name.upperBound, "link")
      {
        kind = .kept
      } else if Self.equals(span, name.lowerBound, name.upperBound, "plaintext") {
        return nil
      }
      while at < span.count {
        let byte = span[at]
        if byte == UInt8(ascii: ">") {
          end = at + 1
          return
        }
        guard byte > 0x20, byte != UInt8(ascii: "/") else {
          at += 1
          continue
        }
        // A new tag inside one, and a quote where a name belongs, are read in two ways.
        guard byte != UInt8(ascii: "<"), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "'"),
          byte != UInt8(ascii: "=")
        else { return nil }
        guard readAttribute(span, &at, isScript) else { return nil }
      }
      return nil
    }

    /// Reads an attribute; false when its value has no end.
    private mutating func readAttribute(
      _ span: Span<UInt8>,
      _ at: inout Int,
      _ isScript: Bool
    ) -> Bool {
      let nameStart = at
      while at < span.count, Self.isName(span[at]) { at += 1 }
      let nameEnd = at
      var value = at..<at
      while at < span.count, span[at] <= 0x20 { at += 1 }
      if at < span.count, span[at] == UInt8(ascii: "=") {
        at += 1
        while at < span.count, span[at] <= 0x20 { at += 1 }
        guard at < span.count else { return false }
        let quote = span[at]
        let start: Int
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          at += 1
          start = at
          while at < span.count, span[at] != quote { at += 1 }
          guard at < span.count else { return false }
          value = start..<at
          at += 1
        } else {
          start = at
          while at < span.count, span[at] > 0x20, span[at] != UInt8(ascii: ">") { at += 1 }
          value = start..<at
        }
      }
      note(span, nameStart, nameEnd, value, isScript)
      return true
    }

    private mutating func note(
      _ span: Span<UInt8>,
      _ start: Int,
      _ end: Int,
      _ value: Range<Int>,
      _ isScript: Bool
    ) {
      switch span[start] | 0x20 {
      case UInt8(ascii: "i"):
        isTelling = isTelling || Self.equals(span, start, end, "itemscope")
      case UInt8(ascii: "v"):
        isTelling = isTelling || Self.equals(span, start, end, "vocab")
      case UInt8(ascii: "a"):
        isTelling = isTelling || Self.equals(span, start, end, "about")
      case UInt8(ascii: "r"):
        isTelling =
          isTelling || Self.equals(span, start, end, "resource")
          || Self.equals(span, start, end, "rev")
      case UInt8(ascii: "p"):
        // Of RDFa's names only those of schema.org and its forerunner matter; `og:` are of others.
        guard Self.equals(span, start, end, "property"), value.count > 1 else { break }
        let first = span[value.lowerBound] | 0x20
        isTelling =
          isTelling || [UInt8(ascii: "s"), UInt8(ascii: "v"), UInt8(ascii: "h")].contains(first)
      case UInt8(ascii: "t"):
        isTelling = isTelling || Self.equals(span, start, end, "typeof")
        if isScript, Self.equals(span, start, end, "type"), !isPlainScript(span, value) {
          kind = .data
        }
      case UInt8(ascii: "c"):
        if Self.equals(span, start, end, "class"), Self.hasMicroformat(span, value) {
          isTelling = true
        }
      default: break
      }
    }

    /// Whether a script's type begins as no JSON-LD does; the parser decides about all others.
    private func isPlainScript(_ span: Span<UInt8>, _ value: Range<Int>) -> Bool {
      var at = value.lowerBound
      while at < value.upperBound, span[at] <= 0x20 { at += 1 }
      guard at < value.upperBound else { return true }
      for place in at..<value.upperBound where span[place] == UInt8(ascii: "&") { return false }
      return !Self.equals(span, at, min(at + 14, value.upperBound), "application/ld")
    }

    /// Whether a class is the root of a microformat; more than the roots makes no harm.
    private static func hasMicroformat(_ span: Span<UInt8>, _ value: Range<Int>) -> Bool {
      var isStart = true
      for at in value {
        let byte = span[at]
        if byte <= 0x20 || byte == UInt8(ascii: "&") {
          isStart = true
          continue
        }
        if isStart, byte == UInt8(ascii: "h") {
          for root in roots where equals(span, at, min(at + 4, value.upperBound), root) {
            return true
          }
        }
        isStart = false
      }
      return false
    }

    /// The first four letters of `h-review`, `h-product`, `h-entry`, `h-feed`, `hreview`, `hproduct`,
    /// `hentry`, `hfeed`, and of the items that reviews are of.
    private static let roots: [StaticString] = [
      "h-re", "h-pr", "h-en", "h-fe", "h-it", "h-ca", "h-ev", "hrev", "hpro", "hent", "hfee",
    ]

    /// Whether bytes are a name in small letters, whatever their case.
    static func equals(_ span: Span<UInt8>, _ start: Int, _ end: Int, _ name: StaticString) -> Bool
    {
      guard end - start == name.utf8CodeUnitCount, end <= span.count else { return false }
      return name.withUTF8Buffer { letters in
        // Safety: as many letters as the range has bytes.
        for index in 0..<(end - start) {
          let byte = span[start + index]
          let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
          guard unsafe (isCapital ? byte | 0x20 : byte) == letters[index] else { return false }
        }
        return true
      }
    }

    private static func isName(_ byte: UInt8) -> Bool {
      byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
        && byte != UInt8(ascii: "=")
    }
  }
}
