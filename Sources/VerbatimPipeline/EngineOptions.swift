public import VerbatimCatalog
public import VerbatimCore
public import VerbatimSentiment

/// What a user sets about an engine.
public struct EngineOptions: Sendable {
  /// The folder with the lexicons; nil for the one that travels with the binary.
  public var lexicons: String?
  /// Whether issues are read by the weights of terms where no pattern says them; not while these are
  /// fitted.
  public var readsTerms = true
  /// Whether the tone of texts has the last word; not while it is fitted, nor where what single entries
  /// of the lexicon are worth is.
  public var readsTone = true
  /// The files of the VADER mode; nil for the retail engine.
  public var vader: VaderFiles?
  /// Folders whose sentiment files are laid over the lexicon, the later over the earlier.
  public var overlays: [String] = []
  /// Overlays that are in no folder yet, laid over those of folders.
  public var laid: [LexiconOverlay] = []
  /// The shop's articles.
  public var catalog = Catalog()
  /// The hash of the catalog's file, part of the configuration's hash.
  public var catalogHash = ""
  /// The shop's orders.
  public var orders = OrderBook()
  /// What the shop received when.
  public var receipts = ReceivingLog()
  /// The hash of the files of orders and receipts, part of the configuration's hash; empty for none.
  public var ledgerHash = ""
  /// The key under which customers and orders are hashed.
  public var customerKey: [UInt8] = Array("verbatim".utf8)
  /// The language of every text, over what the source declares.
  public var language: String?
  /// When people answer; nil where waits are measured on the calendar alone.
  public var hours: BusinessHours?
  /// When Verbatim was told of the feedback; nil when the caller does not say.
  ///
  /// The clock is never read.
  public var observedAt: Instant?

  /// Whether texts are scored as they stand in the file, damage and all, as another program would.
  public var takesTextsAsTheyAre: Bool { vader != nil }

  /// The defaults.
  public init() {}

  /// A customer or an order as a keyed hash.
  public func customerKey(of name: String) -> String {
    Fingerprint.keyed(name, key: customerKey)
  }

  /// The keys under which signals of somebody may be stored: as a customer of that id, and as a
  /// writer who publishes under that name.
  public func customerKeys(of name: String) -> [String] {
    [customerKey(of: name), customerKey(of: Self.author(name))]
  }

  /// What stands for the name of a published review's writer where there is no customer.
  static func author(_ name: String) -> String { "author \(name)" }
}
