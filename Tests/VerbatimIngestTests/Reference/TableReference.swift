import Foundation
import Testing

/// What other people's readers of tables make of files.
///
/// They run where `VERBATIM_PYTHON` names a Python that has them, where `python3` has them, or
/// where pip can be reached: then in an environment of their own, kept beside the tests' other
/// files.
struct TableReference: Decodable {
  /// The file's name.
  let file: String
  /// Its tables by their names: one, `table`, unless it is a workbook.
  let tables: [String: [[String]]]
  /// Why it was refused.
  let failure: String?

  /// A Python with the readers and their versions; nil when there is none and none can be made.
  static let python: (path: String, versions: String)? = {
    let variables = ProcessInfo.processInfo.environment
    let found = (variables["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "verbatim-table-tools").path
    let own = "\(folder)/bin/python3"
    func present(_ program: String) -> (path: String, versions: String)? {
      run(program, ["-c", TableReferenceScript.presence])
        .map { (program, String(decoding: $0, as: UTF8.self)) }
    }
    for candidate in [variables["VERBATIM_PYTHON"], found, own].compactMap(\.self) {
      if let python = present(candidate) { return python }
    }
    guard let found, run(found, ["-m", "venv", folder]) != nil else { return nil }
    let packages = ["pandas", "openpyxl", "pyreadstat"]
    let install = ["-m", "pip", "install", "-q", "--retries", "0", "--timeout", "10"] + packages
    return run(own, install) == nil ? nil : present(own)
  }()

  /// What the readers make of the files, by the files' names.
  static func read(_ files: [URL]) throws -> [String: TableReference] {
    let python = try #require(python).path
    let arguments = ["-W", "ignore", "-c", TableReferenceScript.text] + files.map(\.path)
    let output = try #require(run(python, arguments))
    let lines = try output.split(separator: 0x0A).map {
      try JSONDecoder().decode(TableReference.self, from: Data($0))
    }
    return Dictionary(uniqueKeysWithValues: lines.map { ($0.file, $0) })
  }

  /// What a program prints; nil when it does not end well.
  private static func run(_ program: String, _ arguments: [String]) -> Data? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }
}
