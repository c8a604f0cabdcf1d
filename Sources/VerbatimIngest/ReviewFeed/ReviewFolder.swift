internal import VerbatimCore

/// Folds a review that a page marks up in several ways into one.
struct ReviewFolder {
  private(set) var found: [ReviewMapper.Found] = []
  private var syntaxes: [[StructuredItem.Syntax]] = []
  private var byWords: [Letters: [Int]] = [:]
  /// Reviews by how their words begin, for those that one of the syntaxes cuts short.
  private var byStart: [Letters: [Int]] = [:]

  /// How many letters a text must have before it counts as cut: shops cut at 150 to 200.
  private static let shortestCut = 40

  /// How many reviews with the same words are compared with one: hostile pages repeat one.
  private static let mostCompared = 64

  /// Adds a review, or what it states beyond its twin.
  mutating func add(_ new: ReviewMapper.Found) {
    let key = Self.key(new.record)
    for index in byWords[key, default: []].prefix(Self.mostCompared) {
      guard isSame(new, as: index) else { continue }
      syntaxes[index].append(new.syntax)
      found[index].record.takeMissing(from: new.record)
      return
    }
    let start = key.bytes.count < Self.shortestCut ? nil : key.start(Self.shortestCut)
    if let start {
      for index in byStart[start, default: []].prefix(Self.mostCompared)
      where !syntaxes[index].contains(new.syntax) && isSame(new, as: index) {
        guard let whole = Self.whole(found[index].record.text, new.record.text) else { continue }
        syntaxes[index].append(new.syntax)
        found[index].record.takeMissing(from: new.record)
        found[index].record.text = whole
        byWords[key, default: []].append(index)
        return
      }
      byStart[start, default: []].append(found.count)
    }
    byWords[key, default: []].append(found.count)
    found.append(new)
    syntaxes.append([new.syntax])
  }

  /// The longer of two texts, when the shorter is the other one cut short; nil when it is not.
  private static func whole(_ left: String?, _ right: String?) -> String? {
    guard let left, let right else { return nil }
    let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
    guard let mark = ["…", "..."].first(where: { short.hasSuffix($0) }) else { return nil }
    let start = Letters(String(short.dropLast(mark.count)))
    return Letters(long).bytes.starts(with: start.bytes) ? long : nil
  }

  /// Within one syntax two anonymous "Great!" are two customers; in two syntaxes what one leaves
  /// out the other may state.
  private func isSame(_ new: ReviewMapper.Found, as index: Int) -> Bool {
    let old = found[index].record
    if syntaxes[index].contains(new.syntax) {
      return new.record.author != nil && new.record.author == old.author
        && new.record.occurredAt != nil && new.record.occurredAt == old.occurredAt
        && (old.text != nil || new.record.ratings == old.ratings)
        && new.record.product == old.product
    }
    let isSameDay = Self.agree(new.record.occurredAt?.dayNumber, old.occurredAt?.dayNumber)
    if new.syntax == .profile { return isSameDay && isSameShown(new.record, old) }
    return isSameDay && Self.agree(Self.folded(new.record.author), Self.folded(old.author))
      && Self.agree(new.record.ratings.first?.value, old.ratings.first?.value)
  }

  /// Whether a page shows what it states, in other clothes.
  ///
  /// Stars are a share of a width, a name loses its last letter; words of some length that are the
  /// same are the same review.
  private func isSameShown(_ new: FeedbackRecord, _ old: FeedbackRecord) -> Bool {
    if Self.key(new).bytes.count >= Self.shortestCut { return true }
    func share(_ record: FeedbackRecord) -> Double? {
      record.ratings.first.map { $0.value / $0.max }
    }
    let isSameRating =
      if let left = share(new), let right = share(old) { abs(left - right) < 0.1 } else { true }
    return isSameRating && Self.agree(Self.folded(new.author), Self.folded(old.author))
  }

  private static func agree<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
    left == nil || right == nil || left == right
  }

  private static func folded(_ text: String?) -> Letters? { text.map { Letters($0) } }

  private static func key(_ record: FeedbackRecord) -> Letters {
    let words = Letters(record.text ?? "")
    return words.bytes.isEmpty ? Letters(record.title ?? "") : words
  }
}

/// Letters and digits alone, small: quotes and white space differ between the syntaxes.
private struct Letters: Hashable {
  let bytes: [UInt8]

  init(_ text: String) {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): output.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        output.append(byte)
      default: break
      }
    }
    bytes = output
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// So many letters at the start.
  func start(_ count: Int) -> Letters { Letters(bytes: Array(bytes.prefix(count))) }

  /// Hashes the letters as one number: byte by byte takes as long as all else.
  func hash(into hasher: inout Hasher) {
    // FNV-1a, 64 bits.
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hasher.combine(value)
  }
}

extension FeedbackRecord {
  /// Takes over what another copy of the same review states and this one does not.
  fileprivate mutating func takeMissing(from other: FeedbackRecord) {
    occurredAt = occurredAt ?? other.occurredAt
    language = language ?? other.language
    title = title ?? other.title
    text = text ?? other.text
    author = author ?? other.author
    supplier = supplier ?? other.supplier
    if ratings.isEmpty { ratings = other.ratings }
    if answers.isEmpty { answers = other.answers }
    for (name, value) in other.dims where dims[name] == nil { dims[name] = value }
    product.takeMissing(from: other.product)
    source.nativeID = source.nativeID ?? other.source.nativeID
    source.url = source.url ?? other.source.url
    flags.verifiedPurchase = flags.verifiedPurchase ?? other.flags.verifiedPurchase
    flags.incentivised = flags.incentivised ?? other.flags.incentivised
    flags.syndicatedFrom = flags.syndicatedFrom ?? other.flags.syndicatedFrom
  }
}

extension FeedbackRecord.Product {
  /// Takes over the numbers of the same product; one of another name is another product.
  mutating func takeMissing(from other: Self) {
    guard name == nil || other.name == nil || name == other.name else { return }
    name = name ?? other.name
    brand = brand ?? other.brand
    sku = sku ?? other.sku
    gtin = gtin ?? other.gtin
    asin = asin ?? other.asin
    mpn = mpn ?? other.mpn
    url = url ?? other.url
  }
}
