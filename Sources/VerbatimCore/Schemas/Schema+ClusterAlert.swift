extension Schema {
  /// `cluster.alert.v1`: complaints beyond chance, or a hazard.
  static let clusterAlert = Schema(
    type: "cluster.alert.v1",
    title: "Cluster alert",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/cluster.alert.v1.json",
        "title": "Cluster alert",
        "description": "A product, supplier or lot whose complaints of one kind exceed what chance predicts, or a hazard that a person must look at, with the numbers and the words behind it. Quotes are redacted. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "cluster.alert.v1",
            "description": "The name of this type."
          },
          "cluster_id": {
            "type": "string", "minLength": 1,
            "description": "The cluster's id: from level, key and issue, the same in every cycle."
          },
          "level": {
            "enum": ["sku", "supplier", "lot"],
            "description": "What the cluster is about."
          },
          "key": {
            "type": "string", "minLength": 1,
            "description": "The SKU, supplier or lot."
          },
          "issue": {
            "type": "string", "minLength": 1,
            "description": "The leaf of the taxonomy, such as `DUR.BREAKS`."
          },
          "tier": {
            "enum": ["T0", "T1", "T2", "T3", "T4"],
            "description": "The gravest tier among the reports; T0 and T1 are hazards and need no statistics."
          },
          "direction": {
            "const": "negative",
            "description": "Whether the reports are complaints or praise."
          },
          "state": {
            "enum": ["watch", "open"],
            "description": "How far the cluster has come: beyond chance, or an alert."
          },
          "observed": {
            "type": "integer", "minimum": 1,
            "description": "Distinct reports: one a customer and one a text."
          },
          "expected": {
            "type": "number", "minimum": 0,
            "description": "The reports that independence of key and issue predicts."
          },
          "exposure": {
            "type": "integer", "minimum": 0,
            "description": "Distinct pieces of feedback about the key, with whatever issue or none."
          },
          "rate": {
            "type": ["number", "null"], "minimum": 0, "maximum": 1,
            "description": "The share of the exposure with this issue, 0 to 1; null without exposure."
          },
          "rate_ci95": {
            "type": "array", "items": { "type": "number", "minimum": 0, "maximum": 1 },
            "description": "The lower and the upper end of the rate's 95 % interval (Wilson)."
          },
          "ratio": {
            "type": ["number", "null"], "minimum": 0,
            "description": "Observed over expected; null when nothing was expected."
          },
          "ebgm": {
            "type": ["number", "null"], "minimum": 0,
            "description": "The empirical Bayes geometric mean of the ratio; null when it was not computed."
          },
          "eb05": {
            "type": ["number", "null"], "minimum": 0,
            "description": "The lower 5 % point of that ratio; null when it was not computed."
          },
          "eb95": {
            "type": ["number", "null"], "minimum": 0,
            "description": "The upper 5 % point of that ratio; null when it was not computed."
          },
          "ic": {
            "type": "number",
            "description": "The information component, in bits: how far the count lies above the expected one, shrunk."
          },
          "ic025": {
            "type": "number",
            "description": "The lower end of its 95 % interval, in bits; above 0, the cluster lies beyond chance."
          },
          "p_value": {
            "type": "number", "minimum": 0, "maximum": 1,
            "description": "The chance of as many reports or more under independence."
          },
          "q_value": {
            "type": "number", "minimum": 0, "maximum": 1,
            "description": "The share of false alerts among all combinations at least as extreme."
          },
          "tests_run": {
            "type": "integer", "minimum": 1,
            "description": "How many combinations were tested."
          },
          "chart": {
            "$ref": "#/$defs/chart",
            "description": "The reports over time."
          },
          "first_cycle": {
            "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "The Monday of the first week with a report; null when no report has a time."
          },
          "why_now": {
            "type": "string", "minLength": 1,
            "description": "Why the cluster is here, for a person."
          },
          "lots": {
            "type": "array",
            "description": "The lots that the reports name, the most frequent first.",
            "items": {
              "type": "object",
              "properties": {
                "lot": {
                  "type": "string",
                  "description": "The lot."
                },
                "count": {
                  "type": "integer", "minimum": 1,
                  "description": "Its reports."
                }
              },
              "required": ["lot", "count"],
              "additionalProperties": false
            }
          },
          "skus": {
            "type": "array",
            "description": "The articles of a supplier's or a lot's cluster, the most frequent first; empty for an article's.",
            "items": {
              "type": "object",
              "properties": {
                "sku": {
                  "type": "string",
                  "description": "The shop's code."
                },
                "count": {
                  "type": "integer", "minimum": 1,
                  "description": "Its reports."
                }
              },
              "required": ["sku", "count"],
              "additionalProperties": false
            }
          },
          "near_duplicates_removed": {
            "type": "integer", "minimum": 0,
            "description": "Copies of a text and repeats of one customer that were not counted."
          },
          "coverage": {
            "type": "object",
            "description": "The share of all reports with an article, a supplier and a stated lot; absent where it is not known.",
            "properties": {
              "sku": {
                "type": "number", "minimum": 0, "maximum": 1,
                "description": "The share with an article."
              },
              "supplier": {
                "type": "number", "minimum": 0, "maximum": 1,
                "description": "The share with a supplier."
              },
              "lot": {
                "type": "number", "minimum": 0, "maximum": 1,
                "description": "The share with a stated lot."
              }
            },
            "required": ["sku", "supplier", "lot"],
            "additionalProperties": false
          },
          "evidence": {
            "type": "array", "items": { "$ref": "#/$defs/evidence" },
            "description": "The words of the reports, the gravest and surest first."
          }
        },
        "required": [
          "type", "cluster_id", "level", "key", "issue", "tier", "direction", "state", "observed",
          "expected", "exposure", "rate", "rate_ci95", "ratio", "ebgm", "eb05", "eb95", "ic", "ic025",
          "p_value", "q_value", "tests_run", "chart", "first_cycle", "why_now", "lots", "skus",
          "near_duplicates_removed", "evidence"
        ],
        "additionalProperties": false,
        "$defs": {
      \#(chartDefinition)
        }
      }
      """#
  )

  /// The reports over time, and their words.
  private static let chartDefinition = #"""
        "chart": {
          "type": "object",
          "description": "The reports over time.",
          "properties": {
            "method": {
              "const": "weekly_counts",
              "description": "What the points are."
            },
            "points": {
              "type": "array",
              "description": "The weeks with a report, ascending; reports without a time are in none.",
              "items": {
                "type": "object",
                "properties": {
                  "week": {
                    "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                    "description": "The Monday on which the week begins, in UTC."
                  },
                  "count": {
                    "type": "integer", "minimum": 1,
                    "description": "The reports of the week."
                  }
                },
                "required": ["week", "count"],
                "additionalProperties": false
              }
            }
          },
          "required": ["method", "points"],
          "additionalProperties": false
        },
        "evidence": {
          "type": "object",
          "description": "One report's words.",
          "properties": {
            "signal_id": {
              "type": "string", "pattern": "^[0-9a-f]{32}$",
              "description": "The signal of the report."
            },
            "event_time": {
              "type": ["string", "null"],
              "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$",
              "description": "When it was given: RFC 3339 in UTC, or a bare date; null when it is not stated."
            },
            "part": {
              "type": "string", "pattern": "^(title|text|turns\\[[0-9]+\\])?$",
              "description": "The field of the feedback record that the range counts in; empty for a return reason's code."
            },
            "start": {
              "type": "integer", "minimum": 0,
              "description": "The first byte, in the UTF-8 of that part, from 0."
            },
            "end": {
              "type": "integer", "minimum": 0,
              "description": "One past the last byte."
            },
            "modality": {
              "enum": ["actual", "potential", "negated", "hypothetical", "resolved"],
              "description": "Whether it happened; a report is actual, potential or resolved."
            },
            "quote": {
              "type": "string",
              "description": "The words, redacted; empty for a return reason's code."
            }
          },
          "required": ["signal_id", "event_time", "part", "start", "end", "modality", "quote"],
          "additionalProperties": false
        }
    """#
}
