/// A script that prints what Python's `email` package makes of mails: for each file a line of JSON.
///
/// A name with ".mbox" in it is read as a mailbox.
enum MailReferenceScript {
  static let text = #"""
    import email
    import email.policy
    import json
    import mailbox
    import sys


    def attempt(read):
        try:
            return read()
        except Exception as failure:  # Damaged mails break it in many ways.
            return "failure: " + type(failure).__name__


    def sender(message):
        field = message["from"]
        if field is None:
            return ""
        if not field.addresses:
            return str(field)
        first = field.addresses[0]
        return f"{first.display_name} <{first.username}@{first.domain}>".strip()


    def text(part):
        payload = part.get_payload(decode=True)
        charset = part.get_content_charset("utf-8")
        return payload.decode(charset, "replace") if isinstance(payload, bytes) else ""


    def described(message):
        parts = [
            {"type": part.get_content_type(), "text": attempt(lambda part=part: text(part))}
            for part in message.walk()
            if not part.is_multipart()
            and part.get_content_type() in ("text/plain", "text/html")
        ]
        return {
            "subject": attempt(lambda: str(message["subject"] or "")),
            "from": attempt(lambda: sender(message)),
            "parts": parts,
        }


    for path in sys.argv[1:]:
        if ".mbox" in path:
            box = mailbox.mbox(
                path,
                factory=lambda f: email.message_from_binary_file(f, policy=email.policy.default),
                create=False,
            )
            messages = [described(box[key]) for key in box.keys()]
        else:
            with open(path, "rb") as file:
                message = email.message_from_binary_file(file, policy=email.policy.default)
                messages = [described(message)]
        file = path.rsplit("/", 1)[-1]
        line = json.dumps({"file": file, "messages": messages}, ensure_ascii=False)
        # Bytes that it could not decode are half characters, which UTF-8 does not have.
        sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    """#
}
