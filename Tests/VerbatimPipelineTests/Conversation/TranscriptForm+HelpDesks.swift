extension TranscriptForm {
  /// The forms of help desks and call services.
  func json(
    _ turns: [(isCustomers: Bool, text: String, at: String)]
  ) -> [String: Any] {
    switch self {
    case .zendesk:
      let comments = turns.enumerated().map { place, turn -> [String: Any] in
        [
          "id": place, "type": "Comment", "author_id": turn.isCustomers ? 71 : 12, "public": true,
          "created_at": turn.at, "plain_body": turn.text, "body": turn.text,
        ]
      }
      let ticket: [String: Any] = [
        "id": 811, "url": "https://shop.example/api/v2/tickets/811.json", "requester_id": 71,
        "submitter_id": 71, "subject": "Kettle", "status": "open", "comments": comments,
      ]
      return ["tickets": [ticket], "count": 1]
    case .messaging:
      return [
        "messages": turns.map { turn -> [String: Any] in
          [
            "received": turn.at, "content": ["type": "text", "text": turn.text],
            "author": [
              "type": turn.isCustomers ? "user" : "business",
              "displayName": turn.isCustomers ? "Anna" : "Maya",
            ],
            "source": ["type": turn.isCustomers ? "web" : "zd:agentWorkspace"],
          ]
        }
      ]
    case .intercom:
      func author(_ isCustomers: Bool) -> [String: Any] {
        ["type": isCustomers ? "user" : "admin", "id": isCustomers ? "u-7" : "900"]
      }
      let parts = turns.dropFirst().map { turn -> [String: Any] in
        [
          "part_type": "comment", "body": turn.text, "author": author(turn.isCustomers),
          "created_at": turn.at,
        ]
      }
      return [
        "type": "conversation", "id": "5501", "created_at": turns[0].at,
        "source": ["type": "email", "body": turns[0].text, "author": author(true)],
        "conversation_parts": ["conversation_parts": parts, "total_count": parts.count],
      ]
    case .freshdesk:
      let answers = turns.dropFirst().map { turn -> [String: Any] in
        [
          "user_id": turn.isCustomers ? 301 : 21, "body_text": turn.text, "private": false,
          "incoming": turn.isCustomers, "created_at": turn.at,
        ]
      }
      return [
        "id": 61, "subject": "Kettle", "description_text": turns[0].text, "description": "x",
        "status": 4, "source": 1, "requester_id": 301, "responder_id": 21,
        "created_at": turns[0].at, "conversations": answers,
      ]
    case .gorgias:
      let messages = turns.map { turn -> [String: Any] in
        [
          "public": true, "channel": "email", "from_agent": !turn.isCustomers,
          "sender": ["id": turn.isCustomers ? 4 : 3], "body_text": turn.text,
          "created_datetime": turn.at,
        ]
      }
      return [
        "id": 71, "channel": "email", "via": "email", "subject": "Kettle",
        "customer": ["id": 4], "created_datetime": turns[0].at, "messages": messages,
      ]
    case .helpScout:
      let threads = turns.map { turn -> [String: Any] in
        [
          "type": turn.isCustomers ? "customer" : "message", "body": turn.text,
          "createdBy": [
            "id": turn.isCustomers ? 8 : 9, "type": turn.isCustomers ? "customer" : "user",
          ], "createdAt": turn.at,
        ]
      }
      return [
        "id": 81, "number": 12, "type": "email", "subject": "Kettle", "createdAt": turns[0].at,
        "primaryCustomer": ["id": 8, "email": "a@mail.example"],
        "_embedded": ["threads": threads],
      ]
    case .contactLens:
      let transcript = turns.enumerated().map { place, turn -> [String: Any] in
        [
          "Id": "\(place)", "ParticipantId": turn.isCustomers ? "C1" : "A1", "Content": turn.text,
          "BeginOffsetMillis": 3000 * place, "EndOffsetMillis": 3000 * place + 900,
        ]
      }
      return [
        "Version": "1.1.0", "Channel": "VOICE", "LanguageCode": "en-US",
        "Participants": [
          ["ParticipantId": "A1", "ParticipantRole": "AGENT"],
          ["ParticipantId": "C1", "ParticipantRole": "CUSTOMER"],
        ],
        "CustomerMetadata": ["ContactId": "ct-9"], "Transcript": transcript,
      ]
    case .callAnalytics:
      let segments = turns.enumerated().map { place, turn -> [String: Any] in
        [
          "SegmentStartTime": 3 * place, "SegmentEndTime": 3 * place + 1,
          "SegmentSpeaker": turn.isCustomers ? "spk_1" : "spk_0", "OriginalText": turn.text,
          "DisplayText": turn.text,
        ]
      }
      return [
        "ConversationAnalytics": [
          "GUID": "call-3", "LanguageCode": "en-US",
          "SpeakerLabels": [
            ["Speaker": "spk_0", "DisplayText": "Agent"],
            ["Speaker": "spk_1", "DisplayText": "Customer"],
          ],
        ], "SpeechSegments": segments,
      ]
    default:
      return [
        "id": "1",
        "turns": turns.map { turn -> [String: Any] in
          ["role": turn.isCustomers ? "customer" : "agent", "text": turn.text, "at": turn.at]
        },
      ]
    }
  }
}
