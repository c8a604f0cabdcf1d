/// A shop with known truth: articles with every kind of identifier, families of variants, suppliers.
///
/// Knows nothing of the code that it tests: check digits and spellings are its own.
public struct GeneratedShop: Sendable {
  /// One article.
  public struct Article: Hashable, Sendable {
    /// Its code.
    public var sku = ""
    /// Its trade number in 12 or 13 digits.
    public var gtin = ""
    /// Amazon's number.
    public var asin = ""
    /// The maker's part number.
    public var mpn = ""
    /// The numbers of the product and of the variant in the shop's own system.
    public var productID = 0
    /// The number of the variant.
    public var variantID = 0
    /// The piece of its address.
    public var handle = ""
    /// The brand.
    public var brand = ""
    /// The name, with the brand.
    public var name = ""
    /// What customers call it; empty for most.
    public var alias = ""
    /// The category.
    public var category = ""
    /// The option that tells it from its variants; empty outside families.
    public var option = ""
    /// The family's code; empty outside families.
    public var family = ""
    /// The supplier.
    public var supplier = ""
  }

  /// The articles; those of one family stand side by side.
  public private(set) var articles: [Article] = []
  private var random: SeededGenerator
  private var usedNames: Set<String> = []
  private var usedCodes: Set<String> = []

  /// A shop of so many articles.
  public init(articles count: Int, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    let brands = (0..<120).map { _ in word(syllables: 2...3) }
    let series = (0..<2_500).map { _ in word(syllables: 2...3) }
    while articles.count < count {
      let brand = pick(brands)
      var article = Article()
      article.brand = brand
      (article.name, article.category) = name(brand, series)
      article.supplier = "S-\(Int.random(in: 1...60, using: &random))"
      article.productID = 7_000_000_000 + articles.count * 37
      article.handle = Self.handle(article.name)
      if random.chance(0.12) { article.alias = alias(article, series) }
      if random.chance(0.06) {
        addFamily(article)
      } else {
        complete(&article)
        articles.append(article)
      }
    }
  }

  // MARK: Articles

  private mutating func addFamily(_ base: Article) {
    let code = self.code()
    let options = ["Red", "Blue", "Green", "Black", "White", "Silver"].shuffled(using: &random)
    for option in options.prefix(Int.random(in: 2...5, using: &random)) {
      var article = base
      article.family = code
      article.option = option
      complete(&article)
      article.sku = "\(code)-\(option.uppercased().prefix(3))"
      articles.append(article)
    }
  }

  private mutating func complete(_ article: inout Article) {
    let number = articles.count
    article.sku = code()
    article.variantID = 41_000_000_000 + number * 53
    // One in three has a twelve-digit number, and some of those begin with zeros.
    let body =
      random.chance(0.33)
      ? Self.padded(number * 7 + (random.chance(0.3) ? 100_000 : 60_000_000_000), 11)
      : "40" + Self.padded(number * 11 + 12_345, 10)
    article.gtin = body + Self.checkDigit(body)
    article.asin = "B0" + Self.base36(number * 977 + 5_000_000, 8)
    article.mpn = "\(article.brand.prefix(2).uppercased())\(Self.padded(number * 3 + 10_000, 6))M"
  }

  /// A code in one of the shop's styles that no other article has.
  private mutating func code() -> String {
    while true {
      let letters = String(
        (0..<Int.random(in: 2...3, using: &random)).map { _ in
          Character(UnicodeScalar(UInt8.random(in: 65...90, using: &random)))
        }
      )
      let number = Int.random(in: 100...99_999, using: &random)
      let code =
        switch Int.random(in: 0..<7, using: &random) {
        case 0, 1: "\(letters)-\(number)"
        case 2: "\(letters)\(Self.padded(number, 5))"
        case 3: "\(letters)-\(number)-\(Int.random(in: 1...9, using: &random))"
        case 4: "\(letters)_\(number)"
        case 5: "\(letters).\(Self.padded(number, 6))"
        default: Self.padded(number * 31 + 7, 9)
        }
      let plain = code.filter { $0.isLetter || $0.isNumber }
      if usedCodes.insert(String(plain.drop { $0 == "0" })).inserted { return code }
    }
  }

  private mutating func name(_ brand: String, _ series: [String]) -> (String, String) {
    while true {
      let (noun, category) = pick(Self.nouns)
      let middle =
        random.chance(0.6) ? pick(series) : "\(pick(Self.adjectives)) \(pick(Self.adjectives))"
      var name = "\(brand) \(middle) \(noun)"
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        name +=
          " \(Int.random(in: 1...9, using: &random)).\(Int.random(in: 1...9, using: &random)) L"
      case 1: name += ", \(Int.random(in: 2...12, using: &random)) Pieces"
      case 2: name += " - \(pick(Self.adjectives)) Edition"
      case 3: name += " (\(Int.random(in: 10...90, using: &random)) cm)"
      default: break
      }
      if usedNames.insert("\(brand) \(middle) \(noun)").inserted { return (name, category) }
    }
  }

  private mutating func alias(_ article: Article, _ series: [String]) -> String {
    random.chance(0.15)
      ? pick(["Fire", "Pure", "Echo", "Dash", "Go", "One", "Bloom", "Pulse"])
      : "\(pick(series)) \(article.name.split(separator: " ")[1].lowercased())"
  }

  // MARK: Words and numbers

  /// An invented word with a capital.
  public mutating func word(syllables: ClosedRange<Int>) -> String {
    let starts = [
      "b", "br", "d", "f", "gl", "h", "k", "l", "m", "n", "p", "qu", "r", "s", "st", "t", "v", "z",
    ]
    let middles = ["a", "e", "i", "o", "u", "ia", "or", "en", "al", "ix"]
    var word = ""
    for _ in 0..<Int.random(in: syllables, using: &random) { word += pick(starts) + pick(middles) }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  static func handle(_ name: String) -> String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// A number with zeros in front.
  public static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static func base36(_ number: Int, _ width: Int) -> String {
    let digits = String(number, radix: 36, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The digit that makes the weighted sum a multiple of ten, by the textbook.
  public static func checkDigit(_ body: String) -> String {
    var sum = 0
    for (place, character) in body.reversed().enumerated() {
      sum += (character.wholeNumberValue ?? 0) * (place % 2 == 0 ? 3 : 1)
    }
    return String((10 - sum % 10) % 10)
  }

  private static let adjectives = [
    "Steady", "Hollow", "Rapid", "Braided", "Sturdy", "Foldable", "Padded", "Quilted", "Rugged",
    "Slender", "Cordless", "Insulated", "Woven", "Portable", "Ribbed", "Stackable", "Tall",
    "Walnut", "Marbled", "Weatherproof", "Handy", "Curved", "Double", "Brushed", "Ceramic",
  ]

  private static let nouns = [
    ("Kettle", "Kitchen"), ("Toaster", "Kitchen"), ("Blender", "Kitchen"), ("Skillet", "Kitchen"),
    ("Lamp", "Lighting"), ("Lantern", "Lighting"), ("Backpack", "Bags"), ("Suitcase", "Bags"),
    ("Drill", "Tools"), ("Sander", "Tools"), ("Headphones", "Audio"), ("Speaker", "Audio"),
    ("Stroller", "Baby"), ("Cot", "Baby"), ("Jacket", "Clothing"), ("Boots", "Clothing"),
    ("Duvet", "Bedding"), ("Pillow", "Bedding"), ("Heater", "Home"), ("Humidifier", "Home"),
    ("Tent", "Outdoor"), ("Cooler", "Outdoor"), ("Mixer", "Kitchen"), ("Vacuum", "Home"),
  ]
}
