/// What a GS1 application identifier looks like: how long it is itself and how long its value.
///
/// Source: GS1 General Specifications, sections 3.2 (identifiers) and 7.8.4 (predefined lengths),
/// as the GS1 Barcode Syntax Dictionary has them.
enum ApplicationIdentifier {
  /// The number of digits of the identifier that begins with two digits; nil where none begins so.
  static func length(of prefix: Int) -> Int? {
    switch prefix {
    case 0...3, 10...13, 15...17, 20...22, 30, 37, 90...99: 2
    case 23...25, 40...42, 71: 3
    case 31...36, 39, 43, 70, 72, 80...82: 4
    default: nil
    }
  }

  /// The length of a value that needs no separator behind it; nil for one that runs to the next.
  static func fixedLength(of prefix: Int) -> Int? {
    switch prefix {
    case 0: 18
    case 1, 2, 3: 14
    case 11...13, 15...17, 31...36: 6
    case 20: 2
    case 41: 13
    default: nil
    }
  }

  /// The longest value of the identifiers whose meaning is used here.
  static func longest(_ identifier: String) -> Int {
    switch identifier {
    case "10", "21", "22": 20
    default: 90
    }
  }
}
