public import VerbatimCore
internal import VerbatimText

/// One line of a group's pattern file.
public struct IssuePattern: Hashable, Sendable {
  /// What a match means.
  public enum Use: String, Hashable, Sendable {
    /// The issue is said.
    case match
    /// A look-alike: what it overlaps is not the issue.
    case veto
    /// The contrary of the issue is said: "arrived on time".
    case denial
  }

  /// The leaf.
  public var code: String
  /// What a match means.
  public var use: Use
  /// The pattern.
  public var source: String
  /// The tier when the wording decides it.
  public var tier: Issue.Tier?
  /// How sure a match is.
  public var confidence: Double
  /// Whose fault, when the wording says it.
  public var attribution: Issue.Attribution?
  /// The line of the file.
  public var location: SourceLocation

  /// How sure a match is when its line says nothing.
  static let defaultConfidence = 0.9

  /// How sure it is at most when the contrary is denied: "isn't true to size".
  static let turnedConfidence = 0.7

  /// Reads a group's file; faulty lines become diagnostics.
  public static func read(
    path: String,
    bytes: [UInt8],
    taxonomy: Taxonomy,
    diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) -> [IssuePattern] {
    let table = try TableFile(
      path: path,
      bytes: bytes,
      columns: ["code", "use", "pattern", "options"]
    )
    var patterns: [IssuePattern] = []
    for row in table.rows {
      guard taxonomy.leaf(row[0]) != nil else {
        diagnostics.append(
          Diagnostic(.issueUnknown, at: row.location, "there is no leaf `\(row[0])`")
        )
        continue
      }
      guard let use = Use(rawValue: row[1]) else {
        diagnostics.append(
          Diagnostic(
            .lexiconLine,
            at: row.location,
            "`\(row[1])` is no use of a pattern",
            hint: "write match, veto or denial"
          )
        )
        continue
      }
      var pattern = IssuePattern(
        code: row[0],
        use: use,
        source: row[2],
        tier: nil,
        confidence: defaultConfidence,
        attribution: nil,
        location: row.location
      )
      for option in row[3].split(separator: " ") {
        let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
        switch (parts[0], parts.count == 2 ? parts[1] : "") {
        case ("tier", let value) where Issue.Tier(rawValue: value) != nil:
          pattern.tier = Issue.Tier(rawValue: value)
        case ("conf", let value) where Double(value).map { $0 > 0 && $0 <= 1 } ?? false:
          pattern.confidence = Double(value) ?? defaultConfidence
        case ("attr", let value) where Issue.Attribution(rawValue: value) != nil:
          pattern.attribution = Issue.Attribution(rawValue: value)
        default:
          diagnostics.append(
            Diagnostic(
              .lexiconLine,
              at: row.location,
              "`\(option)` is no option",
              hint: "options are tier=T0…T4, conf=0…1, attr=…"
            )
          )
        }
      }
      patterns.append(pattern)
    }
    return patterns
  }
}
