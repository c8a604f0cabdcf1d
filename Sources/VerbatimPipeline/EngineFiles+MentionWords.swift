public import VerbatimCatalog
public import VerbatimCore

extension EngineFiles {
  /// The English words that say nothing by themselves, as the file has them.
  func functionWords() throws(Diagnostic) -> [String] {
    try table("languages/function-words.tsv", ["language", "words"]).rows
      .filter { $0[0] == "en" }
      .flatMap { $0[1].split(separator: " ").map(String.init) }
  }

  /// The words that tell what a mention of an article is worth.
  ///
  /// - Parameter directory: The folder with the lexicons; nil for the one that travels with the
  ///   binary.
  /// - Returns: The words; none where the lexicons have no such files.
  /// - Throws: `V3002` when there is no lexicon.
  public static func mentionWords(directory: String?) throws(Diagnostic) -> MentionWords {
    let files = try EngineFiles(directory: directory)
    return try CompiledEngine.mentionWords(
      files,
      try files.functionWords(),
      try CompiledEngine.language(files)
    )
  }
}
