/// Texts that would act, break out, or hide if a page took them for more than text.
enum HostileTexts {
  static let all: [String] = [
    // Scripts.
    "<script>alert(1)</script>", "</script><script>alert(2)</script>",
    "<ScRiPt src=//x.example/a.js>",
    "<script\u{0}>alert(3)</script>", "<script/xss src=data:,alert(4)>",
    "<!--><script>alert(5)</script>",
    "<![CDATA[<script>alert(6)</script>]]>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(7)>",
    // Elements that run or fetch.
    "<img src=x onerror=alert(8)>", "<img src=\"https://x.example/pixel.gif\">",
    "<iframe src=javascript:alert(9)>",
    "<object data=javascript:alert(10)>", "<embed src=//x.example/e>",
    "<link rel=stylesheet href=//x.example/s.css>",
    "<base href=//x.example/>", "<meta http-equiv=refresh content=0;url=//x.example/>",
    "<form action=//x.example/><input name=q>",
    "<video><source onerror=alert(11)>", "<audio src=x onerror=alert(12)>",
    "<details open ontoggle=alert(13)>",
    "<body onload=alert(14)>", "<input autofocus onfocus=alert(15)>", "<marquee onstart=alert(16)>",
    // SVG and MathML.
    "<svg onload=alert(17)>", "<svg><script>alert(18)</script></svg>",
    "<svg><animate onbegin=alert(19) attributeName=x>",
    "<svg><a xlink:href=\"javascript:alert(20)\"><text y=9>x</text></a></svg>",
    "<svg><foreignObject><iframe src=//x.example>",
    "<math><maction actiontype=statusline xlink:href=javascript:alert(21)>x",
    "</svg><img src=x onerror=alert(22)>",
    // Out of attributes and tags.
    "\" onmouseover=\"alert(23)", "' onmouseover='alert(24)", "\"><img src=x onerror=alert(25)>",
    "'><b>", "` onload=`alert(26)",
    "x\" style=\"position:fixed;inset:0", "</title><script>alert(27)</script>",
    "</style><script>alert(28)</script>",
    "</textarea><script>alert(29)</script>", "--><script>alert(30)</script>",
    "&lt;script&gt;alert(31)&lt;/script&gt;",
    "&#60;script&#62;alert(32)&#60;/script&#62;", "<\u{338}script>alert(33)</script>",
    "<a href=\"javascript:alert(34)\">x</a>",
    "javascript:alert(35)", "data:text/html,<script>alert(36)</script>", "java\tscript:alert(37)",
    "//x.example/track",
    // Templates.
    "{{page.title}}", "{{{page}}}", "{{>layout}}", "{{#clusters}}", "{{=<% %>=}}",
    // Formulas.
    "=1+1", "=HYPERLINK(\"//x.example\",\"click\")", "+cmd|'/C calc'!A0", "-2+3+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "\t=1+1", "\r=1+1", "＝1+1", "\",=1+1,\"",
    // Direction and hiding.
    "\u{202E}esrever", "\u{2066}isolate\u{2069}", "\u{200F}mark", "zero\u{200B}width",
    "\u{FEFF}bom", "tag\u{E0041}\u{E0042}",
    "soft\u{2060}joiner", "line\u{2028}separator",
    // Terminals.
    "\u{1B}[2J\u{1B}[31mred", "\u{1B}]0;title\u{7}", "\u{9B}31m", "bell\u{7}",
    "back\u{8}\u{8}\u{8}space",
    // Size.
    String(repeating: "W", count: 5000), "a" + String(repeating: "\u{301}\u{33F}", count: 300), "🧑‍🧑‍🧒‍🧒",
  ]
}
