extension Schema {
  /// What people decided about a cluster and what followed, inside `cluster.alert.v1`.
  static let lifeDefinition = #"""
        "life": {
          "type": "object",
          "description": "What people decided about the cluster and what followed, by what is in the store.",
          "properties": {
            "since": {
              "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "The day on which the present state was reached."
            },
            "by": {
              "type": ["string", "null"],
              "description": "Who made the latest decision; null when nobody did."
            },
            "snoozed_until": {
              "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "The day on which the snooze ends; null unless the cluster is snoozed."
            },
            "corrective_action": {
              "anyOf": [{ "$ref": "#/$defs/corrective_action" }, { "type": "null" }],
              "description": "The latest corrective action; null when there was none."
            },
            "history": {
              "type": "array", "items": { "$ref": "#/$defs/transition" },
              "description": "What happened to the cluster, in its order."
            }
          },
          "required": ["since", "by", "snoozed_until", "corrective_action", "history"],
          "additionalProperties": false
        },
        "corrective_action": {
          "type": "object",
          "description": "What was changed from when on, and whether it has helped so far.",
          "properties": {
            "effective": {
              "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "The first day of the corrective action."
            },
            "lots": {
              "type": "array", "items": { "type": "string" },
              "description": "Lots made before it: a report that names one counts as before, whenever it was written."
            },
            "verdict": {
              "enum": ["verified", "not_yet", "worse"],
              "description": "Whether the interval of the change lies below 0, holds 0, or lies above it."
            },
            "before": { "$ref": "#/$defs/share", "description": "From the day after the alert up to it, at most a year: what led to the alert would make any change look like a success." },
            "after": { "$ref": "#/$defs/share", "description": "From its first day on." },
            "change": {
              "type": ["number", "null"], "minimum": -1, "maximum": 1,
              "description": "The rate after less the rate before; null when either is unknown."
            },
            "change_ci95": {
              "type": ["array", "null"], "items": { "type": "number", "minimum": -1, "maximum": 1 },
              "description": "The lower and the upper end of its 95 % interval (Newcombe 1998); null as the change is."
            },
            "still_needed": {
              "type": ["integer", "null"], "minimum": 1,
              "description": "How many more pieces of feedback about the key it takes until the interval lies below 0, if the rate stays as it is; null when it does already, or never would."
            }
          },
          "required": [
            "effective", "lots", "verdict", "before", "after", "change", "change_ci95", "still_needed"
          ],
          "additionalProperties": false
        },
        "share": {
          "type": "object",
          "description": "Customers with the issue of all who wrote about the key, in a stretch of time.",
          "properties": {
            "count": {
              "type": "integer", "minimum": 0,
              "description": "Customers with the issue."
            },
            "exposure": {
              "type": "integer", "minimum": 0,
              "description": "All customers who wrote about the key."
            },
            "rate": {
              "type": ["number", "null"], "minimum": 0, "maximum": 1,
              "description": "The first over the second; null without exposure."
            }
          },
          "required": ["count", "exposure", "rate"],
          "additionalProperties": false
        },
        "transition": {
          "type": "object",
          "description": "One thing that happened to the cluster.",
          "properties": {
            "day": {
              "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
              "description": "When."
            },
            "state": {
              "enum": [
                "watch", "open", "acknowledged", "snoozed", "corrective_action", "verified", "reopened",
                "closed"
              ],
              "description": "The state from then on."
            },
            "action": {
              "enum": [
                "acknowledge", "snooze", "correct", "verify", "reopen", "close", "hazard", null
              ],
              "description": "What a person decided; null for what followed from the counts or the calendar."
            },
            "by": {
              "type": ["string", "null"],
              "description": "Who decided it; null as the action is."
            },
            "verdict": {
              "enum": ["actual", "potential", "not_a_hazard", "need_more", null],
              "description": "What a hazard was found to be; null for other actions."
            },
            "reason": {
              "type": ["string", "null"],
              "description": "Why, in the person's words; null when it was not said."
            },
            "note": {
              "type": "string", "minLength": 1,
              "description": "What happened, for a person."
            }
          },
          "required": ["day", "state", "action", "by", "verdict", "reason", "note"],
          "additionalProperties": false
        }
    """#
}
