# make demo     installs what is missing, builds, plans the sample survey's three stations
# make check    installs what is missing, builds, runs every test
# make help     tells the other targets. V=1 shows commands; MODE=san|cov: sanitizers, coverage

PREFIX  ?= /usr/local
DESTDIR ?=
CFLAGS  ?= -O2 -g
WERROR  ?= -Werror
MODE    ?= rel
B       := build/$(MODE)

mode_rel :=
mode_san := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
mode_cov := --coverage -O0
mode_fuzz := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all

# A new library is one word here (and its package in tests/packages.txt).
LIBS := sqlite3 proj xlsxwriter jansson libsodium libzip expat readosm zlib
WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wformat=2 \
        -Wno-format-nonliteral -Wvla $(WERROR)
yk_cppflags := -Iinclude -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE
yk_cflags   := -std=c17 $(WARN)
yk_ldlibs    = $(shell pkg-config --libs $(LIBS)) -lcsv -lm

# --- the graph: rooms and what each sees come from tests/floors.txt ---------------------------------
ROOMS := $(shell sed -n 's/^\([a-z]*\):.*/\1/p' tests/floors.txt)
# What a room is linked with; cli and tests of whole ways get everything.
sees   = $(if $(filter $(1),$(filter-out cli,$(ROOMS))),$(1) $(shell sed -n 's/^$(1): *//p' tests/floors.txt),$(ROOMS))
SRC   := $(sort $(shell find src -name '*.c'))
STEPS := $(sort $(wildcard src/store/sqlite/schema/*.sql))
RULES := $(sort $(wildcard src/estimate/*.csv src/model/*.csv src/plan/*.csv))
PO    := $(wildcard src/po/*.po)
MO    := $(PO:src/po/%.po=$(B)/locale/%/LC_MESSAGES/youka.mo)

# Loaded before the program's own libraries by the harnesses of tests/faults.
PRELOAD := $(sort $(wildcard tests/faults/*_preload.c))
TEST  := $(sort $(shell find tests -name '*_test.c'))
TOOL  := $(sort $(wildcard tests/*/*_main.c) $(wildcard tests/bench/*.c))
# What stands beside tests and tools without being one is linked into all of its folder.
SUPPORT := $(filter-out $(TEST) $(TOOL) $(PRELOAD) tests/fuzz/%,$(sort $(wildcard tests/*/*.c)))
# A fuzz target is run by libFuzzer, and its kept corpus by a plain program in every check.
FUZZ    := $(sort $(wildcard tests/fuzz/*_fuzz.c))
FUZZBIN := $(FUZZ:%.c=$(B)/%)
REPLAY  := $(FUZZ:%_fuzz.c=$(B)/%_replay)
TESTBIN := $(TEST:%.c=$(B)/%)
TOOLBIN := $(TOOL:%.c=$(B)/%) $(PRELOAD:%.c=$(B)/%.so)

lib     = $(B)/libyk-$(1).a
libs_of = $(foreach r,$(call sees,$(1)),$(call lib,$(r)))
objects = $(patsubst %.c,$(B)/%.o,$(filter src/$(1)/%,$(SRC)))
folder  = $(patsubst tests/%/,%,$(dir $(1)))
support = $(patsubst %.c,$(B)/%.o,$(filter tests/$(call folder,$(1))/%,$(SUPPORT)))
link    = $(CC) $(yk_cflags) $(mode_$(MODE)) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) \
          -Wl,--start-group $(filter %.a,$^) -Wl,--end-group
generated_store := $(B)/gen/schema.o
generated_model := $(B)/gen/rules.o

Q := $(if $(V),,@)
# Only demo and check install packages; a plain make leaves the machine as it is.
PREPARE := $(if $(filter demo check,$(MAKECMDGOALS)),packages)

all: $(B)/youka $(MO)
	$(Q)ln -sfn $(MODE)/youka build/youka

$(B)/youka: $(B)/src/cli/main.o $(call libs_of,cli)
	$(Q)$(link) $(yk_ldlibs)

define room
$(call lib,$(1)): $(call objects,$(1)) $(generated_$(1))
	$$(Q)mkdir -p $$(@D) && rm -f $$@ && $$(AR) crs $$@ $$^
endef
$(foreach r,$(ROOMS),$(eval $(call room,$(r))))

define program
$(B)/$(1:.c=): $(B)/$(1:.c=.o) $(if $(filter tests/bench/%,$(1)),,$(call support,$(1))) $(call libs_of,$(call folder,$(1)))
	$$(Q)$$(link) -lcmocka $$(yk_ldlibs)
endef
$(foreach t,$(TEST) $(TOOL),$(eval $(call program,$(t))))

# The disk that loses power is compared row by row.
$(B)/tests/faults/power_main: $(B)/tests/store/raw.o $(B)/tests/store/kit.o

# A target sees the rooms that tests/fuzz/rooms.txt names; read.c is for those that see files.
fuzz_rooms = $(shell sed -n 's/^$(1): *//p' tests/fuzz/rooms.txt)
fuzz_needs = $(B)/tests/fuzz/$(1)_fuzz.o $(if $(filter intake,$(call fuzz_rooms,$(1))),$(B)/tests/fuzz/read.o) \
             $(sort $(foreach r,$(call fuzz_rooms,$(1)),$(call libs_of,$(r))))
define fuzzer
$(B)/tests/fuzz/$(1)_fuzz: $(call fuzz_needs,$(1))
	$$(Q)$$(link) -fsanitize=fuzzer $$(yk_ldlibs)
$(B)/tests/fuzz/$(1)_replay: $(call fuzz_needs,$(1)) $(B)/tests/fuzz/replay.o
	$$(Q)$$(link) $$(yk_ldlibs)
endef
$(foreach t,$(FUZZ:tests/fuzz/%_fuzz.c=%),$(eval $(call fuzzer,$(t))))

# By themselves: what is in front of every allocation carries no sanitizer.
$(PRELOAD:%.c=$(B)/%.so): $(B)/%.so: %.c | $(PREPARE)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(yk_cppflags) $(CPPFLAGS) $(yk_cflags) $(CFLAGS) -fPIC -shared -o $@ $< -lsqlite3
$(B)/%.o: %.c | $(PREPARE)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) -MMD -MP $(yk_cppflags) $(CPPFLAGS) $(yk_cflags) $(mode_$(MODE)) $(CFLAGS) -c -o $@ $<

# Schema steps and rule tables are compiled in as C strings, labelled with their file's name.
quoted = for f in $(1); do echo "{\"$${f\#\#*/}\","; sed 's/\\/\\\\/g; s/"/\\"/g; s/^/"/; s/$$/\\n"/' $$f; echo '},'; done
$(B)/gen/schema.c: $(STEPS) Makefile
	$(Q)mkdir -p $(@D)
	$(Q){ echo '#include "$(CURDIR)/src/store/sqlite/schema.h"'; \
	echo 'const struct yk_step yk_schema_steps[] = {'; $(call quoted,$(STEPS)); echo '{0}};'; } >$@
$(B)/gen/rules.c: $(RULES) Makefile
	$(Q)mkdir -p $(@D)
	$(Q){ echo '#include "youka/model/rules.h"'; \
	echo 'const struct yk_rule_table yk_rule_tables[] = {'; $(call quoted,$(RULES)); echo '{0}};'; } >$@
$(B)/gen/%.o: $(B)/gen/%.c | $(PREPARE)
	$(Q)$(CC) -MMD -MP $(yk_cppflags) $(yk_cflags) -Wno-missing-field-initializers -Wno-overlength-strings \
	$(mode_$(MODE)) $(CFLAGS) -c -o $@ $<
$(B)/locale/%/LC_MESSAGES/youka.mo: src/po/%.po | $(PREPARE)
	$(Q)mkdir -p $(@D) && msgfmt --check -o $@ $<

# --- what people type -------------------------------------------------------------------------------
packages:
	$(Q)sh tests/packages.sh tests/packages.txt

demo: all
	$(Q)sh tests/demo.sh $(B)/youka build/demo

check: all $(TESTBIN) $(REPLAY) $(TOOLBIN)
	$(Q)sh tests/check.sh $(B) $(TESTBIN) $(REPLAY)

fuzz: # SECONDS=60 a target
	$(Q)sh tests/packages.sh tests/fuzz/packages.txt
	$(Q)$(MAKE) MODE=fuzz CC=clang-14 fuzzers
	$(Q)SECONDS_EACH=$(SECONDS) sh tests/fuzz/run.sh build/fuzz $(FUZZ:%.c=build/fuzz/%)
fuzzers: $(FUZZBIN)

faults: all $(TOOLBIN)
	$(Q)sh tests/packages.sh tests/faults/packages.txt
	$(Q)sh tests/faults/points.sh $(B)
	$(Q)sh tests/faults/memory.sh $(B)
	$(Q)sh tests/faults/power.sh $(B)
	$(Q)sh tests/faults/crowd.sh $(B)
	$(Q)$(MAKE) bites
bites: all $(TOOLBIN)
	$(Q)CC="$(CC)" CPPFLAGS="$(yk_cppflags) $(CPPFLAGS)" CFLAGS="$(CFLAGS) $(mode_$(MODE)) $(LDFLAGS)" \
	LDLIBS="$(yk_ldlibs)" sh tests/faults/bites.sh $(B)

bench: all $(TOOLBIN)
	$(Q)sh tests/packages.sh tests/bench/packages.txt
	$(Q)sh tests/bench/bench.sh $(B)
	$(Q)sh tests/bench/sheet.sh $(B)
	$(Q)sh tests/bench/sales.sh $(B)
	$(Q)sh tests/bench/job.sh $(B)
	$(Q)sh tests/bench/hq.sh $(B)

accuracy: all $(TOOLBIN)
	$(Q)$(B)/tests/accuracy/who_main
	$(Q)$(B)/tests/accuracy/where_main
	$(Q)$(B)/tests/accuracy/fuel_main

cov:
	$(Q)$(MAKE) MODE=cov check
	$(Q)sh tests/coverage.sh build/cov

fmt:
	$(Q)clang-format -i $$(find src include tests -name '*.[ch]')
tidy:
	$(Q)clang-tidy --quiet $(SRC) -- $(yk_cppflags) -std=c17

po: # brings src/po/*.po up to the sentences in the source
	$(Q)xgettext --from-code=UTF-8 -k_ -kN_ --no-location --sort-output -o build/youka.pot $(SRC)
	$(Q)for f in $(PO); do msgmerge --quiet --update --backup=off --no-fuzzy-matching --sort-output $$f build/youka.pot; done

# What the program writes of itself: the manual in two languages, the completion.
helps = $(DESTDIR)$(PREFIX)/share/man/man1/youka.1 $(DESTDIR)$(PREFIX)/share/man/zh_CN/man1/youka.1 \
        $(DESTDIR)$(PREFIX)/share/bash-completion/completions/youka

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/youka
	install -m 755 $(B)/youka $(DESTDIR)$(PREFIX)/bin/youka
	cp -R survey-forms geodata $(DESTDIR)$(PREFIX)/share/youka/
	for m in $(MO:$(B)/locale/%=%); do \
	install -D -m 644 $(B)/locale/$$m $(DESTDIR)$(PREFIX)/share/locale/$$m; done
	install -d $(dir $(helps))
	$(B)/youka help man --lang en >$(word 1,$(helps))
	$(B)/youka help man --lang zh >$(word 2,$(helps))
	$(B)/youka help completion >$(word 3,$(helps))
	chmod 644 $(helps)
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/youka $(MO:$(B)/locale/%=$(DESTDIR)$(PREFIX)/share/locale/%) $(helps)
	rm -rf $(DESTDIR)$(PREFIX)/share/youka

clean:
	rm -rf build

help:
	@echo "make             build build/youka"
	@echo "make demo        the sample survey, from its files to three development plans"
	@echo "make check       every test; MODE=san with sanitizers"
	@echo "make fuzz        hostile bytes for SECONDS=60 a reader, with sanitizers"
	@echo "make cov         coverage of the pure rooms"
	@echo "make faults      kill -9, full and failing disks, no memory, power cuts, crowds (make check tries some)"
	@echo "make bites       whether faults finds mistakes that are put into copies of the program"
	@echo "make bench       loading beside sqlite3 .import, the whole job beside pandas and the least there is to do"
	@echo "make accuracy    matching, locating and estimating, against labels and known truths"
	@echo "make fmt tidy po clang-format; clang-tidy; the catalogues of src/po"
	@echo "make install     to PREFIX=$(PREFIX) (DESTDIR=), with manual pages and completion; make uninstall"
	@echo "make clean       removes build/"

.PHONY: all packages demo check fuzz fuzzers bench accuracy faults bites cov fmt tidy po install uninstall clean help
.DELETE_ON_ERROR:
.SECONDARY:
-include $(shell find $(B) -name '*.d' 2>/dev/null)
