import Foundation
import VerbatimTestSupport

/// A folder of one test's own, gone with the test.
final class Workspace: Sendable {
  /// The folder.
  let folder: URL

  /// Makes an empty folder.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { remove() }

  /// Removes the folder; for one that lives as long as the tests, whose end no deinit sees.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// A place in the folder.
  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  /// Writes a file, with the folders above it.
  @discardableResult
  func write(_ name: String, _ bytes: Data) throws -> URL {
    let url = url(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try bytes.write(to: url)
    return url
  }

  /// Writes a text, with the folders above it.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL { try write(name, Data(text.utf8)) }

  /// Makes a folder in it.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: url(name),
      withIntermediateDirectories: true
    )
  }

  /// The names of what is in it.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  /// Runs the command in it, with arguments that blanks divide.
  func run(
    _ arguments: String,
    input: Data? = nil,
    environment: [String: String] = [:]
  ) throws -> VerbatimRun {
    try VerbatimRun(
      arguments.split(separator: " ").map(String.init),
      input: input,
      environment: environment,
      in: folder
    )
  }

  /// Whether a program is at hand, such as `sqlite3`.
  static func has(program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}
