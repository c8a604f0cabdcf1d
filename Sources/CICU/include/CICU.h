// The part of ICU that Verbatim uses, behind opaque types and plain C numbers. ICU's own headers
// stay in the .c file: a Swift module that includes them cannot be imported beside Foundation.
// Every `status` is an ICU error code: 0 or below is success, above 0 a failure.
#ifndef VERBATIM_CICU_H
#define VERBATIM_CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Writes the linked ICU's version ("72.1") as a C string of at most 20 bytes.
void vicu_version(char *out);

/// The name of an ICU error code, a static string.
const char *vicu_error_name(int32_t status);

enum { VICU_NAME = 32 };

/// Guesses the charset of `bytes`, of which ICU looks at the first 8,000. Writes the names of at
/// most `capacity` guesses, each a C string in a slot of VICU_NAME bytes, and their confidences,
/// 0 to 100, the surest first. Returns how many there are.
int32_t vicu_detect(const uint8_t *bytes, int32_t count, char *names, int32_t *confidences,
                    int32_t capacity);

typedef struct vicu_converter vicu_converter;

/// Opens a converter from the named charset to UTF-8; NULL when ICU does not know the name.
vicu_converter *vicu_converter_open(const char *charset, int32_t *status);
void vicu_converter_close(vicu_converter *converter);

/// Converts as much of `source` as fits `target`. Sets `*consumed` and `*produced`. Bytes that
/// have no meaning in the charset become U+FFFD. `flush` says that no more source follows.
/// Returns true when the target was too small: call again with the rest.
bool vicu_converter_convert(vicu_converter *converter, const uint8_t *source, size_t source_count,
                            uint8_t *target, size_t target_count, bool flush, size_t *consumed,
                            size_t *produced, int32_t *status);

typedef enum { VICU_NFC = 0, VICU_NFKC_CASEFOLD = 1, VICU_NFKC = 2 } vicu_form;

/// Normalises UTF-8. Returns the number of bytes the result has; writes it only when it is at most
/// `capacity`. Ill-formed input reads as U+FFFD.
int32_t vicu_normalize(vicu_form form, const uint8_t *bytes, int32_t count, uint8_t *out,
                       int32_t capacity, int32_t *status);

/// Whether UTF-8 is in a form already. Ill-formed input reads as U+FFFD.
bool vicu_is_normalized(vicu_form form, const uint8_t *bytes, int32_t count);

/// Whether a code point stays as it is in a form (NFC or NFKC) whatever stands around it, marks that
/// follow it aside.
bool vicu_is_settled(vicu_form form, uint32_t code_point);

/// Whether a code point never joins what stands before it, so that a text can be cut there.
bool vicu_has_boundary_before(vicu_form form, uint32_t code_point);

typedef struct vicu_breaks vicu_breaks;
typedef enum { VICU_WORD = 0, VICU_SENTENCE = 1 } vicu_break_kind;

/// Opens a break iterator for a locale ("en@ss=standard"). Not for use by two threads at once.
vicu_breaks *vicu_breaks_open(vicu_break_kind kind, const char *locale, int32_t *status);
void vicu_breaks_close(vicu_breaks *breaks);

/// Writes the abbreviations after which `ss=standard` ends no sentence ("Mr.", "a.m."), each followed
/// by a line end, as far as they fit. Returns how many bytes were written.
int32_t vicu_sentence_exceptions(const char *language, uint8_t *out, int32_t capacity);

/// Points the iterator at UTF-8 bytes, which must stay in place until the next call.
void vicu_breaks_set(vicu_breaks *breaks, const uint8_t *bytes, int32_t count, int32_t *status);

/// The next boundary as a byte offset, or -1 at the end.
int32_t vicu_breaks_next(vicu_breaks *breaks);

/// Whether the segment that ended at the last boundary is a word (letters, kana, ideographs).
bool vicu_breaks_is_word(const vicu_breaks *breaks);
/// Whether that segment is a number.
bool vicu_breaks_is_number(const vicu_breaks *breaks);

/// Whether a code point is drawn as a picture (Extended_Pictographic).
bool vicu_is_pictographic(uint32_t code_point);
/// Whether a code point does not show where it is not supported (Default_Ignorable_Code_Point).
bool vicu_is_ignorable(uint32_t code_point);
/// Whether a code point is upper case.
bool vicu_is_uppercase(uint32_t code_point);
/// Whether a code point is a letter.
bool vicu_is_letter(uint32_t code_point);
/// The matching form of a code point that Annex 29 calls a letter (ALetter), when that is one code
/// unit of UTF-16; else 0.
uint32_t vicu_plain_letter(uint32_t code_point);
/// Writes, for each of `count` capitals from `first` on (in the basic plane), the ASCII letter or
/// digit that it cannot be told from by sight (UTS 39), or 0.
void vicu_latin_lookalikes(uint32_t first, uint8_t *out, int32_t count);
/// The ISO 15924 code of the script of a code point ("Latn"), a static string.
const char *vicu_script(uint32_t code_point);

/// Writes the version of the time zone data ("2026a") as a C string. Returns an ICU status.
int32_t vicu_zone_version(char *out, int32_t capacity);

/// The offsets of an IANA zone between two instants, in seconds since 1970: from each of `starts` on
/// the zone is `offsets` seconds east of UTC; the first start is `from`. Returns how many there are,
/// of which at most `capacity` are written; a name that is no zone gives an error.
int32_t vicu_zone_offsets(const char *zone, int64_t from, int64_t to, int64_t *starts,
                          int32_t *offsets, int32_t capacity, int32_t *status);

#endif
