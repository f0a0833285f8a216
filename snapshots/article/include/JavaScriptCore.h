/* The part of JavaScriptCore's C interface that the article's example calls. */
typedef struct OpaqueJSContext JSContextRef;
typedef struct OpaqueJSValue JSValueRef;
typedef struct OpaqueJSString JSStringRef;

JSValueRef *JSEvaluateScript(JSContextRef *ctx, const unsigned char *script, const void *this_object,
                             const JSStringRef *source_url, int starting_line_number, JSValueRef **exception);
