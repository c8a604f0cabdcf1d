extension Schema {
  /// `ingest.report.v1`: what became of one input.
  static let ingestReport = Schema(
    type: "ingest.report.v1",
    title: "Ingest report",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/ingest.report.v1.json",
        "title": "Ingest report",
        "description": "What became of one input: every record read is a signal, a duplicate or rejected. Later releases of v1 may add fields, input formats and diagnostic codes and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "ingest.report.v1",
            "description": "The name of this type."
          },
          "file": {
            "type": "string",
            "description": "The input as the user gave it; `-` for standard input."
          },
          "hash": {
            "type": "string", "pattern": "^([0-9a-f]{64})?$",
            "description": "The SHA-256 of its bytes in hexadecimal; empty when it cannot be read."
          },
          "format": {
            "enum": [
              "qualtrics", "delimited", "schema-org", "warc", "mhtml", "webvtt", "speaker-log", "conversations-json",
              "ndjson", "text", "xlsx", "ole", "msg", "gzip", "spss", "triple-s", "qsf", "srt", "eml",
              "mbox", "xml", "google-reviews", "bazaarvoice", "apple-reviews", "feed", "slack", "whatsapp",
              "json-table", "limesurvey", "ticket-tables", null
            ],
            "description": "The input format, as `verbatim formats` names it; null when the input was not opened."
          },
          "rule": {
            "type": ["string", "null"],
            "description": "The rule that found the format, for a person; null as the format is."
          },
          "encoding": {
            "type": ["string", "null"],
            "description": "The character encoding it was read in; null when it was not opened."
          },
          "records_in": {
            "type": "integer", "minimum": 0,
            "description": "Records read; the sum of the next three counts."
          },
          "signals": {
            "type": "integer", "minimum": 0,
            "description": "Records that became a signal, or the newer revision of one."
          },
          "duplicates": {
            "type": "integer", "minimum": 0,
            "description": "Records that the store had already, or had a newer copy of."
          },
          "rejected_count": {
            "type": "integer", "minimum": 0,
            "description": "Records that cannot be used."
          },
          "known": {
            "type": "boolean",
            "description": "Whether an earlier import had stored the same bytes."
          },
          "resumed": {
            "type": "boolean",
            "description": "Whether the import went on where an earlier one was cut short."
          },
          "rejected": {
            "type": "array", "items": { "$ref": "#/$defs/diagnostic" },
            "description": "Why records cannot be used, in their order; of very many only the first, while `rejected_count` is whole."
          },
          "warnings": {
            "type": "array", "items": { "$ref": "#/$defs/diagnostic" },
            "description": "What is worth telling and cost no record, in its order; of very many only the first."
          },
          "failure": {
            "anyOf": [{ "$ref": "#/$defs/diagnostic" }, { "type": "null" }],
            "description": "What made the input, or the rest of it, unusable; null when nothing did."
          },
          "unmapped_columns": {
            "type": "array", "items": { "type": "string" },
            "description": "The columns of a table whose meaning was not recognised; empty for other formats."
          },
          "return_reasons": {
            "type": "object",
            "description": "How return-reason codes go with the texts, of the records that this run read; absent without codes.",
            "properties": {
              "agree": {
                "type": "integer", "minimum": 0,
                "description": "Records whose text reports an issue that the code may mean."
              },
              "disagree": {
                "type": "integer", "minimum": 0,
                "description": "Records whose text reports only other issues; both are kept."
              },
              "text_silent": {
                "type": "integer", "minimum": 0,
                "description": "Records whose text reports no issue."
              },
              "unknown_codes": {
                "type": "array",
                "description": "Codes that are not mapped, the most frequent first.",
                "items": {
                  "type": "object",
                  "properties": {
                    "scheme": { "type": "string", "description": "Whose code it is." },
                    "code": { "type": "string", "description": "The code as stated." },
                    "count": {
                      "type": "integer", "minimum": 1,
                      "description": "How many records have it."
                    }
                  },
                  "required": ["scheme", "code", "count"],
                  "additionalProperties": false
                }
              }
            },
            "required": ["agree", "disagree", "text_silent", "unknown_codes"],
            "additionalProperties": false
          }
        },
        "required": [
          "type", "file", "hash", "format", "rule", "encoding", "records_in", "signals", "duplicates",
          "rejected_count", "known", "resumed", "rejected", "warnings", "failure", "unmapped_columns"
        ],
        "additionalProperties": false,
        "$defs": {
      \#(diagnosticDefinition)
        }
      }
      """#
  )

  /// One thing an input got wrong.
  private static let diagnosticDefinition = #"""
        "diagnostic": {
          "type": "object",
          "description": "One thing the input got wrong: where, what, and what to do about it.",
          "properties": {
            "code": {
              "type": "string", "pattern": "^V[0-9]{4}$",
              "description": "The stable code: V, a digit for the layer and three more."
            },
            "severity": {
              "enum": ["error", "warning"],
              "description": "What it costs: the record or the input, or nothing."
            },
            "file": {
              "type": "string",
              "description": "The input as the user gave it, or the file inside it."
            },
            "line": {
              "type": "integer", "minimum": 1,
              "description": "The line, from 1; absent when it is not known."
            },
            "column": {
              "type": "integer", "minimum": 1,
              "description": "The column in bytes, from 1; absent when it is not known."
            },
            "byte": {
              "type": "integer", "minimum": 0,
              "description": "The byte of the input, from 0; absent when it is not known."
            },
            "message": {
              "type": "string", "minLength": 1,
              "description": "What was found."
            },
            "hint": {
              "type": "string", "minLength": 1,
              "description": "What to do about it; absent when there is nothing to say."
            }
          },
          "required": ["code", "severity", "file", "message"],
          "additionalProperties": false
        }
    """#
}
