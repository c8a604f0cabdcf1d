import Foundation

/// What is known of the sample mails: which of their lines are the writer's own.
enum ReplySamples {
  /// Line numbers of samples that come without an answer, read by hand before any rule was run on
  /// them.
  ///
  /// A closing phrase, a name, and what a device added are not counted as own.
  static let ownLines: [(name: String, lines: String)] = [
    ("crisp_correct_sig.txt", "1"),
    ("crisp_email_10.txt", "1-5"), ("crisp_email_12.txt", "1-5"), ("crisp_email_13.txt", "1-5"),
    ("crisp_email_16.txt", "1-5"), ("crisp_email_17.txt", "1-5"), ("crisp_email_18.txt", "1-5"),
    ("crisp_email_20.txt", "1"), ("crisp_email_21.txt", "1-638"), ("crisp_email_24.txt", "1-5"),
    ("crisp_email_6.txt", "1-3"), ("crisp_email_8.txt", "1-5"), ("crisp_email_9.txt", "1-5"),
    ("crisp_email_emoji.txt", "1"), ("crisp_email_fr_multiline.txt", "1-5"),
    ("crisp_email_french_2.txt", "1-5"), ("crisp_email_german.txt", "1-5"),
    ("crisp_email_german_2.txt", "1-5"), ("crisp_email_german_3.txt", "1-5,9"),
    ("crisp_email_gmail_split_line_from.txt", "1-5"), ("crisp_email_iphone.txt", "1"),
    ("crisp_email_italian.txt", "1-5"), ("crisp_email_msn.txt", "1-5"),
    ("crisp_email_multi_word_sent_from_my_mobile_device.txt", "1"),
    ("crisp_email_norwegian_gmail.txt", "1-5"), ("crisp_email_one_is_not_on.txt", "1-5"),
    ("crisp_email_original_message.txt", "1-5"), ("crisp_email_outlook_split_line_from.txt", "1-5"),
    ("crisp_email_portuguese.txt", "1-5"), ("crisp_email_sent_from.txt", "1"),
    ("crisp_email_thread.txt", "1"), ("crisp_email_tricky_11_double_signature.txt", "1"),
    ("crisp_email_tricky_13_timestamp_variations.txt", "1-9"),
    ("crisp_email_tricky_14_long_quote_header.txt", "1-5"),
    ("crisp_email_tricky_15_original_message_variations.txt", "1-5"),
    ("crisp_email_tricky_16_unicode_signatures.txt", "1"),
    ("crisp_email_tricky_17_forward_header.txt", "1"),
    ("crisp_email_tricky_18_inline_reply.txt", "4,8,12"),
    ("crisp_email_tricky_1_on_false_positive.txt", "1-6"),
    ("crisp_email_tricky_2_url_with_wrote.txt", "1-5"),
    ("crisp_email_tricky_3_code_block.txt", "1-12"),
    ("crisp_email_tricky_4_from_in_body.txt", "1-5"),
    ("crisp_email_tricky_6_regards_in_sentence.txt", "1-7"),
    ("crisp_email_tricky_7_multiple_dashes.txt", "1-15"),
    ("crisp_email_tricky_8_sent_from_in_content.txt", "1-5"),
    ("crisp_email_tricky_9_nested_quotes.txt", "1"), ("crisp_email_unquoted_reply.txt", "1"),
    ("crisp_email_with_date_headers.txt", "1"), ("crisp_email_with_regards.txt", "1-5"),
    ("gh_email_1_2.txt", "1,9-34"), ("gh_email_1_5.txt", "1-15"), ("gh_email_1_6.txt", "1-3"),
    ("gh_email_1_8.txt", "13,19"), ("gh_email_2_2.txt", "1"), ("gh_email_iPhone.txt", "1"),
    ("gh_greedy_on.txt", "1-6"), ("gh_pathological.txt", "1-2"),
    ("crisp_email_1.txt", "1-5"),
    ("crisp_email_11.txt", "1-5"),
    ("crisp_email_14.txt", "1-5"),
    ("crisp_email_15.txt", "1-5,9-11"),
    ("crisp_email_19.txt", "1-3"),
    ("crisp_email_2.txt", "1,9-34"),
    ("crisp_email_22.txt", "1-5"),
    ("crisp_email_23.txt", "1-5"),
    ("crisp_email_25.txt", "1-5"),
    ("crisp_email_26.txt", "1-5"),
    ("crisp_email_2_1.txt", "1"),
    ("crisp_email_3.txt", "1-3"),
    ("crisp_email_4.txt", "1"),
    ("crisp_email_5.txt", "1-15"),
    ("crisp_email_7.txt", "1-5"),
    ("crisp_email_blackberry.txt", "1"),
    ("crisp_email_bullets.txt", "1-9"),
    ("crisp_email_custom_quote_header.txt", "1"),
    ("crisp_email_customer_quote_header_2.txt", "1"),
    ("crisp_email_customer_quote_header_3.txt", "1-3"),
    ("crisp_email_danish_dash_separator.txt", "1-5"),
    ("crisp_email_en_multiline_2.txt", "1-5"),
    ("crisp_email_finnish.txt", "1-5"),
    ("crisp_email_french_dash_separator.txt", "1-5"),
    ("crisp_email_german_outlook.txt", "1-5"),
    ("crisp_email_ios_outlook.txt", "1-5"),
    ("crisp_email_ios_outlook_fr.txt", "1-5"),
    ("crisp_email_not_a_signature.txt", "1-13"),
    ("crisp_email_not_a_signature_2.txt", "1-10"),
    ("crisp_email_original_message_2.txt", "1-5"),
    ("crisp_email_reply_header.txt", "1-9"),
    ("crisp_email_russian.txt", "1-5"),
    ("crisp_email_sent_from_my_not_signature.txt", "1-3"),
    ("crisp_email_tricky_10_special_chars_in_name.txt", "1-5"),
    ("crisp_email_tricky_12_no_space_after_header.txt", "1-5"),
    ("crisp_email_tricky_19_quote_without_header.txt", "1,7,12"),
    ("crisp_email_tricky_20_html_entities.txt", "1-3"),
    ("crisp_email_tricky_5_mixed_languages.txt", "1-5"),
    ("crisp_email_with_from_headers.txt", "4"),
    ("crisp_email_zoho.txt", "1-2"),
    ("crisp_sig_no_empty_line.txt", "1"),
    ("gh_correct_sig.txt", "1"),
    ("gh_email_1_1.txt", "1-5"),
    ("gh_email_1_3.txt", "1-3"),
    ("gh_email_1_4.txt", "1"),
    ("gh_email_1_7.txt", "1"),
    ("gh_email_2_1.txt", "1"),
    ("gh_email_2_3.txt", "1"),
    ("gh_email_BlackBerry.txt", "1"),
    ("gh_email_bullets.txt", "1-9"),
    ("gh_email_multi_word_sent_from_my_mobile_device.txt", "1"),
    ("gh_email_one_is_not_on.txt", "1-5"),
    ("gh_email_sent_from_my_not_signature.txt", "1-3"),
    ("gh_email_sig_delimiter_in_middle_of_line.txt", "1-7"),
  ]

  /// The same for whole mails; lines are counted from the beginning of the plain text.
  static let mailLines: [(name: String, lines: String)] = [
    ("talon_apple_mail_2.eml", "1"), ("talon_comcast.eml", "1"), ("talon_sparrow.eml", "1"),
    ("talon_thunderbird.eml", "3"),
    ("talon_android.eml", "1"),
    ("talon_aol.eml", "1"),
    ("talon_apple_mail.eml", "1"),
    ("talon_gmail.eml", "1"),
    ("talon_hotmail.eml", "2"),
    ("talon_iphone.eml", "1"),
    ("talon_outlook.eml", "1"),
    ("talon_reply-quotations-share-block.eml", "1"),
    ("talon_yahoo.eml", "1"),
  ]

  /// The lines that `1-5,9` names.
  static func lines(_ list: String, of text: String) -> [String] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return list.split(separator: ",").flatMap { stretch -> [String] in
      let bounds = stretch.split(separator: "-").compactMap { Int($0) }
      guard let first = bounds.first, let last = bounds.last else { return [] }
      return lines[(first - 1)..<min(last, lines.count)].map(String.init)
    }
  }

  /// The plain text of a mail: its body, or the first part of a mail in several parts;
  /// quoted-printable is decoded.
  static func plainBody(of mail: String) -> String {
    let lines = mail.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    var headers = Array(lines.prefix { !$0.isEmpty })
    var body = Array(lines.dropFirst(headers.count + 1))
    let unfolded = headers.joined(separator: " ")
    if unfolded.lowercased().contains("multipart/"),
      let start = body.firstIndex(where: { $0.hasPrefix("--") })
    {
      let boundary = body[start]
      let part = body[(start + 1)...].prefix { !$0.hasPrefix(boundary) }
      headers = Array(part.prefix { !$0.isEmpty })
      body = Array(part.dropFirst(headers.count + 1))
    }
    if headers.contains(where: { $0.lowercased().contains("base64") }) {
      let data = Data(base64Encoded: body.joined(), options: .ignoreUnknownCharacters)
      return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    let isQuoted = headers.contains { $0.lowercased().contains("quoted-printable") }
    return isQuoted ? decoded(body) : body.joined(separator: "\n")
  }

  private static func decoded(_ lines: [String]) -> String {
    var bytes: [UInt8] = []
    for line in lines {
      var rest = Array(line.utf8)[...]
      while let byte = rest.popFirst() {
        guard byte == UInt8(ascii: "="), rest.count >= 2,
          let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
        else {
          if byte != UInt8(ascii: "=") || !rest.isEmpty { bytes.append(byte) }
          continue
        }
        bytes.append(value)
        rest = rest.dropFirst(2)
      }
      if !line.hasSuffix("=") { bytes.append(0x0A) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether rules were made without looking at a sample: SHA-256 of its name begins with 8 to f.
  static func isHeldOut(_ name: String) -> Bool { firstWord(ofSHA256: Array(name.utf8)) >> 31 == 1 }

  /// The first 32 bits of SHA-256 of up to 55 bytes (FIPS 180-4).
  private static func firstWord(ofSHA256 message: [UInt8]) -> UInt32 {
    var blocks = message + [0x80]
    while blocks.count % 64 != 56 { blocks.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      blocks.append(UInt8(truncatingIfNeeded: (message.count * 8) >> shift))
    }
    var primes: [Int] = []
    for number in 2...311 where primes.allSatisfy({ number % $0 != 0 }) {
      primes.append(number)
    }
    func fraction(_ root: Double) -> UInt32 {
      UInt32((root - root.rounded(.down)) * 4_294_967_296)
    }
    let constants = primes.map { fraction(cbrt(Double($0))) }
    var state = primes.prefix(8).map { fraction(Double($0).squareRoot()) }
    func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
      word >> count | word << (32 - count)
    }
    for start in stride(from: 0, to: blocks.count, by: 64) {
      var words = (0..<16).map { index in
        blocks[(start + index * 4)..<(start + index * 4 + 4)].reduce(0) { $0 << 8 | UInt32($1) }
      }
      for index in 16..<64 {
        let a = words[index - 15]
        let b = words[index - 2]
        words.append(
          words[index - 16] &+ words[index - 7]
            &+ (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3)
            &+ (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10)
        )
      }
      var s = state
      for index in 0..<64 {
        let first =
          s[7] &+ (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25))
          &+ (s[4] & s[5] ^ ~s[4] & s[6]) &+ constants[index] &+ words[index]
        let second =
          (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22))
          &+ (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2])
        s = [first &+ second] + s[0..<3] + [s[3] &+ first] + s[4..<7]
      }
      for index in 0..<8 { state[index] &+= s[index] }
    }
    return state[0]
  }
}
