import ArgumentParser
import Foundation
import VerbatimPipeline

/// A fault that ends a command, with its exit code.
struct Failure: Error, CustomStringConvertible {
  /// The exit codes of the contract, after `sysexits.h`.
  enum Code: Int32 {
    case rejects = 1
    case inputUnusable = 65
    case inputMissing = 66
    case unreachable = 69
    case internalFault = 70
    case outputUnwritable = 73
    case tryAgain = 75
    case configuration = 78
  }

  var diagnostic: Diagnostic
  var code: Code

  init(_ diagnostic: Diagnostic, code: Code? = nil) {
    self.diagnostic = diagnostic
    self.code = code ?? Self.code(of: diagnostic)
  }

  /// A failure of the store, which is an output for an import and an input for a query.
  init(_ failure: StoreFailure, storeIsOutput: Bool) {
    let diagnostic = failure.diagnostic
    guard case .unusable(let path, _, _) = failure else {
      self.init(diagnostic)
      return
    }
    let isMissing = !FileManager.default.fileExists(atPath: path)
    self.init(
      diagnostic,
      code: storeIsOutput ? .outputUnwritable : isMissing ? .inputMissing : .inputUnusable
    )
  }

  var description: String { diagnostic.description }

  /// The exit code that a diagnostic alone decides.
  static func code(of diagnostic: Diagnostic) -> Code {
    switch diagnostic.code {
    case .fileMissing, .fileUnreadable: .inputMissing
    case .storeLocked, .deliveryBusy: .tryAgain
    case .receiverUnreachable, .receiverRefuses: .unreachable
    case .outputUnwritable: .outputUnwritable
    case .addressUnusable: .unreachable
    case .lexiconMissing, .lexiconLine, .configuration, .columnMap, .issueUnknown, .tokenFile,
      .templatesMissing, .replayEngine, .profileUnusable, .selectorUnusable, .profileUnmatched,
      .profileOutOfDate:
      .configuration
    default: .inputUnusable
    }
  }

  /// Runs a command's body; tells what ends it, and ends with its exit code.
  static func reporting(
    storeIsOutput: Bool = false,
    _ body: () async throws -> Void
  ) async throws {
    do {
      try await body()
    } catch let failure as Failure {
      Console.error(failure.description)
      throw ExitCode(failure.code.rawValue)
    } catch let diagnostic as Diagnostic {
      Console.error(diagnostic.description)
      throw ExitCode(code(of: diagnostic).rawValue)
    } catch let failure as StoreFailure {
      let failure = Failure(failure, storeIsOutput: storeIsOutput)
      Console.error(failure.description)
      throw ExitCode(failure.code.rawValue)
    }
  }
}
