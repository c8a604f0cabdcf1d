import Foundation
import Testing
import VerbatimTestSupport

/// The cases in `corpora/golden`: what the command prints about an input, to the byte.
///
/// Set `VERBATIM_RECORD=1` to record anew, and look at the difference before it is committed.
@Suite("Golden cases")
struct GoldenTests {
  /// A folder with `input.*`, `args` (one argument a line), `expected.txt` (standard output),
  /// `errors.txt` (standard error, when there is any) and a README.
  struct Case: Sendable, CustomTestStringConvertible {
    var folder: URL
    var testDescription: String { folder.lastPathComponent }

    static let root = DemoShop.root.appendingPathComponent("corpora/golden")

    static let all: [Case] = {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
      return names.sorted().map { root.appendingPathComponent($0) }
        .filter { FileManager.default.fileExists(atPath: $0.appendingPathComponent("args").path) }
        .map { Case(folder: $0) }
    }()

    func text(_ name: String) -> String? {
      try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
  }

  private static let isRecording =
    ProcessInfo.processInfo.environment["VERBATIM_RECORD"] == "1"

  @Test("are there, each with its purpose")
  func areThere() {
    #expect(Case.all.count >= 10)
    for item in Case.all {
      let readme = item.text("README.md") ?? ""
      #expect(readme.contains { $0.isLetter }, "\(item.testDescription) lacks a README.md")
    }
  }

  @Test("print what they did", arguments: Case.all)
  func print(item: Case) throws {
    let arguments = try #require(item.text("args")).split(separator: "\n").map(String.init)
    let run = try VerbatimRun(arguments, in: item.folder)
    if Self.isRecording {
      try run.output.write(to: item.folder.appendingPathComponent("expected.txt"))
      let errors = item.folder.appendingPathComponent("errors.txt")
      try? FileManager.default.removeItem(at: errors)
      if !run.errors.isEmpty { try Data(run.errors.utf8).write(to: errors) }
      return
    }
    let expected = try #require(item.text("expected.txt"))
    #expect(Difference.first(run.text, expected) == nil)
    #expect(Difference.first(run.errors, item.text("errors.txt") ?? "") == nil)
  }
}

/// Where two texts part.
private struct Difference: Equatable, CustomStringConvertible {
  var line: Int
  var found: String
  var expected: String

  var description: String { "line \(line)\n  found    \(found)\n  expected \(expected)" }

  static func first(_ found: String, _ expected: String) -> Difference? {
    guard found != expected else { return nil }
    let left = found.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let right = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for index in 0..<max(left.count, right.count) {
      let found = index < left.count ? left[index] : "(nothing)"
      let expected = index < right.count ? right[index] : "(nothing)"
      if found != expected {
        return Difference(line: index + 1, found: found, expected: expected)
      }
    }
    return nil
  }
}
