internal import Foundation
internal import Mustache
public import VerbatimCore

/// Turns view values into HTML by the templates that travel with the program.
///
/// One renderer is shared by all tasks. Every template, whatever it is part of, writes texts through
/// ``PlainText/escaped(_:)``; none has a way to write one unescaped, and a test looks for it.
public struct Renderer: Sendable {
  /// The style sheet of report, dashboard and pack.
  public let styleSheet: String
  /// The names of the templates, ascending.
  public let names: [String]
  private let library: MustacheLibrary

  /// Reads the templates of a folder, or of the one that travels with the program.
  ///
  /// - Throws: `V8001` when there are none, or when one does not parse.
  public init(templates directory: String? = nil) throws(Diagnostic) {
    let folder = directory.map { URL(fileURLWithPath: $0) } ?? TemplateFiles.directory()
    guard let folder else {
      throw Self.missing(
        "templates",
        "the templates of reports are not beside the program",
        "install with `make install`, or keep Verbatim_VerbatimReport.resources beside the binary"
      )
    }
    MustacheContentTypes.register(PlainTextContent(), named: PlainTextContent.name)
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    var library = MustacheLibrary()
    var names: [String] = []
    for file in files.sorted() where file.hasSuffix(".mustache") {
      let path = folder.appendingPathComponent(file).path
      // Each template names the escaping itself, because a partial begins with Mustache's own.
      let text = "{{% CONTENT_TYPE:\(PlainTextContent.name)}}" + (try Self.text(path))
      let name = String(file.dropLast(".mustache".count))
      do {
        try library.register(text, named: name)
      } catch {
        throw Self.missing(path, "the template does not parse: \(error)", nil)
      }
      names.append(name)
    }
    styleSheet = try Self.text(folder.appendingPathComponent("verbatim.css").path)
    do {
      // A sheet is nobody's words: it stands in the page as it is.
      try library.register(styleSheet, named: "style-sheet")
    } catch {
      throw Self.missing(folder.path, "the style sheet does not parse: \(error)", nil)
    }
    self.names = names
    self.library = library
  }

  /// A view value as HTML by a template.
  ///
  /// - Precondition: There is a template of that name.
  /// - Complexity: O(*n*) in the page.
  public func html(_ view: some ViewValue, by template: String) -> String {
    guard let html = library.render(ViewNode(view), withTemplate: template) else {
      preconditionFailure("there is no template \(template)")
    }
    return html
  }

  private static func text(_ path: String) throws(Diagnostic) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw missing(path, "the file cannot be read", "install again")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func missing(_ path: String, _ message: String, _ hint: String?) -> Diagnostic {
    Diagnostic(.templatesMissing, at: SourceLocation(file: path), message, hint: hint)
  }
}
