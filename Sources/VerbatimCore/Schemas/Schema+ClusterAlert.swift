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
            "description": "The cluster's id: from level, key and issue, for praise with `praise:` before them; the same in every cycle."
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
            "description": "The leaf of the taxonomy, such as `DUR.BREAKS`; for praise the praising word, such as `sturdy`."
          },
          "tier": {
            "enum": ["T0", "T1", "T2", "T3", "T4"],
            "description": "The gravest tier among the reports; T0 and T1 are hazards and need no statistics."
          },
          "direction": {
            "enum": ["negative", "positive"],
            "description": "Whether the reports are complaints or praise."
          },
          "state": {
            "enum": [
              "watch", "open", "acknowledged", "snoozed", "corrective_action", "verified", "reopened",
              "closed"
            ],
            "description": "How far the cluster has come: beyond chance, an alert, or what people decided and what followed."
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
            "type": "array", "items": { "$ref": "#/$defs/lot" },
            "description": "The lots of the reports, those that most reports state first."
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
          "attribution_mix": {
            "type": "array", "items": { "$ref": "#/$defs/attribution_count" },
            "description": "Whose doing the reports say it is, the most frequent first."
          },
          "sources": {
            "type": "array", "items": { "$ref": "#/$defs/source_count" },
            "description": "The kinds of sources of the reports, the most frequent first."
          },
          "places": {
            "type": "array", "items": { "$ref": "#/$defs/place" },
            "description": "Where the trouble sits, the likeliest place first; empty where there is nothing to choose from."
          },
          "siblings": {
            "type": "array", "items": { "$ref": "#/$defs/sibling" },
            "description": "Other articles of the supplier with the same issue, the nearest to an alert first, at most 10; empty but for an article's cluster."
          },
          "robustness": {
            "type": "array", "items": { "$ref": "#/$defs/recount" },
            "description": "The cluster counted again without the evidence that may be doubted; the first is the cluster as it is."
          },
          "phrases": {
            "type": "array", "items": { "$ref": "#/$defs/phrase" },
            "description": "The runs of words that set the cluster's texts apart from others, the surest first."
          },
          "groups": {
            "type": "array", "items": { "$ref": "#/$defs/group" },
            "description": "The texts by what they say, the largest group first; texts of no group come last, without a phrase."
          },
          "near_duplicates_removed": {
            "type": "integer", "minimum": 0,
            "description": "Copies of a text, near copies and repeats of one customer that were not counted."
          },
          "marked_out": {
            "type": "integer", "minimum": 0,
            "description": "Reports about the key that people read and found to be of another kind or somebody else's fault; they are not counted."
          },
          "life": {
            "$ref": "#/$defs/life",
            "description": "What people decided and what followed; absent while nobody decided anything."
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
          "expected_false_alerts": {
            "type": ["number", "null"], "minimum": 0,
            "description": "The alerts that the run would make by chance alone, from placebo runs; null where none was made."
          },
          "placebo": {
            "$ref": "#/$defs/placebo",
            "description": "How that number was found; absent where no placebo run was made."
          },
          "evidence": {
            "type": "array", "items": { "$ref": "#/$defs/evidence" },
            "description": "The words of the reports, the gravest and surest first; the first are chosen to be distinct."
          },
          "signal_ids": {
            "type": "array",
            "description": "Every signal that was counted, by time.",
            "items": {
              "type": "string", "pattern": "^[0-9a-f]{32}$",
              "description": "A signal."
            }
          },
          "revision": {
            "type": "integer", "minimum": 1,
            "description": "Delivered alerts only: the alert's revision, from 1."
          },
          "supersedes": {
            "type": "integer", "minimum": 1,
            "description": "Delivered alerts only: the revision before; absent in the first."
          },
          "retracted": {
            "type": "boolean",
            "description": "Delivered alerts only: true when the cluster is no alert any more."
          }
        },
        "required": ["type", "cluster_id"],
        "oneOf": [
          {
            "description": "A cluster that stands.",
            "required": [
              "level", "key", "issue", "tier", "direction", "state", "observed", "expected",
              "exposure", "rate", "rate_ci95", "ratio", "ebgm", "eb05", "eb95", "ic", "ic025",
              "p_value", "q_value", "tests_run", "chart", "first_cycle", "why_now", "lots", "skus",
              "attribution_mix", "sources", "places", "siblings", "robustness", "phrases", "groups",
              "near_duplicates_removed", "marked_out", "expected_false_alerts", "evidence",
              "signal_ids"
            ]
          },
          {
            "description": "A delivered alert that is gone: nothing else is said of it.",
            "required": ["revision", "supersedes", "retracted"]
          }
        ],
        "additionalProperties": false,
        "$defs": {
      \#(clusterChartDefinition),
      \#(clusterEvidenceDefinition),
      \#(clusterCountDefinitions),
      \#(clusterDoubtDefinitions),
      \#(placeboDefinition),
      \#(clusterWordDefinitions),
      \#(lifeDefinition)
        }
      }
      """#
  )
}
