public import VerbatimCore
public import VerbatimText

/// An input with the reader that its format needs.
public struct OpenedInput {
  /// What a user says about an input.
  public struct Options: Sendable {
    /// The format; nil leaves it to the detector.
    public var format: InputFormat?
    /// What the columns of a table mean.
    public var map = ColumnMap()
    /// What the columns of tables are called.
    public var names = ColumnNames.builtIn
    /// Where reviews stand on saved pages whose data lack them.
    public var profiles = SiteProfiles()
    /// Whether damaged texts are mended; without, they stay as they are in the file.
    public var mendsTexts = true

    /// Everything left to detection.
    public init() {}

    fileprivate func mended(_ reader: any FeedbackReader) -> any FeedbackReader {
      mendsTexts ? RepairedReader(reader) : reader
    }
  }

  /// The path as the user gave it; entries of an archive as `export.zip/responses.csv`.
  public let path: String
  /// The format and the rule that found it.
  public let decision: FormatDetector.Decision
  /// The encoding and its evidence; see ``TextSource/encoding``.
  public var encoding: TextEncoding { source.encoding }
  /// What the columns of a table mean; nil for other formats.
  public let schema: SurveySchema?
  /// How a table divides its fields; nil for other formats.
  public let dialect: Dialect?
  /// The records.
  public var reader: any FeedbackReader
  /// How many bytes of the file were read so far.
  public var bytesRead: Int { source.bytesRead }
  private let source: TextSource

  /// What was lost in conversion so far; nil when nothing was.
  public var encodingDamage: Diagnostic? {
    // The parts of a mail, and the pages of an archive, each name their charset; the reader tells.
    guard ![.eml, .mbox, .webArchive, .savedPage].contains(decision.format) else { return nil }
    return source.encodingDamage
  }

  /// Opens a file or standard input ("-"), finds its format and reads its head.
  ///
  /// - Throws: A diagnostic that makes the input unusable.
  public init(path: String, options: Options = Options()) throws(Diagnostic) {
    if let archived = ArchivedFile(path: path) {
      try self.init(TextSource(path: path, bytes: archived.bytes()), options: options)
    } else {
      try self.init(TextSource(path: path), options: options)
    }
  }

  /// Finds the format of a stream and reads its head.
  ///
  /// Archives, workbooks and data files are read from their end or by leaps; of such a stream the
  /// path is opened again, and must be that of a file.
  ///
  /// - Throws: A diagnostic that makes the input unusable.
  public init(_ source: TextSource, options: Options = Options()) throws(Diagnostic) {
    var source = source
    if let slack = try SlackReader(archiveBehind: source) {
      self.path = source.path
      self.source = source
      decision = FormatDetector.Decision(format: .slack, rule: "an archive with users and channels")
      reader = options.mended(slack)
      schema = nil
      dialect = nil
      return
    }
    if let responses = try Self.limeSurvey(source) {
      self.path = source.path
      self.source = source
      decision = FormatDetector.Decision(
        format: .limeSurvey,
        rule: "an archive with a table of responses"
      )
      let survey = try SurveyExportReader(responses, map: options.map, names: options.names)
      schema = survey.schema
      dialect = nil
      reader = options.mended(survey)
      return
    }
    if source.rawHead.starts(with: [0x1F, 0x8B]), source.path != "-",
      ArchivedFile(path: source.path) == nil
    {
      source = try GzipFile.source(path: source.path)
    }
    source = try Self.unwrapped(source)
    self.path = source.path
    if let workbook = try Self.workbook(source, options) {
      // Its parts say their encodings themselves.
      self.source = try TextSource(path: source.path, bytes: [])
      decision = FormatDetector.Decision(
        format: .xlsx,
        rule: "a zip archive with a workbook, sheet `\(workbook.sheet)`"
      )
      let survey = try SurveyExportReader(workbook, map: options.map, names: options.names)
      schema = survey.schema
      dialect = nil
      reader = options.mended(survey)
      return
    }
    self.source = source
    guard try source.peek().contains(where: { $0 > 0x20 }) else {
      throw Diagnostic(
        .fileEmpty,
        at: SourceLocation(file: source.path),
        "the file is empty",
        hint: "export it again; the download may have failed"
      )
    }
    decision = try Self.decide(source, options)
    let plain: any FeedbackReader
    var profiles = options.profiles
    profiles.months = options.names.months
    switch decision.format {
    case .qualtrics, .delimited, .jsonTable, .limeSurvey, .tripleS:
      let table: any TableReader =
        switch decision.format {
        case .jsonTable: try JSONTableReader(source, names: options.names)
        case .tripleS: try TripleSReader(source)
        case .limeSurvey:
          source.rawHead.first(where: { $0 > 0x20 }) == UInt8(ascii: "<")
            ? try LimeSurveyReader(source) : try LimeSurveyVVReader(source)
        default: try DelimitedReader(source, dialect: options.map.dialect)
        }
      let survey = try SurveyExportReader(
        table,
        map: options.map,
        names: options.names,
        form: decision.format == .qualtrics ? QualtricsForm(beside: source.path) : nil
      )
      schema = survey.schema
      dialect = survey.dialect
      reader = options.mended(survey)
      return
    case .schemaOrg: plain = ReviewPageReader(source, profiles: profiles)
    case .webArchive: plain = WebArchiveReader(source, profiles: profiles)
    case .savedPage: plain = SavedPageReader(source, profiles: profiles)
    case .webVTT: plain = WebVTTReader(source)
    case .srt: plain = SRTReader(source)
    case .whatsApp: plain = WhatsAppReader(source)
    case .speakerLog: plain = SpeakerLogReader(source)
    case .conversationsJSON: plain = ConversationJSONReader(source)
    case .appleReviews where source.rawHead.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"):
      plain = AppleReviewJSONReader(source)
    case .googleReviews, .bazaarvoice, .appleReviews, .feed:
      plain = ReviewFeedReader(source, format: decision.format)
    case .ticketTables: plain = try TicketTableReader(source)
    case .eml: plain = MailReader(source, isMailbox: false)
    case .mbox: plain = MailReader(source, isMailbox: true)
    case .ndjson: plain = FeedbackJSONReader(source, map: options.map)
    case .text: plain = TextLineReader(source)
    case .spss:
      let survey = try SurveyExportReader(
        SPSSReader(path: source.path),
        map: options.map,
        names: options.names
      )
      schema = survey.schema
      dialect = nil
      reader = options.mended(survey)
      return
    case .ole:
      throw try OLEFile(path: source.path).diagnostic(at: SourceLocation(file: source.path))
    case .xlsx:
      throw Diagnostic(
        .workbookDamaged,
        at: SourceLocation(file: source.path),
        "no workbook can be read here",
        hint: source.path == "-"
          ? "give its path: a workbook is read from its end, which standard input does not have"
          : "leave the format to the detector"
      )
    case .outlookMessage, .gzip, .slack, .xml, .qualtricsForm:
      throw decision.format.unsupported(at: SourceLocation(file: source.path))
    }
    reader = options.mended(plain)
    schema = nil
    dialect = nil
  }

  /// The workbook that a source is; nil when it is none, or said to be something else.
  private static func workbook(
    _ source: TextSource,
    _ options: Options
  ) throws(Diagnostic) -> SpreadsheetReader? {
    guard isArchive(source), options.format == nil || options.format == .xlsx else { return nil }
    return try SpreadsheetReader(path: source.path, map: options.map, names: options.names)
  }

  /// The responses in a LimeSurvey archive; nil when the source is none.
  private static func limeSurvey(_ source: TextSource) throws(Diagnostic) -> LimeSurveyReader? {
    guard isArchive(source) else { return nil }
    return try LimeSurveyReader(archive: ArchiveReader(path: source.path), path: source.path)
  }

  private static func isArchive(_ source: TextSource) -> Bool {
    source.rawHead.starts(with: [0x50, 0x4B, 0x03, 0x04]) && source.path != "-"
      && ArchivedFile(path: source.path) == nil
  }

  private static func decide(
    _ source: TextSource,
    _ options: Options
  ) throws(Diagnostic) -> FormatDetector.Decision {
    if let format = options.format {
      return FormatDetector.Decision(format: format, rule: "--from \(format.rawValue)")
    }
    if TripleSReader.isData(source.path) {
      return FormatDetector.Decision(format: .tripleS, rule: "data beside a Triple-S definition")
    }
    if let found = try FormatDetector(names: options.names).detect(source) { return found }
    throw Diagnostic(
      .formatUnknown,
      at: SourceLocation(file: source.path),
      "no format is recognised: no known lead, no speakers, no table",
      hint: "name it with --from, for example --from text for one text a line"
    )
  }

  /// The only table inside a zip archive, as survey tools download it; else the source itself.
  private static func unwrapped(_ source: TextSource) throws(Diagnostic) -> TextSource {
    guard isArchive(source) else { return source }
    let archive = try ArchiveReader(path: source.path)
    switch WorkbookPackage(archive, path: source.path).kind {
    case .workbook: return source
    case .binaryWorkbook:
      throw unsupported("binary Excel workbook (.xlsb)", source.path)
    case .openDocument: throw unsupported("OpenDocument spreadsheet (.ods)", source.path)
    case nil: break
    }
    let names = archive.names
    let tables = ArchivedFile.readable(in: archive)
    guard tables.count == 1 else {
      throw Diagnostic(
        .archiveUnusable,
        at: SourceLocation(file: source.path),
        "the archive holds \(names.count) files, \(tables.count) of them readable; one is expected",
        hint: tables.isEmpty
          ? "unpack it and give the file that holds the feedback"
          : "name the file inside, as \(source.path)/\(tables[0])"
      )
    }
    return try TextSource(
      path: "\(source.path)/\(tables[0])",
      bytes: archive.bytes(of: tables[0])
    )
  }

  private static func unsupported(_ title: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .formatUnsupported,
      at: SourceLocation(file: path),
      "the file is recognised as: \(title); there is no reader for it",
      hint: "open it and save it as .xlsx or as CSV UTF-8"
    )
  }
}
