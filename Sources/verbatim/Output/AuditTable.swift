import VerbatimPipeline

/// What an audit prints, as CSV.
enum AuditTable {
  /// A row for each conversation.
  static func conversations(_ conversations: [AuditedConversation]) -> [UInt8] {
    var bytes = CSVLine.bytes(conversationColumns)
    for conversation in conversations { bytes += CSVLine.bytes(cells(conversation)) }
    return bytes
  }

  /// A row for each turn.
  static func turns(_ found: AuditCase) -> [UInt8] {
    var bytes = CSVLine.bytes([
      "turn", "role", "speaker", "at", "wait_seconds", "first_reply", "compound", "text", "events",
    ])
    for turn in found.turns {
      let events = turn.events.map { event in
        [event.kind, event.name, event.state?.rawValue].compactMap(\.self).joined(separator: " ")
      }
      bytes += CSVLine.bytes([
        "\(turn.index)", turn.role.rawValue, turn.speaker, turn.at ?? "", number(turn.wait),
        "\(turn.isFirstReply)", number(turn.compound), turn.text, events.joined(separator: "; "),
      ])
    }
    return bytes
  }

  /// A row for each conversation of a sample.
  static func members(_ sheet: AuditSheet) -> [UInt8] {
    var bytes = CSVLine.bytes([
      "sample", "stratum", "weight", "inclusion_probability", "signal_id", "event_time", "risks",
      "verdicts",
    ])
    for member in sheet.members {
      let stratum = sheet.sample.strata[member.stratum]
      bytes += CSVLine.bytes([
        sheet.sample.id, stratum.name, number(member.weight),
        number(stratum.inclusionProbability), member.signalID,
        member.conversation?.conversation.eventTime?.description ?? "",
        (member.conversation?.risks ?? []).map(\.rawValue).joined(separator: "; "),
        verdicts(member.reviews),
      ])
    }
    return bytes
  }

  /// A row for each category.
  static func agreement(_ agreements: [AuditAgreement]) -> [UInt8] {
    var bytes = CSVLine.bytes([
      "category", "weighting", "conversations", "people", "kappa", "ci95_lower", "ci95_upper",
      "undecided", "outside", "unread_strata",
    ])
    for agreement in agreements {
      bytes += CSVLine.bytes([
        agreement.category.rawValue, agreement.category.weighting.rawValue,
        "\(agreement.conversations)", "\(agreement.people)", number(agreement.kappa),
        number(agreement.interval?.lower), number(agreement.interval?.upper),
        "\(agreement.undecided)", "\(agreement.outside)", agreement.unread.joined(separator: "; "),
      ])
    }
    return bytes
  }

  /// A row for each labelled conversation, as `verbatim evaluate` reads it.
  static func labels(_ labelled: [LabelledConversation]) -> [UInt8] {
    var bytes = CSVLine.bytes(["id", "date", "text", "label", "labelled_by", "reason"])
    for row in labelled {
      bytes += CSVLine.bytes([
        row.signalID, row.eventTime?.description ?? "", row.text, row.label, row.reviewer,
        row.reason,
      ])
    }
    return bytes
  }

  /// A row for each conversation to talk about.
  static func coaching(_ cases: [CoachingCase]) -> [UInt8] {
    var bytes = CSVLine.bytes(
      ["agent"] + conversationColumns.filter { $0 != "agent" } + ["verdicts"]
    )
    for found in cases {
      bytes += CSVLine.bytes(
        [found.audited.agent ?? ""] + cells(found.audited, withAgent: false)
          + [verdicts(found.reviews)]
      )
    }
    return bytes
  }

  /// A row for each issue that customers came back for.
  static func repeats(_ list: AuditList) -> [UInt8] {
    var bytes = CSVLine.bytes(["issue", "came_back", "within_days", "followed"])
    for row in list.repeatIssues {
      bytes += CSVLine.bytes([
        row.issue, "\(row.count)", "\(list.repeats.window)", "\(list.repeats.followed)",
      ])
    }
    return bytes
  }

  private static let conversationColumns = [
    "signal_id", "native_id", "event_time", "channel", "queue", "agent", "issue", "sku", "opening",
    "closing", "recovery", "expected", "residual", "first_response_seconds",
    "longest_wait_seconds", "handoffs", "repeated_questions", "risks", "expected_within",
    "expected_within_n",
  ]

  private static func cells(_ audited: AuditedConversation, withAgent: Bool = true) -> [String] {
    let conversation = audited.conversation
    let course = conversation.course
    var cells: [String] = [
      conversation.signalID, conversation.nativeID ?? "",
      conversation.eventTime?.description ?? "", conversation.channel ?? "",
      conversation.queue ?? "",
    ]
    if withAgent { cells.append(audited.agent ?? "") }
    cells +=
      [
        conversation.issue ?? "", conversation.sku ?? "", number(course.opening),
        number(course.closing), number(course.recovery), number(audited.expected),
        number(audited.residual), number(course.firstResponseSeconds),
        number(course.longestWaitSeconds), "\(course.handoffs)",
        (course.events?.repeatedQuestions.count).map(String.init) ?? "",
        audited.risks.map(\.rawValue).joined(separator: "; "),
      ] as [String]
    cells.append(audited.expectedWithin?.rawValue ?? "")
    cells.append(audited.expectedWithinCount.map(String.init) ?? "")
    return cells
  }

  private static func verdicts(_ reviews: [Review]) -> String {
    reviews.map { "\($0.category) \($0.verdict) (\($0.reviewer): \($0.reason))" }
      .joined(separator: "; ")
  }

  /// A number to six decimals; an empty cell for none.
  private static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    let rounded = (value * 1_000_000).rounded() / 1_000_000
    return rounded == rounded.rounded() && abs(rounded) < 0x1p53
      ? String(Int(rounded)) : String(rounded)
  }
}
