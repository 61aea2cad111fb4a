#!/bin/sh
# Every sentence of the source is in src/po/zh_CN.po, translated, none fuzzy, none left over. TAP.
pot=$(mktemp); missing=$(mktemp)
xgettext --from-code=UTF-8 -k_ -kN_ --no-location --sort-output -o "$pot" $(find src -name '*.c' | sort)
msgmerge --quiet --no-fuzzy-matching -o "$missing" src/po/zh_CN.po "$pot"
left=$(msgattrib --untranslated --no-obsolete "$missing" | grep -c '^msgid "\?')
fuzzy=$(msgattrib --only-fuzzy --no-obsolete "$missing" | grep -c '^msgid')
old=$(msgattrib --only-obsolete "$missing" | grep -c '^#~ msgid')
[ "$left" -gt 0 ] && msgattrib --untranslated --no-obsolete "$missing" | sed -n 's/^msgid //p' | sed 's/^/    untranslated: /'
if [ "$left" = 0 ] && [ "$fuzzy" = 0 ] && [ "$old" = 0 ]; then echo "ok 1 - every sentence has its Chinese"
else echo "not ok 1 - src/po/zh_CN.po: $left untranslated, $fuzzy fuzzy, $old left over (make po)"; fi
rm -f "$pot" "$missing"
echo 1..1
