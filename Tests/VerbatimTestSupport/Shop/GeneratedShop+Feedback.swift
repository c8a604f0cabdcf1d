/// Feedback on a shop's articles, each with the article that is meant.
extension GeneratedShop {
  /// What a source states, and what it is about.
  public struct Feedback: Hashable, Sendable {
    /// How the article is named, for the table of results.
    public var kind = ""
    /// The article that is meant, by its place; nil when the shop does not have it.
    public var truth: Int?
    /// Stated codes and numbers; empty where nothing is stated.
    public var sku = ""
    /// The stated trade number.
    public var gtin = ""
    /// The stated ASIN.
    public var asin = ""
    /// The stated part number.
    public var mpn = ""
    /// The stated brand.
    public var brand = ""
    /// The page.
    public var url = ""
    /// The order.
    public var order = ""
    /// The customer's words.
    public var text = ""
  }

  /// A line of an order file.
  public struct OrderLine: Hashable, Sendable {
    /// The order.
    public var order: String
    /// The code, as the order system has it.
    public var sku: String
  }

  /// The ways in which an identifier arrives.
  public static let identifierKinds = [
    "sku", "sku, case", "sku, blanks", "sku, dashes", "sku, zeros lost", "sku, apostrophe",
    "sku, channel", "sku, own prefix", "gid", "gtin", "gtin, zeros lost", "gtin, 14 digits",
    "gtin, divided", "asin", "mpn", "digital link", "elements", "page", "page, variant",
    "page, dp", "order", "sku in text",
  ]

  /// Feedback whose identifier survives in one way or another.
  public func identified(_ count: Int, seed: UInt64) -> (feedback: [Feedback], orders: [OrderLine])
  {
    var random = SeededGenerator(seed: seed)
    var all: [Feedback] = []
    var orders: [OrderLine] = []
    // The order system puts the shop's own mark before codes: enough of them to learn it from.
    for number in 0..<60 {
      orders.append(
        OrderLine(
          order: "X-\(number)",
          sku: "NWX:" + articles[Int.random(in: articles.indices, using: &random)].sku
        )
      )
    }
    while all.count < count {
      let place = Int.random(in: articles.indices, using: &random)
      let article = articles[place]
      let kind = Self.identifierKinds[all.count % Self.identifierKinds.count]
      var feedback = Feedback(kind: kind, truth: place)
      feedback.text = Self.complaints[Int.random(in: 0..<Self.complaints.count, using: &random)]
      set(&feedback, article, kind, &random)
      if kind == "order" {
        feedback.order = "#\(100_000 + all.count)"
        orders.append(OrderLine(order: "\(100_000 + all.count)", sku: article.sku))
      }
      all.append(feedback)
    }
    return (all, orders)
  }

  private func set(
    _ feedback: inout Feedback,
    _ article: Article,
    _ kind: String,
    _ random: inout SeededGenerator
  ) {
    let isDigits = article.sku.allSatisfy(\.isNumber)
    let variantPage = "https://shop.example/products/\(article.handle)?variant=\(article.variantID)"
    switch kind {
    case "sku": feedback.sku = article.sku
    case "sku, case": feedback.sku = article.sku.lowercased()
    case "sku, blanks":
      feedback.sku = "  " + article.sku.map { $0 == "-" ? " - " : String($0) }.joined() + "\t"
    case "sku, dashes":
      let divider = ["", "_", " ", "/", "–"].randomElement(using: &random) ?? ""
      feedback.sku = article.sku.map { "-_.".contains($0) ? divider : String($0) }.joined()
    case "sku, zeros lost":
      feedback.sku = isDigits ? String(article.sku.drop { $0 == "0" }) : article.sku.lowercased()
    case "sku, apostrophe": feedback.sku = "'" + article.sku
    case "sku, channel":
      feedback.sku = random.chance(0.5) ? "AMZ-\(article.sku)" : "\(article.sku)-FBA"
    case "sku, own prefix": feedback.sku = "NWX:\(article.sku)"
    case "gid": feedback.sku = "gid://shopify/ProductVariant/\(article.variantID)"
    case "gtin": feedback.gtin = article.gtin
    case "gtin, zeros lost": feedback.gtin = String(article.gtin.drop { $0 == "0" })
    case "gtin, 14 digits": feedback.gtin = Self.zeros(article.gtin, 14)
    case "gtin, divided":
      feedback.gtin =
        "\(article.gtin.prefix(1)) \(article.gtin.dropFirst().prefix(6))-\(article.gtin.dropFirst(7))"
    case "asin": feedback.asin = article.asin
    case "mpn":
      feedback.mpn = article.mpn.lowercased()
      feedback.brand = article.brand
    case "digital link":
      feedback.url = "https://id.example/01/\(Self.zeros(article.gtin, 14))/10/L2409?17=271231"
    case "elements": feedback.gtin = "(01)\(Self.zeros(article.gtin, 14))(17)271231(10)L2409"
    case "page":
      feedback.url =
        article.family.isEmpty
        ? "https://shop.example/collections/all/products/\(article.handle)?utm_source=mail"
        : variantPage
    case "page, variant": feedback.url = variantPage
    case "page, dp":
      feedback.url = "https://www.amazon.example/Some-Name/dp/\(article.asin)/ref=x_1?th=1"
    case "sku in text":
      feedback.text =
        isDigits
        ? "My item \(article.sku) broke." : "It is the \(article.sku) that broke, sadly."
    default: break
    }
  }

  /// Feedback of which no identifier survives: codes the shop never had or has no longer, wrong check
  /// digits, numbers that a spreadsheet shortened.
  public func unidentified(_ count: Int, seed: UInt64) -> [Feedback] {
    var random = SeededGenerator(seed: seed)
    let known = Set(articles.map { $0.sku.filter { $0.isLetter || $0.isNumber } })
    return (0..<count).compactMap { number in
      let article = articles[Int.random(in: articles.indices, using: &random)]
      var feedback = Feedback(kind: "", truth: nil)
      feedback.text = Self.complaints[number % Self.complaints.count]
      switch number % 4 {
      case 0:
        feedback.kind = "sku of no article"
        let digits = article.sku.filter(\.isNumber)
        let other = article.sku.replacing(digits, with: String((Int(digits) ?? 0) + 1))
        guard !known.contains(other.filter { $0.isLetter || $0.isNumber }), other != article.sku
        else { return nil }
        feedback.sku = other
      case 1:
        feedback.kind = "sku, more behind"
        feedback.sku = article.sku + "-\(Int.random(in: 10...99, using: &random))"
        guard !known.contains(feedback.sku.filter { $0.isLetter || $0.isNumber }) else {
          return nil
        }
      case 2:
        feedback.kind = "gtin, check digit"
        let last =
          (article.gtin.last?.wholeNumberValue ?? 0) + Int.random(in: 1...9, using: &random)
        feedback.gtin = "\(article.gtin.dropLast())\(last % 10)"
      default:
        feedback.kind = "gtin, shortened"
        feedback.gtin =
          "\(article.gtin.prefix(1)).\(article.gtin.dropFirst().prefix(5))E+\(article.gtin.count - 1)"
      }
      return feedback
    }
  }

  static func zeros(_ digits: String, _ width: Int) -> String {
    String(repeating: "0", count: width - digits.count) + digits
  }

  static let complaints = [
    "It stopped working after two weeks.", "Arrived late but works.", "The lid leaks, very poor.",
    "Love it so far!", "Would not buy again.", "The colour is off and the seam came apart.", "",
    "Five stars, my kids use it every day.", "Returned it, too small.", "Smells like plastic",
  ]
}
