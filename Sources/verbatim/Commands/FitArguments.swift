import ArgumentParser
import VerbatimPipeline

/// Where what is fitted is written, and by which lexicons it is read.
struct FitArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Where the weights are written.", valueName: "file"))
  var out: String

  @Option(help: ArgumentHelp("The folder with the lexicons.", valueName: "dir"))
  var lexicons: String?

  /// Replaces the file by some lines.
  func write(_ lines: [String]) throws {
    try ReplacedFile.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: out)
  }

  /// Refuses to fit weights to nothing.
  static func check(textCount: Int) throws {
    guard textCount > 0 else { throw ValidationError("No text is there to learn from.") }
  }
}
