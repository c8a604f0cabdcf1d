import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

/// A cleaner with the lexicons of the package.
enum CleaningFixture {
  static func cleaner() throws -> MessageCleaner { try loaded.get() }

  private static let loaded = Result { MessageCleaner(try phrases()) }

  static func phrases() throws -> CleaningPhrases {
    try CleaningPhrases(
      quoteHeaders: table(CleaningPhrases.quoteHeaderFile),
      headerFields: table(CleaningPhrases.headerFieldFile),
      deviceLines: table(CleaningPhrases.deviceLineFile),
      disclaimers: table(CleaningPhrases.disclaimerFile),
      signOffs: table(CleaningPhrases.signOffFile)
    )
  }

  static func table(_ file: CleaningPhrases.File) throws -> TableFile {
    let root = try #require(PackageRoot.url())
    let url = root.appendingPathComponent("lexicons/languages/\(file.name)")
    return try TableFile(
      path: file.name,
      bytes: Array(try Data(contentsOf: url)),
      columns: file.columns
    )
  }

  /// The kind of every line that is not blank, one letter each: o own, q quoted, d delimiter,
  /// s signature, f sign-off, v device, l disclaimer, t footer.
  static func letters(_ text: String) throws -> String {
    let cleaner = try cleaner()
    let bytes = Array(text.utf8)
    var letters = ""
    for part in cleaner.parts(of: bytes.span) {
      let lines = MessageLine.lines(of: bytes.span)
        .filter { $0.start >= part.range.start && $0.start < part.range.end }
      letters += String(repeating: letter(part.kind), count: lines.count)
    }
    return letters
  }

  private static func letter(_ kind: MessagePart.Kind) -> String {
    switch kind {
    case .own: "o"
    case .quoted: "q"
    case .delimiter: "d"
    case .signature: "s"
    case .signOff: "f"
    case .device: "v"
    case .disclaimer: "l"
    case .footer: "t"
    }
  }
}
