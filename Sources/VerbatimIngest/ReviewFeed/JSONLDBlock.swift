internal import VerbatimCore

/// A JSON-LD script as a document.
struct JSONLDBlock {
  /// The document; nil for an empty block and for one beyond repair.
  private(set) var document: JSONValue?
  /// What the block is worth telling about.
  private(set) var warning: Diagnostic?

  /// Reads a block as it stands, then after each repair that changes it.
  init(_ text: [UInt8], with reader: JSONReader, at location: SourceLocation) {
    guard text.contains(where: { $0 > 0x20 }) else { return }
    let failure: JSONFailure
    do throws(JSONFailure) {
      document = try reader.parse(text)
      return
    } catch {
      failure = error
    }
    var mended = text
    var deeds: [String] = []
    for repair in JSONLDRepair.allCases {
      let next = repair.mend(mended)
      guard next != mended else { continue }
      mended = next
      deeds.append(repair.deed)
      // Nothing but comments is an empty block.
      guard mended.contains(where: { $0 > 0x20 }) else { return }
      if let found = try? reader.parse(mended) {
        document = found
        warning = Diagnostic(
          .jsonLDRepaired,
          .warning,
          at: location,
          "the JSON-LD block is not valid JSON; it was read after a repair: "
            + deeds.joined(separator: "; "),
          hint: "tell whoever runs the site: search engines may drop the block"
        )
        return
      }
    }
    warning = Diagnostic(
      .jsonLDBroken,
      .warning,
      at: location,
      "the JSON-LD block is not JSON and could not be repaired: \(failure.message)",
      hint: "the page's other data is still read; save the page again or mend the block"
    )
  }
}
