import ArgumentParser
import VerbatimPipeline

/// What site profiles find on pages, for whoever writes them.
struct ProfileCheck {
  var paths: [String]
  var engineArguments: EngineArguments
  var input: InputArguments

  /// Reads the inputs, prints a table for each profile, and fails when one cannot be used.
  func run() async throws {
    try await Failure.reporting {
      let configuration = try ConfigurationFile.load(engineArguments.config)
      var options = try input.options(lexicons: engineArguments.lexicons ?? configuration.lexicons)
      let tally = ProfileTally()
      options.profiles.tally = tally
      let list = InputList(paths)
      Console.tell(list.diagnostics, quiet: false, verbose: true)
      var failures = list.diagnostics
      for path in list.files {
        do {
          var opened = try OpenedInput(path: path, options: options)
          while let item = try opened.reader.next() {
            if case .record = item { continue }
            // What a page lacks is in the table; of the rest, nothing is hidden.
            guard engineArguments.verbose, case .warning(let warning) = item else { continue }
            Console.tell([warning], quiet: engineArguments.quiet, verbose: true)
          }
        } catch let diagnostic as Diagnostic {
          Console.error(diagnostic.description)
          failures.append(diagnostic)
        }
      }
      for profile in options.profiles.list {
        let printer = ProfilePrinter(profile: profile, counts: tally.counts(of: profile))
        try Console.write(Array(printer.text.utf8))
        Console.tell(printer.diagnostics, quiet: false, verbose: true)
        failures += printer.diagnostics.filter { $0.severity == .error }
      }
      let codes = failures.map { Failure.code(of: $0) }
      if codes.contains(.inputMissing) { throw ExitCode(Failure.Code.inputMissing.rawValue) }
      if codes.contains(.configuration) { throw ExitCode(Failure.Code.configuration.rawValue) }
      if let code = codes.first { throw ExitCode(code.rawValue) }
    }
  }
}
