/// What a spreadsheet does to a cell when a person opens and saves a table.
enum SpreadsheetDamage: String, Hashable, Sendable {
  /// `8.10138E+11`: digits are lost.
  case scientific = "was shortened to a power of ten by a spreadsheet"
  /// Sixteen digits and more, of which only fifteen are not zero.
  case rounded = "was rounded to 15 digits by a spreadsheet"
  /// `5-Mar`, which was `3-5` or `MAR5`.
  case date = "was taken for a date by a spreadsheet"
  /// A GTIN of eleven digits, whole with a zero in front.
  case lostZero = "lost its zero in front to a spreadsheet"
  /// `#NAME?`: a text that began with `=`, `+` or `-`.
  case error = "is a spreadsheet's error in place of what was written"
  /// Text of exactly 32,767 characters.
  case cut = "was cut off at 32,767 characters by a spreadsheet"

  /// Whether the value is lost, so that two rows with the same cell may hold different ones.
  var isLoss: Bool { self == .scientific || self == .rounded || self == .error }

  /// The damage of a code or number of the row; nil when it shows none.
  static func of(code: String) -> SpreadsheetDamage? {
    let bytes = code.utf8
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "#") { return isError(code) ? .error : nil }
    guard first >= 0x30, first <= 0x39 || first >= 0x41 else { return nil }
    let isDigits = bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    if isDigits {
      guard bytes.count >= 16, bytes.dropFirst(15).allSatisfy({ $0 == 0x30 }) else { return nil }
      return .rounded
    }
    guard bytes.count <= 24 else { return nil }
    if isScientific(bytes) { return .scientific }
    return bytes.count <= 7 && isDate(code) ? .date : nil
  }

  /// Whether a cell is an error value.
  static func isError(_ cell: String) -> Bool {
    switch cell {
    case "#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#NV", "#WERT!",
      "#BEZUG!", "#NOM?", "#VALEUR!", "#¿NOMBRE?", "#NOME?":
      true
    default: false
    }
  }

  private static func isScientific(_ bytes: String.UTF8View) -> Bool {
    var exponent: String.UTF8View.Index?
    for index in bytes.indices {
      switch bytes[index] {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: ","): continue
      case UInt8(ascii: "E"), UInt8(ascii: "e"):
        guard exponent == nil else { return false }
        exponent = index
      case UInt8(ascii: "+"): guard exponent != nil else { return false }
      default: return false
      }
    }
    guard let exponent else { return false }
    // `12E5` is a code as people make them; a spreadsheet writes the sign.
    return bytes[bytes.index(after: exponent)...].first == UInt8(ascii: "+")
  }

  private static func isDate(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return (Int(parts[0]).map { (1...31).contains($0) } ?? false)
      && months.contains(parts[1].lowercased())
  }
}
