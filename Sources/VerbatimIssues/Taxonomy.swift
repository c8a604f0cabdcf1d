public import VerbatimCore
internal import VerbatimText

/// What can go wrong: groups and leaves, each with its tier, as data.
public struct Taxonomy: Sendable {
  /// One leaf.
  public struct Leaf: Hashable, Sendable {
    /// `DUR.BREAKS`.
    public var code: String
    /// The group's name.
    public var group: String
    /// The leaf's name.
    public var name: String
    /// How bad it usually is.
    public var tier: Issue.Tier
    /// How bad it is when harm is stated.
    public var tierWithHarm: Issue.Tier
    /// Whose fault it usually is.
    public var attribution: Issue.Attribution
    /// Where in the customer's way it belongs.
    public var stage: FeedbackSignal.JourneyStage
    /// What belongs to it.
    public var definition: String

    /// Whether the words around a match may say that somebody else than usual is to blame.
    ///
    /// A courier may crush a lamp; he does not make it too small, and what a shop's service does
    /// wrong is its own. Customers may always blame themselves.
    func admits(_ attribution: Issue.Attribution) -> Bool {
      if attribution == .customerChoice { return true }
      return switch code.prefix(while: { $0 != "." }) {
      case "PKG", "ORD", "SAF", "FRS":
        attribution == .supplier || attribution == .carrier || attribution == .warehouse
      case "DEL": attribution == .warehouse
      default: false
      }
    }
  }

  /// The version, part of every signal.
  public let version: String
  /// The leaves, in the order of the file.
  public let leaves: [Leaf]
  /// Pairs of which the first drops the second where both are found in one clause.
  public let precedence: [(winner: String, loser: String)]
  private let byCode: [String: Int]
  private let reasons: [FeedbackRecord.ReturnReason: [String]]

  /// The files a taxonomy is made of.
  public static let files = [
    "taxonomy.tsv", "precedence.tsv", "reason-codes.tsv", "version.tsv",
  ]

  /// Reads the files, each with its path and bytes by its name.
  public init(files: [String: (path: String, bytes: [UInt8])]) throws(Diagnostic) {
    func table(_ name: String, _ columns: [String]) throws(Diagnostic) -> TableFile {
      guard let file = files[name] else {
        throw Diagnostic(
          .lexiconMissing,
          at: SourceLocation(file: name),
          "the taxonomy lacks this file"
        )
      }
      return try TableFile(path: file.path, bytes: file.bytes, columns: columns)
    }
    var leaves: [Leaf] = []
    for row in try table(
      "taxonomy.tsv",
      [
        "code", "group", "name", "tier", "tier_with_harm", "severity", "attribution", "stage",
        "description",
      ]
    ).rows {
      guard let tier = Issue.Tier(rawValue: row[3]), let harm = Issue.Tier(rawValue: row[4]),
        let attribution = Issue.Attribution(rawValue: row[6]),
        let stage = FeedbackSignal.JourneyStage(rawValue: row[7])
      else {
        throw Diagnostic(
          .lexiconLine,
          at: row.location,
          "a tier, attribution or stage is not known",
          hint: "tiers are T0 to T4; attributions and stages are those of the contract"
        )
      }
      leaves.append(
        Leaf(
          code: row[0],
          group: row[1],
          name: row[2],
          tier: tier,
          tierWithHarm: harm,
          attribution: attribution,
          stage: stage,
          definition: row[8]
        )
      )
    }
    self.leaves = leaves
    byCode = Dictionary(
      leaves.enumerated().map { ($1.code, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    precedence = try table("precedence.tsv", ["winner", "loser"]).rows.map { ($0[0], $0[1]) }
    version = try table("version.tsv", ["version"]).rows.first?[0] ?? "0"
    var reasons: [FeedbackRecord.ReturnReason: [String]] = [:]
    for row in try table("reason-codes.tsv", ["scheme", "code", "issue"]).rows {
      reasons[.init(scheme: row[0], code: row[1]), default: []].append(row[2])
    }
    self.reasons = reasons
    for code in precedence.flatMap({ [$0.winner, $0.loser] }) + reasons.values.joined().sorted()
    where byCode[code] == nil {
      throw Diagnostic(
        .issueUnknown,
        at: SourceLocation(file: "taxonomy"),
        "there is no leaf `\(code)`"
      )
    }
  }

  /// The leaf of a code; nil when there is none.
  public func leaf(_ code: String) -> Leaf? { byCode[code].map { leaves[$0] } }

  /// The place of a code in `leaves`.
  func index(of code: String) -> Int? { byCode[code] }

  /// The issues that a marketplace's return reason hints at; none when the code is not mapped.
  public func issues(for reason: FeedbackRecord.ReturnReason) -> [String] { reasons[reason] ?? [] }
}
