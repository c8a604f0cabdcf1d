internal import VerbatimCore

/// Which texts are learnt from and which are only measured on, decided by their content alone.
///
/// A fifth of the articles is held out, and the latest fifth of the texts; what is in neither is
/// learnt from. Without articles and dates it is a fifth of the texts. Copies of a text that is
/// learnt from are not measured on.
struct LearningSplit: Sendable {
  /// Where a text belongs.
  struct Place: Hashable, Sendable {
    /// Held out because of its article.
    var isOtherProduct = false
    /// Held out because it is of the latest.
    var isLater = false
    /// Held out by its own hash, where there are neither articles nor dates.
    var isDrawn = false

    /// Whether it is learnt from.
    var isTraining: Bool { !isOtherProduct && !isLater && !isDrawn }
  }

  /// The fewest articles of which a fifth is held out.
  static let fewestProducts = 5

  /// Articles whose hash is not above this are held out; nil where there are too few.
  let productLimit: UInt64?
  /// How many articles are held out, of how many.
  let products: (heldOut: Int, all: Int)
  /// The first day that is held out, and how much of it; nil where too few texts have a date.
  let cut: (day: Int, hashLimit: UInt64)?
  /// The first and the last day.
  let days: ClosedRange<Int>?

  /// The split of what a survey found.
  init(_ survey: RatedSurvey) {
    let hashes = survey.products.sorted()
    if hashes.count >= Self.fewestProducts {
      let count = (hashes.count + 4) / 5
      productLimit = hashes[count - 1]
      products = (count, hashes.count)
    } else {
      productLimit = nil
      products = (0, hashes.count)
    }
    let dated = survey.days.values.reduce(0, +)
    let ordered = survey.days.keys.sorted()
    days = ordered.first.flatMap { first in ordered.last.map { first...$0 } }
    guard ordered.count >= 2, dated > survey.undated else {
      cut = nil
      return
    }
    var wanted = Double(dated) / 5
    var found: (Int, UInt64)?
    for day in ordered.reversed() {
      let count = Double(survey.days[day] ?? 0)
      guard wanted < count else {
        wanted -= count
        continue
      }
      // One day may hold more than is wanted: its texts are divided by the hash of their words, so
      // that copies stay together and no column but the text decides.
      let share = wanted / count
      found = share <= 0 ? (day + 1, .max) : (day, UInt64(share * 18_446_744_073_709_549_568))
      break
    }
    cut = found.map { (day: $0.0, hashLimit: $0.1) }
  }

  /// Where a text belongs.
  func place(of text: RatedText) -> Place {
    var place = Place()
    if let productLimit, let product = text.product {
      place.isOtherProduct = Self.hash(product) <= productLimit
    }
    if let cut, let date = text.date {
      let day = date.dayNumber
      place.isLater =
        day > cut.day
        || (day == cut.day && Self.hash("day \(Self.words(of: text))") <= cut.hashLimit)
    }
    if productLimit == nil, cut == nil {
      place.isDrawn = Self.hash("drawn \(Self.words(of: text))") <= UInt64.max / 5
    }
    return place
  }

  /// A text's words, by which copies are known.
  static func words(of text: RatedText) -> String {
    let key = RecordIdentity.textKey(text.record)
    return key.isEmpty ? text.parts.map(\.text).joined(separator: " ") : key
  }

  /// 64 bits of the SHA-256 of a text.
  static func hash(_ text: String) -> UInt64 {
    UInt64(Fingerprint.hex32(text).prefix(16), radix: 16) ?? 0
  }
}
