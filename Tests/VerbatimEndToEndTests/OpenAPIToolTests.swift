import Foundation
import Testing
import VerbatimTestSupport

/// The API as other people's tools see it.
///
/// They run where `VERBATIM_PYTHON` names a Python that has them, where `python3` has them, or
/// where pip can be reached: then in an environment of their own, kept beside the tests' other
/// files.
@Suite("The API under tools for OpenAPI")
struct OpenAPIToolTests {
  private struct Outcome: Decodable {
    var versions: [String: String]
    var paths: Int
    var status: Int
    var cases: String
    var told: String
  }

  /// A Python with the tools; nil when there is none and none can be made.
  static let python: String? = {
    let variables = ProcessInfo.processInfo.environment
    let path = variables["PATH"] ?? ""
    let found = path.split(separator: ":").map { "\($0)/python3" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-openapi-tools").path
    let own = "\(folder)/bin/python3"
    for candidate in [variables["VERBATIM_PYTHON"], found, own].compactMap(\.self)
    where run(candidate, ["-c", OpenAPIToolScript.presence]) != nil { return candidate }
    guard let found, run(found, ["-m", "venv", folder]) != nil else { return nil }
    let packages = ["openapi-spec-validator", "schemathesis"]
    let install = ["-m", "pip", "install", "-q", "--retries", "0", "--timeout", "10"] + packages
    return run(own, install) == nil ? nil : own
  }()

  /// What a program prints; nil when it does not end well.
  private static func run(_ program: String, _ arguments: [String], in folder: URL? = nil) -> Data?
  {
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

  @Test(
    "is described by a valid document, and answers as that document says",
    .enabled(if: python != nil, "no Python with schemathesis, and pip cannot be reached"),
    .timeLimit(.minutes(5))
  )
  func conforms() throws {
    let shop = try Workspace()
    try DemoShop.shared().copyStore(to: shop.url("demo.db").path)
    let server = try StartedRun(["serve", "--db", "demo.db", "--port", "0"], in: shop.folder)
    #expect(server.wait { server.outputSoFar.last == 0x0A })
    let address = String(decoding: server.outputSoFar, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let arguments = [
      "-c", OpenAPIToolScript.text, address, "12", OpenAPIToolScript.checks.joined(separator: ","),
    ]
    let python = try #require(Self.python)
    let data = try #require(
      Self.run(python, arguments, in: shop.folder),
      "the document is not valid"
    )
    let outcome = try JSONDecoder().decode(Outcome.self, from: data)
    #expect(outcome.status == 0, "\(outcome.told)")
    #expect(outcome.paths > 10)
    print("schemathesis \(outcome.versions["schemathesis"] ?? "?"): \(outcome.cases)")
    server.terminate()
    #expect(try server.finish().status == 0)
  }
}
