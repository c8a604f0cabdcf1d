/// A start tag of a page, read as libxml2's tokenizer reads it, with nothing made of it but what its
/// attributes are about.
///
/// What a browser and libxml2 read in two ways is read in libxml2's: a quote where a name belongs
/// ends at the next blank, a value without quotes holds slashes, `<` inside of a tag is a byte.
struct PageTag {
  /// What an element is to the parser.
  enum Kind: Equatable {
    case ordinary
    /// `html`, `head` or `body`, of which there is one.
    case outline
    /// An element without an end, by HTML 4, which is what libxml2 knows.
    case empty
    /// An element without an end to HTML, which libxml2 leaves open.
    case open
    /// An element whose end people leave out.
    case trailing
    case script
    case style
    /// One after which a browser reads no more tags.
    case plaintext
  }

  /// The attributes that matter, by what they are about.
  struct Marks: OptionSet {
    let rawValue: UInt16
    static let itemscope = Marks(rawValue: 1)
    static let itemprop = Marks(rawValue: 2)
    static let property = Marks(rawValue: 4)
    /// A `property` whose name may be one of schema.org or its forerunner; `og:` is of others.
    static let schemaProperty = Marks(rawValue: 8)
    /// `typeof`, `vocab`, `about`, `resource` or `rev`.
    static let rdfa = Marks(rawValue: 16)
    /// `prefix`, or the declaration of a namespace.
    static let prefix = Marks(rawValue: 32)
    static let rel = Marks(rawValue: 64)
    /// A `rel` or `rev` with a name of another vocabulary.
    static let prefixedRelation = Marks(rawValue: 128)
    /// `id`, `lang` or `xml:lang`.
    static let state = Marks(rawValue: 256)
    /// A class that may begin a microformat.
    static let microformat = Marks(rawValue: 512)
    /// `href` or `src`.
    static let address = Marks(rawValue: 1024)
    /// The type of a script that may be JSON-LD.
    static let dataType = Marks(rawValue: 2048)
  }

  /// Where the name stands.
  let name: Range<Int>
  let kind: Kind
  /// One past its ">".
  private(set) var end = 0
  /// Whether it ends in "/>", which to libxml2 ends any element.
  private(set) var isClosed = false
  private(set) var marks: Marks = []
  /// How many line feeds stand inside.
  private(set) var lines = 0

  /// Reads the tag at `start`, which is a "<" before a letter; nil when it has no end, a name longer
  /// than libxml2 reads in one, or so many attributes that the page may mean harm.
  init?(_ page: Span<UInt8>, _ start: Int) {
    var at = start + 1
    while at < page.count, Self.isName(page[at]) { at += 1 }
    name = start + 1..<at
    kind = Self.kind(page, name)
    guard name.count < Self.longestName else { return nil }
    var attributes = 0
    while true {
      skipBlanks(page, &at)
      guard at < page.count else { return nil }
      let byte = page[at]
      if byte == UInt8(ascii: ">") || Self.isClosing(page, at) {
        isClosed = byte == UInt8(ascii: "/")
        end = at + (isClosed ? 2 : 1)
        return
      }
      attributes += 1
      guard attributes <= Self.mostAttributes else { return nil }
      guard Self.isNameStart(byte) else {
        // No name: passed over up to the next blank.
        while at < page.count, !Self.isBlank(page[at]), page[at] != UInt8(ascii: ">"),
          !Self.isClosing(page, at)
        { at += 1 }
        continue
      }
      guard readAttribute(page, &at) else { return nil }
    }
  }

  /// The room for a name in libxml2 (`HTML_PARSER_BUFFER_SIZE`).
  static let longestName = 100

  /// How many attributes a tag may have.
  ///
  /// libxml2 compares each with all others, and is stopped where a page has it compare too many:
  /// pages of tags with fewer never come there.
  static let mostAttributes = 64

  /// Reads an attribute; false when its value has no end.
  private mutating func readAttribute(_ page: Span<UInt8>, _ at: inout Int) -> Bool {
    let start = at
    while at < page.count, at - start < Self.longestName, Self.isName(page[at]) { at += 1 }
    let end = at
    skipBlanks(page, &at)
    var value = at..<at
    if at < page.count, page[at] == UInt8(ascii: "=") {
      at += 1
      skipBlanks(page, &at)
      guard at < page.count else { return false }
      let quote = page[at]
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        let first = at + 1
        let finder = ByteFinder(quote)
        at = finder.first(in: page, from: first)
        while at < page.count, page[at] != quote {
          if page[at] == 0x0A { lines += 1 }
          at = finder.first(in: page, from: at + 1)
        }
        guard at < page.count else { return false }
        value = first..<at
        at += 1
      } else {
        let first = at
        while at < page.count, !Self.isBlank(page[at]), page[at] != UInt8(ascii: ">") { at += 1 }
        value = first..<at
      }
    }
    note(page, start, end, value)
    return true
  }

  private mutating func skipBlanks(_ page: Span<UInt8>, _ at: inout Int) {
    while at < page.count, Self.isBlank(page[at]) {
      if page[at] == 0x0A { lines += 1 }
      at += 1
    }
  }

  private mutating func note(
    _ page: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ value: Range<Int>
  ) {
    func named(_ name: StaticString) -> Bool { Self.equals(page, start, end, name) }
    // Most names are told apart by their first letter and their length.
    switch (page[start] | 0x20, end - start) {
    case (UInt8(ascii: "a"), 5): if named("about") { marks.insert(.rdfa) }
    case (UInt8(ascii: "c"), 5):
      if named("class"), Self.mayBeMicroformat(page, value) { marks.insert(.microformat) }
    case (UInt8(ascii: "h"), 4): if named("href") { marks.insert(.address) }
    case (UInt8(ascii: "i"), 2): if named("id") { marks.insert(.state) }
    case (UInt8(ascii: "i"), 8): if named("itemprop") { marks.insert(.itemprop) }
    case (UInt8(ascii: "i"), 9): if named("itemscope") { marks.insert(.itemscope) }
    case (UInt8(ascii: "l"), 4): if named("lang") { marks.insert(.state) }
    case (UInt8(ascii: "p"), 6): if named("prefix") { marks.insert(.prefix) }
    case (UInt8(ascii: "p"), 8): if named("property") { noteProperty(page, value) }
    case (UInt8(ascii: "r"), 3):
      guard named("rel") || named("rev") else { return }
      marks.insert(named("rel") ? .rel : .rdfa)
      if Self.holds(UInt8(ascii: ":"), page, value) || Self.holds(UInt8(ascii: "&"), page, value) {
        marks.insert(.prefixedRelation)
      }
    case (UInt8(ascii: "r"), 8): if named("resource") { marks.insert(.rdfa) }
    case (UInt8(ascii: "s"), 3): if named("src") { marks.insert(.address) }
    case (UInt8(ascii: "t"), 4):
      // "application/ld+json" in any of its spellings.
      if named("type"),
        Self.holds(UInt8(ascii: "+"), page, value)
          || Self.holds(UInt8(ascii: "&"), page, value)
      {
        marks.insert(.dataType)
      }
    case (UInt8(ascii: "t"), 6): if named("typeof") { marks.insert(.rdfa) }
    case (UInt8(ascii: "v"), 5): if named("vocab") { marks.insert(.rdfa) }
    case (UInt8(ascii: "x"), 7...):
      if named("xml:lang") { marks.insert(.state) }
      if Self.equals(page, start, start + 6, "xmlns:") { marks.insert(.prefix) }
    default: break
    }
  }

  private mutating func noteProperty(_ page: Span<UInt8>, _ value: Range<Int>) {
    marks.insert(.property)
    guard value.count > 1 else { return }
    // Of RDFa's names only those of schema.org and its forerunner matter; `og:` are of others.
    switch page[value.lowerBound] | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "v"), UInt8(ascii: "h"), UInt8(ascii: "&"):
      marks.insert(.schemaProperty)
    default: break
    }
  }
}
