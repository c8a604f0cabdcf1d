extension Schema {
  /// `transcript.audit.v1`: support conversations as an audit sees them.
  static let transcriptAudit = Schema(
    type: "transcript.audit.v1",
    title: "Transcript audit",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/transcript.audit.v1.json",
        "title": "Transcript audit",
        "description": "Support conversations as an audit sees them: ranked by risk and by recovery against expectation, turn by turn, as a sample, or as the agreement of people with the engine. People of the shop appear under pseudonyms, and nothing measures their manner. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "transcript.audit.v1",
            "description": "The name of this type."
          },
          "view": {
            "type": "string", "pattern": "^(list|conversation|sample|agreement)$",
            "description": "Which command printed it, and so which of the other fields are there."
          },
          "summary": {
            "$ref": "#/$defs/summary",
            "description": "What can be said of all; in a list."
          },
          "comparisons": {
            "type": "array", "items": { "$ref": "#/$defs/comparison" },
            "description": "Queues, then people, on recovery against expectation; in a list."
          },
          "conversations": {
            "type": "array", "items": { "$ref": "#/$defs/conversation" },
            "description": "The conversations that count, the first to read first; the one shown, in a conversation."
          },
          "turns": {
            "type": "array", "items": { "$ref": "#/$defs/turn" },
            "description": "The turns in order; in a conversation."
          },
          "reviews": {
            "type": "array", "items": { "$ref": "#/$defs/review" },
            "description": "Every verdict on it, in the order in which they were added; in a conversation."
          },
          "sample": {
            "$ref": "#/$defs/sample",
            "description": "The sample; in a sample, and in an agreement that rests on one."
          },
          "estimates": {
            "type": "array", "items": { "$ref": "#/$defs/estimate" },
            "description": "What the sample says of all conversations; in a sample."
          },
          "agreement": {
            "type": "array", "items": { "$ref": "#/$defs/agreement" },
            "description": "How far people agree with the engine, one for each category; in an agreement."
          }
        },
        "required": ["type", "view"],
        "additionalProperties": false,
        "$defs": {
      \#(auditSummaryDefinitions),
      \#(auditTurnDefinitions),
      \#(auditSampleDefinitions)
        }
      }
      """#
  )
}
