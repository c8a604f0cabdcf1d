extension Schema {
  /// `satisfaction.index.v1`: how satisfied the customers of a segment were in one cycle.
  static let satisfactionIndex = Schema(
    type: "satisfaction.index.v1",
    title: "Satisfaction index",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/satisfaction.index.v1.json",
        "title": "Satisfaction index",
        "description": "How satisfied the customers of a segment were in one cycle, from 0 to 100, with what it was made of and how it moved. Null is unknown, never 0. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "satisfaction.index.v1",
            "description": "The name of this type."
          },
          "segment": {
            "type": "object", "additionalProperties": { "type": "string" },
            "description": "The segment's values by dimension, in the order in which they were asked for; empty for all customers."
          },
          "cycle": {
            "$ref": "#/$defs/cycle",
            "description": "When the feedback was given."
          },
          "index": {
            "type": ["number", "null"], "minimum": 0, "maximum": 100,
            "description": "The mean of the customers, drawn towards the parent; null with fewer customers than the minimum."
          },
          "ci95": {
            "type": ["array", "null"], "items": { "type": "number", "minimum": 0, "maximum": 100 },
            "description": "The lower and the upper end of the index's 95 % interval; null without an index."
          },
          "n_customers": {
            "type": "integer", "minimum": 0,
            "description": "Customers with at least one component; feedback without a customer counts as one of its own."
          },
          "n_signals": {
            "type": "integer", "minimum": 0,
            "description": "Their signals."
          },
          "minimum": {
            "type": "integer", "minimum": 2,
            "description": "The number of customers from which on there is an index."
          },
          "components": {
            "type": "object",
            "description": "What the index was made of; null where no customer had it.",
            "properties": {
              "rating": {
                "$ref": "#/$defs/component",
                "description": "Stars, thumbs and other scales with a known direction."
              },
              "nps": {
                "$ref": "#/$defs/component",
                "description": "Likelihood to recommend, 0 to 10."
              },
              "csat": {
                "$ref": "#/$defs/component",
                "description": "Satisfaction on five points."
              },
              "ces": {
                "$ref": "#/$defs/component",
                "description": "Effort on seven points with a known direction."
              },
              "text": {
                "$ref": "#/$defs/component",
                "description": "The tone of the customer's words."
              }
            },
            "required": ["rating", "nps", "csat", "ces", "text"],
            "additionalProperties": false
          },
          "nps": {
            "$ref": "#/$defs/nps",
            "description": "The Net Promoter Score; null when nobody was asked."
          },
          "csat": {
            "$ref": "#/$defs/share",
            "description": "The share of the top two of five points; null when nobody was asked."
          },
          "ces": {
            "$ref": "#/$defs/share",
            "description": "The share of the three easiest of seven points; null when nobody was asked."
          },
          "shrinkage": {
            "type": ["number", "null"], "minimum": 0, "maximum": 1,
            "description": "The parent's share in the index, k ÷ (n + k); null without an index, 0 for all customers."
          },
          "parent_index": {
            "type": ["number", "null"], "minimum": 0, "maximum": 100,
            "description": "The index of the segment without its last dimension; null for all customers."
          },
          "trend_state": {
            "enum": ["stable", "wobble1", "wobble2", "recovered", "insufficient"],
            "description": "How the index moves: one drop, two in a row, back again; insufficient below the minimum."
          },
          "crossing": {
            "type": "array",
            "description": "Each threshold that was asked for, in ascending order.",
            "items": { "$ref": "#/$defs/crossing" }
          },
          "delta": {
            "type": ["number", "null"], "minimum": -100, "maximum": 100,
            "description": "The index less that of the cycle before, both mapped alike; null when one of them is."
          },
          "delta_se": {
            "type": ["number", "null"], "minimum": 0,
            "description": "The standard error of that difference, in points."
          }
        },
        "required": [
          "type", "segment", "cycle", "index", "ci95", "n_customers", "n_signals", "minimum",
          "components", "nps", "csat", "ces", "shrinkage", "parent_index", "trend_state", "crossing",
          "delta", "delta_se"
        ],
        "additionalProperties": false,
        "$defs": {
      \#(cycleDefinition),
      \#(indexParts)
        }
      }
      """#
  )

  /// A stretch of days.
  private static let cycleDefinition = #"""
        "cycle": {
          "type": "object",
          "description": "A stretch of days.",
          "properties": {
            "id": {
              "type": "string", "minLength": 1,
              "description": "`2026-W47` for a week, else the first day and the length: `2026-10-26+28d`."
            },
            "start": {
              "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "The first day."
            },
            "end": {
              "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "The last day, included."
            },
            "complete": {
              "type": "boolean",
              "description": "Whether the cycle was over on the day as of which this was computed."
            }
          },
          "required": ["id", "start", "end", "complete"],
          "additionalProperties": false
        }
    """#

  /// The parts of an index.
  private static let indexParts = #"""
        "component": {
          "type": ["object", "null"],
          "description": "One part of the customers' satisfaction.",
          "properties": {
            "mean": {
              "type": "number", "minimum": 0, "maximum": 100,
              "description": "The mean of the customers that have it, 0 to 100."
            },
            "n": {
              "type": "integer", "minimum": 1,
              "description": "The customers that have it."
            },
            "weight": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "Its reliability, by which it weighs among the components of a customer; 1 until it can be measured."
            },
            "coverage": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "The share of the segment's customers that have it."
            },
            "mapping": {
              "enum": ["linear", "equipercentile"],
              "description": "How its scale became 0 to 100: end to end, or by equal percentiles on customers who have two components."
            }
          },
          "required": ["mean", "n", "weight", "coverage", "mapping"],
          "additionalProperties": false
        },
        "nps": {
          "type": ["object", "null"],
          "description": "A Net Promoter Score with what it was counted from.",
          "properties": {
            "value": {
              "type": "number", "minimum": -100, "maximum": 100,
              "description": "Promoters less detractors, in points of a hundred."
            },
            "promoters": {
              "type": "integer", "minimum": 0,
              "description": "Customers with 9 or 10."
            },
            "passives": {
              "type": "integer", "minimum": 0,
              "description": "Customers with 7 or 8."
            },
            "detractors": {
              "type": "integer", "minimum": 0,
              "description": "Customers with 0 to 6."
            },
            "margin95": {
              "type": "number", "minimum": 0,
              "description": "Half the width of the 95 % interval, in points."
            }
          },
          "required": ["value", "promoters", "passives", "detractors", "margin95"],
          "additionalProperties": false
        },
        "share": {
          "type": ["object", "null"],
          "description": "A share of customers.",
          "properties": {
            "share": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "The share, 0 to 1."
            },
            "n": {
              "type": "integer", "minimum": 1,
              "description": "The customers who were asked."
            },
            "ci95": {
              "type": "array", "items": { "type": "number", "minimum": 0, "maximum": 1 },
              "description": "The lower and the upper end of its 95 % interval (Wilson)."
            }
          },
          "required": ["share", "n", "ci95"],
          "additionalProperties": false
        },
        "crossing": {
          "type": "object",
          "description": "Where the index stands by one threshold.",
          "properties": {
            "threshold": {
              "type": "number", "minimum": 0, "maximum": 100,
              "description": "The threshold."
            },
            "side": {
              "enum": ["above", "below", null],
              "description": "The side it is on; null before the first index."
            },
            "crossing": {
              "enum": ["crossed_down", "crossed_up", "unchanged"],
              "description": "Whether it changed sides in this cycle."
            }
          },
          "required": ["threshold", "side", "crossing"],
          "additionalProperties": false
        }
    """#
}
