internal import VerbatimCore

/// A format that Verbatim knows, read or only recognised.
public enum InputFormat: String, Hashable, Sendable, CaseIterable {
  /// A survey export of Qualtrics.
  case qualtrics
  /// A table with one piece of feedback a row.
  case delimited
  /// A saved page with schema.org data.
  case schemaOrg = "schema-org"
  /// Pages as a crawler archives them.
  case webArchive = "warc"
  /// A page as a browser saves it in one file.
  case savedPage = "mhtml"
  /// A subtitle file with speakers.
  case webVTT = "webvtt"
  /// A conversation as `Speaker: text`.
  case speakerLog = "speaker-log"
  /// Conversations as JSON.
  case conversationsJSON = "conversations-json"
  /// A mail.
  case eml
  /// A mailbox.
  case mbox
  /// One JSON object with `text` a line.
  case ndjson
  /// Answers or reviews as JSON objects, as the interface of a tool gives them.
  case jsonTable = "json-table"
  /// One text a line.
  case text
  /// A spreadsheet.
  case xlsx
  /// An old spreadsheet, or a new one with a password.
  case ole
  /// A mail as Outlook stores it.
  case outlookMessage = "msg"
  /// A compressed file.
  case gzip
  /// A data file of SPSS.
  case spss
  /// Answers of a survey in Triple-S, with their definition.
  case tripleS = "triple-s"
  /// Responses as LimeSurvey itself keeps them.
  case limeSurvey = "limesurvey"
  /// Subtitles without WebVTT's header.
  case srt
  /// Google's feed of product or seller reviews.
  case googleReviews = "google-reviews"
  /// Bazaarvoice's standard client feed.
  case bazaarvoice
  /// Apple's feed of an app's reviews.
  case appleReviews = "apple-reviews"
  /// RSS, Atom, RDF, or a plain list of reviews in XML.
  case feed
  /// The export of a Slack workspace.
  case slack
  /// A chat as WhatsApp exports it.
  case whatsApp = "whatsapp"
  /// A table of tickets, comments or chats, as a help desk or a warehouse exports them.
  case ticketTables = "ticket-tables"
  /// The definition of a survey in Qualtrics.
  case qualtricsForm = "qsf"
  /// Another XML document.
  case xml

  /// Whether there is a reader for it.
  public var isReadable: Bool { recipe.hint == nil }

  /// How the format is recognised, for `verbatim formats`.
  public var recognition: String { recipe.recognition }

  /// What the format is, for a person.
  public var title: String { recipe.title }

  /// What to do with a format that is only recognised; nil for one that is read.
  public var hint: String? { recipe.hint }

  private var recipe: (title: String, recognition: String, hint: String?) {
    switch self {
    case .qualtrics:
      (
        "Qualtrics CSV or TSV, all three header generations",
        "a header record of {\"ImportId\":…} cells, or ResponseId beside StartDate, or V1,V2,V3 over ResponseID",
        nil
      )
    case .delimited:
      (
        "CSV, TSV, semicolon or pipe table, one piece of feedback a row",
        "records of equal width for one delimiter; roles by column names and values", nil
      )
    case .schemaOrg:
      (
        "saved review page: schema.org JSON-LD, microdata, RDFa; microformats",
        "an HTML tag at the start, or a script, itemscope or vocab in the head", nil
      )
    case .webArchive:
      ("web archive: the review pages in a WARC file", "WARC/1. at the start", nil)
    case .savedPage:
      (
        "page saved in one file, .mhtml or .mht",
        "a MIME header with multipart/related and where the page stood, or who saved it", nil
      )
    case .webVTT: ("WebVTT transcript with speakers", "WEBVTT on the first line", nil)
    case .speakerLog:
      (
        "chat or call log: `Speaker: text`, with or without times",
        "most lines begin with one of at least two names and a colon", nil
      )
    case .conversationsJSON:
      (
        "conversations as a JSON array or NDJSON",
        "JSON objects with turns, messages, original, transcript or utterances", nil
      )
    case .ndjson:
      ("one JSON object a line: {\"id\", \"text\", …}", "JSON objects with text and no turns", nil)
    case .jsonTable:
      (
        "answers or reviews as JSON objects: Typeform, Delighted, Google Forms, AskNicely and others",
        "JSON objects without text, with keys that tables of feedback have, or a tool's own", nil
      )
    case .text: ("one text a line", "only by --from text", nil)
    case .xlsx:
      ("Excel workbook, .xlsx and .xlsm", "a zip archive with a workbook in it", nil)
    case .ole:
      (
        "old Excel workbook, or a protected one", "D0 CF 11 E0 at the start",
        "remove the password, or save the sheet as CSV UTF-8"
      )
    case .outlookMessage:
      (
        "Outlook message", "D0 CF 11 E0 at the start, and the names of a message's properties",
        "open it in Outlook and save it as .eml, or export the folder as a mailbox"
      )
    case .gzip:
      (
        "gzip file inside another, or on standard input", "1F 8B at the start",
        "unpack it once; a gzip file by its path is read as it is"
      )
    case .spss:
      ("SPSS data, .sav and .zsav", "$FL2 or $FL3 at the start", nil)
    case .qualtricsForm:
      (
        "definition of a Qualtrics survey", "a JSON object with SurveyElements",
        "it holds no answers; beside an export of the same name it says what the numbers stand for"
      )
    case .tripleS:
      (
        "Triple-S 1.1 to 2.0: a definition in XML, its data beside it",
        "the root element sss; or data beside a definition of the same name", nil
      )
    case .limeSurvey:
      (
        "LimeSurvey responses: archive (.lsa), table (.lsr), VV export",
        "an archive with a table of responses, the root document of one, or codes under questions",
        nil
      )
    case .srt:
      ("SubRip subtitles with speakers", "a number, then a line with -->; or that line first", nil)
    case .slack:
      ("Slack export, in its zip file", "a zip archive with users.json and channels.json", nil)
    case .whatsApp:
      (
        "WhatsApp chat, .txt or in its zip file",
        "lines that begin with a date, a time and a hyphen, or with both in brackets", nil
      )
    case .ticketTables:
      (
        "CSV tables of tickets, comments and chats: Zendesk, Intercom, Salesforce",
        "the columns of such a table; those beside it are read with it", nil
      )
    case .eml: ("e-mail", "header lines such as From, Date, Subject or Message-ID", nil)
    case .mbox:
      ("mailbox: its conversations by mail", "`From ` at the start and header lines after it", nil)
    case .googleReviews:
      (
        "Google product or seller reviews, XML",
        "the root feed with Google's schema or a publisher",
        nil
      )
    case .bazaarvoice:
      ("Bazaarvoice standard client feed", "the root Feed in Bazaarvoice's namespace", nil)
    case .appleReviews:
      (
        "Apple app reviews, Atom or JSON",
        "the root feed with Apple's namespace, or an object feed with im:rating", nil
      )
    case .feed:
      ("RSS, Atom or RDF feed, or a list of reviews", "the root rss, feed, RDF or reviews", nil)
    case .xml:
      ("XML document", "an XML declaration or root element", "save the review pages as HTML")
    }
  }

  /// The diagnostic for a file of a format that is only recognised.
  func unsupported(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .formatUnsupported,
      at: location,
      "the file is recognised as: \(title); there is no reader for it",
      hint: hint
    )
  }
}
