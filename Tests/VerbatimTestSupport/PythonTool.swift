public import Foundation

/// A Python that has the packages of a test which holds Verbatim against other people's programs.
///
/// It is the one that `VERBATIM_PYTHON` names, the `python3` of the path, or one in an environment of
/// its own, kept beside the tests' other files, where pip can be reached.
public struct PythonTool: Sendable {
  /// The interpreter.
  public let path: String
  /// What the script that looked for the packages printed.
  public let told: String

  /// The `python3` of the path; nil when there is none.
  public static let plain: PythonTool? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { "\($0)/python3" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { PythonTool(path: $0, told: "") }
  }()

  private init(path: String, told: String) {
    self.path = path
    self.told = told
  }

  /// Looks for a Python with packages; nil when there is none and none can be made.
  ///
  /// - Parameters:
  ///   - presence: A script that ends well where the packages are there.
  ///   - packages: What pip installs where they are not.
  ///   - environment: The name of the environment, one a set of packages.
  public init?(presence: String, packages: [String], environment: String) {
    let stated = ProcessInfo.processInfo.environment["VERBATIM_PYTHON"]
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(environment).path
    let own = "\(folder)/bin/python3"
    for candidate in [stated, Self.plain?.path, own].compactMap(\.self) {
      guard let told = Self.output(of: candidate, ["-c", presence]) else { continue }
      self.init(path: candidate, told: String(decoding: told, as: UTF8.self))
      return
    }
    let install =
      ["-m", "pip", "install", "-q", "--retries", "0", "--timeout", "10"] + packages
    guard let found = Self.plain, found.output(["-m", "venv", folder]) != nil,
      Self.output(of: own, install) != nil,
      let told = Self.output(of: own, ["-c", presence])
    else { return nil }
    self.init(path: own, told: String(decoding: told, as: UTF8.self))
  }

  /// What it prints when called with `arguments`; nil when it does not end well.
  public func output(_ arguments: [String], in folder: URL? = nil) -> Data? {
    Self.output(of: path, arguments, in: folder)
  }

  private static func output(
    of program: String,
    _ arguments: [String],
    in folder: URL? = nil
  ) -> Data? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }
}
