public import Foundation

/// Where the templates travel with the binary.
public enum TemplateFiles {
  /// The folder that holds the templates; nil when it is nowhere near.
  ///
  /// Looked for in this order: beside the executable, as built; under `share/verbatim/templates` of
  /// the prefix the executable is installed in; beside the bundle that runs.
  public static func directory() -> URL? {
    let executable = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
      .resolvingSymlinksInPath().deletingLastPathComponent()
    let built = "Verbatim_VerbatimReport.resources/Templates"
    return [
      executable.appendingPathComponent(built),
      executable.deletingLastPathComponent().appendingPathComponent("share/verbatim/templates"),
      Bundle.main.bundleURL.appendingPathComponent(built),
    ].first(where: holdsTemplates)
  }

  private static func holdsTemplates(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("layout.mustache").path)
  }
}
