/// The attributes that make an element worth keeping.
struct TellingAttributes: OptionSet {
  let rawValue: UInt16
  static let itemscope = TellingAttributes(rawValue: 1)
  static let itemprop = TellingAttributes(rawValue: 2)
  static let typeOf = TellingAttributes(rawValue: 4)
  static let property = TellingAttributes(rawValue: 8)
  static let resource = TellingAttributes(rawValue: 16)
  static let vocab = TellingAttributes(rawValue: 32)
  static let id = TellingAttributes(rawValue: 64)
  static let lang = TellingAttributes(rawValue: 128)
  static let about = TellingAttributes(rawValue: 256)
  /// `rel` or `rev`.
  static let relation = TellingAttributes(rawValue: 512)
  /// `href` or `src`.
  static let address = TellingAttributes(rawValue: 1024)
  /// A class that begins a microformat which may hold reviews.
  static let microformat = TellingAttributes(rawValue: 2048)
  /// `hidden`, a style that hides, or a class that says that the words are not the customer's.
  static let hidden = TellingAttributes(rawValue: 4096)
  /// A class that shops give to their own answers.
  static let reply = TellingAttributes(rawValue: 8192)

  /// Those that say something of RDFa alone.
  static let rdfa: TellingAttributes = [.typeOf, .property, .resource, .vocab, .about]
  /// Those that make an element worth keeping wherever it stands.
  static let always: TellingAttributes = [
    .itemscope, .itemprop, .typeOf, .property, .resource, .vocab, .id, .lang, .about,
  ]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The attributes of an element; what only matters inside a text is looked for only there.
  init(of element: MarkupElement, insideText: Bool) {
    self = []
    var index = 0
    while let name = element.attributeName(at: index) {
      index += 1
      switch name.first {
      case UInt8(ascii: "a") where name.is("about"): insert(.about)
      case UInt8(ascii: "c") where name.is("class"):
        guard let value = element.value(at: index - 1) else { continue }
        if MicroformatName.hasReviewRoot(value) { insert(.microformat) }
        guard insideText else { continue }
        switch ReplyMark(classes: value) {
        case .answer: insert([.reply, .hidden])
        case .control: insert(.hidden)
        case nil: break
        }
      case UInt8(ascii: "h"):
        if name.is("href") {
          insert(.address)
        } else if name.is("hidden") {
          insert(.hidden)
        }
      case UInt8(ascii: "i"):
        if name.is("id") {
          insert(.id)
        } else if name.is("itemprop") {
          insert(.itemprop)
        } else if name.is("itemscope") {
          insert(.itemscope)
        }
      case UInt8(ascii: "p"):
        if name.is("property") {
          insert(.property)
        } else if name.is("prefix") {
          insert(.vocab)
        }
      case UInt8(ascii: "t") where name.is("typeof"): insert(.typeOf)
      case UInt8(ascii: "v") where name.is("vocab"): insert(.vocab)
      case UInt8(ascii: "r"):
        if name.is("resource") {
          insert(.resource)
        } else if name.is("rel") || name.is("rev") {
          insert(.relation)
        }
      case UInt8(ascii: "l") where name.is("lang"): insert(.lang)
      case UInt8(ascii: "s"):
        if name.is("src") {
          insert(.address)
        } else if insideText, name.is("style"), let value = element.value(at: index - 1),
          Self.hides(value.text)
        {
          insert(.hidden)
        }
      case UInt8(ascii: "x"):
        if name.is("xml:lang") {
          insert(.lang)
        } else if name.bytes(behind: "xmlns:") != nil {
          insert(.vocab)
        }
      default: break
      }
    }
  }

  /// Whether a style keeps an element from the reader's eyes.
  static func hides(_ style: String) -> Bool {
    let bare = style.lowercased().filter { !$0.isWhitespace }
    return bare.contains("display:none") || bare.contains("visibility:hidden")
  }
}
