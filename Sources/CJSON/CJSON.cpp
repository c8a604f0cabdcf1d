#include "CJSON.h"

#include <simdjson.h>

#include <new>

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

extern "C" int32_t vjson_parse(vjson_parser *parser, const uint8_t *bytes, size_t count,
                               const vjson_handler *handler, void *context) {
  simdjson::error_code allocated = parser->parser.allocate(count > 64 ? count : 64, parser->depth);
  if (allocated) return allocated;
  simdjson::dom::element root;
  // `true` lets simdjson copy the bytes into a padded buffer of its own.
  simdjson::error_code failure = parser->parser.parse(bytes, count, true).get(root);
  if (failure) return failure;
  tell(root, *handler, context);
  return 0;
}

extern "C" const char *vjson_error(int32_t code) {
  return simdjson::error_message(simdjson::error_code(code));
}
