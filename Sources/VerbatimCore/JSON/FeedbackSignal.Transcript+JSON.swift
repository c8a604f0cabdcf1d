extension FeedbackSignal.Transcript {
  func write(to json: inout JSONWriter) {
    json.object("transcript") { json in
      json.object("turns") { json in
        json.field("customer", customerTurns)
        json.field("agent", agentTurns)
        json.field("bot", botTurns)
      }
      json.field("eligibility", eligibility.rawValue)
      json.optional("agent_key", agentKey)
      json.field("opening", opening)
      json.field("closing", closing)
      json.field("lowest", lowest)
      json.field("recovery", recovery)
      json.field("turning_turn", turningTurn)
      json.field("first_response_seconds", firstResponseSeconds)
      json.field("first_response_business_seconds", firstResponseBusinessSeconds)
      json.field("longest_wait_seconds", longestWaitSeconds)
      json.field("longest_wait_business_seconds", longestWaitBusinessSeconds)
      json.field("handoffs", handoffs)
      write(events, to: &json)
      json.array("trajectory", trajectory) { json, point in
        json.object { json in
          json.field("turn", point.turn)
          json.field("speaker", point.speaker)
          json.field("compound", point.compound)
        }
      }
    }
  }

  /// What the words tell; every field is null when they are not read.
  private func write(_ events: ConversationEvents?, to json: inout JSONWriter) {
    json.field("repeated_questions", events?.repeatedQuestions.count)
    guard let events else {
      for name in ["repeats", "escalations", "churn_statements", "promises", "resolution"] {
        json.key(dynamic: name)
        json.null()
      }
      return
    }
    json.array("repeats", events.repeatedQuestions) { $1.write(to: &$0) }
    json.array("escalations", events.escalations) { json, item in
      json.object { json in
        json.field("kind", item.kind.rawValue)
        json.field("turn", item.turn)
        json.key("evidence")
        item.evidence.write(to: &json)
      }
    }
    json.array("churn_statements", events.churnStatements) { json, item in
      json.object { json in
        json.field("kind", item.kind.rawValue)
        json.field("turn", item.turn)
        json.key("evidence")
        item.evidence.write(to: &json)
      }
    }
    json.array("promises", events.promises) { $1.write(to: &$0) }
    json.object("resolution") { json in
      json.field("claimed", events.resolution.claimed)
      json.field("claimed_turn", events.resolution.claimedTurn)
      json.field("confirmed", events.resolution.confirmed)
      json.field("confirmed_turn", events.resolution.confirmedTurn)
    }
  }
}

extension RepeatedQuestion {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("topic", topic)
      json.field("turn", turn)
      json.field("first_turn", firstTurn)
      json.key("evidence")
      evidence.write(to: &json)
    }
  }
}

extension Promise {
  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("kind", kind.rawValue)
      json.field("turn", turn)
      json.key("evidence")
      evidence.write(to: &json)
      json.field("due", due?.description)
      json.field("state", state.rawValue)
      json.field("settled_turn", settledTurn)
    }
  }
}
