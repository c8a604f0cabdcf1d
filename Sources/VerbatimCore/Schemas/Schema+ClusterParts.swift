/// The parts of `cluster.alert.v1`, each a member of its `$defs`.
extension Schema {
  /// The reports over time.
  static let clusterChartDefinition = #"""
        "chart": {
          "type": "object",
          "description": "The reports over time.",
          "properties": {
            "method": {
              "enum": ["laney_u_prime", "ears_c1", "none"],
              "description": "How the limits are made; none where the history is too short or has no dates."
            },
            "points": {
              "type": "array", "items": { "$ref": "#/$defs/chart_point" },
              "description": "Every week from the first to the last of the data, ascending, at most 156; reports without a time are in none."
            },
            "centre": {
              "type": ["number", "null"],
              "description": "The centre line, in the unit of the values; null but for laney_u_prime."
            },
            "upper": {
              "type": "array", "items": { "type": ["number", "null"] },
              "description": "The upper limit of each point, in the unit of the values; null where there is none."
            },
            "baseline_from": {
              "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "The first of the weeks that centre and spread are from; null but for laney_u_prime."
            },
            "baseline_to": {
              "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "The last of those weeks."
            },
            "signal_at": {
              "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "The first week outside its limit; null when there is none."
            },
            "note": {
              "type": ["string", "null"],
              "description": "Why there are no limits, for a person; null when there are."
            }
          },
          "required": [
            "method", "points", "centre", "upper", "baseline_from", "baseline_to", "signal_at",
            "note"
          ],
          "additionalProperties": false
        },
        "chart_point": {
          "type": "object",
          "description": "One week.",
          "properties": {
            "week": {
              "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "The Monday on which the week begins, in UTC."
            },
            "count": {
              "type": "integer", "minimum": 0,
              "description": "The reports of the week."
            },
            "exposure": {
              "type": "integer", "minimum": 0,
              "description": "The customers heard of about the key, with whatever issue or none."
            },
            "value": {
              "type": ["number", "null"],
              "description": "What the method plots: reports by exposure for laney_u_prime, reports for ears_c1; null where it plots nothing."
            }
          },
          "required": ["week", "count", "exposure", "value"],
          "additionalProperties": false
        }
    """#

  /// The reports' words.
  static let clusterEvidenceDefinition = #"""
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
            "attribution": {
              "enum": [
                "supplier", "warehouse", "carrier", "listing", "service", "customer_choice",
                "unknown"
              ],
              "description": "Whose doing the words say it is."
            },
            "confidence": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "How sure the match is."
            },
            "source": {
              "type": ["string", "null"],
              "enum": ["survey", "review", "transcript", "return_comment", null],
              "description": "What kind of source it is from; null where that is not known."
            },
            "quote": {
              "type": "string",
              "description": "The words, redacted; empty for a return reason's code."
            },
            "copies": {
              "type": "array", "items": { "$ref": "#/$defs/copy" },
              "description": "The copies of its text and its writer's repeats, which were not counted."
            }
          },
          "required": [
            "signal_id", "event_time", "part", "start", "end", "modality", "attribution",
            "confidence", "source", "quote", "copies"
          ],
          "additionalProperties": false
        },
        "copy": {
          "type": "object",
          "description": "A report that says again what another one said.",
          "properties": {
            "signal_id": {
              "type": "string", "pattern": "^[0-9a-f]{32}$",
              "description": "The signal of the copy."
            },
            "source": {
              "type": ["string", "null"],
              "enum": ["survey", "review", "transcript", "return_comment", null],
              "description": "What kind of source it is from; null where that is not known."
            }
          },
          "required": ["signal_id", "source"],
          "additionalProperties": false
        }
    """#

  /// Names with numbers of reports.
  static let clusterCountDefinitions = #"""
        "lot": {
          "type": "object",
          "description": "A lot with its reports.",
          "properties": {
            "lot": {
              "type": "string",
              "description": "The lot."
            },
            "count": {
              "type": "integer", "minimum": 0,
              "description": "Reports that state it."
            },
            "inferred": {
              "type": "number", "minimum": 0,
              "description": "The sum of its probabilities over the reports that state no lot."
            }
          },
          "required": ["lot", "count", "inferred"],
          "additionalProperties": false
        },
        "attribution_count": {
          "type": "object",
          "description": "Whose doing it is said to be, with the number of reports.",
          "properties": {
            "attribution": {
              "enum": [
                "supplier", "warehouse", "carrier", "listing", "service", "customer_choice",
                "unknown"
              ],
              "description": "Whose doing."
            },
            "count": {
              "type": "integer", "minimum": 1,
              "description": "The reports."
            }
          },
          "required": ["attribution", "count"],
          "additionalProperties": false
        },
        "source_count": {
          "type": "object",
          "description": "A kind of source with the number of reports.",
          "properties": {
            "source": {
              "enum": ["survey", "review", "transcript", "return_comment"],
              "description": "The kind of source."
            },
            "count": {
              "type": "integer", "minimum": 1,
              "description": "The reports."
            }
          },
          "required": ["source", "count"],
          "additionalProperties": false
        }
    """#
}
