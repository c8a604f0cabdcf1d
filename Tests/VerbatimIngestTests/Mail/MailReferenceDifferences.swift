/// Where Python reads a sample otherwise, who is right, and why.
enum MailReferenceDifferences {
  /// The reasons, each with the differences that it explains.
  private static let reasons: [(String, [String])] = [
    (
      """
      Python is wrong: `From Russia with love` and a line with a colon stand in a \
      body.
      """,
      [
        "unmunged.mbox.txt mails"
      ]
    ),
    (
      """
      Python reads the fields of a delivery status as mails without text; nobody wrote \
      them.
      """,
      [
        "flanker_disposition-notification.eml parts",
        "mail_mime_emails_raw_email_with_mimepart_without_content_type.eml parts",
        "mail_multipart_report_emails_multi_address_bounce1.eml parts",
        "mail_multipart_report_emails_multi_address_bounce2.eml parts",
        "mail_multipart_report_emails_multipart_report_multiple_status.eml parts",
        "mail_multipart_report_emails_report_422.eml parts",
        "mail_multipart_report_emails_report_530.eml parts",
      ]
    ),
    (
      """
      Base64 with words in it: we decode what there is and say that it is damaged; \
      Python decodes nothing.
      """,
      [
        "flanker_enclosed-broken-body.eml part 1"
      ]
    ),
    (
      """
      Python loses bytes of a field that are no ASCII; they are UTF-8, or else \
      windows-1252.
      """,
      [
        "flanker_from-encoding.eml from",
        "flanker_mailformed-headers.eml from",
        "mail_error_emails_invalid_subject_characters.eml subject",
        "mail_error_emails_must_supply_encoding.eml from",
        "mail_rfc6532_utf8_headers.eml from",
        "flanker_mailformed-headers.eml subject",
      ]
    ),
    (
      """
      No boundary is ever found: we keep the words, with a warning; Python has no \
      part.
      """,
      [
        "flanker_mailformed-headers.eml parts",
        "mimetools_badbound.msg parts",
      ]
    ),
    (
      """
      The parts are elsewhere and have no words; Python gives an empty text for each.
      """,
      [
        "flanker_message-external-body.eml parts"
      ]
    ),
    (
      """
      Python keeps the blanks between encoded words, against RFC 2047, 6.2.
      """,
      [
        "mail_error_emails_bad_subject.eml from"
      ]
    ),
    (
      """
      Nobody is right: the label is Big5, the bytes are Big5 that was taken for \
      Latin-1 and made UTF-8.
      """,
      [
        "mail_error_emails_content_transfer_encoding_empty.eml part 0"
      ]
    ),
    (
      """
      The label is ASCII, the bytes are UTF-8: we read them so, Python as half \
      characters.
      """,
      [
        "mail_error_emails_content_transfer_encoding_plain.eml part 0",
        "mail_plain_emails_raw_email6.eml part 0",
      ]
    ),
    (
      """
      No charset is stated and the bytes are no UTF-8: windows-1252 fits, Python \
      insists.
      """,
      [
        "mimetools_infinite.msg part 0"
      ]
    ),
    (
      """
      The charset is unknown: we decide by the bytes, Python fails.
      """,
      [
        "mail_plain_emails_raw_email10.eml part 0"
      ]
    ),
    (
      """
      The boundary has signs that ask for quotes and has none; all programs read it, \
      Python does not.
      """,
      [
        "mail_mime_emails_raw_email_with_illegal_boundary.eml parts",
        "mail_plain_emails_raw_email_bad_time.eml parts",
      ]
    ),
    (
      """
      The name stands in a comment, or unquoted before the address; Python drops it or \
      joins both.
      """,
      [
        "mail_multipart_report_emails_multi_address_bounce1.eml from",
        "mail_multipart_report_emails_multi_address_bounce2.eml from",
        "mail_plain_emails_mix_caps_content_type.eml from",
        "mail_plain_emails_raw_email_multiple_from.eml from",
        "mimetools_german.msg from",
        "mimetools_not-mime.msg from",
      ]
    ),
    (
      """
      Python ends the header at a line that is no field; the header goes on behind it.
      """,
      [
        "mail_plain_emails_raw_email_incorrect_header.eml subject",
        "mail_plain_emails_raw_email_incorrect_header.eml from",
        "mail_plain_emails_raw_email_incorrect_header.eml part 0",
        "mail_rfc2822_example13.eml subject",
        "mail_rfc2822_example13.eml part 0",
      ]
    ),
    (
      """
      Base64 is forbidden for a mail inside a mail; we note the mail, Python takes the \
      base64 for words.
      """,
      [
        "mimetools_multi-2gifs-base64.msg parts"
      ]
    ),
    (
      """
      A name without an address: Python makes it the address before an empty domain.
      """,
      [
        "mimetools_re-fwd.msg from",
        "mimetools_uu-zeegee.msg from",
      ]
    ),
  ]

  /// The reason by the name of the difference.
  static let known: [String: String] = Dictionary(
    uniqueKeysWithValues: reasons.flatMap { reason, names in names.map { ($0, reason) } }
  )
}
