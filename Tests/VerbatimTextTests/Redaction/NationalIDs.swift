import VerbatimTestSupport

/// National ids that nobody holds: right check digits, and birth dates such as the first of
/// January or the eleventh of November of a round year.
enum NationalIDs {
  /// How people group an id: `#` stands for a character of it.
  private static let masks = [
    "AE": "###-####-#######-#", "AR": "##-########-#", "AT": "#### ######", "AU": "### ### ###",
    "BE": "##.##.##-###.##", "BR": "###.###.###-##", "CA": "### ### ###", "CH": "###.####.####.##",
    "CL": "##.###.###-#", "DE": "## ### ### ###", "ES": "########-#",
    "FR": "# ## ## ## ### ### ##", "GB": "## ## ## ## #", "IN": "#### #### ####",
    "JP": "#### #### ####", "KR": "######-#######", "NL": "####.##.###", "PT": "### ### ###",
    "RU": "###-###-### ##", "SE": "######-####", "TH": "#-####-#####-##-#", "US": "###-##-####",
    "ZA": "###### #### ###",
  ]

  /// The id that most people of a country have: grouped or in one block.
  static func id(of country: String, using random: inout SeededGenerator) -> String? {
    guard let code = code(of: country, using: &random) else { return nil }
    guard let mask = masks[country], random.chance(0.6) else { return code }
    return InventedNumbers.grouped(code, as: mask)
  }

  private static func code(of country: String, using random: inout SeededGenerator) -> String? {
    switch country {
    case "AE": luhn(from: "784" + random.pick(["1970", "1980", "1990"]), 14, &random)
    case "AR": eleven(from: "20", 10, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2], &random)
    case "AT": austrian(&random)
    case "AU": australian(&random)
    case "BE": belgian(&random)
    case "BR": brazilian(&random)
    case "CA": luhn(from: random.pick(["1", "3", "5", "7"]), 8, &random)
    case "CH": gtin(from: "756", 12, &random)
    case "CL": chilean(&random)
    case "CN", "KR", "TW": eastAsian(country, &random)
    case "DE": german(&random)
    case "ES": spanish(&random)
    case "FR": french(&random)
    case "GB": random.pick(["AB", "CE", "HX", "JK", "PW"]) + block(6, &random) + "C"
    case "IE": irish(&random)
    case "IN": indian(&random)
    case "IT": italian(&random)
    case "JP": japanese(&random)
    case "MX": mexican(&random)
    case "NL": eleven(from: "1", 8, [9, 8, 7, 6, 5, 4, 3, 2], &random, isDutch: true)
    case "PL": polish(&random)
    case "PT": portuguese(&random)
    case "RU": russian(&random)
    case "SA": luhn(from: random.pick(["1", "2"]), 9, &random)
    case "SE": luhn(from: random.pick(["70", "80", "90"]) + birthday(&random), 9, &random)
    case "SG": singaporean(&random)
    case "TH": thai(&random)
    case "TR": turkish(&random)
    case "US": american(&random)
    case "ZA": southAfrican(&random)
    default: nil
    }
  }

  // MARK: What several schemes share

  /// A month and a day that look made up.
  static func birthday(_ random: inout SeededGenerator) -> String {
    random.pick(["0101", "0202", "0303", "0505", "1111", "1212"])
  }

  static func block(_ count: Int, _ random: inout SeededGenerator) -> String {
    InventedNumbers.joined(random.digits(count))
  }

  /// So many digits that begin with some.
  static func digits(
    from prefix: String,
    _ count: Int,
    _ random: inout SeededGenerator
  ) -> [Int] {
    let front = InventedNumbers.digits(of: prefix)
    return front + random.digits(count - front.count)
  }

  static func luhn(
    from prefix: String,
    _ count: Int,
    _ random: inout SeededGenerator
  ) -> String {
    let front = digits(from: prefix, count, &random)
    return InventedNumbers.joined(front + [NaiveCheckDigits.luhn(front)])
  }

  private static func gtin(
    from prefix: String,
    _ count: Int,
    _ random: inout SeededGenerator
  ) -> String {
    let front = digits(from: prefix, count, &random)
    return InventedNumbers.joined(front + [NaiveCheckDigits.gtin(front)])
  }

  /// A number whose check digit is a weighted sum modulo 11, drawn again where that needs two
  /// digits; the Dutch take the sum itself, the others what it lacks.
  private static func eleven(
    from prefix: String,
    _ count: Int,
    _ weights: [Int],
    _ random: inout SeededGenerator,
    isDutch: Bool = false
  ) -> String {
    while true {
      let front = digits(from: prefix, count, &random)
      let remainder = NaiveCheckDigits.weightedSum(front, weights) % 11
      let check = isDutch ? remainder : (11 - remainder) % 11
      if check < 10 { return InventedNumbers.joined(front + [check]) }
    }
  }
}
