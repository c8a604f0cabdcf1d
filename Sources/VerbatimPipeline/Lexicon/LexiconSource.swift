internal import Foundation
public import VerbatimCore
public import VerbatimSentiment
internal import VerbatimText

/// A lexicon as a user names it for a comparison: a folder with the lexicons, an overlay to be laid
/// over those in use, or those in use themselves.
public struct LexiconSource: Sendable {
  /// The name of the lexicons in use.
  public static let current = "current"

  /// What an engine over it is made with.
  public let options: EngineOptions

  /// Reads a name.
  ///
  /// - Parameters:
  ///   - name: `current`, a folder that holds `en`, `languages` and `taxonomy`, or an overlay.
  ///   - options: What the lexicons in use are.
  public init(_ name: String, over options: EngineOptions) {
    var options = options
    if name != Self.current {
      let isWhole = FileManager.default.fileExists(atPath: "\(name)/taxonomy/taxonomy.tsv")
      if isWhole {
        options.lexicons = name
        options.overlays = []
      } else {
        options.overlays.append(name)
      }
    }
    self.options = options
  }

  /// The sentiment lexicon.
  ///
  /// - Throws: `V3002` when the folder is neither a lexicon nor an overlay.
  public func lexicon() throws(Diagnostic) -> SentimentLexicon {
    try files().sentimentLexicon()
  }

  private func files() throws(Diagnostic) -> EngineFiles {
    try EngineFiles(
      directory: options.lexicons,
      overlays: options.overlays,
      laid: options.laid
    )
  }

  /// Every word form that the lexicons list one by one, in the order of their bytes: what the stems
  /// of another lexicon are completed to.
  public func knownForms() throws(Diagnostic) -> [String] {
    let files = try files()
    var forms: Set<String> = []
    for entry in try files.sentimentLexicon().entries where entry.kind == .term {
      forms.insert(ICUNormalizer.matchingForm(entry.term))
    }
    for row in try files.table("en/real-words.tsv", ["word", "near"]).rows {
      forms.insert(ICUNormalizer.matchingForm(row[0]))
    }
    let language = try CompiledEngine.language(files)
    for entry in try files.sentimentLexicon().entries where entry.kind == .phrase {
      guard let pattern = try? language.pattern(entry.term) else { continue }
      for element in pattern.elements { forms.formUnion(element.forms) }
    }
    return forms.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
