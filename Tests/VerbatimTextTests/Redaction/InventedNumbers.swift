import VerbatimTestSupport

/// Payment cards, accounts and trade numbers that nobody holds, with right check digits.
enum InventedNumbers {
  /// A card of one of the great schemes, in one block, in its usual groups, or with dashes.
  static func card(using random: inout SeededGenerator) -> String {
    let (prefix, length) =
      [
        ("400000", 16), ("400000", 16), ("424200", 16), ("555500", 16), ("555500", 16),
        ("222300", 16), ("378200", 15), ("341100", 15), ("601100", 16), ("356600", 16),
        ("620000", 16),
      ].randomElement(using: &random) ?? ("400000", 16)
    let front = digits(of: prefix) + random.digits(length - prefix.count - 1)
    let number = joined(front + [NaiveCheckDigits.luhn(front)])
    let mask = length == 15 ? "#### ###### #####" : "#### #### #### ####"
    switch random.next() % 5 {
    case 0: return number
    case 1: return grouped(number, as: mask.replacing(" ", with: "-"))
    default: return grouped(number, as: mask)
    }
  }

  /// The account part of each country's IBAN: `#` a digit, `@` a letter.
  private static let accounts = [
    "AE": "###################", "AT": "################", "BE": "############",
    "BR": "#######################@#", "CH": "#################", "DE": "##################",
    "ES": "####################", "FR": "#######################",
    "GB": "XMPL##############", "IE": "VBTM##############", "IT": "@######################",
    "NL": "TEST##########", "PL": "########################", "PT": "#####################",
    "SA": "####################", "SE": "####################", "TR": "#####0################",
  ]

  /// An IBAN, in blocks of four or in one; nil for a country without.
  static func iban(of country: String, using random: inout SeededGenerator) -> String? {
    guard let pattern = accounts[country] else { return nil }
    var account = ""
    for character in pattern {
      switch character {
      case "#": account += joined(random.digits(1))
      case "@": account += random.pick(["C", "E", "K", "P", "X"])
      default: account.append(character)
      }
    }
    let number = country + NaiveCheckDigits.iban(country: country, account: account) + account
    guard random.chance(0.6) else { return number }
    return grouped(number, as: String(repeating: "#### ", count: number.count / 4 + 1))
  }

  /// A GTIN; one of thirteen digits passes for a card as well.
  static func gtin(using random: inout SeededGenerator) -> String {
    let length = [13, 13, 13, 12, 14, 8].randomElement(using: &random) ?? 13
    while true {
      var number = random.digits(length - 1)
      number.append(NaiveCheckDigits.gtin(number))
      if length != 13 || NaiveCheckDigits.luhn(number.dropLast()) == number.last {
        return joined(number)
      }
    }
  }

  /// The digits of a code, without what stands between them.
  static func digits(of code: String) -> [Int] { code.compactMap(\.wholeNumberValue) }

  static func joined(_ digits: [Int]) -> String { digits.map(String.init).joined() }

  /// A code with the separators of a mask, in which `#` stands for a character of the code.
  static func grouped(_ code: String, as mask: String) -> String {
    var rest = code[...]
    var result = ""
    for character in mask {
      guard !rest.isEmpty else { break }
      if character == "#" {
        result.append(rest.removeFirst())
      } else {
        result.append(character)
      }
    }
    return result
  }
}

extension SeededGenerator {
  /// So many digits.
  mutating func digits(_ count: Int) -> [Int] {
    (0..<count).map { _ in Int.random(in: 0...9, using: &self) }
  }

  /// One of some texts.
  mutating func pick(_ options: [String]) -> String { options.randomElement(using: &self) ?? "" }
}
