import ArgumentParser
import VerbatimPipeline

/// The input formats.
struct FormatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the input formats with how each is recognised."
  )

  func run() async throws {
    let width = InputFormat.allCases.map(\.rawValue.count).max() ?? 0
    for format in InputFormat.allCases {
      let name = format.rawValue + String(repeating: " ", count: width - format.rawValue.count)
      let status = format.isReadable ? "" : "  (only recognised: \(format.hint ?? ""))"
      try Console.print("\(name)  \(format.title)\(status)")
      try Console.print(
        String(repeating: " ", count: width) + "  recognised by: \(format.recognition)"
      )
    }
  }
}
