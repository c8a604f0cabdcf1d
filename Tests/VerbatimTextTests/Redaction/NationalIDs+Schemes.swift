import VerbatimTestSupport

/// The schemes that have a rule of their own.
extension NationalIDs {
  /// Social security number: no check digit; areas above those issued until 2011.
  static func american(_ random: inout SeededGenerator) -> String {
    let area = Int.random(in: 774...898, using: &random)
    let group = Int.random(in: 11...98, using: &random)
    return "\(area)\(group)\(Int.random(in: 1001...9998, using: &random))"
  }

  /// Sozialversicherungsnummer: the fourth digit checks the others.
  static func austrian(_ random: inout SeededGenerator) -> String {
    let day = String(birthday(&random).suffix(2))
    let birth = InventedNumbers.digits(of: day + day + random.pick(["70", "80", "90"]))
    while true {
      let serial = [Int.random(in: 1...9, using: &random)] + random.digits(2)
      let check =
        (NaiveCheckDigits.weightedSum(serial, [3, 7, 9])
          + NaiveCheckDigits.weightedSum(birth, [5, 8, 4, 2, 1, 6])) % 11
      if check < 10 { return InventedNumbers.joined(serial + [check] + birth) }
    }
  }

  /// Tax file number: the weighted sum of all nine digits is a multiple of 11.
  static func australian(_ random: inout SeededGenerator) -> String {
    while true {
      let number = digits(from: random.pick(["1", "2", "4"]), 9, &random)
      if NaiveCheckDigits.weightedSum(number, [1, 4, 3, 7, 5, 8, 6, 9, 10]).isMultiple(of: 11) {
        return InventedNumbers.joined(number)
      }
    }
  }

  /// Rijksregisternummer: 97 less the remainder of the rest.
  static func belgian(_ random: inout SeededGenerator) -> String {
    let front = random.pick(["70", "80", "90"]) + birthday(&random) + "1" + block(2, &random)
    return front + NaiveCheckDigits.twoDigits(97 - (Int(front) ?? 0) % 97)
  }

  /// CPF: two check digits, the second over the first.
  static func brazilian(_ random: inout SeededGenerator) -> String {
    var number = random.digits(9)
    for highest in [10, 11] {
      let weights = (2...highest).reversed().map { $0 }
      let remainder = NaiveCheckDigits.weightedSum(number, weights) % 11
      number.append(remainder < 2 ? 0 : 11 - remainder)
    }
    return InventedNumbers.joined(number)
  }

  /// RUT: weights 2 to 7 from the right, and a K for ten.
  static func chilean(_ random: inout SeededGenerator) -> String {
    let front = digits(from: "1", 8, &random)
    var sum = 0
    for (place, digit) in front.reversed().enumerated() { sum += digit * (2 + place % 6) }
    let check = (11 - sum % 11) % 11
    return InventedNumbers.joined(front) + (check == 10 ? "K" : "\(check)")
  }

  /// The resident ids of China, Korea and Taiwan.
  static func eastAsian(_ country: String, _ random: inout SeededGenerator) -> String {
    let birth = birthday(&random)
    switch country {
    case "CN":
      let place = random.pick(["110105", "310104", "440106"])
      let front = digits(from: place + random.pick(["1970", "1980", "1990"]) + birth, 17, &random)
      return InventedNumbers.joined(front) + NaiveCheckDigits.mod11And2(front)
    case "KR":
      let front = digits(
        from: random.pick(["70", "80", "90"]) + birth + random.pick(["1", "2"]),
        12,
        &random
      )
      let sum = NaiveCheckDigits.weightedSum(front, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5])
      return InventedNumbers.joined(front + [(11 - sum % 11) % 10])
    default:
      // A counts 10, B 11, F 15, H 17.
      let (letter, value) =
        [("A", 10), ("B", 11), ("F", 15), ("H", 17)].randomElement(using: &random) ?? ("A", 10)
      let front = digits(from: random.pick(["1", "2"]), 8, &random)
      let sum =
        value / 10 + value % 10 * 9
        + NaiveCheckDigits.weightedSum(front, [8, 7, 6, 5, 4, 3, 2, 1])
      return letter + InventedNumbers.joined(front + [(10 - sum % 10) % 10])
    }
  }

  /// Steuer-ID: of its first ten digits one stands twice and one not at all.
  static func german(_ random: inout SeededGenerator) -> String {
    while true {
      var front = Array((0...9).shuffled(using: &random).prefix(9))
      front.append(front[0])
      front.shuffle(using: &random)
      if front[0] > 0 {
        return InventedNumbers.joined(front + [NaiveCheckDigits.mod11And10(front)])
      }
    }
  }

  /// Identity number: birth date, serial, a zero for citizens, an eight, a check digit.
  static func southAfrican(_ random: inout SeededGenerator) -> String {
    let birth = random.pick(["80", "90"]) + birthday(&random)
    return luhn(from: birth + block(4, &random) + "08", 12, &random)
  }

  /// DNI: a letter for the remainder.
  static func spanish(_ random: inout SeededGenerator) -> String {
    let number = block(8, &random)
    let letters = "TRWAGMYFPDXBNJZSQVHLCKE"
    return number + NaiveCheckDigits.letter((Int(number) ?? 0) % 23, of: letters)
  }

  /// Numéro de sécurité sociale: sex, year, month, department, commune, serial, key.
  static func french(_ random: inout SeededGenerator) -> String {
    let month = String(birthday(&random).prefix(2))
    let front =
      random.pick(["1", "2"]) + random.pick(["70", "80", "90"]) + month
      + random.pick(["13", "33", "59", "69", "99"]) + "1" + block(2, &random) + "2"
      + block(2, &random)
    return front + NaiveCheckDigits.twoDigits(97 - (Int(front) ?? 0) % 97)
  }

  /// PPS number: a letter for the remainder.
  static func irish(_ random: inout SeededGenerator) -> String {
    let number = random.digits(7)
    let rank = NaiveCheckDigits.weightedSum(number, [8, 7, 6, 5, 4, 3, 2]) % 23
    return InventedNumbers.joined(number)
      + NaiveCheckDigits.letter(rank, of: "WABCDEFGHIJKLMNOPQRSTUV")
  }

  /// Aadhaar number.
  static func indian(_ random: inout SeededGenerator) -> String {
    let front = digits(from: random.pick(["2", "5", "9"]), 11, &random)
    return InventedNumbers.joined(front + [NaiveCheckDigits.verhoeff(front)])
  }

  /// Codice fiscale: three letters of the family name, three of the given one, year, month, day,
  /// place.
  static func italian(_ random: inout SeededGenerator) -> String {
    let month = random.pick(["A", "B", "E", "S"])
    let front =
      random.pick(["SMP", "PRV", "FTT"]) + random.pick(["MRA", "LGU", "NNA"])
      + random.pick(["70", "80", "90"]) + month + random.pick(["01", "11", "51"])
      + random.pick(["A944", "F205", "H501"])
    return front + NaiveCheckDigits.codiceFiscale(front)
  }

  /// My Number: weights 2 to 7, then again 2 to 6, from the right.
  static func japanese(_ random: inout SeededGenerator) -> String {
    let front = random.digits(11)
    let remainder =
      NaiveCheckDigits.weightedSum(front.reversed(), [2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6]) % 11
    return InventedNumbers.joined(front + [remainder < 2 ? 0 : 11 - remainder])
  }

  /// CURP: letters of the names, birth date, sex, state, consonants, a zero, a check digit.
  static func mexican(_ random: inout SeededGenerator) -> String {
    let front =
      random.pick(["XEXA", "PEXL", "GOXM"]) + random.pick(["70", "80", "90"]) + birthday(&random)
      + random.pick(["H", "M"]) + random.pick(["DF", "JC", "NL"]) + random.pick(["XPL", "RZN"])
      + "0"
    return front + "\(NaiveCheckDigits.curp(front))"
  }

  /// PESEL: weights 1, 3, 7, 9 over and over.
  static func polish(_ random: inout SeededGenerator) -> String {
    let front = digits(from: random.pick(["70", "80", "90"]) + birthday(&random), 10, &random)
    let sum = NaiveCheckDigits.weightedSum(front, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3])
    return InventedNumbers.joined(front + [(10 - sum % 10) % 10])
  }

  /// NIF: what the weighted sum lacks to a multiple of 11, and 0 for ten and eleven.
  static func portuguese(_ random: inout SeededGenerator) -> String {
    let front = digits(from: random.pick(["1", "2"]), 8, &random)
    let remainder = NaiveCheckDigits.weightedSum(front, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return InventedNumbers.joined(front + [remainder < 2 ? 0 : 11 - remainder])
  }

  /// SNILS: the weighted sum modulo 101, and 00 for a hundred.
  static func russian(_ random: inout SeededGenerator) -> String {
    let front = digits(from: random.pick(["1", "4", "9"]), 9, &random)
    let check = NaiveCheckDigits.weightedSum(front, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100
    return InventedNumbers.joined(front) + NaiveCheckDigits.twoDigits(check)
  }

  /// NRIC: a letter for the remainder; a T counts 4.
  static func singaporean(_ random: inout SeededGenerator) -> String {
    let prefix = random.pick(["S", "T"])
    let number = random.digits(7)
    let sum = NaiveCheckDigits.weightedSum(number, [2, 7, 6, 5, 4, 3, 2]) + (prefix == "T" ? 4 : 0)
    return prefix + InventedNumbers.joined(number)
      + NaiveCheckDigits.letter(sum % 11, of: "JZIHGFEDCBA")
  }

  /// Citizen's number: weights 13 to 2.
  static func thai(_ random: inout SeededGenerator) -> String {
    let front = digits(from: random.pick(["1", "3"]), 12, &random)
    let sum = NaiveCheckDigits.weightedSum(front, (2...13).reversed().map { $0 })
    return InventedNumbers.joined(front + [(11 - sum % 11) % 10])
  }

  /// TC kimlik numarası: seven times the digits in odd places less the others, then the sum.
  static func turkish(_ random: inout SeededGenerator) -> String {
    var number = [Int.random(in: 1...9, using: &random)] + random.digits(8)
    let odd = [0, 2, 4, 6, 8].reduce(0) { $0 + number[$1] }
    let even = [1, 3, 5, 7].reduce(0) { $0 + number[$1] }
    number.append((odd * 7 - even + 100) % 10)
    number.append(number.reduce(0, +) % 10)
    return InventedNumbers.joined(number)
  }
}
