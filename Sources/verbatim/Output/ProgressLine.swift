import Foundation

/// One line on a terminal that says how far a long run has come; silent in a pipe.
final class ProgressLine {
  private let name: String
  private let size: Int
  private let started = Date()
  private var shownAt = Date.distantPast
  private let isShown: Bool

  /// A line for a file.
  init(_ path: String, quiet: Bool) {
    name = (path as NSString).lastPathComponent
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    size = (attributes?[.size] as? Int) ?? 0
    isShown = !quiet && Console.isTerminal
  }

  /// Shows the state, at most five times a second.
  func show(items: Int, bytes: Int) {
    guard isShown, Date().timeIntervalSince(shownAt) > 0.2 else { return }
    shownAt = Date()
    let seconds = max(0.001, Date().timeIntervalSince(started))
    let rate = Int(Double(items) / seconds)
    var line = "\(name)  \(bytes / 1_000_000) MB  \(items) records  \(rate)/s"
    if size > 0, bytes > 0, bytes < size {
      line += "  \(Int(seconds * Double(size - bytes) / Double(bytes))) s left"
    }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }

  /// Takes the line away.
  func clear() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
