#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/ures.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

void vicu_version(char *out) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, out);
}

const char *vicu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }

int32_t vicu_detect(const uint8_t *bytes, int32_t count, char *names, int32_t *confidences,
                    int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t found = 0;
  UCharsetDetector *detector = ucsdet_open(&status);
  ucsdet_setText(detector, (const char *)bytes, count, &status);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &status);
  if (U_FAILURE(status) || matches == NULL) found = 0;
  if (found > capacity) found = capacity;
  for (int32_t place = 0; place < found; place++) {
    char *name = names + (size_t)place * VICU_NAME;
    const char *known = ucsdet_getName(matches[place], &status);
    strncpy(name, known == NULL ? "" : known, VICU_NAME - 1);
    name[VICU_NAME - 1] = 0;
    confidences[place] = ucsdet_getConfidence(matches[place], &status);
  }
  ucsdet_close(detector);
  return found;
}

enum { PIVOT = 4096 };

// ICU's own substitution gives U+001A for a single byte in some charsets, which nobody would count.
static void write_replacement(const void *context, UConverterToUnicodeArgs *args,
                              const char *units, int32_t length, UConverterCallbackReason reason,
                              UErrorCode *status) {
  static const UChar replacement = 0xFFFD;
  (void)context, (void)units, (void)length;
  if (reason > UCNV_IRREGULAR) return;  // a reset, a close or a clone: nothing to write
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

struct vicu_converter {
  UConverter *from;
  UConverter *to;
  UChar pivot[PIVOT];
  UChar *pivot_source;
  UChar *pivot_target;
};

vicu_converter *vicu_converter_open(const char *charset, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  vicu_converter *converter = calloc(1, sizeof *converter);
  if (converter == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  converter->from = ucnv_open(charset, &code);
  converter->to = ucnv_open("UTF-8", &code);
  ucnv_setToUCallBack(converter->from, write_replacement, NULL, NULL, NULL, &code);
  converter->pivot_source = converter->pivot_target = converter->pivot;
  *status = code;
  if (U_FAILURE(code)) {
    vicu_converter_close(converter);
    return NULL;
  }
  return converter;
}

void vicu_converter_close(vicu_converter *converter) {
  if (converter == NULL) return;
  ucnv_close(converter->from);
  ucnv_close(converter->to);
  free(converter);
}

bool vicu_converter_convert(vicu_converter *converter, const uint8_t *source, size_t source_count,
                            uint8_t *target, size_t target_count, bool flush, size_t *consumed,
                            size_t *produced, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const char *from = (const char *)source;
  char *to = (char *)target;
  ucnv_convertEx(converter->to, converter->from, &to, (char *)target + target_count, &from,
                 (const char *)source + source_count, converter->pivot, &converter->pivot_source,
                 &converter->pivot_target, converter->pivot + PIVOT, false, flush, &code);
  *consumed = (size_t)(from - (const char *)source);
  *produced = (size_t)(to - (char *)target);
  bool full = code == U_BUFFER_OVERFLOW_ERROR;
  *status = full ? U_ZERO_ERROR : code;
  return full;
}

static const UNormalizer2 *instance(vicu_form form, UErrorCode *code) {
  switch (form) {
  case VICU_NFC: return unorm2_getNFCInstance(code);
  case VICU_NFKC: return unorm2_getNFKCInstance(code);
  default: return unorm2_getNFKCCasefoldInstance(code);
  }
}

bool vicu_is_normalized(vicu_form form, const uint8_t *bytes, int32_t count) {
  UErrorCode code = U_ZERO_ERROR;
  UChar small[256];
  UChar *source = count <= 256 ? small : malloc(sizeof(UChar) * (size_t)count);
  if (source == NULL) return false;
  int32_t source_count = 0;
  u_strFromUTF8WithSub(source, count <= 256 ? 256 : count, &source_count, (const char *)bytes,
                       count, 0xFFFD, NULL, &code);
  if (code == U_STRING_NOT_TERMINATED_WARNING) code = U_ZERO_ERROR;
  bool is = unorm2_isNormalized(instance(form, &code), source, source_count, &code);
  if (source != small) free(source);
  return U_SUCCESS(code) && is;
}

bool vicu_has_boundary_before(vicu_form form, uint32_t code_point) {
  UErrorCode code = U_ZERO_ERROR;
  return unorm2_hasBoundaryBefore(instance(form, &code), (UChar32)code_point);
}

bool vicu_is_settled(vicu_form form, uint32_t code_point) {
  UProperty property = form == VICU_NFC ? UCHAR_NFC_QUICK_CHECK : UCHAR_NFKC_QUICK_CHECK;
  return u_getIntPropertyValue((UChar32)code_point, property) == UNORM_YES &&
         u_getCombiningClass((UChar32)code_point) == 0;
}

int32_t vicu_normalize(vicu_form form, const uint8_t *bytes, int32_t count, uint8_t *out,
                       int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = instance(form, &code);
  UChar small[256];
  UChar small_result[512];
  UChar *source = count <= 256 ? small : malloc(sizeof(UChar) * (size_t)count);
  int32_t source_count = 0;
  u_strFromUTF8WithSub(source, count <= 256 ? 256 : count, &source_count, (const char *)bytes,
                       count, 0xFFFD, NULL, &code);
  // One code unit may become at most 18 (NFKC of U+FDFA).
  int32_t room = source_count <= 28 ? 512 : source_count * 18;
  UChar *result = room <= 512 ? small_result : malloc(sizeof(UChar) * (size_t)room);
  int32_t result_count =
      unorm2_normalize(normalizer, source, source_count, result, room, &code);
  int32_t written = 0;
  u_strToUTF8((char *)out, capacity, &written, result, result_count, &code);
  if (code == U_BUFFER_OVERFLOW_ERROR || code == U_STRING_NOT_TERMINATED_WARNING)
    code = U_ZERO_ERROR;
  if (source != small) free(source);
  if (result != small_result) free(result);
  *status = code;
  return U_FAILURE(code) ? 0 : written;
}

struct vicu_breaks {
  UBreakIterator *iterator;
  UText text;
};

vicu_breaks *vicu_breaks_open(vicu_break_kind kind, const char *locale, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  vicu_breaks *breaks = calloc(1, sizeof *breaks);
  if (breaks == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  const UText empty = UTEXT_INITIALIZER;
  breaks->text = empty;
  breaks->iterator =
      ubrk_open(kind == VICU_WORD ? UBRK_WORD : UBRK_SENTENCE, locale, NULL, 0, &code);
  *status = code;
  if (U_FAILURE(code)) {
    free(breaks);
    return NULL;
  }
  return breaks;
}

int32_t vicu_sentence_exceptions(const char *language, uint8_t *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  int32_t written = 0;
  UResourceBundle *rules = ures_open(U_ICUDATA_NAME "-brkitr", language, &code);
  UResourceBundle *exceptions = ures_getByKey(rules, "exceptions", NULL, &code);
  UResourceBundle *list = ures_getByKey(exceptions, "SentenceBreak", NULL, &code);
  int32_t size = U_SUCCESS(code) ? ures_getSize(list) : 0;
  for (int32_t index = 0; index < size && U_SUCCESS(code); index++) {
    int32_t length = 0;
    const UChar *text = ures_getStringByIndex(list, index, &length, &code);
    int32_t bytes = 0;
    u_strToUTF8((char *)out + written, capacity - written - 1, &bytes, text, length, &code);
    if (U_FAILURE(code)) break;
    written += bytes;
    out[written++] = '\n';
  }
  ures_close(list);
  ures_close(exceptions);
  ures_close(rules);
  return written;
}

void vicu_breaks_close(vicu_breaks *breaks) {
  if (breaks == NULL) return;
  ubrk_close(breaks->iterator);
  utext_close(&breaks->text);
  free(breaks);
}

void vicu_breaks_set(vicu_breaks *breaks, const uint8_t *bytes, int32_t count, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  utext_openUTF8(&breaks->text, (const char *)bytes, count, &code);
  ubrk_setUText(breaks->iterator, &breaks->text, &code);
  ubrk_first(breaks->iterator);
  *status = code;
}

int32_t vicu_breaks_next(vicu_breaks *breaks) {
  int32_t next = ubrk_next(breaks->iterator);
  return next == UBRK_DONE ? -1 : next;
}

bool vicu_breaks_is_word(const vicu_breaks *breaks) {
  return ubrk_getRuleStatus(breaks->iterator) >= UBRK_WORD_LETTER;
}

bool vicu_breaks_is_number(const vicu_breaks *breaks) {
  int32_t rule = ubrk_getRuleStatus(breaks->iterator);
  return rule >= UBRK_WORD_NUMBER && rule < UBRK_WORD_NUMBER_LIMIT;
}

bool vicu_is_pictographic(uint32_t code_point) {
  return u_hasBinaryProperty((UChar32)code_point, UCHAR_EXTENDED_PICTOGRAPHIC);
}

bool vicu_is_ignorable(uint32_t code_point) {
  return u_hasBinaryProperty((UChar32)code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool vicu_is_uppercase(uint32_t code_point) { return u_isUUppercase((UChar32)code_point); }

uint32_t vicu_plain_letter(uint32_t code_point) {
  if (u_getIntPropertyValue((UChar32)code_point, UCHAR_WORD_BREAK) != U_WB_ALETTER) return 0;
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&code);
  UChar source[2];
  UChar result[32];
  int32_t count = 0;
  U16_APPEND_UNSAFE(source, count, code_point);
  int32_t folded_count = unorm2_normalize(normalizer, source, count, result, 32, &code);
  if (U_FAILURE(code) || folded_count != 1 || U16_IS_SURROGATE(result[0])) return 0;
  return result[0];
}

bool vicu_is_letter(uint32_t code_point) { return u_isUAlphabetic((UChar32)code_point); }

const char *vicu_script(uint32_t code_point) {
  UErrorCode code = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript((UChar32)code_point, &code);
  return U_SUCCESS(code) ? uscript_getShortName(script) : "Zzzz";
}

void vicu_latin_lookalikes(uint32_t first, uint8_t *out, int32_t count) {
  UErrorCode code = U_ZERO_ERROR;
  USpoofChecker *checker = uspoof_open(&code);
  for (int32_t index = 0; index < count; index++) {
    UChar letter = (UChar)(first + (uint32_t)index);
    UChar skeleton[8];
    out[index] = 0;
    if (!u_isUUppercase(letter)) continue;
    int32_t length = uspoof_getSkeleton(checker, 0, &letter, 1, skeleton, 8, &code);
    if (U_FAILURE(code)) break;
    if (length == 1 && skeleton[0] < 0x80 && u_isalnum(skeleton[0])) out[index] = (uint8_t)skeleton[0];
  }
  uspoof_close(checker);
}

static bool is_zone(const UChar *name, int32_t count) {
  UErrorCode code = U_ZERO_ERROR;
  UChar canonical[128];
  UBool is_system = false;
  ucal_getCanonicalTimeZoneID(name, count, canonical, 128, &is_system, &code);
  return U_SUCCESS(code) && is_system;
}

int32_t vicu_zone_version(char *out, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  const char *version = ucal_getTZDataVersion(&code);
  if (U_FAILURE(code) || version == NULL) version = "";
  strncpy(out, version, (size_t)capacity - 1);
  out[capacity - 1] = 0;
  return code;
}

int32_t vicu_zone_offsets(const char *zone, int64_t from, int64_t to, int64_t *starts,
                          int32_t *offsets, int32_t capacity, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UChar name[128];
  int32_t count = 0;
  u_strFromUTF8(name, 128, &count, zone, -1, &code);
  if (U_SUCCESS(code) && !is_zone(name, count)) code = U_ILLEGAL_ARGUMENT_ERROR;
  UCalendar *calendar = ucal_open(name, count, "en", UCAL_GREGORIAN, &code);
  int32_t found = 0;
  double at = (double)from * 1000;
  while (U_SUCCESS(code) && at < (double)to * 1000) {
    ucal_setMillis(calendar, at, &code);
    int32_t offset =
        ucal_get(calendar, UCAL_ZONE_OFFSET, &code) + ucal_get(calendar, UCAL_DST_OFFSET, &code);
    if (U_FAILURE(code)) break;
    if (found < capacity) {
      starts[found] = (int64_t)(at / 1000);
      offsets[found] = offset / 1000;
    }
    found += 1;
    UDate next = 0;
    UErrorCode answer = U_ZERO_ERROR;
    if (!ucal_getTimeZoneTransitionDate(calendar, UCAL_TZ_TRANSITION_NEXT, &next, &answer)) break;
    at = next;
  }
  if (calendar != NULL) ucal_close(calendar);
  *status = code;
  return found;
}
