import ArgumentParser
import Foundation
import VerbatimPipeline

extension LexiconCommand {
  /// Another lexicon as an overlay of ours.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Bring in a lexicon of your own as an overlay folder.",
      discussion: """
        vader: term, mean from -4 to 4, anything, between tabs. afinn: term and number from -5 to 5. \
        columns: term and number on the scale that --scale states. sentistrength: a folder with \
        EmotionLookupTable.txt and, if wanted, BoosterWordList.txt, NegatingWordList.txt and \
        EmoticonLookupTable.txt. Valences are brought to -4 to 4; what is not taken is told with its \
        line. The overlay is used with --overlay DIR.
        """
    )

    @Argument(help: "The lexicon's file, or a folder for sentistrength.")
    var path: String

    @Option(help: "vader, afinn, columns or sentistrength.")
    var kind: String

    @Option(help: ArgumentHelp("The folder to write; it must not be there yet.", valueName: "dir"))
    var out: String

    @Option(
      help: ArgumentHelp("The scale of columns, such as -1..1 or 1..9.", valueName: "low..high")
    )
    var scale: String?

    @Option(
      help: ArgumentHelp("What the notes call the source; else the file's name.", valueName: "name")
    )
    var source: String?

    @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
    var lexicons: String?

    func validate() throws {
      let kinds = LexiconImport.Kind.allCases.map(\.rawValue)
      guard kinds.contains(kind) else {
        throw ValidationError("`\(kind)` is no kind; one of \(kinds.joined(separator: ", ")).")
      }
      guard (kind == "columns") == (scale != nil) else {
        throw ValidationError("--scale belongs to --kind columns, which needs it: --scale=-1..1.")
      }
      if let scale, Self.range(scale) == nil {
        throw ValidationError("`\(scale)` is no scale; write --scale=-1..1 or --scale=1..9.")
      }
    }

    /// The bounds of a scale as an option writes it.
    private static func range(_ text: String) -> ClosedRange<Double>? {
      guard let dots = text.range(of: ".."), let low = Double(text[..<dots.lowerBound]),
        let high = Double(text[dots.upperBound...]), low < high, low.isFinite, high.isFinite
      else { return nil }
      return low...high
    }

    func run() async throws {
      try await Failure.reporting {
        guard let kind = LexiconImport.Kind(rawValue: kind) else { return }
        try OverlayFolder.check(out)
        let list = InputList([path])
        if let missing = list.diagnostics.first { throw missing }
        let name = URL(fileURLWithPath: path).lastPathComponent
        var options = LexiconImport.Options(
          kind: kind,
          scale: scale.flatMap { Self.range($0) },
          source: source ?? name
        )
        if kind == .sentistrength {
          var engine = EngineOptions()
          engine.lexicons = lexicons
          options.knownForms = try LexiconSource(LexiconSource.current, over: engine).knownForms()
        }
        var reading = LexiconImport(options)
        for file in list.files {
          guard let bytes = FileManager.default.contents(atPath: file) else {
            throw Diagnostic(
              .fileUnreadable,
              at: SourceLocation(file: file),
              "the file cannot be read"
            )
          }
          reading.read(path: file, bytes: Array(bytes))
        }
        for diagnostic in reading.refused { Console.error(diagnostic.description) }
        guard !reading.overlay.isEmpty else {
          throw Diagnostic(
            .importRefused,
            at: SourceLocation(file: path),
            "no line could be taken as \(kind.rawValue)",
            hint: "the lines above say why; try another --kind"
          )
        }
        let readme = LexiconPrinter.importReadme(reading, options, path: path)
        try OverlayFolder.write(reading.overlay, [("README.md", readme)], to: out)
        try Console.write(LexiconPrinter.imported(reading, to: out))
      }
    }
  }
}
