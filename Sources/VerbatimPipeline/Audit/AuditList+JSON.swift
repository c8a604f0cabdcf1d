internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

extension AuditSummary {
  func write(to json: inout JSONWriter, repeats list: AuditList) {
    json.field("conversations", conversations)
    json.field("eligible", eligible)
    json.rounded("eligible_share", eligibleShare)
    json.array("not_scored", notScored) { json, part in
      json.object { json in
        json.field("reason", part.reason.rawValue)
        json.field("count", part.count)
      }
    }
    json.field("with_recovery", withRecovery)
    json.rounded("opening", opening)
    json.rounded("closing", closing)
    json.rounded("recovery", recovery)
    json.rounded("expected", expected)
    json.object("first_response_seconds") { firstResponse.write(to: &$0) }
    json.object("first_response_business_seconds") { firstResponseBusiness.write(to: &$0) }
    json.object("longest_wait_seconds") { longestWait.write(to: &$0) }
    json.object("longest_wait_business_seconds") { longestWaitBusiness.write(to: &$0) }
    json.object("promises") { json in
      json.field("made", promises.made)
      json.field("kept", promises.kept)
      json.field("broken", promises.broken)
      json.field("open", promises.open)
    }
    json.object("repeat_contacts") { list.writeRepeats(to: &$0) }
  }
}

extension AuditSummary.Spread {
  func write(to json: inout JSONWriter) {
    json.field("n", count)
    json.rounded("median", median)
    json.rounded("p90", p90)
  }
}

extension AuditList {
  fileprivate func writeRepeats(to json: inout JSONWriter) {
    json.field("window_days", repeats.window)
    json.field("followed", repeats.followed)
    json.field("unknown", repeats.unknown)
    json.field("unfinished", repeats.unfinished)
    json.field("came_back", repeats.pairs.count)
    json.rounded("share", repeats.share)
    let interval = ProportionInterval(wilson: repeats.pairs.count, of: repeats.followed)
    json.interval(
      "ci95",
      repeats.followed == 0
        ? nil : Bootstrap.Interval(lower: interval.lower, upper: interval.upper)
    )
    json.array("issues", repeatIssues) { json, part in
      json.object { json in
        json.field("issue", part.issue)
        json.field("count", part.count)
      }
    }
  }
}

extension ResidualComparison {
  func write(to json: inout JSONWriter, level: AuditList.Level) {
    json.field("by", level.rawValue)
    json.field("minimum", minimum)
    json.array("rows", rows) { json, row in
      json.object { json in
        json.field("name", row.name)
        json.field("n", row.count)
        json.field("comparable", row.comparable)
        json.array("queues", row.queues) { json, part in
          json.object { json in
            json.field("queue", part.queue)
            json.field("n", part.count)
          }
        }
        json.array("expected_within", row.expectedWithin) { $1.write(to: &$0) }
        json.rounded("residual", row.residual)
        json.interval("ci95", row.interval)
        json.rounded("q_value", row.qValue)
        json.field("reading", row.reading.rawValue)
      }
    }
  }
}

extension AuditedConversation {
  func write(to json: inout JSONWriter) {
    let course = conversation.course
    json.field("signal_id", conversation.signalID)
    json.field("native_id", conversation.nativeID)
    json.field("event_time", conversation.eventTime?.description)
    json.field("channel", conversation.channel)
    json.field("queue", conversation.queue)
    json.field("agent", agent)
    json.field("issue", conversation.issue)
    json.field("sku", conversation.sku)
    json.field("eligibility", course.eligibility.rawValue)
    json.field("opening", course.opening)
    json.field("closing", course.closing)
    json.field("lowest", course.lowest)
    json.field("recovery", course.recovery)
    json.rounded("expected", expected)
    json.field("expected_n", expectedCount)
    writeWithin(to: &json)
    json.rounded("residual", residual)
    json.array("risks", risks) { $0.value($1.rawValue) }
    json.field("first_response_seconds", course.firstResponseSeconds)
    json.field("first_response_business_seconds", course.firstResponseBusinessSeconds)
    json.field("longest_wait_seconds", course.longestWaitSeconds)
    json.field("longest_wait_business_seconds", course.longestWaitBusinessSeconds)
    json.field("handoffs", course.handoffs)
    json.field("repeated_questions", course.events?.repeatedQuestions.count)
  }

  private func writeWithin(to json: inout JSONWriter) {
    guard let expectedWithin, let expectedWithinCount else {
      json.key("expected_within")
      return json.null()
    }
    json.object("expected_within") { json in
      json.field("within", expectedWithin.rawValue)
      json.field("n", expectedWithinCount)
    }
  }
}
