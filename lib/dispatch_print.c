#include <stdio.h>

#include "app.h"
#include "dispatch.h"

/* Fields of a row: name:kind, with the answers of a choice behind. */
static void
print_fields(const struct field *f)
{
	static const char *const kinds[] = {
		[FIELD_LINE] = "line", [FIELD_NAME] = "name",
		[FIELD_TEXT] = "text", [FIELD_WORD] = "word",
		[FIELD_ID] = "id", [FIELD_INT] = "int",
		[FIELD_DATE] = "date", [FIELD_TIME] = "time",
		[FIELD_EMAIL] = "email", [FIELD_PHONE] = "phone",
		[FIELD_CHOICE] = "choice", [FIELD_CHECK] = "check",
		[FIELD_PASSWORD] = "password", [FIELD_TOKEN] = "token",
		[FIELD_FILE] = "file",
	};
	const char *const *c;

	for (; f != NULL && f->name != NULL; f++) {
		printf("%s:%s", f->name, kinds[f->kind]);
		for (c = f->choices; c != NULL && *c != NULL; c++)
			printf(":%s", *c);
		printf(f[1].name == NULL ? "" : " ");
	}
}

void
dispatch_print(const struct app *app)
{
	const struct page *p;
	size_t i;

	for (i = 0; i < app->program->npages; i++) {
		p = &app->program->pages[i];
		printf("%s\t%s\t%s\t%x\t", p->method, p->path,
		    p->right == NULL ? "-" : p->right, p->flags);
		print_fields(p->fields);
		printf("\n");
	}
}
