/// The attributes that make an element worth keeping.
struct TellingAttributes: OptionSet {
  let rawValue: UInt8
  static let itemscope = TellingAttributes(rawValue: 1)
  static let itemprop = TellingAttributes(rawValue: 2)
  static let typeOf = TellingAttributes(rawValue: 4)
  static let property = TellingAttributes(rawValue: 8)
  static let resource = TellingAttributes(rawValue: 16)
  static let vocab = TellingAttributes(rawValue: 32)
  static let id = TellingAttributes(rawValue: 64)
  static let lang = TellingAttributes(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of element: MarkupElement) {
    self = []
    var index = 0
    while let name = element.attributeName(at: index) {
      index += 1
      switch name.first {
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
      case UInt8(ascii: "r") where name.is("resource"): insert(.resource)
      case UInt8(ascii: "l") where name.is("lang"): insert(.lang)
      case UInt8(ascii: "x") where name.is("xml:lang"): insert(.lang)
      default: break
      }
    }
  }
}
