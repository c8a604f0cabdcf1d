import VerbatimReport

/// One renderer for all tests, which only read it: parsing every template takes a while in debug.
enum SharedRenderer {
  private static let made = Result { try Renderer() }

  static func get() throws -> Renderer { try made.get() }
}
