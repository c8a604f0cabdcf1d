import ArgumentParser
import VerbatimPipeline

/// Files one after the other, what is wrong with them told on standard error.
struct InputLoop {
  var paths: [String]
  var engineArguments: EngineArguments
  var input: InputArguments
  /// The column or member that holds a label; nil leaves it to its name.
  var label: String?

  /// Opens each file and hands it on; a file that cannot be used is told, and the others go on.
  ///
  /// - Throws: The exit code of the worst fault, after the last file.
  func run(
    _ body: (_ input: inout OpenedInput, _ tell: (Diagnostic) -> Void) async throws -> Void
  ) async throws {
    let list = InputList(paths)
    var failures = list.diagnostics
    Console.tell(failures, quiet: false, verbose: true)
    let configuration = try ConfigurationFile.load(engineArguments.config)
    var options = try input.options(
      lexicons: engineArguments.lexicons ?? configuration.lexicons
    )
    if let label {
      options.map.isLabelled = true
      options.map.roles[label] = .label
    }
    for path in list.files {
      do {
        var opened = try OpenedInput(path: path, options: options)
        try await body(&opened) { diagnostic in
          Console.tell(
            [diagnostic],
            quiet: engineArguments.quiet,
            verbose: engineArguments.verbose || diagnostic.code == .encodingDamaged
          )
        }
      } catch let diagnostic as Diagnostic {
        Console.error(diagnostic.description)
        failures.append(diagnostic)
      }
    }
    let codes = failures.map { Failure.code(of: $0) }
    if codes.contains(.inputMissing) { throw ExitCode(Failure.Code.inputMissing.rawValue) }
    if let code = codes.first { throw ExitCode(code.rawValue) }
  }
}
