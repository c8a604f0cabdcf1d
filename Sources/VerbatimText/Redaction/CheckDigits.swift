/// Sums over digits by which numbers check themselves.
enum CheckDigits {
  /// ISO/IEC 7812: every second digit from the right doubled, the sum a multiple of ten.
  static func passesLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    var doubles = false
    for digit in digits.reversed() {
      let value = doubles ? Int(digit) * 2 : Int(digit)
      sum += value > 9 ? value - 9 : value
      doubles.toggle()
    }
    return sum.isMultiple(of: 10)
  }

  /// The digits times the weights, added, as far as both reach.
  static func sum(_ digits: ArraySlice<UInt8>, _ weights: [Int]) -> Int {
    var sum = 0
    for (digit, weight) in zip(digits, weights) { sum += Int(digit) * weight }
    return sum
  }

  /// The number that digits write, by a modulus.
  static func remainder(_ digits: ArraySlice<UInt8>, by modulus: Int) -> Int {
    digits.reduce(0) { ($0 * 10 + Int($1)) % modulus }
  }

  /// ISO/IEC 7064, MOD 11,10.
  static func passesMod1110(_ digits: ArraySlice<UInt8>) -> Bool {
    var product = 10
    for digit in digits.dropLast() {
      let sum = (Int(digit) + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    guard let last = digits.last else { return false }
    return (11 - product) % 10 == Int(last)
  }

  /// Verhoeff (1969): the dihedral group of order ten.
  static func passesVerhoeff(_ digits: ArraySlice<UInt8>) -> Bool {
    var check = 0
    for (place, digit) in digits.reversed().enumerated() {
      var value = Int(digit)
      for _ in 0..<(place % 8) { value = verhoeffShift[value] }
      check = dihedral(check, value)
    }
    return check == 0
  }

  private static let verhoeffShift = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

  /// The product of two of the ten symmetries of a pentagon: 0 to 4 turn, 5 to 9 mirror.
  private static func dihedral(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): (left + right - 5) % 5 + 5
    case (false, true): (left - 5 - right + 5) % 5 + 5
    case (false, false): (left - right + 5) % 5
    }
  }

  /// GS1: weights 3 and 1 from the right, the sum a multiple of ten.
  static func passesGTIN(_ digits: ArraySlice<UInt8>) -> Bool {
    var sum = 0
    var weight = 1
    for digit in digits.reversed() {
      sum += Int(digit) * weight
      weight = 4 - weight
    }
    return sum.isMultiple(of: 10)
  }
}
