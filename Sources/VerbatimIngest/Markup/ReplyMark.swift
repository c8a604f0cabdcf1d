/// What the classes of an element inside a customer's text say of whose words it holds.
enum ReplyMark {
  /// The shop's answer.
  case answer
  /// A button or a thread for answers.
  case control

  /// The mark that a class attribute makes; nil for the customer's own words.
  init?(classes: MarkupBytes) { self.init(count: classes.count) { classes[$0] } }

  /// The mark that classes make; nil for the customer's own words.
  init?(classes: [Substring]) {
    let bytes = Array(classes.joined(separator: " ").utf8)
    self.init(count: bytes.count) { bytes[$0] }
  }

  private init?(count: Int, byte byteAt: (Int) -> UInt8) {
    var word: [UInt8] = []
    var isReply = false
    var isResponse = false
    var isOfShop = false
    for index in 0...count {
      let byte = index < count ? byteAt(index) : 0
      let lower = byte | 0x20
      let isLetter = lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
      // "ownerReply" is two words.
      let isCapital = isLetter && byte != lower
      if !isLetter || isCapital {
        if word.count >= 4 {
          let text = String(decoding: word, as: UTF8.self)
          isReply = isReply || text == "reply" || text == "replies"
          isResponse = isResponse || text == "response"
          isOfShop = isOfShop || Self.shops.contains(text)
        }
        word.removeAll(keepingCapacity: true)
      }
      if isLetter, word.count < 16 { word.append(lower) }
    }
    switch (isReply || isResponse, isOfShop) {
    case (true, true): self = .answer
    case (true, false) where isReply: self = .control
    default: return nil
    }
  }

  /// Words by which themes of shops and review apps name who answers.
  private static let shops: Set<String> = [
    "admin", "brand", "business", "company", "dealer", "manufacturer", "merchant", "owner",
    "retailer", "seller", "shop", "staff", "store", "supplier", "vendor",
  ]
}
