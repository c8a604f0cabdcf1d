internal import Foundation
public import VerbatimCore
internal import VerbatimLexicons
internal import VerbatimText

/// The examples that stand beside each group's patterns, and whether they hold.
public enum LeafTests {
  /// What an example expects of its leaf.
  public enum Expectation: String, Hashable, Sendable, CaseIterable {
    /// It is reported.
    case actual
    /// It is feared.
    case potential
    /// It is reported as put right.
    case resolved
    /// It is said not to be so.
    case negated
    /// It is asked or supposed.
    case hypothetical
    /// It is not reported: not found, or found and denied.
    case none
  }

  /// One example.
  public struct Example: Hashable, Sendable {
    /// The leaf.
    public var code: String
    /// What is expected.
    public var expected: Expectation
    /// The text.
    public var text: String
    /// The line of the file.
    public var location: SourceLocation
  }

  /// An example with what was found.
  public struct Outcome: Hashable, Sendable {
    /// The example.
    public var example: Example
    /// The modality found for its leaf, or "nothing".
    public var found: String
    /// Whether it is as expected.
    public var passes: Bool
  }

  /// Runs the examples of every group.
  public static func run(
    _ engine: SignalEngine,
    directory: String?
  ) throws(Diagnostic) -> [Outcome] {
    var scratch = SignalEngine.Scratch()
    return try examples(directory).map { example in
      var record = FeedbackRecord(source: .init(kind: .survey, format: "text", file: "-"))
      record.text = example.text
      record.id = "test"
      let issues = engine.signal(for: &record, explains: false, scratch: &scratch).issues
      let modality = issues.first { $0.code == example.code }?.modality
      let passes =
        switch example.expected {
        case .actual: modality?.isReport ?? false
        case .none: !(modality?.isReport ?? false)
        case .negated: modality == .negated || modality == nil
        case .potential, .resolved, .hypothetical: modality?.rawValue == example.expected.rawValue
        }
      return Outcome(
        example: example,
        found: modality?.rawValue ?? "nothing",
        passes: passes
      )
    }
  }

  /// The examples of every group, in the order of the files.
  static func examples(_ directory: String?) throws(Diagnostic) -> [Example] {
    let folder = directory.map { URL(fileURLWithPath: $0) } ?? LexiconFiles.directory()
    guard let folder else {
      throw Diagnostic(
        .lexiconMissing,
        at: SourceLocation(file: "lexicons"),
        "the lexicons are not beside the program"
      )
    }
    var examples: [Example] = []
    for group in CompiledEngine.groups {
      let path = folder.appendingPathComponent("en/issues/\(group).tests.tsv").path
      let reader = try ByteReader(path: path)
      let table = try TableFile(
        path: path,
        bytes: try reader.read(upTo: 16 << 20),
        columns: ["code", "expect", "text"]
      )
      for row in table.rows {
        guard let expected = Expectation(rawValue: row[1]) else {
          throw Diagnostic(
            .lexiconLine,
            at: row.location,
            "`\(row[1])` is no expectation",
            hint: Expectation.allCases.map(\.rawValue).joined(separator: ", ")
          )
        }
        examples.append(
          Example(code: row[0], expected: expected, text: row[2], location: row.location)
        )
      }
    }
    return examples
  }
}
