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

extension PageTag {
  private static func holds(_ byte: UInt8, _ page: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for at in range where page[at] == byte { return true }
    return false
  }

  /// Whether a class may be the root of a microformat: more than the roots makes no harm.
  private static func mayBeMicroformat(_ page: Span<UInt8>, _ value: Range<Int>) -> Bool {
    var isStart = true
    for at in value {
      let byte = page[at]
      // What a reference stands for is the parser's to say.
      if byte == UInt8(ascii: "&") { return true }
      if isStart, byte == UInt8(ascii: "h") {
        for root in roots where equals(page, at, min(at + 4, value.upperBound), root) {
          return true
        }
      }
      isStart = byte <= 0x20
    }
    return false
  }

  /// The first four letters of `h-review`, `h-product`, `h-entry`, `h-feed`, `hreview`, `hproduct`,
  /// `hentry`, `hfeed`, and of the items that reviews are of.
  private static let roots: [StaticString] = [
    "h-re", "h-pr", "h-en", "h-fe", "h-it", "h-ca", "h-ev", "hrev", "hpro", "hent", "hfee",
  ]

  /// What elements of a name are.
  ///
  /// Source: the elements with an empty content of HTML 4.01; the void elements of the HTML
  /// standard; the end tags that it lets people leave out.
  static func kind(_ page: Span<UInt8>, _ name: Range<Int>) -> Kind {
    func named(_ each: StaticString) -> Bool {
      equals(page, name.lowerBound, name.upperBound, each)
    }
    guard !name.isEmpty else { return .ordinary }
    switch (page[name.lowerBound] | 0x20, name.count) {
    case (UInt8(ascii: "p"), 1): return .trailing
    case (UInt8(ascii: "b"), 2): return named("br") ? .empty : .ordinary
    case (UInt8(ascii: "d"), 2): return named("dt") || named("dd") ? .trailing : .ordinary
    case (UInt8(ascii: "h"), 2): return named("hr") ? .empty : .ordinary
    case (UInt8(ascii: "l"), 2): return named("li") ? .trailing : .ordinary
    case (UInt8(ascii: "c"), 3): return named("col") ? .empty : .ordinary
    case (UInt8(ascii: "i"), 3): return named("img") ? .empty : .ordinary
    case (UInt8(ascii: "w"), 3): return named("wbr") ? .open : .ordinary
    case (UInt8(ascii: "a"), 4): return named("area") ? .empty : .ordinary
    case (UInt8(ascii: "b"), 4):
      return named("base") ? .empty : named("body") ? .outline : .ordinary
    case (UInt8(ascii: "h"), 4): return named("html") || named("head") ? .outline : .ordinary
    case (UInt8(ascii: "l"), 4): return named("link") ? .empty : .ordinary
    case (UInt8(ascii: "m"), 4): return named("meta") ? .empty : .ordinary
    case (UInt8(ascii: "e"), 5): return named("embed") ? .open : .ordinary
    case (UInt8(ascii: "f"), 5): return named("frame") ? .empty : .ordinary
    case (UInt8(ascii: "i"), 5): return named("input") ? .empty : .ordinary
    case (UInt8(ascii: "p"), 5): return named("param") ? .empty : .ordinary
    case (UInt8(ascii: "s"), 5): return named("style") ? .style : .ordinary
    case (UInt8(ascii: "t"), 5): return named("track") ? .open : .ordinary
    case (UInt8(ascii: "k"), 6): return named("keygen") ? .open : .ordinary
    case (UInt8(ascii: "o"), 6): return named("option") ? .trailing : .ordinary
    case (UInt8(ascii: "s"), 6):
      return named("script") ? .script : named("source") ? .open : .ordinary
    case (UInt8(ascii: "c"), 7): return named("command") ? .open : .ordinary
    case (UInt8(ascii: "i"), 7): return named("isindex") ? .empty : .ordinary
    case (UInt8(ascii: "b"), 8): return named("basefont") ? .empty : .ordinary
    case (UInt8(ascii: "p"), 9): return named("plaintext") ? .plaintext : .ordinary
    default: return .ordinary
    }
  }

  /// Whether bytes are a name in small letters, whatever their case.
  static func equals(_ page: Span<UInt8>, _ start: Int, _ end: Int, _ name: StaticString) -> Bool {
    guard end - start == name.utf8CodeUnitCount, end <= page.count else { return false }
    // Safety: as many letters as the range has bytes.
    let letters = unsafe name.utf8Start
    for index in 0..<(end - start) {
      guard unsafe small(page[start + index]) == letters[index] else { return false }
    }
    return true
  }

  /// A byte with capitals made small.
  static func small(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// White space inside of tags to libxml2.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// Whether a name may begin so.
  static func isNameStart(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ".")
  }

  /// Whether a name may go on so.
  static func isName(_ byte: UInt8) -> Bool {
    isNameStart(byte) || byte == UInt8(ascii: "-")
      || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
  }

  private static func isClosing(_ page: Span<UInt8>, _ at: Int) -> Bool {
    page[at] == UInt8(ascii: "/") && at + 1 < page.count && page[at + 1] == UInt8(ascii: ">")
  }
}
