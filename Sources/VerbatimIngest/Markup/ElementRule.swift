/// What libxml2 makes of elements of a name, as far as it matters to what is open behind their tags.
struct ElementRule {
  /// What they are to the parser.
  var kind = PageTag.Kind.ordinary
  /// Which of the elements they are that the start tags of others end: one bit, or none.
  var implied: UInt64 = 0
  /// Which of those their start tag ends.
  var ends: UInt64 = 0

  /// Whether their start tag ends an open element, if that is the innermost.
  func mayEnd(_ open: ElementRule) -> Bool { ends & open.implied != 0 }

  /// The rules by name; those of all other names are the same.
  static let table: NameTable<ElementRule> = {
    var table = NameTable(ElementRule())
    for (kind, names) in kinds {
      for name in names.split(separator: " ") { table[name].kind = kind }
    }
    var next: UInt64 = 1
    for (tags, ended) in implications {
      for tag in tags.split(separator: " ") {
        for open in ended.split(separator: " ") {
          if table[open].implied == 0 {
            table[open].implied = next
            next <<= 1
          }
          table[tag].ends |= table[open].implied
        }
      }
    }
    precondition(next > 0, "more elements are ended than a number has bits")
    return table
  }()

  /// Names by what they are.
  ///
  /// Source: the elements with an empty content of HTML 4.01; the void elements of the HTML
  /// standard; the end tags that it lets people leave out.
  static let kinds: [(kind: PageTag.Kind, names: String)] = [
    (.outline, "html head body frameset"),
    (.empty, "area base basefont br col frame hr img input isindex link meta param"),
    (.open, "command embed keygen source track wbr"),
    (.trailing, "dd dt li option p"),
    (.script, "script"), (.style, "style"), (.plaintext, "plaintext"),
  ]

  /// Start tags, and the elements that they end where those are the innermost.
  ///
  /// Source: libxml2's table of them (`htmlStartClose`), without what stands in the head alone.
  static let implications: [(tags: String, ended: String)] = [
    ("a", "a"),
    ("address menu ol pre", "p ul"),
    ("blockquote caption dir div h1 h2 h3 h4 h5 h6 head hr listing title xmp", "p"),
    ("center", "b font i p"),
    ("col", "caption p"),
    ("colgroup", "caption colgroup p"),
    ("dd dl", "address dir dt listing menu p pre xmp"),
    ("dt", "address dd dir listing menu p pre xmp"),
    ("fieldset", "a h1 h2 h3 h4 h5 h6 legend listing p pre xmp"),
    ("form", "address dir dl form h1 h2 h3 h4 h5 h6 listing menu ol p pre ul xmp"),
    ("frameset", "p title"),
    ("li", "address dl h1 h2 h3 h4 h5 h6 li listing p pre xmp"),
    ("optgroup option", "option"),
    ("p", "b big h1 h2 h3 h4 h5 h6 i p s small strike tt u"),
    ("table", "a h1 h2 h3 h4 h5 h6 listing p pre xmp"),
    ("tbody", "caption colgroup p tbody td tfoot th thead tr"),
    ("td th", "a b font i p span td th u"),
    ("tfoot", "caption colgroup p tbody td th thead tr"),
    ("thead", "caption colgroup"),
    ("tr", "caption colgroup p td th tr"),
    ("ul", "address dir listing menu ol p pre xmp"),
  ]
}
