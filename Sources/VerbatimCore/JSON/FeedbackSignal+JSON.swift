extension FeedbackSignal {
  /// The top-level fields that `--fields` can name, in their order.
  public static let fieldNames = [
    "type", "signal_id", "id", "revision", "supersedes", "retracted", "engine", "event_time",
    "observed_time", "record_id", "source", "customer_key", "order_key", "dims", "ratings",
    "language", "language_confidence", "sentiment", "satisfaction", "clauses", "unscored",
    "explain", "issues", "remarks", "return_reason", "severity",
    "product", "supplier", "lot", "journey_stage", "journey_stage_confidence", "transcript",
    "contact_hints", "redactions", "provenance",
  ]

  /// Writes the signal as `feedback.signal.v1`.
  ///
  /// - Parameters:
  ///   - json: Where to.
  ///   - explain: Whether to write every contribution.
  ///   - fields: The top-level fields to write; nil writes all.
  ///   - engineJSON: The field `engine` as `Engine.json` writes it, when many signals share it.
  public func write(
    to json: inout JSONWriter,
    explain: Bool,
    fields: Set<String>? = nil,
    engineJSON: [UInt8]? = nil
  ) {
    func wants(_ field: String) -> Bool { fields?.contains(field) ?? true }
    // Not through a closure: it would copy the whole signal.
    json.beginObject()
    if wants("type") { json.field("type", "feedback.signal.v1") }
    if wants("signal_id") { json.field("signal_id", id) }
    if let fields, fields.contains("id") { json.field("id", source.nativeID ?? id) }
    if wants("revision") { json.field("revision", revision) }
    if revision > 1, wants("supersedes") { json.field("supersedes", revision - 1) }
    if isRetracted, wants("retracted") { json.field("retracted", true) }
    if wants("engine") { json.fields(engineJSON ?? engine.json) }
    if wants("event_time") { json.field("event_time", eventTime?.description) }
    if wants("observed_time") { json.field("observed_time", observedTime?.description) }
    if wants("record_id") { json.field("record_id", recordID) }
    if wants("source") { source.write(to: &json) }
    if wants("customer_key") { json.optional("customer_key", customerKey) }
    if wants("order_key") { json.optional("order_key", orderKey) }
    if wants("dims") { json.write(dims, as: "dims") }
    if wants("ratings") { json.array("ratings", ratings) { $1.write(to: &$0) } }
    if wants("language") { json.field("language", language) }
    if wants("language_confidence") { json.optional("language_confidence", languageConfidence) }
    if wants("sentiment") { sentiment.write(to: &json) }
    if wants("satisfaction") { write(satisfaction, to: &json) }
    if wants("clauses") { sentiment.writeClauses(to: &json) }
    if !unscored.isEmpty, wants("unscored") {
      json.array("unscored", unscored) { json, item in
        json.object { json in
          json.field("part", item.part.description)
          json.field("start", item.range.start)
          json.field("end", item.range.end)
          json.field("kind", item.kind.rawValue)
        }
      }
    }
    if explain, wants("explain") { sentiment.writeContributions(to: &json) }
    if wants("issues") { json.array("issues", issues) { $1.write(to: &$0) } }
    if !remarks.isEmpty, wants("remarks") {
      json.array("remarks", remarks) { $1.write(to: &$0) }
    }
    if let returnReason, wants("return_reason") { returnReason.write(to: &json) }
    if wants("severity") { json.field("severity", severity?.rawValue) }
    if wants("product") { product.write(to: &json) }
    if wants("supplier") { supplier.write(to: &json) }
    if wants("lot") { lot.write(to: &json) }
    if wants("journey_stage") { json.field("journey_stage", journeyStage.rawValue) }
    if wants("journey_stage_confidence") {
      json.optional("journey_stage_confidence", journeyStageConfidence)
    }
    if let transcript, wants("transcript") { transcript.write(to: &json) }
    if wants("contact_hints") {
      json.object("contact_hints") { json in
        json.field("open_issue", contactHints.openIssue)
        json.field("wants_no_contact", contactHints.wantsNoContact)
      }
    }
    if wants("redactions") {
      json.object("redactions") { json in
        for kind in redactions.keys.sorted() {
          json.key(dynamic: kind)
          json.value(redactions[kind] ?? 0)
        }
      }
    }
    if wants("provenance") {
      json.object("provenance") { json in
        json.optional("incentivised", flags.incentivised)
        json.optional("merchant_reply", flags.merchantReply)
        json.optional("syndicated_from", flags.syndicatedFrom)
        if !repairs.isEmpty { json.array("repairs", repairs) { $0.value($1.rawValue) } }
      }
    }
    json.endObject()
  }

  private func write(_ satisfaction: Satisfaction?, to json: inout JSONWriter) {
    json.key("satisfaction")
    guard let satisfaction else { return json.null() }
    json.object { json in
      json.field("score", satisfaction.score)
      json.object("components") { json in
        for component in satisfaction.components {
          json.key(dynamic: component.name)
          json.value(component.value)
        }
      }
      json.field("coverage", satisfaction.coverage)
    }
  }
}

extension FeedbackSignal.Engine {
  /// The field `engine` with its key.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object("engine") { json in
      json.field("version", version)
      json.field("lexicon_hash", lexiconHash)
      json.field("taxonomy_version", taxonomyVersion)
      json.field("config_hash", configHash)
      json.field("icu_version", icuVersion)
    }
    return json.bytes
  }
}

extension Sentiment {
  func write(to json: inout JSONWriter) {
    json.object("sentiment") { json in
      json.field("status", status.rawValue)
      json.field("compound", compound)
      json.field("positive", positive)
      json.field("negative", negative)
      json.field("neutral", neutral)
      json.field("label", label?.rawValue)
      json.field("p_negative", pNegative)
      json.field("calibration_id", calibrationID)
    }
  }

  func writeClauses(to json: inout JSONWriter) {
    json.array("clauses", clauses) { json, clause in
      json.object { json in
        json.field("part", clause.part.description)
        json.field("start", clause.range.start)
        json.field("end", clause.range.end)
        json.field("compound", clause.compound)
        json.array("issues", clause.issues) { $0.value($1) }
      }
    }
  }

  /// Writes what counted, as the field `explain`.
  public func writeContributions(to json: inout JSONWriter) {
    json.array("explain", contributions) { json, item in
      json.object { json in
        json.field("part", item.part.description)
        json.field("start", item.range.start)
        json.field("end", item.range.end)
        json.field("term", item.term)
        json.field("valence", item.valence)
        json.array("rules", item.rules) { $0.value($1) }
        json.field("contribution", item.contribution)
      }
    }
  }
}

extension Issue {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("code", code)
      json.field("tier", tier.rawValue)
      json.field("confidence", confidence)
      json.field("modality", modality.rawValue)
      json.field("intent", intent.rawValue)
      json.field("attribution", attribution.rawValue)
      json.optional("after_days", afterDays)
      json.key("evidence")
      if let evidence { evidence.write(to: &json) } else { json.null() }
    }
  }
}

extension Issue.Evidence {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("part", part.description)
      json.field("start", range.start)
      json.field("end", range.end)
      json.field("quote", quote)
    }
  }
}

extension Remark {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", kind.rawValue)
      json.key("evidence")
      evidence.write(to: &json)
    }
  }
}

extension ReasonCheck {
  func write(to json: inout JSONWriter) {
    json.object("return_reason") { json in
      json.field("scheme", reason.scheme)
      json.field("code", reason.code)
      json.field("agreement", agreement.rawValue)
    }
  }
}

extension ProductResolution {
  /// Most feedback names no product: what is written then is written once.
  private static let nothing: [UInt8] = {
    var json = JSONWriter()
    ProductResolution().writeFields(to: &json)
    return json.bytes
  }()

  func write(to json: inout JSONWriter) {
    if self == ProductResolution() { json.fields(Self.nothing) } else { writeFields(to: &json) }
  }

  private func writeFields(to json: inout JSONWriter) {
    json.object("product") { json in
      json.field("sku", sku)
      json.optional("gtin14", gtin14)
      json.optional("asin", asin)
      json.optional("name", name)
      json.optional("category", category)
      json.field("method", method.rawValue)
      json.field("confidence", confidence)
      json.array("candidates", candidates) { json, candidate in
        json.object { json in
          json.field("sku", candidate.sku)
          json.field("confidence", candidate.confidence)
        }
      }
      if moreCandidates > 0 { json.field("more_candidates", moreCandidates) }
      json.optional("family", family)
      if !notes.isEmpty { json.array("notes", notes) { $0.value($1.rawValue) } }
    }
  }
}

extension SupplierResolution {
  /// Most feedback names no supplier: what is written then is written once.
  private static let nothing: [UInt8] = {
    var json = JSONWriter()
    SupplierResolution().writeFields(to: &json)
    return json.bytes
  }()

  func write(to json: inout JSONWriter) {
    if self == SupplierResolution() { json.fields(Self.nothing) } else { writeFields(to: &json) }
  }

  private func writeFields(to json: inout JSONWriter) {
    json.object("supplier") { json in
      json.field("id", id)
      json.optional("name", name)
      json.field("method", method.rawValue)
      json.field("confidence", confidence)
      json.array("candidates", candidates) { $0.value($1) }
      if !shares.isEmpty { json.array("shares", shares) { $0.value($1) } }
    }
  }
}

extension LotResolution {
  /// Most feedback names no lot: what is written then is written once.
  private static let nothing: [UInt8] = {
    var json = JSONWriter()
    LotResolution().writeFields(to: &json)
    return json.bytes
  }()

  func write(to json: inout JSONWriter) {
    if self == LotResolution() { json.fields(Self.nothing) } else { writeFields(to: &json) }
  }

  private func writeFields(to json: inout JSONWriter) {
    json.object("lot") { json in
      json.field("id", id)
      json.field("status", status.rawValue)
      json.array("candidates", candidates) { json, candidate in
        json.object { json in
          json.field("id", candidate.id)
          json.field("probability", candidate.probability)
        }
      }
    }
  }
}
