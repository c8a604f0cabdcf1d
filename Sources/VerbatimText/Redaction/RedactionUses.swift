/// What phrases of the redaction files are for.
struct RedactionUses: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  // Beside numbers.
  static let phone = Self(bit: 0)
  static let fromExtension = Self(bit: 1)
  static let mail = Self(bit: 2)
  static let card = Self(bit: 3)
  static let identity = Self(bit: 4)
  static let address = Self(bit: 5)
  static let order = Self(bit: 6)
  static let product = Self(bit: 7)
  static let connector = Self(bit: 8)
  static let measure = Self(bit: 9)
  // In spelled-out mail addresses.
  static let at = Self(bit: 10)
  static let dot = Self(bit: 11)
  // Around names.
  static let introduction = Self(bit: 12)
  static let selfNaming = Self(bit: 13)
  static let selfEnd = Self(bit: 14)
  static let label = Self(bit: 15)
  static let greeting = Self(bit: 16)
  static let honorific = Self(bit: 17)
  static let suffixTitle = Self(bit: 18)
  static let particle = Self(bit: 19)
  static let and = Self(bit: 20)
  static let notAName = Self(bit: 21)
  static let closing = Self(bit: 22)
  static let shortClosing = Self(bit: 23)
  // In addresses.
  static let numberNameType = Self(bit: 24)
  static let weakNumberNameType = Self(bit: 25)
  static let numberTypeName = Self(bit: 26)
  static let weakNumberTypeName = Self(bit: 27)
  static let typeNameNumber = Self(bit: 28)
  static let weakTypeNameNumber = Self(bit: 29)
  static let nameTypeNumber = Self(bit: 30)
  static let weakNameTypeNumber = Self(bit: 31)
  static let direction = Self(bit: 34)
  static let unit = Self(bit: 35)
  static let box = Self(bit: 36)
  static let lead = Self(bit: 37)
  static let numberWord = Self(bit: 38)
  static let numberLead = Self(bit: 39)
  static let town = Self(bit: 40)
  static let region = Self(bit: 41)
  static let cut = Self(bit: 42)
  // Weaker greetings and introductions.
  static let weakGreeting = Self(bit: 43)
  static let lineGreeting = Self(bit: 44)
  static let weakSelfNaming = Self(bit: 45)
  static let weakDot = Self(bit: 46)
  static let weakPhone = Self(bit: 47)
  static let surname = Self(bit: 48)
  static let weakNumberLead = Self(bit: 49)
  static let mention = Self(bit: 50)
  static let thanks = Self(bit: 51)
  static let title = Self(bit: 52)
  static let trailer = Self(bit: 53)
  static let role = Self(bit: 54)
  static let weakMention = Self(bit: 55)
  static let weakSelfEnd = Self(bit: 56)
  static let selfLead = Self(bit: 57)
  static let openMention = Self(bit: 58)
  // Around listed names within a sentence.
  static let goodsLead = Self(bit: 59)
  static let personLead = Self(bit: 60)
  static let nameFollower = Self(bit: 61)
  static let personVerb = Self(bit: 62)
  static let goodsName = Self(bit: 63)
  // Around names that no list has.
  static let personAct = Self(bit: 32)
  static let belonging = Self(bit: 33)

  /// What the first pass over a text looks for, anywhere in it.
  static let anywhere: Self = [
    .at, .introduction, .selfNaming, .weakSelfNaming, .label, .greeting, .weakGreeting,
    .lineGreeting, .suffixTitle, .closing, .shortClosing, .mention, .weakMention, .openMention,
    .thanks, .title, .trailer, .role, .address,
  ]
  /// Uses that say something only where a name stands beside: most texts have such words.
  static let besideNames: Self = [
    .mention, .weakMention, .openMention, .thanks, .title, .trailer, .role, .label, .selfNaming,
    .weakSelfNaming,
    .closing, .shortClosing, .greeting, .weakGreeting, .lineGreeting, .suffixTitle,
  ]

  /// All uses.
  static let all = named.values.reduce(into: Self()) { $0.formUnion($1) }

  /// The uses by their names in the files.
  static let named: [String: Self] = [
    "phone": .phone, "extension": .fromExtension, "mail": .mail, "card": .card,
    "identity": .identity, "address": .address, "order": .order, "product": .product,
    "connector": .connector, "measure": .measure, "at": .at, "dot": .dot,
    "introduction": .introduction, "self": .selfNaming, "self-end": .selfEnd, "label": .label,
    "greeting": .greeting, "honorific": .honorific, "suffix-title": .suffixTitle,
    "particle": .particle, "and": .and, "not-a-name": .notAName, "closing": .closing,
    "short-closing": .shortClosing, "number-name-type": .numberNameType,
    "weak number-name-type": .weakNumberNameType, "number-type-name": .numberTypeName,
    "weak number-type-name": .weakNumberTypeName, "type-name-number": .typeNameNumber,
    "weak type-name-number": .weakTypeNameNumber, "name-type-number": .nameTypeNumber,
    "weak name-type-number": .weakNameTypeNumber, "direction": .direction, "unit": .unit,
    "box": .box, "lead": .lead,
    "number-word": .numberWord, "number-lead": .numberLead, "town": .town, "region": .region,
    "cut": .cut, "weak greeting": .weakGreeting, "line greeting": .lineGreeting,
    "weak self": .weakSelfNaming, "weak dot": .weakDot,
    "weak phone": .weakPhone, "surname": .surname,
    "weak number-lead": .weakNumberLead, "mention": .mention, "thanks": .thanks, "title": .title,
    "trailer": .trailer, "weak self-end": .weakSelfEnd, "self-lead": .selfLead,
    "weak mention": .weakMention, "role": .role,
    "open mention": .openMention, "goods-lead": .goodsLead, "person-lead": .personLead,
    "name-follower": .nameFollower, "person-verb": .personVerb, "goods-name": .goodsName,
    "person-act": .personAct, "belonging": .belonging,
  ]
}
