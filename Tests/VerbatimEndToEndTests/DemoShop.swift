import Foundation
import VerbatimTestSupport

/// The demo shop's feedback, imported once for all tests that only ask.
final class DemoShop: Sendable {
  /// The package's folder, in which the demo is run: paths are those of the README.
  static let root = PackageRoot.url() ?? URL(fileURLWithPath: ".")
  /// The folders with feedback.
  static let folders = ["survey", "reviews", "transcripts"].map { "corpora/demo/\($0)" }
  /// The catalog.
  static let catalog = "corpora/demo/catalog.csv"

  /// The files with feedback, as a run names them.
  static let files: [String] = folders.flatMap { folder in
    let names =
      (try? FileManager.default.subpathsOfDirectory(
        atPath: root.appendingPathComponent(folder).path
      )) ?? []
    return names.sorted().map { "\(folder)/\($0)" }
  }

  private static let imported = Result {
    _ = atexit { try? DemoShop.shared().workspace.remove() }
    return try DemoShop()
  }

  /// The shop, imported when first asked for.
  static func shared() throws -> DemoShop { try imported.get() }

  private let workspace: Workspace
  /// The store.
  let store: String
  /// The import's reports, one a file.
  let reports: [ReportLine]
  /// The import's lines as JSON.
  let reportLines: [String]

  private init() throws {
    workspace = try Workspace()
    store = workspace.url("demo.db").path
    let run = try Self.ingest(into: store, "--to", "json")
    guard run.status == 0 else {
      throw VerbatimRun.Failure(description: "the demo ended with \(run.status)\n\(run.errors)")
    }
    try FileManager.default.copyItem(at: workspace.url("demo.db"), to: workspace.url("copy.db"))
    reportLines = run.lines
    reports = try run.values(ReportLine.self)
  }

  /// Imports the shop into a store.
  static func ingest(into store: String, _ options: String...) throws -> VerbatimRun {
    try VerbatimRun(
      ["ingest"] + folders + ["--catalog", catalog, "--db", store] + options,
      in: root
    )
  }

  /// Makes a store with the same content, to write to; no one has the original open.
  func copyStore(to store: String) throws {
    try FileManager.default.copyItem(atPath: workspace.url("copy.db").path, toPath: store)
  }

  /// Runs a command over the imported store, with arguments that blanks divide.
  func ask(_ arguments: String) throws -> VerbatimRun {
    let arguments = arguments.split(separator: " ").map(String.init)
    return try VerbatimRun(arguments + ["--db", store], in: Self.root)
  }
}
