extension Schema {
  /// `source.silence.v1`: how regularly a source delivers, and whether it has stopped.
  static let sourceSilence = Schema(
    type: "source.silence.v1",
    title: "Source silence",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/source.silence.v1.json",
        "title": "Source silence",
        "description": "How regularly a source of feedback delivers, and whether it has stopped. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "source.silence.v1",
            "description": "The name of this type."
          },
          "kind": {
            "enum": ["survey", "review", "transcript", "return_comment"],
            "description": "What kind of source it is."
          },
          "source": {
            "type": "string", "minLength": 1,
            "description": "The folder and name of its files, with `#` for each run of digits."
          },
          "signals": {
            "type": "integer", "minimum": 1,
            "description": "Its signals with a time."
          },
          "days": {
            "type": "integer", "minimum": 1,
            "description": "The days on which feedback was given."
          },
          "first_day": {
            "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "The first of them."
          },
          "last_day": {
            "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "The last of them."
          },
          "longest_gap": {
            "type": ["integer", "null"], "minimum": 1,
            "description": "The most days from one of them to the next; null when there is only one."
          },
          "expected_gap": {
            "type": ["integer", "null"], "minimum": 1,
            "description": "A gap of more days than that is not expected, by the source's own past; null when that is too short to tell."
          },
          "present_gap": {
            "type": "integer", "minimum": 0,
            "description": "The days from the last of them to the day that is asked about."
          },
          "silent": {
            "type": "boolean",
            "description": "Whether the present gap is longer than expected and than a week."
          }
        },
        "required": [
          "type", "kind", "source", "signals", "days", "first_day", "last_day", "longest_gap",
          "expected_gap", "present_gap", "silent"
        ],
        "additionalProperties": false
      }
      """#
  )
}
