extension Schema {
  /// `feedback.record.v1`: a piece of feedback as its source states it.
  static let feedbackRecord = Schema(
    type: "feedback.record.v1",
    title: "Feedback record",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/feedback.record.v1.json",
        "title": "Feedback record",
        "description": "One piece of feedback as its source states it: a survey response, a review, a conversation or a return. Texts are redacted: masks are as long as what they cover. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "feedback.record.v1",
            "description": "The name of this type."
          },
          "record_id": {
            "type": "string", "pattern": "^[0-9a-f]{32}$",
            "description": "The record's id: a hash, the same on every run and machine."
          },
          "source": {
            "$ref": "#/$defs/source",
            "description": "Where the record is from."
          },
          "occurred_at": {
            "type": ["string", "null"],
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",
            "description": "When it was said: RFC 3339 in UTC, or a bare date; null when the source does not state it."
          },
          "precision": {
            "enum": ["day", "second"],
            "description": "How much of `occurred_at` was stated; absent when that is null."
          },
          "source_time_zone": {
            "type": "string",
            "description": "The IANA zone in which the source states times; absent when it names none."
          },
          "language": {
            "type": ["string", "null"],
            "description": "The BCP 47 tag, declared or detected; null when it is not known."
          },
          "language_confidence": {
            "type": "number", "minimum": 0, "maximum": 1,
            "description": "How sure a detected language is, 0 to 1; absent for a declared one."
          },
          "title": {
            "type": ["string", "null"],
            "description": "The headline; null when there is none."
          },
          "text": {
            "type": ["string", "null"],
            "description": "The customer's words, entities decoded and mark-up removed; null when there are none."
          },
          "answers": {
            "type": "array", "items": { "$ref": "#/$defs/answer" },
            "description": "A survey's answers, every filled column in the order of the export; empty otherwise."
          },
          "turns": {
            "type": "array", "items": { "$ref": "#/$defs/turn" },
            "description": "A conversation's turns in their order; empty otherwise."
          },
          "ratings": {
            "type": "array", "items": { "$ref": "#/$defs/rating" },
            "description": "The ratings, each in its native scale."
          },
          "product": {
            "$ref": "#/$defs/product",
            "description": "The product as the source states it, checked against nothing."
          },
          "author": {
            "type": "string",
            "description": "The published name of a review's writer; absent when there is none, never stored or sent on."
          },
          "order_id": {
            "type": "string",
            "description": "The order as stated; absent when it is not."
          },
          "lot": {
            "type": "string",
            "description": "The lot as stated; absent when it is not."
          },
          "supplier": {
            "type": "string",
            "description": "The supplier as stated; absent when it is not."
          },
          "customer": {
            "type": "string", "pattern": "^[0-9a-f]{32}$",
            "description": "The customer as a keyed hash; absent when the source names none."
          },
          "dims": {
            "type": "object", "additionalProperties": { "type": "string" },
            "description": "The segments that the source states, by name: category, channel, tenure_band, market and others; keys in byte order."
          },
          "flags": {
            "$ref": "#/$defs/flags",
            "description": "How the feedback came about, as far as the source says."
          },
          "repairs": {
            "type": "array", "items": { "enum": ["twice_encoded", "escaped_entities"] },
            "description": "What was mended in the texts as they were read: UTF-8 that had been taken for windows-1252, character references left in plain text; absent when nothing was."
          },
          "return_reason": {
            "$ref": "#/$defs/return_reason",
            "description": "Why the article came back; absent when no code is stated."
          }
        },
        "required": [
          "type", "record_id", "source", "occurred_at", "language", "title", "text", "answers",
          "turns", "ratings", "product", "dims", "flags"
        ],
        "additionalProperties": false,
        "$defs": {
      \#(sourceDefinition),
      \#(answerDefinition),
      \#(turnDefinition),
      \#(ratingDefinition),
      \#(statedProductDefinition),
      \#(flagsDefinition)
        }
      }
      """#
  )
}
