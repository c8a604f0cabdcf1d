extension Schema {
  /// `engine.bridge.v1`: how much of a change is the engine's.
  static let engineBridge = Schema(
    type: "engine.bridge.v1",
    title: "Bridge between two engines",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/engine.bridge.v1.json",
        "title": "Bridge between two engines",
        "description": "One measure in one segment, in a period and the one before it, by two engines: the change from the old engine before to the new one after is the sum of what customers changed and what the engine changed. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "engine.bridge.v1",
            "description": "The name of this type."
          },
          "segment": {
            "type": "object",
            "description": "The signals that are measured.",
            "properties": {
              "by": {
                "enum": ["all", "kind", "category", "supplier", "sku"],
                "description": "What tells the segments apart."
              },
              "value": {
                "type": ["string", "null"],
                "description": "The segment's value; null for all signals and for those without one."
              }
            },
            "required": ["by", "value"],
            "additionalProperties": false
          },
          "measure": {
            "enum": ["negative", "mixed", "neutral", "positive", "no_score", "compound", "satisfaction"],
            "description": "A share of labels from 0 to 1, the mean score from −1 to 1, or the mean satisfaction from 0 to 100."
          },
          "from": {
            "$ref": "#/$defs/engine",
            "description": "The old engine."
          },
          "to": {
            "$ref": "#/$defs/engine",
            "description": "The new engine."
          },
          "before": {
            "$ref": "#/$defs/period",
            "description": "The period before."
          },
          "after": {
            "$ref": "#/$defs/period",
            "description": "The period that was asked for."
          },
          "change": {
            "$ref": "#/$defs/estimate",
            "description": "From the old engine before to the new engine after."
          },
          "customers": {
            "$ref": "#/$defs/estimate",
            "description": "What of it customers said differently: the change between the periods, the mean of both engines."
          },
          "engine": {
            "$ref": "#/$defs/estimate",
            "description": "What of it the engine reads differently: the change on the same texts, the mean of both periods."
          }
        },
        "required": [
          "type", "segment", "measure", "from", "to", "before", "after", "change", "customers",
          "engine"
        ],
        "additionalProperties": false,
        "$defs": {
      \#(engineDefinition),
          "period": {
            "type": "object",
            "description": "A period with what both engines measure in it.",
            "properties": {
              "start": {
                "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "description": "Its first day, in UTC."
              },
              "end": {
                "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "description": "The day after its last."
              },
              "n": {
                "type": "integer", "minimum": 0,
                "description": "Signals that both engines give a value."
              },
              "from": {
                "type": ["number", "null"],
                "description": "The old engine's value; null without signals."
              },
              "to": {
                "type": ["number", "null"],
                "description": "The new engine's value; null without signals."
              }
            },
            "required": ["start", "end", "n", "from", "to"],
            "additionalProperties": false
          },
          "estimate": {
            "type": "object",
            "description": "A difference with its interval.",
            "properties": {
              "value": {
                "type": ["number", "null"],
                "description": "The difference, in the measure's unit; null when a period has no signals."
              },
              "low": {
                "type": ["number", "null"],
                "description": "The lower end of the 95 % interval; null with fewer than two signals in a period."
              },
              "high": {
                "type": ["number", "null"],
                "description": "The upper end; null as the lower is."
              }
            },
            "required": ["value", "low", "high"],
            "additionalProperties": false
          }
        }
      }
      """#
  )
}
