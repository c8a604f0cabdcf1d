internal import VerbatimCore
internal import VerbatimIngest

/// A site profile and the page that it is for, as the fuzzer writes them.
///
/// The input begins with a line for each selector: the part, the attribute, the pattern and the
/// selector with a tab between, the selector an XPath where it begins with "=". The container is the
/// part `review`, what is left out `without`. Below an empty line stands the page.
struct FuzzProfile {
  /// The profile, as an import has it.
  private(set) var profiles = SiteProfiles()
  /// The page.
  let page: [UInt8]

  /// Reads an input; one without a container has `*`.
  ///
  /// - Throws: The diagnostic of a selector that cannot be used.
  init(_ bytes: [UInt8]) throws(Diagnostic) {
    let end = bytes.firstRange(of: [0x0A, 0x0A])
    page = end.map { Array(bytes[$0.upperBound...]) } ?? []
    let head = String(decoding: end.map { bytes[..<$0.lowerBound] } ?? bytes[...], as: UTF8.self)
    var container: SiteProfile.Selector?
    var fields: [SiteProfile.Field] = []
    var without: [SiteProfile.Selector] = []
    for (index, line) in head.split(separator: "\n").enumerated() {
      let cells = line.split(separator: "\t", maxSplits: 3, omittingEmptySubsequences: false)
      guard cells.count == 4 else { continue }
      let place = SourceLocation(file: "fuzz-profile", line: index + 1, column: 1)
      let text = String(cells[3])
      let selector: SiteProfile.Selector? =
        text.isEmpty
        ? nil
        : text.hasPrefix("=")
          ? try SiteProfile.Selector(xPath: String(text.dropFirst()), at: place)
          : try SiteProfile.Selector(css: text, at: place)
      switch cells[0] {
      case "review": container = selector
      case "without": if let selector { without.append(selector) }
      case let name:
        guard let part = SiteProfile.Part(rawValue: String(name)) else { continue }
        var field = SiteProfile.Field(part, selector)
        field.attribute = cells[1].isEmpty ? nil : String(cells[1])
        // A pattern comes from a file of the user's own, and may be as slow as the user likes.
        field.pattern = cells[2].isEmpty || cells[2].utf8.count > 40 ? nil : String(cells[2])
        field.isOnPage = name.hasPrefix("product.")
        fields.append(field)
      }
    }
    if container == nil {
      container = try SiteProfile.Selector(css: "*", at: SourceLocation(file: "fuzz-profile"))
    }
    guard let container else { return }
    var profile = SiteProfile(path: "fuzz-profile", review: container)
    profile.fields = fields
    profile.without = without
    profiles = SiteProfiles([profile], tally: ProfileTally())
  }
}
