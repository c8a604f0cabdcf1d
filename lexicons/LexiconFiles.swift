public import Foundation

/// Where the lexicon files travel with the binary.
public enum LexiconFiles {
  /// The folder that holds `en`, `languages` and `taxonomy`; nil when it is nowhere near.
  ///
  /// Looked for in this order: beside the executable, as built; under `share/verbatim/lexicons`
  /// of the prefix the executable is installed in; in the build folder it was built in.
  public static func directory() -> URL? {
    let executable = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
      .resolvingSymlinksInPath().deletingLastPathComponent()
    let places = [
      executable.appendingPathComponent("Verbatim_VerbatimLexicons.resources"),
      executable.deletingLastPathComponent().appendingPathComponent("share/verbatim/lexicons"),
    ]
    for place in places where holdsLexicon(place) { return place }
    // Bundle.module stops the process when it finds nothing, so it is asked last and only when
    // its own folder is there.
    let bundle = Bundle.main.bundleURL
      .appendingPathComponent("Verbatim_VerbatimLexicons.resources")
    return holdsLexicon(bundle) ? bundle : nil
  }

  private static func holdsLexicon(_ folder: URL) -> Bool {
    FileManager.default.fileExists(
      atPath: folder.appendingPathComponent("taxonomy/taxonomy.tsv").path
    )
  }
}
