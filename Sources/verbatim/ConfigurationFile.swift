import VerbatimPipeline
import Yams

/// The options that a YAML file sets; the command line overrides them.
struct ConfigurationFile: Decodable {
  var db: String?
  var catalog: String?
  var orders: String?
  var receipts: String?
  var hours: String?
  var lexicons: String?
  var language: String?
  var keyFile: String?
  var jobs: Int?
  var engine: String?
  var vaderLexicon: String?
  var vaderEmoji: String?
  var overlay: [String]?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case db
    case catalog
    case orders
    case receipts
    case hours
    case lexicons
    case language
    case keyFile = "key_file"
    case jobs
    case engine
    case vaderLexicon = "vader_lexicon"
    case vaderEmoji = "vader_emoji"
    case overlay
  }

  /// The file at a path; an empty one for nil.
  static func load(_ path: String?) throws -> ConfigurationFile {
    guard let path else { return ConfigurationFile() }
    let known = CodingKeys.allCases.map(\.rawValue)
    let yaml = try YAMLFile.text(path)
    if let keys = (try? Yams.load(yaml: yaml) as? [String: Any])?.keys,
      let unknown = keys.filter({ !known.contains($0) }).min()
    {
      throw Failure(
        Diagnostic(
          .configuration,
          at: SourceLocation(file: path),
          "`\(unknown)` is no setting",
          hint: "settings are \(known.joined(separator: ", "))"
        ),
        code: .configuration
      )
    }
    return try YAMLFile.decode(ConfigurationFile.self, yaml, path)
  }
}
