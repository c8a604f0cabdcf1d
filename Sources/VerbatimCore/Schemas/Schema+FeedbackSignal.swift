extension Schema {
  /// `feedback.signal.v1`: what Verbatim makes of one record.
  static let feedbackSignal = Schema(
    type: "feedback.signal.v1",
    title: "Feedback signal",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/feedback.signal.v1.json",
        "title": "Feedback signal",
        "description": "What Verbatim makes of one feedback record: sentiment, satisfaction, issues, product, supplier and lot, with their evidence. Quotes are redacted. Required is what is written without --fields; with it, only the fields named are there. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "feedback.signal.v1",
            "description": "The name of this type."
          },
          "signal_id": {
            "type": "string", "pattern": "^[0-9a-f]{32}$",
            "description": "The signal's id: from the record's id and the type, the same for every engine version."
          },
          "id": {
            "type": "string",
            "description": "The record's id in its own system, else `signal_id`; written only when --fields names it."
          },
          "revision": {
            "type": "integer", "minimum": 1,
            "description": "1 for the first; one more for each later copy of the record with other content."
          },
          "supersedes": {
            "type": "integer", "minimum": 1,
            "description": "The revision that this one replaces; absent when it replaces none."
          },
          "retracted": {
            "type": "boolean",
            "description": "True when the signal no longer holds and is to be forgotten; absent otherwise."
          },
          "engine": {
            "$ref": "#/$defs/engine",
            "description": "The engine that made the signal."
          },
          "event_time": {
            "type": ["string", "null"],
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",
            "description": "When the feedback was given: RFC 3339 in UTC, or a bare date; null when the source does not state it."
          },
          "observed_time": {
            "type": ["string", "null"],
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",
            "description": "When Verbatim was told, as its caller states it, in the same form; null when the caller does not."
          },
          "record_id": {
            "type": "string", "pattern": "^[0-9a-f]{32}$",
            "description": "The id of the feedback record."
          },
          "source": {
            "$ref": "#/$defs/source",
            "description": "Where the record is from."
          },
          "customer_key": {
            "type": "string", "pattern": "^[0-9a-f]{32}$",
            "description": "The customer as a keyed hash; absent when the source names none."
          },
          "order_key": {
            "type": "string", "pattern": "^[0-9a-f]{32}$",
            "description": "The order as a keyed hash; absent when the source names none."
          },
          "dims": {
            "type": "object", "additionalProperties": { "type": "string" },
            "description": "The segments by name: category, channel, tenure_band, market and others; keys in byte order."
          },
          "ratings": {
            "type": "array", "items": { "$ref": "#/$defs/rating" },
            "description": "The ratings, each in its native scale."
          },
          "language": {
            "type": ["string", "null"],
            "description": "The BCP 47 tag of the language that was scored; null when it is not known."
          },
          "language_confidence": {
            "type": "number", "minimum": 0, "maximum": 1,
            "description": "How sure the language is, 0 to 1; absent when none was found."
          },
          "sentiment": {
            "$ref": "#/$defs/sentiment",
            "description": "How the customer's words feel."
          },
          "satisfaction": {
            "$ref": "#/$defs/satisfaction",
            "description": "One customer's satisfaction from ratings and text; null when there is neither."
          },
          "clauses": {
            "type": "array", "items": { "$ref": "#/$defs/clause" },
            "description": "The stretches between punctuation or conjunctions that carry a score, in their order."
          },
          "unscored": {
            "type": "array", "items": { "$ref": "#/$defs/unscored" },
            "description": "The stretches of the customer's texts that were kept but not scored, in their order; absent when there are none."
          },
          "explain": {
            "type": "array", "items": { "$ref": "#/$defs/contribution" },
            "description": "What counted; the contributions add up to `sentiment.compound`. Only with --explain, and always in the store."
          },
          "issues": {
            "type": "array", "items": { "$ref": "#/$defs/issue" },
            "description": "What went wrong, found in what is said and not in its tone."
          },
          "remarks": {
            "type": "array", "items": { "$ref": "#/$defs/remark" },
            "description": "What the customer wants besides: suggestions, cancelling, buying elsewhere, no contact; absent when there is nothing."
          },
          "return_reason": {
            "$ref": "#/$defs/return_reason",
            "description": "The return-reason code and whether the text bears it out; absent without a code."
          },
          "severity": {
            "enum": ["S0", "S1", "S2", "S3", "S4", null],
            "description": "From the worst issue that is actual, potential or resolved: S0 injury, fire or shock stated, S1 a hazard without stated harm, S2 unusable or defective, S3 a bad experience, S4 a preference; null when there is none."
          },
          "product": {
            "$ref": "#/$defs/product",
            "description": "The article, with how it was found."
          },
          "supplier": {
            "$ref": "#/$defs/supplier",
            "description": "Its maker, by the period in which they delivered it."
          },
          "lot": {
            "$ref": "#/$defs/lot",
            "description": "The lot it is from."
          },
          "journey_stage": {
            "enum": ["pre_purchase", "checkout", "delivery", "use", "support", "return", "unknown"],
            "description": "Where in the customer's way the feedback belongs."
          },
          "journey_stage_confidence": {
            "type": "number", "minimum": 0, "maximum": 1,
            "description": "How sure the stage is; absent when it is unknown."
          },
          "transcript": {
            "$ref": "#/$defs/transcript",
            "description": "The course of a conversation; absent for other kinds of source."
          },
          "contact_hints": {
            "$ref": "#/$defs/contact_hints",
            "description": "Facts for whoever writes to the customer; Verbatim never does."
          },
          "redactions": {
            "type": "object", "additionalProperties": { "type": "integer", "minimum": 1 },
            "description": "How many of each kind of personal data were masked, by kind: card, email, iban, phone."
          },
          "provenance": {
            "$ref": "#/$defs/provenance",
            "description": "How the feedback came about, as far as the source says."
          }
        },
        "required": [
          "type", "signal_id", "revision", "engine", "event_time", "observed_time", "record_id",
          "source", "dims", "ratings", "language", "sentiment", "satisfaction", "clauses", "issues",
          "severity", "product", "supplier", "lot", "journey_stage", "contact_hints", "redactions",
          "provenance"
        ],
        "additionalProperties": false,
        "$defs": {
      \#(engineDefinition),
      \#(sourceDefinition),
      \#(ratingDefinition),
      \#(sentimentDefinition),
      \#(satisfactionDefinition),
      \#(clauseDefinition),
      \#(issueDefinition),
      \#(remarkDefinition),
      \#(productDefinition),
      \#(supplierDefinition),
      \#(lotDefinition),
      \#(transcriptDefinition),
      \#(contextDefinition)
        }
      }
      """#
  )
}
