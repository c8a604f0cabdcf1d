public import Foundation

/// The samples that lie beside the package, where they are at hand.
///
/// They are not part of the package; a test that reads them asks first:
/// `.enabled(if: Shared.has("samples/mbox"))`.
public enum Shared {
  /// A file or folder in `../shared`, such as `samples/catalogue`; nil when it is not there.
  public static func url(_ path: String, from file: String = #filePath) -> URL? {
    guard let root = PackageRoot.url(from: file) else { return nil }
    let url = root.deletingLastPathComponent().appendingPathComponent("shared")
      .appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// Whether that file or folder is there.
  public static func has(_ path: String, from file: String = #filePath) -> Bool {
    url(path, from: file) != nil
  }

  /// The files of a folder with that ending, by name; none when it is not there.
  public static func files(
    in path: String,
    ending: String = "",
    from file: String = #filePath
  ) -> [URL] {
    guard let folder = url(path, from: file) else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(ending) }
      .map { folder.appendingPathComponent($0) }
  }
}
