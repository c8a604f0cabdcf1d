import Foundation
import VerbatimPipeline
import VerbatimTestSupport

/// The lexicons of the package, and one engine over them for all tests.
enum ShippedLexicons {
  /// Their folder.
  static let path = (PackageRoot.url()?.path ?? ".") + "/lexicons"

  private static let compiled = Result { () throws(Diagnostic) in
    var options = EngineOptions()
    options.lexicons = path
    return try SignalEngine(options)
  }

  /// The engine.
  static func engine() throws -> SignalEngine { try compiled.get() }
}
