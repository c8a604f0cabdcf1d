/// Check digits by the published rule of each scheme, written the plain way.
enum NaiveCheckDigits {
  static func weightedSum(_ digits: [Int], _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Payment cards and many national ids (ISO/IEC 7812-1).
  static func luhn(_ digits: [Int]) -> Int {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let weighed = place.isMultiple(of: 2) ? digit * 2 : digit
      sum += weighed > 9 ? weighed - 9 : weighed
    }
    return (10 - sum % 10) % 10
  }

  /// GTINs of every length, and the Swiss AHV number.
  static func gtin(_ digits: [Int]) -> Int {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      sum += place.isMultiple(of: 2) ? digit * 3 : digit
    }
    return (10 - sum % 10) % 10
  }

  /// The two digits after an IBAN's country (ISO 13616).
  static func iban(country: String, account: String) -> String {
    var remainder = 0
    for character in account + country + "00" {
      let value = Int(String(character), radix: 36) ?? 0
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
    }
    return twoDigits(98 - remainder)
  }

  /// The German tax number (ISO/IEC 7064, MOD 11,10).
  static func mod11And10(_ digits: [Int]) -> Int {
    var product = 10
    for digit in digits {
      let sum = (digit + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10
  }

  /// The Chinese resident id (ISO/IEC 7064, MOD 11-2): a digit or X.
  static func mod11And2(_ digits: [Int]) -> String {
    let sum = weightedSum(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
    return ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
  }

  /// India's Aadhaar number (Verhoeff, over the symmetries of a pentagon).
  static func verhoeff(_ digits: [Int]) -> Int {
    (0...9).first { candidate in
      var check = 0
      for (place, digit) in (digits + [candidate]).reversed().enumerated() {
        check = turned(check, by: permuted(digit, times: place % 8))
      }
      return check == 0
    } ?? 0
  }

  private static func permuted(_ digit: Int, times: Int) -> Int {
    let permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    return (0..<times).reduce(digit) { digit, _ in permutation[digit] }
  }

  /// The product of two symmetries: 0 to 4 turn, 5 to 9 turn and mirror.
  private static func turned(_ left: Int, by right: Int) -> Int {
    let turn = (left < 5 ? left + right : left - right + 10) % 5
    return (left < 5) == (right < 5) ? turn : turn + 5
  }

  /// The letter at the end of an Italian codice fiscale.
  static func codiceFiscale(_ code: String) -> String {
    let odd = [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
    ]
    var sum = 0
    for (place, character) in code.enumerated() {
      let value = Int(String(character), radix: 36) ?? 0
      let rank = value > 9 ? value - 10 : value
      sum += place.isMultiple(of: 2) ? odd[rank] : rank
    }
    return letter(sum % 26, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  }

  /// The last digit of a Mexican CURP.
  static func curp(_ code: String) -> Int {
    let alphabet = Array("0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ")
    var sum = 0
    for (place, character) in code.enumerated() {
      sum += (alphabet.firstIndex(of: character) ?? 0) * (18 - place)
    }
    return (10 - sum % 10) % 10
  }

  /// The letter of an alphabet at a rank.
  static func letter(_ rank: Int, of alphabet: String) -> String { String(Array(alphabet)[rank]) }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
