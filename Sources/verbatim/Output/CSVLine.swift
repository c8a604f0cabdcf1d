/// Lines of CSV that a spreadsheet opens without harm.
enum CSVLine {
  /// A line of fields.
  ///
  /// A field that a spreadsheet would run as a formula gets an apostrophe.
  static func bytes(_ fields: [String]) -> [UInt8] {
    Array((fields.map(field).joined(separator: ",") + "\r\n").utf8)
  }

  /// A field as it stands in a line, in quotes where it must be.
  static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil {
      text = "'" + text
    }
    guard text.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
