public import Foundation

/// The folder that holds `Package.swift`.
public enum PackageRoot {
  /// The package that a source file belongs to; nil when no folder above it has a manifest.
  ///
  /// - Parameter file: A path inside the package; by default that of the file that calls.
  public static func url(from file: String = #filePath) -> URL? {
    var folder = URL(fileURLWithPath: file)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { return folder }
    }
    return nil
  }
}
