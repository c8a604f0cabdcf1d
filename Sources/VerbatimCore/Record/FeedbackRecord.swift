/// One piece of feedback as its source states it: a survey response, a review, a conversation or
/// a return with its comment (`feedback.record.v1`).
public struct FeedbackRecord: Hashable, Sendable {
  /// What kind of source it is from.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An answered questionnaire.
    case survey
    /// A published review.
    case review
    /// A conversation with support.
    case transcript
    /// A comment with a return.
    case returnComment = "return_comment"
  }

  /// Where it is from.
  public struct Source: Hashable, Sendable {
    /// What kind of source it is.
    public var kind: Kind
    /// The input format, as `verbatim formats` names it.
    public var format: String
    /// The system that holds the original ("qualtrics"), where the format tells.
    public var system: String?
    /// The file, as the user gave it.
    public var file: String
    /// The 1-based line on which the record begins.
    public var line: Int?
    /// The 1-based number of the record in the file.
    public var row: Int?
    /// The byte at which the record begins, in the file as stored.
    public var byte: Int?
    /// The place inside a document ("Product.review[2]").
    public var path: String?
    /// The record's id in its own system.
    public var nativeID: String?
    /// The address of the page.
    public var url: String?
    /// Whether the customer was asked.
    public var solicited: Bool?

    /// Names a source.
    public init(kind: Kind, format: String, file: String) {
      self.kind = kind
      self.format = format
      self.file = file
    }
  }

  /// What was mended in a text as it was read.
  public enum Repair: String, Hashable, Sendable, CaseIterable {
    /// UTF-8 that had been read as windows-1252 and written again ("donâ€™t").
    case twiceEncoded = "twice_encoded"
    /// Character references in plain text ("&amp;#39;").
    case escapedEntities = "escaped_entities"
  }

  /// One column of a survey with its answer.
  public struct Answer: Hashable, Sendable {
    /// The question as the respondent read it.
    public var question: String
    /// The export's id of the question.
    public var questionID: String?
    /// What the column was read as.
    public var role: String
    /// The cell as it stands.
    public var value: String
    /// The words of the choice that the cell stands for, where the export says them.
    public var text: String?

    /// An answer of a survey.
    public init(
      question: String,
      questionID: String? = nil,
      role: String,
      value: String,
      text: String? = nil
    ) {
      self.question = question
      self.questionID = questionID
      self.role = role
      self.value = value
      self.text = text
    }
  }

  /// The product as the source states it; nothing here is checked against a catalog.
  public struct Product: Hashable, Sendable {
    /// The shop's code.
    public var sku: String?
    /// The trade number, as written.
    public var gtin: String?
    /// Amazon's number, as written.
    public var asin: String?
    /// The maker's part number.
    public var mpn: String?
    /// The product's name.
    public var name: String?
    /// The brand.
    public var brand: String?
    /// The product's page.
    public var url: String?

    /// A product of which nothing is stated yet.
    public init() {}

    /// Whether nothing is stated.
    public var isEmpty: Bool { self == Product() }
  }

  /// What the source says about how the feedback came about; nil where it says nothing.
  public struct Flags: Hashable, Sendable {
    /// Written for a reward.
    public var incentivised: Bool?
    /// By someone who bought the article.
    public var verifiedPurchase: Bool?
    /// Where it was first published.
    public var syndicatedFrom: String?
    /// Written by the shop, not by a customer.
    public var merchantReply: Bool?

    /// Flags of which none is stated.
    public init() {}
  }

  /// A reason for a return, in a marketplace's own code.
  public struct ReturnReason: Hashable, Sendable {
    /// The code list.
    public var scheme: String
    /// The code.
    public var code: String

    /// A reason by its code list and code.
    public init(scheme: String, code: String) {
      self.scheme = scheme
      self.code = code
    }
  }

  /// 32 hexadecimal digits, the same on every run and machine; empty until the pipeline sets it.
  public var id = ""
  /// Where the record is from.
  public var source: Source
  /// When it was said, nil rather than guessed.
  public var occurredAt: Instant?
  /// The IANA zone in which the source stated the time.
  public var sourceTimeZone: String?
  /// The BCP 47 tag that the source declares, or that was detected.
  public var language: String?
  /// How sure the language is, 0 to 1; nil for a declared one.
  public var languageConfidence: Double?
  /// The headline.
  public var title: String?
  /// The customer's words.
  public var text: String?
  /// The answers of a survey, every column.
  public var answers: AnswerList = []
  /// The turns of a conversation.
  public var turns: [Turn] = []
  /// The ratings, in their native scales.
  public var ratings: [Rating] = []
  /// The product as stated.
  public var product = Product()
  /// The display name of a review's writer: printed by `parse`, never stored or sent on.
  public var author: String?
  /// The order.
  public var orderID: String?
  /// The lot, as stated.
  public var lot: String?
  /// The supplier, as stated.
  public var supplier: String?
  /// The customer; leaves the process only as a keyed hash.
  public var customer: String?
  /// The segments the source states: category, channel, tenure_band, market.
  public var dims: [String: String] = [:]
  /// How the feedback came about.
  public var flags = Flags()
  /// What was mended in the texts, in the order of the cases, each once.
  public var repairs: [Repair] = []
  /// Why the article came back.
  public var returnReason: ReturnReason?

  /// A record of which only the source is known.
  public init(source: Source) { self.source = source }

  /// Where the record stands, for a diagnostic about it.
  public var location: SourceLocation {
    SourceLocation(file: source.file, line: source.line, byte: source.byte)
  }

  /// Whether there is nothing in it that a signal could be made of.
  public var isEmpty: Bool {
    (text ?? "").isEmpty && (title ?? "").isEmpty && turns.isEmpty && ratings.isEmpty
      && returnReason == nil
  }
}
