/// What doubts and words of `cluster.alert.v1` look like, each a member of its `$defs`.
extension Schema {
  /// What a person who doubts the cluster asks.
  static let clusterDoubtDefinitions = #"""
        "place": {
          "type": "object",
          "description": "A place where the trouble may sit.",
          "properties": {
            "level": {
              "enum": ["sku", "supplier", "lot"],
              "description": "What the place is."
            },
            "key": {
              "type": "string",
              "description": "The SKU, supplier or lot."
            },
            "observed": {
              "type": "integer", "minimum": 0,
              "description": "Reports of the issue there."
            },
            "expected": {
              "type": "number", "minimum": 0,
              "description": "What the shop's share of the issue predicts there."
            },
            "score": {
              "type": "number",
              "description": "The log-likelihood that a rate of its own gains, less the price of choosing it; natural logarithm."
            }
          },
          "required": ["level", "key", "observed", "expected", "score"],
          "additionalProperties": false
        },
        "sibling": {
          "type": "object",
          "description": "Another article of the supplier with the same issue.",
          "properties": {
            "sku": {
              "type": "string",
              "description": "The shop's code."
            },
            "observed": {
              "type": "integer", "minimum": 0,
              "description": "Reports of the issue."
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
            "standing": {
              "enum": ["alert", "watch", "raised", "calm", "not_enough_data"],
              "description": "How it stands."
            }
          },
          "required": ["sku", "observed", "expected", "ebgm", "eb05", "eb95", "standing"],
          "additionalProperties": false
        },
        "recount": {
          "type": "object",
          "description": "The cluster counted again without some of its evidence.",
          "properties": {
            "without": {
              "enum": ["none", "potential", "busiest_week", "source"],
              "description": "What is left out."
            },
            "detail": {
              "type": ["string", "null"],
              "description": "Which week or source is left out; null where that is no question."
            },
            "observed": {
              "type": "integer", "minimum": 0,
              "description": "Reports that are left."
            },
            "expected": {
              "type": "number", "minimum": 0,
              "description": "What independence predicts in what is left."
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
            "is_alert": {
              "type": "boolean",
              "description": "Whether it would still be an alert."
            }
          },
          "required": [
            "without", "detail", "observed", "expected", "ebgm", "eb05", "eb95", "is_alert"
          ],
          "additionalProperties": false
        }
    """#

  /// What placebo runs made.
  static let placeboDefinition = #"""
        "placebo": {
          "type": "object",
          "description": "Runs in which issues were shuffled among reports of the same category and four weeks.",
          "properties": {
            "runs": {
              "type": "integer", "minimum": 1,
              "description": "How many runs."
            },
            "alerts": {
              "type": "integer", "minimum": 0,
              "description": "Alerts over all of them; hazards need no statistics and are not counted."
            },
            "runs_with_alert": {
              "type": "integer", "minimum": 0,
              "description": "Runs with an alert."
            },
            "lower95": {
              "type": ["number", "null"], "minimum": 0,
              "description": "The lower end of the 95 % interval of the mean number of alerts."
            },
            "upper95": {
              "type": ["number", "null"], "minimum": 0,
              "description": "The upper end of the 95 % interval of the mean number of alerts."
            },
            "shuffled_share": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "The share of reports that could change places."
            },
            "seed": {
              "type": "integer", "minimum": 0,
              "description": "Where the shuffles come from."
            }
          },
          "required": ["runs", "alerts", "runs_with_alert", "upper95", "shuffled_share", "seed"],
          "additionalProperties": false
        }
    """#

  /// What sets its texts apart.
  static let clusterWordDefinitions = #"""
        "phrase": {
          "type": "object",
          "description": "A run of words that the cluster's texts have more often than others.",
          "properties": {
            "phrase": {
              "type": "string", "minLength": 1,
              "description": "The words in the form in which they are matched."
            },
            "count": {
              "type": "integer", "minimum": 1,
              "description": "The cluster's texts that hold it."
            },
            "texts": {
              "type": "integer", "minimum": 1,
              "description": "The cluster's texts."
            },
            "elsewhere": {
              "type": "integer", "minimum": 0,
              "description": "The other texts that hold it."
            },
            "others": {
              "type": "integer", "minimum": 0,
              "description": "The other texts that were looked at."
            },
            "z": {
              "type": "number",
              "description": "Standard errors from equal odds."
            }
          },
          "required": ["phrase", "count", "texts", "elsewhere", "others", "z"],
          "additionalProperties": false
        },
        "group": {
          "type": "object",
          "description": "Texts of the cluster that say the same thing.",
          "properties": {
            "phrase": {
              "type": ["string", "null"],
              "description": "The phrase they share; null for the texts of no group."
            },
            "count": {
              "type": "integer", "minimum": 1,
              "description": "How many texts."
            },
            "signal_ids": {
              "type": "array",
              "items": {
                "type": "string", "pattern": "^[0-9a-f]{32}$",
                "description": "A signal."
              },
              "description": "Its signals, by id."
            }
          },
          "required": ["phrase", "count", "signal_ids"],
          "additionalProperties": false
        }
    """#
}
