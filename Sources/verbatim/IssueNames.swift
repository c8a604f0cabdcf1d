import VerbatimPipeline

/// The names of issues by code, for people.
enum IssueNames {
  /// The names in the lexicons.
  static func load(_ lexicons: String?) throws -> [String: String] {
    try engine(lexicons).issueNames
  }

  /// An engine of the lexicons without a catalog, for their names and words.
  static func engine(_ lexicons: String?) throws -> SignalEngine {
    var options = EngineOptions()
    options.lexicons = lexicons
    return try SignalEngine(options)
  }
}
