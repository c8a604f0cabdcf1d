/// What a signal is about, each a member of its schema's `$defs`.
extension Schema {
  /// The article.
  static let productDefinition = #"""
        "product": {
          "type": "object",
          "description": "The article a piece of feedback is about.",
          "properties": {
            "sku": {
              "type": ["string", "null"],
              "description": "The shop's code, in the catalog's spelling; null when it was not found."
            },
            "gtin14": {
              "type": "string", "pattern": "^[0-9]{14}$",
              "description": "The trade number in 14 digits; absent when it is not known."
            },
            "asin": {
              "type": "string",
              "description": "Amazon's number; absent when it is not known."
            },
            "name": {
              "type": "string",
              "description": "The name in the catalog, else as stated; absent when it is not known."
            },
            "category": {
              "type": "string",
              "description": "The category in the catalog; absent when it is not known."
            },
            "method": {
              "enum": ["field", "order_line", "identifier", "url", "alias", "none"],
              "description": "How the article was found."
            },
            "confidence": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "How sure it is, 0 to 1; 0 when it was not found."
            },
            "candidates": {
              "type": "array",
              "description": "The articles that might be meant, when it is not clear which.",
              "items": {
                "type": "object",
                "properties": {
                  "sku": {
                    "type": "string",
                    "description": "The shop's code."
                  },
                  "confidence": {
                    "type": "number", "minimum": 0, "maximum": 1,
                    "description": "How likely it is meant, 0 to 1."
                  }
                },
                "required": ["sku", "confidence"],
                "additionalProperties": false
              }
            },
            "more_candidates": {
              "type": "integer", "minimum": 1,
              "description": "How many more are possible than are listed; absent when all are."
            },
            "family": {
              "type": "string",
              "description": "The family of variants, where it is not clear which of them; else absent."
            },
            "notes": {
              "type": "array",
              "items": {
                "enum": [
                  "scientific_notation", "check_digit", "zeros_lost", "spelling", "affix",
                  "identifiers_disagree", "several", "capped"
                ]
              },
              "description": "What to know about how it was found; absent when there is nothing."
            }
          },
          "required": ["sku", "method", "confidence", "candidates"],
          "additionalProperties": false
        }
    """#

  /// Its maker.
  static let supplierDefinition = #"""
        "supplier": {
          "type": "object",
          "description": "Who made the article.",
          "properties": {
            "id": {
              "type": ["string", "null"],
              "description": "The catalog's id; null when the supplier was not found."
            },
            "name": {
              "type": "string",
              "description": "The supplier's name; absent when it is not known."
            },
            "method": {
              "enum": ["field", "lot", "order_line", "period", "only", "none"],
              "description": "How the supplier was found."
            },
            "confidence": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "How sure it is, 0 to 1; 0 when it was not found."
            },
            "candidates": {
              "type": "array", "items": { "type": "string" },
              "description": "The ids that are possible, when it is not clear which."
            },
            "shares": {
              "type": "array", "items": { "type": "number", "minimum": 0, "maximum": 1 },
              "description": "How likely each candidate is, in their order; absent when nothing tells."
            }
          },
          "required": ["id", "method", "confidence", "candidates"],
          "additionalProperties": false
        }
    """#

  /// The lot.
  static let lotDefinition = #"""
        "lot": {
          "type": "object",
          "description": "The lot the article is from.",
          "properties": {
            "id": {
              "type": ["string", "null"],
              "description": "The lot; null when it is not known."
            },
            "status": {
              "enum": ["confirmed", "inferred", "unknown"],
              "description": "How much is known: stated, likely from dates, or nothing."
            },
            "candidates": {
              "type": "array",
              "description": "The lots that are possible, when it is not clear which.",
              "items": {
                "type": "object",
                "properties": {
                  "id": {
                    "type": "string",
                    "description": "The lot."
                  },
                  "probability": {
                    "type": "number", "minimum": 0, "maximum": 1,
                    "description": "How likely it is, 0 to 1."
                  }
                },
                "required": ["id", "probability"],
                "additionalProperties": false
              }
            }
          },
          "required": ["id", "status", "candidates"],
          "additionalProperties": false
        }
    """#
}
