extension Schema {
  /// `conformance.set.v1`: what a set of golden signals holds and what a consumer makes of it.
  static let conformanceSet = Schema(
    type: "conformance.set.v1",
    title: "Conformance set",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/conformance.set.v1.json",
        "title": "Conformance set",
        "description": "The manifest of golden signals for a consumer's contract tests: the files, what each line tries, and what a consumer holds after the last one. Later releases of v1 may add cases and fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "conformance.set.v1",
            "description": "The name of this type."
          },
          "version": {
            "type": "string", "minLength": 1,
            "description": "The version of the set; it changes when a line does."
          },
          "files": {
            "type": "array",
            "items": { "$ref": "#/$defs/file" },
            "description": "The files beside the manifest, in the order of their names."
          },
          "cases": {
            "type": "array",
            "items": { "$ref": "#/$defs/case" },
            "description": "What the lines try, in the order of the files."
          },
          "final": {
            "type": "array",
            "items": { "$ref": "#/$defs/standing" },
            "description": "What a consumer of `signals.ndjson` holds after the last line, in the order in which the signals came first."
          }
        },
        "required": ["type", "version", "files", "cases", "final"],
        "additionalProperties": false,
        "$defs": {
          "file": {
            "type": "object",
            "description": "A file of the set.",
            "properties": {
              "name": {
                "type": "string", "minLength": 1,
                "description": "Its path below the set's folder."
              },
              "bytes": {
                "type": "integer", "minimum": 0,
                "description": "Its size."
              },
              "sha256": {
                "type": "string", "pattern": "^[0-9a-f]{64}$",
                "description": "Its SHA-256 in hexadecimal."
              }
            },
            "required": ["name", "bytes", "sha256"],
            "additionalProperties": false
          },
          "case": {
            "type": "object",
            "description": "What a line tries.",
            "properties": {
              "name": {
                "type": "string", "minLength": 1,
                "description": "The case in a word or two."
              },
              "file": {
                "type": "string", "minLength": 1,
                "description": "The file."
              },
              "line": {
                "type": "integer", "minimum": 1,
                "description": "The line of the file, from 1."
              },
              "expects": {
                "type": "string", "minLength": 1,
                "description": "What a consumer does with it."
              }
            },
            "required": ["name", "file", "line", "expects"],
            "additionalProperties": false
          },
          "standing": {
            "type": "object",
            "description": "A signal as a consumer holds it.",
            "properties": {
              "signal_id": {
                "type": "string", "pattern": "^[0-9a-f]{32}$",
                "description": "The signal."
              },
              "revision": {
                "type": "integer", "minimum": 1,
                "description": "The revision that counts."
              },
              "retracted": {
                "type": "boolean",
                "description": "Whether it is to be forgotten."
              }
            },
            "required": ["signal_id", "revision", "retracted"],
            "additionalProperties": false
          }
        }
      }
      """#
  )
}
