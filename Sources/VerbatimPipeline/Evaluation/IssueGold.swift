public import VerbatimCore
public import VerbatimIssues
internal import VerbatimText

/// A text with the issues that a careful person finds in it.
public struct IssueGold: Hashable, Sendable {
  /// An issue as a person sees it.
  public struct Claim: Hashable, Sendable {
    /// The leaf.
    public var code: String
    /// How bad it is; the leaf's own tier where the file states none.
    public var tier: Issue.Tier
    /// Whether it happened.
    public var modality: Issue.Modality
    /// Whose fault it is.
    public var attribution: Issue.Attribution
  }

  /// Which half of the data a text belongs to.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// To work with.
    case dev
    /// Only measured on.
    case heldOut = "held-out"

    /// The part of a text by its content: dev when the SHA-256 of its UTF-8 begins with a
    /// hexadecimal digit from 0 to 7, so a half, and copies of a text stay together.
    public init(of text: String) {
      let digit = Fingerprint.sha256(text).utf8.first ?? 0
      self = ("01234567".utf8.contains(digit)) ? .dev : .heldOut
    }
  }

  /// The text.
  public var text: String
  /// What is in it, one for each leaf: reports before denials, as the matcher keeps them.
  public var claims: [Claim]
  /// Leaves that must not be reported.
  public var traps: [String]
  /// How many days it took until it failed; nil where the text does not say.
  public var days: Int?
  /// Which half it belongs to.
  public var part: Part
  /// The line of the file.
  public var location: SourceLocation

  /// The columns of a file.
  public static let columns = ["text", "issues", "trap", "days"]

  /// Reads a file: `text`, `issues` as `CODE[/TIER]|modality|attribution` joined by `;`, `trap` as
  /// codes joined by `;`, and `days`.
  ///
  /// A text that may not be copied stands as `sha256:` and the first digits of its SHA-256.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - taxonomy: The leaves that there are.
  ///   - texts: The texts that stand so; a row whose text is not among them is left out, and one
  ///     diagnostic counts them.
  ///   - diagnostics: Takes one for each faulty line, which is left out.
  /// - Returns: The rows in their order.
  /// - Throws: A diagnostic for a file that cannot be read or has other columns.
  public static func read(
    _ path: String,
    taxonomy: Taxonomy,
    texts: GoldTexts = GoldTexts(),
    diagnostics: inout [Diagnostic]
  ) throws(Diagnostic) -> [IssueGold] {
    let table = try TableFile(
      path: path,
      bytes: try ByteReader(path: path).readToEnd(),
      columns: columns
    )
    var rows: [IssueGold] = []
    var missing: [SourceLocation] = []
    for row in table.rows {
      guard let text = texts.text(for: row[0]) else {
        missing.append(row.location)
        continue
      }
      do throws(Diagnostic) {
        rows.append(try IssueGold(text, row, taxonomy))
      } catch {
        diagnostics.append(error)
      }
    }
    if let first = missing.first {
      diagnostics.append(
        Diagnostic(
          .lexiconLine,
          at: first,
          "of this and the rows behind it \(missing.count) name a text that is not there",
          hint: "give the files with the texts, one a line, as --texts"
        )
      )
    }
    return rows
  }

  private init(_ text: String, _ row: TableFile.Row, _ taxonomy: Taxonomy) throws(Diagnostic) {
    self.text = text
    claims = []
    for field in row[1].split(separator: ";") {
      let claim = try Self.claim(field, row.location, taxonomy)
      if let known = claims.firstIndex(where: { $0.code == claim.code }) {
        if claim.modality.rank < claims[known].modality.rank { claims[known] = claim }
      } else {
        claims.append(claim)
      }
    }
    traps = []
    for code in row[2].split(separator: ";") {
      traps.append(try Self.leaf(Self.trimmed(code), row.location, taxonomy).code)
    }
    if !row[3].isEmpty {
      guard let number = Double(row[3]), number >= 0 else {
        throw Diagnostic(.lexiconLine, at: row.location, "`\(row[3])` is no number of days")
      }
      days = Int(number.rounded())
    }
    part = Part(of: text)
    location = row.location
  }

  private static func claim(
    _ field: Substring,
    _ location: SourceLocation,
    _ taxonomy: Taxonomy
  ) throws(Diagnostic) -> Claim {
    let parts = field.split(separator: "|").map { trimmed($0) }
    guard parts.count == 3, let modality = Issue.Modality(rawValue: parts[1]),
      let attribution = Issue.Attribution(rawValue: parts[2])
    else {
      throw Diagnostic(
        .lexiconLine,
        at: location,
        "`\(field)` is no issue",
        hint: "write CODE|modality|attribution, or CODE/TIER|modality|attribution"
      )
    }
    let code = parts[0].split(separator: "/").map(String.init)
    let leaf = try leaf(code.first ?? "", location, taxonomy)
    return Claim(
      code: leaf.code,
      tier: code.count == 2 ? Issue.Tier(rawValue: code[1]) ?? leaf.tier : leaf.tier,
      modality: modality,
      attribution: attribution
    )
  }

  private static func leaf(
    _ code: String,
    _ location: SourceLocation,
    _ taxonomy: Taxonomy
  ) throws(Diagnostic) -> Taxonomy.Leaf {
    guard let leaf = taxonomy.leaf(code) else {
      throw Diagnostic(.issueUnknown, at: location, "there is no leaf `\(code)`")
    }
    return leaf
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
