#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include <glib.h>

#include "arena.h"
#include "meter_cells.h"

static const uint64_t times[METER_BOUNDS] = { 500, 1000, 2500, 5000, 10000,
    25000, 50000, 100000, 250000, 500000, 1000000, 2500000, 10000000 };
static const uint64_t sizes[METER_BOUNDS] = { 1, 2, 4, 6, 8, 12, 16, 24, 32,
    48, 64, 128, 256 };

const uint64_t *
meter_bounds(enum meter_kind kind)
{
	return kind == METER_TIMES ? times : sizes;
}

static int
lives(size_t place)
{
	int32_t pid = atomic_load(&meter_book.head->pids[place]);

	return pid != 0 && (kill(pid, 0) == 0 || errno != ESRCH);
}

/* name{program="x",label,le="y"} and a blank. */
static void
series(GString *out, const struct meter *m, const char *tail,
    const char *label, const char *le)
{
	g_string_append_printf(out, "sojourn_%s%s{program=\"%s\"%s%s", m->name,
	    tail, meter_book.program, *label == '\0' ? "" : ",", label);
	if (le != NULL)
		g_string_append_printf(out, ",le=\"%s\"", le);
	g_string_append(out, "} ");
}

/* µs become seconds, exactly. */
static void
quantity(GString *out, const struct meter *m, uint64_t v)
{
	if (m->kind == METER_SIZES)
		g_string_append_printf(out, "%" G_GUINT64_FORMAT "\n", v);
	else
		g_string_append_printf(out, "%" G_GUINT64_FORMAT ".%06u\n",
		    v / 1000000u, (unsigned)(v % 1000000u));
}

static void
bound(char *text, size_t size, const struct meter *m, uint64_t v)
{
	if (m->kind == METER_SIZES)
		snprintf(text, size, "%llu", (unsigned long long)v);
	else
		snprintf(text, size, "%g", (double)v / 1e6);
}

static void
histogram(GString *out, const struct meter *m, const char *label,
    const _Atomic uint64_t *c)
{
	const uint64_t *bounds = meter_bounds(m->kind);
	uint64_t sum = 0;
	char le[32];
	size_t i;

	for (i = 0; i < METER_BOUNDS; i++) {
		sum += atomic_load(&c[i]);
		bound(le, sizeof(le), m, bounds[i]);
		series(out, m, "_bucket", label, le);
		g_string_append_printf(out, "%" G_GUINT64_FORMAT "\n", sum);
	}
	sum += atomic_load(&c[METER_BOUNDS]);
	series(out, m, "_bucket", label, "+Inf");
	g_string_append_printf(out, "%" G_GUINT64_FORMAT "\n", sum);
	series(out, m, "_sum", label, NULL);
	quantity(out, m, atomic_load(&c[METER_BOUNDS + 1]));
	series(out, m, "_count", label, NULL);
	g_string_append_printf(out, "%" G_GUINT64_FORMAT "\n", sum);
}

/* Processes that have died leave their last figure behind: it is no more. */
static void
gauge(GString *out, const struct meter *m, const _Atomic uint64_t *c)
{
	uint64_t now = meter_now(), v, oldest = 0;
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < METER_PROCESSES; i++) {
		v = atomic_load(&c[i]);
		if (v == 0 || !lives(i))
			continue;
		sum += (int64_t)v;
		if (v < now && now - v > oldest)
			oldest = now - v;
	}
	series(out, m, "", "", NULL);
	if (m->kind == METER_AGE)
		quantity(out, m, oldest);
	else
		g_string_append_printf(out, "%" G_GINT64_FORMAT "\n", sum);
}

static void
family(GString *out, const struct meter *m)
{
	static const char *const types[] = { [METER_COUNTER] = "counter",
	    [METER_TIMES] = "histogram", [METER_SIZES] = "histogram",
	    [METER_GAUGE] = "gauge", [METER_AGE] = "gauge" };
	const _Atomic uint64_t *c = &meter_book.cells[m->first];
	size_t i;

	g_string_append_printf(out, "# HELP sojourn_%s %s\n"
	    "# TYPE sojourn_%s %s\n", m->name, m->help, m->name,
	    types[m->kind]);
	for (i = 0; i < m->n; i++) {
		if (*m->labels[i] != '\0' && meter_read(m, i) == 0)
			continue;
		if (m->kind == METER_COUNTER) {
			series(out, m, "", m->labels[i], NULL);
			g_string_append_printf(out, "%" G_GUINT64_FORMAT "\n",
			    meter_read(m, i));
		} else if (m->kind == METER_TIMES || m->kind == METER_SIZES)
			histogram(out, m, m->labels[i],
			    c + i * (METER_BOUNDS + 2));
		else
			gauge(out, m, c);
	}
}

const char *
meter_text(struct arena *a)
{
	GString *out = g_string_new(NULL);
	const char *text;
	size_t i;

	if (meter_book.cells != NULL)
		for (i = 0; i < meter_book.n; i++)
			family(out, &meter_book.meters[i]);
	text = arena_strndup(a, out->str, out->len);
	g_string_free(out, TRUE);
	return text;
}
