/// What a sheet is there for, by its name and state: answers, words about them, or nothing to see.
enum SheetPurpose: Int, Comparable {
  case data
  /// A summary, instructions, a legend.
  case aside
  case hidden

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  init(_ sheet: Workbook.Sheet) {
    guard !sheet.isHidden else {
      self = .hidden
      return
    }
    let name = HeaderName.normalized(sheet.name)
    self = Self.asides.contains(name.replacing(" ", with: "")) ? .aside : .data
  }

  /// Names of sheets that go with the data, without blanks.
  private static let asides: Set<String> = [
    "about", "anleitung", "ayuda", "codebook", "codebuch", "contents", "cover", "deckblatt",
    "documentation", "einleitung", "erklärung", "erläuterung", "erläuterungen", "glossary",
    "guide", "help", "hilfe", "hinweis", "hinweise", "index", "info", "information",
    "informationen", "inhalt", "instrucciones", "instruction", "instructions", "instructies",
    "istruzioni", "key", "legend", "legende", "legenda", "leggimi", "leyenda", "léame", "leesmij",
    "liesmich", "lisezmoi", "légende", "metadata", "overview", "overzicht", "portada", "readme",
    "resumen", "riepilogo", "résumé", "samenvatting", "sommaire", "summary", "tableofcontents",
    "toc", "zusammenfassung", "übersicht",
  ]
}
