extension FeedbackRecord {
  /// Writes the record as `feedback.record.v1`.
  public func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "feedback.record.v1")
      json.field("record_id", id)
      source.write(to: &json)
      json.field("occurred_at", occurredAt?.description)
      json.optional("precision", occurredAt?.precision.rawValue)
      json.optional("source_time_zone", sourceTimeZone)
      json.field("language", language)
      json.optional("language_confidence", languageConfidence)
      json.field("title", title)
      json.field("text", text)
      json.array("answers", answers) { json, answer in
        json.object { json in
          json.field("question", answer.question)
          json.field("question_id", answer.questionID)
          json.field("role", answer.role)
          json.field("value", answer.value)
          json.optional("text", answer.text)
        }
      }
      json.array("turns", turns) { json, turn in
        json.object { json in
          json.field("speaker", turn.speaker)
          json.field("role", turn.role.rawValue)
          json.optional("at", turn.at)
          json.optional("end", turn.end)
          json.field("text", turn.text)
        }
      }
      json.array("ratings", ratings) { $1.write(to: &$0) }
      json.object("product") { json in
        json.optional("sku", product.sku)
        json.optional("gtin", product.gtin)
        json.optional("asin", product.asin)
        json.optional("mpn", product.mpn)
        json.optional("name", product.name)
        json.optional("brand", product.brand)
        json.optional("url", product.url)
      }
      json.optional("author", author)
      json.optional("order_id", orderID)
      json.optional("lot", lot)
      json.optional("supplier", supplier)
      json.optional("customer", customer)
      json.write(dims, as: "dims")
      flags.write(to: &json)
      if !repairs.isEmpty { json.array("repairs", repairs) { $0.value($1.rawValue) } }
      if let returnReason {
        json.object("return_reason") { json in
          json.field("scheme", returnReason.scheme)
          json.field("code", returnReason.code)
        }
      }
    }
  }
}

extension FeedbackRecord.Source {
  func write(to json: inout JSONWriter) {
    json.object("source") { json in
      json.field("kind", kind.rawValue)
      json.field("format", format)
      json.optional("system", system)
      json.field("file", file)
      json.object("position") { json in
        json.optional("line", line)
        json.optional("row", row)
        json.optional("byte", byte)
        json.optional("path", path)
      }
      json.optional("native_id", nativeID)
      json.optional("url", url)
      json.optional("solicited", solicited)
    }
  }
}

extension FeedbackRecord.Flags {
  func write(to json: inout JSONWriter) {
    json.object("flags") { json in
      json.optional("incentivised", incentivised)
      json.optional("verified_purchase", verifiedPurchase)
      json.optional("syndicated_from", syndicatedFrom)
      json.optional("merchant_reply", merchantReply)
    }
  }
}

extension Rating {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", kind.rawValue)
      json.field("value", value)
      json.field("min", min)
      json.field("max", max)
      json.field("direction", direction.rawValue)
    }
  }
}

extension JSONWriter {
  /// Writes a map with its keys in byte order.
  mutating func write(_ map: [String: String], as name: StaticString) {
    object(name) { json in
      for key in map.keys.sorted() {
        json.key(dynamic: key)
        json.value(map[key] ?? "")
      }
    }
  }
}
