/// What moves satisfaction, and what satisfaction foretells.
extension Schema {
  /// `driver.weight.v1`: how many points of the index an issue costs.
  static let driverWeight = Schema(
    type: "driver.weight.v1",
    title: "Driver weight",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/driver.weight.v1.json",
        "title": "Driver weight",
        "description": "How many points of a segment's satisfaction index an issue costs, from a ridge regression of customers' satisfaction on the issues they report. An association, not a proof of cause. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "driver.weight.v1",
            "description": "The name of this type."
          },
          "segment": {
            "type": "object", "additionalProperties": { "type": "string" },
            "description": "The segment's values by dimension; empty for all customers."
          },
          "target": {
            "type": "string", "minLength": 1,
            "description": "What is lost: `index`, or an outcome such as `churn`, whose shares then stand in points of a hundred."
          },
          \#(periodProperties),
          "issue": {
            "type": "string", "minLength": 1,
            "description": "The leaf of the taxonomy, such as `DUR.BREAKS`."
          },
          "loss": {
            "type": "number",
            "description": "The points that the target loses by the issue: the effect on a customer, turned round, times the share of customers."
          },
          "loss_ci95": {
            "type": "array", "items": { "type": "number" },
            "description": "The lower and the upper end of its 95 % interval."
          },
          "effect": {
            "type": "number",
            "description": "The points that a customer who reports the issue differs by, other issues being equal."
          },
          "effect_ci95": {
            "type": "array", "items": { "type": "number" },
            "description": "The lower and the upper end of its 95 % interval."
          },
          "n_customers": {
            "type": "integer", "minimum": 1,
            "description": "The customers who report the issue."
          },
          "n_total": {
            "type": "integer", "minimum": 1,
            "description": "All customers of the segment."
          },
          "share": {
            "type": "number", "minimum": 0, "maximum": 1,
            "description": "The first over the second."
          },
          "penalty": {
            "type": "number", "minimum": 0,
            "description": "The ridge's penalty, chosen by generalised cross-validation."
          },
          "method": {
            "const": "ridge",
            "description": "The method of the regression."
          }
        },
        "required": [
          "type", "segment", "target", "start", "end", "issue", "loss", "loss_ci95", "effect",
          "effect_ci95", "n_customers", "n_total", "share", "penalty", "method"
        ],
        "additionalProperties": false
      }
      """#
  )

  /// `cohort.lift.v1`: how the customers of one cohort differ from all others.
  static let cohortLift = Schema(
    type: "cohort.lift.v1",
    title: "Cohort lift",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/cohort.lift.v1.json",
        "title": "Cohort lift",
        "description": "How the customers of one cohort differ from all others of its dimension. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "cohort.lift.v1",
            "description": "The name of this type."
          },
          "dimension": {
            "type": "string", "minLength": 1,
            "description": "What the customers were divided by, such as `carrier`."
          },
          "value": {
            "type": "string", "minLength": 1,
            "description": "The cohort."
          },
          "measure": {
            "enum": ["satisfaction", "complaint_share"],
            "description": "Satisfaction from 0 to 100, or the share of customers who report an issue."
          },
          \#(periodProperties),
          "n_customers": {
            "type": "integer", "minimum": 0,
            "description": "The cohort's customers."
          },
          "n_others": {
            "type": "integer", "minimum": 0,
            "description": "The customers of the dimension's other cohorts."
          },
          "mean": {
            "type": ["number", "null"],
            "description": "The cohort's mean or share; null with fewer customers than the minimum on either side, like all numbers below."
          },
          "others_mean": {
            "type": ["number", "null"],
            "description": "The mean or share of the others."
          },
          "lift": {
            "type": ["number", "null"],
            "description": "For satisfaction the difference in points, for a share its ratio to that of the others."
          },
          "lift_ci95": {
            "type": ["array", "null"], "items": { "type": ["number", "null"] },
            "description": "The lower and the upper end of its 95 % interval; null for an end that is not finite."
          },
          "p_value": {
            "type": ["number", "null"], "minimum": 0, "maximum": 1,
            "description": "The chance of such a lift or a greater one, either way, where there is none."
          },
          "q_value": {
            "type": ["number", "null"], "minimum": 0, "maximum": 1,
            "description": "The share of false findings among all cohorts at least as extreme."
          },
          "tests_run": {
            "type": "integer", "minimum": 0,
            "description": "How many cohorts were tested."
          }
        },
        "required": [
          "type", "dimension", "value", "measure", "start", "end", "n_customers", "n_others", "mean",
          "others_mean", "lift", "lift_ci95", "p_value", "q_value", "tests_run"
        ],
        "additionalProperties": false
      }
      """#
  )

  /// `outcome.lift.v1`: how well one kind of signal foretells an outcome.
  static let outcomeLift = Schema(
    type: "outcome.lift.v1",
    title: "Outcome lift",
    json: #"""
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://verbatim.example/schema/outcome.lift.v1.json",
        "title": "Outcome lift",
        "description": "How well one kind of signal foretells what customers did later. Later releases of v1 may add fields and take none away: a reader must ignore a field it does not know. This schema allows no other field because it describes exactly what this release prints.",
        "type": "object",
        "properties": {
          "type": {
            "const": "outcome.lift.v1",
            "description": "The name of this type."
          },
          "outcome": {
            "enum": ["churn", "repeat", "return"],
            "description": "What the customers did."
          },
          "signal": {
            "type": "string", "minLength": 1,
            "description": "The kind of signal: `satisfaction`, `rating`, `text`, `complaint`, `hazard`, a leaf of the taxonomy and others."
          },
          "n_customers": {
            "type": "integer", "minimum": 0,
            "description": "Customers of whom the signal is known."
          },
          "n_outcomes": {
            "type": "integer", "minimum": 0,
            "description": "Those with the outcome."
          },
          "n_flagged": {
            "type": "integer", "minimum": 0,
            "description": "Customers with the signal; for a number, the fifth that is least satisfied."
          },
          "auc": {
            "type": ["number", "null"], "minimum": 0, "maximum": 1,
            "description": "The chance that a customer with the outcome ranks above one without, the less satisfied above; 0.5 is chance. Null without customers of both sides."
          },
          "auc_ci95": {
            "type": ["array", "null"], "items": { "type": "number", "minimum": 0, "maximum": 1 },
            "description": "The lower and the upper end of its 95 % interval (DeLong)."
          },
          "lift": {
            "type": ["number", "null"], "minimum": 0,
            "description": "The outcome's share among the flagged over that among the others; null when one of them is empty."
          },
          "lift_ci95": {
            "type": ["array", "null"], "items": { "type": ["number", "null"], "minimum": 0 },
            "description": "The lower and the upper end of its 95 % interval (Katz)."
          },
          "p_value": {
            "type": ["number", "null"], "minimum": 0, "maximum": 1,
            "description": "The chance of such an area or one further from 0.5 where the signal tells nothing."
          },
          "q_value": {
            "type": ["number", "null"], "minimum": 0, "maximum": 1,
            "description": "The share of false findings among all signals at least as extreme."
          },
          "verdict": {
            "enum": ["lift", "none_shown", "insufficient"],
            "description": "Whether the signal had lift (q at most 0.05), none was shown, or there are too few customers."
          }
        },
        "required": [
          "type", "outcome", "signal", "n_customers", "n_outcomes", "n_flagged", "auc", "auc_ci95",
          "lift", "lift_ci95", "p_value", "q_value", "verdict"
        ],
        "additionalProperties": false
      }
      """#
  )

  /// The days a result is from.
  private static let periodProperties = #"""
        "start": {
            "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "The day of the first feedback; null when there is none."
          },
          "end": {
            "type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "description": "The day of the last feedback; null when there is none."
          }
    """#
}
