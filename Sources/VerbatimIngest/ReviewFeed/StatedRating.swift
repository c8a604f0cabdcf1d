internal import VerbatimCore

/// The rating of a review as its page states it.
///
/// Source: schema.org's Rating; without `worstRating` and `bestRating` the scale is 1 to 5.
struct StatedRating {
  /// The rating, when it lies on its scale.
  private(set) var rating: Rating?
  /// The rating in words, when it lies outside its scale.
  private(set) var outside: String?

  /// Reads the rating of a review; neither part is set when there is none.
  init(of review: Int, in page: StructuredPage) {
    var holder = review
    var numbers = page.values("reviewRating", of: review)
    // A rating of one aspect ("comfort") is not the verdict.
    let whole = numbers.first { value in
      guard case .item(let item) = value else { return true }
      return page.values("reviewAspect", of: item).isEmpty
    }
    if case .item(let item)? = whole ?? numbers.first {
      holder = item
      numbers = page.values("ratingValue", of: item)
    } else if numbers.isEmpty {
      // Marked up without the Rating around it.
      numbers = page.values("ratingValue", of: review)
    }
    for number in numbers {
      guard let stated = Self.number(number, in: page) else { continue }
      set(stated, holder, page)
      return
    }
  }

  private mutating func set(
    _ stated: (value: Double, best: Double?),
    _ holder: Int,
    _ page: StructuredPage
  ) {
    func bound(_ name: String) -> Double? {
      page.values(name, of: holder).lazy.compactMap { Self.number($0, in: page)?.value }.first
    }
    let best = bound("bestRating") ?? stated.best ?? 5
    let worst = bound("worstRating") ?? 1
    rating = Rating(.stars, stated.value, min: worst, max: best)
    guard rating == nil else { return }
    let value = JSONValue.number(stated.value).scalarText ?? ""
    let low = JSONValue.number(worst).scalarText ?? ""
    let high = JSONValue.number(best).scalarText ?? ""
    outside = "the rating \(value) lies outside its scale of \(low) to \(high)"
  }

  private static func number(
    _ value: StructuredValue,
    in page: StructuredPage
  ) -> (value: Double, best: Double?)? {
    if case .number(let number) = value { return number.isFinite ? (number, nil) : nil }
    if case .item = value { return nil }
    guard let words = page.words(value) else { return nil }
    return parse(words)
  }

  /// Reads "4.5", "4,5", "4.5 / 5", "4 out of 5", "80%", "★★★★☆"; the first number, and the best
  /// where one is named behind it.
  static func parse(_ text: String) -> (value: Double, best: Double?)? {
    let bytes = Array(text.utf8.prefix(200))
    var at = 0
    guard let value = number(bytes, &at) else { return FeedRatingWords.rating(in: text) }
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count else { return (value, nil) }
    if bytes[at] == UInt8(ascii: "%") { return (value, 100) }
    let rest = String(decoding: bytes[at...], as: UTF8.self).lowercased()
    let joints = ["/", "out of", "stars out of", "of", "von", "sur", "de", "su", "van", "av"]
    guard let joint = joints.first(where: { rest.hasPrefix($0) }) else { return (value, nil) }
    let after = Array(rest.dropFirst(joint.count).utf8)
    var place = 0
    while place < after.count, after[place] <= 0x20 { place += 1 }
    guard place < after.count, isDigit(after[place]) else { return (value, nil) }
    return (value, number(after, &place))
  }

  private static func number(_ bytes: [UInt8], _ at: inout Int) -> Double? {
    while at < bytes.count, !isDigit(bytes[at]) { at += 1 }
    guard at < bytes.count else { return nil }
    let isNegative = at > 0 && bytes[at - 1] == UInt8(ascii: "-")
    var digits: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    var hasPoint = false
    while at < bytes.count {
      if isDigit(bytes[at]) {
        digits.append(bytes[at])
      } else if !hasPoint, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ","),
        at + 1 < bytes.count, isDigit(bytes[at + 1])
      {
        hasPoint = true
        digits.append(UInt8(ascii: "."))
      } else {
        break
      }
      at += 1
    }
    return Double(String(decoding: digits, as: UTF8.self))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
