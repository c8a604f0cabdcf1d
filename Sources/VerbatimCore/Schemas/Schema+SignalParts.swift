/// Who made a signal and how the feedback came about, each a member of its schema's `$defs`.
extension Schema {
  /// Everything that can change a score.
  static let engineDefinition = #"""
        "engine": {
          "type": "object",
          "description": "Everything that can change a score, named and hashed.",
          "properties": {
            "version": {
              "type": "string", "minLength": 1,
              "description": "Verbatim's version."
            },
            "lexicon_hash": {
              "type": "string", "minLength": 1,
              "description": "The hash of the lexicon files."
            },
            "taxonomy_version": {
              "type": "string", "minLength": 1,
              "description": "The version of the issue taxonomy."
            },
            "config_hash": {
              "type": "string", "minLength": 1,
              "description": "The hash of the configuration and the catalog."
            },
            "icu_version": {
              "type": "string", "minLength": 1,
              "description": "The version of ICU."
            }
          },
          "required": [
            "version", "lexicon_hash", "taxonomy_version", "config_hash", "icu_version"
          ],
          "additionalProperties": false
        }
    """#

  /// What a reader should know before they write to the customer, or count the signal.
  static let contextDefinition = #"""
        "contact_hints": {
          "type": "object",
          "description": "Facts for whoever writes to the customer.",
          "properties": {
            "open_issue": {
              "type": "boolean",
              "description": "Whether a problem is reported and not said to be solved."
            },
            "wants_no_contact": {
              "type": "boolean",
              "description": "Whether the customer asks not to be written to."
            }
          },
          "required": ["open_issue", "wants_no_contact"],
          "additionalProperties": false
        },
        "provenance": {
          "type": "object",
          "description": "How feedback came about; a field is absent when the source says nothing.",
          "properties": {
            "incentivised": {
              "type": "boolean",
              "description": "Whether it was written for a reward."
            },
            "merchant_reply": {
              "type": "boolean",
              "description": "Whether the shop wrote it, not a customer."
            },
            "syndicated_from": {
              "type": "string",
              "description": "Where it was first published."
            },
            "repairs": {
              "type": "array", "items": { "enum": ["twice_encoded", "escaped_entities"] },
              "description": "What was mended in the texts as they were read; absent when nothing was."
            }
          },
          "additionalProperties": false
        }
    """#
}
