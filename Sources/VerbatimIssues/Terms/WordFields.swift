public import VerbatimCore
public import VerbatimText

/// Fields of words that mean one kind of thing: what breaks, what holds a lid, who brings a parcel.
public struct WordFields: Sendable {
  /// The names, in the order of the file.
  public let names: [String]
  /// Every word form of each, `~` expanded.
  let forms: [[[UInt8]]]

  /// Reads a file with the columns `field` and `words`.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - bytes: What it holds.
  ///   - inflector: What `~` before a word means.
  /// - Throws: `V3001` when the header is another.
  public init(path: String, bytes: [UInt8], inflector: Inflector) throws(Diagnostic) {
    let table = try TableFile(path: path, bytes: bytes, columns: ["field", "words"])
    names = table.rows.map { $0[0] }
    forms = table.rows.map { row in
      row[1].split(separator: " ").flatMap { word in
        word.hasPrefix("~")
          ? inflector.forms(of: Array(word.utf8.dropFirst())) : [Array(word.utf8)]
      }
    }
  }

  /// The fields of each word form, by their numbers, ascending.
  public var byForm: [String: [Int]] {
    var fields: [String: [Int]] = [:]
    for (number, forms) in forms.enumerated() {
      for form in forms.map({ String(decoding: $0, as: UTF8.self) })
      where fields[form]?.last != number {
        fields[form, default: []].append(number)
      }
    }
    return fields
  }
}
