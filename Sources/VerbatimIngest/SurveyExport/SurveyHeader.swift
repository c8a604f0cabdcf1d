internal import VerbatimCore

/// Finds the header records of an export by what they hold, and names its columns.
///
/// SurveyMonkey has two, the second with labels under the questions. LimeSurvey may write a code, a
/// full stop and the question in one.
///
/// Qualtrics has three header records today, of which the third holds `{"ImportId":"…"}`; around
/// 2016 the quotes in it were single; before that there were two. People delete one by hand.
struct SurveyHeader {
  var dialect: SurveySchema.Dialect
  var records: Int
  var names: [String]
  var questions: [String]
  var importIDs: [String?]
  var timeZones: [String?] = []
  /// What the file itself says of its columns; empty when it says nothing.
  var stated: [StatedColumn] = []

  /// The tool whose style of header this is, where no list of names tells.
  var exportName: String? {
    switch dialect {
    case .qualtrics, .qualtricsLegacy: "qualtrics"
    case .surveyMonkey: "surveymonkey"
    case .limeSurvey: "limesurvey"
    case .generic: nil
    }
  }

  /// Reads the header from the first records of a file, of which there is at least one.
  init(_ head: [[String]], forced: Int?, names known: ColumnNames = .builtIn) {
    let first = head[0].map(Self.withoutPlaceholder)
    let second = head.count > 1 ? head[1] : []
    let third = head.count > 2 ? head[2] : []
    names = first
    questions = first
    importIDs = first.map { _ in nil }
    dialect = .generic
    records = forced ?? 1
    if Self.isImportIDRecord(third) {
      dialect = .qualtrics
      records = forced ?? 3
      questions = Self.padded(second, to: first.count)
      importIDs = third.map { Self.member("ImportId", of: $0) }
      timeZones = third.map { Self.member("timeZone", of: $0) }
    } else if Self.isImportIDRecord(second) {
      // Somebody deleted the record with the questions.
      dialect = .qualtrics
      records = forced ?? 2
      importIDs = second.map { Self.member("ImportId", of: $0) }
      timeZones = second.map { Self.member("timeZone", of: $0) }
    } else if first.prefix(3) == ["V1", "V2", "V3"], second.first == "ResponseID" {
      dialect = .qualtricsLegacy
      records = forced ?? 2
      questions = Self.padded(second, to: first.count)
      names = zip(first, questions).map {
        $0.hasPrefix("V") && Int($0.dropFirst()) != nil ? $1 : $0
      }
    } else if Self.isQualtrics(first) {
      // Both other records are gone, or only the questions are left.
      dialect = .qualtrics
      let id = first.firstIndex {
        HeaderName.normalized($0).replacing(" ", with: "") == "responseid"
      }
      let looksLikeData =
        second.isEmpty || id.map { $0 < second.count && second[$0].hasPrefix("R_") } ?? true
      records = forced ?? (looksLikeData ? 1 : 2)
      if !looksLikeData { questions = Self.padded(second, to: first.count) }
    } else if let joined = SubHeader.joined(first, second, known) {
      dialect = .surveyMonkey
      records = forced ?? 2
      names = joined
      questions = joined
    } else if let codes = Self.codes(first) {
      dialect = .limeSurvey
      names = codes.map(\.code)
      questions = codes.map(\.question)
    }
    while importIDs.count < names.count { importIDs.append(nil) }
    names = Self.unique(names)
  }

  /// The header of a file that says itself what its columns are.
  init(_ columns: [StatedColumn]) {
    dialect = .generic
    records = 0
    names = Self.unique(columns.map(\.name))
    questions = columns.map { $0.question ?? "" }
    importIDs = columns.map { _ in nil }
    timeZones = columns.map(\.timeZone)
    stated = columns
  }

  /// Takes from a Qualtrics survey's definition what the values of its columns stand for.
  mutating func state(_ form: QualtricsForm) {
    stated = zip(names, importIDs).map { form.column($0, importID: $1) }
  }

  /// LimeSurvey's `Q1. How was it?` in two; nil when the names are not of that style.
  private static func codes(_ record: [String]) -> [(code: String, question: String)]? {
    let parts = record.map { name -> (code: String, question: String)? in
      guard let stop = name.firstRange(of: ". ") else { return nil }
      let code = name[..<stop.lowerBound]
      guard let letter = code.first, letter.isLetter, code.utf8.count <= 40,
        code.allSatisfy({ $0.isLetter || $0.isNumber || "_[]".contains($0) })
      else { return nil }
      return (String(code), String(name[stop.upperBound...]))
    }
    let known = parts.compactMap { $0?.code }
    guard known.count >= 2, known.count * 10 >= record.count * 6,
      ["id", "submitdate", "lastpage", "startlanguage"].contains(where: known.contains)
    else { return nil }
    return zip(record, parts).map { $1 ?? ($0, $0) }
  }

  /// A name that a data tool wrote for a blank one, `Unnamed: 12`, as the blank.
  private static func withoutPlaceholder(_ name: String) -> String {
    guard name.hasPrefix("Unnamed: ") else { return name }
    return name.dropFirst(9).allSatisfy { $0.isNumber || "_level".contains($0) } ? "" : name
  }

  private static func isQualtrics(_ record: [String]) -> Bool {
    let names = Set(record.map { HeaderName.normalized($0).replacing(" ", with: "") })
    return names.contains("responseid")
      && (names.contains("startdate") || names.contains("recordeddate"))
  }

  private static func isImportIDRecord(_ record: [String]) -> Bool {
    let filled = record.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return false }
    return filled.filter { member("ImportId", of: $0) != nil }.count * 2 > filled.count
  }

  /// A member of `{"ImportId":"QID2_TEXT"}`, with double or single quotes.
  static func member(_ name: String, of cell: String) -> String? {
    guard cell.hasPrefix("{"), let key = cell.firstRange(of: name) else { return nil }
    // `": "` between name and value, the quotes double or single.
    let rest = cell[key.upperBound...].drop { $0 != ":" }.dropFirst().drop { $0 == " " }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    let value = rest.dropFirst().prefix { $0 != quote }
    return value.isEmpty ? nil : String(value)
  }

  private static func padded(_ record: [String], to count: Int) -> [String] {
    Array(record.prefix(count)) + Array(repeating: "", count: max(0, count - record.count))
  }

  /// Names made unique by `#2`, `#3`; an empty name becomes `column 7`.
  private static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    // How far the numbers of a name are used up: a hundred thousand columns of one name take no
    // longer than of many.
    var counts: [String: Int] = [:]
    return names.enumerated().map { index, name in
      let name = name.isEmpty ? "column \(index + 1)" : name
      var own = name
      var count = counts[name] ?? 1
      while !taken.insert(own).inserted {
        count += 1
        own = "\(name)#\(count)"
      }
      counts[name] = count
      return own
    }
  }
}
