#include "CLanguage.h"

// CLD2's header uses FILE without including it.
#include <stdio.h>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

extern "C" void vlang_detect(const uint8_t *bytes, int32_t count, vlang_summary *summary) {
  CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3];
  int percents[3];
  double scores[3];
  int letters = 0;
  int valid = 0;
  bool isReliable = false;
  // Best effort: a short text gets an answer too, whose weight is ours to decide.
  CLD2::ExtDetectLanguageSummaryCheckUTF8(
      (const char *)bytes, count, true, &hints, CLD2::kCLDFlagBestEffort, languages, percents,
      scores, nullptr, &letters, &isReliable, &valid);
  for (int index = 0; index < 3; index++) {
    summary->language[index] = languages[index];
    summary->percent[index] = percents[index];
  }
  summary->is_reliable = isReliable;
}

extern "C" const char *vlang_code(int32_t language) {
  return CLD2::LanguageCode((CLD2::Language)language);
}
