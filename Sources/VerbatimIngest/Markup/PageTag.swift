/// A start tag of a page, read as libxml2's tokenizer reads it, with nothing made of it but what its
/// attributes are about.
///
/// What a browser and libxml2 read in two ways is read in libxml2's: a quote where a name belongs
/// ends at the next blank, a value without quotes holds slashes, `<` inside of a tag is a byte.
struct PageTag {
  /// What an element is to the parser.
  enum Kind: Equatable {
    case ordinary
    /// `html`, `head`, `body` or `frameset`, of which there is one.
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

  let name: TagName
  let rule: ElementRule
  /// One past its ">".
  private(set) var end = 0
  /// Whether it ends in "/>", which to libxml2 ends any element.
  private(set) var isClosed = false
  private(set) var marks: Marks = []
  /// How many line feeds stand inside.
  private(set) var lines = 0

  var kind: Kind { rule.kind }

  /// Reads the tag at `start`, which is a "<" before a letter; nil when it has no end, a name longer
  /// than libxml2 reads in one, or so many attributes that the page may mean harm.
  init?(_ page: Span<UInt8>, _ start: Int) {
    name = TagName(page, from: start + 1)
    rule = name.rule
    guard name.range.count < Self.longestName else { return nil }
    var at = name.range.upperBound
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

  /// Whether the text of the element may be the value of a property, or belong to a microformat.
  var holdsText: Bool {
    guard !isClosed, kind != .empty else { return false }
    if !marks.isDisjoint(with: [.property, .microformat]) { return true }
    return marks.contains(.itemprop) && !marks.contains(.itemscope)
  }

  /// Whether it says something outside of texts; addresses do where relations may wait for them.
  func isTelling(besideRDFa hasRDFa: Bool) -> Bool {
    if !marks.isDisjoint(with: Self.data) { return true }
    if hasRDFa, marks.contains(.address) { return true }
    if kind == .script { return marks.contains(.dataType) }
    return kind == .empty && name.is("base")
  }

  private static let data: Marks = [
    .itemscope, .itemprop, .property, .rdfa, .prefix, .rel, .state, .microformat,
  ]

  /// The room for a name in libxml2 (`HTML_PARSER_BUFFER_SIZE`).
  static let longestName = 100

  /// How many attributes a tag may have.
  ///
  /// libxml2 compares each with all others, and is stopped where a page has it compare too many:
  /// pages of tags with fewer never come there.
  static let mostAttributes = 64

  /// Reads an attribute; false when its value has no end.
  private mutating func readAttribute(_ page: Span<UInt8>, _ at: inout Int) -> Bool {
    let name = TagName(page, from: at, most: Self.longestName)
    at = name.range.upperBound
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
    note(name, value, page)
    return true
  }

  private mutating func skipBlanks(_ page: Span<UInt8>, _ at: inout Int) {
    while at < page.count, Self.isBlank(page[at]) {
      if page[at] == 0x0A { lines += 1 }
      at += 1
    }
  }

  /// What an attribute may say by its name.
  private enum Attribute {
    case marks(Marks)
    case className, property, rel, rev, type
    case other
  }

  private static let attributes: NameTable<Attribute> = {
    var table = NameTable(Attribute.other)
    let marks: [(Marks, String)] = [
      (.address, "href src"), (.state, "id lang xml:lang"), (.itemprop, "itemprop"),
      (.itemscope, "itemscope"), (.rdfa, "about resource typeof vocab"), (.prefix, "prefix"),
    ]
    for (mark, names) in marks {
      for name in names.split(separator: " ") { table[name] = .marks(mark) }
    }
    table["class"] = .className
    table["property"] = .property
    table["rel"] = .rel
    table["rev"] = .rev
    table["type"] = .type
    return table
  }()

  private mutating func note(_ name: TagName, _ value: Range<Int>, _ page: Span<UInt8>) {
    switch Self.attributes[name] {
    case .marks(let found): marks.formUnion(found)
    case .className: if Self.mayBeMicroformat(page, value) { marks.insert(.microformat) }
    case .property: noteProperty(page, value)
    case .rel: noteRelation(.rel, page, value)
    case .rev: noteRelation(.rdfa, page, value)
    case .type:
      // "application/ld+json" in any of its spellings.
      if Self.holds(UInt8(ascii: "+"), page, value) || Self.holds(UInt8(ascii: "&"), page, value) {
        marks.insert(.dataType)
      }
    case .other:
      let start = name.range.lowerBound
      if page[start] | 0x20 == UInt8(ascii: "x"), name.range.count > 6,
        Self.equals(page, start, start + 6, "xmlns:")
      {
        marks.insert(.prefix)
      }
    }
  }

  private mutating func noteRelation(_ mark: Marks, _ page: Span<UInt8>, _ value: Range<Int>) {
    marks.insert(mark)
    if Self.holds(UInt8(ascii: ":"), page, value) || Self.holds(UInt8(ascii: "&"), page, value) {
      marks.insert(.prefixedRelation)
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
