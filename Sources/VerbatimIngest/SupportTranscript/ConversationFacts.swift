internal import VerbatimCore

/// What a transcript states about its conversation beside the words: id, order, product, date.
struct ConversationFacts {
  /// A thing that can be stated.
  enum Field: Hashable {
    case id, sku, gtin, asin, product, brand, order, customer, date, lot, supplier, language
    case agent
    case dimension(String)
  }

  private var stated: [Field: (rank: Int, value: String)] = [:]
  /// The names of the shop's people, where the source lists them.
  private(set) var agents: [String] = []

  /// Whether nothing is stated.
  var isEmpty: Bool { stated.isEmpty && agents.isEmpty }

  /// The date of the conversation.
  var date: Instant? { stated[.date].flatMap { TurnClock.instant($0.value) } }

  /// Notes one fact; false when the key is none that a record has a place for.
  ///
  /// Of two keys for one field the more specific wins, of two equal ones the first.
  @discardableResult
  mutating func set(_ key: some StringProtocol, _ value: some StringProtocol) -> Bool {
    guard let (field, rank) = Self.fields[Self.folded(key)] else { return false }
    var value = Conversation.trimmed(value)
    if value.count > 1, value.first == "\"", value.last == "\"" {
      value = Conversation.trimmed(value.dropFirst().dropLast())
    }
    guard !value.isEmpty else { return true }
    if field == .agent {
      agents.append(value)
    } else if field == .date, TurnClock.instant(value) == nil {
      return true
    } else if (stated[field]?.rank ?? .max) > rank {
      stated[field] = (rank, value)
    }
    return true
  }

  /// Reads pairs such as `sku=K-204 order=HR-7`; false when the text does not begin with a key.
  ///
  /// A value runs to the next key and may be quoted.
  mutating func readPairs(_ text: some StringProtocol) -> Bool {
    var pairs: [(key: String, value: String)] = []
    var isQuoted = false
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !isQuoted, let sign = word.firstIndex(of: "="), sign > word.startIndex,
        word[..<sign].allSatisfy({ $0.isLetter || $0.isNumber || "_-.".contains($0) })
      {
        pairs.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
        isQuoted = false
      } else {
        guard !pairs.isEmpty else { return false }
        pairs[pairs.count - 1].value += " " + word
      }
      let value = pairs[pairs.count - 1].value
      isQuoted = value.hasPrefix("\"") && !(value.count > 1 && value.hasSuffix("\""))
    }
    for pair in pairs { set(pair.key, pair.value) }
    return !pairs.isEmpty
  }

  /// Reads a line `Key: value` above the first turn; false when the key is no fact, or is as
  /// likely the name of a speaker.
  mutating func readLabel(_ line: some StringProtocol) -> Bool {
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    let key = line[..<colon]
    guard key.utf8.count <= 32, !Self.speakers.contains(Self.folded(key)) else { return false }
    return set(key, line[line.index(after: colon)...])
  }

  /// Whether the words before a colon label a fact and name no speaker.
  static func isLabel(_ name: some StringProtocol) -> Bool {
    let key = folded(name)
    return fields[key] != nil && !speakers.contains(key)
  }

  /// Writes what is stated into a record.
  func apply(to record: inout FeedbackRecord) {
    record.source.nativeID = stated[.id]?.value
    record.product.sku = stated[.sku]?.value
    record.product.gtin = stated[.gtin]?.value
    record.product.asin = stated[.asin]?.value
    record.product.name = stated[.product]?.value
    record.product.brand = stated[.brand]?.value
    record.orderID = stated[.order]?.value
    record.customer = stated[.customer]?.value
    record.lot = stated[.lot]?.value
    record.supplier = stated[.supplier]?.value
    record.language = stated[.language]?.value
    record.occurredAt = date
    for case (.dimension(let name), let fact) in stated { record.dims[name] = fact.value }
  }

  /// Letters and digits in lower case: "Customer ID", "customer_id" and "customerId" are one key.
  private static func folded(_ key: some StringProtocol) -> String {
    key.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Keys that are role words too, and so name speakers when a colon follows them.
  private static let speakers: Set<String> = [
    "customer", "user", "agent", "client",
  ]

  private static let fields: [String: (Field, Int)] = {
    let lists: [(Field, String)] = [
      (
        .id,
        """
        id conversationid convoid ticketid chatid callid caseid sessionid ticketnumber casenumber \
        ticketno ticket conversation chat call case
        """
      ),
      (.sku, "sku productsku itemsku articlenumber itemnumber"),
      (.gtin, "gtin ean upc productgtin barcode"),
      (.asin, "asin productasin"),
      (.product, "productname producttitle productnames product itemname item"),
      (.brand, "brand productbrand"),
      (.order, "orderid ordernumber orderno orderref ordername order"),
      (
        .customer,
        """
        customerid customernumber customerno userid clientid customeremail customer client user \
        customername
        """
      ),
      (
        .date,
        """
        date startedat startdate starttime started chatstarted callstarted createdat created \
        occurredat timestamp
        """
      ),
      (.lot, "lot lotid lotnumber batch batchnumber charge"),
      (.supplier, "supplier supplierid suppliername vendor"),
      (.language, "language lang languagecode locale"),
      (.agent, "agent agentname servedby handledby"),
      (.dimension("channel"), "channel"),
      (.dimension("queue"), "queue queuename department team"),
      (.dimension("category"), "category productcategory"),
      (.dimension("market"), "market"),
      (.dimension("tenure_band"), "tenureband"),
      (.dimension("flow"), "flow"),
      (.dimension("subflow"), "subflow"),
    ]
    var table: [String: (Field, Int)] = [:]
    for (field, keys) in lists {
      for (rank, key) in keys.split(separator: " ").enumerated() {
        table[String(key)] = (field, rank)
      }
    }
    return table
  }()
}
