import VerbatimPipeline

/// The names of issues by code, for people.
enum IssueNames {
  /// The names in the lexicons.
  static func load(_ lexicons: String?) throws -> [String: String] {
    var options = EngineOptions()
    options.lexicons = lexicons
    return try SignalEngine(options).issueNames
  }
}
