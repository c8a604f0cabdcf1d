#include "CJSON.h"

#include <simdjson.h>

#include <new>
#include <string>
#include <string_view>

struct vjson_parser {
  simdjson::dom::parser parser;
  size_t depth;
};

extern "C" vjson_parser *vjson_parser_create(size_t depth) {
  vjson_parser *parser = new (std::nothrow) vjson_parser();
  if (parser != nullptr) parser->depth = depth;
  return parser;
}

extern "C" void vjson_parser_free(vjson_parser *parser) { delete parser; }

static void tell(const simdjson::dom::element &element, const vjson_handler &handler,
                 void *context) {
  using simdjson::dom::element_type;
  switch (element.type()) {
    case element_type::OBJECT:
      handler.begin_object(context);
      for (auto field : simdjson::dom::object(element)) {
        handler.key(context, (const uint8_t *)field.key.data(), field.key.size());
        tell(field.value, handler, context);
      }
      handler.end_object(context);
      break;
    case element_type::ARRAY:
      handler.begin_array(context);
      for (auto item : simdjson::dom::array(element)) tell(item, handler, context);
      handler.end_array(context);
      break;
    case element_type::STRING: {
      std::string_view text(element);
      handler.string(context, (const uint8_t *)text.data(), text.size());
      break;
    }
    case element_type::INT64: handler.integer(context, int64_t(element)); break;
    case element_type::UINT64: handler.number(context, double(uint64_t(element))); break;
    case element_type::DOUBLE: handler.number(context, double(element)); break;
    case element_type::BOOL: handler.boolean(context, bool(element)); break;
    case element_type::NULL_VALUE: handler.null(context); break;
  }
}

// Whether the digits of an integer are more than 64 bits hold.
static bool is_long(std::string_view digits, bool is_negative) {
  std::string_view most = is_negative ? "9223372036854775808" : "18446744073709551615";
  return digits.size() != most.size() ? digits.size() > most.size() : digits > most;
}

// The document with its integers beyond 64 bits as strings. JSON allows them and simdjson does not;
// such a number is somebody's id, and must keep its digits.
static std::string with_long_integers_quoted(const uint8_t *bytes, size_t count) {
  std::string_view text((const char *)bytes, count);
  std::string quoted;
  quoted.reserve(count + 16);
  size_t at = 0;
  while (at < text.size()) {
    size_t end = at + 1;
    if (text[at] == '"') {
      while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
      end = end < text.size() ? end + 1 : text.size();
      quoted.append(text.substr(at, end - at));
    } else if (text[at] == '-' || (text[at] >= '0' && text[at] <= '9')) {
      while (end < text.size() && std::string_view("0123456789+-.eE").find(text[end]) !=
                                      std::string_view::npos) {
        end++;
      }
      std::string_view token = text.substr(at, end - at);
      bool is_negative = token[0] == '-';
      std::string_view digits = token.substr(is_negative ? 1 : 0);
      bool is_integer = !digits.empty() && digits[0] != '0' &&
                        digits.find_first_not_of("0123456789") == std::string_view::npos;
      bool quotes = is_integer && is_long(digits, is_negative);
      if (quotes) quoted.push_back('"');
      quoted.append(token);
      if (quotes) quoted.push_back('"');
    } else {
      quoted.push_back(text[at]);
    }
    at = end;
  }
  return quoted;
}

extern "C" int32_t vjson_parse(vjson_parser *parser, const uint8_t *bytes, size_t count,
                               const vjson_handler *handler, void *context) {
  simdjson::error_code allocated = parser->parser.allocate(count > 64 ? count : 64, parser->depth);
  if (allocated) return allocated;
  simdjson::dom::element root;
  // `true` lets simdjson copy the bytes into a padded buffer of its own.
  simdjson::error_code failure = parser->parser.parse(bytes, count, true).get(root);
  if (failure == simdjson::NUMBER_ERROR) {
    std::string quoted = with_long_integers_quoted(bytes, count);
    // Nothing longer means that another number is at fault.
    if (quoted.size() == count) return failure;
    allocated = parser->parser.allocate(quoted.size() > 64 ? quoted.size() : 64, parser->depth);
    if (allocated) return allocated;
    failure = parser->parser.parse((const uint8_t *)quoted.data(), quoted.size(), true).get(root);
  }
  if (failure) return failure;
  tell(root, *handler, context);
  return 0;
}

extern "C" const char *vjson_error(int32_t code) {
  return simdjson::error_message(simdjson::error_code(code));
}
