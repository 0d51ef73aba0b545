#include "upload.h"

#include <glib.h>
#include <gmime/gmime.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "resident.h"
#include "unitext.h"

/* One body on its way through GMime. */
struct parse {
	const struct upload_limits *limits;
	struct upload *upload;
	size_t room_fields, room_files;
	enum upload_code code;
};

static pthread_once_t gmime_once = PTHREAD_ONCE_INIT;

static void
start_gmime(void)
{
	g_mime_init();
}

/* GMime takes bodies that break off or contradict themselves; we do not. */
static void
on_warning(gint64 offset, GMimeParserWarning warning, const gchar *item,
    gpointer arg)
{
	struct parse *parse = arg;

	(void)offset;
	(void)item;
	switch (warning) {
	case GMIME_WARN_TRUNCATED_MESSAGE:
		parse->code = UPLOAD_TRUNCATED;
		break;
	case GMIME_WARN_DUPLICATED_HEADER:
	case GMIME_WARN_DUPLICATED_PARAMETER:
	case GMIME_WARN_MALFORMED_MULTIPART:
	case GMIME_CRIT_INVALID_HEADER_NAME:
	case GMIME_CRIT_CONFLICTING_HEADER:
	case GMIME_CRIT_CONFLICTING_PARAMETER:
	case GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY:
	case GMIME_CRIT_NESTING_OVERFLOW:
	case GMIME_CRIT_PART_WITHOUT_HEADERS_OR_CONTENT:
		if (parse->code == UPLOAD_OK)
			parse->code = UPLOAD_MALFORMED;
		break;
	default:
		break;
	}
}

/* Browsers write a quotation mark as %22; some send whole paths. */
static char *
clean_filename(const char *filename)
{
	const char *p = filename, *slash;
	GString *out;
	char *clean;

	if ((slash = strrchr(p, '/')) != NULL)
		p = slash + 1;
	if ((slash = strrchr(p, '\\')) != NULL)
		p = slash + 1;
	out = g_string_new(NULL);
	while (*p != '\0' && out->len < 400) {
		if (g_str_has_prefix(p, "%22")) {
			g_string_append_c(out, '"');
			p += 3;
			continue;
		}
		if (g_unichar_isgraph(g_utf8_get_char(p)) || *p == ' ')
			g_string_append_len(out, p, g_utf8_next_char(p) - p);
		p = g_utf8_next_char(p);
	}
	clean = unitext_trim(unitext_nfc(out->str, out->len));
	g_string_free(out, TRUE);
	/* Offices name files after people; never store that number (S16). */
	if (resident_in_text(clean)) {
		slash = strrchr(clean, '.');
		p = g_strconcat("file", slash != NULL ? slash : "", NULL);
		free(clean);
		clean = (char *)p;
		if (resident_in_text(clean))
			clean[strlen("file")] = '\0';
	}
	return clean;
}

/*
 * Where a part's bytes stand in the body.  GMime's length of such a stream
 * is wrong, so it is counted by reading it through.
 */
static bool
bytes_of(struct parse *parse, GMimePart *part, const char **bytes, size_t *len)
{
	GMimeDataWrapper *wrapper = g_mime_part_get_content(part);
	struct upload *upload = parse->upload;
	gint64 from, n, size = (gint64)upload->body_size;
	GMimeStream *stream, *nowhere;

	*bytes = upload->body;
	*len = 0;
	stream = wrapper != NULL ? g_mime_data_wrapper_get_stream(wrapper)
				 : NULL;
	if (stream == NULL)
		return true;
	if (g_mime_stream_reset(stream) != 0)
		return false;
	from = g_mime_stream_tell(stream) - (gint64)upload->stub_size;
	nowhere = g_mime_stream_null_new();
	n = g_mime_stream_write_to_stream(stream, nowhere);
	g_object_unref(nowhere);
	if (n < 0 || from < 0 || from > size || n > size - from)
		return false;
	*bytes += from;
	*len = (size_t)n;
	return true;
}

static void *
one_more(void *list, size_t *room, size_t used, size_t size)
{
	if (used < *room)
		return list;
	*room = *room == 0 ? 16 : *room * 2;
	return g_realloc_n(list, *room, size);
}

static void
add_file(struct parse *parse, GMimePart *part, const char *name,
    const char *filename, const char *bytes, size_t len)
{
	GMimeContentType *type =
	    g_mime_object_get_content_type(GMIME_OBJECT(part));
	struct upload *upload = parse->upload;
	struct upload_file *file;

	if (filename[0] == '\0' && len == 0)
		return;
	if (upload->nfiles >= parse->limits->files) {
		parse->code = UPLOAD_TOO_MANY;
		return;
	}
	upload->files = one_more(upload->files, &parse->room_files,
	    upload->nfiles, sizeof *upload->files);
	file = &upload->files[upload->nfiles++];
	file->name = g_strdup(name);
	file->filename = clean_filename(filename);
	file->declared = type != NULL ? g_mime_content_type_get_mime_type(type)
				      : g_strdup("");
	file->type = upload_type(bytes, len);
	file->bytes = bytes;
	file->size = len;
}

static void
add_field(
    struct parse *parse, const char *name, const char *bytes, size_t len)
{
	struct upload *upload = parse->upload;
	struct upload_field *field;

	if (len > parse->limits->field_bytes) {
		parse->code = UPLOAD_TOO_LARGE;
		return;
	}
	upload->fields = one_more(upload->fields, &parse->room_fields,
	    upload->nfields, sizeof *upload->fields);
	field = &upload->fields[upload->nfields++];
	field->name = g_strdup(name);
	field->value = g_malloc(len + 1);
	memcpy(field->value, bytes, len);
	field->value[len] = '\0';
	field->len = len;
}

/* A part of a form is plain: no tree, no encoding but the bytes themselves. */
static bool
is_plain_part(GMimeObject *object)
{
	if (!GMIME_IS_PART(object))
		return false;
	switch (g_mime_part_get_content_encoding(GMIME_PART(object))) {
	case GMIME_CONTENT_ENCODING_DEFAULT:
	case GMIME_CONTENT_ENCODING_7BIT:
	case GMIME_CONTENT_ENCODING_8BIT:
	case GMIME_CONTENT_ENCODING_BINARY:
		return true;
	default:
		return false;
	}
}

static void
take_part(struct parse *parse, GMimeObject *object)
{
	const char *name, *filename, *bytes;
	size_t len;

	parse->code = UPLOAD_MALFORMED;
	if (!is_plain_part(object))
		return;
	name = g_mime_object_get_content_disposition_parameter(object, "name");
	filename = g_mime_object_get_content_disposition_parameter(
	    object, "filename");
	if (name == NULL || *name == '\0' ||
	    !g_utf8_validate(name, -1, NULL) ||
	    (filename != NULL && !g_utf8_validate(filename, -1, NULL)) ||
	    !bytes_of(parse, GMIME_PART(object), &bytes, &len))
		return;
	parse->code = UPLOAD_OK;
	if (filename != NULL)
		add_file(
		    parse, GMIME_PART(object), name, filename, bytes, len);
	else
		add_field(parse, name, bytes, len);
}

static void
take_parts(struct parse *parse, GMimeObject *root)
{
	int i, n;

	if (root == NULL || !GMIME_IS_MULTIPART(root)) {
		parse->code = UPLOAD_MALFORMED;
		return;
	}
	n = g_mime_multipart_get_count(GMIME_MULTIPART(root));
	for (i = 0; i < n && parse->code == UPLOAD_OK; i++)
		take_part(
		    parse, g_mime_multipart_get_part(GMIME_MULTIPART(root), i));
}

/*
 * Counts the parts and measures their headers before GMime, which would take
 * any number and any size.  boundary begins with "--".
 */
static enum upload_code
check_shape(const struct parse *parse, const char *boundary)
{
	const char *p = parse->upload->body, *end;
	size_t parts = 0, left, len = strlen(boundary);

	end = p + parse->upload->body_size;
	while ((p = memmem(p, (size_t)(end - p), boundary, len)) != NULL) {
		p += len;
		if (end - p >= 2 && p[0] == '-' && p[1] == '-')
			return UPLOAD_OK;
		if (++parts > parse->limits->parts)
			return UPLOAD_TOO_MANY;
		left = MIN((size_t)(end - p), parse->limits->header_bytes);
		if (memmem(p, left, "\r\n\r\n", 4) == NULL)
			return left < parse->limits->header_bytes
			    ? UPLOAD_TRUNCATED
			    : UPLOAD_TOO_LARGE;
	}
	return UPLOAD_TRUNCATED;
}

/* "--" and the boundary of a form's content type; NULL when it is not one. */
static char *
boundary_of(const char *content_type)
{
	GMimeContentType *type;
	const char *boundary, *p;
	char *line = NULL;

	if (content_type == NULL || strlen(content_type) > 300)
		return NULL;
	for (p = content_type; *p != '\0'; p++)
		if ((unsigned char)*p < 0x20 || (unsigned char)*p >= 0x7f)
			return NULL;
	type = g_mime_content_type_parse(NULL, content_type);
	if (type == NULL)
		return NULL;
	boundary = g_mime_content_type_get_parameter(type, "boundary");
	if (g_mime_content_type_is_type(type, "multipart", "form-data") &&
	    boundary != NULL && *boundary != '\0' && strlen(boundary) <= 70)
		line = g_strconcat("--", boundary, NULL);
	g_object_unref(type);
	return line;
}

static void
run_gmime(struct parse *parse)
{
	struct upload *upload = parse->upload;
	GByteArray bytes = {
	    .data = (guint8 *)upload->body - upload->stub_size,
	    .len = (guint)(upload->stub_size + upload->body_size)};
	GMimeParserOptions *options = g_mime_parser_options_new();
	GMimeStream *stream = g_mime_stream_mem_new();
	GMimeParser *parser;
	GMimeObject *root;

	/* The stream does not own the bytes, so it never frees or grows them. */
	g_mime_stream_mem_set_byte_array(GMIME_STREAM_MEM(stream), &bytes);
	parser = g_mime_parser_new_with_stream(stream);
	g_mime_parser_set_persist_stream(parser, TRUE);
	g_mime_parser_options_set_warning_callback(
	    options, on_warning, parse);
	root = g_mime_parser_construct_part(parser, options);
	if (parse->code == UPLOAD_OK)
		take_parts(parse, root);
	if (root != NULL)
		g_object_unref(root);
	g_object_unref(parser);
	g_object_unref(stream);
	g_mime_parser_options_free(options);
}

/*
 * Memory for the header that GMime wants before the body, and the body right
 * behind it: the header stands at the end of a page of its own, so that a
 * body in a file can be mapped after it instead of being copied.
 */
static struct upload *
reserve(size_t size, const char *content_type)
{
	char stub[400];
	struct upload *upload = calloc(1, sizeof *upload);
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	if (upload == NULL)
		return NULL;
	upload->body_size = size;
	upload->block_size = page + size;
	upload->block = mmap(NULL, upload->block_size, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (upload->block == MAP_FAILED) {
		free(upload);
		return NULL;
	}
	upload->body = (char *)upload->block + page;
	upload->stub_size = (size_t)g_snprintf(stub, sizeof stub,
	    "Content-Type: %s\r\n\r\n", content_type);
	memcpy((char *)upload->body - upload->stub_size, stub,
	    upload->stub_size);
	return upload;
}

/* Parses upload->body; takes upload over. */
static enum upload_code
parse_body(struct upload *upload, const char *boundary,
    const struct upload_limits *limits, struct upload **out)
{
	struct parse parse = {.limits = limits, .upload = upload};

	parse.code = check_shape(&parse, boundary);
	if (parse.code == UPLOAD_OK)
		run_gmime(&parse);
	if (parse.code == UPLOAD_OK)
		*out = upload;
	else
		upload_free(upload);
	return parse.code;
}

/*
 * The common way: checks type and size, gets the bytes from memory or, where
 * body is NULL, from fd, and parses them.
 */
static enum upload_code
parse_from(const void *body, int fd, size_t size, const char *content_type,
    const struct upload_limits *limits, struct upload **out)
{
	enum upload_code code = UPLOAD_FAULT;
	struct upload *upload = NULL;
	char *boundary;

	*out = NULL;
	pthread_once(&gmime_once, start_gmime);
	boundary = boundary_of(content_type);
	if (boundary == NULL)
		return UPLOAD_NOT_FORM_DATA;
	if (size > limits->bytes)
		code = UPLOAD_TOO_LARGE;
	else if (size == 0)
		code = UPLOAD_TRUNCATED;
	else
		upload = reserve(size, content_type);
	if (upload != NULL && body != NULL)
		memcpy(upload->body, body, size);
	else if (upload != NULL &&
	    mmap(upload->body, size, PROT_READ, MAP_PRIVATE | MAP_FIXED, fd,
		0) == MAP_FAILED) {
		upload_free(upload);
		upload = NULL;
	}
	if (upload != NULL)
		code = parse_body(upload, boundary, limits, out);
	g_free(boundary);
	return code;
}

enum upload_code
upload_parse_bytes(const void *body, size_t size, const char *content_type,
    const struct upload_limits *limits, struct upload **out)
{
	return parse_from(body, -1, size, content_type, limits, out);
}

enum upload_code
upload_parse(int fd, const char *content_type,
    const struct upload_limits *limits, struct upload **out)
{
	struct stat st;

	*out = NULL;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		return UPLOAD_FAULT;
	return parse_from(
	    NULL, fd, (size_t)st.st_size, content_type, limits, out);
}
