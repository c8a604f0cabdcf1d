public import VerbatimCore
public import VerbatimText

/// What the columns of tables are called, in the languages and exports that the data files list.
///
/// Vendors add, drop, translate and re-case columns, so a name is looked up alone, never a whole
/// header; and an export is recognised by many of its names, never by all.
public struct ColumnNames: Sendable {
  /// The file of names inside the lexicons, and its columns.
  public static let file = (
    name: "languages/columns.tsv", columns: ["role", "name", "scope", "note"]
  )
  /// The file of exports inside the lexicons, and its columns.
  public static let exportFile = (
    name: "languages/exports.tsv",
    columns: ["export", "kind", "day_first", "ids", "needed", "names", "title"]
  )
  /// The file of month names inside the lexicons, and its columns.
  public static let monthFile = (
    name: "languages/months.tsv", columns: ["language", "month", "names"]
  )

  /// Words of questions and of the ends of scales.
  enum Cue: String, Hashable, Sendable {
    case nps, csat, ces, text
    case easy = "ces-easy"
    case hard = "ces-hard"
    case lowEnd = "low-end"
  }

  /// A role with the place of its name in the file: where one column can have a role, the name that
  /// stands first wins.
  struct Named: Hashable, Sendable {
    var role: ColumnRole
    var rank: Int
  }

  private var byName: [String: Named] = [:]
  private var byExport: [String: [String: Named]] = [:]
  private var cues: [Cue: [String]] = [:]
  private var subHeaders: Set<String> = []
  private(set) var exports: [SurveyExport] = []
  private(set) var months: [String: Int] = [:]

  /// The English names that are known without any file.
  public static let builtIn = ColumnNames()

  private init() {
    for (name, role) in ColumnAliases.pairs {
      byName[name] = Named(role: role, rank: byName.count)
    }
    let english = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    for (index, name) in english.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    subHeaders = ["response", "open ended response"]
    cues = [
      .nps: ["recommend"],
      .text: ["in your own words", "tell us", "please describe", "comment", "anything else"],
    ]
  }

  /// The names of the data files.
  ///
  /// - Throws: `V3001` when a row has no role or scope that there is.
  public init(names: TableFile, exports: TableFile, months: TableFile) throws(Diagnostic) {
    for row in exports.rows { self.exports.append(try SurveyExport(row)) }
    let known = Set(self.exports.map(\.name))
    for (rank, row) in names.rows.enumerated() {
      try add(row[0], row[1], scope: row[2], rank: rank, known, row.location)
    }
    for row in months.rows {
      guard let month = Int(row[1]), (1...12).contains(month) else {
        throw Self.malformed("`\(row[1])` is no month", row.location)
      }
      for name in row[2].split(separator: " ") {
        self.months[ICUNormalizer.matchingForm(String(name))] = month
      }
    }
  }

  private mutating func add(
    _ role: String,
    _ name: String,
    scope: String,
    rank: Int,
    _ exports: Set<String>,
    _ location: SourceLocation
  ) throws(Diagnostic) {
    if name.count > 2, name.hasPrefix("*"), name.hasSuffix("*") {
      guard let cue = Cue(rawValue: role) else {
        throw Self.malformed("`\(role)` is found by no words of a question", location)
      }
      cues[cue, default: []].append(HeaderName.normalized(String(name.dropFirst().dropLast())))
      return
    }
    let folded = HeaderName.normalized(name)
    if role == "sub-header" {
      subHeaders.insert(folded)
      return
    }
    guard let role = ColumnRole(rawValue: role), !folded.isEmpty else {
      throw Self.malformed("`\(role)` is no role of a column", location)
    }
    let named = Named(role: role, rank: rank)
    if exports.contains(scope) {
      if byExport[scope]?[folded] == nil { byExport[scope, default: [:]][folded] = named }
    } else {
      guard (2...3).contains(scope.utf8.count) else {
        throw Self.malformed("`\(scope)` is no language and no export", location)
      }
      if byName[folded] == nil { byName[folded] = named }
    }
  }

  static func malformed(_ message: String, _ location: SourceLocation) -> Diagnostic {
    Diagnostic(.lexiconLine, at: location, message)
  }

  /// The role of a normalised name in an export, or in any; nil when it is not known.
  func role(of name: String, in export: String? = nil) -> Named? {
    if let export, let named = byExport[export]?[name] { return named }
    return byName[name]
  }

  /// The role of a name whose first letter a broken byte order mark overwrote.
  func role(ofDamaged name: String) -> ColumnRole? {
    guard name.count >= 3 else { return nil }
    let matches = Set(byName.filter { $0.key.dropFirst() == name }.values.map(\.role))
    return matches.count == 1 ? matches.first : nil
  }

  /// Whether a normalised question has a word of a cue.
  func has(_ cue: Cue, in question: String) -> Bool {
    cues[cue]?.contains { question.contains($0) } ?? false
  }

  /// Whether a normalised cell stands under a question in a second header record.
  func isSubHeader(_ cell: String) -> Bool { subHeaders.contains(cell) }

  /// The export whose names a header has the most of; nil when it has enough of none.
  func export(of header: Set<String>) -> SurveyExport? {
    var best: (share: Double, export: SurveyExport)?
    for export in exports {
      guard let share = export.share(of: header), share > best?.share ?? 0 else { continue }
      best = (share, export)
    }
    return best?.export
  }

  /// The title of an export by its name, for a person.
  func title(of export: String) -> String? { exports.first { $0.name == export }?.title }
}
