/// Every kind of trouble a user's input can make, one case a code.
///
/// A code is stable: it keeps its number and its meaning. A block of a thousand belongs to one
/// layer: 1 ingest, 2 text, 3 lexicon and taxonomy, 4 catalog, 5 store, 6 command, 7 delivery,
/// 8 report, 9 dashboard.
public enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
  /// The file is not there.
  case fileMissing = "V1001"
  /// The file is there and cannot be read.
  case fileUnreadable = "V1002"
  /// The file has no bytes, or nothing but white space.
  case fileEmpty = "V1003"
  /// No reader knows the file.
  case formatUnknown = "V1004"
  /// The format is known, but this build has no reader for it.
  case formatUnsupported = "V1005"
  /// The archive is damaged, encrypted, or holds nothing to read.
  case archiveUnusable = "V1006"
  /// A quoted field is never closed.
  case quoteNeverClosed = "V1101"
  /// Text stands between a closing quote and the next delimiter.
  case textAfterQuote = "V1102"
  /// A row has fewer or more fields than the header.
  case rowWidth = "V1103"
  /// No column holds the customer's words or a rating.
  case noFeedbackColumn = "V1104"
  /// The column map names a column or a role that is not there.
  case columnMap = "V1105"
  /// A row holds no words and no rating.
  case rowEmpty = "V1106"
  /// A row is a preview, a test or spam by its own status.
  case rowNotCustomer = "V1107"
  /// A value lies outside its scale.
  case ratingOutOfRange = "V1108"
  /// A field is larger than the limit.
  case fieldTooLarge = "V1109"
  /// The file has a header and no records.
  case noRecords = "V1110"
  /// A label is none that Verbatim knows.
  case labelUnknown = "V1111"
  /// A record has neither a label nor a rating to measure against.
  case verdictMissing = "V1112"
  /// There are too few rated texts for a calibration, or they do not go with the scores.
  case calibrationUnfit = "V1113"
  /// A data file is damaged or cut off.
  case dataFileDamaged = "V1114"
  /// A cell of a column of dates is no date, or the column does not tell day from month.
  case dateUnread = "V1115"
  /// A spreadsheet changed what was written.
  case spreadsheetDamage = "V1116"
  /// A table has more columns than any tool writes.
  case tooManyColumns = "V1117"
  /// A quoted field runs over very many lines.
  case longQuotedField = "V1118"
  /// A quote stands inside a field that is not quoted.
  case strayQuote = "V1119"
  /// A part of a workbook is damaged, cut off or missing.
  case workbookDamaged = "V1120"
  /// A workbook has a password.
  case workbookProtected = "V1121"
  /// A part of a workbook unpacks to more than the limits, as zip bombs do.
  case workbookTooLarge = "V1122"
  /// Of several sheets one was read.
  case sheetChosen = "V1123"
  /// Rows above the header of a sheet were passed over.
  case titleRows = "V1124"
  /// A cell of a sheet holds no value that can be read.
  case cellUnreadable = "V1125"
  /// A row of a table of series has no date that Verbatim reads.
  case seriesDate = "V1130"
  /// A count or an exposure of a table of series is no number from 0 on.
  case seriesValue = "V1131"
  /// A row of a table of series has no key or no issue.
  case seriesKey = "V1132"
  /// A report to be replayed has no date that Verbatim reads.
  case replayDate = "V1140"
  /// A report to be replayed names no article.
  case replayArticle = "V1141"
  /// A report to be replayed says neither that it is a complaint nor that it is none.
  case replayVerdict = "V1142"
  /// A row of a table of reports lacks a value that it is counted by.
  case reportIncomplete = "V1143"
  /// A page has no review in a mark-up that Verbatim reads.
  case noReviews = "V1201"
  /// A JSON-LD block is not JSON, even after the usual repairs.
  case jsonLDBroken = "V1202"
  /// A JSON-LD block was read after a repair.
  case jsonLDRepaired = "V1203"
  /// A review has neither words nor a rating.
  case reviewEmpty = "V1204"
  /// The mark-up nests too deep, or the parser gave up.
  case markupUnusable = "V1205"
  /// A feed has a document type, which may hide entities.
  case feedRefused = "V1206"
  /// A feed, or a review in it, is not well-formed.
  case feedDamaged = "V1207"
  /// References in a feed were read as they stand.
  case feedMended = "V1208"
  /// A feed lists reviews as deleted.
  case feedDeletions = "V1209"
  /// A site profile says what no profile can say.
  case profileUnusable = "V1250"
  /// A selector of a site profile is no CSS or XPath that can be used.
  case selectorUnusable = "V1251"
  /// A selector of a site profile matches nothing.
  case profileUnmatched = "V1252"
  /// A site profile finds reviews, but few of their words or ratings.
  case profileOutOfDate = "V1253"
  /// A site profile was given up on a page, at a limit.
  case profileLimit = "V1254"
  /// A web archive breaks off, or a record of it breaks the format's rules.
  case webArchiveDamaged = "V1255"
  /// A page of a web archive was cut off when it was saved.
  case webArchiveCut = "V1256"
  /// Records of a web archive hold no page.
  case webArchivePassed = "V1257"
  /// The coding of a page in a web archive cannot be undone.
  case pageCoding = "V1258"
  /// A saved page's file holds no page.
  case savedPageMissing = "V1259"
  /// A saved page's file is damaged or cut off.
  case savedPageDamaged = "V1260"
  /// A timing line of a subtitle file does not parse.
  case cueTiming = "V1301"
  /// A subtitle file or log has no spoken words.
  case noTurns = "V1302"
  /// A conversation has no line by a customer.
  case noCustomer = "V1303"
  /// Cues of a subtitle file overlap.
  case cueOverlap = "V1304"
  /// The dates of a chat can be read in two ways.
  case chatDatesOpen = "V1305"
  /// Internal notes of tickets were left out.
  case internalNotes = "V1306"
  /// Attachments were left out.
  case attachments = "V1307"
  /// Messages were put in order of time.
  case messageOrder = "V1308"
  /// Tables that belong to a table of messages are not beside it, or are read with another one.
  case tablesApart = "V1309"
  /// Turns of a conversation have no time, or one that is none, so waits are not known.
  case turnTimeMissing = "V1310"
  /// A turn of a conversation is earlier than the one before it.
  case turnTimesDescend = "V1311"
  /// A file of business hours says something that cannot be.
  case businessHours = "V1312"
  /// A JSON document or line does not parse.
  case jsonBroken = "V1401"
  /// A JSON record lacks a field that it needs.
  case jsonField = "V1402"
  /// A member stands twice in one JSON object.
  case jsonKeyTwice = "V1403"
  /// A mail, or a part of it, is cut off.
  case mailCutOff = "V1501"
  /// A text part of a mail cannot be read as the mail says.
  case mailPartDamaged = "V1502"
  /// A mail has no text.
  case mailWithoutText = "V1503"
  /// A mail does not say who wrote it.
  case mailWithoutSender = "V1504"
  /// Lines of a mailbox belong to no mail.
  case mailStray = "V1505"
  /// A mail stands twice in a mailbox.
  case mailTwice = "V1506"
  /// A conversation of a mailbox became more than one record.
  case threadSplit = "V1507"
  /// Bytes have no meaning in the file's encoding.
  case encodingDamaged = "V2001"
  /// The encoding was guessed without much confidence.
  case encodingGuessed = "V2002"
  /// A lexicon file's line does not parse.
  case lexiconLine = "V3001"
  /// A lexicon file is missing.
  case lexiconMissing = "V3002"
  /// A phrase pattern is malformed.
  case patternMalformed = "V3003"
  /// An issue code is not in the taxonomy.
  case issueUnknown = "V3004"
  /// A term stands twice.
  case termTwice = "V3005"
  /// A term is positive in one row and negative in another, or in the file of the other sign.
  case signsDisagree = "V3011"
  /// No text can have a term or phrase as it is written.
  case termUnreachable = "V3012"
  /// A phrase means the same as an earlier one and never counts.
  case phraseShadowed = "V3013"
  /// The terms of a file are not in order.
  case lexiconUnsorted = "V3014"
  /// A row of another lexicon was not taken.
  case importRefused = "V3015"
  /// There are too few rated texts to learn from.
  case ratedTooFew = "V3016"
  /// The catalog has no column for the SKU.
  case catalogColumn = "V4001"
  /// A GTIN's check digit is wrong.
  case gtinCheckDigit = "V4002"
  /// A GTIN looks damaged by a spreadsheet.
  case gtinDamaged = "V4003"
  /// The same SKU stands twice for the same time.
  case skuTwice = "V4004"
  /// One alias names two products.
  case aliasTwice = "V4005"
  /// Two periods of suppliers overlap, or one ends before it starts.
  case supplierPeriod = "V4006"
  /// A product's name or alias is a common word.
  case aliasCommon = "V4007"
  /// Variants are each other's parent, or the parent is not in the catalog.
  case variantParent = "V4008"
  /// One GTIN stands at two SKUs.
  case gtinShared = "V4009"
  /// A column of a catalog, order or receipt file means nothing to Verbatim.
  case columnUnknown = "V4010"
  /// A supplier's location number is none.
  case glnDamaged = "V4011"
  /// A row of an order or receipt file lacks what it is read for.
  case orderRow = "V4012"
  /// The store belongs to another program or a newer version.
  case storeUnusable = "V5001"
  /// Another process holds the store.
  case storeLocked = "V5002"
  /// The store has no such signal.
  case recordMissing = "V5003"
  /// A row of a table of outcomes has no date that Verbatim reads.
  case outcomeDate = "V5101"
  /// A row of a table of outcomes names no customer.
  case outcomeCustomer = "V5102"
  /// A row of a table of outcomes states none of the outcomes that Verbatim knows.
  case outcomeKind = "V5103"
  /// No customer of a table of outcomes has feedback in the store.
  case customersUnknown = "V5104"
  /// No signal in the store has the segment that was asked for.
  case segmentUnknown = "V5105"
  /// Ratings on a scale that the satisfaction index does not take were left out.
  case ratingScale = "V5106"
  /// A decision does not fit the state of its cluster.
  case decisionRefused = "V5112"
  /// A decision lacks what its action needs, or has what only others have.
  case decisionIncomplete = "V5113"
  /// A signal is no report of the cluster.
  case evidenceMissing = "V5114"
  /// A text to search for has no word in it.
  case searchEmpty = "V5121"
  /// A signal is no conversation that was measured.
  case conversationMissing = "V5131"
  /// No conversation counts in an audit.
  case conversationsNone = "V5132"
  /// The store has no such sample.
  case sampleMissing = "V5133"
  /// Nobody has said anything yet of what is asked for.
  case reviewsNone = "V5134"
  /// The output cannot be written.
  case outputUnwritable = "V6001"
  /// A configuration file does not parse.
  case configuration = "V6002"
  /// The receiver of signals cannot be reached, or asks to be left alone for long.
  case receiverUnreachable = "V7001"
  /// The receiver will not have a signal; it is a dead letter now.
  case signalRefused = "V7002"
  /// The receiver will have nothing at all.
  case receiverRefuses = "V7003"
  /// Another process delivers to the same receiver.
  case deliveryBusy = "V7004"
  /// Signals go over the network in the clear.
  case deliveryInTheClear = "V7005"
  /// The store has nothing of that customer.
  case customerUnknown = "V7006"
  /// The store's signals were made by another engine.
  case engineChanged = "V7007"
  /// The templates of reports and packs are not beside the program.
  case templatesMissing = "V8001"
  /// The store has no such cluster.
  case clusterMissing = "V8002"
  /// A replay file is no replay file, is cut off, or a line of it does not parse.
  case replayUnreadable = "V8003"
  /// A replay file gives other bytes than the ones that stand in it.
  case replayDiffers = "V8004"
  /// A replay file was made by another engine.
  case replayEngine = "V8005"
  /// The server cannot listen at the address.
  case addressUnusable = "V9001"
  /// The file of tokens is missing, or a line of it is no token.
  case tokenFile = "V9002"
}
