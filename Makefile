# GNU make.  Programs are found by their folders: a new cgi-bin/NAME/*.c or
# workers/NAME/*.c or libexec/NAME/*.c needs no edit here.
#   make            build everything into build/ (SAN=1: build-san/, sanitized)
#   make up|down|reset|check|bench|install: see README.md
PORT ?= 8080
VAR ?=
prefix ?= /usr/local
DESTDIR ?=
export PORT VAR

ifdef SAN
B := build-san
SANFLAGS := -fsanitize=address,undefined -fno-sanitize-recover=undefined \
	-fno-omit-frame-pointer
BIN := $(B)/bin
else
B := build
SANFLAGS :=
BIN := bin
endif

PKGS := ctpl gio-2.0 glib-2.0 libsodium libpq fcgi gmime-3.0 libzip \
	libxml-2.0 xlsxwriter libcurl libseccomp jansson zlib pangocairo \
	pangoft2 harfbuzz-subset freetype2 cairo-ft fontconfig libqrencode \
	poppler-glib zbar
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)

CC := gcc
CPPFLAGS := -D_GNU_SOURCE -Ilib $(patsubst %/,-I%,$(wildcard lib/*/)) $(PKG_CFLAGS)
CFLAGS := -std=gnu11 -O2 -g -Wall -Wextra -Werror -pthread $(SANFLAGS)
LDFLAGS := -pthread -Wl,--as-needed $(SANFLAGS)

LIB_SRC := $(wildcard lib/*.c lib/*/*.c)
PROGRAM_SRC := $(wildcard cgi-bin/*/*.c workers/*/*.c libexec/*/*.c)
TOOL_SRC := $(wildcard tools/sojourn/*.c)
UNIT_SRC := $(wildcard tests/unit/*.c tests/unit/*/*.c)
SRC := $(LIB_SRC) $(PROGRAM_SRC) $(TOOL_SRC) $(UNIT_SRC)

LIB := $(B)/libsojourn.a
PROGRAMS := $(addprefix $(B)/,$(patsubst %/,%,$(sort $(dir $(PROGRAM_SRC)))))
TOOLS := $(if $(TOOL_SRC),$(BIN)/sojourn)
UNITS := $(UNIT_SRC:%.c=$(B)/%)
PO_LANGS := $(patsubst po/%/,%,$(wildcard po/*/))
MO_DIR := $(B)/locale/C/LC_MESSAGES
MO := $(PO_LANGS:%=$(MO_DIR)/sojourn-%.mo)
# What a program calls things itself: its own texts, and those of its parts.
PO_staff := staff audit board exceptions practice
PO_teach := grades
PO_partner := partner upload
own_texts = $(wildcard $(addprefix po/$(1)/,$(addsuffix .po,layout \
	$(or $(PO_$(2)),$(2)))))
with_texts = $(foreach p,$(notdir $(PROGRAMS)),$(if $(word 2,$(call \
	own_texts,$(1),$(p))),$(MO_DIR)/sojourn-$(1)-$(p).mo))
MO_OWN := $(foreach l,$(PO_LANGS),$(call with_texts,$(l)))
# The objects of one folder of sources.
objects = $(patsubst %.c,$(B)/obj/%.o,$(wildcard $(1)/*.c))
# Of a test in tests/unit/NAME: the objects of the program NAME but its main.
program_of = $(filter-out %/main.o,$(foreach kind,cgi-bin workers,$(call \
	objects,$(kind)/$(patsubst tests/unit/%/,%,$(dir $(1))))))

.PHONY: all units up down reset check bench install clean
.PHONY: check-lint check-unit check-sql check-http check-browser check-race
.PHONY: check-chaos
.DELETE_ON_ERROR:
.SECONDEXPANSION:
.SECONDARY:

all: $(LIB) $(PROGRAMS) $(TOOLS) $(MO) $(MO_OWN)

units: $(UNITS)

$(B)/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# The archive is made anew, so that a removed source leaves no member behind.
$(LIB): $(LIB_SRC:%.c=$(B)/obj/%.o)
	@mkdir -p $(@D)
	@rm -f $@
	$(AR) rcs $@ $^

$(PROGRAMS): $(B)/%: $$(call objects,$$*) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS) -lm

$(TOOLS): $(call objects,tools/sojourn) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS) -lm

$(UNITS): $(B)/%: $(B)/obj/%.o $$(call program_of,$$*) $(LIB)
	@mkdir -p $(@D)
	$(CC) $(LDFLAGS) -o $@ $^ $(PKG_LIBS) -lcmocka -lm

# One domain per language in the C locale: no locale package is needed.  The
# programs' catalogues are joined; where two hold a text, the first is taken.
$(MO): $(B)/locale/C/LC_MESSAGES/sojourn-%.mo: $$(wildcard po/$$*/*.po)
	@mkdir -p $(@D)
	msgcat --use-first -o $(@:.mo=.po) $^
	msgfmt --check-format -o $@ $(@:.mo=.po)
	@rm -f $(@:.mo=.po)

language = $(word 2,$(subst -, ,$(1)))
$(MO_OWN): $(MO_DIR)/%.mo: $$(call own_texts,$$(call \
		language,$$*),$$(word 3,$$(subst -, ,$$*)))
	@mkdir -p $(@D)
	msgcat --use-first -o $(@:.mo=.po) $^
	msgfmt --check-format -o $@ $(@:.mo=.po)
	@rm -f $(@:.mo=.po)

up:
	@tools/up/up

down:
	@tools/up/down

reset:
	@tools/up/down --reset

check:
	@tools/check/run

check-lint check-unit check-sql check-http check-browser check-race:
	@tools/check/run $(@:check-%=%)

# In full: check has a small form of it.
check-chaos:
	@CHAOS=full tools/check/run chaos

bench:
	@tests/bench/run

install: all
	@tools/install/install "$(DESTDIR)" "$(prefix)"

clean:
	rm -rf build build-san bin

-include $(SRC:%.c=$(B)/obj/%.d)
