import ArgumentParser
import VerbatimPipeline

/// The JSON Schemas of what Verbatim prints.
struct SchemaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema; without a type, list them."
  )

  @Argument(help: "Such as feedback.signal.v1.")
  var type: String?

  func run() async throws {
    guard let type else {
      for schema in Schema.all { try Console.print("\(schema.type)  \(schema.title)") }
      return
    }
    guard let schema = Schema.named(type) else {
      let known = Schema.all.map(\.type).joined(separator: ", ")
      throw ValidationError("`\(type)` is no type; one of \(known).")
    }
    try Console.print(schema.json)
  }
}
