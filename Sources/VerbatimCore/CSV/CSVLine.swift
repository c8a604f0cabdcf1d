/// Lines of CSV that a spreadsheet opens without harm.
public enum CSVLine {
  /// What begins a formula in a spreadsheet: `=`, `+`, `-` and `@`, their full-width forms, which
  /// Excel takes for the same in some languages, and the controls that it skips before them.
  private static let starters: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n",
  ]

  /// A line of fields (RFC 4180).
  ///
  /// A field that a spreadsheet would run as a formula gets an apostrophe.
  public static func bytes(_ fields: [String]) -> [UInt8] {
    Array((fields.map(field).joined(separator: ",") + "\r\n").utf8)
  }

  /// A field as it stands in a line, in quotes where it must be.
  public static func field(_ text: String) -> String {
    var text = text
    // By scalar: a mark that combines with `=` must not hide it.
    if let first = text.unicodeScalars.first, starters.contains(first), Double(text) == nil {
      text = "'" + text
    }
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
