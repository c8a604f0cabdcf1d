import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A run of the built command that may not have ended yet.
///
/// Output and errors go to files, so a run never waits for its reader and never writes to a pipe
/// that is gone.
final class StartedRun {
  /// The most that a run may take, in seconds.
  static let patience = 300.0

  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  private let workspace: Workspace
  private let output: URL
  private let errors: URL

  /// Starts the command.
  convenience init(
    _ arguments: [String],
    input: Data? = nil,
    environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws {
    try self.init(
      Self.binary(),
      arguments,
      input: input,
      environment: environment,
      in: folder
    )
  }

  /// Starts a shell's script in which `"$VERBATIM"` is the command.
  convenience init(shell script: String, in folder: URL) throws {
    try self.init(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", script],
      environment: ["VERBATIM": try Self.binary().path],
      in: folder
    )
  }

  private init(
    _ executable: URL,
    _ arguments: [String],
    input: Data? = nil,
    environment: [String: String],
    in folder: URL?
  ) throws {
    workspace = try Workspace()
    output = try workspace.write("output", Data())
    errors = try workspace.write("errors", Data())
    process.executableURL = executable
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    variables.merge(environment) { $1 }
    process.environment = variables
    if let folder { process.currentDirectoryURL = folder }
    let files = try [
      input.map { try FileHandle(forReadingFrom: workspace.write("input", $0)) }
        ?? FileHandle.nullDevice,
      FileHandle(forWritingTo: output), FileHandle(forWritingTo: errors),
    ]
    process.standardInput = files[0]
    process.standardOutput = files[1]
    process.standardError = files[2]
    process.terminationHandler = { [ended] _ in _ = ended.signal() }
    try process.run()
    // The run has its own by now, and a process on Linux keeps these open for as long as it lives.
    for file in files where file != .nullDevice { try file.close() }
  }

  deinit { kill() }

  /// Whether it has not ended.
  var isRunning: Bool { process.isRunning }

  /// What it has written to standard output so far.
  var outputSoFar: Data { (try? Data(contentsOf: output)) ?? Data() }

  /// Ends it as a power cut would: at once, without a chance to tidy up.
  func kill() {
    if process.isRunning { sendKill(to: process.processIdentifier) }
  }

  /// Asks it to end, as a service manager does.
  func terminate() {
    if process.isRunning { process.terminate() }
  }

  /// Looks every millisecond until something holds, it has ended, or its time is up.
  ///
  /// - Returns: Whether it held.
  func wait(until holds: () -> Bool) -> Bool {
    let limit = Date(timeIntervalSinceNow: Self.patience)
    while Date() < limit {
      if holds() { return true }
      guard process.isRunning else { return holds() }
      usleep(1000)
    }
    return false
  }

  /// Waits for its end.
  ///
  /// - Throws: ``VerbatimRun/Failure`` when its time is up; it is killed then.
  func finish() throws -> VerbatimRun {
    guard ended.wait(timeout: .now() + Self.patience) == .success else {
      kill()
      let told = String(decoding: (try? Data(contentsOf: errors)) ?? Data(), as: UTF8.self)
      throw VerbatimRun.Failure(
        description: "took more than \(Int(Self.patience)) s: "
          + "\((process.arguments ?? []).joined(separator: " "))\n\(told)"
      )
    }
    let isKilled = process.terminationReason == .uncaughtSignal
    return VerbatimRun(
      status: isKilled ? -process.terminationStatus : process.terminationStatus,
      output: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    )
  }

  // MARK: The binary

  /// The built command: the one that `VERBATIM_BINARY` names, else the one beside the tests, else
  /// the one in the package's debug build.
  static func binary() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["VERBATIM_BINARY"] {
      return URL(fileURLWithPath: path)
    }
    guard let found else {
      throw VerbatimRun.Failure(
        description: "there is no built `verbatim`; build it, or name it with VERBATIM_BINARY"
      )
    }
    return found
  }

  private static let found: URL? = {
    // On Linux the tests are a program in the build's folder; on macOS a bundle there, whose path
    // is an argument of the program that loads it.
    let places =
      ([Bundle.main.bundlePath] + CommandLine.arguments).filter { $0.contains("/") }
      .flatMap { folders(above: URL(fileURLWithPath: $0)).prefix(5) }
    let builds = folders(above: URL(fileURLWithPath: #filePath))
      .map { $0.appendingPathComponent(".build/debug") }
    return (places + builds).map { $0.appendingPathComponent("verbatim") }.first { isProgram($0) }
  }()

  private static func folders(above url: URL) -> [URL] {
    var folders = [url]
    while let last = folders.last, last.path != "/" {
      folders.append(last.deletingLastPathComponent())
    }
    return folders
  }

  private static func isProgram(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    // Safety: Foundation writes one flag before it returns.
    let isThere = unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    return isThere && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: url.path)
  }
}

/// The C function, whose name a method of ``StartedRun`` hides.
private func sendKill(to process: Int32) { _ = kill(process, SIGKILL) }
