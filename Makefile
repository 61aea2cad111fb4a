# make demo    install what is missing, build, and plan the sample survey's three stations
# make check   install what is missing, build, run every test      make help   all targets
# V=1 shows commands; MODE=san: sanitizers; MODE=cov: coverage.

PREFIX  ?= /usr/local
CFLAGS  ?= -O2 -g
WERROR  ?= -Werror
MODE    ?= rel
B       := build/$(MODE)

mode_rel :=
mode_san := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
mode_cov := --coverage -O0

LIBS := sqlite3 proj xlsxwriter jansson libsodium
WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wformat=2 \
        -Wno-format-nonliteral -Wvla $(WERROR)
yk_cppflags = -Iinclude -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE
yk_cflags    = -std=c17 $(WARN) $(mode_$(MODE))
yk_ldlibs    = $(shell pkg-config --libs $(LIBS)) -lcsv -lm

ROOMS := $(shell sed -n 's/^\([a-z]*\):.*/\1/p' tests/floors.txt)
sees   = $(1) $(shell sed -n 's/^$(1): *//p' tests/floors.txt)
SRC   := $(sort $(shell find src -name '*.c'))
TEST  := $(sort $(shell find tests -name '*_test.c'))
STEPS := $(sort $(wildcard src/store/sqlite/schema/*.sql))
RULES := $(sort $(wildcard src/estimate/*.csv src/plan/*.csv))
TESTBIN := $(TEST:%.c=$(B)/%)
LIB    = $(B)/lib$(1).a
objects = $(patsubst %.c,$(B)/%.o,$(filter src/$(1)/%,$(SRC)))
objects_of_store := $(B)/gen/schema.o
objects_of_model := $(B)/gen/rules.o

Q := $(if $(V),,@)
MISSING = $(shell dpkg-query -W -f='$${Package} $${db:Status-Status}\n' $(shell grep -v '^\#' tests/packages.txt) 2>/dev/null | \
            awk '$$2=="installed"{print $$1}' | sort >/tmp/.youka-have.$$$$; grep -v '^\#' tests/packages.txt | sort | \
            comm -23 - /tmp/.youka-have.$$$$; rm -f /tmp/.youka-have.$$$$)

all: $(B)/youka $(B)/locale/zh_CN/LC_MESSAGES/youka.mo
	$(Q)ln -sfn $(MODE)/youka build/youka

include tests/targets.mk

# --- programs -------------------------------------------------------------------------------------
$(B)/youka: $(call objects,cli) $(foreach r,$(filter-out cli,$(ROOMS)),$(call LIB,$(r)))
	$(Q)$(CC) $(yk_cflags) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) -Wl,--start-group $(filter %.a,$^) -Wl,--end-group $(yk_ldlibs)

define room
$(call LIB,$(1)): $(call objects,$(1)) $(objects_of_$(1))
	$$(Q)mkdir -p $$(@D) && rm -f $$@ && $$(AR) crs $$@ $$^
endef
$(foreach r,$(ROOMS),$(eval $(call room,$(r))))

# A test sees what its room sees; tests of whole ways (tests/flow, tests/bench) see everything.
define test_program
$(B)/$(1:.c=): $(B)/$(1:.c=.o) $(foreach r,$(call sees,$(word 2,$(subst /, ,$(1)))),$(call LIB,$(r)))
	$$(Q)$$(CC) $$(yk_cflags) $$(CFLAGS) $$(LDFLAGS) -o $$@ $$< -Wl,--start-group $$(filter %.a,$$^) -Wl,--end-group -lcmocka $$(yk_ldlibs)
endef
$(foreach t,$(TEST),$(eval $(call test_program,$(t))))

$(B)/%.o: %.c
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) -MMD -MP $(yk_cppflags) $(CPPFLAGS) $(yk_cflags) $(CFLAGS) -c -o $@ $<

# --- what is compiled in: schema steps and rule tables as C strings ---------------------------------
c_string = sed 's/\\/\\\\/g; s/"/\\"/g; s/^/"/; s/$$/\\n"/'
$(B)/gen/schema.c: $(STEPS) Makefile
	$(Q)mkdir -p $(@D)
	$(Q){ echo '#include "../../../src/store/sqlite/schema.h"'; echo 'const struct yk_step yk_schema_steps[] = {'; \
	for f in $(STEPS); do echo "{\"$${f##*/}\","; $(c_string) $$f; echo '},'; done; echo '{0}};'; } >$@
$(B)/gen/rules.c: $(RULES) Makefile
	$(Q)mkdir -p $(@D)
	$(Q){ echo '#include "youka/model/rules.h"'; echo 'const struct yk_rule_table yk_rule_tables[] = {'; \
	for f in $(RULES); do echo "{\"$${f##*/}\","; $(c_string) $$f; echo '},'; done; echo '{0}};'; } >$@
$(B)/gen/%.o: $(B)/gen/%.c
	$(Q)$(CC) -MMD -MP $(yk_cppflags) $(yk_cflags) -Wno-missing-field-initializers -Wno-overlength-strings $(CFLAGS) -c -o $@ $<

$(B)/locale/%/LC_MESSAGES/youka.mo: src/po/%.po
	$(Q)mkdir -p $(@D) && msgfmt --check -o $@ $<

.PHONY: all
.DELETE_ON_ERROR:
.SECONDARY:
-include $(shell find $(B) -name '*.d' 2>/dev/null)
