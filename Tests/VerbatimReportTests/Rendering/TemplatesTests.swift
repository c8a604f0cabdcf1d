import Foundation
import Testing
import VerbatimReport
import VerbatimTestSupport

@Suite("The templates")
struct TemplatesTests {
  /// The templates by name, as they lie in the sources.
  private static func sources() throws -> [(name: String, text: String)] {
    let folder = try #require(PackageRoot.url())
      .appendingPathComponent("Sources/VerbatimReport/Templates")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".mustache") }
      .map { ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
  }

  @Test("travel with the program and parse")
  func parse() throws {
    let renderer = try Renderer()
    #expect(renderer.names.contains("report"))
    #expect(renderer.styleSheet.contains("--hazard"))
  }

  @Test("write no text unescaped")
  func escaping() throws {
    for (name, text) in try Self.sources() {
      #expect(!text.contains("{{{"), "\(name)")
      #expect(!text.contains("{{&"), "\(name)")
    }
  }

  @Test("put every text of an attribute between quotes")
  func attributes() throws {
    for (name, text) in try Self.sources() {
      #expect(text.firstMatch(of: /=\{\{/) == nil, "\(name)")
    }
  }

  @Test("hold no script, no style attribute, no handler and nothing from outside")
  func nothingLive() throws {
    for (name, text) in try Self.sources() {
      // The name of SVG's own space is no address: nothing is fetched from it.
      let outside = text.replacing("http://www.w3.org/2000/svg", with: "")
      #expect(outside.firstMatch(of: /style="|\son[a-z]+=|javascript:|https?:/) == nil, "\(name)")
      #expect(name == "layout.mustache" || !text.contains("<script"), "\(name)")
    }
  }

  @Test("name only partials that are there")
  func partials() throws {
    let names = Set(try SharedRenderer.get().names).union(["style-sheet"])
    for (name, text) in try Self.sources() {
      for match in text.matches(of: /\{\{[><] ?([a-z-]+)\}\}/) {
        #expect(names.contains(String(match.output.1)), "\(name) names \(match.output.1)")
      }
    }
  }

  @Test("missing, say where they should be")
  func missing() {
    #expect {
      try Renderer(templates: "/nowhere")
    } throws: { error in
      "\(error)".contains("V8001")
    }
  }
}
