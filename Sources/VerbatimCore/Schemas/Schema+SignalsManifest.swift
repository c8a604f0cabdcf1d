extension Schema {
  /// `signals.manifest.v1`: what stands beside a file of delivered signals.
  static let signalsManifest = Schema(
    type: "signals.manifest.v1",
    title: "Manifest of a file of signals",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/signals.manifest.v1.json",
        "title": "Manifest of a file of signals",
        "description": "What a file of signals of one cycle holds. A reader takes the manifest first and the file next, and waits a moment when the hash differs: one of the two is being replaced. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "signals.manifest.v1",
            "description": "The name of this type."
          },
          "cycle": {
            "type": "object",
            "description": "The week of the events.",
            "properties": {
              "id": {
                "type": "string", "pattern": "^([0-9]{4}-W[0-9]{2}|undated)$",
                "description": "The ISO 8601 week, `2026-W47`; `undated` for signals without a time."
              },
              "start": {
                "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "description": "The Monday on which it begins, in UTC; null without a time."
              },
              "end": {
                "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "description": "The Monday on which the next one begins; null without a time."
              }
            },
            "required": ["id", "start", "end"],
            "additionalProperties": false
          },
          "file": {
            "type": "string", "minLength": 1,
            "description": "The file of signals, beside the manifest."
          },
          "signal_type": {
            "enum": ["feedback.signal.v1", "cluster.alert.v1"],
            "description": "The type of each line of the file."
          },
          "lines": {
            "type": "integer", "minimum": 0,
            "description": "Lines of the file, one signal each; the sum of the next two counts."
          },
          "signals": {
            "type": "integer", "minimum": 0,
            "description": "Signals that hold."
          },
          "retracted": {
            "type": "integer", "minimum": 0,
            "description": "Signals that are retracted."
          },
          "last_place": {
            "type": "integer", "minimum": 0,
            "description": "The place in the store of the latest of them; it only grows."
          },
          "bytes": {
            "type": "integer", "minimum": 0,
            "description": "The size of the file."
          },
          "sha256": {
            "type": "string", "pattern": "^[0-9a-f]{64}$",
            "description": "The SHA-256 of the file in hexadecimal."
          },
          "engines": {
            "type": "array", "items": { "$ref": "#/$defs/engine" },
            "description": "The engines that made the signals, each once, in byte order."
          }
        },
        "required": [
          "type", "cycle", "file", "signal_type", "lines", "signals", "retracted", "last_place",
          "bytes", "sha256", "engines"
        ],
        "additionalProperties": false,
        "$defs": {
      \#(engineDefinition)
        }
      }
      """#
  )
}
