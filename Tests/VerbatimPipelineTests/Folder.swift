import Foundation

/// A folder of a test's own, gone when the test lets go of it.
final class Folder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-pipeline-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it; its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  /// Writes a file, with the folders above it; its path.
  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: file)
    return file.path
  }

  /// The bytes of every file in the folder whose name begins so.
  func bytes(of prefix: String) throws -> [UInt8] {
    try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.hasPrefix(prefix) }
      .flatMap { Array(FileManager.default.contents(atPath: "\(path)/\($0)") ?? Data()) }
  }

  /// Whether a text stands anywhere in those files.
  func holds(_ text: String, in prefix: String) throws -> Bool {
    Data(try bytes(of: prefix)).range(of: Data(text.utf8)) != nil
  }
}
