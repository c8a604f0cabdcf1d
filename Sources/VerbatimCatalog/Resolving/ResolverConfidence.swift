/// How sure each way of finding an article is: the share that was right on a generated shop with
/// known truth (`ResolutionTests`), rounded down, and never above what it is worth by itself.
enum ResolverConfidence {
  /// The stated code as the catalog writes it.
  static let field = 1.0
  /// A stated code that is not in the catalog.
  static let fieldOutsideCatalog = 0.5
  /// A stated code in another spelling.
  static let spelling = 0.98
  /// A stated code with a channel's marks around it.
  static let affix = 0.95
  /// A stated trade number or ASIN.
  static let identifier = 1.0
  /// The unit inside a stated pack.
  static let unitInPack = 0.9
  /// The shop's own number of a product, or a maker's part number.
  static let number = 0.97
  /// The only line of the order.
  static let onlyLine = 0.97
  /// The line of the order that the text or the page names.
  static let namedLine = 0.95
  /// The line of the order of whose name a word is in the text.
  static let hintedLine = 0.85
  /// A part of the page's address.
  static let url = 0.95
  /// The stated name or an alias of it.
  static let statedName = 0.9
  /// A code in the text.
  static let codeInText = 0.85
  /// A name in the text.
  static let nameInText = 0.75
  /// An alias in the text.
  static let aliasInText = 0.6
  /// A short form of a name in the text.
  static let shortNameInText = 0.55
  /// Stated identifiers that name different articles.
  static let disagreement = 0.8
}
