internal import VerbatimCore
internal import VerbatimIngest
internal import VerbatimText

/// What the fuzzer feeds: the formats that one run is about.
enum FuzzTarget: String, CaseIterable {
  /// Tables of text.
  case delimited
  /// Workbooks: whole ones, and sheets that are put into one.
  case spreadsheet
  /// Feedback, answers and reviews as JSON.
  case json
  /// Mails and mailboxes.
  case mail
  /// WebVTT and SubRip.
  case captions
  /// Conversations as JSON, with the forms of all help desks.
  case conversations
  /// WhatsApp, logs, and the days of a Slack export.
  case chat
  /// Saved pages with microdata and RDFa.
  case html
  /// The same pages, each input a script of JSON-LD.
  case jsonLD = "json-ld"
  /// Every XML feed of reviews.
  case feed
  /// Google's feed of products.
  case merchantFeed = "merchant-feed"
  /// Web archives (WARC).
  case webArchive = "web-archive"
  /// Pages that a browser saved in one file (MHTML).
  case savedPage = "saved-page"
  /// Selectors of a site profile with a page below them; see ``FuzzProfile``.
  case profile

  /// The formats that an input may be read as.
  ///
  /// The detector chooses among them; an input of no such format is read as the first.
  var formats: [InputFormat] {
    switch self {
    case .delimited: [.delimited, .qualtrics, .limeSurvey, .ticketTables]
    case .spreadsheet: [.xlsx]
    case .json: [.ndjson, .jsonTable]
    case .mail: [.eml, .mbox]
    case .captions: [.srt, .webVTT]
    case .conversations: [.conversationsJSON]
    case .chat: [.speakerLog, .whatsApp, .slack]
    case .html, .jsonLD, .profile: [.schemaOrg]
    case .feed: [.feed, .googleReviews, .bazaarvoice, .appleReviews, .limeSurvey]
    case .merchantFeed: [.xml]
    case .webArchive: [.webArchive]
    case .savedPage: [.savedPage]
    }
  }

  /// Opens an input of the target by the face that `verbatim parse` uses.
  ///
  /// - Throws: The diagnostic of an input that cannot be used; the fuzzer looks at its place.
  func open(_ bytes: [UInt8]) throws(Diagnostic) -> OpenedInput {
    switch self {
    case .spreadsheet:
      let isWhole = bytes.starts(with: [0x50, 0x4B])
      return try OpenedInput(path: FuzzFile.written(isWhole ? bytes : FuzzFile.workbook(bytes)))
    case .chat where FuzzFile.isDay(bytes):
      return try OpenedInput(path: FuzzFile.written(FuzzFile.slack(bytes)))
    case .jsonLD: return try opened(page(bytes))
    case .profile:
      let profile = try FuzzProfile(bytes)
      return try opened(profile.page, profiles: profile.profiles)
    default: return try opened(bytes)
    }
  }

  /// The page that an input is; nil for targets that are none.
  func page(of bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .html: bytes
    case .jsonLD: page(bytes)
    default: nil
    }
  }

  /// A page whose only script is the input.
  private func page(_ script: [UInt8]) -> [UInt8] {
    Array("<html><body><script type=\"application/ld+json\">".utf8) + script
      + Array("</script></body></html>".utf8)
  }

  private func opened(
    _ bytes: [UInt8],
    profiles: SiteProfiles = SiteProfiles()
  ) throws(Diagnostic) -> OpenedInput {
    var options = OpenedInput.Options()
    options.profiles = profiles
    let found = try FormatDetector().detect(TextSource(path: FuzzFile.name, bytes: bytes))?.format
    options.format = found.flatMap { formats.contains($0) ? $0 : nil } ?? formats[0]
    return try OpenedInput(TextSource(path: FuzzFile.name, bytes: bytes), options: options)
  }
}
