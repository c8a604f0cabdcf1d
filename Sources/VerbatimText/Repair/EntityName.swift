/// The named character references of HTML 4 (252 names), and `apos`, which XML adds.
///
/// Also the capitals that HTML kept for old pages, and `NBSP` with them. Angle brackets are those
/// of today's HTML, U+27E8 and U+27E9.
///
/// - SeeAlso: HTML 4.01, section 24; <https://html.spec.whatwg.org/#named-character-references>
enum EntityName {
  /// The length of the longest name.
  static let longest = 8

  /// The code point behind a name, its bytes packed by ``packed(_:)``; nil for any other.
  static func scalar(_ name: UInt64) -> UInt32? { scalars[name] }

  /// Up to eight bytes of ASCII as one number.
  static func packed(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let scalars: [UInt64: UInt32] = {
    var scalars: [UInt64: UInt32] = [:]
    for (place, name) in latin.split(separator: " ").enumerated() {
      scalars[packed(name.utf8)] = 0xA0 + UInt32(place)
    }
    // A name without a number has the code point after that of the name before it.
    var next: UInt32 = 0
    for word in others.split(separator: " ") {
      if let value = UInt32(word, radix: 16), word.first?.isNumber == true {
        next = value
      } else {
        scalars[packed(word.utf8)] = next
        next += 1
      }
    }
    return scalars
  }()

  /// U+00A0 to U+00FF, in order.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
    uuml yacute thorn yuml
    """

  /// The rest: a code point in hexadecimal, the name it has, and the names that follow it without
  /// a gap.
  private static let others = """
    022 quot 022 QUOT 026 amp apos 026 AMP APOS 03C lt 03C LT 03E gt 03E GT 0A0 NBSP 0A9 COPY \
    0AE REG 0152 OElig oelig 0160 Scaron scaron 0178 Yuml 0192 fnof 02C6 circ 02DC tilde \
    0391 Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho \
    03A3 Sigma Tau Upsilon Phi Chi Psi Omega 03B1 alpha beta gamma delta epsilon zeta eta theta \
    iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega \
    03D1 thetasym upsih 03D6 piv 2002 ensp emsp 2009 thinsp 200C zwnj zwj lrm rlm 2013 ndash \
    mdash 2018 lsquo rsquo sbquo 201C ldquo rdquo bdquo 2020 dagger Dagger bull 2026 hellip \
    2030 permil 2032 prime Prime 2039 lsaquo rsaquo 203E oline 2044 frasl 20AC euro 2111 image \
    2118 weierp 211C real 2122 trade 2135 alefsym 2190 larr uarr rarr darr harr 21B5 crarr \
    21D0 lArr uArr rArr dArr hArr 2200 forall 2202 part exist 2205 empty 2207 nabla isin notin \
    220B ni 220F prod 2211 sum minus 2217 lowast 221A radic 221D prop infin 2220 ang 2227 and or \
    cap cup int 2234 there4 223C sim 2245 cong 2248 asymp 2260 ne equiv 2264 le ge 2282 sub sup \
    nsub 2286 sube supe 2295 oplus 2297 otimes 22A5 perp 22C5 sdot 2308 lceil rceil lfloor rfloor \
    25CA loz 2660 spades 2663 clubs 2665 hearts diams 27E8 lang rang
    """
}
