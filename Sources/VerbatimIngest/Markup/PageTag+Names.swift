/// What names and classes of a page are, told from their bytes.
extension PageTag {
  static func holds(_ byte: UInt8, _ page: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for at in range where page[at] == byte { return true }
    return false
  }

  /// Whether a class may be the root of a microformat: more than the roots makes no harm.
  static func mayBeMicroformat(_ page: Span<UInt8>, _ value: Range<Int>) -> Bool {
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

  static func isClosing(_ page: Span<UInt8>, _ at: Int) -> Bool {
    page[at] == UInt8(ascii: "/") && at + 1 < page.count && page[at + 1] == UInt8(ascii: ">")
  }
}
