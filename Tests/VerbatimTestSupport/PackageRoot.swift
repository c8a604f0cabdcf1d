public import Foundation

/// The folder that holds `Package.swift`.
public enum PackageRoot {
  /// The package of a source file, by default of the one that calls; nil when no folder above it
  /// has a manifest.
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
