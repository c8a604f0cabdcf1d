extension Schema {
  /// `cluster.near_misses.v1`: what came nearest to an alert, and why it is none.
  static let clusterNearMisses = Schema(
    type: "cluster.near_misses.v1",
    title: "Near misses",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/cluster.near_misses.v1.json",
        "title": "Near misses",
        "description": "The combinations of a key and an issue that came nearest to an alert and are none, each with the reason. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "cluster.near_misses.v1",
            "description": "The name of this type."
          },
          "tests_run": {
            "type": "integer", "minimum": 0,
            "description": "How many combinations were tested."
          },
          "alerts": {
            "type": "integer", "minimum": 0,
            "description": "The alerts that rest on statistics; hazards are not counted."
          },
          "expected_false_alerts": {
            "type": ["number", "null"], "minimum": 0,
            "description": "The alerts that the run would make by chance alone, from placebo runs; null where none was made."
          },
          "placebo": {
            "$ref": "#/$defs/placebo",
            "description": "How that number was found; absent where no placebo run was made."
          },
          "expected_within": {
            "type": "array",
            "description": "Among which reports expected counts were taken, the finest grain first; grains that hold for no report are left out.",
            "items": {
              "type": "object",
              "description": "A grain and for how many reports it holds.",
              "properties": {
                "within": {
                  "enum": ["category_week", "category_four_weeks", "category", "four_weeks", "shop"],
                  "description": "The reports of the same category and week, of coarser strata where those are small, or of the whole shop."
                },
                "share": {
                  "type": "number", "minimum": 0, "maximum": 1,
                  "description": "The share of the distinct reports that are compared within it."
                }
              },
              "required": ["within", "share"],
              "additionalProperties": false
            }
          },
          "near_misses": {
            "type": "array", "items": { "$ref": "#/$defs/near_miss" },
            "description": "The near misses, the nearest first."
          }
        },
        "required": [
          "type", "tests_run", "alerts", "expected_false_alerts", "expected_within", "near_misses"
        ],
        "additionalProperties": false,
        "$defs": {
      \#(nearMissDefinition),
      \#(placeboDefinition)
        }
      }
      """#
  )

  /// One near miss.
  private static let nearMissDefinition = #"""
        "near_miss": {
          "type": "object",
          "description": "A combination that is no alert although something speaks for it.",
          "properties": {
            "level": {
              "enum": ["sku", "supplier", "lot"],
              "description": "What it is about."
            },
            "key": {
              "type": "string", "minLength": 1,
              "description": "The SKU, supplier or lot."
            },
            "issue": {
              "type": "string", "minLength": 1,
              "description": "The leaf of the taxonomy."
            },
            "observed": {
              "type": "integer", "minimum": 0,
              "description": "Distinct reports."
            },
            "expected": {
              "type": "number", "minimum": 0,
              "description": "What independence predicts."
            },
            "ebgm": {
              "type": "number", "minimum": 0,
              "description": "The empirical Bayes geometric mean of the ratio."
            },
            "eb05": {
              "type": "number", "minimum": 0,
              "description": "Its lower 5 % point."
            },
            "eb95": {
              "type": "number", "minimum": 0,
              "description": "Its upper 5 % point."
            },
            "ic025": {
              "type": "number",
              "description": "The lower end of the information component, in bits."
            },
            "q_value": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "The share of false alerts among all combinations at least as extreme."
            },
            "removed": {
              "type": "integer", "minimum": 0,
              "description": "Copies and repeats that were not counted."
            },
            "reasons": {
              "type": "array",
              "description": "What stands in the way of an alert.",
              "items": {
                "enum": ["too_few", "ratio", "many_tests", "one_customer", "copies", "volume"],
                "description": "A reason."
              }
            },
            "explanation": {
              "type": "string",
              "description": "The same for a person."
            }
          },
          "required": [
            "level", "key", "issue", "observed", "expected", "ebgm", "eb05", "eb95", "ic025",
            "q_value", "removed", "reasons", "explanation"
          ],
          "additionalProperties": false
        }
    """#
}
